/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-db.h"
#include "cld-collection.h"
#include "cld-db-file.h"
#include "cld-store-sql.h"
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How long one program waits for another to finish its writing. */
#define BUSY_MS 60000
/* Longest text or row: an article of 8 MiB, and some. */
#define MAX_VALUE_BYTES (64 * 1024 * 1024)
/* The index is written all over the place: with the usual 2 MiB adding goes down to a fifth. */
#define CACHE_KIB  "32768"
#define SQL_PREFIX "/org/claimdiff/store/"

struct CldDb {
    sqlite3 *handle;
    GHashTable *statements; /* (owned) name -> sqlite3_stmt, finalized with it */
    GError *failure;        /* (owned) (nullable): the first */
    gboolean is_read_only;
    gboolean is_in_transaction;
};

/* What SQLite's primary codes mean to a caller; the rest is the system's. */
static const struct {
    int code;
    CldCollectionError error;
    const char *message;
} meanings[] = {
    {SQLITE_CORRUPT, CLD_COLLECTION_ERROR_DAMAGED, "the collection is damaged"},
    {SQLITE_NOTADB, CLD_COLLECTION_ERROR_DAMAGED, "the collection is damaged"},
    {SQLITE_FORMAT, CLD_COLLECTION_ERROR_DAMAGED, "the collection is damaged"},
    {SQLITE_CONSTRAINT, CLD_COLLECTION_ERROR_DAMAGED, "the collection does not fit together"},
    {SQLITE_MISMATCH, CLD_COLLECTION_ERROR_DAMAGED, "the collection does not fit together"},
    {SQLITE_ERROR, CLD_COLLECTION_ERROR_DAMAGED, "the collection has another shape"},
    {SQLITE_SCHEMA, CLD_COLLECTION_ERROR_DAMAGED, "the collection has another shape"},
    {SQLITE_BUSY, CLD_COLLECTION_ERROR_LOCKED, "another program keeps the collection locked"},
    {SQLITE_LOCKED, CLD_COLLECTION_ERROR_LOCKED, "another program keeps the collection locked"},
    {SQLITE_READONLY, CLD_COLLECTION_ERROR_WRITE, "the collection cannot be written"},
    {SQLITE_FULL, CLD_COLLECTION_ERROR_WRITE, "the disk is full"},
    {SQLITE_TOOBIG, CLD_COLLECTION_ERROR_WRITE, "this is too long for the collection"},
};

/* Notes the first failure; later ones follow from it. */
void
cld_db_fail(CldDb *self, int code, const char *message)
{
    if (self->failure != NULL)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++) {
        if (meanings[i].code != (code & 0xff))
            continue;
        self->failure = g_error_new(CLD_COLLECTION_ERROR, (gint)meanings[i].error, "%s (%s)",
                                    meanings[i].message, message);
        return;
    }
    self->failure = g_error_new(CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_SYSTEM,
                                "the collection cannot be used (%s)", message);
}

static gboolean
note(CldDb *self, int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return TRUE;
    cld_db_fail(self, code, sqlite3_errmsg(self->handle));
    return FALSE;
}

/* Returns: %TRUE after a failure, until cld_db_end() */
gboolean
cld_db_has_failed(const CldDb *self)
{
    return self->failure != NULL;
}

static void
execute(CldDb *self, const char *sql)
{
    if (self->failure == NULL)
        note(self, sqlite3_exec(self->handle, sql, NULL, NULL, NULL));
}

