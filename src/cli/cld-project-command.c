/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-project-command.h"
#include "cld-encode.h"
#include "cld-message.h"
#include <string.h>

/* Rewritten sentences of one article that are printed; the rest is counted. */
#define MAX_REWRITES_TOLD 10

/* Returns: (transfer full) (nullable): the project of this folder; %NULL after telling why not */
CldProject *
cld_project_command_open(void)
{
    g_autoptr(GError) error = NULL;
    CldProject *project = cld_project_open(".", &error);
    if (project == NULL)
        cld_message("%s", error->message);
    return project;
}

static void
put_line(GString *out, const char *mark, const char *text)
{
    g_string_append(out, mark);
    cld_encode_terminal(out, text, -1);
    g_string_append_c(out, '\n');
}

static void
put_rewrite(GString *out, const CldFinding *finding)
{
    const CldSide *before = g_ptr_array_index(finding->sides, 0);
    const CldSide *after = g_ptr_array_index(finding->sides, 1);
    put_line(out, "    - ", before->claim->text);
    put_line(out, "    + ", after->claim->text);
}

static void
put_rewrites(GString *out, const CldIntakeRow *row)
{
    guint n = row->findings->len;
    g_string_append_printf(out, "    %u rewritten, %u taken out, %u new sentences\n",
                           row->rewrites.n_rewritten, row->rewrites.n_removed,
                           row->rewrites.n_added);
    for (guint i = 0; i < MIN(n, MAX_REWRITES_TOLD); i++)
        put_rewrite(out, g_ptr_array_index(row->findings, i));
    if (n > MAX_REWRITES_TOLD)
        g_string_append_printf(out, "    and %u more\n", n - MAX_REWRITES_TOLD);
}

static void
put_row(GString *out, const CldReport *report, const CldIntakeRow *row)
{
    const CldArticle *article = g_ptr_array_index(report->articles, row->article);
    g_string_append_printf(out, "%-9s ", cld_stored_get_tag(row->stored));
    put_line(out, "", article->source);
    if (row->findings != NULL)
        put_rewrites(out, row);
}

static void
put_counts(GString *out, const CldIntake *intake)
{
    for (gint i = 0; i < CLD_N_STORED; i++)
        g_string_append_printf(out, "%s%u %s", i > 0 ? ", " : "",
                               cld_intake_count(intake, (CldStored)i),
                               cld_stored_get_tag((CldStored)i));
    guint n_unread = cld_session_count_unread(intake->report);
    if (n_unread > 0)
        g_string_append_printf(out, ", %u not read", n_unread);
    g_string_append_c(out, '\n');
}

/**
 * cld_project_command_tell_intake:
 * @intake: what was read into the collection
 * @settings: settings of the run
 *
 * Prints what became of each article, and counts; with --quiet only the counts.
 *
 * Returns: how the program ends
 */
CldExit
cld_project_command_tell_intake(const CldIntake *intake, const CldSettings *settings)
{
    GString *out = g_string_new(NULL);
    cld_command_tell_inputs(intake->report, settings);
    for (guint i = 0; !settings->is_quiet && i < intake->rows->len; i++)
        put_row(out, intake->report, g_ptr_array_index(intake->rows, i));
    put_counts(out, intake);
    gboolean is_written = cld_command_write("-", out->str, out->len);
    g_string_free(out, TRUE);
    CldExit status = cld_command_end(intake->report, settings, CLD_EXIT_OK);
    return is_written ? status : CLD_EXIT_TROUBLE;
}
