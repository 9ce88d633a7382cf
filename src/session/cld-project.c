/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-project-private.h"
#include <glib/gstdio.h>

static CldProject *
project_new(char *folder, CldCollection *collection)
{
    CldProject *self = g_new0(CldProject, 1);
    self->folder = folder;
    self->collection = collection;
    return self;
}

/**
 * cld_project_init:
 * @folder: an existing folder
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Makes an empty collection in @folder.
 *
 * Returns: (transfer full) (nullable): the project
 */
CldProject *
cld_project_init(const char *folder, GError **error)
{
    g_autofree char *path =
        g_build_filename(folder, CLD_COLLECTION_FOLDER, CLD_COLLECTION_FILE, NULL);
    CldCollection *collection = cld_collection_create(path, error);
    return collection == NULL ? NULL
                              : project_new(g_canonicalize_filename(folder, NULL), collection);
}

/**
 * cld_project_open:
 * @folder: where to look from, upwards
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Returns: (transfer full) (nullable): the nearest project
 */
CldProject *
cld_project_open(const char *folder, GError **error)
{
    g_autofree char *path = cld_collection_find(folder);
    if (path == NULL) {
        g_set_error_literal(
            error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_ABSENT,
            "there is no collection in this folder or above it; try: claimdiff init");
        return NULL;
    }
    CldCollection *collection = cld_collection_open(path, error);
    if (collection == NULL)
        return NULL;
    g_autofree char *own = g_path_get_dirname(path);
    return project_new(g_path_get_dirname(own), collection);
}

/* Returns: (transfer full): a folder without a collection: files can be checked against each other
 * there, and nothing else */
CldProject *
cld_project_new_empty(const char *folder)
{
    return project_new(g_canonicalize_filename(folder, NULL), NULL);
}

/* Returns: %TRUE if there is a collection in the folder or above it, be it damaged */
gboolean
cld_project_is_near(const char *folder)
{
    g_autofree char *path = cld_collection_find(folder);
    return path != NULL;
}

/* Returns: %TRUE if a collection could not be opened because its file is no longer one */
gboolean
cld_project_is_damaged(const GError *error)
{
    return g_error_matches(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_DAMAGED) ||
           g_error_matches(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_FOREIGN);
}

/* The log that SQLite keeps beside a file belongs to it. */
static gboolean
move_aside(const char *path, const char *to, GError **error)
{
    static const char *const ends[] = {"-wal", "-shm", ""};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *from = g_strconcat(path, ends[i], NULL);
        g_autofree char *target = g_strconcat(to, ends[i], NULL);
        if (g_file_test(from, G_FILE_TEST_EXISTS) && g_rename(from, target) != 0) {
            g_set_error(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_WRITE,
                        "%s cannot be put aside", from);
            return FALSE;
        }
    }
    return TRUE;
}

/**
 * cld_project_replace:
 * @folder: where to look from, upwards
 * @moved: (out) (transfer full): where the damaged file is now
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Puts a damaged file aside and makes an empty collection in its place.
 *
 * Returns: (transfer full) (nullable): the project
 */
CldProject *
cld_project_replace(const char *folder, char **moved, GError **error)
{
    g_autofree char *path = cld_collection_find(folder);
    if (path == NULL)
        return cld_project_open(folder, error);
    g_autofree char *aside = NULL;
    for (guint i = 1; aside == NULL || g_file_test(aside, G_FILE_TEST_EXISTS); i++) {
        g_free(aside);
        aside = g_strdup_printf("%s.damaged-%u", path, i);
    }
    if (!move_aside(path, aside, error))
        return NULL;
    *moved = g_steal_pointer(&aside);
    g_autofree char *own = g_path_get_dirname(path);
    g_autofree char *root = g_path_get_dirname(own);
    return cld_project_init(root, error);
}

/* Closes the collection and frees the project. */
void
cld_project_close(CldProject *self)
{
    g_clear_pointer(&self->collection, cld_collection_close);
    g_free(self->folder);
    g_free(self);
}

/* Returns: (transfer none): the absolute path of the folder that .claimdiff/ and the decisions file
 * stand in */
const char *
cld_project_get_folder(const CldProject *self)
{
    return self->folder;
}

/* Returns: a number that changes when another program has written to the collection: time to list
 * anew */
guint64
cld_project_get_version(CldProject *self)
{
    return cld_collection_get_version(self->collection);
}

/* Returns: %TRUE if there is a collection and it may only be read: what a check finds is told and
 * not kept */
gboolean
cld_project_is_read_only(const CldProject *self)
{
    return self->collection != NULL && cld_collection_is_read_only(self->collection);
}

/**
 * cld_project_list_findings:
 * @self: a project
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Returns: (transfer full) (nullable) (element-type CldFindingRow): all stored findings, in the
 * order of reports
 */
GPtrArray *
cld_project_list_findings(CldProject *self, GError **error)
{
    return cld_collection_list_findings(self->collection, error);
}

/**
 * cld_project_load_findings:
 * @self: a project
 * @ids: (array zero-terminated=1): of findings
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Returns: (transfer full) (nullable): a report of these findings in the order of @ids, those that
 * are not there left out; see cld_collection_load_findings() for what it holds
 */
CldReport *
cld_project_load_findings(CldProject *self, const char *const *ids, GError **error)
{
    return cld_collection_load_findings(self->collection, ids, error);
}
