/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-quotations.h"
#include "cld-sentences.h"
#include "fuzz-check.h"
#include "fuzz.h"
#include <string.h>

/* The paragraphs of a text: what stands between blank lines. */
static GArray *
find_paragraphs(const char *text)
{
    GArray *paragraphs = g_array_new(FALSE, FALSE, sizeof(CldSpan));
    for (const char *start = text; *start != '\0';) {
        const char *end = strstr(start, "\n\n");
        if (end == NULL)
            end = start + strlen(start);
        CldSpan span = {(gsize)(start - text), (gsize)(end - text)};
        if (!cld_span_is_empty(span))
            g_array_append_val(paragraphs, span);
        start = *end == '\0' ? end : end + 2;
    }
    return paragraphs;
}

static void
check_sentences(const char *text, CldSpan paragraph)
{
    g_autoptr(GArray) sentences = cld_sentences_find(text, paragraph);
    gsize last = paragraph.start;
    for (guint i = 0; i < sentences->len; i++) {
        CldSpan span = g_array_index(sentences, CldSpan, i);
        fuzz_check_span(span, text);
        g_assert_true(cld_span_contains(paragraph, span));
        g_assert_cmpuint(span.start, >=, last);
        last = span.end;
    }
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes)
{
    g_autofree char *text = fuzz_dup_text(bytes, length_bytes);
    g_autoptr(GArray) paragraphs = find_paragraphs(text);
    const CldSpan *spans = (const CldSpan *)(gpointer)paragraphs->data;
    g_autoptr(GArray) quotations = cld_quotations_find(text, spans, paragraphs->len);
    for (guint i = 0; i < quotations->len; i++) {
        const CldQuotation *quotation = &g_array_index(quotations, CldQuotation, i);
        fuzz_check_span(quotation->outer, text);
        fuzz_check_span(quotation->inner, text);
        g_assert_true(cld_span_contains(quotation->outer, quotation->inner));
        g_assert_cmpuint(quotation->utterance, >, 0);
    }
    for (guint i = 0; i < paragraphs->len; i++)
        check_sentences(text, spans[i]);
    return 0;
}
