/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-fingerprint.h"
#include <string.h>

typedef struct {
    const char *path;
    const char *text;
    const char *folded;
} Row;

static const Row rows[] = {
    {"/fingerprint/fold/case", "The MAYOR said", "the mayor said"},
    {"/fingerprint/fold/commas", "On Monday, he said: “no”.", "on monday he said no"},
    {"/fingerprint/fold/line-break", "one\n  two", "one two"},
    {"/fingerprint/fold/ends", "  “one” ", "one"},
    {"/fingerprint/fold/empty", "", ""},
    {"/fingerprint/fold/marks-only", "“…”", ""},
    {"/fingerprint/fold/apostrophes", "don’t don't", "don t don t"},
    {"/fingerprint/fold/hyphen-is-no-letter", "re-sign", "re sign"},
    {"/fingerprint/fold/point", "1.5 million", "1.5 million"},
    {"/fingerprint/fold/clock", "at 20:36.", "at 20:36"},
    {"/fingerprint/fold/range", "10–15 or 10-15", "10-15 or 10-15"},
    {"/fingerprint/fold/sign", "at -5 degrees", "at -5 degrees"},
    {"/fingerprint/fold/minus", "at −5 degrees", "at -5 degrees"},
    {"/fingerprint/fold/hyphen-before-digits", "covid-19", "covid 19"},
    {"/fingerprint/fold/sign-at-start", "-5", "-5"},
    {"/fingerprint/fold/comma-after-number", "in 2025, 14 died", "in 2025 14 died"},
    {"/fingerprint/fold/currency", "$5 or €5", "$5 or €5"},
    {"/fingerprint/fold/per-cent", "5% of it", "5% of it"},
    {"/fingerprint/fold/question", "He resigned?", "he resigned?"},
    {"/fingerprint/fold/full-width", "５％", "5%"},
    {"/fingerprint/fold/ligature", "ﬁre", "fire"},
    {"/fingerprint/fold/separate-accent", "Orle\u0301ans", "orl\u00e9ans"},
    {"/fingerprint/fold/not-utf-8", "a\xff", ""},
};

static void
test_fold(gconstpointer data)
{
    const Row *row = data;
    g_autofree char *folded = cld_fingerprint_fold(row->text);
    g_assert_cmpstr(folded, ==, row->folded);
    g_autofree char *again = cld_fingerprint_fold(folded);
    g_assert_cmpstr(again, ==, folded);
}

static char *
name(const char *kind, const char *type, const char *a, const char *b)
{
    const char *const texts[] = {a, b, NULL};
    return cld_fingerprint_new(kind, type, texts);
}

/* Written down, so that a change of the rule, which would detach every decision there is, is seen.
 */
static void
test_known(void)
{
    g_autofree char *one = name("contradiction", "number", "14 died.", "Twelve died.");
    g_autofree char *other = name("contradiction", "number", "twelve died", "14, died");
    g_autofree char *alone = name("omission", "only-in", "14 died.", NULL);
    g_assert_cmpstr(one, ==, "f2ac24b89a193db3");
    g_assert_cmpstr(other, ==, one);
    g_assert_cmpstr(alone, ==, "dfb34ab7cfbaa200");
}

static void
test_parts_stay_apart(void)
{
    g_autofree char *one = name("a", "b", "c d", "e");
    g_autofree char *moved_word = name("a", "b", "c", "d e");
    g_autofree char *moved_tag = name("a", "b c", "d", "e");
    g_assert_cmpstr(one, !=, moved_word);
    g_assert_cmpstr(one, !=, moved_tag);
    g_assert_cmpuint(strlen(one), ==, 16);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_fold);
    g_test_add_func("/fingerprint/known", test_known);
    g_test_add_func("/fingerprint/parts-stay-apart", test_parts_stay_apart);
    return g_test_run();
}
