/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"
#include "cld-lexicon.h"
#include <math.h>

/* Two amounts this close (relative) are one amount, rounded: "nearly 4,000" and "3,980". */
#define ROUNDING_ABOUT 0.10
#define ROUNDING_EXACT 0.005
/* Amounts further apart than this factor are hardly two counts of one thing. */
#define MAX_FACTOR 8.0
/* Content words to either side of a number that say what is counted: "41 people were killed". */
#define REACH 4
/* Words at least this near say the same of what is counted. */
#define SAME_ATTRIBUTE 0.55
/* Inside one article only a headline and its body are expected to give the same number. */
#define WITHIN_ARTICLE_SHARE 0.5

/* A number and the words that say what it counts. */
typedef struct {
    const CldView *view;
    const CldQuantity *quantity;
    guint terms[2 * REACH];
    guint n;
    const char
        *nation; /* (nullable): name that qualifies what is counted: "115 Ukrainian soldiers" */
} Count;

/* Returns: %TRUE if both numbers can be so at once */
static gboolean
is_compatible(const CldQuantity *x, const CldQuantity *y)
{
    double low_x = x->bound == CLD_BOUND_AT_MOST ? -G_MAXDOUBLE : x->value;
    double low_y = y->bound == CLD_BOUND_AT_MOST ? -G_MAXDOUBLE : y->value;
    double high_x = x->bound == CLD_BOUND_AT_LEAST ? G_MAXDOUBLE : MAX(x->value, x->max);
    double high_y = y->bound == CLD_BOUND_AT_LEAST ? G_MAXDOUBLE : MAX(y->value, y->max);
    gboolean about = x->bound == CLD_BOUND_ABOUT || y->bound == CLD_BOUND_ABOUT;
    double slack = (about ? ROUNDING_ABOUT : ROUNDING_EXACT) * MAX(fabs(x->value), fabs(y->value));
    return low_x <= high_y + slack && low_y <= high_x + slack;
}

static gboolean
counts_the_same(const CldQuantity *x, const CldQuantity *y)
{
    if (x->is_ordinal || y->is_ordinal || x->unit != y->unit)
        return FALSE;
    return x->unit != NULL || (x->noun != NULL && x->noun == y->noun);
}

/* A number that both sides have is the same fact; the other numbers are then other facts. */
static gboolean
stands_in(const GArray *quantities, const CldQuantity *wanted)
{
    for (guint i = 0; i < quantities->len; i++) {
        const CldQuantity *other = &g_array_index(quantities, CldQuantity, i);
        if (counts_the_same(wanted, other) && is_compatible(wanted, other))
            return TRUE;
    }
    return FALSE;
}

/* "four more bodies", "six of them", "another 20": an addition to or a part of a count, not a
 * count. */
static gboolean
is_partial(const CldView *view, const CldQuantity *quantity)
{
    const CldClaim *claim = view->claim;
    CldSpan around = {claim->clause.start, claim->clause.end};
    g_autoptr(CldTokens) tokens = cld_tokens_new(view->article->text, around);
    const CldLexicon *partial = cld_lexicon_get("partial-counts");
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        if (!cld_span_overlaps(cld_tokens_get(tokens, i)->span, quantity->number))
            continue;
        for (guint back = 1; back <= 2 && back <= i; back++)
            if (cld_lexicon_has(partial, tokens, i - back))
                return TRUE;
        for (guint k = i; k < MIN(i + 4, cld_tokens_length(tokens)); k++)
            if (cld_lexicon_has(partial, tokens, k))
                return TRUE;
        return FALSE;
    }
    return FALSE;
}

static void
count_init(Count *self, const CldView *view, const CldQuantity *quantity)
{
    const GArray *terms = view->claim->terms;
    guint at = 0;
    *self = (Count){.view = view, .quantity = quantity};
    while (at < terms->len && cld_view_get_term(view, at)->span.start < quantity->number.start)
        at++;
    guint from = at > REACH ? at - REACH : 0;
    for (guint i = from; i < MIN(at + REACH, terms->len); i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (cld_span_overlaps(term->span, quantity->number))
            continue;
        gboolean follows = i >= at && i < at + 2;
        if (term->entity != NULL && follows && self->nation == NULL)
            self->nation = term->entity;
        if (term->entity == NULL && term->stem != quantity->noun &&
            self->n < G_N_ELEMENTS(self->terms))
            self->terms[self->n++] = i;
    }
}

