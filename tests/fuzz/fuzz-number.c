/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-quantities.h"
#include "fuzz-check.h"
#include "fuzz.h"
#include <math.h>
#include <string.h>

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes)
{
    g_autofree char *text = fuzz_dup_text(bytes, length_bytes);
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    g_autoptr(GArray) quantities = cld_quantities_find(text, tokens);
    gsize last = 0;
    for (guint i = 0; i < quantities->len; i++) {
        const CldQuantity *quantity = &g_array_index(quantities, CldQuantity, i);
        fuzz_check_span(quantity->span, text);
        fuzz_check_span(quantity->number, text);
        g_assert_true(cld_span_contains(quantity->span, quantity->number));
        g_assert_false(cld_span_is_empty(quantity->number));
        g_assert_true(isfinite(quantity->value) && isfinite(quantity->max));
        g_assert_true(quantity->value <= quantity->max);
        g_assert_true(quantity->bound == CLD_BOUND_RANGE || quantity->value == quantity->max);
        g_assert_cmpuint(quantity->number.start, >=, last);
        last = quantity->number.end;
    }
    return 0;
}
