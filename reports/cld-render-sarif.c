/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* SARIF 2.1.0 (OASIS, 2020), shaped for what its readers make of it: GitHub shows the first
 * location of a result and links others only from the message; it tells results apart by
 * primaryLocationLineHash alone; it takes 25,000 results a run. */
#include "cld-render-sarif.h"
#include "cld-sarif-place.h"

#define SCHEMA_URI  "https://json.schemastore.org/sarif-2.1.0.json"
#define MAX_RESULTS 25000u

typedef CldJsonWriter Writer;
typedef CldSarif Sarif;

static const char *const levels[CLD_N_LEVELS] = {"note", "warning", "error"};

/* How often a finding of the kind is right, in the four words of GitHub; docs/FIGURES.md has the
 * numbers. */
static const char *const precisions[CLD_N_KINDS] = {"medium", "medium", "medium", "low", "low"};

/* "contradiction/loaded-term" as one name: "ContradictionLoadedTerm". */
static char *
dup_rule_name(const char *rule)
{
    GString *out = g_string_new(NULL);
    gboolean is_first = TRUE;
    for (const char *p = rule; *p != '\0'; p++) {
        gboolean is_letter = g_ascii_isalpha(*p);
        if (is_letter)
            g_string_append_c(out, is_first ? g_ascii_toupper(*p) : *p);
        is_first = !is_letter;
    }
    return g_string_free(out, FALSE);
}

static void
put_help(Writer *w, CldType type)
{
    const CldTypeInfo *info = cld_type_get_info(type);
    const char *kind = cld_kind_get_meaning(info->kind), *help = cld_type_get_help(type);
    g_autofree char *text =
        g_strdup_printf("%s %s Example: %s %s", info->meaning, kind, info->example, help);
    g_autofree char *markdown =
        g_strdup_printf("**%s** %s\n\n> %s\n\n%s", info->meaning, kind, info->example, help);
    cld_json_open(w, "help", '{');
    cld_json_string(w, "text", text);
    cld_json_string(w, "markdown", markdown);
    cld_json_close(w, '}');
}

static void
put_rule(Writer *w, CldType type)
{
    const CldTypeInfo *info = cld_type_get_info(type);
    const char *level =
        levels[info->kind == CLD_KIND_CONTRADICTION ? CLD_LEVEL_WARNING : CLD_LEVEL_NOTE];
    g_autofree char *rule = cld_notice_dup_rule(type);
    g_autofree char *name = dup_rule_name(rule);
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "id", rule);
    cld_json_string(w, "name", name);
    cld_sarif_put_message(w, "shortDescription", info->meaning);
    cld_sarif_put_message(w, "fullDescription", info->meaning);
    put_help(w, type);
    cld_json_open_inline(w, "defaultConfiguration", '{');
    cld_json_string(w, "level", level);
    cld_json_close(w, '}');
    cld_json_open_inline(w, "properties", '{');
    cld_json_open_inline(w, "tags", '[');
    cld_json_string(w, NULL, cld_kind_get_tag(info->kind));
    cld_json_close(w, ']');
    cld_json_string(w, "precision", precisions[info->kind]);
    cld_json_string(w, "problem.severity",
                    info->kind == CLD_KIND_CONTRADICTION ? "warning" : "recommendation");
    cld_json_close(w, '}');
    cld_json_close(w, '}');
}

static void
put_tool(Sarif *s)
{
    Writer *w = &s->w;
    g_autofree char *scope = cld_view_dup_scope(s->report);
    cld_json_open(w, "tool", '{');
    cld_json_open(w, "driver", '{');
    cld_json_string(w, "name", "claimdiff");
    cld_json_string(w, "version", CLD_VERSION);
    cld_json_string(w, "semanticVersion", CLD_VERSION);
    cld_sarif_put_message(w, "shortDescription",
                          "Shows where news articles contradict each other.");
    cld_json_open(w, "rules", '[');
    for (gint type = 0; type < CLD_N_TYPES; type++)
        put_rule(w, (CldType)type);
    cld_json_close(w, ']');
    cld_json_open_inline(w, "properties", '{');
    cld_sarif_put_text(w, "madeBy", scope);
    cld_json_close(w, '}');
    cld_json_close(w, '}');
    cld_json_close(w, '}');
}

/* By content alone: no line, path, score or model, so that a result stays itself when text moves.
 */
static void
put_fingerprints(Writer *w, const CldNotice *notice)
{
    g_autofree char *hash = g_strdup_printf("%s:%u", notice->finding->id, notice->occurrence);
    cld_json_open_inline(w, "fingerprints", '{');
    cld_json_string(w, "claimdiff/v1", notice->finding->id);
    cld_json_close(w, '}');
    cld_json_open_inline(w, "partialFingerprints", '{');
    cld_json_string(w, "primaryLocationLineHash", hash);
    cld_json_string(w, "claimPair/v1", notice->finding->id);
    cld_json_close(w, '}');
}

