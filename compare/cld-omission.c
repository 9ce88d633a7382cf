/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-omission.h"
#include "cld-frame.h"
#include "cld-pair.h"
#include "cld-weights.h"

/* Omissions told of one article: the weightiest. */
#define MAX_PER_ARTICLE 3
/* An article with fewer claims than this has no room to mention everything. */
#define MIN_CLAIMS 8

typedef struct {
    CldView *view;
    double weight;
    GArray *missing; /* (owned) (element-type guint) */
} Lone;

static void
lone_clear(Lone *self)
{
    g_array_unref(self->missing);
}

static gint
compare_lone(gconstpointer a, gconstpointer b)
{
    const Lone *x = a;
    const Lone *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->view->index < y->view->index ? -1 : x->view->index > y->view->index;
}

/* best[claim * articles + article]: how well the claim is matched in that article. */
static double *
best_matches(const CldStory *story, GPtrArray *pairs)
{
    guint n = story->report->articles->len;
    double *best = g_new0(double, (gsize)story->views->len *n + 1);
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        double *x = &best[(gsize)pair->a->index * n + pair->b->claim->article];
        double *y = &best[(gsize)pair->b->index * n + pair->a->claim->article];
        *x = MAX(*x, pair->aligned);
        *y = MAX(*y, pair->aligned);
    }
    return best;
}

static guint
count_claims(const CldStory *story, guint article)
{
    guint n = 0;
    for (guint i = 0; i < story->views->len; i++) {
        const CldView *view = g_ptr_array_index(story->views, i);
        n += view->claim->article == article;
    }
    return n;
}

/* Whoever printed before it was said could not have it. */
static gboolean
could_know(const CldClaim *claim, const CldArticle *teller, const CldArticle *other)
{
    CldWhen known = cld_when_is_known(claim->about) ? claim->about : teller->published;
    if (cld_when_is_known(claim->said) &&
        (!cld_when_is_known(known) || claim->said.from > known.from))
        known = claim->said;
    return !cld_when_is_known(known) || !cld_when_is_known(other->published) ||
           other->published.from >= known.from - CLD_MINUTES_PER_DAY / 2;
}

static gboolean
has_new_figure(const CldClaim *claim)
{
    for (guint i = 0; i < claim->quantities->len; i++)
        if (!g_array_index(claim->quantities, CldQuantity, i).is_ordinal)
            return TRUE;
    return FALSE;
}

/* What makes a claim worth missing: a charge, an order or what follows from it, a figure, a denial,
 * somebody's word, rare words of the story, a place near the top. Not what somebody feels, not the
 * outlet's scenery. */
static double
weight_of(const CldView *view)
{
    const CldClaim *claim = view->claim;
    const char *text = view->article->text;
    CldSpan mark = {0, 0};
    double rare = 0;
    for (guint i = 0; i < view->keys->len; i++)
        rare += g_array_index(view->keys, CldKey, i).weight;
    double blame = cld_frame_weigh("blame", text, claim->clause, &mark);
    double weighty = cld_frame_weigh("weighty", text, claim->clause, &mark);
    return cld_weights_get("omission", "keys") * MIN(rare / 40, 1.5) +
           cld_weights_get("omission", "quantity") * has_new_figure(claim) +
           cld_weights_get("omission", "holder") * (claim->holder != NULL) +
           cld_weights_get("omission", "names") * MIN(claim->entities->len, 3) +
           cld_weights_get("omission", "blame") * MIN(blame, 2) +
           cld_weights_get("omission", "weighty") * MIN(weighty, 3) +
           cld_weights_get("omission", "denial") * (claim->polarity == CLD_POLARITY_NEGATIVE) +
           cld_weights_get("omission", "lead") * (claim->part == CLD_PART_LEAD) +
           cld_weights_get("omission", "direct") * (claim->mode == CLD_MODE_DIRECT) +
           cld_weights_get("omission", "background") * (claim->part == CLD_PART_BACKGROUND);
}

static Lone
look_at(const CldStory *story, CldView *view, const double *best)
{
    const CldReport *report = story->report;
    const CldEvent *event = g_ptr_array_index(report->events, story->event);
    guint n = report->articles->len;
    double matched = cld_weights_get("omission", "matched");
    Lone lone = {view, weight_of(view), g_array_new(FALSE, FALSE, sizeof(guint))};
    for (guint i = 0; i < event->articles->len; i++) {
        guint other = g_array_index(event->articles, guint, i);
        const CldArticle *article = g_ptr_array_index(report->articles, other);
        if (other == view->claim->article || g_array_index(report->copy_of, gint, other) >= 0 ||
            count_claims(story, other) < MIN_CLAIMS ||
            !could_know(view->claim, view->article, article))
            continue;
        if (best[(gsize)view->index * n + other] >= matched) {
            lone.weight = 0; /* somebody else has it */
            return lone;
        }
        g_array_append_val(lone.missing, other);
    }
    if (lone.missing->len == 0)
        lone.weight = 0;
    return lone;
}

static void
report_lone(CldReport *report, const Lone *lone)
{
    CldFinding *finding = cld_finding_new(CLD_TYPE_ONLY_IN);
    const CldArticle *article = lone->view->article;
    finding->relation = CLD_RELATION_NONE;
    finding->confidence = MIN(0.95, lone->weight / 4);
    g_ptr_array_add(finding->basis, g_strdup("rule:only-in"));
    finding->explanation = g_strdup_printf(
        "Only %s has this; not mentioned by %u other article%s that could have known it.",
        article->outlet == NULL ? "one article" : article->outlet, lone->missing->len,
        lone->missing->len == 1 ? "" : "s");
    cld_finding_add_side(finding, lone->view->claim);
    g_array_append_vals(finding->missing_from, lone->missing->data, lone->missing->len);
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
}

static gboolean
may_be_missed(const CldClaim *claim)
{
    return claim->part != CLD_PART_HEADLINE && claim->part != CLD_PART_CAPTION;
}

/**
 * cld_omissions_find:
 * @report: where the findings go
 * @story: the story
 * @pairs: (element-type CldPair): its pairs
 *
 * Finds what stands in one article only, corrected for date (the others could have known it) and
 * length (they had room), the weightiest few of every article.
 */
void
cld_omissions_find(CldReport *report, const CldStory *story, GPtrArray *pairs)
{
    g_autofree double *best = best_matches(story, pairs);
    g_autoptr(GArray) lone = g_array_new(FALSE, FALSE, sizeof(Lone));
    g_autoptr(GHashTable) used = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autofree guint *told = g_new0(guint, report->articles->len + 1);
    g_array_set_clear_func(lone, (GDestroyNotify)lone_clear);
    for (guint i = 0; i < story->views->len; i++) {
        CldView *view = g_ptr_array_index(story->views, i);
        if (!may_be_missed(view->claim))
            continue;
        Lone row = look_at(story, view, best);
        g_array_append_val(lone, row);
    }
    g_array_sort(lone, compare_lone);
    for (guint i = 0; i < lone->len; i++) {
        const Lone *row = &g_array_index(lone, Lone, i);
        const CldClaim *claim = row->view->claim;
        gint64 sentence = ((gint64)claim->article << 32) | (gint64)claim->sentence.start;
        if (row->weight < cld_weights_get("threshold", "omission") ||
            told[claim->article] >= MAX_PER_ARTICLE ||
            !g_hash_table_add(used, g_memdup2(&sentence, sizeof sentence)))
            continue;
        told[claim->article]++;
        report_lone(report, row);
    }
}
