/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-private.h"

/* "20-29,31-35": bytes of the side's text. */
static char *
dup_highlights(const GArray *spans)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < spans->len; i++) {
        CldSpan span = g_array_index(spans, CldSpan, i);
        g_string_append_printf(out, "%s%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT, i > 0 ? "," : "",
                               span.start, span.end);
    }
    return g_string_free(out, FALSE);
}

static gint64
revision_of(const GArray *revisions, guint article)
{
    return article < revisions->len ? g_array_index(revisions, gint64, article) : 0;
}

static void
put_sides(CldCollection *self, const CldFinding *finding, const GArray *revisions)
{
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        g_autofree char *highlights = dup_highlights(side->highlights);
        sqlite3_stmt *statement = cld_db_prepare(self->db, "put-side");
        cld_db_bind_text(statement, ":finding", finding->id);
        cld_db_bind_int(statement, ":number", i);
        cld_db_bind_int(statement, ":revision", revision_of(revisions, side->claim->article));
        cld_db_bind_int(statement, ":claim", side->claim->number);
        cld_db_bind_int(statement, ":camp", side->camp);
        cld_db_bind_text(statement, ":highlights", highlights);
        cld_db_bind_text(statement, ":text", side->claim->text);
        cld_db_run(self->db, statement);
    }
}

static void
put_also(CldCollection *self, const CldFinding *finding, const GArray *revisions)
{
    for (guint i = 0; i < finding->also->len; i++) {
        const CldClaim *claim = g_ptr_array_index(finding->also, i);
        sqlite3_stmt *statement = cld_db_prepare(self->db, "put-also");
        cld_db_bind_text(statement, ":finding", finding->id);
        cld_db_bind_int(statement, ":number", i);
        cld_db_bind_int(statement, ":revision", revision_of(revisions, claim->article));
        cld_db_bind_int(statement, ":claim", claim->number);
        cld_db_run(self->db, statement);
    }
}

static void
put_missing(CldCollection *self, const CldFinding *finding, const GArray *revisions)
{
    for (guint i = 0; i < finding->missing_from->len; i++) {
        sqlite3_stmt *statement = cld_db_prepare(self->db, "put-missing");
        guint article = g_array_index(finding->missing_from, guint, i);
        cld_db_bind_text(statement, ":finding", finding->id);
        cld_db_bind_int(statement, ":revision", revision_of(revisions, article));
        cld_db_run(self->db, statement);
    }
}

static void
put_diff(CldCollection *self, const CldFinding *finding)
{
    for (guint i = 0; i < finding->diff->len; i++) {
        const CldDiffStep *step = g_ptr_array_index(finding->diff, i);
        const char op[] = {step->op, '\0'};
        sqlite3_stmt *statement = cld_db_prepare(self->db, "put-diff-step");
        cld_db_bind_text(statement, ":finding", finding->id);
        cld_db_bind_int(statement, ":number", i);
        cld_db_bind_text(statement, ":op", op);
        cld_db_bind_int(statement, ":is_marked", step->is_marked);
        cld_db_bind_text(statement, ":text", step->text);
        cld_db_run(self->db, statement);
    }
}

/* Returns: when the finding was found first: now, if it is not there */
static gint64
find_time_found(CldCollection *self, const char *id)
{
    gint64 found_unix = g_get_real_time() / G_USEC_PER_SEC;
    sqlite3_stmt *statement = cld_db_prepare(self->db, "find-finding");
    cld_db_bind_text(statement, ":id", id);
    if (cld_db_next(self->db, statement))
        found_unix = sqlite3_column_int64(statement, 0);
    if (statement != NULL)
        sqlite3_reset(statement);
    return found_unix;
}

static void
drop(CldCollection *self, const char *id)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "drop-finding");
    cld_db_bind_text(statement, ":id", id);
    cld_db_run(self->db, statement);
}

static void
put_row(CldCollection *self, const CldFinding *finding, gint64 found_unix)
{
    const CldTypeInfo *info = cld_type_get_info(finding->type);
    sqlite3_stmt *statement = cld_db_prepare(self->db, "put-finding");
    cld_db_bind_text(statement, ":id", finding->id);
    cld_db_bind_text(statement, ":kind", cld_kind_get_tag(info->kind));
    cld_db_bind_text(statement, ":type", info->tag);
    cld_db_bind_int(statement, ":found_unix", found_unix);
    cld_columns_bind(statement, cld_columns_of_finding.columns, cld_columns_of_finding.n_columns,
                     finding);
    if (finding->explanation == NULL)
        cld_db_bind_text(statement, ":explanation", "");
    cld_db_run(self->db, statement);
}

static void
put_hash(CldCollection *self, const char *id)
{
    g_autofree char *hash = cld_collection_hash_finding(self, id);
    sqlite3_stmt *statement = cld_db_prepare(self->db, "set-finding-hash");
    cld_db_bind_text(statement, ":id", id);
    cld_db_bind_text(statement, ":row_hash", hash);
    cld_db_run(self->db, statement);
}

