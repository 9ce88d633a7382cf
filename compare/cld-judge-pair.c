/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-judge-pair.h"
#include "cld-weights.h"
#include <math.h>

/* Saying dates closer than this do not explain a changed count or state. */
#define MIN_UPDATE_MINUTES 180
/* Keeps the log-odds of the model finite. */
#define MIN_PROBABILITY 0.001

/* What one vote adds to the log-odds of a clash. */
static double
share_of(const CldDetector *detector, const CldVote *vote)
{
    g_autofree char *has = g_strconcat("has-", detector->name, NULL);
    return cld_weights_get("judge", has) +
           cld_weights_get("judge", detector->name) * vote->strength;
}

/* The text says itself that one is the earlier state: "at first", "while now". */
static gboolean
is_marked(const CldPair *pair)
{
    const CldClaim *a = pair->a->claim, *b = pair->b->claim;
    return a->is_reported_past != b->is_reported_past || a->is_reported_now != b->is_reported_now;
}

/* The three dates of a claim: said, else published, and about; where both are of one time or
 * unknown, the markers of the text. */
static gboolean
is_explained_by_time(const CldPair *pair, const CldVote *vote)
{
    if (!vote->is_mutable)
        return FALSE;
    if (pair->is_dated && ABS(pair->minutes) >= MIN_UPDATE_MINUTES)
        return TRUE;
    return pair->features[CLD_FEATURE_TIME_APART] > 0 || is_marked(pair);
}

/* Takes the vote over if it leads. */
static void
count_vote(CldRuling *self, const CldDetector *detector, CldVote *vote, double share)
{
    g_ptr_array_add(self->basis, g_strconcat("rule:", detector->name, NULL));
    if (self->leader == NULL || share > self->lead) {
        cld_vote_clear(&self->vote);
        self->vote = *vote;
        self->leader = detector->name;
        self->lead = share;
        *vote = (CldVote){0};
    }
}

/* The model is one more voter: what it says of a clash, in log-odds, times its fitted weight. */
static double
model_share(CldRuling *self, const CldJudgement *judgement)
{
    if (judgement == NULL || !judgement->is_scored)
        return 0;
    double clash = judgement->contradiction + judgement->update;
    double p = CLAMP(clash, MIN_PROBABILITY, 1 - MIN_PROBABILITY);
    g_ptr_array_add(self->basis, g_strdup("model:pair"));
    return cld_weights_get("judge", "model") * log(p / (1 - p));
}

/**
 * cld_judge_pair:
 * @pair: two claims
 * @judgement: (nullable): what the model says of them; %NULL: rules only
 *
 * Asks every detector whose subject test the pair passes. The votes and what is known of the
 * subject are added up as log-odds with fitted weights: neither decides alone.
 *
 * Returns: (transfer full) (nullable): the sum, named after the vote that adds most; %NULL if all
 * abstain
 */
CldRuling *
cld_judge_pair(const CldPair *pair, const CldJudgement *judgement)
{
    guint n = 0;
    const CldDetector *detectors = cld_detect_list(&n);
    g_autoptr(CldRuling) ruling = g_new0(CldRuling, 1);
    double sum = cld_weights_sum("judge", pair->features);
    ruling->basis = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < n; i++) {
        CldVote vote = {0};
        if (pair->aligned >= detectors[i].min_aligned && detectors[i].detect(pair, &vote)) {
            double share = share_of(&detectors[i], &vote);
            sum += share;
            if (vote.strength > 0)
                count_vote(ruling, &detectors[i], &vote, share);
        }
        cld_vote_clear(&vote);
    }
    if (ruling->leader == NULL)
        return NULL;
    if (ruling->vote.is_reversal)
        sum += cld_weights_get("judge", "reversal");
    ruling->confidence = cld_weights_logistic(sum + model_share(ruling, judgement));
    ruling->type =
        is_explained_by_time(pair, &ruling->vote) ? ruling->vote.update_type : ruling->vote.type;
    return g_steal_pointer(&ruling);
}

void
cld_ruling_free(CldRuling *self)
{
    cld_vote_clear(&self->vote);
    g_ptr_array_unref(self->basis);
    g_free(self);
}

static void
add_side(CldFinding *finding, CldClaim *claim, guint camp, const CldSpan *marks)
{
    CldSide *side = cld_finding_add_side(finding, claim);
    side->camp = camp;
    for (guint i = 0; i < CLD_VOTE_MAX_MARKS; i++)
        if (!cld_span_is_empty(marks[i]))
            cld_side_add_highlight(side, marks[i]);
}

/* Returns: (transfer full): the ruling as a sealed finding */
CldFinding *
cld_ruling_to_finding(const CldRuling *self, const CldPair *pair)
{
    CldFinding *finding = cld_finding_new(self->type);
    guint camps = cld_type_get_info(self->type)->kind == CLD_KIND_CONTRADICTION;
    finding->relation = pair->relation;
    finding->confidence = self->confidence;
    for (guint i = 0; i < self->basis->len; i++)
        g_ptr_array_add(finding->basis, g_strdup(g_ptr_array_index(self->basis, i)));
    finding->explanation = g_strdup(
        self->vote.reason != NULL ? self->vote.reason : cld_type_get_info(self->type)->meaning);
    add_side(finding, pair->a->claim, camps, self->vote.marks_a);
    add_side(finding, pair->b->claim, 2 * camps, self->vote.marks_b);
    cld_finding_seal(finding);
    return finding;
}
