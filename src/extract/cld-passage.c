/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-passage.h"
#include "cld-sentences.h"
#include <string.h>

/* Returns: %TRUE if there is no token in it */
gboolean
cld_range_is_empty(CldRange self)
{
    return self.first >= self.end;
}

/* Returns: %TRUE if the token of that index lies in the range */
gboolean
cld_range_has(CldRange self, guint index)
{
    return self.first <= index && index < self.end;
}

/* Returns: (transfer none): a token of the passage; @index must be one of its own */
const CldToken *
cld_passage_token(const CldPassage *self, guint index)
{
    return cld_tokens_get(self->tokens, index);
}

/* Returns: %TRUE if there is such a token and it is that word */
gboolean
cld_passage_is(const CldPassage *self, guint index, const char *lower)
{
    return index < self->n_tokens && strcmp(cld_passage_token(self, index)->lower, lower) == 0;
}

/* Returns: the bytes from the first to the last token of @range; empty for an empty range */
CldSpan
cld_passage_span(const CldPassage *self, CldRange range)
{
    if (cld_range_is_empty(range) || range.end > self->n_tokens)
        return (CldSpan){0, 0};
    return (CldSpan){cld_passage_token(self, range.first)->span.start,
                     cld_passage_token(self, range.end - 1)->span.end};
}

/* Returns: (transfer full): the text under the tokens of @range, verbatim */
char *
cld_passage_dup_text(const CldPassage *self, const char *text, CldRange range)
{
    return cld_span_dup_text(cld_passage_span(self, range), text);
}

/* Returns: the first token that ends after @offset_bytes */
static guint
token_after(const CldPassage *self, gsize offset_bytes)
{
    guint low = 0, high = self->n_tokens;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (cld_passage_token(self, middle)->span.end <= offset_bytes)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Returns: the tokens that share a byte with @span */
CldRange
cld_passage_range_of(const CldPassage *self, CldSpan span)
{
    guint first = token_after(self, span.start);
    guint end = first;
    if (cld_span_is_empty(span))
        return (CldRange){first, first};
    end = token_after(self, span.end - 1);
    if (end < self->n_tokens && cld_passage_token(self, end)->span.start < span.end)
        end++;
    return (CldRange){first, MAX(first, end)};
}

static void
find_sentences(CldPassage *self, const char *text)
{
    g_autoptr(GArray) spans = cld_sentences_find(text, self->block->span);
    self->sentences = g_array_sized_new(FALSE, TRUE, sizeof(CldSentence), spans->len);
    for (guint i = 0; i < spans->len; i++) {
        CldSentence sentence = {.span = g_array_index(spans, CldSpan, i)};
        sentence.tokens = cld_passage_range_of(self, sentence.span);
        g_array_append_val(self->sentences, sentence);
    }
}

static void
mark_names(CldPassage *self)
{
    for (guint i = 0; i < self->n_tokens; i++)
        self->name_at[i] = -1;
    for (guint k = 0; k < self->names->len; k++) {
        const CldNameMention *name = &g_array_index(self->names, CldNameMention, k);
        for (guint i = name->first_token;
             i < name->first_token + name->n_tokens && i < self->n_tokens; i++)
            self->name_at[i] = (gint)k;
    }
}

static void
mark_quotations(CldPassage *self, const GArray *quotations)
{
    for (guint i = 0; i < self->n_tokens; i++)
        self->quotation_at[i] = -1;
    for (guint k = 0; k < quotations->len; k++) {
        const CldQuotation *quotation = &g_array_index(quotations, CldQuotation, k);
        if (quotation->depth > 0 || quotation->is_scare ||
            !cld_span_overlaps(quotation->outer, self->block->span))
            continue;
        CldRange range = cld_passage_range_of(self, quotation->outer);
        for (guint i = range.first; i < range.end; i++)
            self->quotation_at[i] = (gint)k;
    }
}

/**
 * cld_passage_new:
 * @article: the article; must outlive the passage
 * @block: index of one of its blocks
 * @quotations: (element-type CldQuotation): those of the block, or of the whole article
 *
 * Returns: (transfer full): the block read by the text layer
 */
CldPassage *
cld_passage_new(const CldArticle *article, guint block, const GArray *quotations)
{
    CldPassage *self = g_new0(CldPassage, 1);
    self->index = block;
    self->block = &g_array_index(article->blocks, CldBlock, block);
    self->tokens = cld_tokens_new(article->text, self->block->span);
    self->n_tokens = cld_tokens_length(self->tokens);
    self->name_at = g_new(gint, self->n_tokens + 1);
    self->quotation_at = g_new(gint, self->n_tokens + 1);
    self->figure_at = g_new(gint, self->n_tokens + 1);
    for (guint i = 0; i < self->n_tokens; i++)
        self->figure_at[i] = -1;
    self->names = cld_names_find(article->text, self->tokens);
    self->dates = cld_dates_find(article->text, self->tokens, article->published);
    self->quantities = cld_quantities_find(article->text, self->tokens);
    mark_names(self);
    mark_quotations(self, quotations);
    find_sentences(self, article->text);
    self->tags = cld_tags_new(self->tokens, self->name_at);
    return self;
}

void
cld_passage_free(CldPassage *self)
{
    if (!self)
        return;
    cld_tokens_unref(self->tokens);
    g_free(self->tags);
    g_free(self->name_at);
    g_free(self->quotation_at);
    g_free(self->figure_at);
    g_array_unref(self->names);
    g_array_unref(self->dates);
    g_array_unref(self->quantities);
    g_array_unref(self->sentences);
    g_free(self);
}
