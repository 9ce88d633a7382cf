/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-stale.h"
#include "cld-fingerprint.h"
#include <stdlib.h>
#include <string.h>

/* A passage is found again by its own words or by those beside it (the order of Hypothesis's fuzzy
 * anchoring, without its offsets: articles are not edited in place here, they come anew). */

/* Fewer folded bytes beside a passage are found everywhere. */
#define MIN_BESIDE_BYTES 8u
/* Decisions looked at for one key: texts of one agency share their words by the hundred. */
#define MAX_PER_KEY 64u
#define MAX_SIDES   16u
/* Share of common words (Dice) from which a changed passage is the same one: where its place is the
 * same, and where only its outlet is. */
#define DICE_SAME_PLACE  0.5
#define DICE_SAME_OUTLET 0.7

/* How surely a passage is the other one; sums are compared. */
enum {
    SIDE_NO = 0,
    SIDE_BY_OUTLET = 1,
    SIDE_BY_PLACE = 2,
    SIDE_SAME = 3,
};
#define SAME_TYPE_BONUS 1

/* A passage ready to be compared. Strings owned. */
typedef struct {
    char *exact, *prefix, *suffix; /* folded */
    const char *outlet;            /* (nullable) borrowed */
} Side;

typedef struct {
    CldDecision *decision; /* (owned) */
    GArray *sides;         /* (element-type Side) */
} Candidate;

/* Sorted, not hashed: the texts come from outside. */
typedef struct {
    char *text;  /* (owned): folded; begins with '=', '<' or '>' for exact, prefix, suffix */
    guint index; /* of the candidate */
} Key;

struct CldStale {
    GArray *candidates; /* (element-type Candidate) */
    GArray *keys;       /* (element-type Key) sorted by text */
};

static void
side_clear(Side *self)
{
    g_free(self->exact);
    g_free(self->prefix);
    g_free(self->suffix);
}

static void
candidate_clear(Candidate *self)
{
    cld_decision_unref(self->decision);
    g_array_unref(self->sides);
}

static void
key_clear(Key *self)
{
    g_free(self->text);
}

