/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-vectors.h"
#include "cld-collection-private.h"
#include <string.h>

G_STATIC_ASSERT(sizeof(float) == sizeof(guint32)); /* what the blob's format rests on */

/* Numbers as they are stored: the lowest byte first, every bit as it was. */
static void
write_numbers(guint32 *to, const float *from, guint n)
{
    memcpy(to, from, n * sizeof *to);
    for (guint i = 0; i < n; i++)
        to[i] = GUINT32_TO_LE(to[i]);
}

static void
read_numbers(float *to, const guint32 *from, guint n)
{
    for (guint i = 0; i < n; i++) {
        guint32 bits = 0;
        memcpy(&bits, from + i, sizeof bits);
        bits = GUINT32_FROM_LE(bits);
        memcpy(to + i, &bits, sizeof bits);
    }
}

/* A row before its hash. Borrowed. */
typedef struct {
    const char *model;
    const char *runtime;
    const char *text_hash;
    gint64 dimension;
    gconstpointer numbers;
    gsize n_bytes;
} Row;

static char *
hash_row(const Row *row)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *head = g_strdup_printf("%s\n%s\n%s\n%" G_GINT64_FORMAT "\n", row->model,
                                            row->runtime, row->text_hash, row->dimension);
    g_checksum_update(sum, (const guchar *)head, -1);
    g_checksum_update(sum, row->numbers, (gssize)row->n_bytes);
    return g_strdup(g_checksum_get_string(sum));
}

static gboolean
is_sound(const Row *row, const char *hash)
{
    if (row->dimension <= 0 || (guint64)row->dimension * sizeof(float) != row->n_bytes)
        return FALSE;
    g_autofree char *own = hash_row(row);
    return g_strcmp0(own, hash) == 0;
}

/* Returns: %TRUE if the row of check-vectors.sql has the size and the hash that it says */
gboolean
cld_collection_is_sound_vector(sqlite3_stmt *statement)
{
    const Row row = {
        .model = (const char *)sqlite3_column_text(statement, 0),
        .runtime = (const char *)sqlite3_column_text(statement, 1),
        .text_hash = (const char *)sqlite3_column_text(statement, 2),
        .dimension = sqlite3_column_int64(statement, 3),
        .numbers = sqlite3_column_blob(statement, 4),
        .n_bytes = (gsize)sqlite3_column_bytes(statement, 4),
    };
    if (row.model == NULL || row.runtime == NULL || row.text_hash == NULL)
        return FALSE; /* out of memory */
    return is_sound(&row, (const char *)sqlite3_column_text(statement, 5));
}

/* Returns: %FALSE in a collection of the first version that may only be read; part of a sequence */
gboolean
cld_collection_has_vectors(CldCollection *self)
{
    return cld_db_has_row(self->db, "has-vectors");
}

static void
bind_key(sqlite3_stmt *statement, const CldVectorMaker *maker, const char *text_hash)
{
    cld_db_bind_text(statement, ":model", maker->model);
    cld_db_bind_text(statement, ":runtime", maker->runtime);
    cld_db_bind_text(statement, ":text_hash", text_hash);
}

/* What is not as long or not what its hash says is not there: it is made and stored again. */
static gboolean
get_vector(CldCollection *self, const CldVectorMaker *maker, const char *text, float *vector)
{
    g_autofree char *text_hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-vector");
    bind_key(statement, maker, text_hash);
    if (!cld_db_next(self->db, statement))
        return FALSE;
    const Row row = {
        .model = maker->model,
        .runtime = maker->runtime,
        .text_hash = text_hash,
        .dimension = sqlite3_column_int64(statement, 0),
        .numbers = sqlite3_column_blob(statement, 1),
        .n_bytes = (gsize)sqlite3_column_bytes(statement, 1),
    };
    gboolean is_good = row.dimension == maker->dimension && row.numbers != NULL &&
                       is_sound(&row, (const char *)sqlite3_column_text(statement, 2));
    if (is_good)
        read_numbers(vector, row.numbers, maker->dimension);
    sqlite3_reset(statement);
    return is_good;
}

/**
 * cld_collection_get_vectors:
 * @self: a collection, in no sequence
 * @maker: what would make them
 * @texts: (array length=n_texts): sentences, in UTF-8
 * @n_texts: how many
 * @vectors: (out caller-allocates): @n_texts rows of @maker's dimension; rows of texts that are not
 *   found keep what is in them
 * @is_found: (out caller-allocates) (array length=n_texts): which were found
 *
 * Looks up what @maker made of these texts, bit for bit. It is a store of what can be made again:
 * where it cannot be read, nothing is found.
 *
 * Returns: how many were found
 */
guint
cld_collection_get_vectors(CldCollection *self,
                           const CldVectorMaker *maker,
                           const char *const *texts,
                           guint n_texts,
                           float *vectors,
                           gboolean *is_found)
{
    guint n_found = 0;
    memset(is_found, 0, n_texts * sizeof *is_found);
    cld_db_begin_reading(self->db);
    gboolean has_any = cld_collection_has_vectors(self);
    for (guint i = 0; has_any && i < n_texts; i++) {
        is_found[i] = get_vector(self, maker, texts[i], vectors + (gsize)i * maker->dimension);
        n_found += is_found[i];
    }
    cld_db_end(self->db, NULL); /* what was found before a failure is sound by its hash */
    return n_found;
}

static void
put_vector(CldCollection *self, const CldVectorMaker *maker, const char *text, const float *vector)
{
    g_autofree char *text_hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
    g_autofree guint32 *numbers = g_new(guint32, maker->dimension);
    write_numbers(numbers, vector, maker->dimension);
    const Row row = {
        .model = maker->model,
        .runtime = maker->runtime,
        .text_hash = text_hash,
        .dimension = maker->dimension,
        .numbers = numbers,
        .n_bytes = maker->dimension * sizeof *numbers,
    };
    g_autofree char *row_hash = hash_row(&row);
    sqlite3_stmt *statement = cld_db_prepare(self->db, "put-vector");
    bind_key(statement, maker, text_hash);
    cld_db_bind_int(statement, ":dimension", row.dimension);
    cld_db_bind_blob(statement, ":numbers", row.numbers, row.n_bytes);
    cld_db_bind_text(statement, ":row_hash", row_hash);
    cld_db_run(self->db, statement);
}

/**
 * cld_collection_put_vectors:
 * @self: a collection, in no sequence
 * @maker: what made them
 * @texts: (array length=n_texts): sentences, in UTF-8
 * @n_texts: how many
 * @vectors: @n_texts rows of @maker's dimension
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Stores vectors in one transaction, in place of those that are there. Does not wait for another
 * writer: making a vector again is cheaper.
 *
 * Returns: %FALSE if nothing was stored: the file may only be read, another program writes, or the
 * disk is full
 */
gboolean
cld_collection_put_vectors(CldCollection *self,
                           const CldVectorMaker *maker,
                           const char *const *texts,
                           guint n_texts,
                           const float *vectors,
                           GError **error)
{
    cld_db_try_writing(self->db);
    for (guint i = 0; i < n_texts && !cld_db_has_failed(self->db); i++)
        put_vector(self, maker, texts[i], vectors + (gsize)i * maker->dimension);
    return cld_collection_commit(self, error);
}

/* Forgets all vectors; part of a sequence for writing. */
void
cld_collection_drop_vectors(CldCollection *self)
{
    cld_db_execute(self->db, "drop-vectors");
}
