/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the two big forges show beside the lines of a change: commands in the log of a GitHub
 * action, and GitLab's code quality report. Neither has a place for what is known already. */
#include "cld-render-annotations.h"
#include "cld-encode.h"
#include "cld-json-writer.h"
#include "cld-notice.h"
#include <string.h>

/* GitHub: toolkit/packages/core/src/command.ts, escapeData() and escapeProperty(). */
static void
append_escaped(GString *out, const char *text, const char *special)
{
    g_autoptr(GString) inert = g_string_new(NULL);
    cld_encode_terminal(inert, text, -1);
    for (const char *p = inert->str; *p != '\0'; p++) {
        if (strchr(special, *p) != NULL)
            g_string_append_printf(out, "%%%02X", (guint)*p);
        else
            g_string_append_c(out, *p);
    }
}

static void
append_data(GString *out, const char *text)
{
    append_escaped(out, text, "%");
}

static void
append_property(GString *out, const char *text)
{
    append_escaped(out, text, "%:,");
}

/* "::warning file=a.txt,line=3,endLine=3,col=1,endColumn=30,title=…::…" */
static void
put_github(GString *out, const CldReport *report, const CldView *view, const CldNotice *notice)
{
    static const char *const commands[CLD_N_LEVELS] = {"notice", "warning", "error"};
    const CldFinding *finding = notice->finding;
    g_auto(CldPlace) place = {0};
    g_autofree char *rule = cld_notice_dup_rule(finding->type);
    g_autofree char *text = cld_notice_dup_text(notice, view, FALSE);
    cld_place_init(&place, report, finding->sides->pdata[notice->lead]);
    g_string_append_printf(out, "::%s file=", commands[notice->level]);
    append_property(out, place.path);
    if (place.line > 0)
        g_string_append_printf(out, ",line=%u,endLine=%u", place.line, place.line);
    if (place.column > 0)
        g_string_append_printf(out, ",col=%u,endColumn=%u", place.column, place.end_column);
    g_string_append(out, ",title=");
    append_property(out, rule);
    g_string_append(out, "::");
    append_data(out, text);
    g_string_append_printf(out, " [%s]\n", finding->id);
}

static gboolean
is_unread(const CldInput *input)
{
    return input->outcome == CLD_OUTCOME_REFUSED || input->outcome == CLD_OUTCOME_LIMITED;
}

static void
put_github_inputs(GString *out, const CldReport *report)
{
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        g_autofree char *file = cld_notice_dup_file(input->source);
        g_autofree char *what = cld_view_dup_input(input);
        g_autofree char *text = g_strdup_printf("%s: %s", input->source, what);
        if (!is_unread(input))
            continue;
        g_string_append(out, "::error file=");
        append_property(out, file);
        g_string_append(out, ",title=not read::");
        append_data(out, text); /* in one piece: two colons may meet where two texts do */
        g_string_append_c(out, '\n');
    }
}

/* GitHub shows ten annotations of each level and step, so the gravest come first. */
static void
put_github_level(GString *out,
                 const CldReport *report,
                 const CldView *view,
                 const GArray *notices,
                 CldLevel level)
{
    for (guint i = 0; i < notices->len; i++) {
        const CldNotice *notice = &g_array_index(notices, CldNotice, i);
        if (notice->level == level && cld_notice_is_shown(notice))
            put_github(out, report, view, notice);
    }
}

/**
 * cld_render_github:
 * @report: what was found
 * @options: (nullable): not used
 * @length_bytes: (out) (optional): length of the text
 *
 * Returns: (transfer full): a workflow command for each input that was not read and each new
 * finding, the gravest first, and a line of counts
 */
