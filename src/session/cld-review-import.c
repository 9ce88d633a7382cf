/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-review-import.h"
#include "cld-decisions-place.h"
#include "cld-decisions.h"
#include <string.h>

static gboolean
is_same(const CldDecision *a, const CldDecision *b)
{
    return a->verdict == b->verdict && g_str_equal(a->at, b->at) &&
           g_strcmp0(a->reason, b->reason) == 0 && g_strcmp0(a->by, b->by) == 0 &&
           g_strcmp0(a->expires, b->expires) == 0;
}

static gboolean
is_in_history(const CldDecision *decision, const CldDecision *current)
{
    for (guint i = 0; i < current->history->len; i++) {
        const CldPastDecision *past = g_ptr_array_index(current->history, i);
        if (past->verdict == decision->verdict && g_str_equal(past->at, decision->at) &&
            g_strcmp0(past->by, decision->by) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Dates of this form are in order when their bytes are. */
static gboolean
take(const CldDecision *decision, const CldDecision *current, CldImported *imported)
{
    if (current != NULL && (is_same(decision, current) || is_in_history(decision, current))) {
        imported->n_same++;
        return FALSE;
    }
    if (current != NULL && strcmp(decision->at, current->at) < 0) {
        imported->n_older++;
        return FALSE;
    }
    imported->n_taken++;
    return TRUE;
}

static CldDecisions *
open_file(const char *path, GPtrArray **problems, GError **error)
{
    g_autoptr(GPtrArray) found = NULL;
    CldDecisions *decisions = cld_decisions_open(path, &found, error);
    if (found != NULL && problems != NULL)
        *problems = cld_decisions_print_problems(path, found);
    return decisions;
}

/**
 * cld_review_import:
 * @decisions_path: the decisions file
 * @path: a file of the same form, as a report's page gives it for download
 * @imported: (out): what was done
 * @problems: (out) (optional) (nullable) (element-type utf8): "FILE:LINE: what is wrong"
 * @error: return location, or %NULL
 *
 * Takes over what @path decides, all or nothing. Of two decisions on one finding the later one
 * stands; a second import of the same file changes nothing.
 *
 * Returns: %FALSE if one of the files cannot be used, or nothing was saved
 */
gboolean
cld_review_import(const char *decisions_path,
                  const char *path,
                  CldImported *imported,
                  GPtrArray **problems,
                  GError **error)
{
    *imported = (CldImported){0, 0, 0};
    if (problems != NULL)
        *problems = NULL;
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s: there is no such file", path);
        return FALSE;
    }
    g_autoptr(CldDecisions) theirs = open_file(path, problems, error);
    g_autoptr(CldDecisions) ours =
        theirs == NULL ? NULL : open_file(decisions_path, problems, error);
    if (ours == NULL)
        return FALSE;
    g_autoptr(GPtrArray) all = cld_decisions_get_all(theirs);
    g_autoptr(GPtrArray) taken = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++) {
        CldDecision *decision = g_ptr_array_index(all, i);
        if (take(decision, cld_decisions_find(ours, decision->target->fingerprint), imported))
            g_ptr_array_add(taken, decision);
    }
    return cld_decisions_decide(ours, taken, error);
}
