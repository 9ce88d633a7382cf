/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-identity.h"
#include <string.h>

#define STANDARD_INPUT "-"

/* The item's number behind the path of a feed, a JSON-lines file …: "wire.xml#3"; NULL: none. */
static const char *
find_item(const char *source)
{
    const char *mark = strrchr(source, '#');
    if (mark == NULL || mark == source || mark[1] == '\0')
        return NULL;
    return strspn(mark + 1, "0123456789") == strlen(mark + 1) ? mark : NULL;
}

/**
 * cld_identity_dup_source:
 * @source: of an article, as it was given
 * @folder: absolute: of the project
 *
 * Returns: (transfer full): the same as seen from the project's folder; absolute, if it is outside
 */
char *
cld_identity_dup_source(const char *source, const char *folder)
{
    if (g_str_equal(source, STANDARD_INPUT) || find_item(source) == source ||
        g_str_has_prefix(source, STANDARD_INPUT "#"))
        return g_strdup(source);
    g_autofree char *full = g_canonicalize_filename(source, NULL);
    gsize length = strlen(folder);
    while (length > 0 && folder[length - 1] == '/')
        length--;
    gboolean is_inside = strncmp(full, folder, length) == 0 && full[length] == '/';
    return g_strdup(is_inside ? full + length + 1 : full);
}

/**
 * cld_identity_dup_path:
 * @source: as cld_identity_dup_source() gives it
 * @folder: absolute: of the project
 *
 * Returns: (transfer full) (nullable): the path of the file, without an item's number; %NULL for
 * what came through a pipe
 */
char *
cld_identity_dup_path(const char *source, const char *folder)
{
    if (g_str_equal(source, STANDARD_INPUT) || g_str_has_prefix(source, STANDARD_INPUT "#"))
        return NULL;
    g_autofree char *full = g_canonicalize_filename(source, folder);
    const char *item = find_item(full);
    if (item != NULL && !g_file_test(full, G_FILE_TEST_EXISTS))
        return g_strndup(full, (gsize)(item - full));
    return g_steal_pointer(&full);
}

static gboolean
has_own_file(const char *source)
{
    return find_item(source) == NULL && !g_str_equal(source, STANDARD_INPUT);
}

/**
 * cld_identity_of:
 * @article: an article with its source as seen from the project
 *
 * What makes two readings the same article: the address, when it tells one; else the file it
 * stands in; else, for items of a container and what came through a pipe, outlet and title. An item
 * without a title is only itself: its number changes when the feed goes on.
 *
 * Returns: (transfer full): a line of text that begins with a word for the rule
 */
char *
cld_identity_of(const CldArticle *article)
{
    if (article->url != NULL && *article->url != '\0')
        return g_strconcat("url ", article->url, NULL);
    if (has_own_file(article->source))
        return g_strconcat("file ", article->source, NULL);
    if (article->title != NULL && *article->title != '\0')
        return g_strconcat("title ", article->outlet != NULL ? article->outlet : "", ": ",
                           article->title, NULL);
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, article->text, -1);
    return g_strconcat("text ", hash, NULL);
}
