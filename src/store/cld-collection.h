/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-finding-row.h"
#include "cld-report.h"

#define CLD_COLLECTION_FOLDER ".claimdiff"
#define CLD_COLLECTION_FILE   "collection.db"

#define CLD_COLLECTION_ERROR (cld_collection_error_quark())
typedef enum {
    CLD_COLLECTION_ERROR_ABSENT,  /* there is none in this folder or above it */
    CLD_COLLECTION_ERROR_EXISTS,  /* there is one already */
    CLD_COLLECTION_ERROR_FOREIGN, /* no database, or that of another program */
    CLD_COLLECTION_ERROR_NEWER,   /* made by a later version of this program */
    CLD_COLLECTION_ERROR_DAMAGED, /* cut off, overwritten, or not what a hash says */
    CLD_COLLECTION_ERROR_LOCKED,  /* another program held it for longer than one waits */
    CLD_COLLECTION_ERROR_WRITE,   /* read-only, or the disk is full */
    CLD_COLLECTION_ERROR_SYSTEM,  /* the system failed otherwise */
} CldCollectionError;
GQuark cld_collection_error_quark(void);

/* The articles of a project, what was read out of them and what was found: one SQLite file that can
 * be made again from the sources. Decisions are never in it. Belongs to one thread; any number of
 * programs may have the file open at once: readers never wait, writers wait for each other. */
typedef struct CldCollection CldCollection;

char *cld_collection_find(const char *folder);
CldCollection *cld_collection_create(const char *path, GError **error);
CldCollection *cld_collection_open(const char *path, GError **error);
void cld_collection_close(CldCollection *self);
const char *cld_collection_get_path(const CldCollection *self);
guint64 cld_collection_get_version(CldCollection *self);
GPtrArray *cld_collection_list_findings(CldCollection *self, GError **error);
CldReport *
cld_collection_load_findings(CldCollection *self, const char *const *ids, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldCollection, cld_collection_close)
