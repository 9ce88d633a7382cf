/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-intake.h"
#include "cld-event.h"
#include "cld-extract.h"
#include "cld-identity.h"
#include "cld-project-private.h"
#include "cld-unread.h"
#include <gio/gio.h>
#include <string.h>

/* Articles between two commits: few enough that another writer does not wait long. */
#define SLICE 64u

/* Articles on their way into the collection. */
typedef struct {
    CldProject *project;
    const CldSessionOptions *options;
    CldIntake *intake;
    GArray *order; /* (owned) (element-type guint): indices of articles, the oldest first */
} Adding;

static void
row_free(CldIntakeRow *self)
{
    g_clear_pointer(&self->findings, g_ptr_array_unref);
    g_free(self);
}

/**
 * cld_intake_new:
 * @report: (transfer full): inputs and articles
 *
 * Returns: (transfer full): an intake that has not changed anything yet
 */
CldIntake *
cld_intake_new(CldReport *report)
{
    CldIntake *self = g_new0(CldIntake, 1);
    self->report = report;
    self->rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
    for (guint i = 0; i < report->articles->len; i++) {
        CldIntakeRow *row = g_new0(CldIntakeRow, 1);
        row->article = i;
        row->stored = CLD_STORED_UNCHANGED;
        g_ptr_array_add(self->rows, row);
    }
    return self;
}

void
cld_intake_free(CldIntake *self)
{
    cld_report_unref(self->report);
    g_ptr_array_unref(self->rows);
    g_free(self);
}

/* Returns: how many articles became that */
guint
cld_intake_count(const CldIntake *self, CldStored stored)
{
    guint n = 0;
    for (guint i = 0; i < self->rows->len; i++)
        n += ((CldIntakeRow *)g_ptr_array_index(self->rows, i))->stored == stored;
    return n;
}

static gint
compare_dates(gconstpointer a, gconstpointer b, gpointer articles)
{
    guint i = *(const guint *)a, j = *(const guint *)b;
    const CldArticle *x = g_ptr_array_index((GPtrArray *)articles, i);
    const CldArticle *y = g_ptr_array_index((GPtrArray *)articles, j);
    if (x->published.from != y->published.from)
        return x->published.from < y->published.from ? -1 : 1;
    return i < j ? -1 : i > j;
}

/* Of two versions of one article the older becomes the first revision. */
static GArray *
order_articles(GPtrArray *articles)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < articles->len; i++)
        g_array_append_val(order, i);
    g_array_sort_with_data(order, compare_dates, articles);
    return order;
}

/* Nobody has seen the articles yet. */
static void
rename_sources(CldReport *report, const char *folder)
{
    for (guint i = 0; i < report->articles->len; i++) {
        CldArticle *article = g_ptr_array_index(report->articles, i);
        char *source = cld_identity_dup_source(article->source, folder);
        g_free(article->source);
        article->source = source;
    }
}

static void
find_rewrites(Adding *self, CldIntakeRow *row, gint64 revision, const GPtrArray *claims)
{
    CldCollection *collection = self->project->collection;
    gint64 previous = cld_collection_find_previous(collection, revision);
    g_autoptr(CldArticle) before =
        previous == 0 ? NULL : cld_collection_load_article(collection, previous);
    if (before == NULL)
        return;
    g_autoptr(GPtrArray) claims_before = cld_extract_claims(before, row->article);
    row->findings = g_ptr_array_new_with_free_func((GDestroyNotify)cld_finding_unref);
    row->rewrites = cld_rewrites_find(claims_before, claims, row->findings);
}

static void
put_article(Adding *self, guint index, const GPtrArray *claims)
{
    CldIntakeRow *row = g_ptr_array_index(self->intake->rows, index);
    const CldArticle *article = g_ptr_array_index(self->intake->report->articles, index);
    g_autofree char *identity = cld_identity_of(article);
    g_autoptr(GArray) keys = cld_event_list_keys(claims);
    CldReading reading = {identity, article,     claims,
                          keys,     CLD_VERSION, cld_project_get_folder(self->project)};
    gint64 revision = 0;
    row->stored = cld_collection_put(self->project->collection, &reading, &revision);
    if (row->stored == CLD_STORED_REVISED)
        find_rewrites(self, row, revision, claims);
}

/* Claims are read before the collection is locked. */
static gboolean
put_slice(Adding *self, guint first, guint end, GError **error)
{
    g_autoptr(GPtrArray) articles = g_ptr_array_new();
    for (guint i = first; i < end; i++)
        g_ptr_array_add(articles, g_ptr_array_index(self->intake->report->articles,
                                                    g_array_index(self->order, guint, i)));
    CldSessionOptions quiet = *self->options;
    quiet.progress = NULL;
    g_autoptr(GPtrArray) claims = cld_session_extract(articles, &quiet);
    cld_collection_begin(self->project->collection, TRUE);
    for (guint i = first; i < end; i++)
        put_article(self, g_array_index(self->order, guint, i),
                    g_ptr_array_index(claims, i - first));
    return cld_collection_commit(self->project->collection, error);
}

static gboolean
put_all(Adding *self, GError **error)
{
    guint n = self->order->len;
    for (guint first = 0; first < n; first += SLICE) {
        if (!put_slice(self, first, MIN(first + SLICE, n), error))
            return FALSE;
        if (self->options->progress != NULL)
            self->options->progress("storing", MIN(first + SLICE, n), n,
                                    self->options->progress_data);
    }
    return TRUE;
}

/**
 * cld_project_add:
 * @self: a project
 * @paths: (array zero-terminated=1): files, folders, "-" for standard input
 * @options: how to read
 * @error: return location, or %NULL
 *
 * Reads sources into the collection. What is there already is left alone; a text that changed is a
 * new revision, and what cannot be read is remembered until it is. When it fails, what was stored
 * before stays, and adding again goes on from there.
 *
 * Returns: (transfer full) (nullable): what became of each article
 */
CldIntake *
cld_project_add(CldProject *self,
                const char *const *paths,
                const CldSessionOptions *options,
                GError **error)
{
    CldReport *report = cld_session_read_articles(paths, options, error);
    if (report == NULL)
        return NULL;
    rename_sources(report, self->folder);
    g_autoptr(CldIntake) intake = cld_intake_new(report);
    g_autoptr(GArray) order = order_articles(report->articles);
    Adding adding = {self, options, intake, order};
    return cld_unread_note(self, report, error) && put_all(&adding, error) &&
                   cld_unread_settle(self, report, error)
               ? g_steal_pointer(&intake)
               : NULL;
}

/**
 * cld_project_fsck:
 * @self: a project
 * @error: return location, or %NULL
 *
 * Looks at every page, row and hash of the collection.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each problem
 */
GPtrArray *
cld_project_fsck(CldProject *self, GError **error)
{
    return cld_collection_check(self->collection, error);
}
