/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection.h"
#include "cld-db-file.h"
#include "cld-db.h"
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder;
    char *path;
} Fixture;

static const char *const good_steps[] = {"CREATE TABLE one (a INTEGER) STRICT;",
                                         "CREATE TABLE two (b TEXT) STRICT;"};
static const char *const bad_steps[] = {"CREATE TABLE one (a INTEGER) STRICT;",
                                        "CREATE TABLE two (b TEXT) STRICT; CREATE TABLE one (c);"};

static void
set_up(Fixture *f, gconstpointer unused)
{
    f->folder = g_dir_make_tmp("claimdiff-XXXXXX", NULL);
    f->path = g_build_filename(f->folder, "x.db", NULL);
}

static void
tear_down(Fixture *f, gconstpointer unused)
{
    static const char *const ends[] = {"", "-wal", "-shm"};
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *path = g_strconcat(f->path, ends[i], NULL);
        g_unlink(path);
    }
    g_assert_cmpint(g_rmdir(f->folder), ==, 0); /* nothing else was left lying about */
    g_free(f->folder);
    g_free(f->path);
}

static void
make(Fixture *f, const char *const *steps, guint n)
{
    g_autoptr(GError) error = NULL;
    const CldSchema schema = {steps, n};
    g_autoptr(CldDb) db = cld_db_create(f->path, &schema, &error);
    g_assert_no_error(error);
    g_assert_false(cld_db_is_read_only(db));
}

/* A later program brings an earlier file up to date; the earlier one refuses what came of it. */
static void
test_steps(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    const CldSchema first = {good_steps, 1}, second = {good_steps, 2};
    make(f, good_steps, 1);
    g_autoptr(CldDb) db = cld_db_open(f->path, &second, &error);
    g_assert_no_error(error);
    g_clear_pointer(&db, cld_db_close);
    g_assert_null(cld_db_open(f->path, &first, &error));
    g_assert_error(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_NEWER);
}

static char *
read_all(const char *path, gsize *length)
{
    char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, length, NULL));
    return bytes;
}

/* A step that fails half way leaves the file as it was. */
static void
test_bad_step(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    const CldSchema bad = {bad_steps, 2};
    gsize before_length, after_length;
    make(f, good_steps, 1);
    g_autofree char *before = read_all(f->path, &before_length);
    g_assert_null(cld_db_open(f->path, &bad, &error));
    g_assert_error(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_DAMAGED);
    g_assert_nonnull(strstr(error->message, "schema step 2"));
    g_autofree char *after = read_all(f->path, &after_length);
    g_assert_cmpmem(before, (int)before_length, after, (int)after_length);
    g_clear_error(&error);
    g_assert_null(cld_db_create(f->path, &bad, &error)); /* nor is one made */
    g_assert_nonnull(error);
}

static void
test_exists(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    const CldSchema schema = {good_steps, 1};
    make(f, good_steps, 1);
    g_assert_null(cld_db_create(f->path, &schema, &error));
    g_assert_error(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_EXISTS);
}

typedef struct {
    const char *path;
    const char *bytes;
    gsize length;
    int code;
} Reject;

static const Reject rejects[] = {
    {"/db/reject/empty", "", 0, CLD_COLLECTION_ERROR_DAMAGED},
    {"/db/reject/text", "hello", 5, CLD_COLLECTION_ERROR_FOREIGN},
    {"/db/reject/magic-only", "SQLite format 3\0", 16, CLD_COLLECTION_ERROR_FOREIGN},
    {"/db/reject/image", "\x89PNG\r\n\x1a\n", 8, CLD_COLLECTION_ERROR_FOREIGN},
};

static void
test_reject(Fixture *f, gconstpointer data)
{
    const Reject *row = data;
    g_autoptr(GError) error = NULL;
    const CldSchema schema = {good_steps, 1};
    g_assert_true(g_file_set_contents(f->path, row->bytes, (gssize)row->length, NULL));
    g_assert_null(cld_db_open(f->path, &schema, &error));
    g_assert_error(error, CLD_COLLECTION_ERROR, row->code);
    g_assert_nonnull(strstr(error->message, f->path));
}

