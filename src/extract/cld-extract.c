/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-extract.h"
GPtrArray *
cld_extract_claims(const CldArticle *article, guint article_index)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)cld_claim_unref);
}