char *
cld_render_github(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    g_autoptr(CldView) view = cld_view_new(report);
    g_autoptr(GArray) notices = cld_notice_list(report);
    g_autofree char *counts = cld_view_dup_known(report);
    g_autofree char *scope = cld_view_dup_scope(report);
    GString *out = g_string_new(NULL);
    put_github_inputs(out, report);
    for (gint level = CLD_LEVEL_ERROR; level >= CLD_LEVEL_NOTE; level--)
        put_github_level(out, report, view, notices, (CldLevel)level);
    g_string_append_printf(out, "claimdiff: %s; ", counts);
    cld_encode_terminal(out, scope, -1);
    g_string_append_c(out, '\n');
    if (length_bytes != NULL)
        *length_bytes = out->len;
    return g_string_free(out, FALSE);
}

/* An entry of GitLab's report; strings borrowed. */
typedef struct {
    const char *text;
    const char *rule;
    const char *fingerprint; /* GitLab tells entries apart by it alone and drops doubles */
    const char *severity;
    const char *path;
    guint line;
} GitlabEntry;

static void
put_gitlab(CldJsonWriter *w, const GitlabEntry *entry)
{
    g_autoptr(GString) text = g_string_new(NULL);
    cld_encode_terminal(text, entry->text, -1);
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "description", text->str);
    cld_json_string(w, "check_name", entry->rule);
    cld_json_string(w, "fingerprint", entry->fingerprint);
    cld_json_string(w, "severity", entry->severity);
    cld_json_open(w, "location", '{');
    cld_json_string(w, "path", entry->path);
    cld_json_open_inline(w, "lines", '{');
    cld_json_integer(w, "begin", MAX(entry->line, 1));
    cld_json_close(w, '}');
    cld_json_close(w, '}');
    cld_json_close(w, '}');
}

static void
put_gitlab_inputs(CldJsonWriter *w, const CldReport *report)
{
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        g_autofree char *file = cld_notice_dup_file(input->source);
        g_autofree char *what = cld_view_dup_input(input);
        g_autofree char *text = g_strdup_printf("%s: %s", input->source, what);
        g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
        const GitlabEntry entry = {text, "input/not-read", hash, "blocker", file, 1};
        if (is_unread(input))
            put_gitlab(w, &entry);
    }
}

static void
put_gitlab_notice(CldJsonWriter *w,
                  const CldReport *report,
                  const CldView *view,
                  const CldNotice *notice)
{
    static const char *const severities[] = {"minor", "major", "critical"};
    const CldFinding *finding = notice->finding;
    gboolean is_contradiction = cld_type_get_info(finding->type)->kind == CLD_KIND_CONTRADICTION;
    g_auto(CldPlace) place = {0};
    g_autofree char *rule = cld_notice_dup_rule(finding->type);
    g_autofree char *text = cld_notice_dup_text(notice, view, FALSE);
    g_autofree char *print = g_strdup_printf("%s:%u", finding->id, notice->occurrence);
    cld_place_init(&place, report, finding->sides->pdata[notice->lead]);
    const GitlabEntry entry = {
        text,       rule,      print, is_contradiction ? severities[finding->severity] : "info",
        place.path, place.line};
    put_gitlab(w, &entry);
}

/**
 * cld_render_gitlab:
 * @report: what was found
 * @options: (nullable): not used
 * @length_bytes: (out) (optional): length of the document
 *
 * Returns: (transfer full): GitLab's code quality report: the inputs that were not read and the new
 * findings, as one JSON array
 */
char *
cld_render_gitlab(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    g_autoptr(CldView) view = cld_view_new(report);
    g_autoptr(GArray) notices = cld_notice_list(report);
    CldJsonWriter w = {.out = g_string_new(NULL), .is_pretty = TRUE};
    cld_json_open(&w, NULL, '[');
    put_gitlab_inputs(&w, report);
    for (guint i = 0; i < notices->len; i++) {
        const CldNotice *notice = &g_array_index(notices, CldNotice, i);
        if (cld_notice_is_shown(notice))
            put_gitlab_notice(&w, report, view, notice);
    }
    cld_json_close(&w, ']');
    g_string_append_c(w.out, '\n');
    if (length_bytes != NULL)
        *length_bytes = w.out->len;
    return g_string_free(w.out, FALSE);
}
