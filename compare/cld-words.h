/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"

/* Most telling words of one stretch that are looked at; a sentence rarely has more. */
#define CLD_WORDS_MAX 48

/* A telling word of a stretch of text. */
typedef struct {
    const CldView *view; /* (unowned) the claim it stands in, maybe a neighbour in the sentence */
    const CldTerm *term; /* (unowned) */
    const CldKey *key;   /* (unowned) (nullable) */
    double weight;       /* rarity, 0 excluded */
} CldWord;

/* The telling words of a stretch, in text order, none twice. A plain value. */
typedef struct {
    CldWord words[CLD_WORDS_MAX];
    guint n;
} CldWords;

/* How far two stretches say the same, every figure from 0 to 1. */
typedef struct {
    double part_a; /* of what the first says the second says too, weighed by rarity */
    double part_b;
    double best;   /* the most telling word of both */
    double second; /* the one after it */
    double names;  /* the most telling name of both */
} CldMatch;

void cld_words_collect(CldWords *self, const CldStory *story, const CldView *view, CldSpan within);
double cld_word_similarity(const CldWord *x, const CldWord *y);
CldMatch cld_words_match(const CldWords *x, const CldWords *y);
double cld_match_both(const CldMatch *self);
