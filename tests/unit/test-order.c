/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-order.h"

/* Four articles on two events: the latest first, one without a date. */
static CldReport *
make_report(void)
{
    static const struct {
        const char *text;
        int day; /* of June 2031; 0: no date */
        gint copy_of, event;
    } rows[] = {
        {"Late.", 9, -1, 0}, {"Undated.", 0, -1, 1}, {"Early.", 2, 3, 0}, {"Also.", 2, -1, 1}};
    CldReport *report = cld_report_new();
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        CldArticle *article = cld_article_alloc(rows[i].text, "text");
        CldClaim *claim = cld_claim_alloc(i, 1);
        g_free(article->text);
        article->text = g_strdup(rows[i].text);
        if (rows[i].day > 0)
            article->published = cld_when_day(2031, 6, rows[i].day);
        claim->text = g_strdup(rows[i].text);
        g_ptr_array_add(report->articles, article);
        g_ptr_array_add(report->claims, claim);
        g_array_append_val(report->copy_of, rows[i].copy_of);
        g_array_append_val(report->event_of, rows[i].event);
    }
    return report;
}

static void
add_event(CldReport *report, const char *title, guint first, guint second)
{
    CldEvent *event = cld_report_add_event(report, title);
    g_array_append_val(event->articles, first);
    g_array_append_val(event->articles, second);
}

static char *
print(const CldReport *report)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < report->articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(report->articles, i);
        const CldClaim *claim = g_ptr_array_index(report->claims, i);
        g_assert_cmpuint(claim->article, ==, i);
        g_assert_cmpstr(claim->text, ==, article->text);
        g_string_append_printf(out, "%s%d/%d ", article->text,
                               g_array_index(report->copy_of, gint, i),
                               g_array_index(report->event_of, gint, i));
    }
    return g_string_free(out, FALSE);
}

static void
test_there_and_back(void)
{
    g_autoptr(CldReport) report = make_report();
    add_event(report, "first", 0, 2);
    add_event(report, "second", 1, 3);
    g_autofree char *before = print(report);
    g_autoptr(GArray) order = cld_order_by_content(report);
    g_autofree char *between = print(report);
    g_assert_cmpstr(between, ==, "Also.-1/1 Early.0/0 Late.-1/0 Undated.-1/1 ");
    cld_order_restore(report, order);
    g_autofree char *after = print(report);
    g_assert_cmpstr(after, ==, before);
}

/* What is found in between names articles by their places there. */
static void
test_what_was_found(void)
{
    g_autoptr(CldReport) report = make_report();
    g_autoptr(GArray) order = cld_order_by_content(report);
    guint late = 2, undated = 3;
    CldFinding *finding = cld_finding_new(CLD_TYPE_ONLY_IN);
    add_event(report, "of the last two", late, undated);
    add_event(report, "of the early ones", 0, 1);
    g_array_append_val(finding->missing_from, late);
    g_array_append_val(finding->missing_from, undated);
    g_ptr_array_add(report->findings, finding);
    cld_report_add_not_compared(report, 1, "Early.", "so");
    cld_report_add_not_compared(report, -1, "absent", "so");
    cld_order_restore(report, order);
    g_assert_cmpuint(g_array_index(finding->missing_from, guint, 0), ==, 0);
    g_assert_cmpuint(g_array_index(finding->missing_from, guint, 1), ==, 1);
    const CldEvent *first = g_ptr_array_index(report->events, 0);
    g_assert_cmpstr(first->title, ==, "of the last two");
    g_assert_cmpuint(g_array_index(first->articles, guint, 0), ==, 0);
    g_assert_cmpint(((CldNotCompared *)report->not_compared->pdata[0])->article, ==, 2);
    g_assert_cmpint(((CldNotCompared *)report->not_compared->pdata[1])->article, ==, -1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/order/there-and-back", test_there_and_back);
    g_test_add_func("/order/what-was-found", test_what_was_found);
    return g_test_run();
}
