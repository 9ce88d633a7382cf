/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-sentences.h"

GArray *
cld_sentences_find(const char *text, CldSpan range)
{
    return g_array_new(FALSE, FALSE, sizeof(CldSpan));
}
