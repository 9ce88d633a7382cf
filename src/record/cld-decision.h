/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-target.h"
#include "cld-verdict.h"

/* Earlier decisions kept with a record; the oldest go first. */
#define CLD_DECISION_MAX_HISTORY 32u
#define CLD_DECISION_MAX_REASON  4000u /* characters */
#define CLD_DECISION_MAX_NAME    200u  /* characters */

/* An earlier decision on the same finding. Strings owned. */
typedef struct {
    CldVerdict verdict;
    char *reason;  /* (nullable) */
    char *by;      /* (nullable) */
    char *at;      /* UTC, "2026-11-23T12:50:00Z" */
    char *expires; /* (nullable): "2026-12-31" */
} CldPastDecision;

/* What was decided about which passages. Immutable once shared, ref-counted. Strings owned. */
typedef struct {
    CldTarget *target; /* (owned) */
    CldVerdict verdict;
    char *reason;       /* (nullable) */
    char *by;           /* (nullable) */
    char *at;           /* UTC, "2026-11-23T12:50:00Z" */
    char *expires;      /* (nullable): the last day on which it holds, "2026-12-31" */
    GPtrArray *history; /* (element-type CldPastDecision): newest first, bounded */
    char *extra;        /* (nullable): JSON members this version does not know, kept as they are */
} CldDecision;

/* A finding's standing. */
typedef struct {
    CldReviewState state;
    CldDecision *decision; /* (owned) (nullable): what stands, or what stale and expired come from;
                              NULL for a finding never decided */
} CldReview;

CldDecision *cld_decision_new(CldTarget *target,
                              CldVerdict verdict,
                              const char *reason,
                              const char *by,
                              const char *at,
                              const char *expires,
                              GError **error);
void cld_decision_add_past(CldDecision *self,
                           CldVerdict verdict,
                           const char *reason,
                           const char *by,
                           const char *at,
                           const char *expires);
CldDecision *cld_decision_new_over(const CldDecision *self, const CldDecision *earlier);
CldDecision *cld_decision_new_over_other_texts(const CldDecision *self, const CldDecision *earlier);
gboolean cld_decision_is_over_other_texts(const CldDecision *self);
CldDecision *cld_decision_new_undone(const CldDecision *self);
void cld_decision_put(const CldDecision *self, CldJsonWriter *w);
void cld_past_decision_put(const CldPastDecision *self, CldJsonWriter *w);
CldReviewState cld_decision_get_state(const CldDecision *self, const char *today);
CldDecision *cld_decision_ref(CldDecision *self);
void cld_decision_unref(CldDecision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldDecision, cld_decision_unref)

CldReview *cld_review_new(CldReviewState state, CldDecision *decision);
void cld_review_free(CldReview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldReview, cld_review_free)
