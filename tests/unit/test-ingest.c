/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-ingest.h"
#include "cld-limits.h"
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static CldIngestResult *
ingest(const char *text, const char *source, const CldIngestOptions *options)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return cld_ingest_bytes(bytes, source, options);
}

static const char *story = "Old Mill Times\n4 May 2024\n\nMill sold to a baker\n\n"
                           "The old mill was sold to a baker on Friday, the council said.\n";

static void
test_options(void)
{
    CldIngestOptions options = {
        .outlet = "Echo", .published = cld_when_day(2020, 1, 2), .language = "de-AT"};
    g_autoptr(CldIngestResult) plain = ingest(story, "1.txt", NULL);
    g_autoptr(CldIngestResult) told = ingest(story, "1.txt", &options);
    const CldArticle *one = plain->articles->pdata[0], *other = told->articles->pdata[0];
    g_assert_cmpstr(one->outlet, ==, "Old Mill Times");
    g_assert_cmpstr(one->outlet_from, ==, "text");
    g_assert_cmpstr(one->title, ==, "Mill sold to a baker");
    g_assert_cmpint(one->published.from, ==, cld_when_day(2024, 5, 4).from);
    g_assert_cmpstr(other->outlet, ==, "Echo");
    g_assert_cmpstr(other->outlet_from, ==, "option");
    g_assert_cmpint(other->published.from, ==, options.published.from);
    g_assert_cmpstr(other->language, ==, "de");
    g_assert_cmpstr(other->language_from, ==, "option");
}

static const struct {
    const char *bytes, *source;
    CldOutcome outcome;
    const char *code;
} outcomes[] = {
    {"", "a.txt", CLD_OUTCOME_WARNED, "no-text"},
    {"\x1f\x8b\x08", "a.warc.gz", CLD_OUTCOME_REFUSED, "format"},
    {"%PDF-1.4", "a.txt", CLD_OUTCOME_REFUSED, "format"},
    {"WARC/1.0", "a.txt", CLD_OUTCOME_REFUSED, "format"},
    {"\xff", "a.txt", CLD_OUTCOME_REFUSED, "encoding"},
    {"{}", "gold.json", CLD_OUTCOME_REFUSED, "not-an-article"},
    {"[]", "a.json", CLD_OUTCOME_REFUSED, "not-an-article"},
    {"{\"text\":[1]}", "a.json", CLD_OUTCOME_REFUSED, "json-type"},
    {"{\"id\":\"\",\"text\":\"x\"}", "a.json", CLD_OUTCOME_REFUSED, "id"},
    {"<a/>", "a.xml", CLD_OUTCOME_REFUSED, "xml-unknown"},
    {"<rss>", "a.xml", CLD_OUTCOME_REFUSED, "xml-syntax"},
    {"<!DOCTYPE a><rss/>", "a.xml", CLD_OUTCOME_REFUSED, "dtd"},
    {"<!DOCTYPE a SYSTEM 'x'><rss/>", "a.xml", CLD_OUTCOME_REFUSED, "dtd"},
    {"<rss/>", "a.xml", CLD_OUTCOME_WARNED, "no-text"},
    {"{\"title\":\"T\",\"text\":\"A.\",\"date\":\"2190-01-01\"}", "a.json", CLD_OUTCOME_WARNED,
     "date-doubtful"},
};

static void
test_outcomes(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(outcomes); i++) {
        g_autoptr(CldIngestResult) result = ingest(outcomes[i].bytes, outcomes[i].source, NULL);
        const CldInput *input = result->inputs->pdata[0];
        g_test_message("%s", outcomes[i].source);
        g_assert_cmpint(input->outcome, ==, outcomes[i].outcome);
        g_assert_cmpstr(input->code, ==, outcomes[i].code);
    }
}

static void
test_size(void)
{
    g_autofree char *most = g_strnfill(CLD_LIMIT_FILE_BYTES, ' ');
    g_autofree char *more = g_strnfill(CLD_LIMIT_FILE_BYTES + 1, ' ');
    g_autoptr(CldIngestResult) read = ingest(most, "a.txt", NULL);
    g_autoptr(CldIngestResult) cut = ingest(more, "a.txt", NULL);
    g_assert_cmpstr(((CldInput *)read->inputs->pdata[0])->code, ==, "no-text");
    g_assert_cmpint(((CldInput *)cut->inputs->pdata[0])->outcome, ==, CLD_OUTCOME_LIMITED);
    g_assert_cmpuint(cut->articles->len, ==, 0);
}

