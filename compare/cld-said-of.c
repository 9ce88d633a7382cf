/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-said-of.h"
#include "cld-stated.h"

/* A key of this weight tells fully what is spoken of. */
#define FULL_WEIGHT 2.0
/* Words less near than this name two things. */
#define MIN_NEAR 0.5
/* What a word that is known only by its wider concept counts. */
#define PARENT_SHARE 0.4
/* How surely a word is spoken of by another: its subject, what it is done to, what it stands
 * before, any other word of the clause. */
#define BY_SUBJECT   1.0
#define BY_OBJECT    0.8
#define BY_NEIGHBOUR 1.0
#define BY_NOUN      0.6
#define BY_CLAUSE    0.45
/* A word that is common in the story tells its subject less well, but it tells it. */
#define LEAST_TELLING 0.5
/* What a shared name counts where each side speaks of another thing. */
#define NAME_SHARE 0.4
/* What the rest of the two claims adds to the words spoken of. */
#define REST_SHARE 0.4
/* A claim that names nothing ("it was never signed") speaks of what its neighbours speak of. */
#define CONTEXT_GAIN 1.5
#define CONTEXT_MOST 0.6

static gboolean
says_something(const CldTerm *term)
{
    return term->is_verb || term->role == CLD_ROLE_PREDICATE;
}

/* How surely @other is what @term is said of. */
static double
tie(const CldView *view, guint term, guint other)
{
    const CldTerm *word = cld_view_get_term(view, term);
    const CldTerm *of = cld_view_get_term(view, other);
    if (!says_something(word) && other == term + 1)
        return BY_NEIGHBOUR;
    if (says_something(word) && of->role == CLD_ROLE_SUBJECT)
        return BY_SUBJECT;
    if (word->is_verb && other > term && of->role == CLD_ROLE_OBJECT)
        return BY_OBJECT;
    if (!says_something(word) && of->role != CLD_ROLE_OTHER && cld_stated_is_light(view))
        return BY_OBJECT; /* "had it under control": the verb says nothing by itself */
    if ((word->role == CLD_ROLE_SUBJECT && of->role == CLD_ROLE_OBJECT) ||
        (word->role == CLD_ROLE_OBJECT && of->role == CLD_ROLE_SUBJECT))
        return BY_NOUN; /* "no licence was issued for the dam" */
    return BY_CLAUSE;
}

static double
nearness(const CldView *a, const CldView *b, const CldKey *x, const CldKey *y)
{
    double near = cld_key_similarity(x, y);
    if (near >= MIN_NEAR)
        return near;
    const char *parent = cld_view_get_term(a, x->term)->parent;
    return parent != NULL && parent == cld_view_get_term(b, y->term)->parent ? PARENT_SHARE : 0;
}

static double
telling(const CldKey *x, const CldKey *y)
{
    return MIN(1.0, MIN(x->weight, y->weight) / FULL_WEIGHT);
}

static gboolean
is_spoken_of(const CldView *view, const CldKey *key, guint term)
{
    const CldTerm *word = cld_view_get_term(view, key->term);
    return !key->is_parent && key->term != term && !cld_story_is_generic(word);
}

/* Part of the first claim's words, by weight, that the other has as well. */
static double
covered(const CldView *a, guint term_a, const CldView *b, guint term_b)
{
    double sum = 0, total = 0;
    for (guint i = 0; i < a->keys->len; i++) {
        const CldKey *x = &g_array_index(a->keys, CldKey, i);
        double best = 0;
        if (!is_spoken_of(a, x, term_a))
            continue;
        for (guint j = 0; j < b->keys->len; j++) {
            const CldKey *y = &g_array_index(b->keys, CldKey, j);
            if (is_spoken_of(b, y, term_b))
                best = MAX(best, nearness(a, b, x, y));
        }
        sum += x->weight * best;
        total += x->weight;
    }
    return total > 0 ? sum / total : 0;
}

static guint
count_spoken_of(const CldView *view, guint term)
{
    guint n = 0;
    for (guint i = 0; i < view->keys->len; i++)
        n += is_spoken_of(view, &g_array_index(view->keys, CldKey, i), term);
    return n;
}

