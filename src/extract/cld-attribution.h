/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-phrase.h"

#define CLD_MAX_CONTENTS 3

/* What a verb of saying takes, bits; the columns of data/en/cues.txt. */
enum {
    CLD_FRAME_CLAUSE = 1 << 0,    /* "said that …" */
    CLD_FRAME_QUOTE = 1 << 1,     /* quoted words */
    CLD_FRAME_OBJECT = 1 << 2,    /* "denied responsibility" */
    CLD_FRAME_ADDRESSEE = 1 << 3, /* "told reporters" */
    CLD_FRAME_FIGURE = 1 << 4,    /* "put it at seven" */
};

/* "X said on Friday that Y": one act of saying in a sentence. Tokens of its passage. */
typedef struct {
    CldRange cue;    /* "said" */
    CldRange holder; /* "X"; empty: taken over (@inherits) or not told */
    CldRange own;    /* "X said on Friday that": states nothing by itself */
    CldRange frame;  /* "On Friday" in front of own: tells when, states nothing */
    CldRange side;   /* a clause about the holder inside own (", who heads the office,"); empty */
    CldRange contents[CLD_MAX_CONTENTS];
    guint n_contents;
    CldRange relay[2]; /* those who pass it on, nearest first: "citing", "as reported by" */
    guint n_relays;
    gint signs;    /* quotation that it stands behind as a signature ("“…” — X"), -1 */
    gint inherits; /* index of the attribution whose holder it takes over, -1: none */
    gboolean is_passing;  /* "according to", "X reported": may be a relay of another */
    gboolean is_negative; /* "denied that", "does not think that" */
    gboolean is_earlier;  /* "had said": before the time of the article */
    guint frames;         /* CLD_FRAME_… */
    const char *class;    /* of the cue; interned by the lexicon */
} CldAttribution;

GArray *cld_attributions_find(const CldPassage *passage, const CldSentence *sentence);
gint cld_attributions_inner_at(const GArray *attributions, guint token);
gboolean cld_attribution_covers(const CldAttribution *self, guint token);
