/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-report-output.h"
#include "cld-message.h"
#include "cld-render.h"
#include "cld-terminal.h"

#define DEFAULT_FORMAT "terminal"

static gboolean
is_stdout_name(const char *target)
{
    return g_str_equal(target, "-") || g_str_equal(target, "/dev/stdout");
}

static gboolean
is_format(const char *name, const char *command)
{
    if (cld_render_get_format(name) != NULL)
        return TRUE;
    cld_message("there is no format “%s”", name);
    cld_message("try: claimdiff %s --help", command);
    return FALSE;
}

static const char *
get_format_name(const CldSettings *settings)
{
    return settings->format != NULL ? settings->format : DEFAULT_FORMAT;
}

/**
 * cld_report_output_check:
 * @settings: settings of the run
 * @command: the command's name
 *
 * To be asked before anything is read: a wrong word must not cost the user the run.
 *
 * Returns: %FALSE after telling which form there is none of
 */
gboolean
cld_report_output_check(const CldSettings *settings, const char *command)
{
    if (!is_format(get_format_name(settings), command))
        return FALSE;
    for (guint i = 0; i < settings->outputs->len; i++) {
        const CldOutputTarget *output = g_ptr_array_index(settings->outputs, i);
        if (!is_format(output->format, command))
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

/**
 * cld_report_output_write:
 * @report: the report
 * @settings: settings of the run: where to, in which forms
 * @status: how the program is about to end
 *
 * Writes every output and standard output; each is tried, so that one full disk does not cost the
 * others.
 *
 * Returns: %FALSE after telling what could not be written
 */
gboolean
cld_report_output_write(const CldReport *report, const CldSettings *settings, CldExit status)
{
    gboolean is_written = TRUE;
    for (guint i = 0; i < settings->outputs->len; i++) {
        const CldOutputTarget *output = g_ptr_array_index(settings->outputs, i);
        is_written &= write_report(report, settings, status, output->format, output->target);
    }
    is_written &= write_report(report, settings, status, get_format_name(settings), "-");
    return is_written;
}

/* Returns: (transfer full): the list of forms, for --help */
char *
cld_report_output_dup_formats(void)
{
    guint n = 0;
    const CldRenderFormat *formats = cld_render_list_formats(&n);
    GString *out = g_string_new("Formats:\n");
    for (guint i = 0; i < n; i++)
        g_string_append_printf(out, "  %-10s %s\n", formats[i].name, formats[i].summary);
    return g_string_free(out, FALSE);
}
