/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-rounds.h"
#include "cld-event.h"
#include "cld-trim.h"

/* More new articles than this are compared in rounds, so that memory stays bounded. */
#define ROUND 500u

static GPtrArray *
claims_of(const CldReport *report, guint article)
{
    GPtrArray *claims = g_ptr_array_new();
    for (guint i = 0; i < report->claims->len; i++) {
        CldClaim *claim = g_ptr_array_index(report->claims, i);
        if (claim->article == article)
            g_ptr_array_add(claims, claim);
    }
    return claims;
}

/* What another version of the program read may have other claims, which the findings would not
 * fit. */
static void
read_anew(CldCollection *collection, const CldNeighbourhood *found, guint index)
{
    gint64 revision = g_array_index(found->revisions, gint64, index);
    if (revision == 0 || cld_collection_is_read_by(collection, revision, CLD_VERSION))
        return;
    g_autoptr(GPtrArray) claims = claims_of(found->report, index);
    g_autoptr(GArray) keys = cld_event_list_keys(claims);
    CldReading reading = {
        NULL, g_ptr_array_index(found->report->articles, index), claims, keys, CLD_VERSION, NULL};
    cld_collection_drop_findings(collection, revision, TRUE, NULL);
    cld_collection_read_anew(collection, revision, &reading);
}

static GHashTable *
list_found(const CldReport *report)
{
    GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < report->findings->len; i++)
        g_hash_table_add(ids, ((CldFinding *)g_ptr_array_index(report->findings, i))->id);
    return ids;
}

/* Forgets what was found of an article and of its version before. */
static void
drop(CldCollection *collection, gint64 revision, GHashTable *kept)
{
    gint64 previous = cld_collection_find_previous(collection, revision);
    cld_collection_drop_findings(collection, revision, TRUE, kept);
    if (previous != 0)
        cld_collection_drop_findings(collection, previous, FALSE, kept);
}

static gboolean
drop_all(CldCollection *collection, const GArray *revisions, GError **error)
{
    cld_collection_begin(collection, TRUE);
    for (guint i = 0; i < revisions->len; i++)
        drop(collection, g_array_index(revisions, gint64, i), NULL);
    return cld_collection_commit(collection, error);
}

/* All or nothing. What is found again keeps its time; in one of several rounds, what another found
 * stays. Where the file may only be read the report alone tells. */
static gboolean
store(CldCollection *collection,
      const CldNeighbourhood *found,
      gboolean is_only_round,
      GError **error)
{
    if (is_only_round && cld_collection_is_read_only(collection))
        return TRUE;
    g_autoptr(GHashTable) kept = list_found(found->report);
    cld_collection_begin(collection, TRUE);
    for (guint i = 0; i < found->revisions->len; i++)
        read_anew(collection, found, i);
    cld_collection_put_findings(collection, found->report, found->revisions);
    for (guint i = 0; is_only_round && i < found->revisions->len; i++)
        if (g_array_index(found->is_new, gboolean, i))
            drop(collection, g_array_index(found->revisions, gint64, i), kept);
    return cld_collection_commit(collection, error);
}

static GPtrArray *
load_members(
    CldCollection *collection, const GArray *revisions, guint first, guint end, GError **error)
{
    g_autoptr(GPtrArray) members = cld_members_new();
    cld_collection_begin(collection, FALSE);
    for (guint i = first; i < end; i++) {
        gint64 revision = g_array_index(revisions, gint64, i);
        CldArticle *article = cld_collection_load_article(collection, revision);
        if (article == NULL)
            break;
        g_autofree char *identity = cld_collection_dup_identity(collection, revision);
        g_ptr_array_add(members, cld_member_new(article, identity, revision, TRUE));
    }
    return cld_collection_end(collection, error) ? g_steal_pointer(&members) : NULL;
}

