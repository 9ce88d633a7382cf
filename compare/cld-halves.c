/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-halves.h"
#include "cld-lexicon.h"

/* A key of this weight (product of both sides) is fully telling. */
#define FULL_WEIGHT 25.0
/* The word of the row that says that what comes first in time or cause stands left of the cue. */
#define LEFT_FIRST_CAUSE "cause-first"
#define LEFT_FIRST_ORDER "left-first"

/**
 * cld_halves_find:
 * @view: a claim
 * @lexicon: a list of cues: "causes" or "order"
 *
 * Returns: the claim's clause parted by the first cue in it; is_found is %FALSE without one
 */
CldHalves
cld_halves_find(const CldView *view, const char *lexicon)
{
    CldHalves halves = {0};
    CldSpan clause = view->claim->clause;
    const CldLexicon *cues = cld_lexicon_get(lexicon);
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    for (guint i = 0; i < cld_tokens_length(tokens) && !halves.is_found; i++) {
        guint n = 1;
        const char *const *values = cld_lexicon_match(cues, tokens, i, &n);
        if (values == NULL || values[0] == NULL)
            continue;
        halves.is_found = TRUE;
        halves.cue = cld_span_join(cld_tokens_get(tokens, i)->span,
                                   cld_tokens_get(tokens, i + MAX(n, 1) - 1)->span);
        CldSpan left = {clause.start, halves.cue.start}, right = {halves.cue.end, clause.end};
        gboolean left_first =
            g_str_equal(values[0], LEFT_FIRST_CAUSE) || g_str_equal(values[0], LEFT_FIRST_ORDER);
        halves.first = left_first ? left : right;
        halves.second = left_first ? right : left;
    }
    return halves;
}

/* Returns: how telling the most telling word is that stands in both halves, 0 to 1 */
double
cld_halves_shared(const CldPair *pair, CldSpan half_a, CldSpan half_b)
{
    double best = 0;
    for (guint i = 0; i < pair->shared->len; i++) {
        const CldSharedKey *key = &g_array_index(pair->shared, CldSharedKey, i);
        if (!key->is_parent &&
            cld_span_contains(half_a, cld_view_get_term(pair->a, key->term_a)->span) &&
            cld_span_contains(half_b, cld_view_get_term(pair->b, key->term_b)->span))
            best = MAX(best, MIN(1.0, key->weight / FULL_WEIGHT));
    }
    return best;
}

/* Returns: %TRUE if no telling word of the claim stands in the half */
gboolean
cld_halves_is_empty(const CldView *view, CldSpan half)
{
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (cld_span_contains(half, term->span) && !cld_story_is_generic(term))
            return FALSE;
    }
    return TRUE;
}
