/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-engine.h"
#include "cld-agreement.h"
#include "cld-altered.h"
#include "cld-ask.h"
#include "cld-event.h"
#include "cld-findings.h"
#include "cld-frame.h"
#include "cld-omission.h"
#include "cld-order.h"
#include "cld-pair.h"
#include "cld-view.h"
#include "cld-wording.h"

static void
ensure_columns(CldReport *report)
{
    gint none = -1;
    while (report->copy_of->len < report->articles->len)
        g_array_append_val(report->copy_of, none);
    while (report->event_of->len < report->articles->len)
        g_array_append_val(report->event_of, none);
}

static void
say_what_was_not_read(CldReport *report, const CldStory *story, const CldEngineOptions *options)
{
    if (!cld_ask_is_too_much(story, options))
        return;
    const CldEvent *event = g_ptr_array_index(report->events, story->event);
    for (guint i = 0; i < event->articles->len; i++) {
        guint index = g_array_index(event->articles, guint, i);
        const CldArticle *article = g_ptr_array_index(report->articles, index);
        cld_report_add_not_compared(report, (gint)index, article->source,
                                    "an event of more than " G_STRINGIFY(
                                        CLD_MAX_READ_SENTENCES) " sentences: compared by rules "
                                                                "alone, not read by the model");
    }
}

static gboolean
compare_event(CldReport *report, gint event, const CldEngineOptions *options, GError **error)
{
    g_autoptr(CldStory) story = cld_story_new(report, event);
    g_autoptr(GPtrArray) pairs = cld_ask_pairs(story, options, error);
    if (pairs == NULL)
        return FALSE;
    say_what_was_not_read(report, story, options);
    cld_findings_from_pairs(report, pairs, options);
    cld_altered_find(report, story);
    cld_wording_from_pairs(report, story, pairs);
    cld_agreements_from_pairs(report, story, pairs);
    cld_framing_find(report, story, pairs);
    cld_omissions_find(report, story, pairs);
    return TRUE;
}

static void
say_what_was_not_compared(CldReport *report)
{
    for (guint i = 0; i < report->articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(report->articles, i);
        gint event = g_array_index(report->event_of, gint, i);
        const CldEvent *group = event < 0 ? NULL : g_ptr_array_index(report->events, event);
        if (group == NULL || group->articles->len < 2)
            cld_report_add_not_compared(report, (gint)i, article->source,
                                        "no other article on the same event");
        if (!cld_when_is_known(article->published))
            cld_report_add_not_compared(
                report, (gint)i, article->source,
                "no publication date: not compared for updates, only for contradictions that do "
                "not depend on the date");
        if (article->outlet == NULL)
            cld_report_add_not_compared(report, (gint)i, article->source,
                                        "no outlet name: not compared for framing");
    }
}

/**
 * cld_engine_compare:
 * @report: inputs, articles and claims are filled in; the rest is written
 * @options: (nullable): what the user asked for
 * @error: return location, or %NULL
 *
 * Groups the articles into events and compares the claims of each. A pure function of the report,
 * the options and what the judge says.
 *
 * Returns: %FALSE with @error set when the judge failed: no report is better than half a one
 */
gboolean
cld_engine_compare(CldReport *report, const CldEngineOptions *options, GError **error)
{
    ensure_columns(report);
    g_autoptr(GArray) order = cld_order_by_content(report);
    cld_event_group(report, options);
    cld_copy_find(report);
    for (guint i = 0; i < report->events->len; i++)
        if (!compare_event(report, (gint)i, options, error))
            return FALSE;
    cld_order_restore(report, order);
    say_what_was_not_compared(report);
    cld_report_sort(report);
    return TRUE;
}
