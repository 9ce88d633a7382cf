/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-count.h"
#include "cld-lexicon.h"
#include "cld-revision.h"
#include <math.h>

/* Two amounts this close (relative) are one amount, rounded: "nearly 4,000" and "3,980". */
#define ROUNDING_ABOUT 0.10
#define ROUNDING_EXACT 0.005
/* Small numbers are many and mean little. */
#define SMALL 4.0
/* Words before and after a number that may make it a part of another, or a change. */
#define PART_BACK    2
#define PART_FORWARD 3
#define CHANGE_BACK  3
/* Claims to either side that may belong to the same sentence. */
#define SENTENCE_REACH 12

/* Returns: %TRUE if both numbers can be so at once */
gboolean
cld_count_is_compatible(const CldQuantity *x, const CldQuantity *y)
{
    double low_x = x->bound == CLD_BOUND_AT_MOST ? -G_MAXDOUBLE : x->value;
    double low_y = y->bound == CLD_BOUND_AT_MOST ? -G_MAXDOUBLE : y->value;
    double high_x = x->bound == CLD_BOUND_AT_LEAST ? G_MAXDOUBLE : MAX(x->value, x->max);
    double high_y = y->bound == CLD_BOUND_AT_LEAST ? G_MAXDOUBLE : MAX(y->value, y->max);
    gboolean about = x->bound == CLD_BOUND_ABOUT || y->bound == CLD_BOUND_ABOUT;
    double slack = (about ? ROUNDING_ABOUT : ROUNDING_EXACT) * MAX(fabs(x->value), fabs(y->value));
    return low_x <= high_y + slack && low_y <= high_x + slack;
}

/* Returns: %TRUE if both are measured in one unit, or are numbers of one noun */
gboolean
cld_count_is_one_kind(const CldQuantity *x, const CldQuantity *y)
{
    if (x->is_ordinal || y->is_ordinal || x->unit != y->unit)
        return FALSE;
    return x->unit != NULL || (x->noun != NULL && x->noun == y->noun);
}

/* Returns: %TRUE if one leaves room for the other: "at least 11" and, later, "19". Rounding does
 * not */
gboolean
cld_count_may_have_grown(const CldQuantity *x, const CldQuantity *y)
{
    CldQuantity p = *x, q = *y;
    gboolean has_bound = x->bound == CLD_BOUND_AT_LEAST || y->bound == CLD_BOUND_AT_LEAST;
    p.bound = p.bound == CLD_BOUND_AT_LEAST ? CLD_BOUND_EXACT : p.bound;
    q.bound = q.bound == CLD_BOUND_AT_LEAST ? CLD_BOUND_EXACT : q.bound;
    return has_bound && !cld_count_is_compatible(&p, &q);
}

/* Returns: %TRUE if the sentence itself no longer holds the number for right */
gboolean
cld_count_is_past(const CldView *view, const CldQuantity *quantity)
{
    return cld_revisions_get(view->revisions, quantity->number) != NULL;
}

static gboolean
is_given(const CldView *view, const CldQuantity *wanted)
{
    const GArray *quantities = view->claim->quantities;
    for (guint i = 0; i < quantities->len; i++) {
        const CldQuantity *other = &g_array_index(quantities, CldQuantity, i);
        if (cld_count_is_one_kind(wanted, other) && cld_count_is_compatible(wanted, other) &&
            !cld_count_may_have_grown(wanted, other) && !cld_count_is_past(view, other))
            return TRUE;
    }
    return FALSE;
}

/* "26 agencies, 11 of which are open": eleven of whatever. A small number says too little. */
static gboolean
is_named(const CldView *view, const CldQuantity *wanted)
{
    const GArray *quantities = view->claim->quantities;
    for (guint i = 0; wanted->value > SMALL && i < quantities->len; i++) {
        const CldQuantity *other = &g_array_index(quantities, CldQuantity, i);
        gboolean may_be_one =
            wanted->unit == other->unit || wanted->unit == NULL || other->unit == NULL;
        if (!other->is_ordinal && may_be_one && other->value == wanted->value &&
            other->max == wanted->max && !cld_count_is_past(view, other))
            return TRUE;
    }
    return FALSE;
}

