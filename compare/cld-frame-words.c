/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the words themselves do: loaded terms, softening, verbs of saying. */
#include "cld-frame.h"
#include "cld-lexicon.h"
#include "cld-speaker.h"
#include <string.h>

/* Weights of data/en/loaded.txt go from 1 to 3; two verdicts in one clause are as loud as it gets.
 */
#define FULL_LOAD 6.0
/* One word of drama or judgement. */
#define MIN_LOAD 1.0
/* Verbs of saying whose colours (data/en/cue-colours.txt) are nearer than this are one shade. */
#define MIN_SHADE 0.5
/* Speakers that are not one: the two must at least say the same thing. */
#define SAME_STATEMENT 0.5

/**
 * cld_frame_weigh:
 * @list: a word list whose first column is a weight; an entry without one weighs 1
 * @text: an article's text
 * @range: where to look
 * @strongest: (out): the weightiest entry found; empty if there is none
 *
 * Returns: the weights of the entries found, added up; 0 for none
 */
double
cld_frame_weigh(const char *list, const char *text, CldSpan range, CldSpan *strongest)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, range);
    double sum = 0, top = 0;
    *strongest = (CldSpan){0, 0};
    for (guint i = 0; i < cld_tokens_length(tokens);) {
        guint n = 1;
        const char *const *values = cld_lexicon_match(cld_lexicon_get(list), tokens, i, &n);
        double weight = values == NULL      ? 0
                        : values[0] == NULL ? 1
                                            : g_ascii_strtod(values[0], NULL);
        n = values == NULL ? 1 : MAX(n, 1);
        sum += weight;
        if (weight > top) {
            top = weight;
            *strongest = cld_span_join(cld_tokens_get(tokens, i)->span,
                                       cld_tokens_get(tokens, i + n - 1)->span);
        }
        i += n;
    }
    return sum;
}

/* Emotive words of the outlet's own; a speaker's stand inside quotation marks. */
static double
own_load(const CldView *view, CldSpan *strongest)
{
    const CldClaim *claim = view->claim;
    const char *text = view->article->text;
    CldSpan inside = {0, 0};
    *strongest = (CldSpan){0, 0};
    if (claim->mode == CLD_MODE_DIRECT || claim->utterance != 0)
        return 0;
    double load = cld_frame_weigh("loaded", text, claim->clause, strongest);
    if (!cld_span_is_empty(claim->quote))
        load -= cld_frame_weigh("loaded", text, claim->quote, &inside);
    return load;
}

/* Returns: %TRUE if the outlet's own words are emotive */
gboolean
cld_frame_is_loaded(const CldView *view)
{
    CldSpan mark = {0, 0};
    return own_load(view, &mark) >= MIN_LOAD;
}

/* Emotive here, plain there. Headlines have a type of their own. */
gboolean
cld_frame_loaded_term(const CldPair *pair, CldFrameVote *vote)
{
    CldSpan mark_a = {0, 0}, mark_b = {0, 0};
    double a = own_load(pair->a, &mark_a);
    double b = own_load(pair->b, &mark_b);
    const CldView *view = a > b ? pair->a : pair->b;
    if (MAX(a, b) < MIN_LOAD || MIN(a, b) * 2 > MAX(a, b) || view->claim->part == CLD_PART_HEADLINE)
        return FALSE;
    g_autofree char *word = cld_span_dup_text(a > b ? mark_a : mark_b, view->article->text);
    vote->strength = 0.4 + 0.6 * MIN(1.0, MAX(a, b) / FULL_LOAD);
    vote->is_b = b > a;
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

/* Returns: %TRUE if the clause has a word that others soften ("murdered", "sacked") */
gboolean
cld_frame_is_blunt(const CldView *view)
{
    CldSpan mark = {0, 0};
    return find_softer(view, &mark) != NULL;
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
        vote->is_b = s == 0;
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

/* Returns: %TRUE if the claim is introduced by a verb that takes it for true ("knew") */
gboolean
cld_frame_is_factive(const CldClaim *claim)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(claim->cue, (CldSpan){0, strlen(claim->cue)});
    for (guint i = 0; i < cld_tokens_length(tokens); i++)
        if (cld_lexicon_has(cld_lexicon_get("factives"), tokens, i))
            return TRUE;
    return FALSE;
}

/* Returns: %TRUE if the clause itself tells of somebody's judgement ("has condemned as unlawful"),
 *     whether or not it was read as that person's words */
gboolean
cld_frame_tells_view(const CldView *view)
{
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        const char *const *values = cld_lexicon_match(cld_lexicon_get("cues"), tokens, i, NULL);
        if (values != NULL && values[0] != NULL &&
            (g_str_equal(values[0], "accusing") || g_str_equal(values[0], "denial")))
            return TRUE;
    }
    return FALSE;
}

/* Returns: how much the verb of saying colours what it introduces, 0 to 1; 0 without one */
double
cld_frame_cue_colour(const CldClaim *claim)
{
    const char *class = cue_class(claim);
    const char *const *values =
        class == NULL ? NULL : cld_lexicon_lookup(cld_lexicon_get("cue-colours"), class);
    return values == NULL || values[0] == NULL ? 0 : g_ascii_strtod(values[0], NULL);
}

/* Returns: %TRUE if the verb of saying is more than neutral */
gboolean
cld_frame_is_coloured(const CldView *view)
{
    return cld_frame_cue_colour(view->claim) >= MIN_SHADE;
}

/* One speaker, or one statement, introduced by verbs of different weight. */
gboolean
cld_frame_attribution_verb(const CldPair *pair, CldFrameVote *vote)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    double colour_a = cld_frame_cue_colour(a), colour_b = cld_frame_cue_colour(b);
    if (a->cue == NULL || b->cue == NULL || ABS(colour_a - colour_b) < MIN_SHADE ||
        a->part == CLD_PART_HEADLINE || b->part == CLD_PART_HEADLINE)
        return FALSE;
    if (!cld_speaker_is_alike(a, b) &&
        (pair->aligned < SAME_STATEMENT || a->polarity != b->polarity))
        return FALSE; /* two speakers: only the same statement, told in two ways */
    vote->strength = MAX(colour_a, colour_b);
    vote->is_b = colour_b > colour_a;
    vote->mark_a = a->cue_span;
    vote->mark_b = b->cue_span;
    vote->reason = g_strdup_printf("%s: “%s” in one report, “%s” in the other.",
                                   vote->is_b ? b->holder : a->holder, a->cue, b->cue);
    return TRUE;
}
