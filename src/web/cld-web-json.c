/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-json.h"
#include "cld-web-context.h"
#include <string.h>

/* What a row of the list shows of a passage, in bytes; the line on the screen is shorter. */
#define MAX_LINE_BYTES 300

/* Passages and outlets that a row shows. */
#define MAX_LINES 2

/* Writes up to @max_lines of @text, a line each, cut between characters. */
static void
put_lines(CldJsonWriter *w, const char *name, const char *text, guint max_lines)
{
    g_auto(GStrv) lines = g_strsplit(text == NULL ? "" : text, "\n", 0);
    cld_json_open_inline(w, name, '[');
    for (guint i = 0; i < max_lines && lines[i] != NULL; i++) {
        const char *end = lines[i] + MIN(strlen(lines[i]), MAX_LINE_BYTES);
        g_autofree char *line =
            g_strndup(lines[i], (gsize)(g_utf8_find_prev_char(lines[i], end + 1) - lines[i]));
        cld_json_string(w, NULL, *end == '\0' ? lines[i] : line);
    }
    cld_json_close(w, ']');
}

/* Writes what the list shows of a finding, as an element of an array. */
void
cld_web_json_put_row(CldJsonWriter *w, const CldFindingRow *row, CldReviewState state)
{
    const CldTypeInfo *info = cld_type_get_info(row->type);
    cld_json_open_inline(w, NULL, '{');
    cld_json_string(w, "id", row->id);
    cld_json_string(w, "kind", cld_kind_get_tag(info->kind));
    cld_json_string(w, "type", info->tag);
    cld_json_string(w, "severity", cld_severity_get_tag(row->severity));
    cld_json_string(w, "state", cld_web_state_get_name(state));
    put_lines(w, "outlets", row->outlets, G_MAXUINT);
    put_lines(w, "texts", row->text, MAX_LINES);
    cld_json_close(w, '}');
}

/* Writes how many findings each value of each filter would leave, and how many there are at all. */
void
cld_web_json_put_counts(CldJsonWriter *w, CldWebIndex *index, const CldWebView *view)
{
    cld_json_open(w, "counts", '{');
    cld_json_integer(w, "all", view->n_all);
    for (guint facet = 0; facet < CLD_WEB_N_FACETS; facet++) {
        cld_json_open(w, cld_web_facet_get_name((CldWebFacet)facet), '[');
        for (guint i = 0; i < view->counts[facet]->len; i++) {
            const CldWebCount *count = &g_array_index(view->counts[facet], CldWebCount, i);
            cld_json_open_inline(w, NULL, '{');
            cld_json_string(w, "value", count->value);
            cld_json_integer(w, "n", count->n);
            cld_json_close(w, '}');
        }
        cld_json_close(w, ']');
    }
    cld_json_open_inline(w, "overall", '{');
    cld_json_integer(w, "all", cld_web_index_get_size(index));
    cld_json_integer(w, "todo", cld_web_index_count_todo(index));
    cld_json_close(w, '}');
    cld_json_close(w, '}');
}

/* The passage as [text, is marked] in turn: the page needs no offsets, which are bytes here and
 * UTF-16 there. */
static void
put_pieces(CldJsonWriter *w, const CldSide *side)
{
    const char *text = side->claim->text == NULL ? "" : side->claim->text;
    g_autoptr(GArray) pieces = cld_span_cut(text, side->highlights);
    cld_json_open_inline(w, "pieces", '[');
    for (guint i = 0; i < pieces->len; i++) {
        const CldSpanPiece *piece = &g_array_index(pieces, CldSpanPiece, i);
        g_autofree char *words = cld_span_dup_text(piece->span, text);
        cld_json_open_inline(w, NULL, '[');
        cld_json_string(w, NULL, words);
        cld_json_boolean(w, NULL, piece->is_marked);
        cld_json_close(w, ']');
    }
    cld_json_close(w, ']');
}

static const CldArticle *
get_article(const CldReport *report, guint index)
{
    return index < report->articles->len ? g_ptr_array_index(report->articles, index) : NULL;
}

/* The outlet, or the name of the file when nobody knows it. */
static const char *
get_label(const CldArticle *article)
{
    if (article == NULL)
        return "unknown article";
    if (article->outlet != NULL && *article->outlet != '\0')
        return article->outlet;
    const char *slash = strrchr(article->source, '/');
    return slash != NULL && slash[1] != '\0' ? slash + 1 : article->source;
}

static void
put_origin(CldJsonWriter *w, const CldArticle *article)
{
    g_autofree char *published = article == NULL ? NULL : cld_when_dup_from(article->published);
    cld_json_string(w, "outlet", get_label(article));
    cld_json_string(w, "source", article == NULL ? "" : article->source);
    cld_json_string(w, "url", article == NULL ? NULL : article->url);
    cld_json_string(w, "article_title", article == NULL ? NULL : article->title);
    cld_json_string(w, "language", article == NULL ? NULL : article->language);
    cld_json_string(w, "published", published);
}

