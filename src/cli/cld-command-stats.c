/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-decisions-place.h"
#include "cld-json-writer.h"
#include "cld-message.h"
#include "cld-stats.h"
#include <string.h>

#define HEADING                                                                                    \
    "detector                    confirmed  dismissed  false positive  deferred  false-positive "  \
    "rate\n"

static void
append_rate(GString *out, const CldStatsRow *row)
{
    if (row->n_judged == 0) {
        g_string_append(out, "-\n");
        return;
    }
    g_string_append_printf(out, "%d %% (%u of %u; %d to %d %%)\n", (int)(row->rate * 100 + 0.5),
                           row->counts[CLD_VERDICT_FALSE_POSITIVE], row->n_judged,
                           (int)(row->low * 100 + 0.5), (int)(row->high * 100 + 0.5));
}

static char *
dup_table(const GArray *rows)
{
    GString *out = g_string_new(HEADING);
    for (guint i = 0; i < rows->len; i++) {
        const CldStatsRow *row = &g_array_index(rows, CldStatsRow, i);
        g_string_append_printf(
            out, "%-27s %9u  %9u  %14u  %8u  ", row->detector, row->counts[CLD_VERDICT_CONFIRMED],
            row->counts[CLD_VERDICT_DISMISSED], row->counts[CLD_VERDICT_FALSE_POSITIVE],
            row->counts[CLD_VERDICT_DEFERRED]);
        append_rate(out, row);
    }
    return g_string_free(out, FALSE);
}

static void
put_row(CldJsonWriter *w, const CldStatsRow *row)
{
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "detector", row->detector);
    for (guint verdict = 0; verdict < CLD_N_VERDICTS; verdict++)
        cld_json_integer(w, cld_verdict_get_tag((CldVerdict)verdict), row->counts[verdict]);
    cld_json_integer(w, "judged", row->n_judged);
    if (row->n_judged > 0)
        cld_json_decimal(w, "false_positive_rate", row->rate, 4);
    else
        cld_json_null(w, "false_positive_rate");
    cld_json_decimal(w, "low", row->low, 4);
    cld_json_decimal(w, "high", row->high, 4);
    cld_json_close(w, '}');
}

static char *
dup_json(const char *path, const GArray *rows)
{
    CldJsonWriter w = {.out = g_string_new(NULL), .is_pretty = TRUE};
    cld_json_open(&w, NULL, '{');
    cld_json_string(&w, "schema", "claimdiff-stats-1");
    cld_json_string(&w, "decisions", path);
    cld_json_open(&w, "detectors", '[');
    for (guint i = 0; i < rows->len; i++)
        put_row(&w, &g_array_index(rows, CldStatsRow, i));
    cld_json_close(&w, ']');
    cld_json_close(&w, '}');
    g_string_append_c(w.out, '\n');
    return g_string_free(w.out, FALSE);
}

static CldExit
fail(const GError *error, const GPtrArray *problems)
{
    for (guint i = 0; problems != NULL && i < problems->len; i++)
        cld_message("%s", (const char *)g_ptr_array_index(problems, i));
    cld_message("%s", error->message);
    return CLD_EXIT_TROUBLE;
}

static CldExit
print(const char *text)
{
    return cld_command_write("-", text, strlen(text)) ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

/* The confidences are those of the findings, so a report or the collection is needed too. */
static CldExit
print_proposal(const CldSettings *settings)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) problems = NULL;
    CldReviewsOptions options = {.report = settings->report, .decisions = settings->decisions};
    g_autoptr(CldReviews) reviews = cld_reviews_open(&options, &problems, &error);
    if (reviews == NULL)
        return fail(error, problems);
    g_autofree char *text = cld_stats_dup_proposal(reviews, cld_reviews_get_model(reviews));
    return print(text);
}

static CldExit
run_stats(const CldCommand *self, CldSettings *settings, const char *const *unused)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) problems = NULL;
    if (settings->is_fit)
        return print_proposal(settings);
    g_autofree char *path = cld_decisions_dup_path(settings->decisions, NULL);
    g_autoptr(GArray) rows = cld_stats_load(path, &problems, &error);
    if (rows == NULL)
        return fail(error, problems);
    g_autofree char *text = settings->is_json ? dup_json(path, rows) : dup_table(rows);
    return print(text);
}

const CldCommand cld_command_stats = {
    .name = "stats",
    .arguments = "",
    .summary = "Tell how often each detector was right, by your decisions",
    .details =
        "Counts the decisions by detector and prints the rate of false positives, with the\n"
        "range that it is in with 95 % certainty. “Dismissed” counts as right: true, but nobody\n"
        "will act on it. Deferred and reopened ones do not count.\n"
        "\n"
        "--fit prints thresholds and weights that agree better with the decisions, in the form\n"
        "of data/en/weights.txt and with how they were computed. It changes nothing. It needs\n"
        "the findings too: the collection, or --report.\n"
        "\n"
        "Examples:\n"
        "  claimdiff stats\n"
        "  claimdiff stats --fit --report r.json\n",
    .set = CLD_FOR_STATS,
    .run = run_stats,
};