/* Returns: %TRUE if one of the two stands alone: "it was never signed" */
static gboolean
stands_alone(const CldPair *pair, guint term_a, guint term_b)
{
    return count_spoken_of(pair->a, term_a) == 0 || count_spoken_of(pair->b, term_b) == 0;
}

static double
by_context(const CldPair *pair)
{
    return MIN(CONTEXT_MOST, CONTEXT_GAIN * pair->features[CLD_FEATURE_CONTEXT]);
}

/* What ties two words: the best shared name, the best other shared word, and whether each side has
 * such another word at all. */
typedef struct {
    double names;
    double things;
    gboolean has_things;
} Ties;

static gboolean
has_thing(const CldView *view, guint term)
{
    for (guint i = 0; i < view->keys->len; i++) {
        const CldKey *key = &g_array_index(view->keys, CldKey, i);
        if (is_spoken_of(view, key, term) && cld_view_get_term(view, key->term)->entity == NULL &&
            tie(view, term, key->term) > BY_CLAUSE)
            return TRUE;
    }
    return FALSE;
}

static Ties
find_ties(const CldPair *pair, guint term_a, guint term_b, double least)
{
    Ties ties = {.has_things = has_thing(pair->a, term_a) && has_thing(pair->b, term_b)};
    for (guint i = 0; i < pair->a->keys->len; i++) {
        const CldKey *x = &g_array_index(pair->a->keys, CldKey, i);
        for (guint j = 0; is_spoken_of(pair->a, x, term_a) && j < pair->b->keys->len; j++) {
            const CldKey *y = &g_array_index(pair->b->keys, CldKey, j);
            if (!is_spoken_of(pair->b, y, term_b))
                continue;
            double both = MIN(tie(pair->a, term_a, x->term), tie(pair->b, term_b, y->term));
            double found = both * nearness(pair->a, pair->b, x, y) * MAX(least, telling(x, y));
            gboolean is_name = cld_view_get_term(pair->a, x->term)->entity != NULL;
            double *best = is_name ? &ties.names : &ties.things;
            *best = MAX(*best, found);
        }
    }
    return ties;
}

static double
strength_of(const Ties *ties)
{
    gboolean is_apart = ties->has_things && ties->things <= 0;
    return MAX(ties->things, ties->names * (is_apart ? NAME_SHARE : 1.0));
}

/**
 * cld_said_of_tie:
 * @pair: two claims
 * @term_a: index of a word of the first
 * @term_b: index of a word of the second
 *
 * One person does many things: where both sides also tell what they are done to, and that is not
 * the same, a shared name says little.
 *
 * Returns: how well the best and most telling words that stand on both sides are tied to the two, 0
 * to 1: near 1 where it is their subject, less than a half where it only stands in their clauses
 */
double
cld_said_of_tie(const CldPair *pair, guint term_a, guint term_b)
{
    if (stands_alone(pair, term_a, term_b))
        return by_context(pair);
    Ties ties = find_ties(pair, term_a, term_b, LEAST_TELLING);
    return strength_of(&ties);
}

/**
 * cld_said_of_one:
 * @pair: two claims
 * @term_a: index of a word of the first
 * @term_b: index of a word of the second
 *
 * Returns: how surely the two words are said of one thing, 0 to 1: the words they are tied to are
 * the same or near, and so is the rest of the shorter claim
 */
double
cld_said_of_one(const CldPair *pair, guint term_a, guint term_b)
{
    guint n_a = count_spoken_of(pair->a, term_a), n_b = count_spoken_of(pair->b, term_b);
    if (stands_alone(pair, term_a, term_b))
        return by_context(pair);
    double rest = n_a <= n_b ? covered(pair->a, term_a, pair->b, term_b)
                             : covered(pair->b, term_b, pair->a, term_a);
    Ties ties = find_ties(pair, term_a, term_b, 0);
    return (1 - REST_SHARE) * strength_of(&ties) + REST_SHARE * rest;
}