static void
put_suppression(Writer *w, const CldDecision *decision, gboolean is_deferred)
{
    const char *tag = cld_verdict_get_tag(decision->verdict);
    g_autofree char *why =
        decision->reason == NULL ? g_strdup(tag) : g_strdup_printf("%s: %s", tag, decision->reason);
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "kind", "external");
    cld_json_string(w, "status", is_deferred ? "underReview" : "accepted");
    cld_sarif_put_text(w, "justification", why);
    cld_json_open_inline(w, "properties", '{');
    cld_sarif_put_text(w, "by", decision->by);
    cld_sarif_put_text(w, "at", decision->at);
    cld_json_close(w, '}');
    cld_json_close(w, '}');
}

/* What is dismissed stays in the file: a result that disappears is taken for mended. */
static void
put_suppressions(Writer *w, const CldChecked *checked)
{
    gboolean is_deferred = cld_checked_has_verdict(checked, CLD_VERDICT_DEFERRED);
    cld_json_open(w, "suppressions", '[');
    if (is_deferred || cld_checked_is_dismissed(checked))
        put_suppression(w, checked->decision, is_deferred);
    cld_json_close(w, ']');
}

static const char *
get_baseline_state(const CldChecked *checked)
{
    static const char *const states[CLD_N_CHECKED_STATES] = {
        [CLD_CHECKED_NEW] = "new",
        [CLD_CHECKED_BASELINE] = "unchanged",
        [CLD_CHECKED_DECIDED] = "unchanged",
        [CLD_CHECKED_STALE] = "updated",
    };
    return states[checked == NULL ? CLD_CHECKED_NEW : checked->state];
}

static void
put_properties(Writer *w, const CldNotice *notice)
{
    const CldFinding *finding = notice->finding;
    cld_json_open(w, "properties", '{');
    cld_json_string(w, "severity", cld_severity_get_tag(finding->severity));
    cld_json_decimal(w, "confidence", finding->confidence, 2);
    if (finding->relation != CLD_RELATION_NONE)
        cld_json_string(w, "relation", cld_relation_get_tag(finding->relation));
    if (notice->checked != NULL)
        cld_json_string(w, "state", cld_checked_state_get_tag(notice->checked->state));
    if (notice->checked != NULL && notice->checked->decision != NULL)
        cld_json_string(w, "decision", cld_verdict_get_tag(notice->checked->decision->verdict));
    cld_json_close(w, '}');
}

static void
put_result(Sarif *s, const CldNotice *notice)
{
    Writer *w = &s->w;
    g_autofree char *rule = cld_notice_dup_rule(notice->finding->type);
    g_autofree char *text = cld_notice_dup_text(notice, s->view, TRUE);
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "ruleId", rule);
    cld_json_integer(w, "ruleIndex", notice->finding->type);
    cld_json_string(w, "level", levels[notice->level]);
    cld_json_open_inline(w, "message", '{');
    cld_json_string(w, "text", text); /* inert already */
    cld_json_close(w, '}');
    cld_sarif_put_locations(s, notice);
    cld_sarif_put_flow(s, notice);
    put_fingerprints(w, notice);
    cld_json_string(w, "baselineState", get_baseline_state(notice->checked));
    put_suppressions(w, notice->checked);
    put_properties(w, notice);
    cld_json_close(w, '}');
}

/* New ones first: what a reader cuts off at its own limit is known already. */
static guint
put_results_of(Sarif *s, gboolean is_shown, guint n_most)
{
    guint n = 0;
    for (guint i = 0; i < s->notices->len && n < n_most; i++) {
        const CldNotice *notice = &g_array_index(s->notices, CldNotice, i);
        if (cld_notice_is_shown(notice) == is_shown) {
            put_result(s, notice);
            n++;
        }
    }
    return n;
}

static void
put_notification(Writer *w, const char *id, CldLevel level, const char *text)
{
    cld_json_open_inline(w, "descriptor", '{');
    cld_sarif_put_text(w, "id", id);
    cld_json_close(w, '}');
    cld_json_string(w, "level", levels[level]);
    cld_sarif_put_message(w, "message", text);
}

