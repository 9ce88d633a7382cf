/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-agreement.h"
#include "cld-copied.h"
#include "cld-flagged.h"
#include "cld-pair.h"
#include "cld-weights.h"

/* Claims of one other article that a claim may agree with: a long sentence says two things. */
#define MAX_PARTNERS 2

static gboolean
is_copy(const CldReport *report, guint article)
{
    return cld_copied_get_origin(report, article) != article;
}

/* Two outlets in their own voice are two witnesses, two outlets that quote one speaker are one. Who
 * prints another's text is no witness, not even where he changed it. */
static guint
origins_of(const CldReport *report, const CldPair *pair)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    if (is_copy(report, a->article) || is_copy(report, b->article))
        return 1;
    if (a->article == b->article && a->holder_entity == b->holder_entity)
        return 1;
    return a->holder_entity != NULL && a->holder_entity == b->holder_entity ? 1 : 2;
}

/* A pair that may state one thing. */
typedef struct {
    const CldPair *pair;
    double score;
} Candidate;

static gint
compare_candidates(gconstpointer a, gconstpointer b)
{
    const Candidate *x = a;
    const Candidate *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->pair->a->index != y->pair->a->index)
        return x->pair->a->index < y->pair->a->index ? -1 : 1;
    return x->pair->b->index < y->pair->b->index ? -1 : x->pair->b->index > y->pair->b->index;
}

/* Returns: 1 if the two give one figure for one thing, -1 if they give two, 0 if they give none */
static gint
compare_figures(const CldClaim *a, const CldClaim *b)
{
    gint verdict = 0;
    for (guint i = 0; i < a->quantities->len; i++)
        for (guint j = 0; j < b->quantities->len; j++) {
            const CldQuantity *x = &g_array_index(a->quantities, CldQuantity, i);
            const CldQuantity *y = &g_array_index(b->quantities, CldQuantity, j);
            if (x->unit != y->unit || x->is_ordinal != y->is_ordinal)
                continue;
            if (x->value <= y->max && y->value <= x->max)
                return 1;
            if (x->unit != NULL && x->bound == CLD_BOUND_EXACT && y->bound == CLD_BOUND_EXACT)
                verdict = -1;
        }
    return verdict;
}

/* What shares its subject agrees when nothing in it is opposed: not the figures, not yes and no,
 * not what is with what may be. */
static double
score_of(const CldPair *pair)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    gint figures = compare_figures(a, b);
    double doubt = 1 - pair->aligned;
    if (figures > 0)
        doubt *= cld_weights_get("agreement", "figures-same");
    double score = 1 - doubt;
    if (figures < 0)
        score *= cld_weights_get("agreement", "figures-differ");
    if (a->polarity != b->polarity)
        score *= cld_weights_get("agreement", "polarity-differs");
    if (a->modality != b->modality)
        score *= cld_weights_get("agreement", "modality-differs");
    return score;
}

/* One text in two articles does not agree with itself. */
static gboolean
is_between_texts(const CldReport *report, const CldPair *pair)
{
    return cld_copied_get_origin(report, pair->a->claim->article) !=
           cld_copied_get_origin(report, pair->b->claim->article);
}

/* Of a hundred claims a few are like any given one by chance, of three hundred three times as many:
 * the odds that are asked for grow with the story, beyond the size that the weights were fitted on.
 */
static double
least_score(const CldStory *story)
{
    double least = cld_weights_get("threshold", "agreement");
    double usual = cld_weights_get("agreement", "usual-claims");
    double odds = least / (1 - least) * MAX(1.0, (double)story->views->len / usual);
    return odds / (1 + odds);
}

static GArray *
collect(const CldReport *report, const CldStory *story, GPtrArray *pairs)
{
    g_autoptr(CldFlagged) flagged = cld_flagged_new(report);
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Candidate));
    double threshold = least_score(story);
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        Candidate row = {pair, score_of(pair)};
        if (row.score >= threshold && is_between_texts(report, pair) &&
            !cld_flagged_has(flagged, pair->a->claim, pair->b->claim))
            g_array_append_val(found, row);
    }
    g_array_sort(found, compare_candidates);
    return found;
}

/* Counts one more partner of a claim in an article. Returns: how many it has with this one */
static guint
count_partner(GHashTable *partners, gint64 key)
{
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(partners, &key)) + 1;
    g_hash_table_insert(partners, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(n));
    return n;
}

/* A claim agrees with few claims of another article: with the nearest. */
static gboolean
has_enough(GHashTable *partners, const CldPair *pair)
{
    guint n_a = count_partner(partners, ((gint64)pair->a->index << 32) | pair->b->claim->article);
    guint n_b = count_partner(partners, ((gint64)pair->b->index << 32) | pair->a->claim->article);
    return n_a > MAX_PARTNERS || n_b > MAX_PARTNERS;
}

/**
 * cld_agreements_from_pairs:
 * @report: where the agreements go; its findings are looked at
 * @story: the story
 * @pairs: (element-type CldPair): its pairs
 *
 * Lists the claims of different articles that state the same thing, the surest first.
 */
void
cld_agreements_from_pairs(CldReport *report, const CldStory *story, GPtrArray *pairs)
{
    g_autoptr(GArray) found = collect(report, story, pairs);
    g_autoptr(GHashTable) partners =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < found->len; i++) {
        const Candidate *row = &g_array_index(found, Candidate, i);
        const CldPair *pair = row->pair;
        if (has_enough(partners, pair))
            continue;
        CldAgreement *agreement = cld_report_add_agreement(report);
        g_ptr_array_add(agreement->claims, cld_claim_ref(pair->a->claim));
        g_ptr_array_add(agreement->claims, cld_claim_ref(pair->b->claim));
        agreement->similarity = row->score;
        agreement->independent_origins = origins_of(report, pair);
    }
}
