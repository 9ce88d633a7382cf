/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dates.h"

GArray *
cld_dates_find(const char *text, const CldTokens *tokens, CldWhen anchor)
{
    return g_array_new(FALSE, FALSE, sizeof(CldDateMention));
}
gboolean
cld_dates_parse_stamp(const char *text, gsize length_bytes, CldWhen *when, CldSpan *where)
{
    return FALSE;
}
gboolean
cld_dates_parse_iso(const char *text, CldWhen *when)
{
    return FALSE;
}
