/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-pair-scorer.h"
#include <math.h>

struct _CldPairScorer {
    GObject parent_instance;
    const CldModelInfo *info; /* (not owned) */
    CldNetwork *network;      /* (owned) */
};

static void judge_init(CldJudgeInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CldPairScorer,
                              cld_pair_scorer,
                              G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(CLD_TYPE_JUDGE, judge_init))

static void
add_softmax(const CldModelHead *head, const float *outputs, double *chances)
{
    double most = -G_MAXDOUBLE, sum = 0;
    for (guint i = 0; i < head->n_labels; i++)
        most = MAX(most, (double)outputs[i] / head->temperature);
    for (guint i = 0; i < head->n_labels; i++)
        sum += exp((double)outputs[i] / head->temperature - most);
    for (guint i = 0; i < head->n_labels; i++)
        chances[head->labels[i]] = exp((double)outputs[i] / head->temperature - most) / sum;
}

static void
add_sigmoid(const CldModelHead *head, const float *outputs, double *chances)
{
    for (guint i = 0; i < head->n_labels; i++)
        chances[head->labels[i]] = 1 / (1 + exp(-(double)outputs[i] / head->temperature));
}

/* Returns: (nullable): the likeliest way to clash; NULL if the model does not tell ways apart */
static const char *
find_type(const double *chances)
{
    guint best = CLD_LABEL_FIRST_TYPE;
    for (guint i = CLD_LABEL_FIRST_TYPE; i < CLD_N_LABELS; i++)
        best = chances[i] > chances[best] ? i : best;
    return chances[best] > 0 ? cld_label_get_name((CldLabel)best) : NULL;
}

/**
 * cld_judgement_from_outputs:
 * @part: what the outputs mean
 * @outputs: (array): as many numbers as @part has outputs
 *
 * Temperature, then softmax or sigmoid (Guo et al. 2017, On calibration of modern neural networks).
 * The four relations are brought to a sum of 1. A model that does not say whether both speak of one
 * subject is taken to say so by not being neutral.
 *
 * Returns: the judgement; not scored if an output is not a number
 */
CldJudgement
cld_judgement_from_outputs(const CldModelPart *part, const float *outputs)
{
    double chances[CLD_N_LABELS] = {0};
    chances[CLD_LABEL_SAME_SUBJECT] = -1;
    for (guint i = 0; i < part->n_outputs; i++)
        if (!isfinite(outputs[i]))
            return (CldJudgement){.is_scored = FALSE};
    for (guint i = 0; i < part->n_heads; i++) {
        const CldModelHead *head = &part->heads[i];
        (head->is_softmax ? add_softmax : add_sigmoid)(head, outputs + head->first, chances);
    }
    double sum = chances[CLD_LABEL_AGREEMENT] + chances[CLD_LABEL_CONTRADICTION] +
                 chances[CLD_LABEL_UPDATE] + chances[CLD_LABEL_NEUTRAL];
    if (!(sum > 0))
        return (CldJudgement){.is_scored = FALSE};
    double neutral = chances[CLD_LABEL_NEUTRAL] / sum;
    double same = chances[CLD_LABEL_SAME_SUBJECT];
    return (CldJudgement){.agreement = chances[CLD_LABEL_AGREEMENT] / sum,
                          .contradiction = chances[CLD_LABEL_CONTRADICTION] / sum,
                          .update = chances[CLD_LABEL_UPDATE] / sum,
                          .neutral = neutral,
                          .same_subject = same < 0 ? 1 - neutral : same,
                          .type = find_type(chances),
                          .is_scored = TRUE};
}

static const char *
get_name(CldJudge *judge)
{
    return CLD_PAIR_SCORER(judge)->info->name;
}

static gboolean
judge_pairs(CldJudge *judge,
            const CldJudgePair *pairs,
            guint n_pairs,
            CldJudgement *judgements,
            GError **error)
{
    CldPairScorer *self = CLD_PAIR_SCORER(judge);
    const CldModelPart *part = self->info->parts[CLD_MODEL_PART_PAIR];
    g_autofree float *rows = g_new(float, (gsize)n_pairs * part->n_outputs + 1);
    g_autofree CldReading *readings = g_new0(CldReading, n_pairs + 1);
    if (!cld_network_run(self->network, pairs, n_pairs, rows, readings, error))
        return FALSE;
    for (guint i = 0; i < n_pairs; i++) {
        judgements[i] = cld_judgement_from_outputs(part, rows + (gsize)i * part->n_outputs);
        judgements[i].is_scored &= readings[i] == CLD_READING_WHOLE;
    }
    return TRUE;
}

static void
judge_init(CldJudgeInterface *iface)
{
    iface->get_name = get_name;
    iface->judge = judge_pairs;
}

static void
cld_pair_scorer_finalize(GObject *object)
{
    g_clear_pointer(&CLD_PAIR_SCORER(object)->network, cld_network_free);
    G_OBJECT_CLASS(cld_pair_scorer_parent_class)->finalize(object);
}

static void
cld_pair_scorer_class_init(CldPairScorerClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = cld_pair_scorer_finalize;
}

static void
cld_pair_scorer_init(CldPairScorer *self)
{
}

/**
 * cld_pair_scorer_new:
 * @info: the model, with a pair part; must outlive the scorer
 * @network: (transfer full): that part
 *
 * A pair that is longer than the model reads is not scored: what was cut off may be what matters.
 * Nor is one in which a text has no word.
 *
 * Returns: (transfer full): a judge
 */
CldPairScorer *
cld_pair_scorer_new(const CldModelInfo *info, CldNetwork *network)
{
    CldPairScorer *self = g_object_new(CLD_TYPE_PAIR_SCORER, NULL);
    self->info = info;
    self->network = network;
    return self;
}
