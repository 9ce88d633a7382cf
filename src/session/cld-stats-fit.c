/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-stats.h"
#include "cld-weights.h"
#include <math.h>
#include <string.h>

/* Fewer decisions than these say more about chance than about the detector. */
#define MIN_FOR_BIAS      20u
#define MIN_FOR_THRESHOLD 8u
/* The bias is expected to be about right: a normal prior of this deviation, in log-odds. */
#define PRIOR_DEVIATION 1.0
#define MAX_STEPS       50
#define ENOUGH          1e-9
/* Confidences are written with two decimals; 0 and 1 have no log-odds. */
#define MIN_CONFIDENCE 0.005
/* A threshold stands between two confidences and is written with two decimals. */
#define STEP 0.01

/* A decided finding. */
typedef struct {
    double confidence;
    gboolean is_right;
    CldType type;
} Sample;

static double
logit(double p)
{
    double kept = CLAMP(p, MIN_CONFIDENCE, 1 - MIN_CONFIDENCE);
    return log(kept / (1 - kept));
}

/* Confirmed and dismissed say that the program was right; deferred and reopened say nothing. */
static GArray *
collect(const CldReviews *reviews)
{
    GArray *samples = g_array_new(FALSE, FALSE, sizeof(Sample));
    for (guint i = 0; i < cld_reviews_get_size(reviews); i++) {
        const CldReviewItem *item = cld_reviews_get_item(reviews, i);
        CldReviewState state = item->review->state;
        if (state != CLD_REVIEW_CONFIRMED && state != CLD_REVIEW_DISMISSED &&
            state != CLD_REVIEW_FALSE_POSITIVE)
            continue;
        Sample sample = {item->row->confidence, state != CLD_REVIEW_FALSE_POSITIVE,
                         item->row->type};
        g_array_append_val(samples, sample);
    }
    return samples;
}

static CldKind
kind_of(const Sample *sample)
{
    return cld_type_get_info(sample->type)->kind;
}

/* What the judge weighs: its sum is the log-odds of the confidence. */
static gboolean
is_judged(const Sample *sample)
{
    return kind_of(sample) == CLD_KIND_CONTRADICTION || kind_of(sample) == CLD_KIND_UPDATE;
}

static GArray *
keep_judged(const GArray *samples)
{
    GArray *judged = g_array_new(FALSE, FALSE, sizeof(Sample));
    for (guint i = 0; i < samples->len; i++) {
        const Sample *sample = &g_array_index(samples, Sample, i);
        if (is_judged(sample))
            g_array_append_vals(judged, sample, 1);
    }
    return judged;
}

static double
log_loss(const GArray *samples, double shift)
{
    double sum = 0;
    for (guint i = 0; i < samples->len; i++) {
        const Sample *sample = &g_array_index(samples, Sample, i);
        double p = cld_weights_logistic(logit(sample->confidence) + shift);
        sum -= log(sample->is_right ? p : 1 - p);
    }
    return samples->len == 0 ? 0 : sum / samples->len;
}

/* Newton's method on one number: the likelihood of the decisions with the prior is concave. */
static double
fit_shift(const GArray *samples)
{
    double shift = 0, precision = 1 / (PRIOR_DEVIATION * PRIOR_DEVIATION);
    for (guint step = 0; step < MAX_STEPS; step++) {
        double slope = -shift * precision, curve = precision;
        for (guint i = 0; i < samples->len; i++) {
            const Sample *sample = &g_array_index(samples, Sample, i);
            double p = cld_weights_logistic(logit(sample->confidence) + shift);
            slope += (sample->is_right ? 1 : 0) - p;
            curve += p * (1 - p);
        }
        shift += slope / curve;
        if (fabs(slope / curve) < ENOUGH)
            break;
    }
    return shift;
}

static void
append_number(GString *out, const char *name, double value, const char *format)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof(number), format, value);
    g_string_append_printf(out, "%s%s", name, number);
}

/* Returns: how far the judge's confidences move with the weight that is proposed; 0: none is */
static double
propose_bias(GString *out, const GArray *samples, const char *model)
{
    const char *group = model == NULL ? "judge" : "judge-model";
    g_autoptr(GArray) judged = keep_judged(samples);
    if (judged->len < MIN_FOR_BIAS) {
        g_string_append_printf(out,
                               "# %s bias: %u decided contradictions and updates, %u are needed\n",
                               group, judged->len, MIN_FOR_BIAS);
        return 0;
    }
    double shift = fit_shift(judged);
    g_string_append_printf(out,
                           "# %s bias: maximum likelihood of %u decisions with the confidences as "
                           "offsets,\n# normal prior of deviation 1 on the change; ",
                           group, judged->len);
    append_number(out, "log loss ", log_loss(judged, 0), "%.3f");
    append_number(out, " before, ", log_loss(judged, shift), "%.3f");
    append_number(out, " after; was ", cld_weights_get(group, "bias"), "%.4f");
    g_string_append_printf(out, "\n%s bias\t", group);
    append_number(out, "", cld_weights_get(group, "bias") + shift, "%.4f");
    g_string_append_c(out, '\n');
    return shift;
}

/* Shown though wrong and hidden though right, if everything below @threshold were left out. */
typedef struct {
    guint n_shown_wrong;
    guint n_hidden_right;
} Mistakes;

