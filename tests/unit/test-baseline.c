/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-baseline.h"
#include "report-fixture.h"
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define FIRST "# claimdiff baseline 1\n"
#define A     "0123456789abcdef contradiction/number The Herald: “14” | The Post: “12”\n"
#define B     "fedcba9876543210 update/status\n"

typedef struct {
    const char *path;
    const char *text;
    gsize length; /* 0: that of the text */
    int code;
    const char *told; /* part of the message */
} Reject;

static const Reject rejects[] = {
    {"/baseline/reject/empty", "", 0, CLD_BASELINE_ERROR_VERSION, "line 1 is not"},
    {"/baseline/reject/no-head", A, 0, CLD_BASELINE_ERROR_VERSION, "line 1 is not"},
    {"/baseline/reject/newer", "# claimdiff baseline 2\n" A, 0, CLD_BASELINE_ERROR_VERSION,
     "of a version"},
    {"/baseline/reject/no-id", FIRST A "hello world\n", 0, CLD_BASELINE_ERROR_LINE,
     "line 3 does not begin with the id"},
    {"/baseline/reject/short-id", FIRST "0123456789abcde contradiction/number x\n", 0,
     CLD_BASELINE_ERROR_LINE, "line 2 does not begin with the id"},
    {"/baseline/reject/upper-id", FIRST "0123456789ABCDEF contradiction/number x\n", 0,
     CLD_BASELINE_ERROR_LINE, "line 2 does not begin with the id"},
    {"/baseline/reject/id-only", FIRST "0123456789abcdef\n", 0, CLD_BASELINE_ERROR_LINE,
     "line 2 has no kind"},
    {"/baseline/reject/no-such-type", FIRST "0123456789abcdef contradiction/colour x\n", 0,
     CLD_BASELINE_ERROR_LINE, "line 2 has no kind"},
    {"/baseline/reject/type-of-other-kind", FIRST "0123456789abcdef wording/number x\n", 0,
     CLD_BASELINE_ERROR_LINE, "line 2 has no kind"},
    {"/baseline/reject/not-utf8", FIRST "0123456789abcdef update/status \xff\n", 0,
     CLD_BASELINE_ERROR_LINE, "line 2 is not UTF-8"},
    {"/baseline/reject/nul", FIRST "\0" B, sizeof(FIRST "\0" B) - 1, CLD_BASELINE_ERROR_LINE,
     "NUL"},
    {"/baseline/reject/conflict", FIRST "<<<<<<< HEAD\n" A "=======\n" B ">>>>>>> other\n", 0,
     CLD_BASELINE_ERROR_CONFLICT,
     "line 2 is the mark of a merge that was not finished; line 4 is the mark"},
    {"/baseline/reject/conflict-first", "<<<<<<< HEAD\n" FIRST A, 0, CLD_BASELINE_ERROR_CONFLICT,
     "line 1 is the mark"},
};

static void
test_reject(gconstpointer data)
{
    const Reject *row = data;
    g_autoptr(GError) error = NULL;
    gsize length = row->length > 0 ? row->length : strlen(row->text);
    g_assert_null(cld_baseline_parse(row->text, length, &error));
    g_assert_error(error, CLD_BASELINE_ERROR, row->code);
    if (strstr(error->message, row->told) == NULL)
        g_error("“%s” does not say “%s”", error->message, row->told);
}

/* Every faulty line is counted, the first ten are named. */
static void
test_many_faults(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) text = g_string_new(FIRST);
    for (guint i = 0; i < 12; i++)
        g_string_append(text, "what is this\n");
    g_assert_null(cld_baseline_parse(text->str, text->len, &error));
    g_assert_nonnull(strstr(error->message, "line 11 does not"));
    g_assert_null(strstr(error->message, "line 12"));
    g_assert_true(g_str_has_suffix(error->message, "; and 2 more"));
}

static void
test_long_line(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *filler = g_strnfill(8192, 'x');
    g_autofree char *text = g_strdup_printf("%s0123456789abcdef update/status %s\n", FIRST, filler);
    g_assert_null(cld_baseline_parse(text, strlen(text), &error));
    g_assert_error(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_LINE);
    g_assert_cmpstr(error->message, ==, "line 2 is too long");
}

static void
test_too_many_lines(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *breaks = g_strnfill(1000001, '\n');
    g_autofree char *text = g_strconcat(FIRST, breaks, NULL);
    g_assert_null(cld_baseline_parse(text, strlen(text), &error));
    g_assert_error(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_SIZE);
    g_clear_error(&error);
    g_assert_null(
        cld_baseline_parse(FIRST, 256 * 1024 * 1024 + 1, &error)); /* not even looked at */
    g_assert_error(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_SIZE);
}

/* Order, doubles, comments, empty lines and an editor's carriage returns do no harm. */
static void
test_lenient(void)
{
    static const char text[] = FIRST "# a comment\n\n" B A A "\r\n" B "  \n";
    g_autoptr(GError) error = NULL;
    g_autoptr(CldBaseline) baseline = cld_baseline_parse(text, strlen(text), &error);
    g_assert_no_error(error);
    g_assert_cmpuint(cld_baseline_get_size(baseline), ==, 2);
    g_assert_true(cld_baseline_use(baseline, "fedcba9876543210"));
    g_assert_false(cld_baseline_use(baseline, "fedcba987654321"));
    g_assert_false(cld_baseline_use(baseline, "fedcba98765432100"));
    g_autoptr(GPtrArray) unused = cld_baseline_list_unused(baseline);
    g_assert_cmpuint(unused->len, ==, 1);
    g_assert_true(g_str_has_prefix(unused->pdata[0], "0123456789abcdef contradiction/number "));
    g_assert_cmpuint(cld_baseline_remove_unused(baseline), ==, 1);
    g_assert_cmpuint(cld_baseline_get_size(baseline), ==, 1);
    g_assert_false(cld_baseline_use(baseline, "0123456789abcdef"));
}

