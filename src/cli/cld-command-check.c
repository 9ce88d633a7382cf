/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-check-run.h"
#include "cld-message.h"
#include "cld-project-command.h"
#include "cld-report-output.h"
#include <glib-object.h>

/* What a check fails for when nobody says. */
static const CldFailOn default_fail_on = {CLD_KIND_CONTRADICTION, CLD_SEVERITY_LOW};

static gboolean
is_usage_right(const CldCommand *self, const CldSettings *settings)
{
    if (!settings->updates_baseline || settings->baseline != NULL)
        return cld_report_output_check(settings, self->name);
    cld_message("--update-baseline needs --baseline=FILE");
    return FALSE;
}

/* Files can be checked without a collection: then against each other. */
static gboolean
open_project(const char *const *paths, CldProject **project)
{
    *project = paths[0] == NULL || cld_project_is_near(".") ? cld_project_command_open()
                                                            : cld_project_new_empty(".");
    return *project != NULL;
}

/* The counts stand in every form of report; this line stands beside them all. */
static void
tell_counts(const CldReport *report, const CldSettings *settings)
{
    const CldCheck *check = report->check;
    guint n_dismissed = 0;
    for (guint i = 0; i < check->findings->len; i++)
        n_dismissed += cld_checked_is_dismissed(g_ptr_array_index(check->findings, i));
    for (guint i = 0; i < check->unused->len; i++)
        cld_message("%s", (const char *)g_ptr_array_index(check->unused, i));
    if (settings->is_quiet)
        return;
    cld_message("%u new, %u decided on other texts, %u decided (%u of them dismissed), %u in the "
                "baseline; %u new articles, %u near them",
                cld_check_count(check, CLD_CHECKED_NEW), cld_check_count(check, CLD_CHECKED_STALE),
                cld_check_count(check, CLD_CHECKED_DECIDED), n_dismissed,
                cld_check_count(check, CLD_CHECKED_BASELINE), check->n_new_articles,
                check->n_compared_articles);
    if (check->n_open > 0)
        cld_message("still open from earlier checks: %u (claimdiff review)", check->n_open);
}

/* Only what was printed whole has been passed. */
static CldExit
finish(CldCheckRun *run, CldProject *project, const CldSettings *settings)
{
    g_autoptr(GError) error = NULL;
    CldExit found = run->is_failing ? CLD_EXIT_FOUND : CLD_EXIT_OK;
    cld_command_tell_inputs(run->report, settings);
    CldExit status = cld_command_get_status(run->report, settings, found);
    gboolean is_written = cld_report_output_write(run->report, settings, status);
    tell_counts(run->report, settings);
    if (run->revisions->len > 0 && cld_project_is_read_only(project))
        cld_message("the collection may only be read: nothing of this check was kept, and the next "
                    "one is made of the same articles");
    status = cld_command_end(run->report, settings, found);
    if (run->n_unread_before > 0)
        cld_message("what could not be read is told until it is; to do without it: claimdiff add "
                    "--forget FILE");
    if (!is_written)
        return CLD_EXIT_TROUBLE;
    if (status != CLD_EXIT_OK || cld_check_run_pass(run, project, &error))
        return status;
    cld_message("%s", error->message);
    return CLD_EXIT_TROUBLE;
}

static CldCheckRun *
check(CldProject *project, CldSettings *settings, const char *const *paths)
{
    g_autoptr(GError) error = NULL;
    struct _CldModel *model = NULL;
    if (!cld_command_open_model(settings, &model))
        return NULL;
    CldSessionOptions session = cld_command_make_options(settings, model);
    CldCheckOptions options = {
        .session = &session,
        .paths = paths[0] != NULL ? paths : NULL,
        .decisions = settings->decisions,
        .baseline = settings->baseline,
        .updates_baseline = settings->updates_baseline,
        .reports_unused = settings->reports_unused,
        .fail_on = settings->fail_on,
    };
    if (settings->fail_on->len == 0)
        g_array_append_val(settings->fail_on, default_fail_on);
    CldCheckRun *run = cld_check_run_new(project, &options, &error);
    cld_message_end_progress();
    g_clear_object(&model);
    if (run == NULL)
        cld_message("%s", error->message);
    return run;
}

static CldExit
run_check(const CldCommand *self, CldSettings *settings, const char *const *paths)
{
    g_autoptr(CldProject) project = NULL;
    if (!is_usage_right(self, settings) || !open_project(paths, &project))
        return CLD_EXIT_TROUBLE;
    g_autoptr(CldCheckRun) run = check(project, settings, paths);
    return run == NULL ? CLD_EXIT_TROUBLE : finish(run, project, settings);
}

const CldCommand cld_command_check = {
    .name = "check",
    .arguments = "[FILE|DIR|-]…",
    .summary = "Report what new sources contradict, and only that",
    .details =
        "Examples:\n"
        "  claimdiff check\n"
        "  claimdiff check --fail-on contradiction:high --output sarif=check.sarif\n"
        "  claimdiff check --baseline claimdiff.baseline --update-baseline\n"
        "  claimdiff check new/article.html\n"
        "\n"
        "Compares what was added since the last check that passed with the articles of the\n"
        "collection that are about the same things; files that are named are compared in the same\n"
        "way, and not added. Findings that somebody has decided (claimdiff review) or that stand "
        "in\n"
        "the baseline are not new. A check that does not pass is made again the next time.\n"
        "Exit status: 0 nothing new, 1 new findings that --fail-on names (if it is not given: any\n"
        "contradiction), 2 usage, input or output trouble, also when an input could not be read,\n"
        "be it when it was added.",
    .dup_more = cld_report_output_dup_formats,
    .set = CLD_FOR_CHECK,
    .run = run_check,
};
