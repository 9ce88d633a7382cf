/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include <string.h>

static void
test_lookup(void)
{
    const CldLexicon *list = cld_lexicon_get("abbreviations");
    g_assert_nonnull(list);
    g_assert_true(list == cld_lexicon_get("abbreviations"));
    g_assert_cmpuint(cld_lexicon_size(list), >, 50);
    const char *const *values = cld_lexicon_lookup(list, "gen");
    g_assert_nonnull(values);
    g_assert_cmpstr(values[0], ==, "title");
    g_assert_null(values[1]);
    g_assert_null(cld_lexicon_lookup(list, "ferry"));
    g_assert_nonnull(cld_lexicon_lookup(list, "p.m"));
}

static void
test_missing(void)
{
    const CldLexicon *none = cld_lexicon_get("no-such-list");
    g_autoptr(CldTokens) tokens = cld_tokens_new("word", (CldSpan){0, 4});
    guint n = 7;
    g_assert_null(none);
    g_assert_null(cld_lexicon_lookup(none, "word"));
    g_assert_null(cld_lexicon_match(none, tokens, 0, &n));
    g_assert_cmpuint(n, ==, 0);
    g_assert_false(cld_lexicon_has(none, tokens, 0));
    g_assert_cmpuint(cld_lexicon_size(none), ==, 0);
}

/* An entry without values is found all the same. */
static void
test_bare(void)
{
    const char *const *values = cld_lexicon_lookup(cld_lexicon_get("sentence-starters"), "the");
    g_assert_nonnull(values);
    g_assert_null(values[0]);
}

/* By the printed word or its stem, alone or in a row. */
static void
test_match(void)
{
    const char *text = "He denied that troops had pulled out of Foundry Square.";
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    const CldLexicon *list = cld_lexicon_get("concepts");
    guint n = 0;
    g_assert_nonnull(cld_lexicon_match(list, tokens, 1, &n));
    g_assert_cmpuint(n, ==, 1);
    g_assert_nonnull(cld_lexicon_match(list, tokens, 5, &n));
    g_assert_cmpuint(n, ==, 3);
    g_assert_null(cld_lexicon_match(list, tokens, 0, &n));
    g_assert_cmpuint(n, ==, 0);
    g_assert_true(cld_lexicon_lookup(list, "denied") == cld_lexicon_lookup(list, "denies"));
    g_assert_null(cld_lexicon_lookup(list, ""));
}

/* A list that data/meson.build leaves out would be missed by nobody. */
static void
test_complete(void)
{
    g_autofree char *folder =
        g_build_filename(g_test_get_dir(G_TEST_DIST), "..", "..", "data", "en", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    guint n_lists = 0;
    g_assert_nonnull(dir);
    for (const char *file = g_dir_read_name(dir); file != NULL; file = g_dir_read_name(dir)) {
        if (!g_str_has_suffix(file, ".txt"))
            continue;
        g_autofree char *name = g_strndup(file, strlen(file) - strlen(".txt"));
        if (cld_lexicon_get(name) == NULL)
            g_error("data/en/%s is not compiled in", file);
        n_lists++;
    }
    g_assert_cmpuint(cld_lexicon_count_lists(), ==, n_lists);
}

static gpointer
run_get(gpointer unused)
{
    return (gpointer)cld_lexicon_get("speech-tags");
}

static void
test_threads(void)
{
    GThread *threads[4];
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("get", run_get, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
        g_assert_true(g_thread_join(threads[i]) == (gpointer)cld_lexicon_get("speech-tags"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lexicon/lookup", test_lookup);
    g_test_add_func("/lexicon/missing", test_missing);
    g_test_add_func("/lexicon/bare", test_bare);
    g_test_add_func("/lexicon/match", test_match);
    g_test_add_func("/lexicon/complete", test_complete);
    g_test_add_func("/lexicon/threads", test_threads);
    return g_test_run();
}
