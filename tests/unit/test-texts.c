/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-texts.h"

static void
test_has(void)
{
    static const char *const words[] = {"pier", "", "Ärmel", "ferry", "pier"};
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    g_assert_false(cld_texts_has(texts, ""));
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        g_ptr_array_add(texts, (gpointer)words[i]);
    cld_texts_sort(texts);
    g_assert_cmpstr(g_ptr_array_index(texts, 0), ==, "");
    g_assert_cmpstr(g_ptr_array_index(texts, 4), ==, "Ärmel");
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        g_assert_true(cld_texts_has(texts, words[i]));
    g_assert_false(cld_texts_has(texts, "Pier"));
    g_assert_false(cld_texts_has(texts, "pie"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/texts/has", test_has);
    return g_test_run();
}
