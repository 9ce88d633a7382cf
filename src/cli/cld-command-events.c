/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-render-json.h"

#define SCHEMA "claimdiff-events-1"

static void
put_article(CldTerminalPage *page, const CldReport *report, guint index)
{
    const CldArticle *article = g_ptr_array_index(report->articles, index);
    gint original = g_array_index(report->copy_of, gint, index);
    g_autofree char *date = cld_when_dup_from(article->published);
    g_autofree char *place = g_strdup_printf("a%-4u %-16s  ", index + 1, date ? date : "no date");
    g_autofree char *copy =
        original >= 0 ? g_strdup_printf(" (same text as a%d)", original + 1) : NULL;
    cld_terminal_page_add(page, CLD_STYLE_FAINT, place);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, article->outlet ? article->outlet : "no outlet");
    cld_terminal_page_add(page, CLD_STYLE_FAINT, ", ");
    cld_terminal_page_add(page, CLD_STYLE_FAINT, article->source);
    cld_terminal_page_add(page, CLD_STYLE_CAUTION, copy);
    cld_terminal_page_end(page, 2, 8);
}

static void
put_heading(CldTerminalPage *page, const char *id, const char *title)
{
    cld_terminal_page_add(page, CLD_STYLE_HEADING, id);
    cld_terminal_page_add(page, CLD_STYLE_HEADING, "  ");
    cld_terminal_page_add(page, CLD_STYLE_HEADING, title);
    cld_terminal_page_end(page, 0, 4);
}

static void
put_event(CldTerminalPage *page, const CldReport *report, guint index)
{
    const CldEvent *event = g_ptr_array_index(report->events, index);
    g_autofree char *id = g_strdup_printf("e%u", index + 1);
    put_heading(page, id, event->title);
    for (guint i = 0; i < event->articles->len; i++)
        put_article(page, report, g_array_index(event->articles, guint, i));
    cld_terminal_page_blank(page);
}

static void
put_text(CldTerminalPage *page, const CldReport *report)
{
    gboolean has_heading = FALSE;
    for (guint i = 0; i < report->events->len; i++)
        put_event(page, report, i);
    for (guint i = 0; i < report->articles->len; i++) {
        if (g_array_index(report->event_of, gint, i) >= 0)
            continue;
        if (!has_heading)
            put_heading(page, "--", "Alone: no other article on the same event");
        has_heading = TRUE;
        put_article(page, report, i);
    }
}

static char *
dup_json(const CldReport *report, gsize *length_bytes)
{
    CldJsonWriter w = {.out = g_string_new(NULL), .is_pretty = TRUE};
    cld_json_open(&w, NULL, '{');
    cld_json_string(&w, "schema", SCHEMA);
    cld_json_put_events(&w, report);
    cld_json_put_articles(&w, report);
    cld_json_close(&w, '}');
    g_string_append_c(w.out, '\n');
    *length_bytes = w.out->len;
    return g_string_free(w.out, FALSE);
}

static CldExit
run_events(const CldCommand *self, CldSettings *settings, const char *const *paths)
{
    return cld_command_list_records(settings, paths, TRUE, put_text, dup_json);
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
