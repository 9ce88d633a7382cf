/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-vectors.h"
#include "cld-data-en.h"
#include <gio/gio.h>
#include <string.h>

#define PATH         "/org/claimdiff/data/en/vectors.bin"
#define MAGIC        "CLDV"
#define VERSION      1
#define HEADER_BYTES 16

/* The word distances of the language as tools/fit/make-vectors.py writes them; points into the
 * resource, read only. */
typedef struct {
    guint n;
    const guchar *offsets; /* n little-endian guint32 into strings */
    const gint8 *vectors;
    const char *strings;
    gsize strings_bytes;
} Table;

static guint32
read_u32(const guchar *at)
{
    return (guint32)at[0] | (guint32)at[1] << 8 | (guint32)at[2] << 16 | (guint32)at[3] << 24;
}

/* A table that is not whole is no table: the engine then does without distances. */
static void
load(Table *table)
{
    gsize size = 0;
    g_autoptr(GBytes) bytes = g_resource_lookup_data(cld_data_en_get_resource(), PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    const guchar *data = bytes == NULL ? NULL : g_bytes_get_data(bytes, &size);
    if (data == NULL || size < HEADER_BYTES || memcmp(data, MAGIC, 4) != 0 ||
        read_u32(data + 4) != VERSION || read_u32(data + 12) != CLD_VECTOR_DIMENSIONS)
        return;
    gsize n = read_u32(data + 8);
    gsize fixed = HEADER_BYTES + n * (4 + CLD_VECTOR_DIMENSIONS);
    if (fixed >= size || data[size - 1] != '\0')
        return;
    table->offsets = data + HEADER_BYTES;
    table->vectors = (const gint8 *)(data + HEADER_BYTES + n * 4);
    table->strings = (const char *)(data + fixed);
    table->strings_bytes = size - fixed;
    table->n = (guint)n;
}

static const Table *
get_table(void)
{
    static Table table;
    static gsize once = 0;
    if (g_once_init_enter(&once)) {
        load(&table);
        g_once_init_leave(&once, 1);
    }
    return &table;
}

/**
 * cld_vectors_lookup:
 * @stem: a Snowball stem
 *
 * Returns: (transfer none) (nullable) (array fixed-size=CLD_VECTOR_DIMENSIONS): the direction of
 * the word's meaning; %NULL for a word that the table lacks. Any thread.
 */
const gint8 *
cld_vectors_lookup(const char *stem)
{
    const Table *table = get_table();
    guint low = 0, high = table->n;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        guint32 offset = read_u32(table->offsets + (gsize)middle * 4);
        int order = offset < table->strings_bytes ? strcmp(stem, table->strings + offset) : -1;
        if (order == 0)
            return table->vectors + (gsize)middle * CLD_VECTOR_DIMENSIONS;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/**
 * cld_vectors_similarity:
 * @a: (nullable) (array fixed-size=CLD_VECTOR_DIMENSIONS): a word
 * @b: (nullable) (array fixed-size=CLD_VECTOR_DIMENSIONS): another
 *
 * Returns: the cosine, -1 to 1 (vectors are stored at length 127); 0 if either is missing
 */
double
cld_vectors_similarity(const gint8 *a, const gint8 *b)
{
    gint32 sum = 0;
    if (a == NULL || b == NULL)
        return 0;
    for (guint i = 0; i < CLD_VECTOR_DIMENSIONS; i++)
        sum += (gint32)a[i] * b[i];
    return sum / (127.0 * 127.0);
}
