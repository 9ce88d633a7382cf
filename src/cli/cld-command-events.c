/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-escape.h"
#include "cld-message.h"
#include <string.h>

static void
append_article(GString *out, const CldReport *report, guint index)
{
    const CldArticle *article = g_ptr_array_index(report->articles, index);
    gint original = g_array_index(report->copy_of, gint, index);
    g_autofree char *date = cld_when_dup_from(article->published);
    g_autofree char *outlet = cld_escape_dup(article->outlet != NULL ? article->outlet : "?");
    g_autofree char *source = cld_escape_dup(article->source);
    g_string_append_printf(out, "  a%-4u %-16s  %s  %s", index + 1, date != NULL ? date : "no date",
                           outlet, source);
    if (original >= 0)
        g_string_append_printf(out, "  (same text as a%d)", original + 1);
    g_string_append_c(out, '\n');
}

static void
append_event(GString *out, const CldReport *report, guint index)
{
    const CldEvent *event = g_ptr_array_index(report->events, index);
    g_autofree char *from = cld_when_dup_from(cld_when_whole_day(event->from));
    g_autofree char *to = cld_when_dup_to(cld_when_whole_day(event->to));
    g_autofree char *title = cld_escape_dup(event->title != NULL ? event->title : "");
    g_string_append_printf(out, "e%u  %s\n", index + 1, title);
    if (from != NULL && to != NULL)
        g_string_append_printf(out, "  %s to %s\n", from, to);
    for (guint i = 0; i < event->articles->len; i++)
        append_article(out, report, g_array_index(event->articles, guint, i));
    g_string_append_c(out, '\n');
}

static char *
dup_text(const CldReport *report)
{
    GString *out = g_string_new(NULL);
    gboolean has_title = FALSE;
    for (guint i = 0; i < report->events->len; i++)
        append_event(out, report, i);
    for (guint i = 0; i < report->articles->len; i++) {
        if (g_array_index(report->event_of, gint, i) >= 0)
            continue;
        if (!has_title)
            g_string_append(out, "Alone\n");
        has_title = TRUE;
        append_article(out, report, i);
    }
    return g_string_free(out, FALSE);
}

static CldExit
run_events(const CldCommand *self, CldSettings *settings, const char *const *paths)
{
    if (settings->format != NULL && !g_str_equal(settings->format, "terminal")) {
        cld_message("there is no format “%s” here: terminal or json", settings->format);
        return CLD_EXIT_TROUBLE;
    }
    g_autoptr(CldReport) report = cld_command_read(settings, paths, TRUE);
    if (report == NULL)
        return CLD_EXIT_TROUBLE;
    cld_command_tell_inputs(report, settings);
    g_autofree char *text = dup_text(report);
    gboolean is_written = cld_command_write("-", text, strlen(text));
    CldExit status = cld_command_end(report, settings, CLD_EXIT_OK);
    return is_written ? status : CLD_EXIT_TROUBLE;
}

const CldCommand cld_command_events = {
    .name = "events",
    .arguments = "[FILE|DIR|-]…",
    .summary = "Print which articles report one event",
    .details = "Examples:\n"
               "  claimdiff events articles/\n"
               "  claimdiff events --format json articles/\n"
               "\n"
               "Articles of one event are compared with each other, others are not.\n"
               "Exit status: 0 done, 2 usage, input or output trouble.",
    .set = CLD_FOR_EVENTS,
    .min_arguments = 1,
    .run = run_events,
};
