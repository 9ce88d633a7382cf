/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-opposites.h"
#include "cld-lexicon.h"
#include "cld-stated.h"
#include <string.h>

/* Shorter words that begin like this are words of their own: "under", "union". */
#define MIN_TURNED_BYTES 5
/* A noun says something of what it stands beside, but less than a verb would, and less still where
 * its clause has a verb to say something else. */
#define BESIDE_SHARE 0.8
#define HEAVY_SHARE  0.6
/* A verb that hangs on another. */
#define INNER_SHARE 0.8
/* Two words that both only follow their verbs. */
#define AFTER_SHARE 0.7
/* Scales written with this before their name may be walked both ways. */
#define BOTH_WAYS "both:"

/* Concepts stand in the list in capitals, words as they are printed. */
static const char *
side_of(const char *entry)
{
    if (g_ascii_isupper(entry[0]))
        return entry;
    const char *const *base = cld_lexicon_lookup(cld_lexicon_get("irregular-verbs"), entry);
    return cld_text_intern_stem(base != NULL && base[0] != NULL ? base[0] : entry);
}

/* What a word excludes. */
typedef struct {
    const char *word;  /* interned */
    const char *class; /* interned */
} Opposite;

static void
add_opposite(GHashTable *table, const char *x, Opposite opposite)
{
    GArray *row = g_hash_table_lookup(table, x);
    if (row == NULL) {
        row = g_array_new(FALSE, FALSE, sizeof(Opposite));
        g_hash_table_insert(table, (gpointer)x, row);
    }
    g_array_append_val(row, opposite);
}

/* Interned concept or stem -> GArray of Opposite. Filled once from data/en/antonyms.txt, then only
 * read. Most words have no row, so that one look answers for most pairs. */
static GHashTable *
opposites(void)
{
    static gsize once = 0;
    static GHashTable *table;
    if (g_once_init_enter(&once)) {
        const GPtrArray *rows = cld_lexicon_get_rows(cld_lexicon_get("antonyms"));
        table = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = 0; rows != NULL && i < rows->len; i++) {
            const char *const *row = g_ptr_array_index(rows, i);
            if (row[0] == NULL || row[1] == NULL)
                continue;
            const char *name = g_intern_string(row[2] == NULL ? "opposite" : row[2]);
            const char *x = g_intern_string(side_of(row[0]));
            const char *y = g_intern_string(side_of(row[1]));
            add_opposite(table, x, (Opposite){y, name});
            add_opposite(table, y, (Opposite){x, name});
        }
        g_once_init_leave(&once, 1);
    }
    return table;
}

static const GArray *
opposites_of(const char *word)
{
    return word != NULL ? g_hash_table_lookup(opposites(), word) : NULL;
}

/* The last line of the list that has both wins. */
static const char *
class_in(const GArray *row, const char *word)
{
    for (guint i = row != NULL && word != NULL ? row->len : 0; i-- > 0;)
        if (g_str_equal(g_array_index(row, Opposite, i).word, word))
            return g_array_index(row, Opposite, i).class;
    return NULL;
}

/* "Unlicensed" is the opposite of "licensed", whether a list has it or not. */
static gboolean
is_turned(const char *x, const char *y)
{
    static const char *const prefixes[] = {"un", "non", "non-"};
    for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (g_str_has_prefix(x, prefixes[i]) && strlen(y) >= MIN_TURNED_BYTES &&
            g_str_equal(x + strlen(prefixes[i]), y))
            return TRUE;
    return FALSE;
}

/* Returns: (transfer none) (nullable): "opposite", "state", "direction" or "modal" if the two words
 * exclude each other of one thing at one time */
const char *
cld_opposites_class(const CldTerm *x, const CldTerm *y)
{
    if (x->entity != NULL || y->entity != NULL)
        return NULL;
    const GArray *by_concept = opposites_of(x->concept), *by_stem = opposites_of(x->stem);
    const char *found = class_in(by_concept, y->concept);
    if (found == NULL)
        found = class_in(by_stem, y->stem);
    if (found == NULL)
        found = class_in(by_concept, y->stem);
    if (found == NULL)
        found = class_in(by_stem, y->concept);
    if (found == NULL && (is_turned(x->stem, y->stem) || is_turned(y->stem, x->stem)))
        found = "state";
    return found;
}

