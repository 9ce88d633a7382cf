/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-words.h"

/* A sentence parted by a cue ("because of", "before"): what stands on which side of it. The rows of
 * the cue lists say in their first column which half comes first in the text. */
typedef struct {
    gboolean is_found;
    CldSpan cue;    /* in the article's text */
    CldSpan first;  /* the cause, or what happened first */
    CldSpan second; /* the effect, or what happened then */
} CldHalves;

CldHalves cld_halves_find(const CldView *view, const char *lexicon);
gboolean cld_halves_share_word(const CldPair *pair, CldSpan half_a, CldSpan half_b);
double cld_halves_both(const CldPair *pair, CldSpan half_a, CldSpan half_b);
double cld_halves_same(const CldPair *pair, CldSpan half_a, CldSpan half_b);
gboolean cld_halves_is_empty(const CldView *view, CldSpan half);
