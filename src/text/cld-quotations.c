/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-quotations.h"

GArray *
cld_quotations_find(const char *text, const CldSpan *paragraphs, guint n_paragraphs)
{
    return g_array_new(FALSE, FALSE, sizeof(CldQuotation));
}