static const char *const *
ladders_of(const CldTerm *term)
{
    if (term->concept == NULL || term->entity != NULL)
        return NULL;
    g_autofree char *folded = cld_text_fold(term->concept, -1);
    return cld_lexicon_lookup(cld_lexicon_get("states"), folded);
}

static const char *
scale_name(const char *scale)
{
    return g_str_has_prefix(scale, BOTH_WAYS) ? scale + strlen(BOTH_WAYS) : scale;
}

/* Returns: the rank on the scale, from the pairs of scale and rank; 0 if the scale is not there */
static double
rank_on(const char *const *ladders, const char *scale)
{
    for (; ladders[0] != NULL && ladders[1] != NULL; ladders += 2)
        if (g_str_equal(scale_name(ladders[0]), scale_name(scale)))
            return g_ascii_strtod(ladders[1], NULL);
    return 0;
}

/**
 * cld_states_compare:
 * @x: a word
 * @y: another
 * @rungs: (out): where the two stand, if they stand on one ladder
 *
 * Returns: %TRUE if both words name states of one ladder (data/en/states.txt), on different rungs
 */
gboolean
cld_states_compare(const CldTerm *x, const CldTerm *y, CldRungs *rungs)
{
    const char *const *xs = ladders_of(x);
    const char *const *ys = xs != NULL ? ladders_of(y) : NULL;
    if (ys == NULL)
        return FALSE;
    for (guint i = 0; xs[i] != NULL && xs[i + 1] != NULL; i += 2) {
        rungs->x = g_ascii_strtod(xs[i + 1], NULL);
        rungs->y = rank_on(ys, xs[i]);
        rungs->goes_both_ways = g_str_has_prefix(xs[i], BOTH_WAYS);
        if (rungs->y > 0 && rungs->x != rungs->y)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_same_word(const CldTerm *x, const CldTerm *y)
{
    return x->stem == y->stem || (x->concept != NULL && x->concept == y->concept);
}

/* Two words that only follow clash where their verbs say nothing by themselves ("made a loss"), or
 * if they colour one verb ("fell sharply"). */
static double
share_of_followers(const CldPair *pair, guint a, guint b)
{
    const CldTerm *x = cld_view_get_term(pair->a, a), *y = cld_view_get_term(pair->b, b);
    const CldTerm *p = cld_stated_get_governor(pair->a, a);
    const CldTerm *q = cld_stated_get_governor(pair->b, b);
    gboolean is_adverb = x->role == CLD_ROLE_OTHER && y->role == CLD_ROLE_OTHER;
    if (x->role != y->role || x->role == CLD_ROLE_SUBJECT)
        return 0;
    if (is_adverb && p != NULL && q != NULL && is_same_word(p, q))
        return AFTER_SHARE;
    return cld_stated_is_light(pair->a) && cld_stated_is_light(pair->b) ? AFTER_SHARE : 0;
}

/**
 * cld_opposites_share:
 * @pair: two claims
 * @a: index of a word of the first
 * @b: index of a word of the second
 *
 * Returns: how far two opposite words can clash, 0 to 1: both should state something; one may name
 * the state ("the readiness of the treaty") where its clause states nothing else. What both
 * sentences say, or one only wishes or fears, does not clash at all.
 */
double
cld_opposites_share(const CldPair *pair, guint a, guint b)
{
    static const double shares[CLD_N_STATINGS][CLD_N_STATINGS] = {
        [CLD_STATING_NAMED] = {0, 0, 0, BESIDE_SHARE},
        [CLD_STATING_INNER] = {0, 0, INNER_SHARE, INNER_SHARE},
        [CLD_STATING_STATED] = {0, BESIDE_SHARE, INNER_SHARE, 1.0},
    };
    CldStating x = cld_stated_get(pair->a, a), y = cld_stated_get(pair->b, b);
    if (cld_view_get_term(pair->a, a)->entity != NULL ||
        cld_view_get_term(pair->b, b)->entity != NULL || cld_stated_is_unreal(pair->a, a) ||
        cld_stated_is_unreal(pair->b, b) || cld_stated_on_both(pair, a, b))
        return 0;
    if (x < CLD_STATING_INNER && y < CLD_STATING_INNER)
        return share_of_followers(pair, a, b);
    gboolean is_heavy = (x == CLD_STATING_NAMED && !cld_stated_is_light(pair->a)) ||
                        (y == CLD_STATING_NAMED && !cld_stated_is_light(pair->b));
    return shares[x][y] * (is_heavy ? HEAVY_SHARE : 1.0);
}
