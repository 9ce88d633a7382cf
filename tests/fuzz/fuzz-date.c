/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dates.h"
#include "fuzz-check.h"
#include "fuzz.h"
#include <string.h>

static void
check_when(CldWhen when)
{
    g_autofree char *from = cld_when_dup_from(when);
    g_autofree char *to = cld_when_dup_to(when);
    g_assert_true((from != NULL) == cld_when_is_known(when));
    g_assert_true((to != NULL) == cld_when_is_known(when));
}

static void
check_stamp(const char *text)
{
    CldWhen when = CLD_WHEN_UNKNOWN;
    CldSpan where = {0, 0};
    if (cld_dates_parse_stamp(text, strlen(text), &when, &where)) {
        fuzz_check_span(where, text);
        check_when(when);
    }
    if (cld_dates_parse_iso(text, &when))
        check_when(when);
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes)
{
    g_autofree char *text = fuzz_dup_text(bytes, length_bytes);
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    g_autoptr(GArray) dates = cld_dates_find(text, tokens, cld_when_day(2025, 11, 9));
    for (guint i = 0; i < dates->len; i++) {
        const CldDateMention *date = &g_array_index(dates, CldDateMention, i);
        fuzz_check_span(date->span, text);
        g_assert_cmpint(date->clock_minute, >=, -1);
        g_assert_cmpint(date->clock_minute, <, CLD_MINUTES_PER_DAY);
        g_assert_nonnull(strchr("=<>~", date->relation));
        g_assert_cmpuint(date->first_token + date->n_tokens, <=, cld_tokens_length(tokens));
        check_when(date->when);
    }
    check_stamp(text);
    return 0;
}
