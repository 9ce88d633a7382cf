/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-private.h"
#include <string.h>

/* What an article's row hash covers; whether it is current or settled changes without it. */
static const char *const of_revision[] = {"hash-revision", "hash-blocks", "hash-claims",
                                          "hash-postings", NULL};
static const char *const of_finding[] = {"hash-finding", "hash-sides", "hash-also",
                                         "hash-missing", "hash-diff",  NULL};

static void
feed_number(GChecksum *sum, guint64 number)
{
    guint8 bytes[sizeof number];
    for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (guint8)(number >> (8 * i));
    g_checksum_update(sum, bytes, sizeof bytes);
}

/* Each value with its type and its length, so that no two rows are written alike. */
static void
feed_value(GChecksum *sum, sqlite3_stmt *statement, int column)
{
    int type = sqlite3_column_type(statement, column);
    double real = sqlite3_column_double(statement, column);
    guint64 bits = 0;
    memcpy(&bits, &real, sizeof bits);
    feed_number(sum, (guint64)type);
    if (type == SQLITE_INTEGER)
        feed_number(sum, (guint64)sqlite3_column_int64(statement, column));
    else if (type == SQLITE_FLOAT)
        feed_number(sum, bits);
    else if (type != SQLITE_NULL) {
        const guchar *bytes = sqlite3_column_blob(statement, column);
        int length = sqlite3_column_bytes(statement, column);
        feed_number(sum, (guint64)length);
        if (length > 0)
            g_checksum_update(sum, bytes, length);
    }
}

static void
feed_rows(CldCollection *self, GChecksum *sum, sqlite3_stmt *statement)
{
    guint64 n_rows = 0;
    for (; cld_db_next(self->db, statement); n_rows++)
        for (int i = 0; i < sqlite3_column_count(statement); i++)
            feed_value(sum, statement, i);
    feed_number(sum, n_rows);
}

/* Returns: (transfer full): SHA-256 in hex over all that is stored of a revision */
char *
cld_collection_hash_revision(CldCollection *self, gint64 revision)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; of_revision[i] != NULL; i++) {
        sqlite3_stmt *statement = cld_db_prepare(self->db, of_revision[i]);
        cld_db_bind_int(statement, ":revision", revision);
        feed_rows(self, sum, statement);
    }
    return g_strdup(g_checksum_get_string(sum));
}

/* Returns: (transfer full): SHA-256 in hex over all that is stored of a finding */
char *
cld_collection_hash_finding(CldCollection *self, const char *id)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; of_finding[i] != NULL; i++) {
        sqlite3_stmt *statement = cld_db_prepare(self->db, of_finding[i]);
        cld_db_bind_text(statement, ":id", id);
        feed_rows(self, sum, statement);
    }
    return g_strdup(g_checksum_get_string(sum));
}
