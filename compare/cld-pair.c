/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-pair.h"
#include "cld-weights.h"
#include <math.h>
#include <string.h>

/* Candidates kept for a claim: beyond that the pairs share only what everybody shares. */
#define MAX_CANDIDATES 24
/* Keys in more than this part of a story's claims open no candidates (but count when they align).
 */
#define MAX_KEY_SHARE 0.25
/* Stories so small that every key may open candidates. */
#define MIN_KEY_VIEWS 12
/* Claims of a story up to which all are looked at for their direction; a story is small, a run is
 * not. */
#define MAX_DIRECTION_VIEWS 2000
/* Cosine of the vectors of two sentences put before a pair model that has no vectors beside it:
 * that of half of those of the development stories is above. Nought would say that they are about
 * two things. */
#define USUAL_SIMILARITY 0.47
/* Claims of one speaker in other articles that are looked at for each of his. */
#define MAX_OF_SPEAKER 24
/* How much a shared direction counts beside shared keys. */
#define DIRECTION_SHARE 0.5
/* A key of this weight or more counts as fully telling. */
#define FULL_WEIGHT 6.0
/* Keeps the log-odds of the model finite. */
#define MIN_CHANCE 0.001

static void
find_shared(CldPair *self)
{
    const GArray *x = self->a->keys;
    const GArray *y = self->b->keys;
    for (guint i = 0, j = 0; i < x->len && j < y->len;) {
        const CldKey *p = &g_array_index(x, CldKey, i);
        const CldKey *q = &g_array_index(y, CldKey, j);
        if (p->id == q->id) {
            CldSharedKey shared = {p->id, p->term, q->term, p->weight * q->weight,
                                   p->is_parent || q->is_parent};
            g_array_append_val(self->shared, shared);
        }
        i += p->id <= q->id;
        j += q->id <= p->id;
    }
}

static double
cosine(const GArray *x, double norm_x, const GArray *y, double norm_y)
{
    double sum = 0;
    for (guint i = 0, j = 0; i < x->len && j < y->len;) {
        const CldKey *p = &g_array_index(x, CldKey, i);
        const CldKey *q = &g_array_index(y, CldKey, j);
        if (p->id == q->id)
            sum += p->weight * q->weight;
        i += p->id <= q->id;
        j += q->id <= p->id;
    }
    return norm_x > 0 && norm_y > 0 ? sum / (norm_x * norm_y) : 0;
}

static gboolean
is_predicate(const CldTerm *term)
{
    return term->role == CLD_ROLE_PREDICATE || term->is_verb;
}

static double
telling(double product)
{
    return MIN(1.0, sqrt(product) / FULL_WEIGHT);
}

static void
measure_shared(CldPair *self)
{
    double *f = self->features;
    guint n = 0;
    for (guint i = 0; i < self->shared->len; i++) {
        const CldSharedKey *key = &g_array_index(self->shared, CldSharedKey, i);
        const CldTerm *x = cld_view_get_term(self->a, key->term_a);
        const CldTerm *y = cld_view_get_term(self->b, key->term_b);
        double weight = telling(key->weight);
        if (key->is_parent) {
            f[CLD_FEATURE_PARENT] = MAX(f[CLD_FEATURE_PARENT], weight);
            continue;
        }
        n++;
        if (weight > f[CLD_FEATURE_RAREST]) {
            f[CLD_FEATURE_SECOND] = f[CLD_FEATURE_RAREST];
            f[CLD_FEATURE_RAREST] = weight;
        } else {
            f[CLD_FEATURE_SECOND] = MAX(f[CLD_FEATURE_SECOND], weight);
        }
        if (x->role == CLD_ROLE_SUBJECT && y->role == CLD_ROLE_SUBJECT)
            f[CLD_FEATURE_SUBJECT] = MAX(f[CLD_FEATURE_SUBJECT], weight);
        if (is_predicate(x) && is_predicate(y))
            f[CLD_FEATURE_PREDICATE] = MAX(f[CLD_FEATURE_PREDICATE], weight);
        if (x->role == CLD_ROLE_OBJECT && y->role == CLD_ROLE_OBJECT)
            f[CLD_FEATURE_OBJECT] = MAX(f[CLD_FEATURE_OBJECT], weight);
        if (x->entity != NULL)
            f[CLD_FEATURE_NAMES] = MAX(f[CLD_FEATURE_NAMES], weight);
    }
    f[CLD_FEATURE_SHARED] = log(1 + n);
}

