/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-statement.h"
#include "cld-lexicon.h"
#include "cld-mood.h"
#include "cld-terms.h"
#include <string.h>

/* What one claim is made from. */
typedef struct {
    const CldArticle *article;
    const CldReading *reading;
    const CldClause *clause;
    const GArray *quotations;
    const CldCast *cast;
} Statement;

/* How many of the clause's own tokens stand inside quotation marks, of how many. */
static void
count_quoted(const Statement *s, guint *n_quoted, guint *n_all, guint *quotation)
{
    const CldPassage *p = s->reading->passage;
    *n_quoted = *n_all = *quotation = 0;
    for (guint i = s->clause->range.first; i < s->clause->range.end; i++) {
        if (!cld_clause_owns(s->reading->clauses, s->clause, i))
            continue;
        ++*n_all;
        if (p->quotation_at[i] < 0)
            continue;
        ++*n_quoted;
        if (*quotation == 0)
            *quotation = (guint)p->quotation_at[i] + 1;
    }
}

/* The words inside marks in this sentence that the clause shares, terms in marks included. */
static CldSpan
quoted_span(const Statement *s, CldSpan clause)
{
    CldSpan best = {0, 0};
    for (guint k = 0; k < s->quotations->len; k++) {
        const CldQuotation *quotation = &g_array_index(s->quotations, CldQuotation, k);
        if (quotation->depth > 0 || !cld_span_overlaps(quotation->inner, clause))
            continue;
        CldSpan here = {MAX(quotation->inner.start, s->reading->sentence->span.start),
                        MIN(quotation->inner.end, s->reading->sentence->span.end)};
        if (cld_span_length(here) > cld_span_length(best))
            best = here;
    }
    return best;
}

static CldVoice *
find_voice(const Statement *s, guint n_quoted, guint n_all)
{
    if (s->clause->attribution >= 0)
        return g_ptr_array_index(s->reading->voices, s->clause->attribution);
    return n_quoted * 2 > n_all || s->reading->is_labelled ? s->reading->quoted : NULL;
}

static void
set_voice(const Statement *s, CldClaim *claim, const CldVoice *voice)
{
    claim->said = s->article->published;
    if (!voice)
        return;
    claim->holder = g_strdup(voice->name);
    claim->holder_entity = voice->entity;
    claim->holder_is_unnamed = voice->is_unnamed;
    claim->holder_span = voice->span;
    for (guint i = 0; i < voice->chain->len; i++)
        g_ptr_array_add(claim->chain, g_strdup(g_ptr_array_index(voice->chain, i)));
    claim->cue = g_strdup(voice->cue);
    claim->cue_span = voice->cue_span;
    if (cld_when_is_known(voice->said))
        claim->said = voice->said;
    else if (voice->is_earlier)
        claim->said = CLD_WHEN_UNKNOWN;
    claim->is_reported_past = voice->is_earlier;
    claim->is_reported_now = voice->is_now;
}

static void
set_mode(const Statement *s,
         CldClaim *claim,
         gboolean has_voice,
         guint n_quoted,
         guint n_all,
         guint quotation)
{
    claim->quote = quoted_span(s, claim->clause);
    gboolean has_marks = !cld_span_is_empty(claim->quote);
    if (quotation > 0)
        claim->utterance = g_array_index(s->quotations, CldQuotation, quotation - 1).utterance;
    if ((n_all > 0 && n_quoted * 10 >= n_all * 9) || (s->reading->is_labelled && has_voice))
        claim->mode = CLD_MODE_DIRECT;
    else if (has_voice)
        claim->mode = has_marks ? CLD_MODE_MIXED : CLD_MODE_INDIRECT;
    else
        claim->mode = n_quoted > 0 ? CLD_MODE_MIXED : CLD_MODE_NARRATION;
}

static gboolean
owns_span(const Statement *s, CldSpan span)
{
    CldRange range = cld_passage_range_of(s->reading->passage, span);
    return range.first < range.end && cld_clause_owns(s->reading->clauses, s->clause, range.first);
}

