/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-texts.h"
#include <stdlib.h>
#include <string.h>

static gint
compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts @texts (element-type utf8) by their bytes, in place. */
void
cld_texts_sort(GPtrArray *texts)
{
    g_ptr_array_sort(texts, compare_texts);
}

/**
 * cld_texts_has:
 * @sorted: (element-type utf8): texts as cld_texts_sort() leaves them
 * @text: a text
 *
 * Returns: %TRUE if it is one of them
 */
gboolean
cld_texts_has(const GPtrArray *sorted, const char *text)
{
    return sorted->len > 0 &&
           bsearch(&text, sorted->pdata, sorted->len, sizeof(gpointer), compare_texts) != NULL;
}
