/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-stats.h"
#include "cld-decisions-place.h"
#include "cld-decisions.h"
#include <math.h>
#include <string.h>

/* 97.5 % quantile of the normal distribution: 95 % lie between its two sides. */
#define Z_95 1.959964

static void
row_clear(CldStatsRow *self)
{
    g_free(self->detector);
}

static gint
compare_rows(gconstpointer a, gconstpointer b)
{
    return strcmp(((const CldStatsRow *)a)->detector, ((const CldStatsRow *)b)->detector);
}

static void
count(GArray *rows, const char *detector, CldVerdict verdict)
{
    for (guint i = 0; i < rows->len; i++) {
        CldStatsRow *row = &g_array_index(rows, CldStatsRow, i);
        if (g_str_equal(row->detector, detector)) {
            row->counts[verdict]++;
            return;
        }
    }
    CldStatsRow row = {.detector = g_strdup(detector)};
    row.counts[verdict] = 1;
    g_array_append_val(rows, row);
}

/* The interval of Wilson (1927), which holds for few decisions and for rates near 0 and 1. */
static void
finish(CldStatsRow *row)
{
    guint wrong = row->counts[CLD_VERDICT_FALSE_POSITIVE];
    row->n_judged = wrong + row->counts[CLD_VERDICT_CONFIRMED] + row->counts[CLD_VERDICT_DISMISSED];
    row->low = 0.0;
    row->high = 1.0;
    if (row->n_judged == 0)
        return;
    double n = row->n_judged, p = wrong / n, z = Z_95;
    double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    row->rate = p;
    row->low = MAX(0.0, middle - half);
    row->high = MIN(1.0, middle + half);
}

/**
 * cld_stats_count:
 * @decisions: (element-type CldDecision): decisions
 *
 * Counts them by detector. "Dismissed" says that the program was right, only that nobody will act.
 *
 * Returns: (transfer full) (element-type CldStatsRow): by detector, with the sum of all at the end
 */
GArray *
cld_stats_count(const GPtrArray *decisions)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(CldStatsRow));
    g_array_set_clear_func(rows, (GDestroyNotify)row_clear);
    CldStatsRow all = {.detector = g_strdup("all")};
    for (guint i = 0; i < decisions->len; i++) {
        const CldDecision *decision = g_ptr_array_index(decisions, i);
        g_autofree char *detector =
            g_strconcat(decision->target->kind, "/", decision->target->type, NULL);
        count(rows, detector, decision->verdict);
        all.counts[decision->verdict]++;
    }
    g_array_sort(rows, compare_rows);
    g_array_append_val(rows, all);
    for (guint i = 0; i < rows->len; i++)
        finish(&g_array_index(rows, CldStatsRow, i));
    return rows;
}

/**
 * cld_stats_load:
 * @decisions_path: the decisions file
 * @problems: (out) (optional) (nullable) (element-type utf8): "FILE:LINE: what is wrong"
 * @error: return location for a #CldDecisionsError, or %NULL
 *
 * Returns: (transfer full) (nullable) (element-type CldStatsRow): as cld_stats_count()
 */
GArray *
cld_stats_load(const char *decisions_path, GPtrArray **problems, GError **error)
{
    g_autoptr(GPtrArray) found = NULL;
    g_autoptr(CldDecisions) decisions = cld_decisions_open(decisions_path, &found, error);
    if (problems != NULL)
        *problems = found == NULL ? NULL : cld_decisions_print_problems(decisions_path, found);
    if (decisions == NULL)
        return NULL;
    g_autoptr(GPtrArray) all = cld_decisions_get_all(decisions);
    return cld_stats_count(all);
}
