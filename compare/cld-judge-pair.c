/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-judge-pair.h"
#include "cld-weights.h"

/* Saying dates closer than this do not explain a changed count or state. */
#define MIN_UPDATE_MINUTES 180

/* The clash in votes and the subject in the pair are weighed together; neither decides alone. */
static double
confidence_of(const CldPair *pair, const CldDetector *detector, const CldVote *vote)
{
    double z = cld_weights_get("judge", "bias") + cld_weights_get("judge", detector->name) +
               cld_weights_get("judge", "aligned") * pair->aligned +
               cld_weights_get("judge", "strength") * vote->strength +
               cld_weights_get("judge", "same-article") * pair->features[CLD_FEATURE_SAME_ARTICLE];
    return cld_weights_logistic(z);
}

static gboolean
is_explained_by_time(const CldPair *pair, const CldVote *vote)
{
    return vote->is_mutable && pair->is_dated && ABS(pair->minutes) >= MIN_UPDATE_MINUTES;
}

/**
 * cld_judge_pair:
 * @pair: two claims
 *
 * Asks every detector whose subject test the pair passes.
 *
 * Returns: (transfer full) (nullable): what the strongest of them says; %NULL if all abstain
 */
CldVerdict *
cld_judge_pair(const CldPair *pair)
{
    guint n = 0;
    const CldDetector *detectors = cld_detect_list(&n);
    CldVerdict *verdict = NULL;
    for (guint i = 0; i < n; i++) {
        CldVote vote = {0};
        if (pair->aligned < detectors[i].min_aligned || !detectors[i].detect(pair, &vote) ||
            vote.strength <= 0) {
            cld_vote_clear(&vote);
            continue;
        }
        double confidence = confidence_of(pair, &detectors[i], &vote);
        if (verdict == NULL) {
            verdict = g_new0(CldVerdict, 1);
            verdict->basis = g_ptr_array_new_with_free_func(g_free);
        }
        g_ptr_array_add(verdict->basis, g_strconcat("rule:", detectors[i].name, NULL));
        if (confidence > verdict->confidence) {
            cld_vote_clear(&verdict->vote);
            verdict->vote = vote;
            verdict->leader = detectors[i].name;
            verdict->confidence = confidence;
        } else {
            cld_vote_clear(&vote);
        }
    }
    if (verdict != NULL)
        verdict->type = is_explained_by_time(pair, &verdict->vote) ? verdict->vote.update_type
                                                                   : verdict->vote.type;
    return verdict;
}

void
cld_verdict_free(CldVerdict *self)
{
    cld_vote_clear(&self->vote);
    g_ptr_array_unref(self->basis);
    g_free(self);
}

static void
add_side(CldFinding *finding, CldClaim *claim, const CldSpan *marks)
{
    CldSide *side = cld_finding_add_side(finding, claim);
    for (guint i = 0; i < CLD_VOTE_MAX_MARKS; i++)
        if (!cld_span_is_empty(marks[i]))
            cld_side_add_highlight(side, marks[i]);
}

/* Returns: (transfer full): the verdict as a sealed finding */
CldFinding *
cld_verdict_to_finding(const CldVerdict *self, const CldPair *pair)
{
    CldFinding *finding = cld_finding_new(self->type);
    finding->relation = pair->relation;
    finding->confidence = self->confidence;
    for (guint i = 0; i < self->basis->len; i++)
        g_ptr_array_add(finding->basis, g_strdup(g_ptr_array_index(self->basis, i)));
    finding->explanation = g_strdup(
        self->vote.reason != NULL ? self->vote.reason : cld_type_get_info(self->type)->meaning);
    add_side(finding, pair->a->claim, self->vote.marks_a);
    add_side(finding, pair->b->claim, self->vote.marks_b);
    cld_finding_seal(finding);
    return finding;
}