static double
mass(const GArray *keys)
{
    double sum = 0;
    for (guint i = 0; i < keys->len; i++)
        if (!g_array_index(keys, CldKey, i).is_parent)
            sum += g_array_index(keys, CldKey, i).weight;
    return sum;
}

static double
overlap(const CldPair *self)
{
    double sum = 0;
    for (guint i = 0; i < self->shared->len; i++) {
        const CldSharedKey *key = &g_array_index(self->shared, CldSharedKey, i);
        if (!key->is_parent)
            sum += sqrt(key->weight);
    }
    double shorter = MIN(mass(self->a->keys), mass(self->b->keys));
    return shorter > 0 ? MIN(1.0, sum / shorter) : 0;
}

/* How near the nearest word of the other side is, for each key of both sides; 0 for parents. One
 * pass serves both: nearness is the same both ways. */
static void
find_nearest(const GArray *x, double *best_x, const GArray *y, double *best_y)
{
    for (guint i = 0; i < x->len; i++) {
        const CldKey *p = &g_array_index(x, CldKey, i);
        for (guint j = 0; j < y->len && !p->is_parent; j++) {
            const CldKey *q = &g_array_index(y, CldKey, j);
            if (q->is_parent || (best_x[i] >= 1 && best_y[j] >= 1))
                continue;
            double near = cld_key_similarity(p, q);
            best_x[i] = best_x[i] < 1 ? MAX(best_x[i], near) : best_x[i];
            best_y[j] = best_y[j] < 1 ? MAX(best_y[j], near) : best_y[j];
        }
    }
}

/* The words of one side, weighed by rarity. */
static double
share_near(const GArray *keys, const double *best)
{
    double sum = 0, total = 0;
    for (guint i = 0; i < keys->len; i++) {
        const CldKey *key = &g_array_index(keys, CldKey, i);
        sum += key->is_parent ? 0 : key->weight * best[i];
        total += key->is_parent ? 0 : key->weight;
    }
    return total > 0 ? sum / total : 0;
}

/* Every word of one side against the nearest of the other, both ways (after BERTScore, Zhang et al.
 * 2020, with static word directions). Returns: the harmonic mean of the two */
static double
soft_match(const GArray *x, const GArray *y, double *of_x, double *of_y)
{
    g_autofree double *best = g_new0(double, x->len + y->len);
    find_nearest(x, best, y, best + x->len);
    *of_x = share_near(x, best);
    *of_y = share_near(y, best + x->len);
    return *of_x + *of_y > 0 ? 2 * *of_x * *of_y / (*of_x + *of_y) : 0;
}

static double
direction(const CldView *x, const CldView *y)
{
    double sum = 0;
    for (guint d = 0; d < CLD_VECTOR_DIMENSIONS; d++)
        sum += (double)x->direction[d] * (double)y->direction[d];
    return sum;
}

static void
measure_soft(CldPair *self)
{
    double x = 0, y = 0;
    gboolean a_shorter = self->a->keys->len < self->b->keys->len;
    self->features[CLD_FEATURE_SOFT] = soft_match(self->a->keys, self->b->keys, &x, &y);
    self->features[CLD_FEATURE_SOFT_SHORT] = a_shorter ? x : y;
    self->features[CLD_FEATURE_SENTENCE] = soft_match(self->a->whole, self->b->whole, &x, &y);
    self->features[CLD_FEATURE_DIRECTION] = direction(self->a, self->b);
}

static const char *
subject_name(const CldView *view)
{
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (term->role == CLD_ROLE_SUBJECT && term->entity != NULL)
            return term->entity;
    }
    return NULL;
}

static gboolean
shares_unit(const CldPair *self)
{
    const GArray *x = self->a->claim->quantities;
    const GArray *y = self->b->claim->quantities;
    for (guint i = 0; i < x->len; i++)
        for (guint j = 0; j < y->len; j++) {
            const CldQuantity *p = &g_array_index(x, CldQuantity, i);
            const CldQuantity *q = &g_array_index(y, CldQuantity, j);
            if (!p->is_ordinal && !q->is_ordinal && p->unit == q->unit && p->unit != NULL)
                return TRUE;
        }
    return FALSE;
}