static CldNeighbourhood *
compare_some(CldCollection *collection,
             const GArray *revisions,
             guint first,
             guint end,
             const CldSessionOptions *options,
             GError **error)
{
    g_autoptr(GPtrArray) members = load_members(collection, revisions, first, end, error);
    if (members == NULL)
        return NULL;
    g_autoptr(CldNeighbourhood) found =
        cld_neighbourhood_compare(collection, members, options, error);
    if (found == NULL)
        return NULL;
    cld_neighbourhood_trim(found);
    gboolean is_only_round = revisions->len <= ROUND;
    return store(collection, found, is_only_round, error) ? g_steal_pointer(&found) : NULL;
}

/* The findings of these articles, each once, in no order. */
static GPtrArray *
list_ids(CldCollection *collection, const GArray *revisions, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    cld_collection_begin(collection, FALSE);
    for (guint i = 0; i < revisions->len; i++) {
        g_autoptr(GPtrArray) own =
            cld_collection_list_ids(collection, g_array_index(revisions, gint64, i));
        for (guint k = 0; k < own->len; k++)
            if (!g_hash_table_contains(seen, g_ptr_array_index(own, k))) {
                char *id = g_strdup(g_ptr_array_index(own, k));
                g_hash_table_add(seen, id);
                g_ptr_array_add(ids, id);
            }
    }
    g_ptr_array_add(ids, NULL);
    return cld_collection_end(collection, error) ? g_steal_pointer(&ids) : NULL;
}

static void
mark_new(CldNeighbourhood *found, const GArray *revisions)
{
    g_autoptr(GHashTable) new = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < revisions->len; i++)
        g_hash_table_add(new, &g_array_index(revisions, gint64, i));
    for (guint i = 0; i < found->revisions->len; i++) {
        gboolean is_new = g_hash_table_contains(new, &g_array_index(found->revisions, gint64, i));
        g_array_append_val(found->is_new, is_new);
    }
}

/* As the collection keeps it. */
static CldNeighbourhood *
load_found(CldCollection *collection, const GArray *revisions, GError **error)
{
    g_autoptr(GPtrArray) ids = list_ids(collection, revisions, error);
    g_autoptr(CldNeighbourhood) found = cld_neighbourhood_new();
    CldReport *report =
        ids == NULL ? NULL
                    : cld_collection_load_report(collection, (const char *const *)ids->pdata,
                                                 found->revisions, error);
    if (report == NULL)
        return NULL;
    cld_report_sort(report);
    cld_report_unref(found->report);
    found->report = report;
    mark_new(found, revisions);
    return g_steal_pointer(&found);
}

/**
 * cld_rounds_compare:
 * @collection: a collection
 * @revisions: (element-type gint64): any number of articles
 * @options: how to compare
 * @error: return location, or %NULL
 *
 * Compares stored articles with what is near them, so many at a time, and stores what is found in
 * place of what was found of them before; not where the collection may only be read, and there only
 * as many articles as fit in one round.
 *
 * Returns: (transfer full) (nullable): what was found; after several rounds as the collection keeps
 * it, where articles belong to no event
 */
CldNeighbourhood *
cld_rounds_compare(CldCollection *collection,
                   const GArray *revisions,
                   const CldSessionOptions *options,
                   GError **error)
{
    if (revisions->len <= ROUND)
        return compare_some(collection, revisions, 0, revisions->len, options, error);
    CldSessionOptions quiet = *options;
    guint n_compared = 0;
    quiet.progress = NULL;
    if (!drop_all(collection, revisions, error))
        return NULL;
    for (guint first = 0; first < revisions->len; first += ROUND) {
        guint end = MIN(first + ROUND, revisions->len);
        g_autoptr(CldNeighbourhood) some =
            compare_some(collection, revisions, first, end, &quiet, error);
        if (some == NULL)
            return NULL;
        n_compared += some->n_compared;
        if (options->progress != NULL)
            options->progress("comparing", end, revisions->len, options->progress_data);
    }
    CldNeighbourhood *found = load_found(collection, revisions, error);
    if (found != NULL)
        found->n_compared = n_compared;
    return found;
}
