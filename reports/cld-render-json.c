/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-render-json.h"
#include "cld-json-writer.h"
#include "cld-target.h"

/* docs/FORMATS.md describes every member. Members may be added, never renamed or reordered. */
#define SCHEMA            "claimdiff-report-1"
#define CONFIDENCE_DIGITS 2

typedef CldJsonWriter Writer;

static void
put_article_id(Writer *w, const char *name, gint article)
{
    g_autofree char *id = article < 0 ? NULL : g_strdup_printf("a%d", article + 1);
    cld_json_string(w, name, id);
}

static void
put_claim_id(Writer *w, const char *name, const CldClaim *claim)
{
    g_autofree char *id = cld_claim_dup_id(claim);
    cld_json_string(w, name, id);
}

static void
put_span(Writer *w, const char *name, CldSpan span)
{
    cld_json_open_inline(w, name, '{');
    cld_json_integer(w, "start", (gint64)span.start);
    cld_json_integer(w, "end", (gint64)span.end);
    cld_json_close(w, '}');
}

static void
put_moment(Writer *w, const char *name, CldWhen when)
{
    g_autofree char *from = cld_when_dup_from(when);
    cld_json_string(w, name, from);
}

static void
put_strings(Writer *w, const char *name, const GPtrArray *strings)
{
    cld_json_open_inline(w, name, '[');
    for (guint i = 0; i < strings->len; i++)
        cld_json_string(w, NULL, g_ptr_array_index(strings, i));
    cld_json_close(w, ']');
}

static gint
index_at(const GArray *array, guint i)
{
    return i < array->len ? g_array_index(array, gint, i) : -1;
}

static void
put_tool(Writer *w, const CldReport *report)
{
    cld_json_open_inline(w, "tool", '{');
    cld_json_string(w, "name", "claimdiff");
    cld_json_string(w, "version", CLD_VERSION);
    cld_json_string(w, "model", report->model);
    if (report->model != NULL) {
        cld_json_string(w, "model_sha256", report->model_sha256);
        cld_json_string(w, "model_runtime", report->model_runtime);
    }
    cld_json_close(w, '}');
}

/* How an input ended. */
static void
put_input(Writer *w, const CldReport *report, guint i)
{
    const CldInput *input = g_ptr_array_index(report->inputs, i);
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "source", input->source);
    cld_json_string(w, "outcome", cld_outcome_get_tag(input->outcome));
    cld_json_string(w, "code", input->code);
    cld_json_string(w, "message", input->message);
    if (input->offset_bytes < 0)
        cld_json_null(w, "offset");
    else
        cld_json_integer(w, "offset", input->offset_bytes);
    cld_json_close(w, '}');
}

static void
put_article(Writer *w, const CldReport *report, guint i)
{
    const CldArticle *article = g_ptr_array_index(report->articles, i);
    gint event = index_at(report->event_of, i);
    g_autofree char *event_id = event < 0 ? NULL : g_strdup_printf("e%d", event + 1);
    cld_json_open(w, NULL, '{');
    put_article_id(w, "id", (gint)i);
    cld_json_string(w, "source", article->source);
    cld_json_string(w, "format", article->format);
    cld_json_string(w, "url", article->url);
    cld_json_string(w, "outlet", article->outlet);
    cld_json_string(w, "outlet_from", article->outlet_from);
    cld_json_string(w, "title", article->title);
    put_strings(w, "authors", article->authors);
    put_moment(w, "published", article->published);
    cld_json_string(w, "published_from", article->published_from);
    cld_json_string(w, "language", article->language);
    cld_json_string(w, "language_from", article->language_from);
    cld_json_string(w, "event", event_id);
    put_article_id(w, "copy_of", index_at(report->copy_of, i));
    put_strings(w, "warnings", article->warnings);
    cld_json_integer(w, "dropped", article->dropped->len);
    g_autofree char *hash = cld_article_dup_text_hash(article);
    cld_json_string(w, "text_hash", hash);
    cld_json_close(w, '}');
}

static void
put_event(Writer *w, const CldReport *report, guint i)
{
    const CldEvent *event = g_ptr_array_index(report->events, i);
    g_autofree char *id = g_strdup_printf("e%u", i + 1);
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "id", id);
    cld_json_string(w, "title", event->title);
    cld_json_open_inline(w, "articles", '[');
    for (guint k = 0; k < event->articles->len; k++)
        put_article_id(w, NULL, (gint)g_array_index(event->articles, guint, k));
    cld_json_close(w, ']');
    g_autofree char *to = cld_when_dup_to(event->to);
    put_moment(w, "from", event->from);
    cld_json_string(w, "to", to);
    cld_json_close(w, '}');
}

