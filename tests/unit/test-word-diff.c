/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-word-diff.h"
#include <math.h>

/* A diff is written as its steps, each with its operation; '!' stands before a marked one. */
typedef struct {
    const char *path;
    const char *a;
    const char *b;
    const char *steps;
} Row;

static const Row rows[] = {
    {"/word-diff/same", "We will go on.", "We will go on", "=We will go on|"},
    {"/word-diff/changed-word", "at least as strong as theirs", "at least as robust as theirs",
     "=at least as|-strong|+robust|=as theirs|"},
    {"/word-diff/case-is-no-change", "THE Gate is shut", "the gate is shut", "=THE Gate is shut|"},
    {"/word-diff/added-end", "We heard nothing", "We heard nothing at all",
     "=We heard nothing|+at all|"},
    {"/word-diff/removed-front", "Then no call", "no call", "-Then|=no call|"},
    {"/word-diff/number-is-marked", "we lost 14 boats", "we lost 15 boats",
     "=we lost|!-14|!+15|=boats|"},
    {"/word-diff/name-is-marked", "we met Anna there", "we met Berta there",
     "=we met|!-Anna|!+Berta|=there|"},
    {"/word-diff/negation-is-marked", "we will pay", "we will not pay", "=we will|!+not|=pay|"},
    {"/word-diff/empty-side", "", "words", "+words|"},
};

static void
test_steps(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldFinding) finding = cld_finding_new(CLD_TYPE_QUOTE);
    g_autoptr(GString) steps = g_string_new(NULL);
    cld_word_diff_add(finding, row->a, row->b);
    for (guint i = 0; i < finding->diff->len; i++) {
        const CldDiffStep *step = g_ptr_array_index(finding->diff, i);
        g_string_append_printf(steps, "%s%c%s|", step->is_marked ? "!" : "", step->op, step->text);
    }
    g_assert_cmpstr(steps->str, ==, row->steps);
}

static void
test_similarity(void)
{
    g_assert_cmpfloat_with_epsilon(cld_word_diff_similarity("a b c d", "a b c d"), 1, 1e-9);
    g_assert_cmpfloat_with_epsilon(cld_word_diff_similarity("a b c d", "e f g h"), 0, 1e-9);
    g_assert_cmpfloat_with_epsilon(cld_word_diff_similarity("a b c d", "a b x d"), 0.75, 1e-9);
    g_assert_cmpfloat_with_epsilon(cld_word_diff_similarity("", ""), 0, 1e-9);
}

/* More words than are compared: cut, not crashed. */
static void
test_long(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 5000; i++)
        g_string_append_printf(text, "w%u ", i);
    g_assert_cmpfloat_with_epsilon(cld_word_diff_similarity(text->str, text->str), 1, 1e-9);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_steps);
    g_test_add_func("/word-diff/similarity", test_similarity);
    g_test_add_func("/word-diff/long", test_long);
    return g_test_run();
}
