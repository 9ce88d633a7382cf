/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-event.h"
#include "cld-extract.h"
#include "cld-rewrite.h"
#include <string.h>

static CldArticle *
make_article(const char *text)
{
    CldArticle *article = cld_article_alloc("a.txt", "text");
    gsize start = 0;
    g_free(article->text);
    article->text = g_strdup(text);
    article->text_bytes = strlen(text);
    while (start < article->text_bytes) {
        const char *gap = strstr(text + start, "\n\n");
        gsize end = gap == NULL ? article->text_bytes : (gsize)(gap - text);
        CldBlock block = {{start, end}, start == 0 ? CLD_PART_LEAD : CLD_PART_BODY, 1, NULL};
        g_array_append_val(article->blocks, block);
        start = end + 2;
    }
    return article;
}

typedef struct {
    const char *path;
    const char *before, *after;
    guint n_rewritten, n_removed, n_added;
    const char *was, *is; /* (nullable): the changed words of the first rewritten sentence */
    CldSeverity severity;
} Row;

static const Row rows[] = {
    {"/rewrite/same", "Nine ships left the port.", "Nine ships left the port.", 0, 0, 0, NULL, NULL,
     CLD_SEVERITY_LOW},
    {"/rewrite/punctuation", "Nine ships left the port.", "Nine ships, left the PORT.", 0, 0, 0,
     NULL, NULL, CLD_SEVERITY_LOW},
    {"/rewrite/moved", "Nine ships left.\n\nA storm came up.",
     "A storm came up.\n\nNine ships left.", 0, 0, 0, NULL, NULL, CLD_SEVERITY_LOW},
    {"/rewrite/number", "Nine ships left the port of Velmouth.",
     "Twelve ships left the port of Velmouth.", 1, 0, 0, "Nine", "Twelve", CLD_SEVERITY_MEDIUM},
    {"/rewrite/decimal-point", "The shares of the port fell by 3.2 per cent.",
     "The shares of the port fell by 32 per cent.", 1, 0, 0, "3.2", "32", CLD_SEVERITY_MEDIUM},
    {"/rewrite/negation", "The pilot was on board that night.",
     "The pilot was not on board that night.", 1, 0, 0, NULL, "not", CLD_SEVERITY_MEDIUM},
    {"/rewrite/polish", "The ships left the port quickly that night.",
     "The ships left the port swiftly that night.", 1, 0, 0, "quickly", "swiftly",
     CLD_SEVERITY_LOW},
    {"/rewrite/removed", "Nine ships left the port.\n\nThe owner denied every charge.",
     "Nine ships left the port.", 0, 1, 0, NULL, NULL, CLD_SEVERITY_LOW},
    {"/rewrite/added", "Nine ships left the port.",
     "Nine ships left the port.\n\nThe owner denied every charge.", 0, 0, 1, NULL, NULL,
     CLD_SEVERITY_LOW},
    {"/rewrite/other", "Nine ships left the port.", "The owner denied every charge.", 0, 1, 1, NULL,
     NULL, CLD_SEVERITY_LOW},
    {"/rewrite/best-pair",
     "Nine ships left the port of Velmouth on Monday.\n\nNine ships left the port of Anders.",
     "Ten ships left the port of Anders.\n\nTen ships left the port of Velmouth on Monday.", 2, 0,
     0, "Nine", "Ten", CLD_SEVERITY_MEDIUM},
};

static char *
dup_marked(const CldSide *side)
{
    if (side->highlights->len == 0)
        return NULL;
    return cld_span_dup_text(g_array_index(side->highlights, CldSpan, 0), side->claim->text);
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldArticle) before = make_article(row->before);
    g_autoptr(CldArticle) after = make_article(row->after);
    g_autoptr(GPtrArray) old = cld_extract_claims(before, 0);
    g_autoptr(GPtrArray) now = cld_extract_claims(after, 1);
    g_autoptr(GPtrArray) findings =
        g_ptr_array_new_with_free_func((GDestroyNotify)cld_finding_unref);
    CldRewrites counts = cld_rewrites_find(old, now, findings);
    g_assert_cmpuint(counts.n_rewritten, ==, row->n_rewritten);
    g_assert_cmpuint(counts.n_removed, ==, row->n_removed);
    g_assert_cmpuint(counts.n_added, ==, row->n_added);
    g_assert_cmpuint(findings->len, ==, row->n_rewritten);
    if (findings->len == 0)
        return;
    const CldFinding *finding = g_ptr_array_index(findings, 0);
    g_autofree char *was = dup_marked(g_ptr_array_index(finding->sides, 0));
    g_autofree char *is = dup_marked(g_ptr_array_index(finding->sides, 1));
    g_assert_cmpint(finding->type, ==, CLD_TYPE_REWRITE);
    g_assert_cmpint(finding->severity, ==, row->severity);
    g_assert_cmpstr(was, ==, row->was);
    g_assert_cmpstr(is, ==, row->is);
    g_assert_cmpuint(finding->diff->len, >, 0);
    g_assert_nonnull(finding->id);
}

/* Both sides of the index: what two articles share is told by the keys alone. */
static void
test_keys(void)
{
    g_autoptr(CldArticle) article =
        make_article("The ferry Marigold struck the pier of Velmouth.\n\nThe ferry leaked.");
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, 0);
    g_autoptr(GArray) keys = cld_event_list_keys(claims);
    double sum = 0;
    g_assert_cmpuint(keys->len, >, 2);
    for (guint i = 0; i < keys->len; i++) {
        const CldIndexKey *key = &g_array_index(keys, CldIndexKey, i);
        sum += key->weight * key->weight;
        g_assert_true(g_intern_string(key->key) == key->key);
        if (i > 0)
            g_assert_cmpfloat(key->weight, <=, g_array_index(keys, CldIndexKey, i - 1).weight);
    }
    g_assert_cmpfloat_with_epsilon(sum, 1.0, 1e-9);
    g_autoptr(GPtrArray) nothing = g_ptr_array_new();
    g_autoptr(GArray) none = cld_event_list_keys(nothing);
    g_assert_cmpuint(none->len, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_row);
    g_test_add_func("/rewrite/keys", test_keys);
    return g_test_run();
}