static void
put_holder(Writer *w, const CldClaim *claim)
{
    if (claim->holder == NULL) {
        cld_json_null(w, "holder");
        return;
    }
    cld_json_open_inline(w, "holder", '{');
    cld_json_string(w, "name", claim->holder);
    cld_json_string(w, "entity", claim->holder_entity);
    cld_json_boolean(w, "named", !claim->holder_is_unnamed);
    cld_json_close(w, '}');
}

static void
put_quantities(Writer *w, const CldClaim *claim)
{
    static const char *const bounds[] = {"exact", "about", "at-least", "at-most", "range"};
    cld_json_open(w, "quantities", '[');
    for (guint i = 0; i < claim->quantities->len; i++) {
        const CldQuantity *quantity = &g_array_index(claim->quantities, CldQuantity, i);
        if (quantity->is_ordinal)
            continue; /* a name, not an amount */
        cld_json_open_inline(w, NULL, '{');
        cld_json_number(w, "value", quantity->value);
        cld_json_number(w, "max", quantity->max);
        cld_json_string(w, "unit", quantity->unit);
        cld_json_string(w, "noun", quantity->noun);
        cld_json_boolean(w, "approx", quantity->bound == CLD_BOUND_ABOUT);
        cld_json_string(w, "bound",
                        quantity->bound < G_N_ELEMENTS(bounds) ? bounds[quantity->bound] : NULL);
        cld_json_close(w, '}');
    }
    cld_json_close(w, ']');
}

/* A claim with everything known about it. */
static void
put_claim(Writer *w, const CldReport *report, guint i)
{
    const CldClaim *claim = g_ptr_array_index(report->claims, i);
    cld_json_open(w, NULL, '{');
    put_claim_id(w, "id", claim);
    put_article_id(w, "article", (gint)claim->article);
    cld_json_string(w, "text", claim->text);
    put_span(w, "span", claim->sentence);
    put_span(w, "clause", claim->clause);
    cld_json_integer(w, "line", claim->line);
    cld_json_string(w, "part", cld_part_get_tag(claim->part));
    put_holder(w, claim);
    put_strings(w, "chain", claim->chain);
    cld_json_string(w, "cue", claim->cue);
    cld_json_string(w, "mode", cld_mode_get_tag(claim->mode));
    cld_json_when(w, "said", claim->said);
    cld_json_when(w, "about", claim->about);
    cld_json_string(w, "polarity", cld_polarity_get_tag(claim->polarity));
    cld_json_string(w, "modality", cld_modality_get_tag(claim->modality));
    cld_json_boolean(w, "hedged", claim->is_hedged);
    put_quantities(w, claim);
    put_strings(w, "entities", claim->entities);
    cld_json_close(w, '}');
}

/* What stands around the side's passage, by which a decision on it is attached again. */
static void
put_surroundings(Writer *w, const CldReport *report, const CldClaim *claim)
{
    if (claim->article >= report->articles->len) {
        cld_json_null(w, "published");
        return;
    }
    const CldArticle *article = g_ptr_array_index(report->articles, claim->article);
    g_autofree char *prefix = cld_selector_dup_prefix(article, claim->sentence);
    g_autofree char *suffix = cld_selector_dup_suffix(article, claim->sentence);
    put_moment(w, "published", article->published);
    cld_json_string(w, "prefix", prefix);
    cld_json_string(w, "suffix", suffix);
}

static void
put_side(Writer *w, const CldReport *report, const CldSide *side)
{
    const CldClaim *claim = side->claim;
    cld_json_open(w, NULL, '{');
    put_claim_id(w, "claim", claim);
    put_article_id(w, "article", (gint)claim->article);
    if (side->camp > 0)
        cld_json_integer(w, "camp", side->camp);
    cld_json_string(w, "text", claim->text);
    put_span(w, "span", claim->sentence);
    cld_json_integer(w, "line", claim->line);
    cld_json_open_inline(w, "highlights", '[');
    for (guint i = 0; i < side->highlights->len; i++)
        put_span(w, NULL, g_array_index(side->highlights, CldSpan, i));
    cld_json_close(w, ']');
    cld_json_string(w, "holder", claim->holder);
    cld_json_when(w, "said", claim->said);
    put_surroundings(w, report, claim);
    cld_json_close(w, '}');
}

static void
put_diff(Writer *w, const GPtrArray *diff)
{
    cld_json_open(w, "diff", '[');
    for (guint i = 0; i < diff->len; i++) {
        const CldDiffStep *step = g_ptr_array_index(diff, i);
        const char op[] = {step->op, '\0'};
        cld_json_open_inline(w, NULL, '{');
        cld_json_string(w, "op", op);
        cld_json_string(w, "text", step->text);
        cld_json_boolean(w, "marked", step->is_marked);
        cld_json_close(w, '}');
    }
    cld_json_close(w, ']');
}

