/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-project-private.h"

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

/* Closes the collection and frees the project. */
void
cld_project_close(CldProject *self)
{
    cld_collection_close(self->collection);
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
