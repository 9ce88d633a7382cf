/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-article.h"
#include "cld-quantity.h"

typedef enum {
    CLD_MODE_NARRATION,
    CLD_MODE_DIRECT,
    CLD_MODE_INDIRECT,
    CLD_MODE_MIXED,
    CLD_N_MODES,
} CldMode;

typedef enum {
    CLD_POLARITY_POSITIVE,
    CLD_POLARITY_NEGATIVE,
    CLD_POLARITY_UNKNOWN, /* asked, or negations that cannot be resolved */
    CLD_N_POLARITIES,
} CldPolarity;

typedef enum {
    CLD_MODALITY_ASSERTED,
    CLD_MODALITY_POSSIBLE,
    CLD_MODALITY_OBLIGED,
    CLD_MODALITY_INTENDED,
    CLD_MODALITY_CONDITIONAL,
    CLD_MODALITY_ASKED,
    CLD_N_MODALITIES,
} CldModality;

const char *cld_mode_get_tag(CldMode mode);
const char *cld_polarity_get_tag(CldPolarity polarity);
const char *cld_modality_get_tag(CldModality modality);

/* The part a content word plays in its clause, as far as word order shows it. */
typedef enum {
    CLD_ROLE_OTHER,
    CLD_ROLE_SUBJECT,   /* before the main verb */
    CLD_ROLE_PREDICATE, /* main verb, predicate adjective or participle */
    CLD_ROLE_OBJECT,    /* after the main verb */
} CldRole;

/* A content word (or multi-word name) of a clause. Strings are interned: compare by pointer.
 * A pronoun that was resolved stands here as the entity it stands for. */
typedef struct {
    CldSpan span;        /* in the article's text */
    const char *stem;    /* Snowball stem of the folded word; for names: the entity key */
    const char *concept; /* (nullable): group of synonyms from data/en/concepts.txt ("DIE") */
    const char *parent;  /* (nullable): the wider concept, third column of concepts.txt */
    const char *entity;  /* (nullable): entity key, when the word is (part of) a name */
    CldRole role;
    gboolean is_negated; /* in the scope of a negation of this clause */
    gboolean is_verb;    /* used as a verb, as far as its form and neighbours show */
} CldTerm;

/* A time expression of the clause. */
typedef struct {
    CldSpan span; /* in the article's text */
    CldWhen when; /* resolved against the dateline; may be unknown ("at five o'clock", no date) */
    gint clock_minute; /* minute of the day, -1: no clock time; kept when the day is unknown */
    char relation;     /* '=' at/on, '<' before/by/until, '>' after/since/from, '~' about */
    gboolean is_duration_anchor; /* "since", "from": the start of a state rather than an event */
} CldTimeMention;

/* A clause of an article together with who says it, when, and how surely. Immutable, ref-counted.
 * Strings owned, unless interned. */
typedef struct {
    guint article;    /* index of the article in the run, from 0 */
    guint number;     /* index of the claim in its article, from 1 */
    CldSpan sentence; /* in the article's text */
    CldSpan clause;   /* inside sentence */
    CldPart part;
    guint line;
    guint paragraph; /* index of the block */
    char *text;      /* the sentence, verbatim */

    char *holder; /* (nullable): who says it, as named in the article; NULL: the outlet */
    const char *holder_entity;  /* (nullable) interned: entity key */
    gboolean holder_is_unnamed; /* "a source", "an official who asked not to be named" */
    CldSpan holder_span; /* where the holder is named, may be another sentence; empty: none */
    GPtrArray *chain;    /* (element-type utf8): who relays it, nearest first */
    char *cue;           /* (nullable): the verb or phrase of saying as printed: "said" */
    CldSpan cue_span;    /* empty: none */
    CldMode mode;
    CldSpan quote;   /* the words inside quotation marks in this sentence; empty: none */
    guint utterance; /* sentences of one quotation share a number > 0; 0: not quoted */

    CldWhen said;
    CldWhen about;
    CldPolarity polarity;
    CldModality modality;
    gboolean is_hedged; /* "reportedly", "appears to", "probable" */
    gboolean
        is_reported_past; /* marked as an earlier state: "previously", "had earlier", "at first" */
    gboolean is_reported_now; /* marked as a new state: "now", "no longer", "while now" */

    GArray *terms;      /* (element-type CldTerm) in text order */
    GArray *quantities; /* (element-type CldQuantity) in text order */
    GArray *times;      /* (element-type CldTimeMention) in text order */
    GPtrArray
        *entities; /* (element-type utf8) interned entity keys, no doubles, sorted by strcmp */
} CldClaim;

CldClaim *cld_claim_alloc(guint article, guint number);
CldClaim *cld_claim_ref(CldClaim *self);
void cld_claim_unref(CldClaim *self);
char *cld_claim_dup_id(const CldClaim *self);
gboolean cld_claim_is_same_sentence(const CldClaim *self, const CldClaim *other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldClaim, cld_claim_unref)
