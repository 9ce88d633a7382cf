/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-feature.h"
#include "cld-judge.h"
#include "cld-reading.h"
#include "cld-view.h"

/* A key that both claims have, and the words behind it. */
typedef struct {
    guint id;
    guint term_a;
    guint term_b;
    double weight; /* product of the two weights */
    gboolean is_parent;
} CldSharedKey;

/* How much is known of a pair: each level has weights of its own. */
typedef enum {
    CLD_LEVEL_RULES,
    CLD_LEVEL_VECTORS, /* the vectors of the two sentences too */
    CLD_LEVEL_MODEL,   /* and what the pair model says */
} CldLevel;

/* Two claims that may speak of one thing. a stands before b in the input. */
typedef struct {
    const CldStory *story;
    const CldView *a;
    const CldView *b;
    GArray *shared; /* (owned) (element-type CldSharedKey) ascending by id */
    double features[CLD_N_FEATURES];
    double aligned; /* probability that both speak of one subject */
    CldLevel level;
    CldJudgement judgement; /* of the two sentences, at CLD_LEVEL_MODEL */
    CldRelation relation;
    gboolean is_dated; /* both are known to be said at a time */
    gint64 days;       /* from a's saying to b's, in days; 0 if not dated */
    gint64 minutes;    /* the same in minutes where clock times are known, else days * 1440 */
} CldPair;

CldPair *cld_pair_new(const CldStory *story, guint a, guint b);
void cld_pair_free(CldPair *self);
void cld_pair_set_vector(CldPair *self, double similarity);
void cld_pair_set_judgement(CldPair *self, const CldJudgement *judgement);
GPtrArray *cld_pairs_find(const CldStory *story, const CldReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldPair, cld_pair_free)