static gint64
ask_number(CldDb *self, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    gint64 number = 0;
    if (self->failure == NULL &&
        note(self, sqlite3_prepare_v2(self->handle, sql, -1, &statement, NULL)) &&
        note(self, sqlite3_step(statement)))
        number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

/* A database of unknown origin is read with these on: https://sqlite.org/security.html */
static void
harden(CldDb *self)
{
    sqlite3_extended_result_codes(self->handle, 1);
    sqlite3_busy_timeout(self->handle, BUSY_MS);
    sqlite3_db_config(self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_limit(self->handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(self->handle, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
    execute(self, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                  "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                  "PRAGMA cache_size = -" CACHE_KIB ";");
}

static void
finalize(gpointer statement)
{
    sqlite3_finalize(statement);
}

static CldDb *
db_new(const char *path, int flags)
{
    CldDb *self = g_new0(CldDb, 1);
    self->statements = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, finalize);
    self->is_read_only = (flags & SQLITE_OPEN_READONLY) != 0;
    int code = sqlite3_open_v2(path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (self->handle == NULL)
        cld_db_fail(self, code, "out of memory");
    else if (note(self, code))
        harden(self);
    return self;
}

/* One step, whole or not at all. The version is asked for again inside, for another program may
 * have gone the step meanwhile. */
static void
step_up(CldDb *self, const CldSchema *schema, guint version)
{
    execute(self, "BEGIN IMMEDIATE");
    if (self->failure == NULL && ask_number(self, "PRAGMA user_version") == version) {
        g_autofree char *pragma = g_strdup_printf("PRAGMA user_version = %u", version + 1);
        execute(self, schema->steps[version]);
        execute(self, pragma);
    }
    execute(self, "COMMIT");
    if (self->failure == NULL)
        return;
    sqlite3_exec(self->handle, "ROLLBACK", NULL, NULL, NULL); /* the file stays as it was */
    g_prefix_error(&self->failure, "schema step %u: ", version + 1);
}

static void
bring_up(CldDb *self, const CldSchema *schema)
{
    gint64 version = ask_number(self, "PRAGMA user_version");
    if (version > schema->n_steps && self->failure == NULL)
        self->failure = g_error_new_literal(CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_NEWER,
                                            "it was made by a later version of claimdiff");
    if (version > 0 && self->is_read_only)
        return; /* what the steps bring is missed where it is asked for */
    for (; version < schema->n_steps && self->failure == NULL; version++)
        step_up(self, schema, (guint)version);
}

/* With a rollback journal, so that all is in the file itself when it is closed; only then is it
 * told to keep a write-ahead log from now on. */
static void
fill(CldDb *self, const CldSchema *schema)
{
    g_autofree char *pragma = g_strdup_printf("PRAGMA application_id = %d", CLD_DB_APPLICATION_ID);
    execute(self, pragma);
    bring_up(self, schema);
    execute(self, "PRAGMA journal_mode = WAL");
}

static gboolean
make(const char *path, const CldSchema *schema, GError **error)
{
    CldDb *self = db_new(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    fill(self, schema);
    gboolean is_filled = cld_db_end(self, error);
    cld_db_close(self);
    return is_filled && cld_db_file_check_closed(path, schema->n_steps, error);
}

static void
remove_all(const char *path)
{
    static const char *const ends[] = {"", "-journal", "-wal", "-shm"};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *part = g_strconcat(path, ends[i], NULL);
        g_unlink(part);
    }
}

/**
 * cld_db_create:
 * @path: of a file that is not there
 * @schema: the steps
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Makes the file under another name and puts it in its place when it is whole.
 *
 * Returns: (transfer full) (nullable): an open connection to it
 */
CldDb *
cld_db_create(const char *path, const CldSchema *schema, GError **error)
{
    g_autofree char *made = g_strdup_printf("%s.new-%d", path, (int)getpid());
    gboolean is_there = make(made, schema, error) && cld_db_file_publish(made, path, error);
    remove_all(made);
    return is_there ? cld_db_open(path, schema, error) : NULL;
}

/* A folder that cannot be written holds no -shm file; the database then is what it is. */
static CldDb *
open_read_only(const char *path)
{
    g_autofree char *wal = g_strconcat(path, "-wal", NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_access(folder, W_OK) == 0 || g_file_test(wal, G_FILE_TEST_EXISTS))
        return db_new(path, SQLITE_OPEN_READONLY);
    g_autofree char *full = g_canonicalize_filename(path, NULL);
    g_autofree char *escaped = g_uri_escape_string(full, "/", FALSE);
    g_autofree char *uri = g_strdup_printf("file:%s?immutable=1", escaped);
    return db_new(uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

/**
 * cld_db_open:
 * @path: of a collection
 * @schema: the steps
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Opens the file, for reading only if it cannot be written, and brings its schema up to date; what
 * may only be read stays at its version.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CldDb *
cld_db_open(const char *path, const CldSchema *schema, GError **error)
{
    if (!cld_db_file_check(path, schema->n_steps, error))
        return NULL;
    g_autofree char *folder = g_path_get_dirname(path);
    gboolean is_writable = g_access(path, W_OK) == 0 && g_access(folder, W_OK) == 0;
    g_autoptr(CldDb) self =
        is_writable ? db_new(path, SQLITE_OPEN_READWRITE) : open_read_only(path);
    bring_up(self, schema);
    if (cld_db_end(self, error))
        return g_steal_pointer(&self);
    g_prefix_error(error, "%s: ", path);
    return NULL;
}

/* Undoes what was not committed and closes the file. */
void
cld_db_close(CldDb *self)
{
    g_hash_table_unref(self->statements);
    sqlite3_close(self->handle);
    g_clear_error(&self->failure);
    g_free(self);
}

/* Returns: a number that changes with every commit, of this or another connection */
guint64
cld_db_get_version(CldDb *self)
{
    return ((guint64)ask_number(self, "PRAGMA data_version") << 32) +
           (guint64)sqlite3_total_changes64(self->handle);
}

/* Returns: %TRUE if the file could only be opened for reading */
gboolean
cld_db_is_read_only(const CldDb *self)
{
    return self->is_read_only;
}

static void
begin(CldDb *self, const char *sql)
{
    execute(self, sql);
    self->is_in_transaction = self->failure == NULL;
}

/* Sees one state of the file until cld_db_end(), whatever others write. */
void
cld_db_begin_reading(CldDb *self)
{
    begin(self, "BEGIN");
}

/* Waits for other writers, then keeps them out until cld_db_commit() or cld_db_end(). */
void
cld_db_begin_writing(CldDb *self)
{
    begin(self, "BEGIN IMMEDIATE");
}

/* As cld_db_begin_writing(), but fails at once when there is another writer: for what is not worth
 * waiting for. */
void
cld_db_try_writing(CldDb *self)
{
    sqlite3_busy_timeout(self->handle, 0);
    begin(self, "BEGIN IMMEDIATE");
    sqlite3_busy_timeout(self->handle, BUSY_MS);
}

/* Puts what was written on the disk. */
void
cld_db_commit(CldDb *self)
{
    execute(self, "COMMIT");
    self->is_in_transaction = self->failure != NULL && self->is_in_transaction;
}

static void
reset(gpointer name, gpointer statement, gpointer unused)
{
    sqlite3_reset(statement);
}

/**
 * cld_db_end:
 * @self: a connection
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Ends a sequence of statements, and undoes what was not committed.
 *
 * Returns: %FALSE with the first failure since the last end
 */
gboolean
cld_db_end(CldDb *self, GError **error)
{
    g_hash_table_foreach(self->statements, reset, NULL);
    if (self->is_in_transaction)
        sqlite3_exec(self->handle, "ROLLBACK", NULL, NULL, NULL);
    self->is_in_transaction = FALSE;
    if (self->failure == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&self->failure));
    return FALSE;
}

/* Returns: (transfer none): the text of sql/@name.sql */
const char *
cld_db_get_sql(const char *name)
{
    g_autofree char *path = g_strconcat(SQL_PREFIX, name, ".sql", NULL);
    g_autoptr(GBytes) sql = g_resource_lookup_data(cld_store_sql_get_resource(), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    return sql == NULL ? NULL : g_bytes_get_data(sql, NULL); /* static; a NUL byte follows it */
}

static sqlite3_stmt *
prepare_new(CldDb *self, const char *name)
{
    sqlite3_stmt *statement = NULL;
    const char *sql = cld_db_get_sql(name);
    g_return_val_if_fail(sql != NULL, NULL);
    if (note(self, sqlite3_prepare_v3(self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                                      NULL)))
        g_hash_table_insert(self->statements, (gpointer)name, statement);
    return statement;
}

/**
 * cld_db_prepare:
 * @self: a connection
 * @name: static: of the statement in sql/@name.sql
 *
 * Returns: (transfer none) (nullable): the statement, reset and with nothing bound; %NULL after a
 * failure, which all that takes a statement accepts
 */
sqlite3_stmt *
cld_db_prepare(CldDb *self, const char *name)
{
    if (self->failure != NULL)
        return NULL;
    sqlite3_stmt *statement = g_hash_table_lookup(self->statements, name);
    if (statement == NULL)
        return prepare_new(self, name);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return statement;
}

/* Returns: %TRUE if there is a next row; %FALSE at the end and after a failure */
gboolean
cld_db_next(CldDb *self, sqlite3_stmt *statement)
{
    if (self->failure != NULL || statement == NULL)
        return FALSE;
    int code = sqlite3_step(statement);
    note(self, code);
    if (code == SQLITE_ROW)
        return TRUE;
    sqlite3_reset(statement);
    return FALSE;
}

/* Returns: %TRUE if sql/@name.sql, which has nothing to bind, gives a row */
gboolean
cld_db_has_row(CldDb *self, const char *name)
{
    sqlite3_stmt *statement = cld_db_prepare(self, name);
    gboolean is_there = cld_db_next(self, statement);
    if (statement != NULL)
        sqlite3_reset(statement);
    return is_there;
}

/* Runs a statement that gives no rows. */
void
cld_db_run(CldDb *self, sqlite3_stmt *statement)
{
    while (cld_db_next(self, statement))
        continue;
}

/* Runs sql/@name.sql, which has nothing to bind and gives no rows. */
void
cld_db_execute(CldDb *self, const char *name)
{
    cld_db_run(self, cld_db_prepare(self, name));
}

/* Returns: the id of the row inserted last */
gint64
cld_db_get_last_id(const CldDb *self)
{
    return sqlite3_last_insert_rowid(self->handle);
}

/* Returns: how many rows the last statement that wrote has changed */
guint
cld_db_count_changes(const CldDb *self)
{
    return (guint)sqlite3_changes(self->handle);
}

static int
index_of(sqlite3_stmt *statement, const char *name)
{
    return statement == NULL ? 0 : sqlite3_bind_parameter_index(statement, name);
}

/* Binds the parameter of that name, ":number"; nothing after a failure. */
void
cld_db_bind_int(sqlite3_stmt *statement, const char *name, gint64 value)
{
    int index = index_of(statement, name);
    if (index > 0)
        sqlite3_bind_int64(statement, index, value);
}

/* Binds the parameter of that name; nothing after a failure. */
void
cld_db_bind_real(sqlite3_stmt *statement, const char *name, double value)
{
    int index = index_of(statement, name);
    if (index > 0)
        sqlite3_bind_double(statement, index, value);
}

/* Binds the parameter of that name to a copy; %NULL is NULL. */
void
cld_db_bind_text(sqlite3_stmt *statement, const char *name, const char *text)
{
    int index = index_of(statement, name);
    if (index > 0)
        sqlite3_bind_text64(statement, index, text, text == NULL ? 0 : strlen(text),
                            SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* Binds the parameter of that name to a copy; nothing after a failure. */
void
cld_db_bind_blob(sqlite3_stmt *statement, const char *name, gconstpointer bytes, gsize n_bytes)
{
    int index = index_of(statement, name);
    if (index > 0)
        sqlite3_bind_blob64(statement, index, bytes, n_bytes, SQLITE_TRANSIENT);
}

/* Returns: (transfer full) (nullable): the text of a column */
char *
cld_db_dup_text(sqlite3_stmt *statement, int column)
{
    return g_strdup((const char *)sqlite3_column_text(statement, column));
}
