/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-columns.h"

#define FIELD(type, record, column) (*(type *)(gpointer)((char *)(record) + (column)->offset))
#define CONST_FIELD(type, record, column)                                                          \
    (*(const type *)(gconstpointer)((const char *)(record) + (column)->offset))

/* Returns: (transfer full): the texts, "\n" between them; no text has one inside */
char *
cld_columns_join(const GPtrArray *lines)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        if (i > 0)
            g_string_append_c(out, '\n');
        g_string_append(out, g_ptr_array_index(lines, i));
    }
    return g_string_free(out, FALSE);
}

static void
split(const char *joined, GPtrArray *lines)
{
    if (joined == NULL || *joined == '\0')
        return;
    g_auto(GStrv) parts = g_strsplit(joined, "\n", -1);
    for (guint i = 0; parts[i] != NULL; i++)
        g_ptr_array_add(lines, g_strdup(parts[i]));
}

static void
bind_list(sqlite3_stmt *statement, const char *parameter, const GPtrArray *lines)
{
    g_autofree char *joined = cld_columns_join(lines);
    cld_db_bind_text(statement, parameter, joined);
}

static void
bind_one(sqlite3_stmt *statement, const CldColumn *column, gconstpointer record)
{
    const char *name = column->parameter;
    switch (column->kind) {
    case CLD_COLUMN_INT:
        cld_db_bind_int(statement, name, CONST_FIELD(gint, record, column));
        break;
    case CLD_COLUMN_INT64:
        cld_db_bind_int(statement, name, CONST_FIELD(gint64, record, column));
        break;
    case CLD_COLUMN_SIZE:
        cld_db_bind_int(statement, name, (gint64)CONST_FIELD(gsize, record, column));
        break;
    case CLD_COLUMN_REAL:
        cld_db_bind_real(statement, name, CONST_FIELD(double, record, column));
        break;
    case CLD_COLUMN_TEXT:
    case CLD_COLUMN_NAME:
        cld_db_bind_text(statement, name, CONST_FIELD(char *, record, column));
        break;
    case CLD_COLUMN_TAG:
        cld_db_bind_text(statement, name, column->tag(CONST_FIELD(guint, record, column)));
        break;
    case CLD_COLUMN_LIST:
        bind_list(statement, name, CONST_FIELD(GPtrArray *, record, column));
        break;
    }
}

/**
 * cld_columns_bind:
 * @statement: (nullable): with a parameter for each column
 * @columns: (array length=n_columns): the table
 * @n_columns: its length
 * @record: what is written
 *
 * Binds the fields of a record.
 */
void
cld_columns_bind(sqlite3_stmt *statement,
                 const CldColumn *columns,
                 guint n_columns,
                 gconstpointer record)
{
    for (guint i = 0; i < n_columns; i++)
        bind_one(statement, &columns[i], record);
}

/* A NULL tag is the enumeration's value without a name. */
static gboolean
find_tag(const CldColumn *column, const char *tag, guint *value)
{
    for (guint i = 0; i < column->n_tags; i++) {
        if (g_strcmp0(column->tag(i), tag) != 0)
            continue;
        *value = i;
        return TRUE;
    }
    return FALSE;
}

static gboolean
read_int(gint64 number, gint *field)
{
    *field = (gint)number;
    return number >= G_MININT && number <= G_MAXINT;
}

static gboolean
read_size(gint64 number, gsize *field)
{
    *field = (gsize)number;
    return number >= 0;
}

static gboolean
read_text(sqlite3_stmt *statement, int at, const CldColumn *column, gpointer record)
{
    const char *text = (const char *)sqlite3_column_text(statement, at);
    if (text != NULL && !g_utf8_validate(text, sqlite3_column_bytes(statement, at), NULL))
        return FALSE;
    switch (column->kind) {
    case CLD_COLUMN_NAME:
        FIELD(const char *, record, column) = g_intern_string(text);
        return TRUE;
    case CLD_COLUMN_TAG:
        return find_tag(column, text, &FIELD(guint, record, column));
    case CLD_COLUMN_LIST:
        split(text, FIELD(GPtrArray *, record, column));
        return TRUE;
    default:
        g_free(FIELD(char *, record, column));
        FIELD(char *, record, column) = g_strdup(text);
        return TRUE;
    }
}

static gboolean
read_one(sqlite3_stmt *statement, int at, const CldColumn *column, gpointer record)
{
    switch (column->kind) {
    case CLD_COLUMN_INT:
        return read_int(sqlite3_column_int64(statement, at), &FIELD(gint, record, column));
    case CLD_COLUMN_INT64:
        FIELD(gint64, record, column) = sqlite3_column_int64(statement, at);
        return TRUE;
    case CLD_COLUMN_SIZE:
        return read_size(sqlite3_column_int64(statement, at), &FIELD(gsize, record, column));
    case CLD_COLUMN_REAL:
        FIELD(double, record, column) = sqlite3_column_double(statement, at);
        return TRUE;
    default:
        return read_text(statement, at, column, record);
    }
}

/**
 * cld_columns_read:
 * @statement: on a row
 * @first: index of the first of the table's columns in the row
 * @columns: (array length=n_columns): the table
 * @n_columns: its length
 * @record: what is filled in
 *
 * Returns: %FALSE if a value is none that the program writes
 */
gboolean
cld_columns_read(
    sqlite3_stmt *statement, int first, const CldColumn *columns, guint n_columns, gpointer record)
{
    for (guint i = 0; i < n_columns; i++)
        if (!read_one(statement, first + (int)i, &columns[i], record))
            return FALSE;
    return TRUE;
}
