/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-private.h"
#include <string.h>

/* A report on its way out of the collection. */
typedef struct {
    CldCollection *collection;
    CldReport *report;
    GHashTable *articles; /* revision -> index + 1 */
    GHashTable *claims;   /* "revision:number" -> CldClaim, (unowned) */
    GArray *revisions;    /* (unowned) (nullable): of the articles, in their order */
} Loading;

static gboolean
damage(Loading *loading, const char *what)
{
    cld_db_fail(loading->collection->db, SQLITE_CORRUPT, what);
    return FALSE;
}

static guint
load_article(Loading *loading, gint64 revision)
{
    const gint none = -1;
    gpointer known = g_hash_table_lookup(loading->articles, &revision);
    if (known != NULL)
        return GPOINTER_TO_UINT(known) - 1;
    CldArticle *article = cld_collection_load_article(loading->collection, revision);
    if (article == NULL)
        return 0;
    g_ptr_array_add(loading->report->articles, article);
    g_array_append_val(loading->report->copy_of, none);
    g_array_append_val(loading->report->event_of, none);
    if (loading->revisions != NULL)
        g_array_append_val(loading->revisions, revision);
    guint n = loading->report->articles->len;
    g_hash_table_insert(loading->articles, g_memdup2(&revision, sizeof revision),
                        GUINT_TO_POINTER(n));
    return n - 1;
}

static gboolean
is_inside(const CldArticle *article, CldSpan span)
{
    return cld_span_is_empty(span) ||
           cld_span_is_valid_in(span, article->text, article->text_bytes);
}

static gboolean
fits(const CldClaim *claim, const CldArticle *article)
{
    return !cld_span_is_empty(claim->sentence) && is_inside(article, claim->sentence) &&
           is_inside(article, claim->clause) && is_inside(article, claim->holder_span) &&
           is_inside(article, claim->cue_span) && is_inside(article, claim->quote);
}

/* Returns: (transfer full) (nullable): the claim with what is stored of it */
static CldClaim *
read_claim(Loading *loading, gint64 revision, gint64 number, guint index)
{
    g_autoptr(CldClaim) claim = cld_claim_alloc(index, (guint)number);
    const CldArticle *article = g_ptr_array_index(loading->report->articles, index);
    sqlite3_stmt *statement = cld_db_prepare(loading->collection->db, "load-claim");
    cld_db_bind_int(statement, ":revision", revision);
    cld_db_bind_int(statement, ":number", number);
    gboolean is_read = cld_db_next(loading->collection->db, statement) &&
                       cld_columns_read(statement, 0, cld_columns_of_claim.columns,
                                        cld_columns_of_claim.n_columns, claim);
    if (statement != NULL)
        sqlite3_reset(statement);
    if (!is_read || !fits(claim, article)) {
        damage(loading, "a claim");
        return NULL;
    }
    g_free(claim->text);
    claim->text = cld_span_dup_text(claim->sentence, article->text);
    return g_steal_pointer(&claim);
}

