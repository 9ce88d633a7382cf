/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the words themselves do: loaded terms, softening, verbs of saying. */
#include "cld-frame.h"
#include "cld-lexicon.h"
#include <string.h>

/* Weights of data/en/loaded.txt go from 1 to 3. */
#define FULL_LOAD 3.0

/**
 * cld_loaded_weight:
 * @text: an article's text
 * @range: where to look
 * @strongest: (out): the most loaded word; empty if there is none
 *
 * Returns: how emotive the words are, added up; 0 for plain ones. From data/en/loaded.txt.
 */
double
cld_loaded_weight(const char *text, CldSpan range, CldSpan *strongest)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, range);
    double sum = 0, top = 0;
    *strongest = (CldSpan){0, 0};
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        guint n = 1;
        const char *const *values = cld_lexicon_match(cld_lexicon_get("loaded"), tokens, i, &n);
        double weight = values == NULL      ? 0
                        : values[0] == NULL ? 1
                                            : g_ascii_strtod(values[0], NULL);
        if (weight <= 0)
            continue;
        sum += weight;
        if (weight > top) {
            top = weight;
            *strongest = cld_span_join(cld_tokens_get(tokens, i)->span,
                                       cld_tokens_get(tokens, i + MAX(n, 1) - 1)->span);
        }
    }
    return sum;
}

/* Emotive words of the outlet's own; a speaker's stand inside quotation marks. */
static double
own_load(const CldView *view, CldSpan *strongest)
{
    const CldClaim *claim = view->claim;
    if (claim->mode == CLD_MODE_DIRECT || claim->utterance != 0)
        return 0;
    return cld_loaded_weight(view->article->text, claim->clause, strongest);
}

/* Emotive here, plain there. */
gboolean
cld_frame_loaded_term(const CldPair *pair, CldFrameVote *vote)
{
    CldSpan mark_a = {0, 0}, mark_b = {0, 0};
    double a = own_load(pair->a, &mark_a);
    double b = own_load(pair->b, &mark_b);
    if (MAX(a, b) < 2 || MIN(a, b) * 2 > MAX(a, b))
        return FALSE;
    const CldView *view = a > b ? pair->a : pair->b;
    g_autofree char *word = cld_span_dup_text(a > b ? mark_a : mark_b, view->article->text);
    vote->strength = 0.5 + 0.5 * MIN(1.0, MAX(a, b) / FULL_LOAD);
    vote->mark_a = mark_a;
    vote->mark_b = mark_b;
    vote->reason = g_strdup_printf("“%s” where the other report is plain.", word);
    return TRUE;
}

/* The value in the first column that the two texts' words have on opposite sides of a line of
 * data/en/softening.txt: a specific word, and the milder one it became. */
static const char *const *
find_softer(const CldView *view, CldSpan *mark)
{
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        guint n = 1;
        const char *const *values = cld_lexicon_match(cld_lexicon_get("softening"), tokens, i, &n);
        if (values == NULL || values[0] == NULL)
            continue;
        *mark = cld_span_join(cld_tokens_get(tokens, i)->span,
                              cld_tokens_get(tokens, i + MAX(n, 1) - 1)->span);
        return values;
    }
    return NULL;
}

static gboolean
has_phrase(const CldView *view, const char *phrase, CldSpan *mark)
{
    g_autoptr(CldTokens) wanted = cld_tokens_new(phrase, (CldSpan){0, strlen(phrase)});
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    guint n = cld_tokens_length(wanted);
    for (guint i = 0; n > 0 && i + n <= cld_tokens_length(tokens); i++) {
        guint k = 0;
        while (k < n &&
               g_str_equal(cld_tokens_get(tokens, i + k)->stem, cld_tokens_get(wanted, k)->stem))
            k++;
        if (k < n)
            continue;
        *mark =
            cld_span_join(cld_tokens_get(tokens, i)->span, cld_tokens_get(tokens, i + n - 1)->span);
        return TRUE;
    }
    return FALSE;
}

/* The specific word here, a general or milder one there. */
gboolean
cld_frame_softening(const CldPair *pair, CldFrameVote *vote)
{
    const CldView *sides[] = {pair->a, pair->b};
    for (guint s = 0; s < 2; s++) {
        CldSpan specific = {0, 0}, general = {0, 0};
        const char *const *row = find_softer(sides[s], &specific);
        if (row == NULL || has_phrase(sides[s], row[0], &general) ||
            !has_phrase(sides[1 - s], row[0], &general))
            continue;
        vote->strength = 0.8;
        vote->mark_a = s == 0 ? specific : general;
        vote->mark_b = s == 0 ? general : specific;
        vote->reason =
            g_strdup("A specific word in one report is a milder or more general one in the other.");
        return TRUE;
    }
    return FALSE;
}

static const char *
cue_class(const CldClaim *claim)
{
    if (claim->cue == NULL)
        return NULL;
    g_autoptr(CldTokens) tokens = cld_tokens_new(claim->cue, (CldSpan){0, strlen(claim->cue)});
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        const char *const *values = cld_lexicon_match(cld_lexicon_get("cues"), tokens, i, NULL);
        if (values != NULL && values[0] != NULL)
            return values[0];
    }
    return NULL;
}

/* Returns: how much a class of verbs of saying colours what it introduces */
static double
colour_of(const char *class)
{
    const char *const *values =
        class == NULL ? NULL : cld_lexicon_lookup(cld_lexicon_get("cue-colours"), class);
    return values == NULL || values[0] == NULL ? 0 : g_ascii_strtod(values[0], NULL);
}

/* One speaker, introduced by verbs of different weight. */
gboolean
cld_frame_attribution_verb(const CldPair *pair, CldFrameVote *vote)
{
    const char *a = cue_class(pair->a->claim);
    const char *b = cue_class(pair->b->claim);
    double colour_a = colour_of(a), colour_b = colour_of(b);
    if (a == NULL || b == NULL || g_str_equal(a, b) || colour_a == colour_b ||
        MAX(colour_a, colour_b) < 0.5)
        return FALSE;
    vote->strength = MAX(colour_a, colour_b);
    vote->mark_a = pair->a->claim->cue_span;
    vote->mark_b = pair->b->claim->cue_span;
    vote->reason =
        g_strdup_printf("%s “%s” in one report and “%s” in the other.", pair->a->claim->holder,
                        pair->a->claim->cue, pair->b->claim->cue);
    return TRUE;
}