static void
test_sentences(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i <= CLD_LIMIT_SENTENCES; i++)
        g_string_append(text, i % 100 == 99 ? "A b.\n\n" : "A b. ");
    g_autoptr(CldIngestResult) result = ingest(text->str, "a.txt", NULL);
    const CldInput *input = result->inputs->pdata[0];
    g_assert_cmpint(input->outcome, ==, CLD_OUTCOME_LIMITED);
    g_assert_cmpstr(input->code, ==, "sentences");
    g_assert_cmpuint(result->articles->len, ==, 1);
}

/* Any bytes end as an input with an outcome, and what comes of them is a valid article, and the
 * same one the second time. */
static void
check_any(const char *bytes, gsize length, const char *source)
{
    g_autoptr(GBytes) input = g_bytes_new(bytes, length);
    g_autoptr(CldIngestResult) one = cld_ingest_bytes(input, source, NULL);
    g_autoptr(CldIngestResult) other = cld_ingest_bytes(input, source, NULL);
    g_assert_cmpuint(one->inputs->len, >, 0);
    g_assert_cmpuint(one->inputs->len, ==, other->inputs->len);
    g_assert_cmpuint(one->articles->len, ==, other->articles->len);
    for (guint i = 0; i < one->articles->len; i++) {
        const CldArticle *article = one->articles->pdata[i], *twin = other->articles->pdata[i];
        g_autoptr(GError) error = NULL;
        g_assert_true(cld_article_check(article, &error));
        g_assert_no_error(error);
        g_assert_cmpstr(article->text, ==, twin->text);
        for (const char *at = article->text; *at != '\0'; at++)
            g_assert_true((guchar)*at >= 0x20 || *at == '\n');
    }
}

static const char *const pieces[] = {
    "<p>",
    "</p>",
    "<div class=share>",
    "</div>",
    "<article>",
    "&amp;",
    "&#27;",
    "&#x202e;",
    "<!--",
    "-->",
    "<script>",
    "{\"text\":",
    "\"",
    "}",
    "[",
    ",",
    "\\u0000",
    "Read more: ",
    "Details: ",
    "4 May 2024",
    "\n\n",
    "\n",
    " ",
    "The mill was sold to a baker on Friday, he said. ",
    "Related",
    "\xff",
    "\x1b[2J",
    "é",
    "\xcc\x81",
    "<item>",
    "<title>",
    "</item>",
    "<rss><channel>",
    "<![CDATA[",
    "]]>",
    "Tags: ",
    "By Ann Lee",
    "“",
    "”",
    "…",
    "\t",
    "\r",
    "<table><tr><td>",
    "<a href=x>",
    "</a>",
};

static void
test_any_bytes(void)
{
    static const char *const sources[] = {"a.txt", "a.html", "a.xml", "a.json", "a.jsonl", "-"};
    for (guint i = 0; i < 3000; i++) {
        g_autoptr(GString) bytes = g_string_new(NULL);
        const char *source = sources[g_test_rand_int_range(0, G_N_ELEMENTS(sources))];
        gint32 n = g_test_rand_int_range(0, 60);
        if (strcmp(source, "a.xml") == 0)
            g_string_append(bytes, "<rss><channel><item><description><![CDATA[");
        for (gint32 k = 0; k < n; k++)
            g_string_append(bytes, pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))]);
        if (strcmp(source, "a.xml") == 0)
            g_string_append(bytes, "]]></description></item></channel></rss>");
        check_any(bytes->str, bytes->len, source);
    }
}

static void
test_random_bytes(void)
{
    for (guint i = 0; i < 500; i++) {
        char bytes[64];
        for (guint k = 0; k < sizeof bytes; k++)
            bytes[k] = (char)g_test_rand_int_range(0, i % 2 == 0 ? 256 : 128);
        check_any(bytes, sizeof bytes, i % 3 == 0 ? "a.html" : "a.txt");
    }
}

static void
test_years(void)
{
    const char *undated = "Old Mill Times | Feb. 6\n\nMill sold to a baker\n\n"
                          "The old mill was sold to a baker on Friday, the council said.\n";
    g_autoptr(CldIngestResult) a = ingest(story, "x/1.txt", NULL);
    g_autoptr(CldIngestResult) b = ingest(undated, "x/2.txt", NULL);
    CldArticle *article = b->articles->pdata[0];
    g_assert_false(cld_when_is_known(article->published));
    g_assert_cmpuint(article->month_day, ==, 206);
    g_autoptr(GPtrArray) both = g_ptr_array_new();
    g_ptr_array_add(both, article);
    cld_ingest_settle_years(both);
    g_assert_false(cld_when_is_known(article->published)); /* nobody to ask */
    g_ptr_array_add(both, a->articles->pdata[0]);
    cld_ingest_settle_years(both);
    g_assert_cmpint(article->published.from, ==, cld_when_day(2024, 2, 6).from);
    g_assert_cmpstr(article->published_from, ==, "folder");
    g_assert_cmpuint(article->warnings->len, ==, 2);
}

