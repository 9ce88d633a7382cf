/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-stats.h"

static void
add(GPtrArray *decisions, const char *kind, const char *type, CldVerdict verdict, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autoptr(CldTarget) target = cld_target_new("00000000000000aa", kind, type);
        g_autoptr(GError) error = NULL;
        g_ptr_array_add(decisions, cld_decision_new(target, verdict, NULL, NULL,
                                                    "2031-06-04T10:00:00Z", NULL, &error));
        g_assert_no_error(error);
    }
}

static GArray *
count_some(void)
{
    g_autoptr(GPtrArray) decisions =
        g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    add(decisions, "update", "number", CLD_VERDICT_DEFERRED, 2);
    add(decisions, "contradiction", "number", CLD_VERDICT_FALSE_POSITIVE, 2);
    add(decisions, "contradiction", "number", CLD_VERDICT_CONFIRMED, 5);
    add(decisions, "contradiction", "number", CLD_VERDICT_DISMISSED, 3);
    add(decisions, "contradiction", "number", CLD_VERDICT_OPEN, 4);
    return cld_stats_count(decisions);
}

static void
test_rows(void)
{
    g_autoptr(GArray) rows = count_some();
    g_assert_cmpuint(rows->len, ==, 3);
    g_assert_cmpstr(g_array_index(rows, CldStatsRow, 0).detector, ==, "contradiction/number");
    g_assert_cmpstr(g_array_index(rows, CldStatsRow, 1).detector, ==, "update/number");
    g_assert_cmpstr(g_array_index(rows, CldStatsRow, 2).detector, ==, "all");
}

/* 2 of 10: Wilson's interval is 5.67 % to 50.98 % (Newcombe 1998, method 3, by hand). */
static void
test_rate(void)
{
    g_autoptr(GArray) rows = count_some();
    const CldStatsRow *row = &g_array_index(rows, CldStatsRow, 0);
    g_assert_cmpuint(row->n_judged, ==, 10);
    g_assert_cmpfloat_with_epsilon(row->rate, 0.2, 1e-9);
    g_assert_cmpfloat_with_epsilon(row->low, 0.0567, 1e-4);
    g_assert_cmpfloat_with_epsilon(row->high, 0.5098, 1e-4);
}

/* Deferred ones tell nothing: the rate is anywhere. */
static void
test_unknown(void)
{
    g_autoptr(GArray) rows = count_some();
    const CldStatsRow *row = &g_array_index(rows, CldStatsRow, 1);
    g_assert_cmpuint(row->n_judged, ==, 0);
    g_assert_cmpuint(row->counts[CLD_VERDICT_DEFERRED], ==, 2);
    g_assert_cmpfloat(row->low, ==, 0.0);
    g_assert_cmpfloat(row->high, ==, 1.0);
}

static void
test_none(void)
{
    g_autoptr(GPtrArray) decisions = g_ptr_array_new();
    g_autoptr(GArray) rows = cld_stats_count(decisions);
    g_assert_cmpuint(rows->len, ==, 1);
    g_assert_cmpuint(g_array_index(rows, CldStatsRow, 0).n_judged, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stats/rows", test_rows);
    g_test_add_func("/stats/rate", test_rate);
    g_test_add_func("/stats/unknown", test_unknown);
    g_test_add_func("/stats/none", test_none);
    return g_test_run();
}
