/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-vectors.h"
#include "cld-event.h"
#include "cld-identity.h"
#include "cld-intake.h"
#include "cld-project-private.h"
#include "cld-rounds.h"
#include "cld-unread.h"
#include <gio/gio.h>

/* Articles between two commits. */
#define SLICE 64u

static GArray *
list(CldProject *self, CldWhichRevisions which, GError **error)
{
    cld_collection_begin(self->collection, FALSE);
    g_autoptr(GArray) revisions = cld_collection_list(self->collection, which);
    return cld_collection_end(self->collection, error) ? g_steal_pointer(&revisions) : NULL;
}

/* The files that stored articles were read from, as far as they are still there. */
static gboolean
add_sources(CldProject *self, GPtrArray *paths, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    cld_collection_begin(self->collection, FALSE);
    g_autoptr(GArray) revisions = cld_collection_list(self->collection, CLD_REVISIONS_CURRENT);
    for (guint i = 0; i < revisions->len; i++) {
        g_autoptr(CldArticle) article =
            cld_collection_load_article(self->collection, g_array_index(revisions, gint64, i));
        if (article == NULL)
            break;
        char *path = cld_identity_dup_path(article->source, self->folder);
        if (path == NULL || g_hash_table_contains(seen, path) ||
            !g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
            g_free(path);
            continue;
        }
        g_hash_table_add(seen, path);
        g_ptr_array_add(paths, path);
    }
    return cld_collection_end(self->collection, error);
}

static GPtrArray *
load_slice(CldProject *self, const GArray *revisions, guint first, guint end, GError **error)
{
    g_autoptr(GPtrArray) articles =
        g_ptr_array_new_with_free_func((GDestroyNotify)cld_article_unref);
    cld_collection_begin(self->collection, FALSE);
    for (guint i = first; i < end; i++) {
        CldArticle *article =
            cld_collection_load_article(self->collection, g_array_index(revisions, gint64, i));
        if (article == NULL)
            break;
        g_ptr_array_add(articles, article);
    }
    return cld_collection_end(self->collection, error) ? g_steal_pointer(&articles) : NULL;
}

/* What was found rests on the claims as they were, so it goes; it is found anew afterwards. */
static void
read_one(CldProject *self, gint64 revision, const CldArticle *article, const GPtrArray *claims)
{
    g_autoptr(GArray) keys = cld_event_list_keys(claims);
    CldReading reading = {NULL, article, claims, keys, CLD_VERSION, NULL};
    cld_collection_drop_findings(self->collection, revision, TRUE, NULL);
    cld_collection_read_anew(self->collection, revision, &reading);
}

static gboolean
read_slice(CldProject *self,
           const GArray *revisions,
           guint first,
           guint end,
           const CldSessionOptions *options,
           GError **error)
{
    g_autoptr(GPtrArray) articles = load_slice(self, revisions, first, end, error);
    if (articles == NULL)
        return FALSE;
    CldSessionOptions quiet = *options;
    quiet.progress = NULL;
    g_autoptr(GPtrArray) claims = cld_session_extract(articles, &quiet);
    cld_collection_begin(self->collection, TRUE);
    for (guint i = first; i < end; i++)
        read_one(self, g_array_index(revisions, gint64, i), g_ptr_array_index(articles, i - first),
                 g_ptr_array_index(claims, i - first));
    return cld_collection_commit(self->collection, error);
}

static gboolean
read_all(CldProject *self, const CldSessionOptions *options, GError **error)
{
    g_autoptr(GArray) revisions = list(self, CLD_REVISIONS_ALL, error);
    if (revisions == NULL)
        return FALSE;
    for (guint first = 0; first < revisions->len; first += SLICE) {
        guint end = MIN(first + SLICE, revisions->len);
        if (!read_slice(self, revisions, first, end, options, error))
            return FALSE;
        if (options->progress != NULL)
            options->progress("reading anew", end, revisions->len, options->progress_data);
    }
    return TRUE;
}

/* Vectors are made again of the sentences that are compared; those of texts that are gone are not.
 */
static gboolean
drop_vectors(CldProject *self, GError **error)
{
    cld_collection_begin(self->collection, TRUE);
    cld_collection_drop_vectors(self->collection);
    return cld_collection_commit(self->collection, error);
}

static gboolean
compare_all(CldProject *self, const CldSessionOptions *options, GError **error)
{
    g_autoptr(GArray) revisions = list(self, CLD_REVISIONS_CURRENT, error);
    if (revisions == NULL || revisions->len == 0)
        return revisions != NULL;
    g_autoptr(CldNeighbourhood) found =
        cld_rounds_compare(self->collection, revisions, options, error);
    return found != NULL;
}

/**
 * cld_project_rebuild:
 * @self: a project
 * @paths: (array zero-terminated=1): further sources; may be empty
 * @options: how to read and compare
 * @error: return location, or %NULL
 *
 * Makes everything anew that can be made of the sources: reads the files that are still there,
 * takes the stored text of the others, and compares all articles. Which articles a check has passed
 * stays. Each step is whole by itself, so that one that is interrupted leaves a sound collection.
 *
 * Returns: (transfer full) (nullable): what became of each article that was read
 */
CldIntake *
cld_project_rebuild(CldProject *self,
                    const char *const *paths,
                    const CldSessionOptions *options,
                    GError **error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    if (!add_sources(self, all, error) || !cld_unread_list_paths(self, all, error))
        return NULL;
    for (guint i = 0; paths[i] != NULL; i++)
        g_ptr_array_add(all, g_strdup(paths[i]));
    gboolean is_empty = all->len == 0;
    g_ptr_array_add(all, NULL);
    g_autoptr(CldIntake) intake =
        is_empty ? cld_intake_new(cld_report_new())
                 : cld_project_add(self, (const char *const *)all->pdata, options, error);
    if (intake == NULL || !drop_vectors(self, error) || !read_all(self, options, error) ||
        !compare_all(self, options, error))
        return NULL;
    return g_steal_pointer(&intake);
}
