/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-private.h"
#include "cld-file.h"
#include <gio/gio.h>
#include <glib/gstdio.h>

G_DEFINE_QUARK(cld_collection_error, cld_collection_error)

#define FOLDER_MODE 0777 /* less the umask */

/* Each step, once released, stays as it is. */
static const char *const step_names[] = {"schema-1", "schema-2", "schema-3"};

static CldSchema
get_schema(void)
{
    static const char *steps[G_N_ELEMENTS(step_names)];
    static gsize is_loaded;
    if (g_once_init_enter(&is_loaded)) {
        for (guint i = 0; i < G_N_ELEMENTS(step_names); i++)
            steps[i] = cld_db_get_sql(step_names[i]);
        g_once_init_leave(&is_loaded, 1);
    }
    return (CldSchema){steps, G_N_ELEMENTS(steps)};
}

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
    return cld_file_find_upwards(folder, CLD_COLLECTION_FOLDER "/" CLD_COLLECTION_FILE,
                                 G_FILE_TEST_EXISTS);
}

static CldCollection *
collection_new(CldDb *db)
{
    if (db == NULL)
        return NULL;
    CldCollection *self = g_new0(CldCollection, 1);
    self->db = db;
    return self;
}

/* What is in the folder can be made again, so git is told to pass it over. */
static void
write_ignore_file(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, ".gitignore", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        g_file_set_contents(path, "*\n", -1, NULL);
}

/**
 * cld_collection_create:
 * @path: of a file that is not there
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Makes an empty collection; the folder of @path is made when it is missing.
 *
 * Returns: (transfer full) (nullable): the open collection
 */
CldCollection *
cld_collection_create(const char *path, GError **error)
{
    CldSchema schema = get_schema();
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_EXISTS, "%s is there already",
                    path);
        return NULL;
    }
    if (g_mkdir_with_parents(folder, FOLDER_MODE) != 0) {
        g_set_error(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_WRITE, "%s cannot be made",
                    folder);
        return NULL;
    }
    write_ignore_file(folder);
    return collection_new(cld_db_create(path, &schema, error));
}

/**
 * cld_collection_open:
 * @path: of a collection
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Opens a collection and brings its schema up to date. What is damaged, newer or not a collection
 * is refused by name and left as it was.
 *
 * Returns: (transfer full) (nullable): the open collection
 */
CldCollection *
cld_collection_open(const char *path, GError **error)
{
    CldSchema schema = get_schema();
    return collection_new(cld_db_open(path, &schema, error));
}

/* Undoes what was not committed and closes the file. */
void
cld_collection_close(CldCollection *self)
{
    cld_db_close(self->db);
    g_free(self);
}

/* Returns: a number that changes when this or another program has written to the file */
guint64
cld_collection_get_version(CldCollection *self)
{
    return cld_db_get_version(self->db);
}

/* Returns: %TRUE if the file, or its folder, may only be read */
gboolean
cld_collection_is_read_only(const CldCollection *self)
{
    return cld_db_is_read_only(self->db);
}

/* Begins a sequence: for reading, of one state of the file; for writing, alone. */
void
cld_collection_begin(CldCollection *self, gboolean is_writing)
{
    if (is_writing)
        cld_db_begin_writing(self->db);
    else
        cld_db_begin_reading(self->db);
}

/**
 * cld_collection_commit:
 * @self: a collection in a sequence for writing
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Puts what was written since cld_collection_begin() on the disk, all of it or nothing.
 *
 * Returns: %FALSE with the first failure of the sequence
 */
gboolean
cld_collection_commit(CldCollection *self, GError **error)
{
    cld_db_commit(self->db);
    return cld_db_end(self->db, error);
}

/**
 * cld_collection_end:
 * @self: a collection in a sequence
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Ends a sequence; what it wrote is undone.
 *
 * Returns: %FALSE with the first failure of the sequence
 */
gboolean
cld_collection_end(CldCollection *self, GError **error)
{
    return cld_db_end(self->db, error);
}

/* Returns: how much is in the collection; part of a sequence */
CldCollectionSize
cld_collection_get_size(CldCollection *self)
{
    CldCollectionSize size = {0};
    sqlite3_stmt *statement = cld_db_prepare(self->db, "count");
    if (!cld_db_next(self->db, statement))
        return size;
    size.n_articles = (guint)sqlite3_column_int64(statement, 0);
    size.n_revisions = (guint)sqlite3_column_int64(statement, 1);
    size.n_unsettled = (guint)sqlite3_column_int64(statement, 2);
    size.n_findings = (guint)sqlite3_column_int64(statement, 3);
    return size;
}