static guint
own_keys(const CldView *view)
{
    guint n = 0;
    for (guint i = 0; i < view->keys->len; i++)
        n += !g_array_index(view->keys, CldKey, i).is_parent;
    return n;
}

/* A text does not contradict itself in one breath; its headline may, and so may two speakers. */
static gboolean
is_same_voice(const CldClaim *a, const CldClaim *b)
{
    if (a->article != b->article ||
        (a->part == CLD_PART_HEADLINE) != (b->part == CLD_PART_HEADLINE))
        return FALSE;
    if (a->holder == NULL || b->holder == NULL)
        return a->holder == b->holder;
    return a->holder_entity != NULL ? a->holder_entity == b->holder_entity
                                    : g_str_equal(a->holder, b->holder);
}

/* One of the two was said on another day than the other, as far as the text says. */
static gboolean
is_said_apart(const CldClaim *a, const CldClaim *b)
{
    gboolean knows_a = cld_when_is_known(a->said), knows_b = cld_when_is_known(b->said);
    return a->holder != NULL && b->holder != NULL &&
           (knows_a != knows_b || (knows_a && !cld_when_overlaps(a->said, b->said)));
}

/* The text sets an earlier state or word against a new one itself: "previously … while now …", "on
 * Monday he said … on Friday …". */
static gboolean
is_set_apart(const CldClaim *a, const CldClaim *b)
{
    return a->is_reported_past != b->is_reported_past || a->is_reported_now != b->is_reported_now ||
           is_said_apart(a, b);
}

static CldRelation
relation_of(const CldClaim *a, const CldClaim *b)
{
    gboolean both = a->holder != NULL && b->holder != NULL;
    if (a->holder_entity != NULL && a->holder_entity == b->holder_entity)
        return CLD_RELATION_SAME_SPEAKER;
    if (both)
        return CLD_RELATION_BETWEEN_SPEAKERS;
    return a->article == b->article ? CLD_RELATION_WITHIN_ARTICLE : CLD_RELATION_BETWEEN_OUTLETS;
}

static void
measure(CldPair *self)
{
    const CldClaim *a = self->a->claim;
    const CldClaim *b = self->b->claim;
    double *f = self->features;
    f[CLD_FEATURE_BIAS] = 1;
    f[CLD_FEATURE_COSINE] = cosine(self->a->keys, self->a->norm, self->b->keys, self->b->norm);
    f[CLD_FEATURE_CONTEXT] =
        cosine(self->a->context, self->a->context_norm, self->b->context, self->b->context_norm);
    f[CLD_FEATURE_OVERLAP] = overlap(self);
    measure_shared(self);
    measure_soft(self);
    const char *p = subject_name(self->a);
    const char *q = subject_name(self->b);
    f[CLD_FEATURE_NAMES_CLASH] = p != NULL && q != NULL && p != q;
    f[CLD_FEATURE_UNIT] = shares_unit(self);
    f[CLD_FEATURE_TIME_APART] = cld_when_is_known(a->about) && cld_when_is_known(b->about) &&
                                !cld_when_overlaps(a->about, b->about);
    f[CLD_FEATURE_SAME_HOLDER] = a->holder_entity != NULL && a->holder_entity == b->holder_entity;
    f[CLD_FEATURE_SAME_ARTICLE] = a->article == b->article && !is_set_apart(a, b) &&
                                  relation_of(a, b) != CLD_RELATION_BETWEEN_SPEAKERS;
    f[CLD_FEATURE_SAME_VOICE] = is_same_voice(a, b) && !is_set_apart(a, b);
    f[CLD_FEATURE_HEADLINE] = a->part == CLD_PART_HEADLINE || b->part == CLD_PART_HEADLINE;
    f[CLD_FEATURE_SHORT] = 1.0 / MAX(1, MIN(own_keys(self->a), own_keys(self->b)));
}

static void
date(CldPair *self)
{
    CldWhen a = cld_when_is_known(self->a->claim->said) ? self->a->claim->said
                                                        : self->a->article->published;
    CldWhen b = cld_when_is_known(self->b->claim->said) ? self->b->claim->said
                                                        : self->b->article->published;
    self->is_dated = cld_when_is_known(a) && cld_when_is_known(b);
    self->days = cld_when_days_between(a, b);
    gboolean timed = cld_when_has_time(a) && cld_when_has_time(b);
    self->minutes = timed ? b.from - a.from : self->days * CLD_MINUTES_PER_DAY;
}

