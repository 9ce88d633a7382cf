/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-tokens.h"

/* What a number counts. A value. */
typedef struct {
    const char *noun; /* (nullable) interned: stem of the head noun; NULL: none is named */
    gboolean is_people;
    guint end; /* token after the noun; where the search began when there is none */
} CldCounted;

CldCounted cld_counted_find(const CldTokens *tokens, guint index, gboolean is_one);
gboolean cld_counted_is_people(const CldTokens *tokens, guint index);