/* Returns: (transfer none) (nullable): the claim, once however many findings name it */
static CldClaim *
load_claim(Loading *loading, gint64 revision, gint64 number)
{
    g_autofree char *key =
        g_strdup_printf("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, revision, number);
    CldClaim *claim = g_hash_table_lookup(loading->claims, key);
    if (claim != NULL)
        return claim;
    guint index = load_article(loading, revision);
    if (cld_db_has_failed(loading->collection->db))
        return NULL;
    claim = read_claim(loading, revision, number, index);
    if (claim == NULL)
        return NULL;
    g_ptr_array_add(loading->report->claims, claim);
    g_hash_table_insert(loading->claims, g_steal_pointer(&key), claim);
    return claim;
}

static gboolean
read_highlights(const char *text, gsize length_bytes, GArray *spans)
{
    g_auto(GStrv) items = g_strsplit(text, ",", -1);
    for (guint i = 0; *text != '\0' && items[i] != NULL; i++) {
        guint64 start = 0, end = 0;
        char *dash = strchr(items[i], '-');
        if (dash == NULL)
            return FALSE;
        *dash = '\0';
        if (!g_ascii_string_to_unsigned(items[i], 10, 0, length_bytes, &start, NULL) ||
            !g_ascii_string_to_unsigned(dash + 1, 10, start, length_bytes, &end, NULL))
            return FALSE;
        CldSpan span = {start, end};
        g_array_append_val(spans, span);
    }
    return TRUE;
}

static sqlite3_stmt *
prepare_for(Loading *loading, const char *name, const char *id)
{
    sqlite3_stmt *statement = cld_db_prepare(loading->collection->db, name);
    cld_db_bind_text(statement, ":id", id);
    return statement;
}

/* The statement of the claim is another one, so this one can go on. */
static void
load_sides(Loading *loading, CldFinding *finding, const char *id)
{
    CldDb *db = loading->collection->db;
    sqlite3_stmt *statement = prepare_for(loading, "load-sides", id);
    while (cld_db_next(db, statement)) {
        CldClaim *claim = load_claim(loading, sqlite3_column_int64(statement, 0),
                                     sqlite3_column_int64(statement, 1));
        const char *highlights = (const char *)sqlite3_column_text(statement, 3);
        const char *text = (const char *)sqlite3_column_text(statement, 4);
        if (claim == NULL)
            return;
        CldSide *side = cld_finding_add_side(finding, claim);
        side->camp = (guint)sqlite3_column_int64(statement, 2);
        if (highlights == NULL || g_strcmp0(text, claim->text) != 0 ||
            !read_highlights(highlights, strlen(claim->text), side->highlights))
            damage(loading, "a side of a finding");
    }
}

static void
load_also(Loading *loading, CldFinding *finding, const char *id)
{
    CldDb *db = loading->collection->db;
    sqlite3_stmt *statement = prepare_for(loading, "load-also", id);
    while (cld_db_next(db, statement)) {
        CldClaim *claim = load_claim(loading, sqlite3_column_int64(statement, 0),
                                     sqlite3_column_int64(statement, 1));
        if (claim != NULL)
            g_ptr_array_add(finding->also, cld_claim_ref(claim));
    }
}

static void
load_missing(Loading *loading, CldFinding *finding, const char *id)
{
    CldDb *db = loading->collection->db;
    sqlite3_stmt *statement = prepare_for(loading, "load-missing", id);
    while (cld_db_next(db, statement)) {
        guint index = load_article(loading, sqlite3_column_int64(statement, 0));
        g_array_append_val(finding->missing_from, index);
    }
}

static void
load_diff(Loading *loading, CldFinding *finding, const char *id)
{
    CldDb *db = loading->collection->db;
    sqlite3_stmt *statement = prepare_for(loading, "load-diff", id);
    while (cld_db_next(db, statement)) {
        const char *op = (const char *)sqlite3_column_text(statement, 0);
        const char *text = (const char *)sqlite3_column_text(statement, 2);
        if (op != NULL && text != NULL)
            cld_finding_add_diff(finding, *op, text, sqlite3_column_int64(statement, 1) != 0);
    }
}

/* Returns: (transfer full) (nullable): the finding's own row; %NULL if it is not there */
static CldFinding *
read_row(Loading *loading, const char *id)
{
    CldType type = 0;
    sqlite3_stmt *statement = prepare_for(loading, "load-finding", id);
    if (!cld_db_next(loading->collection->db, statement))
        return NULL;
    const char *kind = (const char *)sqlite3_column_text(statement, 0);
    const char *tag = (const char *)sqlite3_column_text(statement, 1);
    gboolean is_known = kind != NULL && tag != NULL && cld_type_from_tags(kind, tag, &type);
    CldFinding *finding = cld_finding_new(type);
    if (!is_known || !cld_columns_read(statement, 2, cld_columns_of_finding.columns,
                                       cld_columns_of_finding.n_columns, finding))
        damage(loading, "a finding");
    sqlite3_reset(statement);
    return finding;
}

static void
load_finding(Loading *loading, const char *id)
{
    g_autoptr(CldFinding) finding = read_row(loading, id);
    if (finding == NULL)
        return;
    load_sides(loading, finding, id);
    load_also(loading, finding, id);
    load_missing(loading, finding, id);
    load_diff(loading, finding, id);
    cld_finding_seal(finding);
    if (g_strcmp0(finding->id, id) != 0)
        damage(loading, "a finding that is not what its id says");
    else
        g_ptr_array_add(loading->report->findings, g_steal_pointer(&finding));
}

static gint
compare_claims(gconstpointer a, gconstpointer b)
{
    const CldClaim *x = *(CldClaim *const *)a;
    const CldClaim *y = *(CldClaim *const *)b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

/**
 * cld_collection_load_report:
 * @self: a collection
 * @ids: (array zero-terminated=1): of findings
 * @revisions: (nullable) (element-type gint64): where each article of the report is, appended
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Returns: (transfer full) (nullable): a report of these findings in the order of @ids, those that
 * are not there left out; with the articles they rest on, and of their claims those that are sides
 * of a finding, without terms, quantities and times. Its articles belong to no event.
 */
CldReport *
cld_collection_load_report(CldCollection *self,
                           const char *const *ids,
                           GArray *revisions,
                           GError **error)
{
    g_autoptr(CldReport) report = cld_report_new();
    g_autoptr(GHashTable) articles =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr(GHashTable) claims = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Loading loading = {self, report, articles, claims, revisions};
    cld_db_begin_reading(self->db);
    for (guint i = 0; ids[i] != NULL && !cld_db_has_failed(self->db); i++)
        load_finding(&loading, ids[i]);
    if (!cld_db_end(self->db, error))
        return NULL;
    g_ptr_array_sort(report->claims, compare_claims);
    return g_steal_pointer(&report);
}

/* As cld_collection_load_report(), for whoever does not ask where the articles are. */
CldReport *
cld_collection_load_findings(CldCollection *self, const char *const *ids, GError **error)
{
    return cld_collection_load_report(self, ids, NULL, error);
}
