/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-private.h"

/* Articles looked at for one key: the nearest in time. What everybody writes about brings only what
 * was written then; so the work does not grow with the collection. */
#define MAX_POSTINGS_EACH_WAY 100
#define MAX_NEIGHBOURS        40
/* Less is shared by any two articles. */
#define MIN_SIMILARITY 0.06

/* Returns: days since 1970; what has no date is taken for news of today */
gint64
cld_collection_day_of(CldWhen published)
{
    if (!cld_when_is_known(published))
        return g_get_real_time() / G_TIME_SPAN_DAY;
    gint64 day = published.from / CLD_MINUTES_PER_DAY;
    return published.from < 0 && published.from % CLD_MINUTES_PER_DAY != 0 ? day - 1 : day;
}

static void
gather(CldCollection *self, sqlite3_stmt *statement, double weight, GHashTable *scores)
{
    cld_db_bind_int(statement, ":most", MAX_POSTINGS_EACH_WAY);
    while (cld_db_next(self->db, statement)) {
        gint64 revision = sqlite3_column_int64(statement, 0);
        double shared = weight * sqlite3_column_double(statement, 1);
        CldNeighbour *known = g_hash_table_lookup(scores, &revision);
        if (known == NULL) {
            known = g_new0(CldNeighbour, 1);
            known->revision = revision;
            g_hash_table_insert(scores, &known->revision, known);
        }
        known->similarity += shared;
    }
}

static gint64
find_term(CldCollection *self, const char *key)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-term");
    cld_db_bind_text(statement, ":key", key);
    gint64 term = cld_db_next(self->db, statement) ? sqlite3_column_int64(statement, 0) : 0;
    if (statement != NULL)
        sqlite3_reset(statement);
    return term;
}

static void
gather_key(CldCollection *self, const CldIndexKey *key, gint64 day, GHashTable *scores)
{
    static const char *const ways[] = {"postings-before", "postings-after"};
    gint64 term = find_term(self, key->key);
    for (guint i = 0; term != 0 && i < G_N_ELEMENTS(ways); i++) {
        sqlite3_stmt *statement = cld_db_prepare(self->db, ways[i]);
        cld_db_bind_int(statement, ":term", term);
        cld_db_bind_int(statement, ":day", day);
        gather(self, statement, key->weight, scores);
    }
}

static gint
compare_neighbours(gconstpointer a, gconstpointer b)
{
    const CldNeighbour *x = a;
    const CldNeighbour *y = b;
    if (x->similarity != y->similarity)
        return x->similarity > y->similarity ? -1 : 1;
    return x->revision < y->revision ? -1 : x->revision > y->revision;
}

/**
 * cld_collection_find_neighbours:
 * @self: a collection in a sequence
 * @keys: (element-type CldIndexKey): what an article is about, in a fixed order
 * @published: when it was published
 *
 * Finds the stored articles that are most about the same things. For each key only the articles
 * nearest in time are looked at, so that the work depends on the keys and not on the collection.
 *
 * Returns: (transfer full) (element-type CldNeighbour): a bounded number, the most similar first
 */
GArray *
cld_collection_find_neighbours(CldCollection *self, const GArray *keys, CldWhen published)
{
    GArray *near = g_array_new(FALSE, FALSE, sizeof(CldNeighbour));
    g_autoptr(GHashTable) scores = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free);
    gint64 day = cld_collection_day_of(published);
    for (guint i = 0; i < keys->len; i++)
        gather_key(self, &g_array_index(keys, CldIndexKey, i), day, scores);
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, scores);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const CldNeighbour *neighbour = value;
        if (neighbour->similarity >= MIN_SIMILARITY)
            g_array_append_vals(near, neighbour, 1);
    }
    g_array_sort(near, compare_neighbours);
    g_array_set_size(near, MIN(near->len, MAX_NEIGHBOURS));
    return near;
}
