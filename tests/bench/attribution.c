/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads a text whose paragraphs are its lines, the first the headline, and prints a row for each
 * claim: spans (bytes) of clause, quote, holder and cue, mode, holder, cue, chain, facts. For
 * attribution.py and for reading by eye. */
#include "cld-extract.h"
#include <stdio.h>
#include <string.h>

#define MAX_TEXT_BYTES (8 * 1024 * 1024)

static CldArticle *
read_article(void)
{
    CldArticle *article = cld_article_alloc("-", "text");
    g_free(article->text);
    article->text = g_malloc0(MAX_TEXT_BYTES + 1);
    article->text_bytes = fread(article->text, 1, MAX_TEXT_BYTES, stdin);
    article->published = cld_when_day(2016, 9, 1);
    for (gsize start = 0, i = 0; i <= article->text_bytes; i++) {
        if (i < article->text_bytes && article->text[i] != '\n')
            continue;
        CldBlock block = {.span = {start, i}, .part = CLD_PART_BODY};
        if (article->blocks->len < 2)
            block.part = article->blocks->len ? CLD_PART_LEAD : CLD_PART_HEADLINE;
        if (!cld_span_is_empty(block.span))
            g_array_append_val(article->blocks, block);
        start = i + 1;
    }
    return article;
}

static void
print_span(CldSpan span)
{
    printf("%" G_GSIZE_FORMAT ":%" G_GSIZE_FORMAT "\t", span.start, span.end);
}

static void
print_claim(const CldClaim *claim)
{
    print_span(claim->clause);
    print_span(claim->quote);
    print_span(claim->holder_span);
    print_span(claim->cue_span);
    printf("%s\t%s\t%s\t", cld_mode_get_tag(claim->mode), claim->holder ? claim->holder : "-",
           claim->cue ? claim->cue : "-");
    for (guint i = 0; i < claim->chain->len; i++)
        printf("%s|", (const char *)g_ptr_array_index(claim->chain, i));
    printf("\t%s %s%s%s%s%s\t", cld_polarity_get_tag(claim->polarity),
           cld_modality_get_tag(claim->modality), claim->is_hedged ? " hedged" : "",
           claim->is_reported_past ? " past" : "", claim->is_reported_now ? " now" : "",
           claim->holder_is_unnamed ? " unnamed" : "");
    for (guint i = 0; i < claim->terms->len; i++) {
        const CldTerm *term = &g_array_index(claim->terms, CldTerm, i);
        printf("%s%s%s%s%s/%c ", term->is_negated ? "!" : "", term->stem, term->entity ? "@" : "",
               term->concept ? "=" : "", term->concept ? term->concept : "", "osp>"[term->role]);
    }
    printf("\n");
}

int
main(void)
{
    g_autoptr(CldArticle) article = read_article();
    if (!g_utf8_validate(article->text, (gssize)article->text_bytes, NULL))
        return 2;
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, 0);
    for (guint i = 0; i < claims->len; i++)
        print_claim(g_ptr_array_index(claims, i));
    return 0;
}