/* What stands at @at in the header is changed to @value, and the file then cut to @keep bytes. */
typedef struct {
    const char *path;
    gsize at;
    guint8 value;
    gsize keep; /* 0: all */
    int code;
} Spoil;

static const Spoil spoils[] = {
    {"/db/spoil/other-program", 71, 0x00, 0, CLD_COLLECTION_ERROR_FOREIGN},
    {"/db/spoil/newer", 63, 9, 0, CLD_COLLECTION_ERROR_NEWER},
    {"/db/spoil/cut", 71, 0x66, 4096, CLD_COLLECTION_ERROR_DAMAGED},
    {"/db/spoil/no-magic", 0, 'Q', 0, CLD_COLLECTION_ERROR_FOREIGN},
};

static void
test_spoil(Fixture *f, gconstpointer data)
{
    const Spoil *row = data;
    g_autoptr(GError) error = NULL;
    const CldSchema schema = {good_steps, 1};
    gsize length, after_length;
    make(f, good_steps, 1);
    g_autofree char *bytes = read_all(f->path, &length);
    bytes[row->at] = (char)row->value;
    length = row->keep != 0 ? row->keep : length;
    g_assert_true(g_file_set_contents(f->path, bytes, (gssize)length, NULL));
    g_assert_null(cld_db_open(f->path, &schema, &error));
    g_assert_error(error, CLD_COLLECTION_ERROR, row->code);
    g_autofree char *after = read_all(f->path, &after_length);
    g_assert_cmpmem(bytes, (int)length, after, (int)after_length);
}

static void
test_missing(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    const CldSchema schema = {good_steps, 1};
    g_assert_null(cld_db_open(f->path, &schema, &error));
    g_assert_error(error, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_SYSTEM);
    g_clear_error(&error);
    g_assert_null(cld_db_create("/proc/nowhere/x.db", &schema, &error));
    g_assert_nonnull(error);
}

/* Codes of SQLite become words of ours; the first failure is the one told. */
static void
test_fail(Fixture *f, gconstpointer unused)
{
    static const struct {
        int code;
        CldCollectionError error;
    } rows[] = {
        {SQLITE_CORRUPT_INDEX, CLD_COLLECTION_ERROR_DAMAGED},
        {SQLITE_BUSY_RECOVERY, CLD_COLLECTION_ERROR_LOCKED},
        {SQLITE_READONLY_DBMOVED, CLD_COLLECTION_ERROR_WRITE},
        {SQLITE_FULL, CLD_COLLECTION_ERROR_WRITE},
        {SQLITE_IOERR_READ, CLD_COLLECTION_ERROR_SYSTEM},
    };
    make(f, good_steps, 1);
    const CldSchema schema = {good_steps, 1};
    g_autoptr(CldDb) db = cld_db_open(f->path, &schema, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        cld_db_fail(db, rows[i].code, "first");
        cld_db_fail(db, SQLITE_NOMEM, "second");
        g_assert_true(cld_db_has_failed(db));
        g_assert_null(cld_db_prepare(db, "count"));
        g_assert_false(cld_db_end(db, &error));
        g_assert_error(error, CLD_COLLECTION_ERROR, (int)rows[i].error);
        g_assert_nonnull(strstr(error->message, "first"));
        g_assert_false(cld_db_has_failed(db));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/db/steps", Fixture, NULL, set_up, test_steps, tear_down);
    g_test_add("/db/bad-step", Fixture, NULL, set_up, test_bad_step, tear_down);
    g_test_add("/db/exists", Fixture, NULL, set_up, test_exists, tear_down);
    g_test_add("/db/missing", Fixture, NULL, set_up, test_missing, tear_down);
    g_test_add("/db/fail", Fixture, NULL, set_up, test_fail, tear_down);
    for (gsize i = 0; i < G_N_ELEMENTS(rejects); i++)
        g_test_add(rejects[i].path, Fixture, &rejects[i], set_up, test_reject, tear_down);
    for (gsize i = 0; i < G_N_ELEMENTS(spoils); i++)
        g_test_add(spoils[i].path, Fixture, &spoils[i], set_up, test_spoil, tear_down);
    return g_test_run();
}