static void
touch(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, "x", 1, NULL));
}

static void
test_expand(void)
{
    g_autofree char *folder = g_dir_make_tmp("cld-ingest-XXXXXX", NULL);
    g_autofree char *below = g_build_filename(folder, "m", NULL);
    g_autofree char *loop = g_build_filename(below, "loop", NULL);
    g_assert_cmpint(g_mkdir(below, 0700), ==, 0);
    touch(folder, "b.txt");
    touch(folder, "B.txt");
    touch(below, "a.txt");
    g_assert_cmpint(symlink(folder, loop), ==, 0);
    g_autofree char *history = g_build_filename(folder, ".git", NULL);
    g_assert_cmpint(g_mkdir(history, 0700), ==, 0);
    touch(history, "c.txt");
    touch(folder, ".claimdiff.ini");
    touch(folder, "claimdiff.decisions.jsonl");
    const char *paths[] = {folder, "-", "absent.txt", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) files = cld_ingest_expand(paths, &error);
    g_assert_no_error(error);
    static const char *const ends[] = {"/B.txt",  "/b.txt", "/m/a.txt",
                                       "/m/loop", "-",      "absent.txt"};
    g_assert_cmpuint(files->len, ==, G_N_ELEMENTS(ends));
    for (guint i = 0; i < files->len; i++)
        g_assert_true(g_str_has_suffix(files->pdata[i], ends[i]));
    g_autoptr(CldIngestResult) absent = cld_ingest_file("absent.txt", NULL);
    g_assert_cmpstr(((CldInput *)absent->inputs->pdata[0])->code, ==, "file");
    g_autofree char *command = g_strdup_printf("rm -r '%s'", folder);
    g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
}

static const struct {
    const char *name, *content;
    gboolean is_skipped;
} found_files[] = {
    {".hidden.txt", "The mill burned down on Monday night, he said.", TRUE},
    {"README.md", "The mill burned down on Monday night, he said.", TRUE},
    {"gold.json", "{\"story\":1}", TRUE},
    {"bad.json", "{\"text\":", FALSE},
    {"base.txt", "# claimdiff baseline 1\n# Findings\n", TRUE},
    {"own.json", "{\n  \"schema\": \"claimdiff-report-1\",\n  \"tool\": {}", TRUE},
    {"own.jsonl", "{\"fingerprint\":\"07f3\",\"decision\":\"open\"}\n", TRUE},
    {"claimdiff.txt", "The word claimdiff · was painted on the mill, he said.", FALSE},
    {"heading.txt", "# claimdiff reports on mills\nThe mill burned down, he said.", FALSE},
    {"quoted.json", "{\"headline\":\"Own\",\"text\":\"He said \\\"schema\\\": \\\"claimdiff-1.\"}",
     FALSE},
    {"a.txt", "The mill burned down on Monday night, he said.", FALSE},
};

/* What nobody named is passed over, but not in silence; what is broken is still refused. */
static void
test_found(void)
{
    g_autofree char *folder = g_dir_make_tmp("cld-found-XXXXXX", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(found_files); i++) {
        g_autofree char *path = g_build_filename(folder, found_files[i].name, NULL);
        g_assert_true(g_file_set_contents(path, found_files[i].content, -1, NULL));
        g_autoptr(CldIngestResult) result = cld_ingest_found_file(path, NULL);
        g_assert_cmpuint(result->inputs->len, ==, 1);
        const CldInput *input = result->inputs->pdata[0];
        g_assert_cmpint(cld_ingest_is_skipped(input), ==, found_files[i].is_skipped);
        if (found_files[i].is_skipped)
            g_assert_cmpint(input->outcome, ==, CLD_OUTCOME_WARNED);
        g_assert_cmpint(g_unlink(path), ==, 0);
    }
    g_autofree char *pipe = g_build_filename(folder, "pipe.txt", NULL);
    g_assert_cmpint(mkfifo(pipe, 0600), ==, 0);
    g_autoptr(CldIngestResult) piped = cld_ingest_found_file(pipe, NULL);
    g_assert_true(cld_ingest_is_skipped(piped->inputs->pdata[0]));
    g_assert_cmpint(g_unlink(pipe), ==, 0);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ingest/options", test_options);
    g_test_add_func("/ingest/outcomes", test_outcomes);
    g_test_add_func("/ingest/size", test_size);
    g_test_add_func("/ingest/sentences", test_sentences);
    g_test_add_func("/ingest/any-bytes", test_any_bytes);
    g_test_add_func("/ingest/random-bytes", test_random_bytes);
    g_test_add_func("/ingest/years", test_years);
    g_test_add_func("/ingest/expand", test_expand);
    g_test_add_func("/ingest/found", test_found);
    return g_test_run();
}
