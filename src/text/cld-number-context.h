/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-numbers.h"

/* What a number is for, as far as the words around it show. */
typedef enum {
    CLD_NUMBER_USE_AMOUNT,
    CLD_NUMBER_USE_AGE,  /* "Smith, 45, said" */
    CLD_NUMBER_USE_NAME, /* "Article 5", "Flight 418", "the third" */
    CLD_NUMBER_USE_NONE, /* a year, a day of the month, the pronoun "one", a list mark */
} CldNumberUse;

guint cld_number_context_skip(const CldTokens *tokens, guint index);
CldNumberUse cld_number_context_judge(const CldTokens *tokens,
                                      guint index,
                                      const CldNumber *number,
                                      gboolean has_noun,
                                      gboolean is_bounded);
