/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The word lists agree with themselves and with each other. */
#include "cld-lexicon.h"
#include <string.h>

typedef struct {
    const char *path;
    const char *list;
    guint least_rows;
    guint least_columns;
    const char *pattern; /* (nullable): what the second column looks like */
    gboolean is_unique;  /* an entry stands once: later lines would never be found */
} List;

static const List lists[] = {
    {"/data/list/concepts", "concepts", 6000, 2, "^[A-Z][A-Z0-9_]+$", TRUE},
    {"/data/list/antonyms", "antonyms", 300, 3, "^([A-Z][A-Z0-9_]+|[a-z-]+)$", FALSE},
    {"/data/list/states", "states", 80, 3, "^(both:)?[a-z-]+$", TRUE},
    {"/data/list/loaded", "loaded", 600, 2, "^[123]$", TRUE},
    {"/data/list/softening", "softening", 250, 3, "^[a-z -]+$", TRUE},
    {"/data/list/causes", "causes", 80, 2, "^(cause|effect)-first$", TRUE},
    {"/data/list/generic", "generic", 400, 2, "^(0|1|0\\.[0-9]+)$", TRUE},
    {"/data/list/idf", "idf", 2000, 2, "^[0-9]+\\.[0-9]{2}$", TRUE},
    {"/data/list/order", "order", 60, 2, "^(left|right)-first$", TRUE},
    {"/data/list/modality", "modality", 100, 3, "^(duty|deed|truth)$", TRUE},
    {"/data/list/place-types", "place-types", 150, 2, "^[a-z]+$", TRUE},
};

/* The rows of a list that carry an entry. */
static GPtrArray *
rows_of(const char *name)
{
    const GPtrArray *all = cld_lexicon_get_rows(cld_lexicon_get(name));
    GPtrArray *rows = g_ptr_array_new();
    g_assert_nonnull(all);
    for (guint i = 0; i < all->len; i++) {
        char **row = g_ptr_array_index(all, i);
        if (row[0] != NULL && *row[0] != '\0')
            g_ptr_array_add(rows, row);
    }
    return rows;
}

static void
test_list(gconstpointer data)
{
    const List *list = data;
    g_autoptr(GPtrArray) rows = rows_of(list->list);
    g_assert_cmpuint(rows->len, >=, list->least_rows);
    for (guint i = 0; i < rows->len; i++) {
        char **row = g_ptr_array_index(rows, i);
        if (g_strv_length(row) < list->least_columns)
            g_error("%s: too few columns after “%s”", list->list, row[0]);
        if (!g_regex_match_simple(list->pattern, row[1], 0, 0))
            g_error("%s: “%s” has “%s”", list->list, row[0], row[1]);
    }
    if (list->is_unique)
        g_assert_cmpuint(cld_lexicon_size(cld_lexicon_get(list->list)), ==, rows->len);
}

/* (element-type utf8 utf8): concept -> wider concept, "" for none; borrowed strings */
static GHashTable *
read_concepts(void)
{
    g_autoptr(GPtrArray) rows = rows_of("concepts");
    GHashTable *wider = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < rows->len; i++) {
        char **row = g_ptr_array_index(rows, i);
        const char *parent = row[2] == NULL ? "" : row[2];
        const char *known = g_hash_table_lookup(wider, row[1]);
        if (known != NULL)
            g_assert_cmpstr(known, ==, parent);
        g_hash_table_insert(wider, row[1], (gpointer)parent);
    }
    return wider;
}

/* Two wide words would fall into one: the wider of the wider is followed to its end. */
static void
test_concepts(void)
{
    g_autoptr(GHashTable) wider = read_concepts();
    GHashTableIter iter;
    gpointer concept, parent;
    g_assert_cmpuint(g_hash_table_size(wider), >=, 250);
    g_hash_table_iter_init(&iter, wider);
    while (g_hash_table_iter_next(&iter, &concept, &parent)) {
        guint steps = 0;
        for (const char *at = parent; at != NULL && *at != '\0' && steps < 10; steps++)
            at = g_hash_table_lookup(wider, at);
        if (steps == 10 || g_strcmp0(concept, parent) == 0)
            g_error("“%s” is wider than itself", (const char *)concept);
    }
}

