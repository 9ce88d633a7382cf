/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-wording.h"
#include "cld-flagged.h"
#include "cld-names.h"
#include "cld-pair.h"
#include "cld-weights.h"
#include "cld-word-diff.h"
#include <math.h>

/* Holders whose names are this alike are one speaker in two spellings. */
#define SAME_NAME 0.8
/* The same words in the same order: nothing to report but an agreement. */
#define SAME_WORDS 0.995

typedef struct {
    const CldPair *pair;
    double score;
    CldType type;
} Rewording;

static gboolean
is_spoken(const CldClaim *claim)
{
    return (claim->mode == CLD_MODE_DIRECT || claim->mode == CLD_MODE_MIXED) &&
           !cld_span_is_empty(claim->quote);
}

static gboolean
is_one_speaker(const CldClaim *a, const CldClaim *b)
{
    if (a->holder == NULL || b->holder == NULL)
        return FALSE;
    if (a->holder_entity != NULL && b->holder_entity != NULL &&
        a->holder_entity == b->holder_entity)
        return TRUE;
    return cld_name_similarity(a->holder, b->holder) >= SAME_NAME;
}

static char *
spoken_words(const CldView *view)
{
    const CldClaim *claim = view->claim;
    CldSpan span = is_spoken(claim) ? claim->quote : claim->clause;
    return cld_span_dup_text(span, view->article->text);
}

static double
score_of(const CldPair *pair)
{
    g_autofree char *a = spoken_words(pair->a);
    g_autofree char *b = spoken_words(pair->b);
    double alike = cld_word_diff_similarity(a, b);
    double z = cld_weights_get("wording", "bias") +
               cld_weights_get("wording", "aligned") * pair->aligned +
               cld_weights_get("wording", "overlap") * pair->features[CLD_FEATURE_OVERLAP] +
               cld_weights_get("wording", "words") * alike;
    return alike >= SAME_WORDS ? 0 : cld_weights_logistic(z);
}

static gint
compare_rewordings(gconstpointer a, gconstpointer b)
{
    const Rewording *x = a;
    const Rewording *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->pair->a->index != y->pair->a->index)
        return x->pair->a->index < y->pair->a->index ? -1 : 1;
    return x->pair->b->index < y->pair->b->index ? -1 : x->pair->b->index > y->pair->b->index;
}

static void
report_rewording(CldReport *report, const Rewording *self)
{
    const CldPair *pair = self->pair;
    CldFinding *finding = cld_finding_new(self->type);
    g_autofree char *a = spoken_words(pair->a);
    g_autofree char *b = spoken_words(pair->b);
    finding->relation = CLD_RELATION_SAME_SPEAKER;
    finding->confidence = self->score;
    finding->subject = g_strdup(pair->a->claim->holder);
    g_ptr_array_add(finding->basis, g_strdup("rule:wording"));
    finding->explanation = g_strdup_printf(
        self->type == CLD_TYPE_QUOTE ? "%s is quoted in two wordings."
                                     : "%s is quoted in one report and retold in the other.",
        pair->a->claim->holder);
    cld_side_add_highlight(cld_finding_add_side(finding, pair->a->claim),
                           is_spoken(pair->a->claim) ? pair->a->claim->quote
                                                     : pair->a->claim->clause);
    cld_side_add_highlight(cld_finding_add_side(finding, pair->b->claim),
                           is_spoken(pair->b->claim) ? pair->b->claim->quote
                                                     : pair->b->claim->clause);
    cld_word_diff_add(finding, a, b);
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
}

/**
 * cld_wording_from_pairs:
 * @report: where the findings go; what it holds already is not said again
 * @story: the story
 * @pairs: (element-type CldPair): its pairs
 *
 * Finds one utterance in two wordings: one speaker, two outlets, the same content in other words.
 * Every claim is matched once, best first.
 */
void
cld_wording_from_pairs(CldReport *report, const CldStory *story, GPtrArray *pairs)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Rewording));
    g_autoptr(GHashTable) used = g_hash_table_new(NULL, NULL);
    g_autoptr(CldFlagged) flagged = cld_flagged_new(report);
    double threshold = cld_weights_get("threshold", "wording");
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        const CldClaim *a = pair->a->claim;
        const CldClaim *b = pair->b->claim;
        gboolean is_quote = is_spoken(a) && is_spoken(b);
        if (a->article == b->article || !is_one_speaker(a, b) || cld_flagged_has(flagged, a, b))
            continue;
        Rewording row = {pair, score_of(pair), is_quote ? CLD_TYPE_QUOTE : CLD_TYPE_PARAPHRASE};
        if (row.score >= threshold)
            g_array_append_val(found, row);
    }
    g_array_sort(found, compare_rewordings);
    for (guint i = 0; i < found->len; i++) {
        const Rewording *row = &g_array_index(found, Rewording, i);
        if (g_hash_table_contains(used, row->pair->a) && g_hash_table_contains(used, row->pair->b))
            continue;
        g_hash_table_add(used, (gpointer)row->pair->a);
        g_hash_table_add(used, (gpointer)row->pair->b);
        report_rewording(report, row);
    }
}
