/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-tokens.h"

/* What a token does in its sentence, as far as word lists and neighbours show. */
typedef enum {
    CLD_WORD_NOUN, /* noun, adjective, anything with content that is not one of the others */
    CLD_WORD_NAME,
    CLD_WORD_NUMBER,
    CLD_WORD_DETERMINER,
    CLD_WORD_POSSESSIVE,
    CLD_WORD_GENITIVE, /* "'s" of "Kenya's" */
    CLD_WORD_PRONOUN,  /* can be a subject */
    CLD_WORD_OBJECT,   /* "him", "us" */
    CLD_WORD_RELATIVE,
    CLD_WORD_THAT,
    CLD_WORD_PREPOSITION,
    CLD_WORD_CONJUNCTION,
    CLD_WORD_SUBORDINATOR,
    CLD_WORD_TO, /* before an infinitive */
    CLD_WORD_ADVERB,
    CLD_WORD_NEGATION,
    CLD_WORD_BE,
    CLD_WORD_HAVE,
    CLD_WORD_DO,
    CLD_WORD_MODAL,
    CLD_WORD_VERB,       /* head of a finite verb group: "left", "has left", "was left" */
    CLD_WORD_INFINITIVE, /* head of a "to" group */
    CLD_WORD_PARTICIPLE, /* "the men freed on Monday" */
    CLD_WORD_GERUND,
    CLD_WORD_COMMA,
    CLD_WORD_COLON,
    CLD_WORD_SEMICOLON,
    CLD_WORD_DASH,
    CLD_WORD_STOP,
    CLD_WORD_QUOTE,
    CLD_WORD_BRACKET,
    CLD_WORD_MARK, /* other punctuation */
    CLD_N_WORDS,
} CldWord;

/* What a word form can be if it is a verb; bits. */
enum {
    CLD_FORM_BASE = 1 << 0,
    CLD_FORM_S = 1 << 1,
    CLD_FORM_PAST = 1 << 2,
    CLD_FORM_PARTICIPLE = 1 << 3,
    CLD_FORM_ING = 1 << 4,
    CLD_FORM_OFTEN_NOUN = 1 << 5,  /* as often a noun as a verb */
    CLD_FORM_MOSTLY_NOUN = 1 << 6, /* mostly a noun */
};

/* What a function word is; bits beside its CldWord. */
enum {
    CLD_HAS_BE = 1 << 0, /* "they're" */
    CLD_HAS_HAVE = 1 << 1,
    CLD_HAS_MODAL = 1 << 2,
    CLD_HAS_NEGATION = 1 << 3, /* "isn't" */
    CLD_HAS_FINITE = 1 << 4,   /* carries the tense of its clause */
};

typedef struct {
    guint8 word; /* CldWord */
    guint8 has;  /* CLD_HAS_… */
    guint8 form; /* CLD_FORM_… */
} CldTag;

/* A set of word classes: CLD_WORDS(NOUN) | CLD_WORDS(NAME). */
#define CLD_WORDS(word) (G_GUINT64_CONSTANT(1) << CLD_WORD_##word)

guint cld_verb_get_forms(const char *folded);
CldTag *cld_tags_new(const CldTokens *tokens, const gint *name_at);
gboolean cld_tag_is_in(CldTag tag, guint64 words);
gboolean cld_tag_is_finite(CldTag tag);
gboolean cld_tag_is_nominal(CldTag tag);
gboolean cld_tag_is_verbal(CldTag tag);
