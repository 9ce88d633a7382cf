/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-view.h"
#include "report-fixture.h"

typedef struct {
    CldWhen when;
    const char *expected;
} DateRow;

static void
test_dates(void)
{
    const DateRow rows[] = {
        {CLD_WHEN_UNKNOWN, NULL},
        {cld_when_day(2031, 6, 4), "4 June 2031"},
        {cld_when_minute(2031, 6, 4, 9, 5), "4 June 2031, 09:05"},
        {cld_when_minute(1969, 12, 31, 23, 59), "31 December 1969, 23:59"},
        {cld_when_month(2031, 1), "January 2031"},
        {cld_when_month(2031, 12), "December 2031"},
        {cld_when_year(2031), "2031"},
        {{cld_when_day(2031, 1, 31).from, cld_when_day(2031, 2, 2).to},
         "31 January 2031 to 2 February 2031"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *date = cld_view_dup_date(rows[i].when);
        g_assert_cmpstr(date, ==, rows[i].expected);
    }
    CldEvent event = {.from = cld_when_minute(2031, 6, 4, 18, 30),
                      .to = cld_when_minute(2031, 6, 4, 19, 5)};
    g_autofree char *one_day = cld_view_dup_event_date(&event);
    g_assert_cmpstr(one_day, ==, "4 June 2031");
    event.to = cld_when_minute(2031, 6, 5, 1, 0);
    g_autofree char *two_days = cld_view_dup_event_date(&event);
    g_assert_cmpstr(two_days, ==, "4 June 2031 to 5 June 2031");
    g_autofree char *day = cld_view_dup_short_date(cld_when_day(2031, 9, 4));
    g_autofree char *none = cld_view_dup_short_date(CLD_WHEN_UNKNOWN);
    g_assert_cmpstr(day, ==, "4 Sep");
    g_assert_cmpstr(none, ==, "");
}

static void
test_confidence(void)
{
    static const struct {
        double confidence;
        const char *expected;
    } rows[] = {{1, "very likely (1.00)"}, {0.9, "very likely (0.90)"}, {0.89, "likely (0.89)"},
                {0.7, "likely (0.70)"},    {0.696, "likely (0.70)"},    {0.694, "probable (0.69)"},
                {0.5, "probable (0.50)"},  {0.49, "possible (0.49)"},   {0, "possible (0.00)"}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = cld_view_dup_confidence(rows[i].confidence);
        g_assert_cmpstr(text, ==, rows[i].expected);
    }
}

/* One outlet in two events needs no number. */
static void
test_labels_of_events(void)
{
    const gint events[] = {0, 1, 1};
    static const char *const labels[] = {"Post", "Post (a2)", "Post (a3)"};
    g_autoptr(CldReport) report = cld_report_new();
    cld_report_add_event(report, "One");
    cld_report_add_event(report, "Two");
    g_array_append_vals(report->event_of, events, G_N_ELEMENTS(events));
    for (gsize i = 0; i < G_N_ELEMENTS(events); i++) {
        CldArticle *article = cld_article_alloc("x", "text");
        article->outlet = g_strdup("Post");
        g_ptr_array_add(report->articles, article);
    }
    g_autoptr(CldView) view = cld_view_new(report);
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
        g_assert_cmpstr(cld_view_get_label(view, i), ==, labels[i]);
}

/* Outlets of one name are told apart, a missing one is named by its file. */
static void
test_labels(void)
{
    static const char *const outlets[] = {"Post", "Wire", "Post", NULL, "", "Wire", "Lone"};
    static const char *const labels[] = {"Post (a1)",  "Wire (a2)", "Post (a3)", "x.txt (a4)",
                                         "x.txt (a5)", "Wire (a6)", "Lone"};
    g_autoptr(CldReport) report = cld_report_new();
    for (gsize i = 0; i < G_N_ELEMENTS(outlets); i++) {
        CldArticle *article = cld_article_alloc("dir/x.txt", "text");
        article->outlet = g_strdup(outlets[i]);
        g_ptr_array_add(report->articles, article);
    }
    g_autoptr(CldView) view = cld_view_new(report);
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
        g_assert_cmpstr(cld_view_get_label(view, i), ==, labels[i]);
    g_assert_cmpstr(cld_view_get_label(view, 99), ==, "unknown article");
    g_assert_null(cld_view_get_article(view, 99));
}

static void
test_base_names(void)
{
    static const struct {
        const char *source, *label;
    } rows[] = {{"a.txt", "a.txt"}, {"b/", "b/"}, {"/c/d", "d"}, {NULL, "unknown source"}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(CldReport) report = cld_report_new();
        g_ptr_array_add(report->articles, cld_article_alloc(rows[i].source, "text"));
        g_autoptr(CldView) view = cld_view_new(report);
        g_assert_cmpstr(cld_view_get_label(view, 0), ==, rows[i].label);
    }
}

/* Every finding and agreement of the report stands in exactly one group, also without events. */
static void
test_groups(void)
{
    g_autoptr(CldReport) report = report_fixture_new_story();
    g_autoptr(CldView) view = cld_view_new(report);
    g_assert_cmpuint(view->groups->len, ==, 2);
    g_assert_cmpuint(cld_view_count_kind(view, CLD_KIND_CONTRADICTION), ==, 2);
    g_assert_cmpuint(cld_view_count_findings(view->groups->pdata[0]), ==, report->findings->len);
    g_array_set_size(report->event_of, 1); /* the rest is in no event */
    g_autoptr(CldView) loose = cld_view_new(report);
    g_assert_cmpuint(loose->groups->len, ==, 3);
    const CldViewGroup *first = loose->groups->pdata[0], *rest = loose->groups->pdata[2];
    g_assert_null(rest->event);
    g_assert_cmpint(rest->index, ==, -1);
    g_assert_cmpuint(rest->agreements->len + first->agreements->len, ==, 2);
    g_assert_cmpuint(cld_view_count_findings(first) + cld_view_count_findings(rest), ==,
                     report->findings->len);
}

/* Framing of one subject stands together, the rest in report order. */
static void
test_subjects(void)
{
    static const char *const subjects[] = {"b", NULL, "a", "b", NULL, "a", "c"};
    static const char *const expected[] = {"b", "b", NULL, NULL, "a", "a", "c"};
    g_autoptr(CldReport) report = cld_report_new();
    for (gsize i = 0; i < G_N_ELEMENTS(subjects); i++) {
        CldFinding *finding = cld_finding_new(CLD_TYPE_NAMING);
        finding->subject = g_strdup(subjects[i]);
        cld_finding_seal(finding);
        g_ptr_array_add(report->findings, finding);
    }
    g_autoptr(CldView) view = cld_view_new(report);
    const CldViewGroup *group = g_ptr_array_index(view->groups, 0);
    const GPtrArray *framing = group->findings[CLD_KIND_FRAMING];
    g_assert_cmpuint(framing->len, ==, G_N_ELEMENTS(expected));
    for (guint i = 0; i < framing->len; i++) {
        const CldFinding *finding = g_ptr_array_index(framing, i);
        g_assert_cmpstr(finding->subject, ==, expected[i]);
        g_assert_cmpuint(cld_view_get_number(view, finding), ==, i + 1);
    }
}

typedef struct {
    const char *path;
    CldSpan marks[2];
    const char *expected; /* marked pieces in brackets */
} PieceRow;

static const PieceRow piece_rows[] = {
    {"/view/pieces/none", {{0, 0}, {0, 0}}, "aébc def"},
    {"/view/pieces/middle", {{1, 3}, {5, 7}}, "a[é]bc[ d]ef"},
    {"/view/pieces/whole", {{0, 9}, {0, 0}}, "[aébc def]"},
    {"/view/pieces/beyond", {{6, 99}, {0, 0}}, "aébc [def]"},
    {"/view/pieces/splits", {{2, 4}, {0, 0}}, "a[éb]c def"},
    {"/view/pieces/touching", {{0, 1}, {1, 3}}, "[a][é]bc def"},
    {"/view/pieces/overlapping", {{0, 4}, {1, 5}}, "[aéb][c] def"},
};

static void
test_pieces(gconstpointer data)
{
    const PieceRow *row = data;
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(CldSpan));
    g_autoptr(CldClaim) claim = cld_claim_alloc(0, 1);
    claim->text = g_strdup("aébc def");
    for (gsize i = 0; i < G_N_ELEMENTS(row->marks); i++) {
        if (row->marks[i].end > 0)
            g_array_append_val(marks, row->marks[i]);
    }
    const CldSide side = {claim, marks};
    g_autoptr(GArray) pieces = cld_view_pieces(&side);
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; i < pieces->len; i++) {
        const CldSpanPiece *piece = &g_array_index(pieces, CldSpanPiece, i);
        g_autofree char *text = cld_span_dup_text(piece->span, claim->text);
        g_string_append_printf(found, piece->is_marked ? "[%s]" : "%s", text);
    }
    g_assert_cmpstr(found->str, ==, row->expected);
}

