/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Prints "start end" (bytes, inner span), depth and signs for each quotation of a text on standard
 * input whose paragraphs are its lines. For quotations.py. */
#include "cld-quotations.h"
#include <stdio.h>
#include <string.h>

#define MAX_TEXT_BYTES (8 * 1024 * 1024)

int
main(void)
{
    g_autofree char *text = g_malloc0(MAX_TEXT_BYTES + 1);
    gsize length = fread(text, 1, MAX_TEXT_BYTES, stdin);
    g_autoptr(GArray) paragraphs = g_array_new(FALSE, FALSE, sizeof(CldSpan));
    if (!g_utf8_validate(text, (gssize)length, NULL))
        return 2;
    for (gsize start = 0, i = 0; i <= length; i++) {
        if (i < length && text[i] != '\n')
            continue;
        CldSpan span = {start, i};
        if (!cld_span_is_empty(span))
            g_array_append_val(paragraphs, span);
        start = i + 1;
    }
    g_autoptr(GArray) found =
        cld_quotations_find(text, (const CldSpan *)(void *)paragraphs->data, paragraphs->len);
    for (guint i = 0; i < found->len; i++) {
        const CldQuotation *quotation = &g_array_index(found, CldQuotation, i);
        printf("%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %u %s%s%s\n", quotation->inner.start,
               quotation->inner.end, quotation->depth, quotation->is_open ? "!" : "-",
               quotation->continues ? "&" : "-", quotation->is_scare ? "?" : "-");
    }
    return 0;
}
