/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-report-output.h"

static gboolean
is_met(const CldReport *report, const CldFailOn *rule)
{
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        gint kind = (gint)cld_type_get_info(finding->type)->kind;
        if ((rule->kind < 0 || rule->kind == kind) && finding->severity >= rule->severity)
            return TRUE;
    }
    return FALSE;
}

static CldExit
judge(const CldReport *report, const CldSettings *settings)
{
    for (guint i = 0; i < settings->fail_on->len; i++) {
        if (is_met(report, &g_array_index(settings->fail_on, CldFailOn, i)))
            return CLD_EXIT_FOUND;
    }
    return CLD_EXIT_OK;
}

static CldExit
run_compare(const CldCommand *self, CldSettings *settings, const char *const *paths)
{
    if (!cld_report_output_check(settings, self->name))
        return CLD_EXIT_TROUBLE;
    g_autoptr(CldReport) report = cld_command_read(settings, paths, TRUE);
    if (report == NULL)
        return CLD_EXIT_TROUBLE;
    cld_command_tell_inputs(report, settings);
    CldExit found = judge(report, settings);
    gboolean is_written =
        cld_report_output_write(report, settings, cld_command_get_status(report, settings, found));
    CldExit status = cld_command_end(report, settings, found);
    return is_written ? status : CLD_EXIT_TROUBLE;
}

const CldCommand cld_command_compare = {
    .name = "compare",
    .arguments = "[FILE|DIR|-]…",
    .summary = "Compare articles and report where they contradict each other",
    .details =
        "Examples:\n"
        "  claimdiff compare herald.txt post.html\n"
        "  claimdiff compare --output html=report.html articles/\n"
        "  claimdiff compare --format json articles/ > report.json\n"
        "  claimdiff compare --fail-on contradiction:high articles/ || echo look at this\n"
        "\n"
        "Files are plain text, HTML, RSS, Atom, ninjs or schema.org JSON; - is standard input.\n"
        "Exit status: 0 done, 1 a finding that --fail-on names, 2 usage, input or output trouble.\n"
        "Every setting may also stand in .claimdiff.ini, group [claimdiff] (jobs=2), or in the\n"
        "environment (CLAIMDIFF_JOBS=2); group [outlets] names outlets (herald.example=The "
        "Herald).",
    .dup_more = cld_report_output_dup_formats,
    .set = CLD_FOR_COMPARE,
    .min_arguments = 1,
    .run = run_compare,
};
