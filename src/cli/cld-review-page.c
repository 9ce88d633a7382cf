/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-review-page.h"
#include "cld-json-writer.h"
#include "cld-render-terminal.h"
#include <string.h>

/* Hex digits of an id that are printed in lists; any unique beginning is taken back. */
#define SHORT_ID_DIGITS 8
/* Bytes of the article shown on either side of a passage. */
#define CONTEXT_BYTES 500
/* So many blanks in a row are a gap in the text, where a saved report does not have it. */
#define GAP_BLANKS 3

/* A state in words and in a shape of its own, so that colour is never needed to tell it. */
static const struct {
    const char *sign;
    const char *word;
    CldStyle style;
} states[CLD_N_REVIEWS] = {
    [CLD_REVIEW_NONE] = {"○", "open", CLD_STYLE_BOLD},
    [CLD_REVIEW_CONFIRMED] = {"✓", "confirmed", CLD_STYLE_GOOD},
    [CLD_REVIEW_DISMISSED] = {"–", "dismissed", CLD_STYLE_FAINT},
    [CLD_REVIEW_FALSE_POSITIVE] = {"✗", "false positive", CLD_STYLE_FAINT},
    [CLD_REVIEW_DEFERRED] = {"…", "deferred", CLD_STYLE_CAUTION},
    [CLD_REVIEW_STALE] = {"~", "stale", CLD_STYLE_CAUTION},
    [CLD_REVIEW_EXPIRED] = {"!", "expired", CLD_STYLE_CAUTION},
};

static const char *const verdict_words[CLD_N_VERDICTS] = {
    "reopened", "confirmed", "dismissed", "called a false positive", "deferred",
};

static void G_GNUC_PRINTF(3, 4) addf(CldTerminalPage *page, CldStyle style, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    cld_terminal_page_add(page, style, text);
}

/* Adds how a finding stands: "✓ confirmed". */
void
cld_review_page_put_state(CldTerminalPage *page, CldReviewState state)
{
    addf(page, states[state].style, "%s %s", states[state].sign, states[state].word);
}

static void
put_decision(CldTerminalPage *page,
             const char *begin,
             CldVerdict verdict,
             const CldPastDecision *facts)
{
    addf(page, CLD_STYLE_FAINT, "%s%s", begin, verdict_words[verdict]);
    if (facts->by != NULL)
        addf(page, CLD_STYLE_FAINT, " by %s", facts->by);
    addf(page, CLD_STYLE_FAINT, ", %.10s %.5s UTC", facts->at, facts->at + 11);
    if (facts->expires != NULL)
        addf(page, CLD_STYLE_FAINT, ", until %s", facts->expires);
    if (facts->reason != NULL)
        addf(page, CLD_STYLE_PLAIN, ": %s", facts->reason);
    cld_terminal_page_end(page, 6, 8);
}

static const char *
explain_state(CldReviewState state)
{
    if (state == CLD_REVIEW_STALE)
        return "a text has changed since this was ";
    return state == CLD_REVIEW_EXPIRED ? "for a time that is over: " : "";
}

static void
put_decisions(CldTerminalPage *page, const CldReviewItem *item)
{
    const CldDecision *decision = item->review->decision;
    if (decision == NULL)
        return;
    CldPastDecision now = {decision->verdict, decision->reason, decision->by, decision->at,
                           decision->expires};
    put_decision(page, explain_state(item->review->state), decision->verdict, &now);
    for (guint i = 0; i < decision->history->len; i++) {
        const CldPastDecision *past = g_ptr_array_index(decision->history, i);
        put_decision(page, "before: ", past->verdict, past);
    }
}

/**
 * cld_review_page_put_finding:
 * @page: where to
 * @report: holds the finding and nothing else, as cld_reviews_load() gives it
 * @item: how it stands
 *
 * Draws a finding with both passages, the reason, and what was decided on it.
 */
void
cld_review_page_put_finding(CldTerminalPage *page,
                            const CldReport *report,
                            const CldReviewItem *item)
{
    g_autoptr(CldView) view = cld_view_new(report);
    const CldFinding *finding = g_ptr_array_index(report->findings, 0);
    cld_render_terminal_finding(page, view, finding);
    if (finding->basis->len > 0) {
        cld_terminal_page_add(page, CLD_STYLE_FAINT, "Votes:");
        for (guint i = 0; i < finding->basis->len; i++)
            addf(page, CLD_STYLE_FAINT, " %s", (const char *)g_ptr_array_index(finding->basis, i));
        cld_terminal_page_end(page, 6, 8);
    }
    cld_terminal_page_blank(page);
    cld_review_page_put_state(page, item->review->state);
    cld_terminal_page_end(page, 2, 4);
    put_decisions(page, item);
}