/* A side without text has no pieces and does no harm. */
static void
test_no_text(void)
{
    g_autoptr(CldClaim) claim = cld_claim_alloc(0, 1);
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(CldSpan));
    const CldSide side = {claim, marks};
    g_autoptr(GArray) pieces = cld_view_pieces(&side);
    g_assert_cmpuint(pieces->len, ==, 0);
}

static void
test_shorten(void)
{
    const char *text = "one two three four five six";
    const CldSpanPiece first = {{0, 14}, FALSE}, last = {{14, 27}, FALSE}, mark = {{4, 7}, TRUE};
    CldSpan front = cld_view_shorten(text, &first, 2, 0, 6);
    CldSpan back = cld_view_shorten(text, &last, 2, 1, 6);
    CldSpan middle = cld_view_shorten(text, &first, 3, 1, 6);
    CldSpan marked = cld_view_shorten(text, &mark, 2, 0, 1);
    CldSpan alone = cld_view_shorten(text, &first, 1, 0, 6);
    CldSpan fits = cld_view_shorten(text, &first, 2, 0, 14);
    g_assert_cmpuint(front.start, ==, 14);
    g_assert_cmpuint(back.end, ==, 18);
    g_assert_cmpuint(middle.end - middle.start, ==, 14);
    g_assert_cmpuint(marked.end - marked.start, ==, 3);
    g_assert_cmpuint(alone.end - alone.start, ==, 14);
    g_assert_cmpuint(fits.start, ==, 0);
}

