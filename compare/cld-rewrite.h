/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-finding.h"

/* What an outlet changed in an article. */
typedef struct {
    guint n_rewritten; /* sentences that stand there in other words */
    guint n_removed;   /* sentences that are gone */
    guint n_added;     /* sentences that are new */
} CldRewrites;

/* A sentence that reads otherwise in another version; both are borrowed. */
typedef struct {
    CldClaim *before;
    CldClaim *after;
} CldRewritten;

GArray *cld_rewrites_pair(const GPtrArray *before, const GPtrArray *after, CldRewrites *counts);
CldRewrites cld_rewrites_find(const GPtrArray *before, const GPtrArray *after, GPtrArray *findings);