static Mistakes
count_mistakes(const GArray *samples, double shift, double threshold)
{
    Mistakes mistakes = {0, 0};
    for (guint i = 0; i < samples->len; i++) {
        const Sample *sample = &g_array_index(samples, Sample, i);
        gboolean is_shown =
            cld_weights_logistic(logit(sample->confidence) + shift) >= threshold - STEP / 2;
        mistakes.n_shown_wrong += is_shown && !sample->is_right;
        mistakes.n_hidden_right += !is_shown && sample->is_right;
    }
    return mistakes;
}

static guint
total(Mistakes mistakes)
{
    return mistakes.n_shown_wrong + mistakes.n_hidden_right;
}

/* What is below the present threshold was never shown, so nobody could decide on it: only a higher
 * one can be told from a lower. */
static double
best_threshold(const GArray *samples, double shift, double present)
{
    double best = present;
    guint n_steps = (guint)((1.0 - present) / STEP);
    for (guint i = 1; i < n_steps; i++) {
        double at = present + i * STEP;
        if (total(count_mistakes(samples, shift, at)) < total(count_mistakes(samples, shift, best)))
            best = at;
    }
    return best;
}

/* Returns: (transfer full): the row of weights.txt that holds the threshold of a type */
static char *
dup_threshold_name(CldType type)
{
    const CldTypeInfo *info = cld_type_get_info(type);
    if (info->kind == CLD_KIND_CONTRADICTION)
        return g_strconcat("contradiction-", info->tag, NULL);
    return info->kind == CLD_KIND_FRAMING ? g_strdup(info->tag)
                                          : g_strdup(cld_kind_get_tag(info->kind));
}

static double
present_threshold(CldType type, const char *group, const char *name)
{
    double own = cld_weights_get(group, name);
    gboolean is_contradiction = cld_type_get_info(type)->kind == CLD_KIND_CONTRADICTION;
    return own > 0 || !is_contradiction ? own : cld_weights_get(group, "contradiction");
}

/* Types may share a threshold. Returns: (transfer full) (element-type Sample): those of @name */
static GArray *
select_by_threshold(const GArray *samples, const char *name)
{
    GArray *selected = g_array_new(FALSE, FALSE, sizeof(Sample));
    for (guint i = 0; i < samples->len; i++) {
        const Sample *sample = &g_array_index(samples, Sample, i);
        g_autofree char *own = dup_threshold_name(sample->type);
        if (g_str_equal(own, name))
            g_array_append_vals(selected, sample, 1);
    }
    return selected;
}

static void
append_mistakes(GString *out, double threshold, Mistakes mistakes)
{
    append_number(out, "", threshold, "%.2f");
    g_string_append_printf(out, " shows %u wrong and hides %u right", mistakes.n_shown_wrong,
                           mistakes.n_hidden_right);
}

static void
propose_threshold(GString *out, const GArray *all, CldType type, const char *name, double shift)
{
    CldKind kind = cld_type_get_info(type)->kind;
    const char *group = kind == CLD_KIND_FRAMING ? "framing" : "threshold";
    double moved = kind == CLD_KIND_CONTRADICTION || kind == CLD_KIND_UPDATE ? shift : 0;
    double present = present_threshold(type, group, name);
    g_autoptr(GArray) samples = select_by_threshold(all, name);
    if (samples->len == 0 || present <= 0 || present >= 1)
        return;
    if (samples->len < MIN_FOR_THRESHOLD) {
        g_string_append_printf(out, "# %s %s: %u decided, %u are needed\n", group, name,
                               samples->len, MIN_FOR_THRESHOLD);
        return;
    }
    double best = best_threshold(samples, moved, present);
    g_string_append_printf(out, "# %s %s: fewest mistakes among %u decided:\n# ", group, name,
                           samples->len);
    append_mistakes(out, best, count_mistakes(samples, moved, best));
    if (best > present) {
        g_string_append(out, ", ");
        append_mistakes(out, present, count_mistakes(samples, moved, present));
    }
    g_string_append_printf(out, "\n%s%s %s\t", best > present ? "" : "# stays: ", group, name);
    append_number(out, "", best, "%.2f");
    g_string_append_c(out, '\n');
}

static void
propose_thresholds(GString *out, const GArray *samples, double shift)
{
    g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
    for (gint type = 0; type < CLD_N_TYPES; type++) {
        char *name = dup_threshold_name((CldType)type);
        if (!g_ptr_array_find_with_equal_func(told, name, g_str_equal, NULL))
            propose_threshold(out, samples, (CldType)type, name, shift);
        g_ptr_array_add(told, name);
    }
}

/**
 * cld_stats_dup_proposal:
 * @reviews: findings and the decisions on them
 * @model: (nullable): the model the findings were made with
 *
 * What the decisions say about the weights, in the form of data/en/weights.txt, each with how it
 * was computed. Nothing is changed by it.
 *
 * Returns: (transfer full): the text
 */
char *
cld_stats_dup_proposal(const CldReviews *reviews, const char *model)
{
    g_autoptr(GArray) samples = collect(reviews);
    GString *out = g_string_new(NULL);
    guint n_wrong = 0;
    for (guint i = 0; i < samples->len; i++)
        n_wrong += !g_array_index(samples, Sample, i).is_right;
    g_string_append_printf(out,
                           "# A proposal from %u decisions, %u of them false positives. Nothing "
                           "was changed.\n"
                           "# Thresholds below are of the confidences with the bias above.\n",
                           samples->len, n_wrong);
    double shift = propose_bias(out, samples, model);
    propose_thresholds(out, samples, shift);
    return g_string_free(out, FALSE);
}
