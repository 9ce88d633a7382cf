/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-vectors.h"

/* What is near must be nearer than what is far. */
typedef struct {
    const char *path;
    const char *word, *near, *far;
} Row;

static const Row rows[] = {
    {"/vectors/death", "dead", "kill", "tariff"},
    {"/vectors/firm", "firm", "compani", "storm"},
    {"/vectors/wound", "wound", "injuri", "vote"},
    {"/vectors/first-of-the-table", "aaron", "abraham", "steel"},
};

static void
test_near(gconstpointer data)
{
    const Row *row = data;
    const gint8 *word = cld_vectors_lookup(row->word);
    g_assert_nonnull(word);
    g_assert_cmpfloat(cld_vectors_similarity(word, cld_vectors_lookup(row->near)), >,
                      cld_vectors_similarity(word, cld_vectors_lookup(row->far)) + 0.2);
}

static void
test_bounds(void)
{
    const gint8 *word = cld_vectors_lookup("dead");
    g_assert_cmpfloat_with_epsilon(cld_vectors_similarity(word, word), 1, 0.02);
    g_assert_null(cld_vectors_lookup("no such stem"));
    g_assert_null(cld_vectors_lookup(""));
    g_assert_null(cld_vectors_lookup("\x7f"));
    g_assert_cmpfloat(cld_vectors_similarity(word, NULL), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_near);
    g_test_add_func("/vectors/bounds", test_bounds);
    return g_test_run();
}
