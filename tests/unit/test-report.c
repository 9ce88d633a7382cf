/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-report.h"

static CldFinding *
add_finding(CldReport *report, CldType type, double confidence, const char *text)
{
    g_autoptr(CldClaim) claim = cld_claim_alloc(0, 1);
    claim->text = g_strdup(text);
    CldFinding *finding = cld_finding_new(type);
    finding->confidence = confidence;
    cld_finding_add_side(finding, claim);
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
    return finding;
}

static CldAgreement *
add_agreement(CldReport *report, guint article, guint number, guint n_claims)
{
    CldAgreement *agreement = cld_report_add_agreement(report);
    for (guint i = 0; i < n_claims; i++)
        g_ptr_array_add(agreement->claims, cld_claim_alloc(article + i, number));
    return agreement;
}

static void
test_fresh(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    g_autoptr(CldReport) second = cld_report_ref(report);
    g_assert_true(second == report);
    g_assert_cmpuint(report->inputs->len + report->articles->len + report->claims->len, ==, 0);
    g_assert_cmpuint(report->findings->len + report->agreements->len, ==, 0);
    g_assert_cmpuint(report->events->len + report->not_compared->len, ==, 0);
    g_assert_null(report->model);
    cld_report_sort(report); /* nothing to do, and does nothing */
}

static void
test_findings_sorted(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    const CldFinding *omission = add_finding(report, CLD_TYPE_ONLY_IN, 0.99, "Four.");
    const CldFinding *weak = add_finding(report, CLD_TYPE_NUMBER, 0.60, "Two.");
    const CldFinding *update = add_finding(report, CLD_TYPE_UPDATE_STATUS, 0.99, "Three.");
    const CldFinding *strong = add_finding(report, CLD_TYPE_NUMBER, 0.90, "One.");
    cld_report_sort(report);
    g_assert_true(g_ptr_array_index(report->findings, 0) == strong);
    g_assert_true(g_ptr_array_index(report->findings, 1) == weak);
    g_assert_true(g_ptr_array_index(report->findings, 2) == update);
    g_assert_true(g_ptr_array_index(report->findings, 3) == omission);
}

static void
test_agreements_sorted(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    const CldAgreement *last = add_agreement(report, 1, 1, 2);
    const CldAgreement *third = add_agreement(report, 0, 2, 3);
    const CldAgreement *second = add_agreement(report, 0, 2, 2);
    const CldAgreement *first = add_agreement(report, 0, 1, 3);
    cld_report_sort(report);
    g_assert_true(g_ptr_array_index(report->agreements, 0) == first);
    g_assert_true(g_ptr_array_index(report->agreements, 1) == second);
    g_assert_true(g_ptr_array_index(report->agreements, 2) == third);
    g_assert_true(g_ptr_array_index(report->agreements, 3) == last);
}

static void
test_events(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    CldEvent *event = cld_report_add_event(report, "A dam breaks");
    cld_report_add_event(report, NULL);
    g_assert_cmpstr(event->title, ==, "A dam breaks");
    g_assert_cmpuint(event->articles->len, ==, 0);
    g_assert_cmpuint(report->events->len, ==, 2);
}

static void
test_not_compared(void)
{
    g_autoptr(CldReport) report = cld_report_new();
    cld_report_add_not_compared(report, -1, "x.html", "not text");
    const CldNotCompared *row = g_ptr_array_index(report->not_compared, 0);
    g_assert_cmpint(row->article, ==, -1);
    g_assert_cmpstr(row->source, ==, "x.html");
    g_assert_cmpstr(row->reason, ==, "not text");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/report/fresh", test_fresh);
    g_test_add_func("/report/findings-sorted", test_findings_sorted);
    g_test_add_func("/report/agreements-sorted", test_agreements_sorted);
    g_test_add_func("/report/events", test_events);
    g_test_add_func("/report/not-compared", test_not_compared);
    return g_test_run();
}
