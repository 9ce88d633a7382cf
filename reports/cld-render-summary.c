/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A page for the summary of a build job: what is new, in one table, and how much is known. */
#include "cld-render-summary.h"
#include "cld-encode.h"
#include "cld-notice.h"

/* GitHub takes 1 MiB a step; a row with two cut passages is about 1 kB. */
#define MAX_ROWS  200u
#define MAX_LINES 50u

typedef struct {
    const CldReport *report;
    CldView *view;
    GArray *notices; /* (element-type CldNotice) */
    GString *out;
} Summary;

/* Appends @markup as cld_encode_markup() does. */
static void G_GNUC_PRINTF(2, 3) put(GString *out, const char *markup, ...)
{
    va_list arguments;
    va_start(arguments, markup);
    cld_encode_markup(out, cld_encode_markdown, markup, arguments);
    va_end(arguments);
}

static void
put_side(const Summary *s, const CldSide *side)
{
    g_auto(CldPlace) place = {0};
    g_autofree char *passage = cld_notice_dup_passage(side);
    cld_place_init(&place, s->report, side);
    put(s->out, " | **%s** %s (%s", cld_view_get_label(s->view, side->claim->article), passage,
        place.path);
    if (place.line > 0)
        put(s->out, ":%u", place.line);
    put(s->out, ")");
}

static void
put_row(const Summary *s, const CldNotice *notice)
{
    static const char *const marks[CLD_N_LEVELS] = {"note", "warning", "**fails**"};
    const CldFinding *finding = notice->finding;
    g_autofree char *rule = cld_notice_dup_rule(finding->type);
    g_string_append_printf(s->out, "| %s | ", marks[notice->level]);
    put(s->out, "%s", rule);
    put_side(s, finding->sides->pdata[notice->lead]);
    if (finding->sides->len > 1) {
        put_side(s, finding->sides->pdata[notice->lead == 0 ? 1 : 0]);
    } else {
        g_autofree char *missing = cld_view_dup_missing(s->view, finding);
        put(s->out, " | not mentioned by %s", missing);
    }
    if (finding->sides->len > 2)
        put(s->out, " and %u more", finding->sides->len - 2);
    put(s->out, " | %s |\n", finding->id);
}

static void
put_table(const Summary *s)
{
    guint n = 0;
    for (gint level = CLD_LEVEL_ERROR; level >= CLD_LEVEL_NOTE; level--) {
        for (guint i = 0; i < s->notices->len; i++) {
            const CldNotice *notice = &g_array_index(s->notices, CldNotice, i);
            if ((gint)notice->level != level || !cld_notice_is_shown(notice) || n++ >= MAX_ROWS)
                continue;
            if (n == 1)
                put(s->out, "| | What | New | Against | Id |\n|---|---|---|---|---|\n");
            put_row(s, notice);
        }
    }
    if (n > 0)
        put(s->out, "\n");
    if (n > MAX_ROWS)
        put(s->out, "%u more are left out here; the other forms have them.\n\n", n - MAX_ROWS);
}

static void
put_unread(const Summary *s)
{
    guint n = 0;
    for (guint i = 0; i < s->report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(s->report->inputs, i);
        if (input->outcome != CLD_OUTCOME_REFUSED && input->outcome != CLD_OUTCOME_LIMITED)
            continue;
        g_autofree char *what = cld_view_dup_input(input);
        if (n++ < MAX_LINES)
            put(s->out, "- **Not read in full:** %s: %s\n", input->source, what);
    }
    if (n > MAX_LINES)
        put(s->out, "- and %u more not read in full\n", n - MAX_LINES);
    if (n > 0)
        put(s->out, "\n");
}

static void
put_unused(const Summary *s)
{
    const CldCheck *check = s->report->check;
    guint n = check == NULL ? 0 : check->unused->len;
    for (guint i = 0; i < MIN(n, MAX_LINES); i++)
        put(s->out, "- Not needed any more: %s\n", (const char *)check->unused->pdata[i]);
    if (n > MAX_LINES)
        put(s->out, "- and %u more not needed any more\n", n - MAX_LINES);
    if (n > 0)
        put(s->out, "\n");
}

/**
 * cld_render_summary:
 * @report: what was found
 * @options: (nullable): not used
 * @length_bytes: (out) (optional): length of the text
 *
 * Returns: (transfer full): a short page in GitHub's Markdown: counts, what was not read, a table
 * of the new findings, the gravest first
 */
char *
cld_render_summary(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    g_autoptr(CldView) view = cld_view_new(report);
    g_autoptr(GArray) notices = cld_notice_list(report);
    g_autofree char *counts = cld_view_dup_known(report);
    g_autofree char *scope = cld_view_dup_scope(report);
    g_autofree char *articles = cld_view_dup_count(report->articles->len, "article", "articles");
    Summary s = {report, view, notices, g_string_new(NULL)};
    put(s.out, "### claimdiff: %s\n\n", counts);
    put_unread(&s);
    put_table(&s);
    put_unused(&s);
    put(s.out, "%s; %s; it shows disagreement and does not say who is right.\n", articles, scope);
    if (length_bytes != NULL)
        *length_bytes = s.out->len;
    return g_string_free(s.out, FALSE);
}
