/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-render-markdown.h"
#include "cld-encode.h"
#include "cld-view.h"
#include <string.h>

typedef struct {
    GString *out;
    CldView *view;
} Markdown;

/* Appends @markup as cld_encode_markup() does. */
static void G_GNUC_PRINTF(2, 3) put(Markdown *m, const char *markup, ...)
{
    va_list arguments;
    va_start(arguments, markup);
    cld_encode_markup(m->out, cld_encode_markdown, markup, arguments);
    va_end(arguments);
}

static const char *
or_none(const char *text, const char *none)
{
    return text == NULL ? none : text;
}

/* What was not read comes first, as in every form. */
static void
put_unread(Markdown *m)
{
    const CldReport *report = m->view->report;
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        if (input->outcome == CLD_OUTCOME_ACCEPTED || cld_view_is_repeated(m->view, input))
            continue;
        g_autofree char *what = cld_view_dup_input(input);
        put(m, input->outcome == CLD_OUTCOME_WARNED ? "> Note: " : "> **Not read in full:** ");
        put(m, "%s: %s  \n", input->source, what);
    }
    if (cld_view_count_unread(report) > 0)
        put(m, "\n");
}

static void
put_header(Markdown *m)
{
    g_autofree char *verdict = cld_view_dup_verdict(m->view);
    put(m, "# claimdiff report\n\n**%s.**\n\n", verdict);
    put_unread(m);
}

static void
put_articles(Markdown *m, const CldEvent *event)
{
    put(m, "| Outlet | Published | Headline | Source |\n|---|---|---|---|\n");
    for (guint i = 0; i < event->articles->len; i++) {
        guint index = g_array_index(event->articles, guint, i);
        const CldArticle *article = cld_view_get_article(m->view, index);
        if (article == NULL)
            continue;
        g_autofree char *date = cld_view_dup_date(article->published);
        put(m, "| %s | %s | %s | %s |\n", cld_view_get_label(m->view, index),
            or_none(date, "no date"), or_none(article->title, "no headline"), article->source);
    }
    put(m, "\n");
}

static void
put_piece(Markdown *m, const char *text, gsize length_bytes, const char *mark)
{
    gsize front = 0;
    while (front < length_bytes && g_ascii_isspace(text[front]))
        front++;
    while (length_bytes > front && g_ascii_isspace(text[length_bytes - 1]))
        length_bytes--; /* CommonMark: a mark must touch its words */
    g_string_append(m->out, front > 0 ? " " : "");
    g_string_append(m->out, mark);
    cld_encode_markdown(m->out, text + front, (gssize)(length_bytes - front));
    g_string_append(m->out, mark);
}

static void
put_passage(Markdown *m, const CldSide *side)
{
    g_autoptr(GArray) pieces = cld_view_pieces(side);
    for (guint i = 0; i < pieces->len; i++) {
        const CldSpanPiece *piece = &g_array_index(pieces, CldSpanPiece, i);
        const char *text = side->claim->text + piece->span.start;
        gsize length = cld_span_length(piece->span);
        if (piece->is_marked) {
            put_piece(m, text, length, "**");
            g_string_append(m->out, g_ascii_isspace(text[length - 1]) ? " " : "");
        } else {
            cld_encode_markdown(m->out, text, (gssize)length);
        }
    }
}

static void
put_origin(Markdown *m, const CldSide *side)
{
    const CldArticle *article = cld_view_get_article(m->view, side->claim->article);
    g_autofree char *date = article == NULL ? NULL : cld_view_dup_date(article->published);
    put(m, "%s, %s", cld_view_get_label(m->view, side->claim->article), or_none(date, "no date"));
    if (side->claim->line > 0)
        put(m, ", line %u", side->claim->line);
}

static void
put_speaker(Markdown *m, const CldSide *side)
{
    g_autofree char *who = cld_view_dup_attribution(side->claim);
    g_autofree char *said = cld_view_dup_said(m->view, side->claim);
    put(m, "%s", who);
    if (said != NULL)
        put(m, ", said %s", said);
    g_autofree char *about = cld_view_dup_about(m->view, side->claim);
    if (about != NULL)
        put(m, ", about %s", about);
}

typedef void (*SidePutter)(Markdown *m, const CldSide *side);

/* Two sides as a table of two columns, any other number as quotations. */
static void
put_sides(Markdown *m, const CldFinding *finding)
{
    static const SidePutter rows[] = {put_origin, put_speaker, put_passage};
    for (guint i = 0; i < finding->sides->len && finding->sides->len != 2; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        put(m, "> ");
        put_passage(m, side);
        put(m, "\n>\n> — ");
        put_origin(m, side);
        put(m, "; ");
        put_speaker(m, side);
        put(m, "\n\n");
    }
    if (finding->sides->len != 2)
        return;
    for (guint row = 0; row < G_N_ELEMENTS(rows); row++) {
        put(m, "| ");
        rows[row](m, finding->sides->pdata[0]);
        put(m, " | ");
        rows[row](m, finding->sides->pdata[1]);
        put(m, row == 0 ? " |\n|---|---|\n" : " |\n");
    }
    put(m, "\n");
}

static void
put_title(Markdown *m, const CldFinding *finding)
{
    g_autofree char *type = cld_view_dup_type(finding->type);
    g_autofree char *confidence = cld_view_dup_confidence(finding->confidence);
    const char *relation = cld_view_get_relation(finding->relation);
    put(m, "#### %u. %s", cld_view_get_number(m->view, finding), type);
    if (finding->subject != NULL)
        put(m, ": %s", finding->subject);
    put(m, "\n\n");
    if (relation != NULL)
        put(m, "%s · ", relation);
    if (cld_type_get_info(finding->type)->kind == CLD_KIND_CONTRADICTION)
        put(m, "%s severity · ", cld_severity_get_tag(finding->severity));
    put(m, "%s · id %s\n\n", confidence, finding->id);
}

