/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-notice.h"
#include "report-fixture.h"
#include <string.h>

typedef struct {
    const char *path;
    const char *source;
    const char *file;
} FileRow;

static const FileRow files[] = {
    {"/notice/file/plain", "news/a.txt", "news/a.txt"},
    {"/notice/file/here", "./news/a.txt", "news/a.txt"},
    {"/notice/file/here-twice", ".//./a.txt", "a.txt"},
    {"/notice/file/item", "news/feed.xml#12", "news/feed.xml"},
    {"/notice/file/hash", "news/a#b", "news/a#b"},
    {"/notice/file/hash-end", "news/a#", "news/a#"},
    {"/notice/file/hash-only", "#1", "#1"},
    {"/notice/file/above", "../a.txt", "../a.txt"},
    {"/notice/file/input", "-", "-"},
};

static void
test_file(gconstpointer data)
{
    const FileRow *row = data;
    g_autofree char *file = cld_notice_dup_file(row->source);
    g_assert_cmpstr(file, ==, row->file);
}

/* An article of two paragraphs, on lines 3 and @next; the claim is the second sentence of the
 * first. */
typedef struct {
    const char *path;
    const char *format;
    const char *first;  /* sentence */
    const char *second; /* and the next, the claim's */
    guint next;         /* 0: there is no second paragraph */
    const char *label;
    guint column, end_column;
} PlaceRow;

#define LONG                                                                                       \
    "This sentence is a rather long one, so that its line is longer than any that was wrapped."

static const PlaceRow places[] = {
    {"/notice/place/ascii", "text", "One.", "Two.", 5, NULL, 6, 10},
    {"/notice/place/no-gap", "text", "One.", "Two.", 4, NULL, 6, 10},
    {"/notice/place/two-byte", "text", "Één.", "Zwëi.", 5, NULL, 6, 11},
    {"/notice/place/astral", "text", "\xf0\x9f\x9a\xa2 is a ship.", "\xf0\x9f\x9a\xa2!", 5, NULL,
     15, 18},
    {"/notice/place/wrapped", "text", "One.", "Two.", 6, NULL, 0, 0},
    {"/notice/place/last", "text", "One.", "Two.", 0, NULL, 6, 10},
    {"/notice/place/last-long", "text", LONG, LONG, 0, NULL, 0, 0},
    {"/notice/place/label", "text", "One.", "Two.", 5, "Details", 0, 0},
    {"/notice/place/html", "html", "One.", "Two.", 5, NULL, 0, 0},
};

static CldReport *
make_report(const PlaceRow *row)
{
    CldReport *report = cld_report_new();
    CldArticle *article = cld_article_alloc("./a.txt", row->format);
    g_free(article->text);
    article->text = g_strdup_printf("%s %s\n\nEnd.", row->first, row->second);
    article->text_bytes = strlen(article->text);
    gsize end = strlen(row->first) + 1 + strlen(row->second);
    const CldBlock blocks[] = {{{0, end}, CLD_PART_LEAD, 3, row->label},
                               {{end + 2, end + 6}, CLD_PART_BODY, row->next, NULL}};
    g_array_append_vals(article->blocks, blocks, row->next > 0 ? 2 : 1);
    g_ptr_array_add(report->articles, article);
    CldClaim *claim = cld_claim_alloc(0, 1);
    claim->sentence = claim->clause = (CldSpan){strlen(row->first) + 1, end};
    claim->text = g_strdup(row->second);
    claim->line = 3;
    g_ptr_array_add(report->claims, claim);
    CldFinding *finding = cld_finding_new(CLD_TYPE_ONLY_IN);
    cld_finding_add_side(finding, claim);
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
    return report;
}

static void
test_place(gconstpointer data)
{
    const PlaceRow *row = data;
    g_autoptr(CldReport) report = make_report(row);
    const CldFinding *finding = report->findings->pdata[0];
    g_auto(CldPlace) place = {0};
    cld_place_init(&place, report, finding->sides->pdata[0]);
    g_assert_cmpstr(place.path, ==, "a.txt");
    g_assert_cmpuint(place.line, ==, 3);
    g_assert_cmpuint(place.column, ==, row->column);
    g_assert_cmpuint(place.end_column, ==, row->end_column);
}

/* A claim of an article that is not in the report has a place all the same. */
static void
test_place_unknown(void)
{
    g_autoptr(CldReport) report = make_report(&places[0]);
    const CldFinding *finding = report->findings->pdata[0];
    g_auto(CldPlace) place = {0};
    g_ptr_array_set_size(report->articles, 0);
    cld_place_init(&place, report, finding->sides->pdata[0]);
    g_assert_cmpstr(place.path, ==, "unknown");
}

static char *
dup_passage(const char *text, gsize from, gsize to)
{
    g_autoptr(CldClaim) claim = cld_claim_alloc(0, 1);
    g_autoptr(CldFinding) finding = cld_finding_new(CLD_TYPE_NUMBER);
    claim->text = g_strdup(text);
    claim->sentence = (CldSpan){0, strlen(text)};
    CldSide *side = cld_finding_add_side(finding, claim);
    if (from < to)
        cld_side_add_highlight(side, (CldSpan){from, to});
    return cld_notice_dup_passage(side);
}

