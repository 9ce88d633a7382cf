/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-dom.h"
#include "cld-limits.h"
#include <string.h>

static const struct {
    const char *html;
    const char *guarded;
} rows[] = {
    {"", ""},
    {"a < b <p>c</p>", "a &lt; b <p>c</p>"},
    {"<!-- x -->a", "a"},
    {"<!-- x\n -->\na", "\n\na"},
    {"<!-- x>a", "a"},
    {"<!DOCTYPE html><p>a", "<p>a"},
    {"<script>if (a<b) '<div>'</script><b>x</b>", "<script>if (a<b) '<div>'</script><b>x</b>"},
    {"<script>never closed <p>a", "<script>never closed <p>a"},
    {"<p class='a>b'>c", "<p class='a>b'>c"},
    {"</b>a", "a"},
    {"<p", "<p"},
};

static void
test_rows(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        CldHtmlGuardNotes notes;
        g_autofree char *guarded = cld_html_guard(rows[i].html, &notes);
        g_assert_cmpstr(guarded, ==, rows[i].guarded);
        g_assert_cmpuint(notes.n_attributes + notes.n_flattened, ==, 0);
    }
}

static char *
many_attributes(guint n)
{
    GString *html = g_string_new("<p");
    for (guint i = 0; i < n; i++)
        g_string_append_printf(html, " a%u=\"1\"", i);
    g_string_append(html, ">x</p>");
    return g_string_free(html, FALSE);
}

static void
test_attributes(void)
{
    CldHtmlGuardNotes notes;
    g_autofree char *most = many_attributes(CLD_LIMIT_TAG_ATTRIBUTES);
    g_autofree char *more = many_attributes(CLD_LIMIT_TAG_ATTRIBUTES + 1);
    g_autofree char *same = cld_html_guard(most, &notes);
    g_assert_cmpstr(same, ==, most);
    g_autofree char *cut = cld_html_guard(more, &notes);
    g_assert_cmpuint(notes.n_attributes, ==, 1);
    g_assert_true(g_str_has_suffix(cut, ">x</p>"));
    g_assert_null(strstr(cut, "a256"));
    g_assert_true(cld_xml_guard(most));
    g_assert_false(cld_xml_guard(more));
}

/* Every word of a page that is nested too deep for the parser is still in the tree. */
static void
check_depth(const char *open, const char *close, guint n)
{
    CldHtmlGuardNotes notes;
    g_autoptr(GString) html = g_string_new(NULL);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(html, "%sw%u ", open, i);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(html, "v%u%s", i, close);
    g_string_append(html, "<p>the end</p>");
    g_autoptr(xmlDoc) doc = cld_html_parse(html->str, &notes);
    g_autofree char *text = cld_dom_dup_text(xmlDocGetRootElement(doc));
    for (guint i = 0; i < n; i++) {
        g_autofree char *first = g_strdup_printf("w%u ", i);
        g_autofree char *last = g_strdup_printf("v%u", i);
        g_assert_nonnull(strstr(text, first));
        g_assert_nonnull(strstr(text, last));
    }
    g_assert_nonnull(strstr(text, "the end"));
    g_assert_cmpint(notes.n_flattened > 0, ==, n > CLD_LIMIT_TAG_DEPTH);
}

static void
test_depth(void)
{
    check_depth("<div>", "</div>", 10);
    check_depth("<div>", "</div>", CLD_LIMIT_TAG_DEPTH);
    check_depth("<div>", "</div>", 1000);
    check_depth("<b>", "</b>", 1000);
    check_depth("<div></i>", "</b></div>", 1000); /* closing tags of nothing do not count */
    check_depth("<section><br/><x/>", "</section>", CLD_LIMIT_TAG_DEPTH - 1);
}

static void
test_tables(void)
{
    CldHtmlGuardNotes notes;
    g_autoptr(GString) html = g_string_new(NULL);
    for (guint i = 0; i < 200; i++)
        g_string_append_printf(html, "<table><tr><td>w%u ", i);
    g_autoptr(xmlDoc) doc = cld_html_parse(html->str, &notes);
    g_autofree char *text = cld_dom_dup_text(xmlDocGetRootElement(doc));
    g_assert_nonnull(strstr(text, "w199 "));
    g_assert_cmpuint(notes.n_flattened, >, 0);
}

static void
test_unclosed_comments_are_linear(void)
{
    CldHtmlGuardNotes notes;
    g_autoptr(GString) html = g_string_new(NULL);
    for (guint i = 0; i < 500000; i++)
        g_string_append(html, "<!--");
    gint64 before = g_get_monotonic_time();
    g_autofree char *guarded = cld_html_guard(html->str, &notes);
    g_assert_cmpint(g_get_monotonic_time() - before, <, 5 * G_USEC_PER_SEC);
    g_assert_cmpuint(strlen(guarded), <=, html->len);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/html-guard/rows", test_rows);
    g_test_add_func("/html-guard/attributes", test_attributes);
    g_test_add_func("/html-guard/depth", test_depth);
    g_test_add_func("/html-guard/tables", test_tables);
    g_test_add_func("/html-guard/unclosed-comments-are-linear", test_unclosed_comments_are_linear);
    return g_test_run();
}
