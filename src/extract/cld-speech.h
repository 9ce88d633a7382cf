/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-clause.h"
#include "cld-voice.h"

/* A sentence with its acts of saying, who does each, and its statements. */
typedef struct {
    CldPassage *passage;         /* (unowned) */
    const CldSentence *sentence; /* (unowned) */
    GArray *attributions;        /* (element-type CldAttribution) */
    GPtrArray *voices;           /* (element-type CldVoice): one per attribution */
    CldClauses *clauses;
    CldVoice *quoted;     /* (nullable): who speaks in the quoted words that no attribution of this
                             sentence covers */
    CldVoice *about;      /* (nullable): whom it speaks of, when it has no words of saying */
    gboolean is_labelled; /* "Quote from X: …": all its words are X's, with or without marks */
    guint quotation;      /* its index + 1; 0: none */
} CldReading;

GPtrArray *cld_speech_read(const CldArticle *article,
                           GPtrArray *passages,
                           const GArray *quotations,
                           CldCast *cast);