static CldBaseline *
make_baseline(const CldReport *report, gboolean is_backwards)
{
    CldBaseline *baseline = cld_baseline_new();
    for (guint i = 0; i < report->findings->len; i++)
        cld_baseline_add(baseline, report,
                         report->findings->pdata[is_backwards ? report->findings->len - 1 - i : i]);
    return baseline;
}

/* What is written is read again; the order in which findings come does not matter. */
static void
test_round_trip(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldReport) report = report_fixture_new_story();
    g_autoptr(CldBaseline) baseline = make_baseline(report, FALSE);
    g_autoptr(CldBaseline) other = make_baseline(report, TRUE);
    gsize length = 0;
    g_autofree char *text = cld_baseline_dup_text(baseline, &length);
    g_autofree char *text_of_other = cld_baseline_dup_text(other, NULL);
    g_assert_cmpuint(length, ==, strlen(text));
    g_assert_cmpstr(text, ==, text_of_other);
    g_autoptr(CldBaseline) again = cld_baseline_parse(text, length, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(cld_baseline_get_size(again), ==, cld_baseline_get_size(baseline));
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = report->findings->pdata[i];
        g_assert_true(cld_baseline_use(again, finding->id));
        cld_baseline_add(again, report, finding); /* there already */
    }
    g_autofree char *text_again = cld_baseline_dup_text(again, NULL);
    g_assert_cmpstr(text_again, ==, text);
    g_autoptr(GPtrArray) unused = cld_baseline_list_unused(again);
    g_assert_cmpuint(unused->len, ==, 0);
}

/* A finding added twice stands once, also before anything was looked up. */
static void
test_added_twice(void)
{
    g_autoptr(CldReport) report = report_fixture_new_story();
    g_autoptr(CldBaseline) baseline = cld_baseline_new();
    cld_baseline_add(baseline, report, report->findings->pdata[0]);
    cld_baseline_add(baseline, report, report->findings->pdata[0]);
    g_assert_cmpuint(cld_baseline_get_size(baseline), ==, 1);
    g_assert_cmpuint(cld_baseline_remove_unused(baseline), ==, 0);
}

/* Words of an article can make no line of their own. */
static void
test_hostile(void)
{
    static const char *const texts[] = {
        "a\nfedcba9876543210 update/status\n",
        "a\r\n<<<<<<< HEAD\r\n",
        "\033[2J\xe2\x80\xae",
        "\xe2\x80\xa8#",
        "",
        "very long very long very long very long very long very long very long"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(CldReport) report = report_fixture_new_filled(texts[i]);
        g_autoptr(CldBaseline) baseline = make_baseline(report, FALSE);
        gsize length = 0;
        g_autofree char *text = cld_baseline_dup_text(baseline, &length);
        g_autoptr(CldBaseline) again = cld_baseline_parse(text, length, &error);
        g_assert_no_error(error);
        g_assert_cmpuint(cld_baseline_get_size(again), ==, report->findings->len);
        g_assert_false(cld_baseline_use(again, "fedcba9876543210"));
        g_assert_null(strchr(text, '\033'));
        g_assert_null(strstr(text, "\xe2\x80\xae"));
    }
}

static void
test_file(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("claimdiff-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "baseline.txt", NULL);
    g_autofree char *nowhere = g_build_filename(folder, "no", "baseline.txt", NULL);
    g_autoptr(CldReport) report = report_fixture_new_story();
    g_autoptr(CldBaseline) baseline = make_baseline(report, FALSE);
    g_assert_null(cld_baseline_load(path, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    g_clear_error(&error);
    g_assert_true(cld_baseline_save(baseline, path, &error));
    g_assert_no_error(error);
    g_autoptr(CldBaseline) again = cld_baseline_load(path, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(cld_baseline_get_size(again), ==, report->findings->len);
    g_assert_false(cld_baseline_save(baseline, nowhere, &error));
    g_assert_true(g_str_has_prefix(error->message, "baseline "));
    g_clear_error(&error);
    g_assert_true(g_file_set_contents(path, FIRST "x\n", -1, NULL));
    g_assert_null(cld_baseline_load(path, &error));
    g_assert_error(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_LINE);
    g_assert_nonnull(strstr(error->message, path)); /* the message names the file */
    g_clear_error(&error);
    g_assert_null(cld_baseline_load(folder, &error)); /* a folder is no file */
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
    g_clear_error(&error);
    g_assert_true(g_file_set_contents(path, "", 0, NULL));
    g_assert_null(cld_baseline_load(path, &error));
    g_assert_error(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_VERSION);
    g_unlink(path);
    g_rmdir(folder);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rejects); i++)
        g_test_add_data_func(rejects[i].path, &rejects[i], test_reject);
    g_test_add_func("/baseline/many-faults", test_many_faults);
    g_test_add_func("/baseline/long-line", test_long_line);
    g_test_add_func("/baseline/too-many-lines", test_too_many_lines);
    g_test_add_func("/baseline/lenient", test_lenient);
    g_test_add_func("/baseline/round-trip", test_round_trip);
    g_test_add_func("/baseline/added-twice", test_added_twice);
    g_test_add_func("/baseline/hostile", test_hostile);
    g_test_add_func("/baseline/file", test_file);
    return g_test_run();
}
