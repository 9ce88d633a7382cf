/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-tokens.h"

typedef enum {
    CLD_NAME_UNKNOWN,
    CLD_NAME_PERSON,
    CLD_NAME_PLACE,
    CLD_NAME_ORGANISATION,
} CldNameKind;

/* A name as it stands in a text: "Ukrainian President Volodymyr Zelenskyy" has the mention
 * "Volodymyr Zelenskyy" with the title before it. */
typedef struct {
    CldSpan span;  /* the name alone */
    CldSpan title; /* title or role before it ("Finance Minister"); empty: none */
    CldNameKind kind;
    const char
        *key; /* interned: what the same name has in every spelling; see cld_name_dup_key() */
    const char *given; /* (nullable) interned: folded given name of a person */
    guint first_token;
    guint n_tokens;
    gboolean is_demonym; /* "Ukrainian", "Germans": the key is the country's */
} CldNameMention;

GArray *cld_names_find(const char *text, const CldTokens *tokens);
char *cld_name_dup_key(const char *name, CldNameKind kind);
char *cld_name_dup_given(const char *name);
char *cld_name_dup_skeleton(const char *word);
double cld_name_similarity(const char *name, const char *other);
