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
    g_test_add_func("/lexicon/threads", test_threads);
    return g_test_run();
}