static void
put_speaker(CldJsonWriter *w, const CldClaim *claim)
{
    cld_json_string(w, "holder", claim->holder);
    cld_json_string(w, "cue", claim->cue);
    cld_json_string(w, "mode", cld_mode_get_tag(claim->mode));
    cld_json_open_inline(w, "chain", '[');
    for (guint i = 0; i < claim->chain->len; i++)
        cld_json_string(w, NULL, g_ptr_array_index(claim->chain, i));
    cld_json_close(w, ']');
    cld_json_when(w, "said", claim->said);
    cld_json_when(w, "about", claim->about);
}

static void
put_side(CldJsonWriter *w, const CldReport *report, const CldSide *side)
{
    g_autofree char *before = cld_web_context_dup_before(report, side->claim);
    g_autofree char *after = cld_web_context_dup_after(report, side->claim);
    cld_json_open(w, NULL, '{');
    put_origin(w, get_article(report, side->claim->article));
    cld_json_integer(w, "camp", side->camp);
    cld_json_integer(w, "line", side->claim->line);
    cld_json_string(w, "part", cld_part_get_tag(side->claim->part));
    put_speaker(w, side->claim);
    cld_json_string(w, "before", before);
    put_pieces(w, side);
    cld_json_string(w, "after", after);
    cld_json_close(w, '}');
}

/* A claim of @finding's "also" looks like a side without marked words. */
static void
put_also(CldJsonWriter *w, const CldReport *report, const CldFinding *finding)
{
    cld_json_open(w, "also", '[');
    for (guint i = 0; i < finding->also->len; i++) {
        g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(CldSpan));
        const CldSide side = {g_ptr_array_index(finding->also, i), none, 0};
        put_side(w, report, &side);
    }
    cld_json_close(w, ']');
}

static void
put_sides(CldJsonWriter *w, const CldReport *report, const CldFinding *finding)
{
    cld_json_open(w, "sides", '[');
    for (guint i = 0; i < finding->sides->len; i++)
        put_side(w, report, g_ptr_array_index(finding->sides, i));
    cld_json_close(w, ']');
    put_also(w, report, finding);
    cld_json_open_inline(w, "missing_from", '[');
    for (guint i = 0; i < finding->missing_from->len; i++)
        cld_json_string(
            w, NULL,
            get_label(get_article(report, g_array_index(finding->missing_from, guint, i))));
    cld_json_close(w, ']');
}

static void
put_diff(CldJsonWriter *w, const CldFinding *finding)
{
    cld_json_open(w, "diff", '[');
    for (guint i = 0; i < finding->diff->len; i++) {
        const CldDiffStep *step = g_ptr_array_index(finding->diff, i);
        const char op[] = {step->op, '\0'};
        cld_json_open_inline(w, NULL, '{');
        cld_json_string(w, "op", op);
        cld_json_string(w, "text", step->text);
        cld_json_boolean(w, "marked", step->is_marked);
        cld_json_close(w, '}');
    }
    cld_json_close(w, ']');
}

/* The decision that stands first, then those before it, newest first. */
static void
put_history(CldJsonWriter *w, const CldReview *review)
{
    const CldDecision *now = review->decision;
    cld_json_string(w, "state", cld_web_state_get_name(review->state));
    cld_json_open(w, "history", '[');
    if (now != NULL) {
        cld_json_open_inline(w, NULL, '{');
        cld_decision_put(now, w);
        cld_json_close(w, '}');
    }
    for (guint i = 0; now != NULL && i < now->history->len; i++) {
        cld_json_open_inline(w, NULL, '{');
        cld_past_decision_put(g_ptr_array_index(now->history, i), w);
        cld_json_close(w, '}');
    }
    cld_json_close(w, ']');
}

static void
put_facts(CldJsonWriter *w, const CldFinding *finding)
{
    const CldTypeInfo *info = cld_type_get_info(finding->type);
    cld_json_string(w, "id", finding->id);
    cld_json_string(w, "kind", cld_kind_get_tag(info->kind));
    cld_json_string(w, "type", info->tag);
    cld_json_string(w, "meaning", info->meaning);
    cld_json_string(w, "severity", cld_severity_get_tag(finding->severity));
    cld_json_string(w, "relation", cld_relation_get_tag(finding->relation));
    cld_json_decimal(w, "confidence", finding->confidence, 2);
    cld_json_string(w, "subject", finding->subject);
    cld_json_string(w, "explanation", finding->explanation);
    cld_json_open_inline(w, "basis", '[');
    for (guint i = 0; i < finding->basis->len; i++)
        cld_json_string(w, NULL, g_ptr_array_index(finding->basis, i));
    cld_json_close(w, ']');
}

/**
 * cld_web_json_put_finding:
 * @w: where to write
 * @report: a report of one finding
 * @review: how it stands
 *
 * Writes the finding with all that the page shows of it, as an object.
 */
void
cld_web_json_put_finding(CldJsonWriter *w, const CldReport *report, const CldReview *review)
{
    const CldFinding *finding = g_ptr_array_index(report->findings, 0);
    const CldEvent *event = report->events->len > 0 ? report->events->pdata[0] : NULL;
    cld_json_open(w, NULL, '{');
    put_facts(w, finding);
    cld_json_string(w, "event", event == NULL ? NULL : event->title);
    put_sides(w, report, finding);
    put_diff(w, finding);
    put_history(w, review);
    cld_json_close(w, '}');
}
