/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection.h"
#include "crash-vfs.h"
#include <stdio.h>
#include <string.h>

/* store-writer COLLECTION PREFIX N: puts N articles with two claims each and, of every second, a
 * finding, one commit an article, and names each on standard output once it is on the disk. */

#define N_PARAGRAPHS 2

static CldArticle *
make_article(const char *name)
{
    CldArticle *article = cld_article_alloc(name, "text");
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < N_PARAGRAPHS; i++) {
        CldBlock block = {.part = CLD_PART_BODY, .line = i + 1};
        if (i > 0)
            g_string_append(text, "\n\n");
        block.span.start = text->len;
        g_string_append_printf(text, "Paragraph %u of %s says that %u bells rang.", i, name, i);
        block.span.end = text->len;
        g_array_append_val(article->blocks, block);
    }
    g_free(article->text);
    article->text = g_strdup(text->str);
    article->text_bytes = text->len;
    article->outlet = g_strdup("Bell Ringer");
    return article;
}

static void
add_claims(CldReport *report, const CldArticle *article)
{
    for (guint i = 0; i < article->blocks->len; i++) {
        CldSpan span = g_array_index(article->blocks, CldBlock, i).span;
        CldClaim *claim = cld_claim_alloc(0, i + 1);
        claim->sentence = claim->clause = span;
        claim->text = cld_span_dup_text(span, article->text);
        g_ptr_array_add(report->claims, claim);
    }
}

static void
add_finding(CldReport *report)
{
    CldFinding *finding = cld_finding_new(CLD_TYPE_NUMBER);
    finding->explanation = g_strdup("Two counts.");
    for (guint i = 0; i < report->claims->len; i++)
        cld_finding_add_side(finding, g_ptr_array_index(report->claims, i));
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
}

static GArray *
make_keys(const char *name)
{
    GArray *keys = g_array_new(FALSE, FALSE, sizeof(CldIndexKey));
    CldIndexKey rows[] = {{"bell", 0.6}, {g_intern_string(name), 0.8}};
    g_array_append_vals(keys, rows, G_N_ELEMENTS(rows));
    return keys;
}

static gboolean
put(CldCollection *collection, const char *name, gboolean has_finding, GError **error)
{
    g_autoptr(CldReport) report = cld_report_new();
    CldArticle *article = make_article(name);
    g_ptr_array_add(report->articles, article);
    add_claims(report, article);
    if (has_finding)
        add_finding(report);
    g_autoptr(GArray) keys = make_keys(name);
    g_autoptr(GArray) revisions = g_array_new(FALSE, FALSE, sizeof(gint64));
    CldReading reading = {name, article, report->claims, keys, "test", NULL};
    gint64 revision = 0;
    cld_collection_begin(collection, TRUE);
    cld_collection_put(collection, &reading, &revision);
    g_array_append_val(revisions, revision);
    cld_collection_put_findings(collection, report, revisions);
    return cld_collection_commit(collection, error);
}

static CldCollection *
open_or_create(const char *path, GError **error)
{
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return cld_collection_open(path, error);
    return cld_collection_create(path, error);
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc != 4)
        return 64;
    crash_vfs_register();
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    g_autoptr(CldCollection) collection = open_or_create(argv[1], &error);
    guint64 n = g_ascii_strtoull(argv[3], NULL, 10);
    for (guint64 i = 0; collection != NULL && i < n; i++) {
        g_autofree char *name = g_strdup_printf("%s-%" G_GUINT64_FORMAT, argv[2], i);
        if (!put(collection, name, i % 2 == 0, &error))
            break;
        puts(name);
    }
    if (error == NULL)
        return 0;
    fprintf(stderr, "%s\n", error->message);
    return 2;
}
