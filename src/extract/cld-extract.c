/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-extract.h"
#include "cld-terms.h"

#define MAX_CLAIMS 40000 /* per article */

static GArray *
find_quotations(const CldArticle *article)
{
    g_autofree CldSpan *spans = g_new(CldSpan, article->blocks->len + 1);
    for (guint i = 0; i < article->blocks->len; i++)
        spans[i] = g_array_index(article->blocks, CldBlock, i).span;
    return cld_quotations_find(article->text, spans, article->blocks->len);
}

static void
claim_facts(const CldPassage *passage, CldClaim *claim)
{
    for (guint i = 0; i < passage->quantities->len; i++) {
        CldQuantity *quantity = &g_array_index(passage->quantities, CldQuantity, i);
        if (cld_span_contains(claim->clause, quantity->number))
            g_array_append_val(claim->quantities, *quantity);
    }
    for (guint i = 0; i < passage->dates->len; i++) {
        const CldDateMention *date = &g_array_index(passage->dates, CldDateMention, i);
        if (!cld_span_contains(claim->clause, date->span))
            continue;
        CldTimeMention mention = {date->span, date->when, date->clock_minute, date->relation,
                                  date->is_duration_anchor};
        g_array_append_val(claim->times, mention);
        if (!cld_when_is_known(claim->about))
            claim->about = date->when;
    }
}

static void
claim_sentence(const CldArticle *article,
               guint article_index,
               const CldPassage *passage,
               const CldSentence *sentence,
               const CldCast *cast,
               GPtrArray *claims)
{
    CldRange range = sentence->tokens;
    if (cld_range_is_empty(range))
        return;
    g_autofree guint16 *owner = g_new(guint16, range.end - range.first);
    for (guint i = 0; i < range.end - range.first; i++)
        owner[i] = 1;
    CldClauses clauses = {NULL, range.first, owner};
    CldClause clause = {.number = 1, .range = range, .attribution = -1};
    CldClaim *claim = cld_claim_alloc(article_index, claims->len + 1);
    claim->sentence = sentence->span;
    claim->clause = sentence->span;
    claim->part = passage->block->part;
    claim->paragraph = passage->index;
    claim->line = cld_article_line_at(article, sentence->span.start);
    claim->text = cld_span_dup_text(sentence->span, article->text);
    claim->said = article->published;
    cld_terms_collect(passage, &clauses, &clause, cast, claim);
    claim_facts(passage, claim);
    g_ptr_array_add(claims, claim);
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
    for (guint p = 0; p < passages->len; p++) {
        const CldPassage *passage = g_ptr_array_index(passages, p);
        for (guint i = 0; i < passage->sentences->len && claims->len < MAX_CLAIMS; i++)
            claim_sentence(article, article_index, passage,
                           &g_array_index(passage->sentences, CldSentence, i), cast, claims);
    }
    return claims;
}
