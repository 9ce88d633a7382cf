/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-private.h"

/* Problems that are told; a damaged file may have one for every row. */
#define MAX_PROBLEMS 100

static void
add_problem(GPtrArray *problems, char *problem)
{
    if (problems->len < MAX_PROBLEMS)
        g_ptr_array_add(problems, problem);
    else
        g_free(problem);
}

/* What SQLite itself sees: pages, indices, constraints. */
static void
check_file(CldCollection *self, GPtrArray *problems)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "check-file");
    while (cld_db_next(self->db, statement)) {
        g_autofree char *said = cld_db_dup_text(statement, 0);
        if (g_strcmp0(said, "ok") != 0)
            add_problem(problems, g_strdup_printf("the file: %s", said));
    }
    statement = cld_db_prepare(self->db, "check-references");
    while (cld_db_next(self->db, statement)) {
        g_autofree char *table = cld_db_dup_text(statement, 0);
        add_problem(problems, g_strdup_printf("a row of “%s” refers to nothing", table));
    }
}

/* The hash of the text, and that of all rows. */
static gboolean
is_sound_revision(CldCollection *self, sqlite3_stmt *statement)
{
    const char *text = (const char *)sqlite3_column_text(statement, 4);
    g_autofree char *text_hash =
        g_compute_checksum_for_string(G_CHECKSUM_SHA256, text != NULL ? text : "", -1);
    g_autofree char *row_hash =
        cld_collection_hash_revision(self, sqlite3_column_int64(statement, 0));
    return g_strcmp0(text_hash, (const char *)sqlite3_column_text(statement, 2)) == 0 &&
           g_strcmp0(row_hash, (const char *)sqlite3_column_text(statement, 3)) == 0;
}

static void
check_revisions(CldCollection *self, GPtrArray *problems)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "check-revisions");
    while (cld_db_next(self->db, statement)) {
        if (is_sound_revision(self, statement))
            continue;
        g_autofree char *source = cld_db_dup_text(statement, 1);
        add_problem(problems, g_strdup_printf("the article %s is not what its hash says", source));
    }
}

static void
check_findings(CldCollection *self, GPtrArray *problems)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "check-findings");
    while (cld_db_next(self->db, statement)) {
        const char *id = (const char *)sqlite3_column_text(statement, 0);
        g_autofree char *hash = cld_collection_hash_finding(self, id);
        if (g_strcmp0(hash, (const char *)sqlite3_column_text(statement, 1)) != 0)
            add_problem(problems, g_strdup_printf("the finding %s is not what its hash says", id));
    }
}

static void
check_vectors(CldCollection *self, GPtrArray *problems)
{
    if (!cld_collection_has_vectors(self))
        return;
    sqlite3_stmt *statement = cld_db_prepare(self->db, "check-vectors");
    while (cld_db_next(self->db, statement)) {
        if (cld_collection_is_sound_vector(statement))
            continue;
        g_autofree char *text_hash = cld_db_dup_text(statement, 2);
        add_problem(problems,
                    g_strdup_printf("the vector of %s is not what its hash says", text_hash));
    }
}

/**
 * cld_collection_check:
 * @self: a collection
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Looks at every page, row and hash.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each problem, a bounded
 * number; %NULL if the file could not be read
 */
GPtrArray *
cld_collection_check(CldCollection *self, GError **error)
{
    g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) failure = NULL;
    cld_db_begin_reading(self->db);
    check_file(self, problems);
    check_revisions(self, problems);
    check_findings(self, problems);
    check_vectors(self, problems);
    if (cld_db_end(self->db, &failure))
        return g_steal_pointer(&problems);
    if (!g_error_matches(failure, CLD_COLLECTION_ERROR, CLD_COLLECTION_ERROR_DAMAGED)) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return NULL;
    }
    add_problem(problems, g_strdup(failure->message));
    return g_steal_pointer(&problems);
}
