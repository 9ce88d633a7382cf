/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-omission.h"
#include "cld-frame.h"
#include "cld-pair.h"
#include "cld-weights.h"

/* Omissions told of one article: the weightiest. */
#define MAX_PER_ARTICLE 4
/* An article with fewer claims than this has no room to mention everything. */
#define MIN_CLAIMS 8
/* What most tell is only missed in the others if it weighs so much: harm, an order, a charge. */
#define LEAST_OF_FEW 2.0

/* The claim of another article that says most surely the same. */
typedef struct {
    double aligned;
    const CldView *view; /* (nullable) */
} Match;

typedef struct {
    CldView *view;
    double weight;
    GArray *missing;   /* (owned) (element-type guint) articles that could have known it */
    GPtrArray *others; /* (owned) (element-type CldView) who else tells it, one an article */
} Lone;

static void
lone_clear(Lone *self)
{
    g_array_unref(self->missing);
    g_ptr_array_unref(self->others);
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

static void
note_match(Match *self, const CldPair *pair, const CldView *other)
{
    if (pair->aligned > self->aligned)
        *self = (Match){pair->aligned, other};
}

/* best[claim * articles + article]: how well the claim is matched in that article. */
static Match *
best_matches(const CldStory *story, GPtrArray *pairs)
{
    guint n = story->report->articles->len;
    Match *best = g_new0(Match, (gsize)story->views->len * n + 1);
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        note_match(&best[(gsize)pair->a->index * n + pair->b->claim->article], pair, pair->b);
        note_match(&best[(gsize)pair->b->index * n + pair->a->claim->article], pair, pair->a);
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

/* An article that is a copy, or too short to mention everything, omits nothing. */
static gboolean
had_room(const CldStory *story, guint article)
{
    return g_array_index(story->report->copy_of, gint, article) < 0 &&
           count_claims(story, article) >= MIN_CLAIMS;
}

static gboolean
has_side(const CldFinding *finding, const CldClaim *claim)
{
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldClaim *side = ((const CldSide *)g_ptr_array_index(finding->sides, i))->claim;
        if (cld_claim_is_same_sentence(side, claim))
            return TRUE;
    }
    return FALSE;
}

/* Two counts of one thing, and what it was and what it became, are told of one thing. */
static gboolean
is_of_one_thing(CldType type)
{
    return type == CLD_TYPE_NUMBER || cld_type_get_info(type)->kind == CLD_KIND_UPDATE;
}

/* Two sentences that stand against each other elsewhere in the report do not tell one thing. */
static gboolean
is_set_apart(const CldReport *report, const CldClaim *a, const CldClaim *b)
{
    for (guint i = 0; i < report->findings->len; i++) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        CldKind kind = cld_type_get_info(finding->type)->kind;
        if (kind == CLD_KIND_CONTRADICTION && !is_of_one_thing(finding->type) &&
            has_side(finding, a) && has_side(finding, b))
            return TRUE;
    }
    return FALSE;
}

/* The articles of a story that had room to mention a thing, and the weight that says how little
 * like it an article must hold to lack it: words alone overlook more than vectors do. */
typedef struct {
    GArray *articles;   /* (owned) (element-type guint) */
    const char *absent; /* (unowned) */
} Room;

static void
room_clear(Room *self)
{
    g_array_unref(self->articles);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Room, room_clear)

static Room
find_room(const CldStory *story, GPtrArray *pairs)
{
    const CldPair *first = pairs->len > 0 ? g_ptr_array_index(pairs, 0) : NULL;
    gboolean has_vectors = first != NULL && first->level != CLD_LEVEL_RULES;
    const CldEvent *event = g_ptr_array_index(story->report->events, story->event);
    GArray *roomy = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < event->articles->len; i++) {
        guint article = g_array_index(event->articles, guint, i);
        if (had_room(story, article))
            g_array_append_val(roomy, article);
    }
    return (Room){roomy, has_vectors ? "absent-vectors" : "absent"};
}

/* Who tells it too, and who does not although he could have known it. Where it is told twice, only
 * an article with nothing like it lacks it. */
static void
ask_articles(Lone *self, const CldReport *report, const Room *room, const Match *best)
{
    guint own = self->view->claim->article;
    double told = cld_weights_get("omission", "told-at");
    gboolean is_lone = TRUE;
    for (guint i = 0; i < room->articles->len; i++) {
        guint other = g_array_index(room->articles, guint, i);
        const Match *match = &best[other];
        if (other == own)
            continue;
        if (match->aligned >= told && !is_set_apart(report, self->view->claim, match->view->claim))
            g_ptr_array_add(self->others, (gpointer)match->view);
        is_lone = is_lone && match->aligned < cld_weights_get("omission", "matched");
    }
    if (!is_lone && self->others->len == 0)
        return; /* somebody may have it */
    double absent = cld_weights_get("omission", is_lone ? "matched" : room->absent);
    for (guint i = 0; i < room->articles->len; i++) {
        guint other = g_array_index(room->articles, guint, i);
        const CldArticle *article = g_ptr_array_index(report->articles, other);
        if (other != own && best[other].aligned < absent &&
            could_know(self->view->claim, self->view->article, article))
            g_array_append_val(self->missing, other);
    }
}