static void
put_diff(Markdown *m, const GPtrArray *diff)
{
    if (diff->len == 0)
        return;
    put(m, "Words:");
    for (guint i = 0; i < diff->len; i++) {
        const CldDiffStep *step = g_ptr_array_index(diff, i);
        const char *mark = step->op == '-' ? "~~" : step->op == '+' ? "**" : "";
        put(m, step->is_marked ? " ‼ " : " ");
        put_piece(m, step->text, strlen(step->text), *step->text == '\0' ? "" : mark);
    }
    put(m, "\n\n");
}

static void
put_also(Markdown *m, const CldFinding *finding)
{
    for (guint i = 0; i < finding->also->len; i++) {
        const CldClaim *claim = g_ptr_array_index(finding->also, i);
        put(m, "- Also %s: %s\n", cld_view_get_label(m->view, claim->article), claim->text);
    }
    if (finding->also->len > 0)
        put(m, "\n");
}

static void
put_finding(Markdown *m, const CldFinding *finding)
{
    put_title(m, finding);
    put_sides(m, finding);
    put_diff(m, finding->diff);
    if (finding->missing_from->len > 0) {
        g_autofree char *missing = cld_view_dup_missing(m->view, finding);
        put(m, "Not mentioned by %s.\n\n", missing);
    }
    if (finding->explanation != NULL)
        put(m, "%s\n\n", finding->explanation);
    g_autofree char *standing = cld_view_dup_standing(cld_view_get_checked(m->view, finding));
    if (standing != NULL)
        put(m, "%s\n\n", standing);
    put_also(m, finding);
}

static void
put_agreements(Markdown *m, const GPtrArray *agreements)
{
    if (agreements->len == 0)
        return;
    put(m, "### Agreements (%u)\n\n%u with two or more independent origins.\n\n", agreements->len,
        cld_view_count_independent(agreements));
    for (guint i = 0; i < agreements->len; i++) {
        const CldAgreement *agreement = g_ptr_array_index(agreements, i);
        put(m, "- %u independent: ", agreement->independent_origins);
        for (guint k = 0; k < agreement->claims->len; k++) {
            const CldClaim *claim = g_ptr_array_index(agreement->claims, k);
            if (k == 0)
                put(m, "“%s”", claim->text);
            put(m, k == 0 ? " (%s" : ", %s", cld_view_get_label(m->view, claim->article));
        }
        put(m, agreement->claims->len > 0 ? ")\n" : "\n");
    }
    put(m, "\n");
}

static void
put_group(Markdown *m, const CldViewGroup *group)
{
    if (group->event == NULL) {
        put(m, "## Outside any event\n\n");
    } else {
        put(m, "## %s\n\n", group->event->title);
        put_articles(m, group->event);
    }
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        const GPtrArray *findings = group->findings[kind];
        if (findings->len > 0)
            put(m, "### %s (%u)\n\n%s\n\n", cld_view_get_kind_heading((CldKind)kind), findings->len,
                cld_kind_get_meaning((CldKind)kind));
        for (guint i = 0; i < findings->len; i++)
            put_finding(m, g_ptr_array_index(findings, i));
    }
    if (cld_view_count_findings(group) == 0)
        put(m, "Nothing to report in the claims that were compared.\n\n");
    put_agreements(m, group->agreements);
}

static void
put_not_compared(Markdown *m)
{
    const GPtrArray *rows = m->view->report->not_compared;
    if (rows->len == 0)
        return;
    put(m, "## Not compared (%u)\n\n", rows->len);
    for (guint i = 0; i < rows->len; i++) {
        const CldNotCompared *row = g_ptr_array_index(rows, i);
        put(m, "- %s: %s\n", row->source, row->reason);
    }
    put(m, "\n");
}

/* Doubts about single articles: no date, no outlet, odd language. */
static void
put_warnings(Markdown *m)
{
    const CldReport *report = m->view->report;
    gboolean has_heading = FALSE;
    for (guint i = 0; i < report->articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(report->articles, i);
        for (guint k = 0; k < article->warnings->len; k++) {
            if (!has_heading)
                put(m, "## Notes on the sources\n\n");
            put(m, "- %s: %s\n", article->source,
                (const char *)g_ptr_array_index(article->warnings, k));
            has_heading = TRUE;
        }
    }
    if (has_heading)
        put(m, "\n");
}

/**
 * cld_render_markdown:
 * @report: what was found
 * @options: (nullable): not used
 * @length_bytes: (out) (optional): length of the text
 *
 * Returns: (transfer full): the report in GitHub's Markdown, for a pull request or an editor
 */
char *
cld_render_markdown(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    g_autoptr(CldView) view = cld_view_new(report);
    Markdown m = {.out = g_string_new(NULL), .view = view};
    g_autofree char *scope = cld_view_dup_scope(report);
    put_header(&m);
    for (guint i = 0; i < view->groups->len; i++)
        put_group(&m, g_ptr_array_index(view->groups, i));
    put_not_compared(&m);
    put_warnings(&m);
    put(&m,
        "---\n\nMade by claimdiff %s, %s. It shows disagreement and does not say who is right.\n",
        CLD_VERSION, scope);
    if (length_bytes != NULL)
        *length_bytes = m.out->len;
    return g_string_free(m.out, FALSE);
}
