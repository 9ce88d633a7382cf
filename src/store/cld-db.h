/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-when.h"
#include <sqlite3.h>

/* A connection to the database of a collection, with its prepared statements. Like a stdio stream
 * it remembers its first failure: what is done after it does nothing, so that a sequence of
 * statements is asked once, at its end, by cld_db_end(). Belongs to one thread. */
typedef struct CldDb CldDb;

/* How a file is brought to the present schema: step n leads from user_version n to n + 1. A step
 * never changes once it is released. */
typedef struct {
    const char *const *steps; /* (array length=n_steps): SQL */
    guint n_steps;
} CldSchema;

CldDb *cld_db_create(const char *path, const CldSchema *schema, GError **error);
CldDb *cld_db_open(const char *path, const CldSchema *schema, GError **error);
void cld_db_close(CldDb *self);
guint64 cld_db_get_version(CldDb *self);
gboolean cld_db_is_read_only(const CldDb *self);

void cld_db_begin_reading(CldDb *self);
void cld_db_begin_writing(CldDb *self);
void cld_db_try_writing(CldDb *self);
void cld_db_commit(CldDb *self);
gboolean cld_db_end(CldDb *self, GError **error);
void cld_db_fail(CldDb *self, int code, const char *message);
gboolean cld_db_has_failed(const CldDb *self);

const char *cld_db_get_sql(const char *name);
sqlite3_stmt *cld_db_prepare(CldDb *self, const char *name);
gboolean cld_db_next(CldDb *self, sqlite3_stmt *statement);
gboolean cld_db_has_row(CldDb *self, const char *name);
void cld_db_run(CldDb *self, sqlite3_stmt *statement);
void cld_db_execute(CldDb *self, const char *name);
gint64 cld_db_get_last_id(const CldDb *self);
guint cld_db_count_changes(const CldDb *self);

void cld_db_bind_int(sqlite3_stmt *statement, const char *name, gint64 value);
void cld_db_bind_real(sqlite3_stmt *statement, const char *name, double value);
void cld_db_bind_text(sqlite3_stmt *statement, const char *name, const char *text);
void
cld_db_bind_blob(sqlite3_stmt *statement, const char *name, gconstpointer bytes, gsize n_bytes);
char *cld_db_dup_text(sqlite3_stmt *statement, int column);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldDb, cld_db_close)
