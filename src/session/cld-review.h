/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-decision.h"
#include "cld-finding-row.h"
#include "cld-report.h"

#define CLD_REVIEWS_ERROR (cld_reviews_error_quark())
typedef enum {
    CLD_REVIEWS_ERROR_NO_SOURCE, /* neither a report nor a collection to take findings from */
    CLD_REVIEWS_ERROR_REPORT,    /* the report cannot be read */
    CLD_REVIEWS_ERROR_DECISIONS, /* the decisions cannot be read; see the problems */
    CLD_REVIEWS_ERROR_ID,        /* no finding has this id, or several begin so */
    CLD_REVIEWS_ERROR_SAVE,      /* not saved */
} CldReviewsError;
GQuark cld_reviews_error_quark(void);

/* What is reviewed and who reviews it. All borrowed until cld_reviews_open() is back. */
typedef struct {
    const char *folder;    /* (nullable): where to look for a project from; NULL: here */
    const char *report;    /* (nullable): a saved report, .json or .jsonl; NULL: the collection */
    const char *decisions; /* (nullable): the decisions file; NULL: found */
    const char *by;        /* (nullable): name of the reviewer; NULL: the user's name */
    gint64 now_unix;       /* seconds; 0: the clock */
} CldReviewsOptions;

/* A finding in the list of those to review. */
typedef struct {
    CldFindingRow *row; /* (owned) */
    CldReview *review;  /* (owned): how it stands */
} CldReviewItem;

/* Which of the list one wants. */
typedef struct {
    guint states;       /* bits, 1 << CldReviewState; 0: any */
    gint kind;          /* CldKind; -1: any */
    const char *type;   /* (nullable): tag of a type */
    const char *outlet; /* (nullable): of a side, letter case ignored */
    const char *text;   /* (nullable): words in the passages, letter case ignored */
} CldReviewFilter;

#define CLD_REVIEW_FILTER_ANY ((CldReviewFilter){0, -1, NULL, NULL, NULL})

/* Findings beside the decisions on them. Belongs to one thread. Items are borrowed and stay as they
 * are until the next call that is not const. */
typedef struct CldReviews CldReviews;

CldReviews *
cld_reviews_open(const CldReviewsOptions *options, GPtrArray **problems, GError **error);
void cld_reviews_free(CldReviews *self);
const char *cld_reviews_get_decisions_path(const CldReviews *self);
const char *cld_reviews_get_model(const CldReviews *self);
const char *cld_reviews_get_reviewer(const CldReviews *self);
gboolean cld_reviews_refresh(CldReviews *self, gboolean *has_changed, GError **error);

guint cld_reviews_get_size(const CldReviews *self);
const CldReviewItem *cld_reviews_get_item(const CldReviews *self, guint index);
void cld_reviews_count(const CldReviews *self, guint counts[CLD_N_REVIEWS]);
GArray *cld_reviews_filter(const CldReviews *self, const CldReviewFilter *filter);
gboolean
cld_reviews_find(const CldReviews *self, const char *id_prefix, guint *index, GError **error);
CldReport *cld_reviews_load(CldReviews *self, guint index, GError **error);
GPtrArray *cld_reviews_list_unused(const CldReviews *self);
GPtrArray *cld_reviews_list_untrue(const CldReviews *self);

gboolean cld_reviews_decide(CldReviews *self,
                            const GArray *indices,
                            CldVerdict verdict,
                            const char *reason,
                            const char *by,
                            const char *expires,
                            GError **error);
gboolean cld_reviews_undo(CldReviews *self, const GArray *indices, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldReviews, cld_reviews_free)