static gsize
step_back(const char *text, gsize from, gsize bytes)
{
    gsize to = from > bytes ? from - bytes : 0;
    while (to < from && to > 0 && ((guchar)text[to] & 0xC0) == 0x80)
        to++;
    return to;
}

static gsize
step_on(const char *text, gsize length, gsize from, gsize bytes)
{
    gsize to = MIN(from + bytes, length);
    while (to < length && to > from && ((guchar)text[to] & 0xC0) == 0x80)
        to--;
    return to;
}

/* The text as it is, with gaps of a saved report as "…" and paragraphs as paragraphs. */
static void
add_text(CldTerminalPage *page, CldStyle style, const char *text, gsize length)
{
    g_autoptr(GString) out = g_string_new(NULL);
    guint n_blanks = 0;
    for (gsize i = 0; i < length; i++) {
        n_blanks = text[i] == ' ' ? n_blanks + 1 : 0;
        if (n_blanks == GAP_BLANKS)
            g_string_append(out, "… ");
        if (n_blanks < 2)
            g_string_append_c(out, text[i] == '\n' ? ' ' : text[i]);
    }
    cld_terminal_page_add(page, style, out->str);
}

static void
put_side_context(CldTerminalPage *page, const CldView *view, const CldSide *side)
{
    const CldArticle *article = cld_view_get_article(view, side->claim->article);
    CldSpan passage = side->claim->sentence;
    if (article == NULL || passage.end > article->text_bytes)
        return;
    gsize from = step_back(article->text, passage.start, CONTEXT_BYTES);
    gsize to = step_on(article->text, article->text_bytes, passage.end, CONTEXT_BYTES);
    cld_terminal_page_blank(page);
    cld_terminal_page_add(page, CLD_STYLE_BOLD, cld_view_get_label(view, side->claim->article));
    addf(page, CLD_STYLE_FAINT, " · %s", article->source);
    if (side->claim->line > 0)
        addf(page, CLD_STYLE_FAINT, ":%u", side->claim->line);
    cld_terminal_page_end(page, 2, 4);
    cld_terminal_page_add(page, CLD_STYLE_FAINT, from > 0 ? "… " : "");
    add_text(page, CLD_STYLE_PLAIN, article->text + from, passage.start - from);
    add_text(page, CLD_STYLE_MARK, article->text + passage.start, cld_span_length(passage));
    add_text(page, CLD_STYLE_PLAIN, article->text + passage.end, to - passage.end);
    cld_terminal_page_add(page, CLD_STYLE_FAINT, to < article->text_bytes ? " …" : "");
    cld_terminal_page_end(page, 4, 4);
}

/* Draws the passages of @report's only finding with what stands around them. */
void
cld_review_page_put_context(CldTerminalPage *page, const CldReport *report)
{
    g_autoptr(CldView) view = cld_view_new(report);
    const CldFinding *finding = g_ptr_array_index(report->findings, 0);
    for (guint i = 0; i < finding->sides->len; i++)
        put_side_context(page, view, g_ptr_array_index(finding->sides, i));
}

/* Draws a line or two on a finding, for a list. */
void
cld_review_page_put_row(CldTerminalPage *page, const CldReviewItem *item)
{
    const CldTypeInfo *info = cld_type_get_info(item->row->type);
    g_auto(GStrv) outlets = g_strsplit(item->row->outlets, "\n", -1);
    g_auto(GStrv) texts = g_strsplit(item->row->text, "\n", -1);
    addf(page, CLD_STYLE_BOLD, "%.*s  ", SHORT_ID_DIGITS, item->row->id);
    cld_review_page_put_state(page, item->review->state);
    addf(page, CLD_STYLE_PLAIN, " · %s/%s", cld_kind_get_tag(info->kind), info->tag);
    addf(page, CLD_STYLE_FAINT, " · %s", cld_severity_get_tag(item->row->severity));
    cld_terminal_page_end(page, 0, 10);
    for (guint i = 0; i < 2 && texts[i] != NULL; i++) {
        const char *outlet = i < g_strv_length(outlets) ? outlets[i] : "?";
        addf(page, CLD_STYLE_FAINT, "%s: ", outlet);
        cld_terminal_page_add(page, CLD_STYLE_PLAIN, texts[i]);
        cld_terminal_page_end(page, 10, 12);
    }
}

