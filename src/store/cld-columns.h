/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-db.h"

/* How a field of a record stands in the database. */
typedef enum {
    CLD_COLUMN_INT,   /* gint, guint, gboolean */
    CLD_COLUMN_INT64, /* gint64 */
    CLD_COLUMN_SIZE,  /* gsize */
    CLD_COLUMN_REAL,  /* double */
    CLD_COLUMN_TEXT,  /* char *, (owned) (nullable) */
    CLD_COLUMN_NAME,  /* const char *, interned (nullable) */
    CLD_COLUMN_TAG,   /* an enumeration, by its tag */
    CLD_COLUMN_LIST,  /* GPtrArray of utf8, a line each */
} CldColumnKind;

/* One row of the table that tells which field stands in which column: what is bound and what is
 * read back come from it. Statements that read list the columns in the order of the table. */
typedef struct {
    const char *parameter; /* ":part"; the column has the same name */
    CldColumnKind kind;
    gsize offset;              /* of the field in the record, bytes */
    const char *(*tag)(guint); /* of CLD_COLUMN_TAG */
    guint n_tags;
} CldColumn;

void cld_columns_bind(sqlite3_stmt *statement,
                      const CldColumn *columns,
                      guint n_columns,
                      gconstpointer record);
gboolean cld_columns_read(
    sqlite3_stmt *statement, int first, const CldColumn *columns, guint n_columns, gpointer record);
char *cld_columns_join(const GPtrArray *lines);
