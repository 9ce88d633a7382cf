/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-render.h"
#include "report-fixture.h"
#include <json-glib/json-glib.h>
#include <string.h>

/* The forms of a report: golden files, what may never be missing, and what may never get through.
 * CLD_REGEN=1 in the environment rewrites the golden files; review the diff. */

static char *
golden_path(const char *file)
{
    return g_build_filename(g_test_get_dir(G_TEST_DIST), "golden-reports", file, NULL);
}

typedef struct {
    const char *file;
    const char *format;
    CldRenderOptions options;
    gboolean is_check;
} GoldenRow;

static const GoldenRow golden[] = {
    {"story.json", "json", {FALSE, 0, FALSE}},
    {"story.jsonl", "jsonl", {FALSE, 0, FALSE}},
    {"story.txt", "terminal", {FALSE, 80, FALSE}},
    {"story-narrow.txt", "terminal", {FALSE, 40, FALSE}},
    {"story-wide-color.txt", "terminal", {TRUE, 132, FALSE}},
    {"story.md", "markdown", {FALSE, 0, FALSE}},
    {"story.html", "html", {FALSE, 0, FALSE}},
    {"story-quiet.txt", "terminal", {FALSE, 80, TRUE}},
    {"story.sarif", "sarif", {.exit_status = 0}},
    {"story-junit.xml", "junit", {.exit_status = 0}},
    {"story-github.txt", "github", {.exit_status = 0}},
    {"story-gitlab.json", "gitlab", {.exit_status = 0}},
    {"story-summary.md", "summary", {.exit_status = 0}},
    {"check.sarif", "sarif", {.exit_status = 1}, TRUE},
    {"check-junit.xml", "junit", {.exit_status = 1}, TRUE},
    {"check-github.txt", "github", {.exit_status = 1}, TRUE},
    {"check-gitlab.json", "gitlab", {.exit_status = 1}, TRUE},
    {"check-summary.md", "summary", {.exit_status = 1}, TRUE},
    {"check.txt", "terminal", {FALSE, 80, FALSE}, TRUE},
    {"check.md", "markdown", {.exit_status = 1}, TRUE},
    {"check.json", "json", {.exit_status = 1}, TRUE},
    {"check.jsonl", "jsonl", {.exit_status = 1}, TRUE},
};

static void
test_golden(gconstpointer data)
{
    const GoldenRow *row = data;
    g_autoptr(CldReport) report =
        row->is_check ? report_fixture_new_check() : report_fixture_new_story();
    gsize length = 0;
    g_autofree char *text =
        cld_render_get_format(row->format)->render(report, &row->options, &length);
    g_autofree char *path = golden_path(row->file);
    g_assert_cmpuint(length, ==, strlen(text));
    if (g_getenv("CLD_REGEN") != NULL)
        g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autofree char *expected = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &expected, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(text, ==, expected);
}

/* The same report twice gives the same bytes. */
static void
test_same_bytes(gconstpointer data)
{
    const CldRenderFormat *format = data;
    g_autoptr(CldReport) report = report_fixture_new_check();
    g_autoptr(CldReport) again = report_fixture_new_check();
    g_autofree char *a = format->render(report, NULL, NULL);
    g_autofree char *b = format->render(again, NULL, NULL);
    g_assert_cmpstr(a, ==, b);
}

/* What could not be read, and by what the report was made, is in every form. GitLab has no place
 * for the second. */
static void
test_nothing_missing(gconstpointer data)
{
    const CldRenderFormat *format = data;
    g_autoptr(CldReport) report = report_fixture_new_empty();
    g_autofree char *text = format->render(report, NULL, NULL);
    g_assert_nonnull(strstr(text, "only"));
    g_assert_nonnull(strstr(text, "no reader for this form"));
    g_assert_true(g_str_equal(format->name, "gitlab") || strstr(text, "no model") != NULL ||
                  strstr(text, "\"model\":null") != NULL ||
                  strstr(text, "\"model\": null") != NULL);
    g_assert_null(strstr(text, "no contradiction"));
}

