/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* What a reviewer makes of a finding. */
typedef enum {
    CLD_VERDICT_OPEN,           /* reopened: decided before, not any more */
    CLD_VERDICT_CONFIRMED,      /* so it is */
    CLD_VERDICT_DISMISSED,      /* true, but nobody will act on it */
    CLD_VERDICT_FALSE_POSITIVE, /* the program is wrong */
    CLD_VERDICT_DEFERRED,       /* later */
    CLD_N_VERDICTS,
} CldVerdict;

/* How a finding stands with its reviewers. */
typedef enum {
    CLD_REVIEW_NONE, /* never decided, or reopened */
    CLD_REVIEW_CONFIRMED,
    CLD_REVIEW_DISMISSED,
    CLD_REVIEW_FALSE_POSITIVE,
    CLD_REVIEW_DEFERRED,
    CLD_REVIEW_STALE,   /* decided when the texts read otherwise: to be looked at again */
    CLD_REVIEW_EXPIRED, /* decided for a time that is over */
    CLD_N_REVIEWS,
} CldReviewState;

/* Those that wait for a decision, as bits. */
#define CLD_REVIEW_STATES_OPEN                                                                     \
    (1u << CLD_REVIEW_NONE | 1u << CLD_REVIEW_STALE | 1u << CLD_REVIEW_EXPIRED)

const char *cld_verdict_get_tag(CldVerdict verdict);
gboolean cld_verdict_from_tag(const char *tag, CldVerdict *out);
const char *cld_review_state_get_tag(CldReviewState state);
gboolean cld_review_state_from_tag(const char *tag, CldReviewState *out);
gboolean cld_review_state_is_decided(CldReviewState state);
