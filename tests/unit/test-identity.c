/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-identity.h"
#include <string.h>

typedef struct {
    const char *path;
    const char *source; /* as given */
    const char *seen;   /* from the project in /p */
    const char *file;   /* (nullable) */
} Source;

static const Source sources[] = {
    {"/identity/source/inside", "/p/a/b.txt", "a/b.txt", "/p/a/b.txt"},
    {"/identity/source/dots", "/p/a/../b.txt", "b.txt", "/p/b.txt"},
    {"/identity/source/outside", "/q/b.txt", "/q/b.txt", "/q/b.txt"},
    {"/identity/source/like-inside", "/pp/b.txt", "/pp/b.txt", "/pp/b.txt"},
    {"/identity/source/item", "/p/wire.xml#12", "wire.xml#12", "/p/wire.xml"},
    {"/identity/source/mark", "/p/no#item.txt", "no#item.txt", "/p/no#item.txt"},
    {"/identity/source/pipe", "-", "-", NULL},
    {"/identity/source/pipe-item", "-#3", "-#3", NULL},
};

static void
test_source(gconstpointer data)
{
    const Source *row = data;
    g_autofree char *seen = cld_identity_dup_source(row->source, "/p");
    g_autofree char *file = cld_identity_dup_path(seen, "/p");
    g_assert_cmpstr(seen, ==, row->seen);
    g_assert_cmpstr(file, ==, row->file);
}

typedef struct {
    const char *path;
    const char *source, *url, *outlet, *title;
    const char *identity; /* begins so */
} Identity;

static const Identity identities[] = {
    {"/identity/of/url", "a.html", "https://x.example/1", "X", "T", "url https://x.example/1"},
    {"/identity/of/file", "a.html", NULL, "X", "T", "file a.html"},
    {"/identity/of/empty-url", "a.html", "", "X", "T", "file a.html"},
    {"/identity/of/item", "a.xml#2", NULL, "X", "T", "title X: T"},
    {"/identity/of/pipe", "-", NULL, NULL, "T", "title : T"},
    {"/identity/of/nothing", "-", NULL, NULL, NULL, "text 6d3d"},
};

static void
test_identity(gconstpointer data)
{
    const Identity *row = data;
    g_autoptr(CldArticle) article = cld_article_alloc(row->source, "text");
    article->url = g_strdup(row->url);
    article->outlet = g_strdup(row->outlet);
    article->title = g_strdup(row->title);
    g_free(article->text);
    article->text = g_strdup("A bell rang.");
    g_autofree char *identity = cld_identity_of(article);
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, article->text, -1);
    if (g_str_has_prefix(row->identity, "text "))
        g_assert_cmpstr(identity + strlen("text "), ==, hash);
    else
        g_assert_cmpstr(identity, ==, row->identity);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(sources); i++)
        g_test_add_data_func(sources[i].path, &sources[i], test_source);
    for (gsize i = 0; i < G_N_ELEMENTS(identities); i++)
        g_test_add_data_func(identities[i].path, &identities[i], test_identity);
    return g_test_run();
}
