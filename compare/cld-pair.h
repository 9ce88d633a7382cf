/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-feature.h"
#include "cld-view.h"

/* A key that both claims have, and the words behind it. */
typedef struct {
    guint id;
    guint term_a;
    guint term_b;
    double weight; /* product of the two weights */
    gboolean is_parent;
} CldSharedKey;

/* Two claims that may speak of one thing. a stands before b in the input. */
typedef struct {
    const CldStory *story;
    const CldView *a;
    const CldView *b;
    GArray *shared; /* (owned) (element-type CldSharedKey) ascending by id */
    double features[CLD_N_FEATURES];
    double aligned; /* probability that both speak of one subject */
    CldRelation relation;
    gboolean is_dated; /* both are known to be said at a time */
    gint64 days;       /* from a's saying to b's, in days; 0 if not dated */
    gint64 minutes;    /* the same in minutes where clock times are known, else days * 1440 */
} CldPair;

CldPair *cld_pair_new(const CldStory *story, guint a, guint b);
void cld_pair_free(CldPair *self);
GPtrArray *cld_pairs_find(const CldStory *story);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldPair, cld_pair_free)