static void
rate(CldPair *self, CldLevel level)
{
    static const char *const groups[] = {"align", "align-vectors", "align-model"};
    self->level = level;
    self->aligned = cld_weights_score(groups[level], self->features);
}

/**
 * cld_pair_new:
 * @story: the story of both; must outlive the pair
 * @a: index of a claim in the story
 * @b: index of another, after @a
 *
 * Returns: (transfer full): the two, measured and weighed
 */
CldPair *
cld_pair_new(const CldStory *story, guint a, guint b)
{
    CldPair *self = g_new0(CldPair, 1);
    self->story = story;
    self->a = g_ptr_array_index(story->views, a);
    self->b = g_ptr_array_index(story->views, b);
    self->shared = g_array_new(FALSE, FALSE, sizeof(CldSharedKey));
    find_shared(self);
    measure(self);
    rate(self, CLD_LEVEL_RULES);
    self->relation = relation_of(self->a->claim, self->b->claim);
    date(self);
    return self;
}

/* Tells the pair how near the vectors of its two sentences are, 0 to 1. */
void
cld_pair_set_vector(CldPair *self, double similarity)
{
    self->features[CLD_FEATURE_VECTOR] = similarity;
    rate(self, CLD_LEVEL_VECTORS);
}

static double
log_odds(double chance)
{
    double p = CLAMP(chance, MIN_CHANCE, 1 - MIN_CHANCE);
    return log(p / (1 - p));
}

/* Tells the pair what the model says of its two sentences; what is not scored changes nothing. */
void
cld_pair_set_judgement(CldPair *self, const CldJudgement *judgement)
{
    if (!judgement->is_scored)
        return;
    double *f = self->features;
    self->judgement = *judgement;
    if (self->level == CLD_LEVEL_RULES)
        f[CLD_FEATURE_VECTOR] = USUAL_SIMILARITY;
    f[CLD_FEATURE_MODEL_SAME] = log_odds(judgement->same_subject);
    f[CLD_FEATURE_MODEL_CLASH] = log_odds(judgement->contradiction + judgement->update);
    f[CLD_FEATURE_MODEL_AGREE] = log_odds(judgement->agreement);
    f[CLD_FEATURE_MODEL_CALM] = log_odds(judgement->neutral);
    rate(self, CLD_LEVEL_MODEL);
}

void
cld_pair_free(CldPair *self)
{
    g_array_unref(self->shared);
    g_free(self);
}

typedef struct {
    guint view;
    double score;
} Candidate;

static gint
compare_candidates(gconstpointer a, gconstpointer b)
{
    const Candidate *x = a;
    const Candidate *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return x->view < y->view ? -1 : x->view > y->view;
}

/* Postings: for every key the claims that have it. */
static GPtrArray *
index_keys(const CldStory *story)
{
    GPtrArray *postings = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < story->names->len; i++)
        g_ptr_array_add(postings, g_array_new(FALSE, FALSE, sizeof(guint)));
    for (guint i = 0; i < story->views->len; i++) {
        const CldView *view = g_ptr_array_index(story->views, i);
        for (guint k = 0; k < view->keys->len; k++)
            g_array_append_val(g_ptr_array_index(postings, g_array_index(view->keys, CldKey, k).id),
                               i);
    }
    return postings;
}

static void
score_candidates(const CldStory *story, GPtrArray *postings, const CldView *view, double *scores)
{
    guint limit = MAX(MIN_KEY_VIEWS, (guint)(MAX_KEY_SHARE * story->views->len));
    for (guint k = 0; k < view->keys->len; k++) {
        const CldKey *key = &g_array_index(view->keys, CldKey, k);
        const GArray *posting = g_ptr_array_index(postings, key->id);
        if (posting->len > limit)
            continue;
        for (guint j = 0; j < posting->len; j++) {
            guint other = g_array_index(posting, guint, j);
            const CldView *that = g_ptr_array_index(story->views, other);
            const CldKey *twin = cld_view_find_key(that, key->id);
            if (that->norm > 0 && view->norm > 0)
                scores[other] += key->weight * twin->weight / (that->norm * view->norm);
        }
    }
}

/* Claims that point the same way may share their subject without sharing a word. */
static void
score_directions(const CldStory *story, const CldView *view, double *scores)
{
    for (guint j = 0; j < story->views->len && story->views->len <= MAX_DIRECTION_VIEWS; j++)
        scores[j] += DIRECTION_SHARE * MAX(0, direction(view, g_ptr_array_index(story->views, j)));
}

