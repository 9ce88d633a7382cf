/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-vectors.h"
#include "cld-scripted-encoder.h"
#include "cld-stored-encoder.h"
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define DIMENSION 3
#define N_TEXTS   4

static const char *const texts[N_TEXTS] = {"The gate is shut.", "The gate is open.", "Nobody came.",
                                           "The gate is shut."};
static const float scripted[2][DIMENSION] = {{1, -2, 3}, {0.1f, 0.7f, -1e-7f}};

typedef struct {
    char *folder;
    char *path;
    CldCollection *collection;
    CldScriptedEncoder *inner;
    CldEncoder *encoder;
    float alone[N_TEXTS * DIMENSION]; /* what the inner one says */
} Fixture;

static CldEncoder *
make(Fixture *f, const char *model, const char *runtime)
{
    return CLD_ENCODER(
        cld_stored_encoder_new(CLD_ENCODER(f->inner), f->collection, model, runtime));
}

static void
set_up(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    f->folder = g_dir_make_tmp("claimdiff-XXXXXX", NULL);
    f->path = g_build_filename(f->folder, CLD_COLLECTION_FILE, NULL);
    f->collection = cld_collection_create(f->path, &error);
    g_assert_no_error(error);
    f->inner = cld_scripted_encoder_new(DIMENSION);
    for (guint i = 0; i < G_N_ELEMENTS(scripted); i++)
        cld_scripted_encoder_add(f->inner, texts[i], scripted[i]);
    g_assert_true(cld_encoder_encode(CLD_ENCODER(f->inner), texts, N_TEXTS, f->alone, NULL));
    f->encoder = make(f, "model", "runtime");
}

static void
tear_down(Fixture *f, gconstpointer unused)
{
    g_object_unref(f->encoder);
    g_object_unref(f->inner);
    cld_collection_close(f->collection);
    g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(f->folder, name, NULL);
        g_unlink(path);
    }
    g_rmdir(f->folder);
    g_free(f->folder);
    g_free(f->path);
}

/* Encodes the first @n texts, which must give what the inner encoder gives alone.
 * Returns: how many texts reached that */
static guint
encode(Fixture *f, CldEncoder *encoder, guint n)
{
    g_autoptr(GError) error = NULL;
    float rows[N_TEXTS * DIMENSION];
    guint n_before = cld_scripted_encoder_get_n_texts(f->inner);
    memset(rows, 0x55, sizeof rows);
    g_assert_true(cld_encoder_encode(encoder, texts, n, rows, &error));
    g_assert_no_error(error);
    g_assert_cmpint(memcmp(rows, f->alone, n * DIMENSION * sizeof *rows), ==, 0);
    return cld_scripted_encoder_get_n_texts(f->inner) - n_before;
}

static guint
count_problems(Fixture *f)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) problems = cld_collection_check(f->collection, &error);
    g_assert_no_error(error);
    return problems->len;
}

static void
run_sql(Fixture *f, const char *sql)
{
    sqlite3 *db = NULL;
    g_assert_cmpint(sqlite3_open(f->path, &db), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
    sqlite3_close(db);
}

static void
test_twice(Fixture *f, gconstpointer unused)
{
    g_assert_cmpstr(cld_encoder_get_name(f->encoder), ==, "scripted");
    g_assert_cmpuint(cld_encoder_get_dimension(f->encoder), ==, DIMENSION);
    g_assert_cmpuint(encode(f, f->encoder, 1), ==, 1);
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, 2); /* the last is the first again */
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, 0);
    g_assert_cmpuint(encode(f, f->encoder, 0), ==, 0);
    g_assert_cmpuint(count_problems(f), ==, 0);
}

/* What another model, or another release of the runtime, made is another vector. */
static void
test_makers(Fixture *f, gconstpointer unused)
{
    static const char *const makers[][2] = {{"other", "runtime"}, {"model", "other"}};
    encode(f, f->encoder, N_TEXTS);
    for (guint i = 0; i < G_N_ELEMENTS(makers); i++) {
        g_autoptr(CldEncoder) encoder = make(f, makers[i][0], makers[i][1]);
        g_assert_cmpuint(encode(f, encoder, N_TEXTS), ==, N_TEXTS);
        g_assert_cmpuint(encode(f, encoder, N_TEXTS), ==, 0);
    }
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, 0);
}

/* Another program writes: nothing is stored, nobody waits, and nobody is told. */
static void
test_busy(Fixture *f, gconstpointer unused)
{
    g_autoptr(CldCollection) writer = cld_collection_open(f->path, NULL);
    cld_collection_begin(writer, TRUE);
    gint64 start = g_get_monotonic_time();
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, N_TEXTS);
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, N_TEXTS);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 20 * G_TIME_SPAN_SECOND);
    g_assert_true(cld_collection_end(writer, NULL));
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, N_TEXTS);
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, 0);
}

/* A row that is not what it says is named by fsck, not used, and made again. */
static void
test_damage(Fixture *f, gconstpointer unused)
{
    static const char *const spoilers[] = {
        "UPDATE vectors SET numbers = x'010000000000000000000000'",
        "UPDATE vectors SET row_hash = 'x'",
        "UPDATE vectors SET numbers = zeroblob(8), dimension = 2",
        "PRAGMA ignore_check_constraints = 1; UPDATE vectors SET numbers = x''",
    };
    for (guint i = 0; i < G_N_ELEMENTS(spoilers); i++) {
        encode(f, f->encoder, N_TEXTS);
        g_assert_cmpuint(count_problems(f), ==, 0);
        run_sql(f, spoilers[i]);
        g_assert_cmpuint(count_problems(f), >=, 3);
        g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, N_TEXTS);
        g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, 0);
    }
    g_assert_cmpuint(count_problems(f), ==, 0);
}

/* A collection without the table, as one of the first version that may only be read. */
static void
test_no_table(Fixture *f, gconstpointer unused)
{
    run_sql(f, "DROP TABLE vectors");
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, N_TEXTS);
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, N_TEXTS);
    g_assert_cmpuint(count_problems(f), ==, 0);
}

static void
test_drop(Fixture *f, gconstpointer unused)
{
    encode(f, f->encoder, N_TEXTS);
    cld_collection_begin(f->collection, TRUE);
    cld_collection_drop_vectors(f->collection);
    g_assert_true(cld_collection_commit(f->collection, NULL));
    g_assert_cmpuint(encode(f, f->encoder, N_TEXTS), ==, N_TEXTS);
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run)(Fixture *f, gconstpointer unused);
    } tests[] = {
        {"/stored-encoder/twice", test_twice},       {"/stored-encoder/makers", test_makers},
        {"/stored-encoder/busy", test_busy},         {"/stored-encoder/damage", test_damage},
        {"/stored-encoder/no-table", test_no_table}, {"/stored-encoder/drop", test_drop},
    };
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
    return g_test_run();
}