static const char *const hostile[] = {
    "",
    "\033[2J\033]0;title\007 \033[8mhidden",
    "::error file=x::boo",
    "a.txt,line=1,title=x::boo\n::error::boo%0A::error::boo%25%2C",
    "[link](1) {0} [other](2) \\",
    "]]><!-- -- --> &amp; &#0; \xef\xbf\xbe\xef\xbf\xbf",
    "##vso[task.complete]",
    "####",
    "a\r\nb\tc\bd\x7f\xc2\x9b",
    "x\xe2\x80\xae rev \xe2\x81\xa6 iso \xe2\x80\xa8 sep",
    "\xff\xfe broken \xc3",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "</style><svg onload=alert(1)>",
    "--><iframe src=//evil.example>",
    "' onmouseover='alert(1)",
    "](javascript:alert(1)) ![x](http://evil.example/p) `code` | cell | @everyone",
    "\\\" \\u0000 {\"a\":1}",
    "\xe6\xbc\xa2\xe5\xad\x97\xe3\x82\xab\xe3\x83\x8a e\xcc\x81\xcc\x81\xcc\x81 "
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
    "a very long word: "
    "pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopicsilicovolcanoconiosis",
};

static void
check_text(const char *name, const char *text)
{
    g_assert_true(g_utf8_validate(text, -1, NULL));
    g_assert_null(strstr(text, "##vso"));
    g_assert_null(strstr(text, "##["));
    g_assert_null(strchr(text, '\033'));
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gboolean is_steering = (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) ||
                               (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
                               c == 0x2028 || c == 0x2029;
        if (is_steering)
            g_error("%s lets U+%04X through", name, c);
    }
}

/* A line of our own begins with a word of ours and a file; only our own colons are two in a row. */
static gboolean
is_our_command(const char *line)
{
    return g_regex_match_simple("^::(error|warning|notice) file=(?:(?!::)[^\r])*?"
                                "(,line=[0-9]+,endLine=[0-9]+(,col=[0-9]+,endColumn=[0-9]+)?)?"
                                ",title=(?:(?!::)[^,])*::(?:(?!::).)*$",
                                line, 0, 0);
}

static void
check_lines(const char *name, const char *text)
{
    gboolean is_github = g_str_equal(name, "github");
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *line = g_strchug(lines[i]);
        if (g_str_has_prefix(line, "::") && !(is_github && is_our_command(line)))
            g_error("a line begins with a command: %s", line);
    }
}

static void
check_json(const char *name, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonParser) parser = json_parser_new();
    if (g_str_equal(name, "json") || g_str_equal(name, "sarif") || g_str_equal(name, "gitlab")) {
        json_parser_load_from_data(parser, text, -1, &error);
        g_assert_no_error(error);
    }
    if (!g_str_equal(name, "jsonl"))
        return;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
        json_parser_load_from_data(parser, lines[i], -1, &error);
        g_assert_no_error(error);
    }
}

static void
check_xml(const char *name, const char *text)
{
    static const GMarkupParser nothing = {0};
    g_autoptr(GError) error = NULL;
    if (!g_str_equal(name, "junit"))
        return;
    g_autoptr(GMarkupParseContext) parser = g_markup_parse_context_new(&nothing, 0, NULL, NULL);
    g_markup_parse_context_parse(parser, text, -1, &error);
    g_assert_no_error(error);
    g_markup_parse_context_end_parse(parser, &error);
    g_assert_no_error(error);
}

static void
check_hostile(const CldRenderFormat *format, const char *input)
{
    g_autoptr(CldReport) report = report_fixture_new_filled(input);
    gsize length = 0;
    g_autofree char *text = format->render(report, NULL, &length);
    g_assert_cmpuint(length, ==, strlen(text));
    check_text(format->name, text);
    check_lines(format->name, text);
    check_json(format->name, text);
    check_xml(format->name, text);
}

static void
test_hostile(gconstpointer data)
{
    for (gsize i = 0; i < G_N_ELEMENTS(hostile); i++)
        check_hostile(data, hostile[i]);
}

/* Random bytes out of pieces that have broken encoders before. The seed is fixed by g_test. */
static void
test_random(gconstpointer data)
{
    static const char *const pieces[] = {"a",
                                         " ",
                                         "\n",
                                         ":",
                                         "#",
                                         "<",
                                         "&",
                                         "\"",
                                         "\\",
                                         "\033",
                                         "\x80",
                                         "\xc3",
                                         "\xa9",
                                         "\xe2\x80\xae",
                                         "\xf3\xa0\x81\x81",
                                         "\xe6\xbc\xa2",
                                         "\xcc\x81",
                                         "`",
                                         "|",
                                         "'",
                                         "["};
    for (guint round = 0; round < 60; round++) {
        g_autoptr(GString) input = g_string_new(NULL);
        guint n = (guint)g_test_rand_int_range(1, 40);
        for (guint i = 0; i < n; i++)
            g_string_append(input, pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))]);
        check_hostile(data, input->str);
    }
}