/* Sentences of one breath are not compared: a speaker goes on, he does not contradict himself. */
static gboolean
is_one_breath(const CldClaim *a, const CldClaim *b)
{
    if (a->article != b->article || is_set_apart(a, b))
        return FALSE;
    return a->sentence.start == b->sentence.start ||
           (a->utterance != 0 && a->utterance == b->utterance);
}

/* What found the pairs so far. */
typedef struct {
    const CldStory *story;
    GPtrArray *pairs;
    GHashTable *taken; /* set of gint64: first * claims + second */
} Finder;

static void
take(Finder *self, guint i, guint j)
{
    gint64 code = (gint64)MIN(i, j) * self->story->views->len + MAX(i, j);
    if (g_hash_table_add(self->taken, g_memdup2(&code, sizeof code)))
        g_ptr_array_add(self->pairs, cld_pair_new(self->story, MIN(i, j), MAX(i, j)));
}

static void
take_best(Finder *self, guint i, const double *scores)
{
    guint n = self->story->views->len;
    const CldView *view = g_ptr_array_index(self->story->views, i);
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    for (guint j = 0; j < n; j++) {
        const CldView *other = g_ptr_array_index(self->story->views, j);
        Candidate candidate = {j, scores[j]};
        if (j != i && scores[j] > 0 && !is_one_breath(view->claim, other->claim))
            g_array_append_val(candidates, candidate);
    }
    g_array_sort(candidates, compare_candidates);
    for (guint c = 0; c < MIN(candidates->len, MAX_CANDIDATES); c++)
        take(self, i, g_array_index(candidates, Candidate, c).view);
}

/* The claims of the sentences that are nearest by their vectors. */
static void
take_near(Finder *self, guint i, const CldReading *reading)
{
    const CldView *view = g_ptr_array_index(self->story->views, i);
    const GArray *near = cld_reading_get(reading, reading->of_view[i])->near;
    for (guint k = 0; k < near->len; k++) {
        guint utterance = g_array_index(near, guint, k);
        guint j = cld_reading_get(reading, utterance)->view->index;
        for (; j < self->story->views->len && reading->of_view[j] == utterance; j++) {
            const CldView *other = g_ptr_array_index(self->story->views, j);
            if (!is_one_breath(view->claim, other->claim))
                take(self, i, j);
        }
    }
}

/* What one speaker says in two articles may be one utterance without a word in common, as vectors
 * see. */
static void
take_speaker(Finder *self, guint i)
{
    const CldClaim *claim = ((const CldView *)g_ptr_array_index(self->story->views, i))->claim;
    guint n = 0;
    for (guint j = i + 1; j < self->story->views->len && n < MAX_OF_SPEAKER; j++) {
        const CldClaim *other = ((const CldView *)g_ptr_array_index(self->story->views, j))->claim;
        if (claim->holder_entity == NULL || claim->article == other->article ||
            claim->holder_entity != other->holder_entity)
            continue;
        take(self, i, j);
        n++;
    }
}

/**
 * cld_pairs_find:
 * @story: a story; must outlive the pairs
 * @reading: (nullable): its sentences; rules alone need none
 *
 * Finds the claims worth comparing through an index of keys, at most %MAX_CANDIDATES a claim, so
 * that the work grows with the claims and not with their square, and through the vectors of their
 * sentences where there are any.
 *
 * Returns: (transfer full) (element-type CldPair): the pairs, by first then second claim
 */
GPtrArray *
cld_pairs_find(const CldStory *story, const CldReading *reading)
{
    g_autoptr(GPtrArray) postings = index_keys(story);
    guint n = story->views->len;
    g_autofree double *scores = g_new0(double, n + 1);
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    Finder finder = {story, g_ptr_array_new_with_free_func((GDestroyNotify)cld_pair_free), taken};
    for (guint i = 0; i < n; i++) {
        const CldView *view = g_ptr_array_index(story->views, i);
        memset(scores, 0, n * sizeof *scores);
        score_candidates(story, postings, view, scores);
        score_directions(story, view, scores);
        take_best(&finder, i, scores);
        if (reading == NULL)
            continue;
        take_near(&finder, i, reading);
        take_speaker(&finder, i);
    }
    return finder.pairs;
}
