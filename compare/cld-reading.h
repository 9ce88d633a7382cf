/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-engine.h"
#include "cld-view.h"

/* The sentences of a story as a trained model reads them: each once, with its speaker, and where
 * an encoder is at hand with its vector and the sentences that are nearest to it. */
typedef struct {
    const CldStory *story;
    GPtrArray *utterances; /* (owned) (element-type CldUtterance) in the order of the story */
    guint *of_view;        /* (owned) utterance of every claim of the story */
    float *vectors;        /* (owned) (nullable) dimension numbers an utterance, of length 1 */
    guint dimension;
} CldReading;

typedef struct {
    const CldView *view; /* (unowned) its first claim */
    char *sentence;      /* (owned) */
    char *text;          /* (owned) "speaker: sentence", or the sentence */
    GArray *near;        /* (owned) (element-type guint) utterances nearest to it, nearest first */
} CldUtterance;

CldReading *cld_reading_new(const CldStory *story, const CldEngineOptions *options, GError **error);
void cld_reading_free(CldReading *self);
const CldUtterance *cld_reading_get(const CldReading *self, guint index);
double cld_reading_similarity(const CldReading *self, guint a, guint b);
char *cld_reading_dup_later(const CldReading *self, guint earlier, guint later);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldReading, cld_reading_free)
