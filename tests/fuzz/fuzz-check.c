/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz-check.h"
#include "cld-extract.h"
#include <string.h>

/* Returns: (transfer full): the bytes as text that the text layer may be given: valid UTF-8 */
char *
fuzz_dup_text(const guint8 *bytes, gsize length_bytes)
{
    g_autofree char *text = g_strndup((const char *)bytes, length_bytes); /* ends at a NUL */
    return g_utf8_make_valid(text, -1);
}

/* What every span promises. */
void
fuzz_check_span(CldSpan span, const char *text)
{
    g_assert_true(cld_span_is_valid_in(span, text, strlen(text)));
}

static void
check_claim(const CldClaim *claim, const CldArticle *article, guint number)
{
    g_autofree char *text = cld_span_dup_text(claim->sentence, article->text);
    fuzz_check_span(claim->sentence, article->text);
    fuzz_check_span(claim->clause, article->text);
    g_assert_cmpuint(claim->number, ==, number);
    g_assert_cmpstr(claim->text, ==, text);
    g_assert_true(cld_span_contains(claim->sentence, claim->clause));
    for (guint i = 0; i < claim->terms->len; i++)
        fuzz_check_span(g_array_index(claim->terms, CldTerm, i).span, article->text);
    for (guint i = 0; i < claim->quantities->len; i++)
        fuzz_check_span(g_array_index(claim->quantities, CldQuantity, i).span, article->text);
    for (guint i = 0; i < claim->times->len; i++)
        fuzz_check_span(g_array_index(claim->times, CldTimeMention, i).span, article->text);
    if (!cld_span_is_empty(claim->quote))
        fuzz_check_span(claim->quote, article->text);
}

static void
check_article(const CldArticle *article)
{
    g_autoptr(GError) error = NULL;
    gboolean is_sound = cld_article_check(article, &error);
    g_assert_no_error(error);
    g_assert_true(is_sound);
    for (const char *p = article->text; *p != '\0'; p++)
        g_assert_true(*p == '\n' || !g_ascii_iscntrl(*p));
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, 0);
    for (guint i = 0; i < claims->len; i++)
        check_claim(g_ptr_array_index(claims, i), article, i + 1);
}

/* Reads the bytes as a file of that name: each input ends in one of the four ways, and what is read
 * holds its promises as far as the claims. */
void
fuzz_check_reader(const guint8 *bytes, gsize length_bytes, const char *source)
{
    const CldIngestOptions options = {NULL, CLD_WHEN_UNKNOWN, NULL, NULL};
    g_autoptr(GBytes) input = g_bytes_new_static(bytes, length_bytes);
    g_autoptr(CldIngestResult) result = cld_ingest_bytes(input, source, &options);
    g_assert_cmpuint(result->inputs->len, >, 0); /* nothing ends in silence */
    for (guint i = 0; i < result->inputs->len; i++) {
        const CldInput *row = g_ptr_array_index(result->inputs, i);
        g_assert_cmpint(row->outcome, <, CLD_N_OUTCOMES);
        g_assert_cmpint(row->offset_bytes, <=, (gssize)length_bytes);
        g_assert_true(row->outcome == CLD_OUTCOME_ACCEPTED || row->code != NULL);
        g_assert_true(row->message == NULL || g_utf8_validate(row->message, -1, NULL));
    }
    for (guint i = 0; i < result->articles->len; i++)
        check_article(g_ptr_array_index(result->articles, i));
}