static void
test_attribution(void)
{
    g_autoptr(CldClaim) claim = cld_claim_alloc(0, 1);
    g_autofree char *own = cld_view_dup_attribution(claim);
    g_assert_cmpstr(own, ==, "in the outlet’s own voice");
    claim->holder = g_strdup("Ana Ruiz");
    g_autofree char *bare = cld_view_dup_attribution(claim);
    g_assert_cmpstr(bare, ==, "Ana Ruiz");
    claim->cue = g_strdup("said");
    g_ptr_array_add(claim->chain, g_strdup("Wire One"));
    g_ptr_array_add(claim->chain, g_strdup("Radio Two"));
    g_autofree char *relayed = cld_view_dup_attribution(claim);
    g_assert_cmpstr(relayed, ==, "Ana Ruiz (“said”), via Wire One and Radio Two");
}

/* A warning that an article shows is not shown twice; a refusal is always shown. */
static void
test_repeated(void)
{
    g_autoptr(CldReport) report = report_fixture_new_story();
    g_autoptr(CldInput) other = cld_input_new("news/quay.json", CLD_OUTCOME_WARNED, "x", "y", -1);
    g_autoptr(CldInput) elsewhere =
        cld_input_new("z", CLD_OUTCOME_WARNED, "x", "no date was found", -1);
    g_autoptr(CldView) view = cld_view_new(report);
    g_assert_true(cld_view_is_repeated(view, report->inputs->pdata[2]));
    g_assert_false(cld_view_is_repeated(view, report->inputs->pdata[6]));
    g_assert_false(cld_view_is_repeated(view, other));
    g_assert_false(cld_view_is_repeated(view, elsewhere));
}

static void
test_verdict(void)
{
    g_autoptr(CldReport) report = report_fixture_new_empty();
    g_autoptr(CldView) view = cld_view_new(report);
    g_autofree char *verdict = cld_view_dup_verdict(view);
    g_assert_cmpstr(verdict, ==,
                    "Nothing was compared; 1 input not read in full; rules only, no model");
    g_ptr_array_add(report->articles, cld_article_alloc("a", "text"));
    g_ptr_array_set_size(report->inputs, 0);
    report->model = g_strdup("minilm-nli-1");
    g_autoptr(CldView) again = cld_view_new(report);
    g_autofree char *clean = cld_view_dup_verdict(again);
    g_assert_cmpstr(clean, ==, "No contradiction in 1 article; rules and model minilm-nli-1");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/view/dates", test_dates);
    g_test_add_func("/view/confidence", test_confidence);
    g_test_add_func("/view/labels", test_labels);
    g_test_add_func("/view/labels-of-events", test_labels_of_events);
    g_test_add_func("/view/base-names", test_base_names);
    g_test_add_func("/view/groups", test_groups);
    for (gsize i = 0; i < G_N_ELEMENTS(piece_rows); i++)
        g_test_add_data_func(piece_rows[i].path, &piece_rows[i], test_pieces);
    g_test_add_func("/view/subjects", test_subjects);
    g_test_add_func("/view/no-text", test_no_text);
    g_test_add_func("/view/shorten", test_shorten);
    g_test_add_func("/view/attribution", test_attribution);
    g_test_add_func("/view/repeated", test_repeated);
    g_test_add_func("/view/verdict", test_verdict);
    return g_test_run();
}
