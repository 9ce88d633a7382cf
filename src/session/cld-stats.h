/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-review.h"

/* How often a detector was right, as far as reviewers have said. A value. */
typedef struct {
    char *detector; /* (owned): "contradiction/number"; "all": their sum */
    guint counts[CLD_N_VERDICTS];
    guint n_judged;   /* confirmed, dismissed and false positives: those that tell */
    double rate;      /* of false positives among them, 0 to 1 */
    double low, high; /* where the rate is with 95 % certainty (Wilson) */
} CldStatsRow;

GArray *cld_stats_load(const char *decisions_path, GPtrArray **problems, GError **error);
GArray *cld_stats_count(const GPtrArray *decisions);
char *cld_stats_dup_proposal(const CldReviews *reviews, const char *model);