/**
 * cld_count_is_told:
 * @story: the story of the claim
 * @view: a claim
 * @wanted: a number of another claim
 *
 * A number that both sides have is the same fact; the other numbers are then other facts.
 *
 * Returns: %TRUE if the claim has that number, of the same thing, or its sentence of whatever
 */
gboolean
cld_count_is_told(const CldStory *story, const CldView *view, const CldQuantity *wanted)
{
    guint from = view->index > SENTENCE_REACH ? view->index - SENTENCE_REACH : 0;
    guint to = MIN(view->index + SENTENCE_REACH + 1, story->views->len);
    if (is_given(view, wanted))
        return TRUE;
    for (guint i = from; i < to; i++) {
        const CldView *other = g_ptr_array_index(story->views, i);
        if (cld_claim_is_same_sentence(other->claim, view->claim) && is_named(other, wanted))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_at(const CldTokens *tokens, guint at, const char *word)
{
    return at < cld_tokens_length(tokens) && g_str_equal(cld_tokens_get(tokens, at)->lower, word);
}

/* "More than", "or more": a bound of the number, no addition to another. */
static gboolean
is_bound_at(const CldTokens *tokens, guint at)
{
    return is_at(tokens, at + 1, "than") || (at > 0 && is_at(tokens, at - 1, "or"));
}

/* Returns: %TRUE for a measure, a price, a duration: the unit says already what kind of thing it is
 */
gboolean
cld_count_is_measure(const CldQuantity *quantity)
{
    return quantity->unit != NULL && quantity->noun == NULL &&
           quantity->unit != g_intern_static_string("%") &&
           quantity->unit != g_intern_static_string("people");
}

/* Returns: %TRUE for "four more bodies", "six of them", "another 20": an addition to or a part of a
 * count, not a count */
gboolean
cld_count_is_partial(const CldView *view, const CldQuantity *quantity)
{
    const CldTokens *tokens = view->tokens;
    const CldLexicon *partial = cld_lexicon_get("partial-counts");
    guint at = cld_tokens_index_at(tokens, quantity->number.start);
    for (guint back = 1; back <= PART_BACK && back <= at; back++)
        if (!is_bound_at(tokens, at - back) && cld_lexicon_has(partial, tokens, at - back))
            return TRUE;
    for (guint k = at; k < MIN(at + 1 + PART_FORWARD, cld_tokens_length(tokens)); k++) {
        const CldToken *token = cld_tokens_get(tokens, k);
        if (k > at && token->kind == CLD_TOKEN_PUNCT)
            return FALSE;
        gboolean is_bound =
            is_bound_at(tokens, k) || (cld_count_is_measure(quantity) && is_at(tokens, k, "out"));
        if (!is_bound && cld_lexicon_has(partial, tokens, k))
            return TRUE;
    }
    return FALSE;
}

/* Returns: %TRUE for a change ("raised by 15%"), which does not clash with a level ("raised to
 * 15%") */
gboolean
cld_count_is_change(const CldView *view, const CldQuantity *quantity)
{
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    const CldLexicon *changes = cld_lexicon_get("change-counts");
    guint at = cld_tokens_index_at(tokens, quantity->number.start);
    for (guint back = 1; back <= CHANGE_BACK && back <= at; back++) {
        if (cld_tokens_get(tokens, at - back)->kind == CLD_TOKEN_PUNCT ||
            g_str_equal(cld_tokens_get(tokens, at - back)->lower, "to"))
            return FALSE;
        if (cld_lexicon_has(changes, tokens, at - back))
            return TRUE;
    }
    return FALSE;
}
