/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-frame.h"
#include "cld-weights.h"

static const CldFrameDetector detectors[] = {
    {CLD_TYPE_VOICE, "voice", cld_frame_voice, cld_frame_may_blame, 0.15, 0.5, 2},
    {CLD_TYPE_HEDGING, "hedging", cld_frame_hedging, cld_frame_is_careful, 0.25, 0.4, 2},
    {CLD_TYPE_SOURCING, "sourcing", cld_frame_sourcing, cld_frame_hides_source, 0.12, 0.5, 2},
    {CLD_TYPE_SOFTENING, "softening", cld_frame_softening, cld_frame_is_blunt, 0.35, 0.4, 2},
    {CLD_TYPE_LOADED_TERM, "loaded-term", cld_frame_loaded_term, cld_frame_is_loaded, 0.05, 0.7, 3},
    {CLD_TYPE_ATTRIBUTION_VERB, "attribution-verb", cld_frame_attribution_verb,
     cld_frame_is_coloured, 0, 0.6, 3},
};

/* A framing found on a pair. */
typedef struct {
    const CldFrameDetector *detector;
    const CldPair *pair;
    CldFrameVote vote;
    double score;
} Framed;

static void
framed_clear(Framed *self)
{
    g_free(self->vote.reason);
}

static gint
compare_framed(gconstpointer a, gconstpointer b)
{
    const Framed *x = a;
    const Framed *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->pair->a->index != y->pair->a->index)
        return x->pair->a->index < y->pair->a->index ? -1 : 1;
    return x->pair->b->index < y->pair->b->index ? -1 : x->pair->b->index > y->pair->b->index;
}

static void
report_framed(CldReport *report, const Framed *self)
{
    CldFinding *finding = cld_finding_new(self->detector->type);
    finding->relation = CLD_RELATION_BETWEEN_OUTLETS;
    finding->confidence = self->score;
    g_ptr_array_add(finding->basis, g_strconcat("rule:", self->detector->name, NULL));
    finding->explanation =
        g_strdup(self->vote.reason != NULL ? self->vote.reason
                                           : cld_type_get_info(self->detector->type)->meaning);
    cld_side_add_highlight(cld_finding_add_side(finding, self->pair->a->claim), self->vote.mark_a);
    cld_side_add_highlight(cld_finding_add_side(finding, self->pair->b->claim), self->vote.mark_b);
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
}

/* The sentence that the framing is in, once a type. */
static gboolean
is_used(GHashTable *used, const CldClaim *a, const CldClaim *b)
{
    gint64 x = ((gint64)a->article << 32) | (gint64)a->sentence.start;
    gint64 y = ((gint64)b->article << 32) | (gint64)b->sentence.start;
    gboolean new_a = !g_hash_table_contains(used, &x);
    gboolean new_b = !g_hash_table_contains(used, &y);
    if (!new_a || !new_b)
        return TRUE;
    g_hash_table_add(used, g_memdup2(&x, sizeof x));
    g_hash_table_add(used, g_memdup2(&y, sizeof y));
    return FALSE;
}

/* Returns: (transfer full): for every claim of the story, whether light may fall on it */
static gboolean *
find_lights(const CldStory *story, const CldFrameDetector *detector)
{
    gboolean *lights = g_new0(gboolean, story->views->len + 1);
    for (guint i = 0; i < story->views->len; i++)
        lights[i] = detector->may_light(g_ptr_array_index(story->views, i));
    return lights;
}

static GArray *
collect(const CldStory *story, GPtrArray *pairs, const CldFrameDetector *detector)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Framed));
    g_autofree gboolean *lights = find_lights(story, detector);
    g_array_set_clear_func(found, (GDestroyNotify)framed_clear);
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        Framed row = {detector, pair, {0}, 0};
        if (!(lights[pair->a->index] || lights[pair->b->index]) ||
            pair->a->claim->article == pair->b->claim->article ||
            pair->aligned < detector->min_aligned || !detector->detect(pair, &row.vote))
            continue;
        row.score = row.vote.strength * (detector->base + (1 - detector->base) * pair->aligned);
        g_array_append_val(found, row);
    }
    g_array_sort(found, compare_framed);
    return found;
}

static void
find_of_type(CldReport *report,
             const CldStory *story,
             GPtrArray *pairs,
             const CldFrameDetector *detector)
{
    double threshold = cld_weights_get("framing", detector->name);
    g_autoptr(GArray) found = collect(story, pairs, detector);
    g_autoptr(GHashTable) used = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autofree guint *told = g_new0(guint, report->articles->len + 1);
    for (guint i = 0; i < found->len; i++) {
        const Framed *row = &g_array_index(found, Framed, i);
        const CldView *lit = row->vote.is_b ? row->pair->b : row->pair->a;
        if (row->score < threshold || told[lit->claim->article] >= detector->max_told ||
            is_used(used, row->pair->a->claim, row->pair->b->claim))
            continue;
        told[lit->claim->article]++;
        report_framed(report, row);
    }
}

/**
 * cld_framing_find:
 * @report: where the findings go
 * @story: the story
 * @pairs: (element-type CldPair): its pairs
 *
 * Finds the same facts in another light: what two outlets do differently with one fact, one
 * speaker, one name, one headline. A sentence is used once a type, with the counterpart that fits
 * best, and of every article only the clearest few are told.
 */
void
cld_framing_find(CldReport *report, const CldStory *story, GPtrArray *pairs)
{
    for (guint i = 0; i < G_N_ELEMENTS(detectors); i++)
        find_of_type(report, story, pairs, &detectors[i]);
    cld_framing_naming(report, story);
    cld_framing_headline(report, story);
}
