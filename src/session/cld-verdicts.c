/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-verdicts.h"
#include <gio/gio.h>

/* Lines of the decisions file that are named in one message. */
#define MAX_PROBLEMS_TOLD 5

static void
tell_problems(GError **error, const char *path, const GPtrArray *problems)
{
    g_autoptr(GString) told = g_string_new(NULL);
    for (guint i = 0; problems != NULL && i < MIN(problems->len, MAX_PROBLEMS_TOLD); i++) {
        const CldDecisionProblem *problem = g_ptr_array_index(problems, i);
        g_string_append_printf(told, "line %u: %s; ", problem->line, problem->message);
    }
    if (told->len > 0)
        g_prefix_error(error, "%s: %s", path, told->str);
}

/**
 * cld_verdicts_open_decisions:
 * @path: the decisions file; it need not be there
 * @error: return location, or %NULL
 *
 * Returns: (transfer full) (nullable): the decisions; %NULL with the lines that cannot be used
 * named
 */
CldDecisions *
cld_verdicts_open_decisions(const char *path, GError **error)
{
    g_autoptr(GPtrArray) problems = NULL;
    CldDecisions *decisions = cld_decisions_open(path, &problems, error);
    if (decisions == NULL)
        tell_problems(error, path, problems);
    return decisions;
}

static CldCheckedState
state_of(const CldReview *review, gboolean is_in_baseline)
{
    if (cld_review_state_is_decided(review->state))
        return CLD_CHECKED_DECIDED;
    if (is_in_baseline)
        return CLD_CHECKED_BASELINE;
    return review->state == CLD_REVIEW_NONE ? CLD_CHECKED_NEW : CLD_CHECKED_STALE;
}

static gboolean
is_named(const CldFinding *finding, const GArray *rules)
{
    gint kind = (gint)cld_type_get_info(finding->type)->kind;
    for (guint i = 0; i < rules->len; i++) {
        const CldFailOn *rule = &g_array_index(rules, CldFailOn, i);
        if ((rule->kind < 0 || rule->kind == kind) && finding->severity >= rule->severity)
            return TRUE;
    }
    return FALSE;
}

/* The first side of a new article: of the others some may have been there before. */
static guint
find_new_side(const CldFinding *finding, const GArray *is_new)
{
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        if (g_array_index(is_new, gboolean, side->claim->article))
            return i;
    }
    return 0;
}

static GPtrArray *
list_targets(const CldReport *report)
{
    GPtrArray *targets = g_ptr_array_new_with_free_func((GDestroyNotify)cld_target_unref);
    for (guint i = 0; i < report->findings->len; i++)
        g_ptr_array_add(targets, cld_target_new_for_finding(g_ptr_array_index(report->findings, i),
                                                            report->articles));
    return targets;
}

static void
judge_one(CldReport *report,
          guint index,
          const CldReview *review,
          CldBaseline *baseline,
          const CldCheckOptions *options,
          const GArray *is_new)
{
    const CldFinding *finding = g_ptr_array_index(report->findings, index);
    gboolean is_in_baseline = baseline != NULL && cld_baseline_use(baseline, finding->id);
    CldCheckedState state = state_of(review, is_in_baseline);
    gboolean is_open = state == CLD_CHECKED_NEW || state == CLD_CHECKED_STALE;
    if (is_open && options->updates_baseline) {
        cld_baseline_add(baseline, report, finding);
        state = CLD_CHECKED_BASELINE;
        is_open = FALSE;
    }
    CldChecked *checked = cld_check_add(report->check, state, review->decision);
    checked->new_side = find_new_side(finding, is_new);
    checked->is_failing = is_open && is_named(finding, options->fail_on);
}

static void
list_unused(CldReport *report,
            const CldDecisions *decisions,
            CldBaseline *baseline,
            const GPtrArray *known)
{
    g_autoptr(GPtrArray) unused = cld_decisions_list_unused_by(decisions, known);
    for (guint i = 0; i < unused->len; i++) {
        const CldDecision *decision = g_ptr_array_index(unused, i);
        if (decision->verdict == CLD_VERDICT_OPEN)
            continue;
        g_ptr_array_add(report->check->unused,
                        g_strdup_printf("no finding needs the decision %s (%s/%s, %s) any more",
                                        decision->target->fingerprint, decision->target->kind,
                                        decision->target->type,
                                        cld_verdict_get_tag(decision->verdict)));
    }
    g_autoptr(GPtrArray) lines = baseline != NULL ? cld_baseline_list_unused(baseline) : NULL;
    for (guint i = 0; lines != NULL && i < lines->len; i++)
        g_ptr_array_add(report->check->unused,
                        g_strdup_printf("no finding needs this line of the baseline any more: %s",
                                        (const char *)g_ptr_array_index(lines, i)));
}