static guint
columns_of(const char *line)
{
    guint columns = 0;
    for (const char *p = line; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        columns += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return columns;
}

/* No line is wider than asked for, whatever the letters. */
static void
test_width(void)
{
    static const guint widths[] = {24, 40, 80, 120};
    for (gsize w = 0; w < G_N_ELEMENTS(widths); w++) {
        for (gsize i = 0; i < G_N_ELEMENTS(hostile); i++) {
            const CldRenderOptions options = {FALSE, widths[w], FALSE};
            g_autoptr(CldReport) report = report_fixture_new_filled(hostile[i]);
            g_autofree char *text =
                cld_render_get_format("terminal")->render(report, &options, NULL);
            g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
            for (guint k = 0; lines[k] != NULL; k++)
                g_assert_cmpuint(columns_of(lines[k]), <=, widths[w]);
        }
    }
}

/* Not by strstr(), which a sanitizer makes look at all of the rest each time. */
static guint
count_of(const char *text, const char *word)
{
    guint n = 0;
    const char *end = text + strlen(text);
    for (const char *p = text; (p = g_strstr_len(p, end - p, word)) != NULL; p++)
        n++;
    return n;
}

/* What the readers of a form would cut off is left out with a word, and nothing new before it. */
static void
test_limits(void)
{
    g_autoptr(CldReport) report = report_fixture_new_story();
    CldFinding *finding = report->findings->pdata[report->findings->len - 1]; /* the smallest */
    while (report->findings->len < 25002)
        g_ptr_array_add(report->findings, cld_finding_ref(finding));
    report->check = cld_check_new();
    for (guint i = 0; i < report->findings->len; i++)
        cld_check_add(report->check, i < 2 ? CLD_CHECKED_BASELINE : CLD_CHECKED_NEW, NULL);
    for (guint i = 0; i < 60; i++) {
        g_ptr_array_add(report->check->unused, g_strdup("this one"));
        g_ptr_array_add(report->inputs,
                        cld_input_new("x", CLD_OUTCOME_REFUSED, NULL, "not a text", -1));
    }
    g_autofree char *sarif = cld_render_get_format("sarif")->render(report, NULL, NULL);
    g_assert_cmpuint(count_of(sarif, "\"ruleIndex\""), ==, 25000);
    g_assert_cmpuint(count_of(sarif, "\"baselineState\": \"new\""), ==, 25000);
    g_assert_nonnull(strstr(sarif, "2 more findings are left out of this file"));
    g_autofree char *summary = cld_render_get_format("summary")->render(report, NULL, NULL);
    g_assert_cmpuint(count_of(summary, "\n| note |"), ==, 200);
    g_assert_nonnull(strstr(summary, "\n24800 more are left out here"));
    g_assert_nonnull(strstr(summary, "\n- and 12 more not read in full\n"));
    g_assert_nonnull(strstr(summary, "\n- and 10 more not needed any more\n"));
}

static void
test_names(void)
{
    guint n = 0;
    const CldRenderFormat *formats = cld_render_list_formats(&n);
    for (guint i = 0; i < n; i++)
        g_assert_true(cld_render_get_format(formats[i].name) == &formats[i]);
    g_assert_null(cld_render_get_format("pdf"));
    g_assert_null(cld_render_get_format(NULL));
}

static void
add_for_format(const char *what, const CldRenderFormat *format, GTestDataFunc function)
{
    g_autofree char *path = g_strdup_printf("/render/%s/%s", what, format->name);
    g_test_add_data_func(path, format, function);
}

int
main(int argc, char **argv)
{
    guint n = 0;
    const CldRenderFormat *formats = cld_render_list_formats(&n);
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(golden); i++) {
        g_autofree char *path = g_strdup_printf("/render/golden/%s", golden[i].file);
        g_test_add_data_func(path, &golden[i], test_golden);
    }
    for (guint i = 0; i < n; i++) {
        add_for_format("same-bytes", &formats[i], test_same_bytes);
        add_for_format("nothing-missing", &formats[i], test_nothing_missing);
        add_for_format("hostile", &formats[i], test_hostile);
        add_for_format("random", &formats[i], test_random);
    }
    g_test_add_func("/render/width", test_width);
    g_test_add_func("/render/limits", test_limits);
    g_test_add_func("/render/names", test_names);
    return g_test_run();
}
