/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-extract.h"
#include "cld-statement.h"

#define MAX_CLAIMS 40000 /* per article */

static GArray *
find_quotations(const CldArticle *article)
{
    g_autofree CldSpan *spans = g_new(CldSpan, article->blocks->len + 1);
    for (guint i = 0; i < article->blocks->len; i++)
        spans[i] = g_array_index(article->blocks, CldBlock, i).span;
    return cld_quotations_find(article->text, spans, article->blocks->len);
}

/**
 * cld_extract_claims:
 * @article: the article
 * @article_index: its index in the run
 *
 * Returns: (transfer full) (element-type CldClaim): what the article states, in text order
 */
GPtrArray *
cld_extract_claims(const CldArticle *article, guint article_index)
{
    GPtrArray *claims = g_ptr_array_new_with_free_func((GDestroyNotify)cld_claim_unref);
    g_autoptr(GArray) quotations = find_quotations(article);
    g_autoptr(GPtrArray) passages =
        g_ptr_array_new_with_free_func((GDestroyNotify)cld_passage_free);
    for (guint i = 0; i < article->blocks->len; i++)
        if (g_array_index(article->blocks, CldBlock, i).part != CLD_PART_CAPTION)
            g_ptr_array_add(passages, cld_passage_new(article, i, quotations));
    g_autoptr(CldCast) cast = cld_cast_new(article, passages);
    g_autoptr(GPtrArray) readings = cld_speech_read(article, passages, quotations, cast);
    for (guint i = 0; i < readings->len; i++) {
        const CldReading *reading = g_ptr_array_index(readings, i);
        const GArray *clauses = reading->clauses->clauses;
        for (guint k = 0; k < clauses->len && claims->len < MAX_CLAIMS; k++)
            g_ptr_array_add(
                claims, cld_statement_new(article, article_index, claims->len + 1, reading,
                                          &g_array_index(clauses, CldClause, k), quotations, cast));
    }
    return claims;
}