static void
put_input(Sarif *s, const CldInput *input)
{
    Writer *w = &s->w;
    g_autofree char *file = cld_notice_dup_file(input->source);
    g_autofree char *what = cld_view_dup_input(input);
    g_autofree char *text = g_strdup_printf("%s: %s", input->source, what);
    g_autofree char *id =
        g_strdup_printf("input/%s", input->code != NULL ? input->code : "not-read");
    cld_json_open(w, NULL, '{');
    put_notification(
        w, id, input->outcome == CLD_OUTCOME_WARNED ? CLD_LEVEL_WARNING : CLD_LEVEL_ERROR, text);
    cld_json_open(w, "locations", '[');
    cld_json_open(w, NULL, '{');
    cld_json_open(w, "physicalLocation", '{');
    cld_sarif_put_file(s, file);
    cld_json_close(w, '}');
    cld_json_close(w, '}');
    cld_json_close(w, ']');
    cld_json_close(w, '}');
}

static void
put_notice_of_run(Sarif *s, const char *id, CldLevel level, const char *text)
{
    cld_json_open(&s->w, NULL, '{');
    put_notification(&s->w, id, level, text);
    cld_json_close(&s->w, '}');
}

static void
put_not_compared(Sarif *s)
{
    for (guint i = 0; i < s->report->not_compared->len; i++) {
        const CldNotCompared *row = g_ptr_array_index(s->report->not_compared, i);
        g_autofree char *text =
            g_strdup_printf("%s was not compared: %s", row->source, row->reason);
        put_notice_of_run(s, "not-compared", CLD_LEVEL_NOTE, text);
    }
}

static void
put_notifications(Sarif *s)
{
    const CldReport *report = s->report;
    cld_json_open(&s->w, "toolExecutionNotifications", '[');
    for (guint i = 0; i < report->inputs->len; i++) {
        const CldInput *input = g_ptr_array_index(report->inputs, i);
        if (input->outcome != CLD_OUTCOME_ACCEPTED)
            put_input(s, input);
    }
    put_not_compared(s);
    for (guint i = 0; report->check != NULL && i < report->check->unused->len; i++)
        put_notice_of_run(s, "unused", CLD_LEVEL_NOTE, report->check->unused->pdata[i]);
    if (s->notices->len > MAX_RESULTS) {
        g_autofree char *text =
            g_strdup_printf("%u more findings are left out of this file; the JSON form has them",
                            s->notices->len - MAX_RESULTS);
        put_notice_of_run(s, "left-out", CLD_LEVEL_WARNING, text);
    }
    cld_json_close(&s->w, ']');
}

static void
put_invocation(Sarif *s, const CldRenderOptions *options)
{
    gint status = options == NULL ? 0 : options->exit_status;
    cld_json_open(&s->w, "invocations", '[');
    cld_json_open(&s->w, NULL, '{');
    cld_json_boolean(&s->w, "executionSuccessful", status < 2);
    cld_json_integer(&s->w, "exitCode", status);
    put_notifications(s);
    cld_json_close(&s->w, '}');
    cld_json_close(&s->w, ']');
}

static void
put_run(Sarif *s, const CldRenderOptions *options)
{
    cld_json_open(&s->w, NULL, '{');
    put_tool(s);
    put_invocation(s, options);
    cld_sarif_put_artifacts(s);
    cld_json_string(&s->w, "columnKind", "utf16CodeUnits");
    cld_json_open(&s->w, "results", '[');
    guint n = put_results_of(s, TRUE, MAX_RESULTS);
    put_results_of(s, FALSE, MAX_RESULTS - n);
    cld_json_close(&s->w, ']');
    cld_json_close(&s->w, '}');
}

/**
 * cld_render_sarif:
 * @report: what was found
 * @options: (nullable): of which the exit status is told
 * @length_bytes: (out) (optional): length of the document
 *
 * Returns: (transfer full): one SARIF 2.1.0 log with one run; known findings are in it, marked
 */
char *
cld_render_sarif(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes)
{
    g_autoptr(CldView) view = cld_view_new(report);
    g_autoptr(GArray) notices = cld_notice_list(report);
    g_autoptr(GArray) files = cld_sarif_list_files(report);
    Sarif s = {.w = {.out = g_string_new(NULL), .is_pretty = TRUE},
               .report = report,
               .view = view,
               .notices = notices,
               .files = files};
    cld_json_open(&s.w, NULL, '{');
    cld_json_string(&s.w, "$schema", SCHEMA_URI);
    cld_json_string(&s.w, "version", "2.1.0");
    cld_json_open(&s.w, "runs", '[');
    put_run(&s, options);
    cld_json_close(&s.w, ']');
    cld_json_close(&s.w, '}');
    g_string_append_c(s.w.out, '\n');
    if (length_bytes != NULL)
        *length_bytes = s.w.out->len;
    return g_string_free(s.w.out, FALSE);
}
