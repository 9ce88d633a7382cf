/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-span.h"

/* Words are cut as a newspaper reader would cut them:
 *   "isn't" "Kok-Tash" "pro-Russian" "Covid-19" "U.S." "p.m." "O'Brien" "G20"   one word each
 *   "Russia's"      two: "Russia" and "'s", so that a name looks the same in every case
 *   "Gen." "Oct."   two: the full stop of an abbreviated word is punctuation
 *   "4,200" "1.25" "5 000" (no-break space) "1990s" "21st"                        one number each
 *   "18:40" "20-30" three;  "2m" "9am" "25km" "$3" "25%" two;  "17-year-old" is 17, -, year-old
 */
typedef enum {
    CLD_TOKEN_WORD,   /* letters, with inner apostrophes and hyphens: "isn't", "Kok-Tash", "U.S." */
    CLD_TOKEN_NUMBER, /* digits with separators: "4,200", "1.25", "18:40" is three tokens */
    CLD_TOKEN_PUNCT,  /* one character: punctuation, symbol, currency sign, quotation mark */
} CldTokenKind;

typedef struct {
    CldSpan span;
    CldTokenKind kind;
    const char *lower; /* folded: lower case, NFC, curly quotes and dashes straightened; owned by
                          the list */
    const char
        *stem; /* Snowball English stem of lower; owned by the list; == lower for non-words */
    gboolean is_capital;  /* first letter upper case */
    gboolean is_all_caps; /* two letters or more, all upper case */
    gboolean is_spaced;   /* white space stands before it (or it is the first) */
} CldToken;

/* The words of a piece of text, in order. Immutable, ref-counted; does not keep the text. */
typedef struct CldTokens CldTokens;

CldTokens *cld_tokens_new(const char *text, CldSpan range);
CldTokens *cld_tokens_ref(CldTokens *self);
void cld_tokens_unref(CldTokens *self);
guint cld_tokens_length(const CldTokens *self);
const CldToken *cld_tokens_get(const CldTokens *self, guint index);
guint cld_tokens_index_at(const CldTokens *self, gsize offset_bytes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldTokens, cld_tokens_unref)

char *cld_text_fold(const char *text, gssize length_bytes);
const char *cld_text_intern_stem(const char *folded_word);
