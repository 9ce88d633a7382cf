/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-halves.h"
#include "cld-lexicon.h"

/* The word of the row that says that what comes first in time or cause stands left of the cue. */
#define LEFT_FIRST_CAUSE "cause-first"
#define LEFT_FIRST_ORDER "left-first"
/* Tokens before a cue within which a sentence is taken to open with it: "Only after the horn". */
#define OPENING_TOKENS 1
/* Weight of one telling word of both halves beside all of them. */
#define BEST_SHARE 0.6
/* Words as near as this are one. */
#define SAME_WORD 0.6

/* Where the clause that a cue opens ends: at a comma, or at the verb that stands before its
 * subject ("Only after A had come did B move"). */
static gsize
find_main_clause(const CldTokens *tokens, guint from)
{
    const CldLexicon *inverted = cld_lexicon_get("inversions");
    for (guint i = from + 1; i + 1 < cld_tokens_length(tokens); i++) {
        const CldToken *token = cld_tokens_get(tokens, i);
        if (token->kind == CLD_TOKEN_PUNCT && *token->lower == ',')
            return token->span.end;
        if (cld_lexicon_has(inverted, tokens, i))
            return token->span.start;
    }
    return 0;
}

static void
part(CldHalves *halves, CldSpan sentence, const CldTokens *tokens, guint at, guint end)
{
    CldSpan left = {sentence.start, halves->cue.start}, right = {halves->cue.end, sentence.end};
    gsize main_clause = at <= OPENING_TOKENS ? find_main_clause(tokens, end) : 0;
    if (main_clause > 0) {
        left = (CldSpan){main_clause, sentence.end};
        right.end = main_clause;
    }
    halves->first = left;
    halves->second = right;
}

/**
 * cld_halves_find:
 * @view: a claim
 * @lexicon: a list of cues: "causes" or "order"
 *
 * Returns: the claim's sentence parted by the first cue in it, also where the cue opens the
 * sentence ("After the horn, the water came"); is_found is %FALSE without one
 */
CldHalves
cld_halves_find(const CldView *view, const char *lexicon)
{
    CldHalves halves = {0};
    CldSpan sentence = view->claim->sentence;
    const CldLexicon *cues = cld_lexicon_get(lexicon);
    const CldTokens *tokens = view->sentence;
    for (guint i = 0; i < cld_tokens_length(tokens) && !halves.is_found; i++) {
        guint n = 1;
        const char *const *values = cld_lexicon_match(cues, tokens, i, &n);
        if (values == NULL || values[0] == NULL)
            continue;
        n = MAX(n, 1);
        halves.is_found = TRUE;
        halves.cue =
            cld_span_join(cld_tokens_get(tokens, i)->span, cld_tokens_get(tokens, i + n - 1)->span);
        part(&halves, sentence, tokens, i, i + n - 1);
        if (g_str_equal(values[0], LEFT_FIRST_CAUSE) || g_str_equal(values[0], LEFT_FIRST_ORDER))
            continue;
        CldSpan left = halves.first;
        halves.first = halves.second;
        halves.second = left;
    }
    return halves;
}

/* Returns: how far the two halves say the same, 0 to 1 */
double
cld_halves_same(const CldPair *pair, CldSpan half_a, CldSpan half_b)
{
    CldWords x, y;
    cld_words_collect(&x, pair->story, pair->a, half_a);
    cld_words_collect(&y, pair->story, pair->b, half_b);
    CldMatch match = cld_words_match(&x, &y);
    return BEST_SHARE * match.best + (1 - BEST_SHARE) * MAX(match.part_a, match.part_b);
}

/* Returns: how far each half says what the other says, 0 to 1 */
double
cld_halves_both(const CldPair *pair, CldSpan half_a, CldSpan half_b)
{
    CldWords x, y;
    cld_words_collect(&x, pair->story, pair->a, half_a);
    cld_words_collect(&y, pair->story, pair->b, half_b);
    CldMatch match = cld_words_match(&x, &y);
    return cld_match_both(&match);
}

/* Returns: %TRUE if both halves have a telling word in common that is no name */
gboolean
cld_halves_share_word(const CldPair *pair, CldSpan half_a, CldSpan half_b)
{
    CldWords x, y;
    cld_words_collect(&x, pair->story, pair->a, half_a);
    cld_words_collect(&y, pair->story, pair->b, half_b);
    for (guint i = 0; i < x.n; i++)
        for (guint j = 0; x.words[i].term->entity == NULL && j < y.n; j++)
            if (cld_word_similarity(&x.words[i], &y.words[j]) >= SAME_WORD)
                return TRUE;
    return FALSE;
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