static void
put_missing_from(Writer *w, const CldFinding *finding)
{
    cld_json_open_inline(w, "missing_from", '[');
    for (guint i = 0; i < finding->missing_from->len; i++)
        put_article_id(w, NULL, (gint)g_array_index(finding->missing_from, guint, i));
    cld_json_close(w, ']');
}

/* Decisions are a matter of the collection: one run without it knows none. */
static void
put_review(Writer *w, const CldChecked *checked)
{
    const CldDecision *decision = checked == NULL ? NULL : checked->decision;
    if (decision == NULL) {
        cld_json_null(w, "review");
        return;
    }
    cld_json_open(w, "review", '{');
    cld_json_string(w, "state",
                    checked->state == CLD_CHECKED_STALE ? "stale"
                                                        : cld_verdict_get_tag(decision->verdict));
    cld_json_string(w, "note", decision->reason);
    cld_json_string(w, "by", decision->by);
    cld_json_string(w, "at", decision->at);
    cld_json_close(w, '}');
}

static void
put_checked(Writer *w, const CldChecked *checked)
{
    cld_json_open_inline(w, "check", '{');
    cld_json_string(w, "state", cld_checked_state_get_tag(checked->state));
    cld_json_integer(w, "new_side", checked->new_side);
    cld_json_boolean(w, "failing", checked->is_failing);
    cld_json_close(w, '}');
}

/* Only the report of a check has this member. */
static void
put_check(Writer *w, const CldCheck *check)
{
    guint n_dismissed = 0;
    if (check == NULL)
        return;
    for (guint i = 0; i < check->findings->len; i++)
        n_dismissed += cld_checked_is_dismissed(g_ptr_array_index(check->findings, i));
    cld_json_open(w, "check", '{');
    cld_json_integer(w, "new_articles", check->n_new_articles);
    cld_json_integer(w, "compared_articles", check->n_compared_articles);
    for (gint state = 0; state < CLD_N_CHECKED_STATES; state++)
        cld_json_integer(w, cld_checked_state_get_tag((CldCheckedState)state),
                         cld_check_count(check, (CldCheckedState)state));
    cld_json_integer(w, "dismissed", n_dismissed);
    put_strings(w, "unused", check->unused);
    cld_json_close(w, '}');
}

/* Members between the braces of finding @index. */
static void
put_finding_members(Writer *w, const CldReport *report, guint index)
{
    const CldFinding *finding = g_ptr_array_index(report->findings, index);
    const CldChecked *checked = cld_report_get_checked(report, index);
    const CldTypeInfo *info = cld_type_get_info(finding->type);
    cld_json_string(w, "id", finding->id);
    cld_json_string(w, "kind", cld_kind_get_tag(info->kind));
    cld_json_string(w, "type", info->tag);
    cld_json_string(w, "relation", cld_relation_get_tag(finding->relation));
    cld_json_string(w, "severity", cld_severity_get_tag(finding->severity));
    cld_json_decimal(w, "confidence", finding->confidence, CONFIDENCE_DIGITS);
    put_strings(w, "basis", finding->basis);
    cld_json_string(w, "explanation", finding->explanation);
    cld_json_string(w, "subject", finding->subject);
    cld_json_open(w, "sides", '[');
    for (guint i = 0; i < finding->sides->len; i++)
        put_side(w, report, g_ptr_array_index(finding->sides, i));
    cld_json_close(w, ']');
    cld_json_open_inline(w, "also", '[');
    for (guint i = 0; i < finding->also->len; i++)
        put_claim_id(w, NULL, g_ptr_array_index(finding->also, i));
    cld_json_close(w, ']');
    if (info->kind == CLD_KIND_OMISSION)
        put_missing_from(w, finding);
    if (finding->diff->len > 0)
        put_diff(w, finding->diff);
    put_review(w, checked);
    if (checked != NULL)
        put_checked(w, checked);
}

static void
put_agreement(Writer *w, const CldReport *report, guint i)
{
    const CldAgreement *agreement = g_ptr_array_index(report->agreements, i);
    cld_json_open(w, NULL, '{');
    cld_json_open_inline(w, "claims", '[');
    for (guint k = 0; k < agreement->claims->len; k++)
        put_claim_id(w, NULL, g_ptr_array_index(agreement->claims, k));
    cld_json_close(w, ']');
    cld_json_decimal(w, "similarity", agreement->similarity, CONFIDENCE_DIGITS);
    cld_json_integer(w, "independent_origins", agreement->independent_origins);
    cld_json_close(w, '}');
}