static void
put_finding(CldCollection *self, const CldFinding *finding, const GArray *revisions)
{
    gint64 found_unix = find_time_found(self, finding->id);
    drop(self, finding->id);
    put_row(self, finding, found_unix);
    put_sides(self, finding, revisions);
    put_also(self, finding, revisions);
    put_missing(self, finding, revisions);
    put_diff(self, finding);
    put_hash(self, finding->id);
}

/**
 * cld_collection_put_findings:
 * @self: a collection in a sequence for writing
 * @report: whose findings are stored
 * @revisions: (element-type gint64): where each of the report's articles is
 *
 * Stores findings. One that is there already keeps the time at which it was found.
 */
void
cld_collection_put_findings(CldCollection *self, const CldReport *report, const GArray *revisions)
{
    for (guint i = 0; i < report->findings->len && !cld_db_has_failed(self->db); i++)
        put_finding(self, g_ptr_array_index(report->findings, i), revisions);
}

static GPtrArray *
list_ids(CldCollection *self, const char *name, gint64 revision)
{
    GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
    sqlite3_stmt *statement = cld_db_prepare(self->db, name);
    cld_db_bind_int(statement, ":revision", revision);
    while (cld_db_next(self->db, statement))
        g_ptr_array_add(ids, cld_db_dup_text(statement, 0));
    return ids;
}

/**
 * cld_collection_list_ids:
 * @self: a collection in a sequence
 * @revision: of an article, or 0
 *
 * Returns: (transfer full) (element-type utf8): ids of the findings that rest on the article, or of
 * all; ascending
 */
GPtrArray *
cld_collection_list_ids(CldCollection *self, gint64 revision)
{
    return list_ids(self, revision == 0 ? "list-ids" : "list-findings-of", revision);
}

/**
 * cld_collection_drop_findings:
 * @self: a collection in a sequence for writing
 * @revision: of an article
 * @with_rewrites: also what the article itself changed
 * @kept: (nullable) (element-type utf8): ids of findings that stay
 *
 * Forgets what rests on the revision. Decisions are not touched: they are not here.
 */
void
cld_collection_drop_findings(CldCollection *self,
                             gint64 revision,
                             gboolean with_rewrites,
                             GHashTable *kept)
{
    g_autoptr(GPtrArray) ids =
        list_ids(self, with_rewrites ? "list-findings-of" : "list-pairs-of", revision);
    for (guint i = 0; i < ids->len; i++)
        if (kept == NULL || !g_hash_table_contains(kept, g_ptr_array_index(ids, i)))
            drop(self, g_ptr_array_index(ids, i));
}

static void
append_line(char **joined, const char *line)
{
    char *longer = *joined == NULL ? g_strdup(line) : g_strconcat(*joined, "\n", line, NULL);
    g_free(*joined);
    *joined = longer;
}

static CldFindingRow *
row_new(CldCollection *self, sqlite3_stmt *statement, const char *id)
{
    CldFinding fields = {0};
    CldType type = 0;
    const char *kind = (const char *)sqlite3_column_text(statement, 1);
    const char *tag = (const char *)sqlite3_column_text(statement, 2);
    if (kind == NULL || tag == NULL || !cld_type_from_tags(kind, tag, &type) ||
        !cld_columns_read(statement, 3, cld_columns_of_finding.columns, 3, &fields))
        cld_db_fail(self->db, SQLITE_CORRUPT, "a finding");
    CldFindingRow *row = cld_finding_row_new(id, type);
    row->relation = fields.relation;
    row->severity = fields.severity;
    row->confidence = fields.confidence;
    row->found_unix = sqlite3_column_int64(statement, 6);
    return row;
}

/* As cld_finding_compare() orders findings. */
static gint
compare_rows(gconstpointer a, gconstpointer b)
{
    const CldFindingRow *x = *(CldFindingRow *const *)a;
    const CldFindingRow *y = *(CldFindingRow *const *)b;
    CldFinding p = {
        .id = x->id, .type = x->type, .severity = x->severity, .confidence = x->confidence};
    CldFinding q = {
        .id = y->id, .type = y->type, .severity = y->severity, .confidence = y->confidence};
    return cld_finding_compare(&p, &q);
}

/**
 * cld_collection_list_findings:
 * @self: a collection
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Returns: (transfer full) (nullable) (element-type CldFindingRow): all findings, in the order of
 * reports
 */
GPtrArray *
cld_collection_list_findings(CldCollection *self, GError **error)
{
    g_autoptr(GPtrArray) rows =
        g_ptr_array_new_with_free_func((GDestroyNotify)cld_finding_row_unref);
    CldFindingRow *row = NULL;
    sqlite3_stmt *statement = cld_db_prepare(self->db, "list-findings");
    while (cld_db_next(self->db, statement)) {
        const char *id = (const char *)sqlite3_column_text(statement, 0);
        if (row == NULL || g_strcmp0(row->id, id) != 0) {
            row = row_new(self, statement, id);
            g_ptr_array_add(rows, row);
        }
        append_line(&row->outlets, (const char *)sqlite3_column_text(statement, 7));
        append_line(&row->text, (const char *)sqlite3_column_text(statement, 8));
    }
    if (!cld_db_end(self->db, error))
        return NULL;
    g_ptr_array_sort(rows, compare_rows);
    return g_steal_pointer(&rows);
}
