/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-message.h"
#include "cld-render.h"
#include "cld-terminal.h"
#include <string.h>

#define DEFAULT_FORMAT "terminal"

static gboolean
is_stdout_name(const char *target)
{
    return g_str_equal(target, "-") || g_str_equal(target, "/dev/stdout");
}

static const CldRenderFormat *
get_format(const char *name)
{
    const CldRenderFormat *format = cld_render_get_format(name);
    if (format == NULL) {
        cld_message("there is no format “%s”", name);
        cld_message("try: claimdiff compare --help");
    }
    return format;
}

static const char *
get_format_name(const CldSettings *settings)
{
    return settings->format != NULL ? settings->format : DEFAULT_FORMAT;
}

/* Before anything is read: a wrong word must not cost the user the run. */
static gboolean
check_formats(const CldSettings *settings)
{
    if (get_format(get_format_name(settings)) == NULL)
        return FALSE;
    for (guint i = 0; i < settings->outputs->len; i++) {
        const CldOutputTarget *output = g_ptr_array_index(settings->outputs, i);
        if (get_format(output->format) == NULL)
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_report(const CldReport *report,
             const CldSettings *settings,
             CldExit status,
             const char *format_name,
             const char *target)
{
    const CldRenderFormat *format = cld_render_get_format(format_name);
    gboolean is_stdout = is_stdout_name(target);
    CldRenderOptions options = {
        .use_color = cld_terminal_use_color(settings, is_stdout),
        .width = cld_terminal_get_width(settings, is_stdout),
        .is_quiet = settings->is_quiet,
        .exit_status = status,
    };
    gsize length = 0;
    g_autofree char *bytes = format->render(report, &options, &length);
    return cld_command_write(target, bytes, length);
}

/* Every output is tried, so that one full disk does not cost the others. */
static gboolean
write_all(const CldReport *report, const CldSettings *settings, CldExit status)
{
    gboolean is_written = TRUE;
    for (guint i = 0; i < settings->outputs->len; i++) {
        const CldOutputTarget *output = g_ptr_array_index(settings->outputs, i);
        is_written &= write_report(report, settings, status, output->format, output->target);
    }
    is_written &= write_report(report, settings, status, get_format_name(settings), "-");
    return is_written;
}

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
    if (!check_formats(settings))
        return CLD_EXIT_TROUBLE;
    g_autoptr(CldReport) report = cld_command_read(settings, paths, TRUE);
    if (report == NULL)
        return CLD_EXIT_TROUBLE;
    cld_command_tell_inputs(report, settings);
    CldExit found = judge(report, settings);
    gboolean is_written =
        write_all(report, settings, cld_command_get_status(report, settings, found));
    CldExit status = cld_command_end(report, settings, found);
    return is_written ? status : CLD_EXIT_TROUBLE;
}

static char *
dup_formats(void)
{
    guint n = 0;
    const CldRenderFormat *formats = cld_render_list_formats(&n);
    GString *out = g_string_new("Formats:\n");
    for (guint i = 0; i < n; i++)
        g_string_append_printf(out, "  %-10s %s\n", formats[i].name, formats[i].summary);
    return g_string_free(out, FALSE);
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
    .dup_more = dup_formats,
    .set = CLD_FOR_COMPARE,
    .min_arguments = 1,
    .run = run_compare,
};