static void
put_not_compared(Writer *w, const CldReport *report, guint i)
{
    const CldNotCompared *row = g_ptr_array_index(report->not_compared, i);
    cld_json_open(w, NULL, '{');
    put_article_id(w, "article", row->article);
    cld_json_string(w, "source", row->source);
    cld_json_string(w, "reason", row->reason);
    cld_json_close(w, '}');
}

static void
put_finding(Writer *w, const CldReport *report, guint i)
{
    cld_json_open(w, NULL, '{');
    put_finding_members(w, report, i);
    cld_json_close(w, '}');
}

/* Writes record @i of @report as an element of an array. */
typedef void (*RecordPutter)(Writer *w, const CldReport *report, guint i);

static void
put_list(Writer *w, const char *name, const CldReport *report, guint n, RecordPutter put)
{
    cld_json_open(w, name, '[');
    for (guint i = 0; i < n; i++)
        put(w, report, i);
    cld_json_close(w, ']');
}

/* Writes "inputs": how each of them ended. */
void
cld_json_put_inputs(CldJsonWriter *w, const CldReport *report)
{
    put_list(w, "inputs", report, report->inputs->len, put_input);
}

/* Writes "articles". */
void
cld_json_put_articles(CldJsonWriter *w, const CldReport *report)
{
    put_list(w, "articles", report, report->articles->len, put_article);
}

/* Writes "events". */
void
cld_json_put_events(CldJsonWriter *w, const CldReport *report)
{
    put_list(w, "events", report, report->events->len, put_event);
}

/* Writes "claims", with everything known about each. */
void
cld_json_put_claims(CldJsonWriter *w, const CldReport *report)
{
    put_list(w, "claims", report, report->claims->len, put_claim);
}

static char *
finish(GString *out, gsize *length_bytes)
{
    if (length_bytes != NULL)
        *length_bytes = out->len;
    return g_string_free(out, FALSE);
}

/**
 * cld_render_json:
 * @report: what was found
 * @options: (nullable): not used
 * @length_bytes: (out) (optional): length of the document
 *
 * Returns: (transfer full): the whole report as one JSON object, the same bytes on every run
 */
char *
cld_render_json(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    Writer w = {.out = g_string_new(NULL), .is_pretty = TRUE};
    cld_json_open(&w, NULL, '{');
    cld_json_string(&w, "schema", SCHEMA);
    put_tool(&w, report);
    cld_json_put_inputs(&w, report);
    cld_json_put_articles(&w, report);
    cld_json_put_events(&w, report);
    cld_json_put_claims(&w, report);
    put_list(&w, "findings", report, report->findings->len, put_finding);
    put_list(&w, "agreements", report, report->agreements->len, put_agreement);
    put_list(&w, "not_compared", report, report->not_compared->len, put_not_compared);
    cld_json_integer(&w, "aligned_pairs", report->aligned_pairs);
    put_check(&w, report->check);
    cld_json_close(&w, '}');
    g_string_append_c(w.out, '\n');
    return finish(w.out, length_bytes);
}

/* The articles of a finding's sides, each once, so that a line stands for itself. */
static void
put_articles_of(Writer *w, const CldReport *report, const CldFinding *finding)
{
    gint last = -1;
    cld_json_open(w, "articles", '[');
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        if ((gint)side->claim->article == last || side->claim->article >= report->articles->len)
            continue;
        last = (gint)side->claim->article;
        put_article(w, report, side->claim->article);
    }
    cld_json_close(w, ']');
}

/* A line that says what was read and what was not, so that no line is missed for want of one. */
static void
put_head_line(GString *out, const CldReport *report)
{
    Writer w = {.out = out};
    cld_json_open(&w, NULL, '{');
    cld_json_string(&w, "record", "run");
    cld_json_string(&w, "schema", SCHEMA);
    put_tool(&w, report);
    cld_json_put_inputs(&w, report);
    put_list(&w, "not_compared", report, report->not_compared->len, put_not_compared);
    put_check(&w, report->check);
    cld_json_close(&w, '}');
    g_string_append_c(out, '\n');
}

/**
 * cld_render_jsonl:
 * @report: what was found
 * @options: (nullable): not used
 * @length_bytes: (out) (optional): length of the document
 *
 * Returns: (transfer full): a line on the run, then a line for each finding with its articles
 */
char *
cld_render_jsonl(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    GString *out = g_string_new(NULL);
    put_head_line(out, report);
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        Writer w = {.out = out};
        cld_json_open(&w, NULL, '{');
        cld_json_string(&w, "record", "finding");
        put_finding_members(&w, report, i);
        put_articles_of(&w, report, finding);
        cld_json_close(&w, '}');
        g_string_append_c(out, '\n');
    }
    return finish(out, length_bytes);
}