static gint
compare_keys(gconstpointer a, gconstpointer b)
{
    const Key *x = a;
    const Key *y = b;
    gint order = strcmp(x->text, y->text);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static GArray *
fold_sides(const CldTarget *target)
{
    GArray *sides = g_array_new(FALSE, FALSE, sizeof(Side));
    g_array_set_clear_func(sides, (GDestroyNotify)side_clear);
    for (guint i = 0; i < MIN(target->sides->len, MAX_SIDES); i++) {
        const CldSelector *selector = g_ptr_array_index(target->sides, i);
        Side side = {cld_fingerprint_fold(selector->exact), cld_fingerprint_fold(selector->prefix),
                     cld_fingerprint_fold(selector->suffix), selector->outlet};
        g_array_append_val(sides, side);
    }
    return sides;
}

static void
add_key(GArray *keys, char mark, const char *text, guint index)
{
    if (mark != '=' && strlen(text) < MIN_BESIDE_BYTES)
        return;
    Key key = {g_strdup_printf("%c%s", mark, text), index};
    g_array_append_val(keys, key);
}

static void
add_keys(GArray *keys, const Side *side, guint index)
{
    add_key(keys, '=', side->exact, index);
    add_key(keys, '<', side->prefix, index);
    add_key(keys, '>', side->suffix, index);
}

/**
 * cld_stale_new:
 * @decisions: (element-type CldDecision): decisions on findings that are not there any more;
 *   references are kept
 *
 * Returns: (transfer full): an index of them
 */
CldStale *
cld_stale_new(const GPtrArray *decisions)
{
    CldStale *self = g_new0(CldStale, 1);
    self->candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_array_set_clear_func(self->candidates, (GDestroyNotify)candidate_clear);
    self->keys = g_array_new(FALSE, FALSE, sizeof(Key));
    g_array_set_clear_func(self->keys, (GDestroyNotify)key_clear);
    for (guint i = 0; i < decisions->len; i++) {
        CldDecision *decision = g_ptr_array_index(decisions, i);
        Candidate candidate = {cld_decision_ref(decision), fold_sides(decision->target)};
        g_array_append_val(self->candidates, candidate);
        for (guint k = 0; k < candidate.sides->len; k++)
            add_keys(self->keys, &g_array_index(candidate.sides, Side, k), i);
    }
    g_array_sort(self->keys, compare_keys);
    return self;
}

/* Frees the index, not the decisions. */
void
cld_stale_free(CldStale *self)
{
    g_array_unref(self->candidates);
    g_array_unref(self->keys);
    g_free(self);
}

static guint
count_common(char **a, char **b)
{
    guint n = 0;
    for (guint i = 0, k = 0; a[i] != NULL && b[k] != NULL;) {
        gint order = strcmp(a[i], b[k]);
        n += order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    return n;
}

static gint
compare_words(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char **
split_sorted(const char *text)
{
    char **words = g_strsplit(text, " ", -1);
    qsort(words, g_strv_length(words), sizeof(char *), compare_words);
    return words;
}

/* Returns: share of words that both have (Dice's coefficient over bags), 0 to 1 */
static double
dice(const char *a, const char *b)
{
    g_auto(GStrv) x = split_sorted(a);
    g_auto(GStrv) y = split_sorted(b);
    guint n = g_strv_length(x) + g_strv_length(y);
    return n == 0 ? 0.0 : 2.0 * count_common(x, y) / n;
}

static gboolean
is_same_beside(const char *a, const char *b)
{
    return strlen(a) >= MIN_BESIDE_BYTES && g_str_equal(a, b);
}

static gint
match_side(const Side *a, const Side *b)
{
    if (g_str_equal(a->exact, b->exact))
        return SIDE_SAME;
    gboolean has_prefix = is_same_beside(a->prefix, b->prefix);
    gboolean has_suffix = is_same_beside(a->suffix, b->suffix);
    if (has_prefix && has_suffix)
        return SIDE_BY_PLACE;
    double common = dice(a->exact, b->exact);
    if ((has_prefix || has_suffix) && common >= DICE_SAME_PLACE)
        return SIDE_BY_PLACE;
    gboolean is_same_outlet = a->outlet != NULL && g_strcmp0(a->outlet, b->outlet) == 0;
    return is_same_outlet && common >= DICE_SAME_OUTLET ? SIDE_BY_OUTLET : SIDE_NO;
}

/* Returns: the best sum over two different sides of @theirs; 0 if one of @ours has no partner */
static gint
match_two(const GArray *ours, const GArray *theirs)
{
    gint best = 0;
    for (guint i = 0; i < theirs->len; i++) {
        gint first = match_side(&g_array_index(ours, Side, 0), &g_array_index(theirs, Side, i));
        for (guint k = 0; first > 0 && k < theirs->len; k++) {
            gint second =
                k == i ? SIDE_NO
                       : match_side(&g_array_index(ours, Side, 1), &g_array_index(theirs, Side, k));
            best = second > 0 ? MAX(best, first + second) : best;
        }
    }
    return best;
}

static gint
match(const Candidate *candidate, const CldTarget *target, const GArray *sides)
{
    const CldTarget *decided = candidate->decision->target;
    if (!g_str_equal(decided->kind, target->kind))
        return 0;
    gint sum = 0;
    if (candidate->sides->len == 1 && sides->len == 1)
        sum = match_side(&g_array_index(candidate->sides, Side, 0), &g_array_index(sides, Side, 0));
    else if (candidate->sides->len > 1)
        sum = match_two(candidate->sides, sides);
    return sum == 0 ? 0
                    : sum * 2 + (g_str_equal(decided->type, target->type) ? SAME_TYPE_BONUS : 0);
}

static guint
find_first(const GArray *keys, const char *text)
{
    guint low = 0, high = keys->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (strcmp(g_array_index(keys, Key, middle).text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

typedef struct {
    gint sum;
    CldDecision *decision; /* (nullable) */
} Best;

/* Compares the target with every decision that has the key @text. */
static void
ask(const CldStale *self,
    const char *text,
    const CldTarget *target,
    const GArray *sides,
    Best *best)
{
    guint from = find_first(self->keys, text);
    for (guint k = from; k < self->keys->len && k - from < MAX_PER_KEY; k++) {
        const Key *key = &g_array_index(self->keys, Key, k);
        if (!g_str_equal(key->text, text))
            return;
        const Candidate *candidate = &g_array_index(self->candidates, Candidate, key->index);
        gint sum = match(candidate, target, sides);
        if (sum > best->sum)
            *best = (Best){sum, candidate->decision};
    }
}

/**
 * cld_stale_find:
 * @self: decisions without a finding
 * @target: a finding without a decision
 *
 * Returns: (transfer none) (nullable): the decision that was made on this finding when its texts
 * read otherwise, as far as its quote selectors tell
 */
CldDecision *
cld_stale_find(const CldStale *self, const CldTarget *target)
{
    g_autoptr(GArray) sides = fold_sides(target);
    g_autoptr(GArray) wanted = g_array_new(FALSE, FALSE, sizeof(Key));
    g_array_set_clear_func(wanted, (GDestroyNotify)key_clear);
    for (guint i = 0; i < sides->len; i++)
        add_keys(wanted, &g_array_index(sides, Side, i), 0);
    Best best = {0};
    for (guint i = 0; i < wanted->len; i++)
        ask(self, g_array_index(wanted, Key, i).text, target, sides, &best);
    return best.decision;
}
