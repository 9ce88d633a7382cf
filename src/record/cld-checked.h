/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-decision.h"

/* What a check makes of a finding. New and stale ones count, the others are known. */
typedef enum {
    CLD_CHECKED_NEW,      /* neither in the baseline nor decided */
    CLD_CHECKED_BASELINE, /* stands in the baseline */
    CLD_CHECKED_DECIDED,  /* a reviewer decided it, on these very texts */
    CLD_CHECKED_STALE,    /* decided, but a text has changed or the decision has expired */
    CLD_N_CHECKED_STATES,
} CldCheckedState;

/* A finding as a check sees it. */
typedef struct {
    CldCheckedState state;
    guint new_side;        /* index in CldFinding.sides of the first passage that came in now */
    gboolean is_failing;   /* --fail-on names it, so it decides the exit status */
    CldDecision *decision; /* (owned) (nullable): what stands, or what a stale one comes from */
} CldChecked;

/* What a check adds to a report. Built by the session after the findings are in their final order,
 * then read only. */
typedef struct {
    GPtrArray *findings;       /* (element-type CldChecked) one for each of CldReport.findings */
    GPtrArray *unused;         /* (element-type utf8): sentences on decisions and lines of the
                                  baseline that no finding needs any more */
    guint n_new_articles;      /* how many came in now */
    guint n_compared_articles; /* how many of those stored were compared with them */
    guint n_open;              /* stored findings of earlier checks that nobody has decided yet */
} CldCheck;

CldCheck *cld_check_new(void);
void cld_check_free(CldCheck *self);
CldChecked *cld_check_add(CldCheck *self, CldCheckedState state, CldDecision *decision);
guint cld_check_count(const CldCheck *self, CldCheckedState state);
gboolean cld_checked_is_shown(const CldChecked *self);
gboolean cld_checked_has_verdict(const CldChecked *self, CldVerdict verdict);
gboolean cld_checked_is_dismissed(const CldChecked *self);
const char *cld_checked_state_get_tag(CldCheckedState state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldCheck, cld_check_free)