static void
add_quantities(const Statement *s, CldClaim *claim)
{
    const GArray *quantities = s->reading->passage->quantities;
    for (guint i = 0; i < quantities->len; i++) {
        const CldQuantity *quantity = &g_array_index(quantities, CldQuantity, i);
        if (owns_span(s, quantity->number))
            g_array_append_vals(claim->quantities, quantity, 1);
    }
}

static gboolean
is_in_words_of_saying(const Statement *s, guint token)
{
    const GArray *attributions = s->reading->attributions;
    for (guint i = 0; i < attributions->len; i++) {
        const CldAttribution *a = &g_array_index(attributions, CldAttribution, i);
        if (cld_range_has(a->own, token) || cld_range_has(a->frame, token))
            return TRUE;
    }
    return FALSE;
}

/* The times of the clause; what it speaks about is the first of them, else the first of its
 * sentence. */
static void
add_times(const Statement *s, CldClaim *claim)
{
    const GArray *dates = s->reading->passage->dates;
    CldWhen nearby = CLD_WHEN_UNKNOWN;
    for (guint i = 0; i < dates->len; i++) {
        const CldDateMention *date = &g_array_index(dates, CldDateMention, i);
        if (!cld_range_has(s->reading->sentence->tokens, date->first_token))
            continue;
        if (!owns_span(s, date->span)) {
            if (!cld_when_is_known(nearby) && !is_in_words_of_saying(s, date->first_token))
                nearby = date->when;
            continue;
        }
        CldTimeMention mention = {date->span, date->when, date->clock_minute, date->relation,
                                  date->is_duration_anchor};
        g_array_append_val(claim->times, mention);
        if (!cld_when_is_known(claim->about))
            claim->about = date->when;
    }
    if (!cld_when_is_known(claim->about))
        claim->about = nearby;
}

/* "I" and "we" in quoted words are the one who speaks them. */
static void
resolve_speaker(const Statement *s, gint figure)
{
    CldPassage *p = s->reading->passage;
    for (guint i = s->clause->range.first; i < s->clause->range.end && figure >= 0; i++) {
        if (p->quotation_at[i] < 0 || p->figure_at[i] >= 0)
            continue;
        const char *const *values =
            cld_lexicon_lookup(cld_lexicon_get("pronouns"), cld_passage_token(p, i)->lower);
        if (values && values[0] && strcmp(values[0], "speaker") == 0 && values[1] &&
            strcmp(values[1], "singular") == 0)
            p->figure_at[i] = figure;
    }
}

/**
 * cld_statement_new:
 * @article: the article
 * @article_index: its index in the run
 * @number: of the claim in the article, from 1
 * @reading: the sentence
 * @clause: one of its clauses
 * @quotations: (element-type CldQuotation): those of the article
 * @cast: its figures
 *
 * Returns: (transfer full): the claim that the clause makes
 */
CldClaim *
cld_statement_new(const CldArticle *article,
                  guint article_index,
                  guint number,
                  const CldReading *reading,
                  const CldClause *clause,
                  const GArray *quotations,
                  const CldCast *cast)
{
    Statement s = {article, reading, clause, quotations, cast};
    const CldPassage *p = reading->passage;
    CldClaim *claim = cld_claim_alloc(article_index, number);
    guint n_quoted = 0, n_all = 0, quotation = 0;
    claim->sentence = reading->sentence->span;
    CldSpan span = cld_passage_span(p, clause->range);
    claim->clause =
        (CldSpan){MAX(span.start, claim->sentence.start), MIN(span.end, claim->sentence.end)};
    claim->part = p->block->part;
    claim->paragraph = p->index;
    claim->line = cld_article_line_at(article, claim->sentence.start);
    claim->text = cld_span_dup_text(claim->sentence, article->text);
    count_quoted(&s, &n_quoted, &n_all, &quotation);
    const CldVoice *voice = find_voice(&s, n_quoted, n_all);
    set_voice(&s, claim, voice);
    set_mode(&s, claim, voice != NULL, n_quoted, n_all, quotation);
    resolve_speaker(&s, voice ? voice->figure : -1);
    cld_terms_collect(p, reading->clauses, clause, cast, claim);
    add_quantities(&s, claim);
    add_times(&s, claim);
    cld_mood_judge(p, reading->clauses, clause,
                   voice && voice->is_negative && clause->attribution >= 0, claim);
    return claim;
}
