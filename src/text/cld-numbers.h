/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-tokens.h"

/* A number as it is written, before anyone asks what it counts. A value. */
typedef struct {
    double value;
    double max;         /* upper end of a vague number ("dozens"); == value otherwise */
    guint n_tokens;     /* taken, the token of @rest included */
    const char *rest;   /* (nullable): behind the hyphen of the last token ("year" in "ten-year");
                           owned by the tokens */
    gboolean is_word;   /* spelled out */
    gboolean is_scaled; /* has "million", "bn" or the like */
    gboolean is_vague;
    gboolean is_ordinal; /* "third", "21st" */
    gboolean is_part;    /* "half", "two-thirds": value is the fraction */
} CldNumber;

gboolean cld_number_read(const CldTokens *tokens, guint index, CldNumber *number);
gboolean cld_number_parse_digits(const char *digits, double *value);
