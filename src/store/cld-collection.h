/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-finding-row.h"
#include "cld-index-key.h"
#include "cld-report.h"
#include "cld-stored.h"

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
 * programs may have the file open at once: readers never wait, writers wait for each other.
 *
 * Functions without a GError belong between cld_collection_begin() and cld_collection_commit() or
 * cld_collection_end(): the first failure is remembered, what follows does nothing, and the end
 * tells. */
typedef struct CldCollection CldCollection;

/* An article and what was read out of it. All unowned. */
typedef struct {
    const char *identity; /* what makes it the same article at the next reading */
    const CldArticle *article;
    const GPtrArray *claims; /* (element-type CldClaim) in order, numbered from 1 */
    const GArray *keys;      /* (element-type CldIndexKey) no key twice */
    const char *read_by;     /* version of what read it */
    const char *folder;      /* (nullable): absolute, where sources begin: to see who was moved */
} CldReading;

/* A stored article that shares keys with another. */
typedef struct {
    gint64 revision;
    double similarity; /* cosine of the shared keys, 0 to 1 */
} CldNeighbour;

/* Which revisions are listed. */
typedef enum {
    CLD_REVISIONS_ALL,
    CLD_REVISIONS_CURRENT,   /* those that count now, one an article */
    CLD_REVISIONS_UNSETTLED, /* of these, the ones that no check has passed yet */
    CLD_N_WHICH_REVISIONS,
} CldWhichRevisions;

typedef struct {
    guint n_articles;
    guint n_revisions;
    guint n_unsettled; /* articles that no check has passed yet */
    guint n_findings;
} CldCollectionSize;

char *cld_collection_find(const char *folder);
CldCollection *cld_collection_create(const char *path, GError **error);
CldCollection *cld_collection_open(const char *path, GError **error);
void cld_collection_close(CldCollection *self);
guint64 cld_collection_get_version(CldCollection *self);
gboolean cld_collection_is_read_only(const CldCollection *self);

void cld_collection_begin(CldCollection *self, gboolean is_writing);
gboolean cld_collection_commit(CldCollection *self, GError **error);
gboolean cld_collection_end(CldCollection *self, GError **error);

CldStored cld_collection_put(CldCollection *self, const CldReading *reading, gint64 *revision);
void cld_collection_read_anew(CldCollection *self, gint64 revision, const CldReading *reading);
void cld_collection_settle(CldCollection *self, gint64 revision);
CldArticle *cld_collection_load_article(CldCollection *self, gint64 revision);
char *cld_collection_dup_identity(CldCollection *self, gint64 revision);
gboolean cld_collection_is_read_by(CldCollection *self, gint64 revision, const char *version);
gint64 cld_collection_find_current(CldCollection *self, const char *identity);
gint64 cld_collection_find_previous(CldCollection *self, gint64 revision);
GArray *cld_collection_list(CldCollection *self, CldWhichRevisions which);
GArray *cld_collection_find_neighbours(CldCollection *self, const GArray *keys, CldWhen published);
CldCollectionSize cld_collection_get_size(CldCollection *self);

void cld_collection_drop_findings(CldCollection *self,
                                  gint64 revision,
                                  gboolean with_rewrites,
                                  GHashTable *kept);
void
cld_collection_put_findings(CldCollection *self, const CldReport *report, const GArray *revisions);
GPtrArray *cld_collection_list_ids(CldCollection *self, gint64 revision);
GPtrArray *cld_collection_list_findings(CldCollection *self, GError **error);
CldReport *
cld_collection_load_findings(CldCollection *self, const char *const *ids, GError **error);

CldReport *cld_collection_load_report(CldCollection *self,
                                      const char *const *ids,
                                      GArray *revisions,
                                      GError **error);

void cld_collection_put_unread(CldCollection *self, const char *file, const CldInput *input);
guint cld_collection_forget_unread(CldCollection *self, const char *file);
GPtrArray *cld_collection_list_unread(CldCollection *self);

GPtrArray *cld_collection_check(CldCollection *self, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldCollection, cld_collection_close)