static char *
print_untrue(const CldDecision *decision)
{
    const CldTarget *target = decision->target;
    g_autofree char *own = cld_target_dup_own_fingerprint(target);
    return g_strdup_printf(
        "the decision %s (%s/%s, %s) has the passages of %s, so it settles nothing: "
        "one of the two was edited",
        target->fingerprint, target->kind, target->type, cld_verdict_get_tag(decision->verdict),
        own);
}

/**
 * cld_verdicts_print_untrue:
 * @decisions: the decisions
 * @known: (element-type utf8): fingerprints of all findings there are now
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each of
 * cld_decisions_list_untrue()
 */
GPtrArray *
cld_verdicts_print_untrue(const CldDecisions *decisions, const GPtrArray *known)
{
    g_autoptr(GPtrArray) untrue = cld_decisions_list_untrue(decisions, known);
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < untrue->len; i++)
        g_ptr_array_add(lines, print_untrue(g_ptr_array_index(untrue, i)));
    return lines;
}

/* Told whether or not anybody asks: a finding is shown again that somebody believes settled. */
static void
list_untrue(CldReport *report, const CldDecisions *decisions, const GPtrArray *known)
{
    g_autoptr(GPtrArray) lines = cld_verdicts_print_untrue(decisions, known);
    for (guint i = 0; i < lines->len; i++)
        g_ptr_array_add(report->check->unused, g_strdup(g_ptr_array_index(lines, i)));
}

static gboolean
is_open(const char *id, const CldDecisions *decisions, const char *today)
{
    const CldDecision *decision = cld_decisions_find_settling(decisions, id);
    CldReviewState state =
        decision == NULL ? CLD_REVIEW_NONE : cld_decision_get_state(decision, today);
    return (CLD_REVIEW_STATES_OPEN & 1u << state) != 0;
}

/* A check that passed does not speak again of what it found; that it is still open is said.
 *
 * Returns: how many findings of the collection are not in the report, nor decided, nor in the
 * baseline, whose lines count as used */
static guint
count_open(const CldReport *report,
           const CldDecisions *decisions,
           CldBaseline *baseline,
           const GPtrArray *known,
           const char *today)
{
    guint n = 0, n_stored = known->len - report->findings->len;
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = n_stored; i < known->len; i++)
        g_hash_table_add(told, g_ptr_array_index(known, i));
    for (guint i = 0; i < n_stored; i++) {
        const char *id = g_ptr_array_index(known, i);
        gboolean is_in_baseline = baseline != NULL && cld_baseline_use(baseline, id);
        n += !is_in_baseline && !g_hash_table_contains(told, id) && is_open(id, decisions, today);
    }
    return n;
}

/**
 * cld_verdicts_judge:
 * @report: what was found, in its order; its check is made
 * @is_new: (element-type gboolean): per article of the report, whether it is new
 * @decisions: what reviewers decided
 * @baseline: (nullable): what was there when the user began to check
 * @known: (element-type utf8): ids of the collection's findings, then those of the report
 * @options: what fails, and what is told
 *
 * Tells of each finding whether it is new, decided, in the baseline or decided on other texts, and
 * counts the stored ones that the report does not have and that are still open.
 *
 * Returns: %TRUE if one of them makes the check fail
 */
gboolean
cld_verdicts_judge(CldReport *report,
                   const GArray *is_new,
                   const CldDecisions *decisions,
                   CldBaseline *baseline,
                   const GPtrArray *known,
                   const CldCheckOptions *options)
{
    gboolean is_failing = FALSE;
    g_autofree char *today = cld_when_dup_utc(0, "%F");
    g_autoptr(GPtrArray) targets = list_targets(report);
    g_autoptr(GPtrArray) reviews = cld_decisions_match_among(decisions, targets, known, today);
    report->check = cld_check_new();
    for (guint i = 0; i < report->findings->len; i++) {
        judge_one(report, i, g_ptr_array_index(reviews, i), baseline, options, is_new);
        is_failing |= ((CldChecked *)g_ptr_array_index(report->check->findings, i))->is_failing;
    }
    report->check->n_open = count_open(report, decisions, baseline, known, today);
    list_untrue(report, decisions, known);
    if (options->reports_unused)
        list_unused(report, decisions, baseline, known);
    return is_failing;
}