static void
assert_side(GHashTable *concepts, const char *side)
{
    if (g_ascii_isupper(side[0]) && !g_hash_table_contains(concepts, side))
        g_error("no concept “%s”", side);
    g_assert_null(strchr(side, ' '));
    g_assert_null(strchr(side, '~'));
}

static void
test_antonyms(void)
{
    static const char *const classes[] = {"opposite", "state", "direction",
                                          "stance",   "modal", NULL};
    g_autoptr(GHashTable) concepts = read_concepts();
    g_autoptr(GPtrArray) rows = rows_of("antonyms");
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < rows->len; i++) {
        char **row = g_ptr_array_index(rows, i);
        assert_side(concepts, row[0]);
        assert_side(concepts, row[1]);
        g_assert_true(g_strv_contains(classes, row[2]));
        g_assert_cmpstr(cld_text_intern_stem(row[0]), !=, cld_text_intern_stem(row[1]));
        g_hash_table_add(seen, g_strconcat(row[1], "\t", row[0], NULL));
        g_autofree char *pair = g_strconcat(row[0], "\t", row[1], NULL);
        if (g_hash_table_contains(seen, pair))
            g_error("“%s” and “%s” stand twice", row[0], row[1]);
    }
}

static void
test_states(void)
{
    g_autoptr(GHashTable) concepts = read_concepts();
    g_autoptr(GPtrArray) rows = rows_of("states");
    for (guint i = 0; i < rows->len; i++) {
        char **row = g_ptr_array_index(rows, i);
        guint n = g_strv_length(row);
        g_assert_true(g_hash_table_contains(concepts, row[0]));
        g_assert_cmpuint(n % 2, ==, 1);
        for (guint k = 2; k < n; k += 2)
            g_assert_true(g_regex_match_simple("^[1-9][0-9]?$", row[k], 0, 0));
    }
}

static void
test_softening(void)
{
    g_autoptr(GHashTable) concepts = read_concepts();
    g_autoptr(GPtrArray) rows = rows_of("softening");
    for (guint i = 0; i < rows->len; i++) {
        char **row = g_ptr_array_index(rows, i);
        if (!g_str_equal(row[2], "-") && !g_hash_table_contains(concepts, row[2]))
            g_error("“%s”: no concept “%s”", row[0], row[2]);
        for (guint k = 1; row[k] != NULL; k++)
            g_assert_cmpstr(row[k], !=, row[0]);
    }
}

/* Sentences without a word in common that speak of one thing: the words that tell it. */
typedef struct {
    const char *a;
    const char *b;
    const char *concept;
} Same;

static const Same same[] = {
    {"nobody warned the tenants", "the siren stayed off", "WARN"},
    {"she heard no alarm", "someone set off the horns", "WARN"},
    {"the wall gave way", "a rupture in the bank", "COLLAPSE"},
    {"nine perished", "nine lost their lives", "DEATH"},
    {"the clerk was sacked", "the clerk was relieved of his post", "DISMISS"},
    {"the law takes effect in May", "it came into force", "IN_FORCE"},
    {"the crew downed tools", "a walkout began", "STRIKE"},
    {"the depot burned to the ground", "a blaze at the depot", "FIRE"},
    {"the tender was called off", "the tender was scrapped", "TERMINATE"},
    {"they were told to leave", "an evacuation order stood", "EVAC_ORDER"},
};

static const char *
find_concept(const char *text, const char *concept)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        const char *const *values = cld_lexicon_match(cld_lexicon_get("concepts"), tokens, i, NULL);
        if (values != NULL && g_strcmp0(values[0], concept) == 0)
            return values[0];
    }
    return NULL;
}

static void
test_same(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(same); i++) {
        g_assert_cmpstr(find_concept(same[i].a, same[i].concept), ==, same[i].concept);
        g_assert_cmpstr(find_concept(same[i].b, same[i].concept), ==, same[i].concept);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        g_test_add_data_func(lists[i].path, &lists[i], test_list);
    g_test_add_func("/data/concepts/wider", test_concepts);
    g_test_add_func("/data/concepts/same-subject", test_same);
    g_test_add_func("/data/antonyms", test_antonyms);
    g_test_add_func("/data/states", test_states);
    g_test_add_func("/data/softening", test_softening);
    return g_test_run();
}