/* Long passages are cut at words, around what is marked, and never inside a character. */
static void
test_passage(void)
{
    g_autofree char *few = dup_passage("Two words.", 0, 3);
    g_assert_cmpstr(few, ==, "“Two words”");
    g_autofree char *hostile = dup_passage("a\n::error::b", 0, 0);
    g_assert_cmpstr(hostile, ==, "“a :<U+003A>error:<U+003A>b”");
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < 100; i++)
        g_string_append_printf(words, "word%02u ", i);
    g_autofree char *middle = dup_passage(words->str, 350, 356); /* word50 */
    g_assert_nonnull(strstr(middle, " word50 "));
    g_assert_true(g_str_has_prefix(middle, "“…word"));
    g_assert_true(g_str_has_suffix(middle, "…”"));
    g_assert_cmpuint(strlen(middle), <, 130);
    g_autofree char *whole = dup_passage(words->str, 0, 0);
    g_assert_cmpuint(strlen(whole), <, 420);
    g_autofree char *filler = g_strnfill(399, 'x');
    g_autofree char *odd = g_strconcat(filler, "\xc3\xa9\xc3\xa9\xc3\xa9", NULL);
    g_autofree char *cut = dup_passage(odd, 0, 0);
    g_assert_true(g_utf8_validate(cut, -1, NULL));
    g_assert_null(strstr(cut, "\xef\xbf\xbd"));
    g_assert_true(g_str_has_suffix(cut, "x…”"));
}

/* One pair of sentences printed by two pairs of articles: one id, two occurrences. */
static void
test_occurrence(void)
{
    g_autoptr(CldReport) report = report_fixture_new_story();
    CldFinding *first = report->findings->pdata[0];
    g_ptr_array_add(report->findings, cld_finding_ref(first));
    g_autoptr(GArray) notices = cld_notice_list(report);
    guint last = notices->len - 1;
    g_assert_cmpuint(notices->len, ==, report->findings->len);
    g_assert_cmpuint(g_array_index(notices, CldNotice, 0).occurrence, ==, 1);
    g_assert_cmpuint(g_array_index(notices, CldNotice, 1).occurrence, ==, 1);
    g_assert_cmpuint(g_array_index(notices, CldNotice, last).occurrence, ==, 2);
}

/* Without passages there is nothing to show; a side that does not exist leads nothing. */
static void
test_bad_records(void)
{
    g_autoptr(CldReport) report = report_fixture_new_check();
    ((CldChecked *)report->check->findings->pdata[0])->new_side = 99;
    CldFinding *bare = cld_finding_new(CLD_TYPE_NUMBER);
    cld_finding_seal(bare);
    g_ptr_array_add(report->findings, bare);
    cld_check_add(report->check, CLD_CHECKED_NEW, NULL);
    g_autoptr(GArray) notices = cld_notice_list(report);
    g_assert_cmpuint(notices->len, ==, report->findings->len - 1);
    g_assert_cmpuint(g_array_index(notices, CldNotice, 0).lead, ==, 0);
}

/* Sides of the lead's camp come last; the links keep the order of the sides. */
static void
test_camps(void)
{
    g_autoptr(CldReport) report = report_fixture_new_story();
    CldFinding *finding = report->findings->pdata[0];
    CldSide *other = cld_finding_add_side(finding, report->claims->pdata[2]);
    ((CldSide *)finding->sides->pdata[0])->camp = 1;
    ((CldSide *)finding->sides->pdata[1])->camp = 2;
    other->camp = 2;
    g_autoptr(CldView) view = cld_view_new(report);
    const CldNotice notice = {finding, NULL, 1, 1, CLD_LEVEL_WARNING};
    g_autofree char *text = cld_notice_dup_text(&notice, view, TRUE);
    const char *against = strstr(text, " against [Tidewater Gazette: ");
    const char *also = strstr(text, "](1); on the first side also [The Quay: ");
    g_assert_true(g_str_has_prefix(text, "Ferry Wire: "));
    g_assert_true(against != NULL && also != NULL && against < also);
    g_assert_nonnull(strstr(also, "](2). "));
    g_autofree char *plain = cld_notice_dup_text(&notice, view, FALSE);
    g_assert_null(strchr(plain, '['));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
        g_test_add_data_func(files[i].path, &files[i], test_file);
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
        g_test_add_data_func(places[i].path, &places[i], test_place);
    g_test_add_func("/notice/place/unknown", test_place_unknown);
    g_test_add_func("/notice/passage", test_passage);
    g_test_add_func("/notice/occurrence", test_occurrence);
    g_test_add_func("/notice/bad-records", test_bad_records);
    g_test_add_func("/notice/camps", test_camps);
    return g_test_run();
}
