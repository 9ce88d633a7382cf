/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-kind.h"
#include "cld-when.h"

/* One side of a row: an article of one paragraph, or the second paragraph of the first side's. */
typedef struct {
    char *outlet; /* (owned) */
    CldWhen published;
    char *headline; /* (owned) (nullable) */
    char *text;     /* (owned) */
    gboolean is_same_article;
} PairSide;

/* Two statements and what the program must say of them. */
typedef struct {
    guint line; /* of its file, from 1 */
    GHashTable
        *types;   /* (owned) set of CldType as pointers: exactly what must be found; empty: none */
    char *text;   /* (owned): as it stands in the file, without the line break */
    char *reason; /* (owned) (nullable): why it fails today */
    PairSide sides[2];
} PairRow;

/* A .pairs file. README.md beside this file says how one is written. */
typedef struct {
    char *path;        /* (owned) */
    CldKind kind;      /* whose findings count beside contradictions and updates */
    CldType type;      /* what the file is about */
    gboolean has_type; /* FALSE: a file of known failures */
    GPtrArray *rows;   /* (owned) (element-type PairRow) */
} PairFile;

PairFile *pair_file_load(const char *path, GError **error);
void pair_file_free(PairFile *self);
gboolean pair_file_check_twins(const PairFile *self, guint min_couples, GError **error);
char *pair_types_dup(GHashTable *types);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PairFile, pair_file_free)
