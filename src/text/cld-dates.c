/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dates.h"

GArray *
cld_dates_find(const char *text, const CldTokens *tokens, CldWhen anchor)
{
    return g_array_new(FALSE, FALSE, sizeof(CldDateMention));
}
