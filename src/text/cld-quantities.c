/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-quantities.h"

GArray *
cld_quantities_find(const char *text, const CldTokens *tokens)
{
    return g_array_new(FALSE, FALSE, sizeof(CldQuantity));
}
gboolean
cld_number_parse(const CldTokens *tokens, guint index, guint *n_tokens, double *value)
{
    return FALSE;
}