static Lone
look_at(const CldStory *story, const Room *room, CldView *view, const Match *best)
{
    Lone lone = {view, weight_of(view), g_array_new(FALSE, FALSE, sizeof(guint)),
                 g_ptr_array_new()};
    ask_articles(&lone, story->report, room,
                 &best[(gsize)view->index * story->report->articles->len]);
    if (lone.others->len > 0)
        lone.weight += cld_weights_get("omission", "told");
    gboolean is_almost_told = lone.missing->len < lone.others->len;
    if (lone.missing->len == 0 || (is_almost_told && lone.weight < LEAST_OF_FEW))
        lone.weight = 0;
    return lone;
}

static char *
dup_explanation(const Lone *lone)
{
    const char *ending = lone->missing->len == 1 ? "" : "s";
    const char *outlet = lone->view->article->outlet;
    if (lone->others->len > 0)
        return g_strdup_printf(
            "Told by %u articles; not mentioned by %u other article%s that could have known it.",
            lone->others->len + 1, lone->missing->len, ending);
    return g_strdup_printf(
        "Only %s has this; not mentioned by %u other article%s that could have known it.",
        outlet == NULL ? "one article" : outlet, lone->missing->len, ending);
}

static void
report_lone(CldReport *report, const Lone *lone)
{
    CldFinding *finding = cld_finding_new(CLD_TYPE_ONLY_IN);
    finding->relation = CLD_RELATION_NONE;
    finding->confidence = MIN(0.95, lone->weight / 4);
    g_ptr_array_add(finding->basis, g_strdup("rule:only-in"));
    finding->explanation = dup_explanation(lone);
    cld_finding_add_side(finding, lone->view->claim);
    for (guint i = 0; i < lone->others->len; i++)
        cld_finding_add_side(finding, ((CldView *)g_ptr_array_index(lone->others, i))->claim);
    g_array_append_vals(finding->missing_from, lone->missing->data, lone->missing->len);
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
}

static gboolean
may_be_missed(const CldClaim *claim)
{
    return claim->part != CLD_PART_HEADLINE && claim->part != CLD_PART_CAPTION;
}

static gboolean
take_sentence(GHashTable *used, const CldClaim *claim)
{
    gint64 sentence = ((gint64)claim->article << 32) | (gint64)claim->sentence.start;
    return g_hash_table_add(used, g_memdup2(&sentence, sizeof sentence));
}

/* A sentence is told of once, also when another says the same. */
static gboolean
take(GHashTable *used, const Lone *lone)
{
    gboolean is_new = take_sentence(used, lone->view->claim);
    for (guint i = 0; i < lone->others->len; i++)
        take_sentence(used, ((const CldView *)g_ptr_array_index(lone->others, i))->claim);
    return is_new;
}

/**
 * cld_omissions_find:
 * @report: where the findings go
 * @story: the story
 * @pairs: (element-type CldPair): its pairs
 *
 * Finds what some articles tell and others do not mention, corrected for date (those could have
 * known it) and length (they had room), the weightiest few of every article.
 */
void
cld_omissions_find(CldReport *report, const CldStory *story, GPtrArray *pairs)
{
    g_autofree Match *best = best_matches(story, pairs);
    g_auto(Room) room = find_room(story, pairs);
    g_autoptr(GArray) lone = g_array_new(FALSE, FALSE, sizeof(Lone));
    g_autoptr(GHashTable) used = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autofree guint *told = g_new0(guint, report->articles->len + 1);
    g_array_set_clear_func(lone, (GDestroyNotify)lone_clear);
    for (guint i = 0; i < story->views->len; i++) {
        CldView *view = g_ptr_array_index(story->views, i);
        if (!may_be_missed(view->claim))
            continue;
        Lone row = look_at(story, &room, view, best);
        g_array_append_val(lone, row);
    }
    g_array_sort(lone, compare_lone);
    for (guint i = 0; i < lone->len; i++) {
        const Lone *row = &g_array_index(lone, Lone, i);
        guint article = row->view->claim->article;
        if (row->weight < cld_weights_get("threshold", "omission") ||
            told[article] >= MAX_PER_ARTICLE || !take(used, row))
            continue;
        told[article]++;
        report_lone(report, row);
    }
}