static const CldKey *
key_of(const CldView *view, guint term)
{
    for (guint i = 0; i < view->keys->len; i++) {
        const CldKey *key = &g_array_index(view->keys, CldKey, i);
        if (key->term == term && !key->is_parent)
            return key;
    }
    return NULL;
}

/* How well what is said of the one count fits what is said of the other, 0 to 1. */
static double
same_attribute(const Count *x, const Count *y)
{
    double best = 0;
    for (guint i = 0; i < x->n; i++)
        for (guint j = 0; j < y->n; j++) {
            const CldKey *p = key_of(x->view, x->terms[i]);
            const CldKey *q = key_of(y->view, y->terms[j]);
            double near = p == NULL || q == NULL ? 0 : cld_key_similarity(p, q);
            double weight = p == NULL || q == NULL ? 0 : MIN(p->weight, q->weight);
            if (near >= SAME_ATTRIBUTE)
                best = MAX(best, near * MIN(1.0, weight / 3.0));
        }
    return best;
}

static gboolean
is_headline_and_body(const CldPair *pair)
{
    return (pair->a->claim->part == CLD_PART_HEADLINE) !=
           (pair->b->claim->part == CLD_PART_HEADLINE);
}

/* Tolls and the like run on; an age, a price, the people on board do not. */
static gboolean
is_running(const Count *self)
{
    const CldLexicon *running = cld_lexicon_get("running-counts");
    for (guint i = 0; i < self->n; i++) {
        const CldTerm *term = cld_view_get_term(self->view, self->terms[i]);
        const char *const names[] = {term->concept, term->parent, term->stem};
        for (guint k = 0; k < G_N_ELEMENTS(names); k++) {
            g_autofree char *folded = names[k] == NULL ? NULL : g_ascii_strdown(names[k], -1);
            if (folded != NULL && cld_lexicon_lookup(running, folded) != NULL)
                return TRUE;
        }
    }
    return FALSE;
}

static double
strength_of(const CldPair *pair, const CldQuantity *x, const CldQuantity *y, gboolean *is_mutable)
{
    double low = MIN(fabs(x->value), fabs(y->value));
    double high = MAX(fabs(x->value), fabs(y->value));
    Count p, q;
    count_init(&p, pair->a, x);
    count_init(&q, pair->b, y);
    if ((low > 0 && high / low > MAX_FACTOR) || is_partial(pair->a, x) || is_partial(pair->b, y) ||
        (p.nation != NULL && q.nation != NULL && p.nation != q.nation))
        return 0;
    *is_mutable = is_running(&p) || is_running(&q) || pair->a->claim->is_reported_now ||
                  pair->b->claim->is_reported_now || pair->a->claim->is_reported_past ||
                  pair->b->claim->is_reported_past;
    gboolean same_noun = x->noun != NULL && x->noun == y->noun;
    double attribute = same_attribute(&p, &q);
    if (attribute <= 0 && !(same_noun && x->unit != g_intern_static_string("people")))
        return 0;
    double strength = 0.2 + 0.5 * attribute + 0.3 * same_noun;
    if (pair->a->claim->article == pair->b->claim->article && !is_headline_and_body(pair))
        strength *= WITHIN_ARTICLE_SHARE;
    return strength;
}

/* Two values for one quantity of one subject. */
gboolean
cld_detect_number(const CldPair *pair, CldVote *vote)
{
    const GArray *xs = pair->a->claim->quantities;
    const GArray *ys = pair->b->claim->quantities;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldQuantity *x = &g_array_index(xs, CldQuantity, i);
            const CldQuantity *y = &g_array_index(ys, CldQuantity, j);
            if (!counts_the_same(x, y) || is_compatible(x, y) || stands_in(ys, x) ||
                stands_in(xs, y))
                continue;
            gboolean is_mutable = FALSE;
            double strength = strength_of(pair, x, y, &is_mutable);
            if (strength <= vote->strength)
                continue;
            cld_vote_clear(vote);
            vote->type = CLD_TYPE_NUMBER;
            vote->update_type = CLD_TYPE_UPDATE_NUMBER;
            vote->strength = strength;
            vote->is_mutable = is_mutable;
            cld_vote_mark_a(vote, x->number);
            cld_vote_mark_b(vote, y->number);
            vote->reason = g_strdup("The same quantity is given two values.");
        }
    return vote->strength > 0;
}
