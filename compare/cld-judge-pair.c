/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-judge-pair.h"
#include "cld-weights.h"
#include <math.h>

/* Saying dates closer than this do not explain a changed count or state. */
#define MIN_UPDATE_MINUTES 180
/* Keeps the ratio of two chances finite. */
#define MIN_PROBABILITY 0.001

/* The weights of every level of knowledge. */
static const char *const groups[] = {"judge", "judge-vectors", "judge-model"};

/* What one vote adds to the log-odds of a clash. */
static double
share_of(const CldDetector *detector, const CldVote *vote, const char *group)
{
    g_autofree char *has = g_strconcat("has-", detector->name, NULL);
    return cld_weights_get(group, has) + cld_weights_get(group, detector->name) * vote->strength;
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
    if (vote->is_replaced || vote->is_continued)
        return TRUE;
    if (!vote->is_mutable)
        return FALSE;
    if (pair->is_dated && ABS(pair->minutes) >= MIN_UPDATE_MINUTES)
        return TRUE;
    return pair->features[CLD_FEATURE_TIME_APART] > 0 || is_marked(pair);
}

/* The model has read both: whether the later replaces the earlier is first of all its word. */
static gboolean
is_update(const CldPair *pair, const CldVote *vote)
{
    gboolean is_explained = is_explained_by_time(pair, vote);
    if (pair->level < CLD_LEVEL_MODEL || vote->is_replaced || vote->is_continued)
        return is_explained;
    double ratio = log((pair->judgement.update + MIN_PROBABILITY) /
                       (pair->judgement.contradiction + MIN_PROBABILITY));
    return cld_weights_get("time", "bias") + cld_weights_get("time", "ratio") * ratio +
               cld_weights_get("time", "explained") * is_explained >
           0;
}

/* Takes the vote over if it leads. */
static void
count_vote(CldRuling *self, const char *name, CldVote *vote, double share)
{
    if (self->leader == NULL || share > self->lead) {
        cld_vote_clear(&self->vote);
        self->vote = *vote;
        self->leader = name;
        self->lead = share;
        *vote = (CldVote){0};
    }
}

/* What a clash of a type is called when time explains it. */
static CldType
update_type_of(CldType type)
{
    return type == CLD_TYPE_NUMBER ? CLD_TYPE_UPDATE_NUMBER : CLD_TYPE_UPDATE_STATUS;
}

static CldType
model_type(const CldPair *pair)
{
    CldType type = CLD_TYPE_STATUS;
    if (pair->judgement.type != NULL)
        cld_type_from_tags("contradiction", pair->judgement.type, &type);
    return type;
}

/* Whether the model may flag alone is a matter of data: of how often it was right. */
static gboolean
may_lead(const CldPair *pair)
{
    return pair->level == CLD_LEVEL_MODEL && cld_weights_get("lead", "bias") != 0;
}

/**
 * cld_judge_has_ground:
 * @pair: two claims that the model has read
 *
 * Where the model sees a clash of numbers there must be numbers that can clash: it reads 25% and
 * "by 15%", or two sums of money of any size, for two values of one thing.
 *
 * Returns: %FALSE if what the model says alone cannot be so
 */
gboolean
cld_judge_has_ground(const CldPair *pair)
{
    return model_type(pair) != CLD_TYPE_NUMBER || cld_detect_number_is_open(pair, NULL);
}

/* The model is one more voter: it leads where no rule sees how the two clash. */
static void
count_model(CldRuling *self, const CldPair *pair)
{
    if (pair->level == CLD_LEVEL_MODEL)
        g_ptr_array_add(self->basis, g_strdup("model:pair"));
    if (self->leader != NULL || !may_lead(pair) || !cld_judge_has_ground(pair))
        return;
    CldType type = model_type(pair);
    CldVote vote = {
        .type = type, .strength = 1, .is_mutable = TRUE, .update_type = update_type_of(type)};
    if (type == CLD_TYPE_NUMBER)
        cld_detect_number_is_open(pair, &vote);
    count_vote(self, "model", &vote, 0);
    cld_vote_clear(&vote);
}

static double
ask_detectors(CldRuling *self, const CldPair *pair)
{
    guint n = 0;
    double sum = 0;
    const CldDetector *detectors = cld_detect_list(&n);
    const char *group = groups[pair->level];
    for (guint i = 0; i < n; i++) {
        CldVote vote = {0};
        if (pair->aligned >= detectors[i].min_aligned && detectors[i].detect(pair, &vote)) {
            double share = share_of(&detectors[i], &vote, group);
            sum += share;
            if (pair->level == CLD_LEVEL_MODEL && vote.type == model_type(pair))
                share += cld_weights_get(group, "same-type");
            if (vote.strength > 0) {
                g_ptr_array_add(self->basis, g_strconcat("rule:", detectors[i].name, NULL));
                count_vote(self, detectors[i].name, &vote, share);
            }
        }
        cld_vote_clear(&vote);
    }
    return sum;
}

/**
 * cld_judge_pair:
 * @pair: two claims, and what a model said of them if one was asked
 *
 * Asks every detector whose subject test the pair passes. The votes, what is known of the subject
 * and what the model says are added up as log-odds with fitted weights: none decides alone.
 *
 * Returns: (transfer full) (nullable): the sum, named after the vote that adds most; %NULL if all
 * abstain
 */
CldRuling *
cld_judge_pair(const CldPair *pair)
{
    g_autoptr(CldRuling) ruling = g_new0(CldRuling, 1);
    ruling->basis = g_ptr_array_new_with_free_func(g_free);
    double sum = ask_detectors(ruling, pair);
    sum += cld_weights_sum(ruling->leader == NULL ? "lead" : groups[pair->level], pair->features);
    count_model(ruling, pair);
    if (ruling->leader == NULL)
        return NULL;
    if (ruling->vote.is_reversal)
        sum += cld_weights_get("judge", "reversal");
    if (ruling->vote.is_replaced)
        sum += cld_weights_get("judge", "replaced");
    if (ruling->vote.is_continued)
        sum += cld_weights_get("judge", "continued");
    ruling->confidence = cld_weights_logistic(sum);
    ruling->type = is_update(pair, &ruling->vote) ? ruling->vote.update_type : ruling->vote.type;
    return g_steal_pointer(&ruling);
}

/* Returns: %TRUE if the dates or the markers of the text explain what clashes; @self may be %NULL
 */
gboolean
cld_ruling_is_explained(const CldRuling *self, const CldPair *pair)
{
    return self != NULL && is_explained_by_time(pair, &self->vote);
}

/* Returns: %TRUE if nobody but the model sees a clash */
gboolean
cld_ruling_is_of_model(const CldRuling *self)
{
    return g_str_equal(self->leader, "model");
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
