/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-findings.h"
#include "cld-flagged.h"
#include "cld-fold.h"
#include "cld-judge-pair.h"
#include "cld-weights.h"

/* A ruling with the pair it is about. */
typedef struct {
    CldRuling *ruling;
    const CldPair *pair;
} Judged;

static void
judged_free(Judged *self)
{
    cld_ruling_free(self->ruling);
    g_free(self);
}

/* What a rule can name comes first: what the model alone sees joins it, and does not lead it. */
static gint
compare_judged(gconstpointer a, gconstpointer b)
{
    const Judged *x = *(Judged *const *)a;
    const Judged *y = *(Judged *const *)b;
    gint lone = cld_ruling_is_of_model(x->ruling) - cld_ruling_is_of_model(y->ruling);
    if (lone != 0)
        return lone;
    if (x->ruling->confidence != y->ruling->confidence)
        return x->ruling->confidence > y->ruling->confidence ? -1 : 1;
    if (x->pair->a->index != y->pair->a->index)
        return x->pair->a->index < y->pair->a->index ? -1 : 1;
    return x->pair->b->index < y->pair->b->index ? -1 : x->pair->b->index > y->pair->b->index;
}

static double
threshold_of(const CldRuling *ruling, const CldEngineOptions *options)
{
    CldType type = ruling->type;
    if (options != NULL && options->min_confidence > 0)
        return options->min_confidence;
    gboolean is_update = cld_type_get_info(type)->kind == CLD_KIND_UPDATE;
    if (cld_ruling_is_of_model(ruling))
        return cld_weights_get("threshold", is_update ? "update-alone" : "contradiction-alone");
    if (is_update)
        return cld_weights_get("threshold", "update");
    /* A detector that cries wolf is asked for more: its own row, where there is one. */
    g_autofree char *own = g_strconcat("contradiction-", cld_type_get_info(type)->tag, NULL);
    double least = cld_weights_get("threshold", own);
    return least > 0 ? least : cld_weights_get("threshold", "contradiction");
}

static GPtrArray *
judge_all(GPtrArray *pairs, const CldEngineOptions *options)
{
    GPtrArray *judged = g_ptr_array_new_with_free_func((GDestroyNotify)judged_free);
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        g_autoptr(CldRuling) ruling = cld_judge_pair(pair);
        if (ruling == NULL || ruling->confidence < threshold_of(ruling, options))
            continue; /* a weak sum is an abstention, not a flag */
        Judged *row = g_new0(Judged, 1);
        row->ruling = g_steal_pointer(&ruling);
        row->pair = pair;
        g_ptr_array_add(judged, row);
    }
    g_ptr_array_sort(judged, compare_judged);
    return judged;
}

static guint
count_aligned(GPtrArray *pairs)
{
    guint n = 0;
    double aligned = cld_weights_get("threshold", "agreement");
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        n += pair->aligned >= aligned;
    }
    return n;
}

/**
 * cld_findings_from_pairs:
 * @report: where the findings go
 * @pairs: (element-type CldPair): the pairs of one story
 * @options: (nullable): what the user asked for
 *
 * Judges every pair and keeps what is sure enough, the surest first, one finding for two sentences.
 */
void
cld_findings_from_pairs(CldReport *report, GPtrArray *pairs, const CldEngineOptions *options)
{
    g_autoptr(GPtrArray) judged = judge_all(pairs, options);
    g_autoptr(CldFold) fold = cld_fold_new();
    g_autoptr(CldFlagged) flagged = cld_flagged_new(report);
    for (guint i = 0; i < judged->len; i++) {
        const Judged *row = g_ptr_array_index(judged, i);
        if (cld_flagged_add(flagged, row->pair->a->claim, row->pair->b->claim))
            cld_fold_add(fold, row->ruling, row->pair);
    }
    cld_fold_finish(fold, report->findings);
    report->aligned_pairs += count_aligned(pairs);
}
