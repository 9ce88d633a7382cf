/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-collection.h"
#include "cld-columns.h"

struct CldCollection {
    CldDb *db; /* (owned) */
};

/* The columns of a record, in the order in which its statements list them. */
typedef struct {
    const CldColumn *columns; /* (array length=n_columns) static */
    guint n_columns;
} CldColumnTable;

extern const CldColumnTable cld_columns_of_article;
extern const CldColumnTable cld_columns_of_block;
extern const CldColumnTable cld_columns_of_claim;
extern const CldColumnTable cld_columns_of_finding;

gint64 cld_collection_day_of(CldWhen published);
char *cld_collection_hash_revision(CldCollection *self, gint64 revision);
char *cld_collection_hash_finding(CldCollection *self, const char *id);
gboolean cld_collection_has_vectors(CldCollection *self);
gboolean cld_collection_is_sound_vector(sqlite3_stmt *statement);