/* Draws one line: how many stand how. */
void
cld_review_page_put_counts(CldTerminalPage *page, const CldReviews *reviews)
{
    guint counts[CLD_N_REVIEWS];
    cld_reviews_count(reviews, counts);
    guint n = cld_reviews_get_size(reviews);
    addf(page, CLD_STYLE_BOLD, "%u %s", n, n == 1 ? "finding" : "findings");
    for (guint state = 0; state < CLD_N_REVIEWS; state++) {
        if (counts[state] > 0)
            addf(page, CLD_STYLE_PLAIN, " · %u %s", counts[state], states[state].word);
    }
    cld_terminal_page_end(page, 0, 2);
}

static void
put_lines(CldJsonWriter *w, const char *name, const char *lines)
{
    g_auto(GStrv) parts = g_strsplit(lines, "\n", -1);
    cld_json_open(w, name, '[');
    for (guint i = 0; parts[i] != NULL; i++)
        cld_json_string(w, NULL, parts[i]);
    cld_json_close(w, ']');
}

static void
put_past(CldJsonWriter *w, CldVerdict verdict, const CldPastDecision *facts)
{
    cld_json_string(w, "decision", cld_verdict_get_tag(verdict));
    cld_json_string(w, "reason", facts->reason);
    cld_json_string(w, "by", facts->by);
    cld_json_string(w, "at", facts->at);
    cld_json_string(w, "expires", facts->expires);
}

static void
put_review(CldJsonWriter *w, const CldDecision *decision)
{
    if (decision == NULL) {
        cld_json_null(w, "review");
        return;
    }
    CldPastDecision now = {decision->verdict, decision->reason, decision->by, decision->at,
                           decision->expires};
    cld_json_open(w, "review", '{');
    cld_json_string(w, "fingerprint", decision->target->fingerprint);
    put_past(w, decision->verdict, &now);
    cld_json_open(w, "history", '[');
    for (guint i = 0; i < decision->history->len; i++) {
        const CldPastDecision *past = g_ptr_array_index(decision->history, i);
        cld_json_open(w, NULL, '{');
        put_past(w, past->verdict, past);
        cld_json_close(w, '}');
    }
    cld_json_close(w, ']');
    cld_json_close(w, '}');
}

static void
put_item(CldJsonWriter *w, const CldReviewItem *item)
{
    const CldTypeInfo *info = cld_type_get_info(item->row->type);
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "id", item->row->id);
    cld_json_string(w, "kind", cld_kind_get_tag(info->kind));
    cld_json_string(w, "type", info->tag);
    cld_json_string(w, "relation", cld_relation_get_tag(item->row->relation));
    cld_json_string(w, "severity", cld_severity_get_tag(item->row->severity));
    cld_json_decimal(w, "confidence", item->row->confidence, 2);
    cld_json_string(w, "state", cld_review_state_get_tag(item->review->state));
    put_lines(w, "outlets", item->row->outlets);
    put_lines(w, "passages", item->row->text);
    put_review(w, item->review->decision);
    cld_json_close(w, '}');
}

/* Returns: (transfer full): the items of @indices (element-type guint) as a JSON document */
char *
cld_review_dup_json(const CldReviews *reviews, const GArray *indices, gsize *length_bytes)
{
    CldJsonWriter w = {.out = g_string_new(NULL), .is_pretty = TRUE};
    cld_json_open(&w, NULL, '{');
    cld_json_string(&w, "schema", "claimdiff-reviews-1");
    cld_json_string(&w, "decisions", cld_reviews_get_decisions_path(reviews));
    cld_json_open(&w, "findings", '[');
    for (guint i = 0; i < indices->len; i++)
        put_item(&w, cld_reviews_get_item(reviews, g_array_index(indices, guint, i)));
    cld_json_close(&w, ']');
    g_autoptr(GPtrArray) unused = cld_reviews_list_unused(reviews);
    cld_json_open(&w, "unused", '[');
    for (guint i = 0; i < unused->len; i++) {
        const CldDecision *decision = g_ptr_array_index(unused, i);
        cld_json_string(&w, NULL, decision->target->fingerprint);
    }
    cld_json_close(&w, ']');
    cld_json_close(&w, '}');
    g_string_append_c(w.out, '\n');
    *length_bytes = w.out->len;
    return g_string_free(w.out, FALSE);
}
