/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-report.h"

typedef struct {
    const char *path;
    CldCheckedState state;
    const char *tag;
    CldVerdict verdict; /* CLD_VERDICT_OPEN: not decided */
    gboolean is_shown;
    gboolean is_dismissed;
} Row;

static const Row rows[] = {
    {"/checked/new", CLD_CHECKED_NEW, "new", CLD_VERDICT_OPEN, TRUE, FALSE},
    {"/checked/baseline", CLD_CHECKED_BASELINE, "baseline", CLD_VERDICT_OPEN, FALSE, FALSE},
    {"/checked/confirmed", CLD_CHECKED_DECIDED, "decided", CLD_VERDICT_CONFIRMED, FALSE, FALSE},
    {"/checked/dismissed", CLD_CHECKED_DECIDED, "decided", CLD_VERDICT_DISMISSED, FALSE, TRUE},
    {"/checked/false-positive", CLD_CHECKED_DECIDED, "decided", CLD_VERDICT_FALSE_POSITIVE, FALSE,
     TRUE},
    {"/checked/deferred", CLD_CHECKED_DECIDED, "decided", CLD_VERDICT_DEFERRED, FALSE, FALSE},
    /* What was decided on other texts settles nothing. */
    {"/checked/stale", CLD_CHECKED_STALE, "stale", CLD_VERDICT_DISMISSED, TRUE, FALSE},
};

static CldDecision *
make_decision(CldVerdict verdict)
{
    g_autoptr(CldTarget) target = cld_target_new("0123456789abcdef", "contradiction", "number");
    cld_target_add_side(target, "Fourteen died.", "", "", NULL, NULL);
    return cld_decision_new(target, verdict, "both are right", "Ida", "2031-06-07T08:09:10Z", NULL,
                            NULL);
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldReport) report = cld_report_new();
    report->check = cld_check_new();
    g_autoptr(CldDecision) decision =
        row->verdict == CLD_VERDICT_OPEN ? NULL : make_decision(row->verdict);
    const CldChecked *checked = cld_check_add(report->check, row->state, decision);
    g_assert_true(cld_report_get_checked(report, 0) == checked);
    g_assert_null(cld_report_get_checked(report, 1));
    g_assert_cmpstr(cld_checked_state_get_tag(row->state), ==, row->tag);
    g_assert_cmpint(cld_checked_is_shown(checked), ==, row->is_shown);
    g_assert_cmpint(cld_checked_is_dismissed(checked), ==, row->is_dismissed);
    for (gint state = 0; state < CLD_N_CHECKED_STATES; state++)
        g_assert_cmpuint(cld_check_count(report->check, (CldCheckedState)state), ==,
                         state == (gint)row->state ? 1 : 0);
}

/* Without a check everything is new. */
static void
test_comparison(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    g_assert_null(cld_report_get_checked(report, 0));
    g_assert_true(cld_checked_is_shown(NULL));
    g_assert_false(cld_checked_is_dismissed(NULL));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_row);
    g_test_add_func("/checked/comparison", test_comparison);
    return g_test_run();
}
