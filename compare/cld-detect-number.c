/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-count.h"
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-revision.h"
#include "cld-weights.h"
#include "cld-words.h"
#include <math.h>

/* Two amounts this close (relative) are one amount, rounded: "nearly 4,000" and "3,980". */
#define ROUNDING_ABOUT 0.10
#define ROUNDING_EXACT 0.005
/* Amounts further apart than this factor are hardly two counts of one thing. */
#define MAX_FACTOR 8.0
/* Counts of people that ran on may have run far. */
#define MAX_RUN_FACTOR 30.0
/* A count this much later may have run on. */
#define MIN_RUN_MINUTES 180
/* In place of the factor between a number and nought. */
#define NO_FACTOR 2.0
/* Small numbers are many and mean little. */
#define SMALL 4.0
/* Nouns at least this near name one kind of thing. */
#define SAME_NOUN 0.9
/* Below this the two are hardly counts of one thing. */
#define MIN_STRENGTH 0.25
/* What a known fate of the counted people does to the strength. */
#define SAME_CLASS_SHARE 1.4
#define ONE_CLASS_SHARE  0.7
/* Two subjects that are names and differ mostly do two things. */
#define NAMES_CLASH_SHARE 0.5
/* Per cent here and percentage points there, of one number. */
#define POINTS_STRENGTH 0.6
/* Inside one article only a headline and its body are expected to give the same number. */
#define WITHIN_ARTICLE_SHARE 0.5
/* A number that is only told again is told as precisely. */
#define ROUNDING_REPEATED 0.04
#define HISTORY_DAYS      60
/* Numbers up to this stand for many things, and their sentences must speak of one more surely. */
#define MANY             12.0
#define MIN_ALIGNED_MANY 0.12
#define MIN_ALIGNED_FEW  0.3
/* A name this near behind the number qualifies what is counted. */
#define NAME_REACH_BYTES 24

/* A number and the words that say what it counts. */
typedef struct {
    const CldView *view;
    const CldQuantity *quantity;
    CldWords words;      /* of its clause, without the number and the counted noun */
    const CldWord *verb; /* (nullable): what happened to what is counted */
    const char
        *name; /* (nullable): name that qualifies what is counted: "115 Ukrainian soldiers" */
} Count;

static gboolean
is_at(const CldTokens *tokens, guint at, const char *word)
{
    return at < cld_tokens_length(tokens) && g_str_equal(cld_tokens_get(tokens, at)->lower, word);
}

/* The verb that the number belongs to: the next in the clause, else the last before it. */
static const CldWord *
find_verb(const Count *self)
{
    const CldWord *before = NULL;
    for (guint i = 0; i < self->words.n; i++) {
        const CldWord *word = &self->words.words[i];
        if (!word->term->is_verb)
            continue;
        if (word->term->span.start > self->quantity->number.end)
            return before == NULL ? word : before;
        before = word;
    }
    return before;
}

static const char *
find_name(const Count *self)
{
    for (guint i = 0; i < self->words.n; i++) {
        const CldTerm *term = self->words.words[i].term;
        if (term->span.start >= self->quantity->number.end)
            return term->entity != NULL &&
                           term->span.start < self->quantity->number.end + NAME_REACH_BYTES
                       ? term->entity
                       : NULL;
    }
    return NULL;
}

static void
drop_noun(CldWords *words, const CldQuantity *quantity)
{
    guint kept = 0;
    for (guint i = 0; i < words->n; i++)
        if (!cld_span_overlaps(words->words[i].term->span, quantity->span) &&
            words->words[i].term->stem != quantity->noun)
            words->words[kept++] = words->words[i];
    words->n = kept;
}

static void
count_init(Count *self, const CldStory *story, const CldView *view, const CldQuantity *quantity)
{
    *self = (Count){.view = view, .quantity = quantity};
    cld_words_collect(&self->words, story, view, view->claim->clause);
    self->name = find_name(self);
    drop_noun(&self->words, quantity);
    self->verb = find_verb(self);
}

static gboolean
is_headline_and_body(const CldPair *pair)
{
    return (pair->a->claim->part == CLD_PART_HEADLINE) !=
           (pair->b->claim->part == CLD_PART_HEADLINE);
}

static gboolean
runs_on(const CldTerm *term)
{
    const CldLexicon *running = cld_lexicon_get("running-counts");
    const char *const names[] = {term->concept, term->parent, term->stem};
    for (guint k = 0; k < G_N_ELEMENTS(names); k++) {
        g_autofree char *folded = names[k] == NULL ? NULL : g_ascii_strdown(names[k], -1);
        if (folded != NULL && cld_lexicon_lookup(running, folded) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* Tolls and the like run on; an age, a price, the people on board do not. The counted noun itself
 * may say it: "2,000 refugees". */
static gboolean
is_running(const Count *self)
{
    const GArray *terms = self->view->claim->terms;
    for (guint i = 0; i < self->words.n; i++)
        if (runs_on(self->words.words[i].term))
            return TRUE;
    for (guint i = 0; i < terms->len; i++) {
        const CldTerm *term = &g_array_index(terms, CldTerm, i);
        if (cld_span_overlaps(term->span, self->quantity->span) && runs_on(term))
            return TRUE;
    }
    return FALSE;
}

static double
noun_similarity(const CldQuantity *x, const CldQuantity *y)
{
    if (x->noun == NULL || y->noun == NULL)
        return 0;
    double near = cld_vectors_similarity(cld_vectors_lookup(x->noun), cld_vectors_lookup(y->noun));
    return x->noun == y->noun ? 1 : MAX(0, near);
}

static double
verb_similarity(const Count *x, const Count *y)
{
    return x->verb == NULL || y->verb == NULL ? 0 : cld_word_similarity(x->verb, y->verb);
}

/* What tells whether two numbers count one thing; the weights are data, fitted on event packs. */
static const char *const feature_names[] = {
    "bias",    "noun",    "bare",   "both",       "short",      "best",  "second",    "verb",
    "percent", "measure", "factor", "time-apart", "name-clash", "small", "direction",
};

/* Returns: (nullable): "year" in "40 million a year" */
static const char *
period_of(const Count *count)
{
    const CldTokens *tokens = count->view->tokens;
    guint at = cld_tokens_index_at(tokens, count->quantity->span.end);
    gboolean is_rate = is_at(tokens, at, "a") || is_at(tokens, at, "per");
    return is_rate && at + 1 < cld_tokens_length(tokens) ? cld_tokens_get(tokens, at + 1)->lower
                                                         : NULL;
}

static gboolean
is_one_rate(const Count *p, const Count *q)
{
    const char *x = period_of(p), *y = period_of(q);
    return cld_count_is_measure(p->quantity) && cld_count_is_measure(q->quantity) &&
           g_strcmp0(x, y) == 0 && x != NULL;
}

static void
collect_sentence(CldWords *words, const CldStory *story, const Count *count)
{
    cld_words_collect(words, story, count->view, count->view->claim->sentence);
    drop_noun(words, count->quantity);
}

/* "The tax, which comes to 40 million a year": what has that rate may stand in another clause of
 * the sentence. */
static CldMatch
match_counts(const CldPair *pair, const Count *p, const Count *q)
{
    CldMatch match = cld_words_match(&p->words, &q->words);
    if (match.best > 0 || !is_one_rate(p, q))
        return match;
    CldWords x, y;
    collect_sentence(&x, pair->story, p);
    collect_sentence(&y, pair->story, q);
    return cld_words_match(&x, &y);
}

/* How surely the two count one thing, 0 to 1. */
static double
same_count(const CldPair *pair, const Count *p, const Count *q)
{
    const CldQuantity *x = p->quantity, *y = q->quantity;
    double low = MIN(fabs(x->value), fabs(y->value));
    double high = MAX(fabs(x->value), fabs(y->value));
    gboolean is_percent = x->unit == g_intern_static_string("%");
    gboolean is_people = x->unit == g_intern_static_string("people");
    CldMatch match = match_counts(pair, p, q);
    double features[G_N_ELEMENTS(feature_names)] = {
        1,
        noun_similarity(x, y),
        x->noun == NULL || y->noun == NULL,
        cld_match_both(&match),
        MAX(match.part_a, match.part_b),
        match.best,
        match.second,
        verb_similarity(p, q),
        is_percent,
        !is_percent && !is_people && x->noun == NULL,
        low > 0 ? log(high / low) : NO_FACTOR,
        pair->features[CLD_FEATURE_TIME_APART],
        p->name != NULL && q->name != NULL && p->name != q->name,
        high <= SMALL,
        pair->features[CLD_FEATURE_DIRECTION],
    };
    return match.best > 0 || features[1] > SAME_NOUN
               ? cld_weights_weigh("number", feature_names, features, G_N_ELEMENTS(feature_names))
               : 0;
}

/* What happens to the counted people, by the word nearest to the number: "dead", "safe". */
static const char *const *
class_of(const Count *self)
{
    const CldLexicon *classes = cld_lexicon_get("count-classes");
    const char *const *found = NULL;
    gsize nearest = G_MAXSIZE;
    for (guint i = 0; i < self->words.n; i++) {
        const CldTerm *term = self->words.words[i].term;
        gsize at = self->quantity->number.start;
        gsize away = term->span.start > at ? term->span.start - at : at - term->span.start;
        g_autofree char *concept = g_ascii_strdown(term->concept == NULL ? "" : term->concept, -1);
        const char *const *values = cld_lexicon_lookup(classes, concept);
        if (values != NULL && values[0] != NULL && away < nearest) {
            found = values;
            nearest = away;
        }
    }
    return found;
}

/* Counts of people fit each other by what happened to them. */
static double
class_share(const Count *p, const Count *q)
{
    if (p->quantity->unit != g_intern_static_string("people"))
        return 1;
    const char *const *x = class_of(p), *const *y = class_of(q);
    if (x == NULL && y == NULL)
        return 1;
    if (x == NULL || y == NULL)
        return ONE_CLASS_SHARE;
    return g_str_equal(x[0], y[0]) ? SAME_CLASS_SHARE : 0;
}

/* What happened long before the report is something else: "in 2022 an attack exposed 40,000". */
static gboolean
is_history(const CldView *view)
{
    CldWhen about = view->claim->about, published = view->article->published;
    return cld_when_is_known(about) && cld_when_is_known(published) &&
           cld_when_days_between(about, published) > HISTORY_DAYS;
}

/* The later count is the greater one, of the missing the smaller: it has run on. */
static gboolean
has_run_on(const CldPair *pair, const Count *p, const Count *q)
{
    const char *const *x = class_of(p), *const *y = class_of(q);
    if (!pair->is_dated || ABS(pair->minutes) < MIN_RUN_MINUTES || x == NULL || y == NULL ||
        !g_str_equal(x[0], y[0]) || x[1] == NULL || is_history(pair->a) || is_history(pair->b) ||
        (p->name != NULL && q->name != NULL && p->name != q->name))
        return FALSE;
    gboolean grows = g_str_equal(x[1], "grows");
    gboolean is_greater_later = (pair->minutes > 0) == (q->quantity->value > p->quantity->value);
    return grows == is_greater_later;
}

/* Too far apart for one count, unless it may have run on. */
static gboolean
is_far(const CldQuantity *x, const CldQuantity *y, gboolean has_run)
{
    double low = MIN(fabs(x->value), fabs(y->value));
    double high = MAX(fabs(x->value), fabs(y->value));
    return low > 0 && high / low > (has_run ? MAX_RUN_FACTOR : MAX_FACTOR);
}

/* Too far apart, or no further apart than a bound allows: unless it has run on. */
static gboolean
is_out_of_reach(const CldQuantity *x, const CldQuantity *y, gboolean has_run)
{
    return is_far(x, y, has_run) || (!has_run && cld_count_is_compatible(x, y));
}

/* The text sets an earlier state against a new one. */
static gboolean
has_markers(const CldPair *pair)
{
    const CldClaim *a = pair->a->claim, *b = pair->b->claim;
    return a->is_reported_now || b->is_reported_now || a->is_reported_past || b->is_reported_past;
}

static gboolean
is_part_or_change(const CldPair *pair, const CldQuantity *x, const CldQuantity *y)
{
    return cld_count_is_partial(pair->a, x) || cld_count_is_partial(pair->b, y) ||
           cld_count_is_change(pair->a, x) != cld_count_is_change(pair->b, y);
}

static double
strength_of(const CldPair *pair, const CldQuantity *x, const CldQuantity *y, CldVote *vote)
{
    Count p, q;
    if (is_part_or_change(pair, x, y))
        return 0;
    count_init(&p, pair->story, pair->a, x);
    count_init(&q, pair->story, pair->b, y);
    vote->is_continued = has_run_on(pair, &p, &q);
    if (is_out_of_reach(x, y, vote->is_continued))
        return 0;
    vote->is_mutable = is_running(&p) || is_running(&q) || has_markers(pair);
    double strength = MIN(1.0, same_count(pair, &p, &q) * class_share(&p, &q));
    if (pair->features[CLD_FEATURE_NAMES_CLASH] > 0)
        strength *= NAMES_CLASH_SHARE;
    if (pair->a->claim->article == pair->b->claim->article && !is_headline_and_body(pair))
        strength *= WITHIN_ARTICLE_SHARE;
    return strength >= MIN_STRENGTH ? strength : 0;
}

/* "by 15%" and "by 15 percentage points" are two changes. */
static gboolean
mixes_points(const CldPair *pair, const CldQuantity *x, const CldQuantity *y)
{
    const char *percent = g_intern_static_string("%"), *points = g_intern_static_string("pp");
    gboolean mixed =
        (x->unit == percent && y->unit == points) || (x->unit == points && y->unit == percent);
    return mixed && x->value > 0 && fabs(x->value - y->value) < ROUNDING_EXACT * x->value &&
           cld_count_is_change(pair->a, x) && cld_count_is_change(pair->b, y);
}

static char *
unit_text(const CldView *view, const CldQuantity *quantity)
{
    CldSpan unit = {quantity->number.end, MAX(quantity->number.end, quantity->span.end)};
    return cld_span_dup_text(unit, view->article->text);
}

/* "ten metres" and "30 feet": one unit was turned into the other, and the result rounded. */
static gboolean
is_converted(const CldPair *pair, const CldQuantity *x, const CldQuantity *y)
{
    if (x->noun != NULL || x->unit == NULL || x->unit == g_intern_static_string("%") ||
        fabs(x->value - y->value) > ROUNDING_ABOUT * MAX(fabs(x->value), fabs(y->value)))
        return FALSE;
    g_autofree char *p = unit_text(pair->a, x);
    g_autofree char *q = unit_text(pair->b, y);
    return g_ascii_strcasecmp(p, q) != 0;
}

/* "30 per cent of all imports" is a part of something, "a 25 per cent duty" is a rate. */
static gboolean
is_part(const CldView *view, const CldQuantity *quantity)
{
    guint at = cld_tokens_index_at(view->tokens, MAX(quantity->span.end, quantity->number.end));
    return at < cld_tokens_length(view->tokens) &&
           g_str_equal(cld_tokens_get(view->tokens, at)->lower, "of");
}

static gboolean
is_part_and_rate(const CldPair *pair, const CldQuantity *x, const CldQuantity *y)
{
    return x->unit == g_intern_static_string("%") && x->unit == y->unit &&
           is_part(pair->a, x) != is_part(pair->b, y);
}

/* What the two sentences themselves say speaks against two values of one quantity. */
static gboolean
is_settled(const CldPair *pair, const CldQuantity *x, const CldQuantity *y)
{
    return (cld_count_is_compatible(x, y) && !cld_count_may_have_grown(x, y)) ||
           cld_count_is_past(pair->a, x) || cld_count_is_past(pair->b, y) ||
           cld_count_is_told(pair->story, pair->b, x) ||
           cld_count_is_told(pair->story, pair->a, y) || is_converted(pair, x, y) ||
           is_part_and_rate(pair, x, y);
}

static double
clash_of(const CldPair *pair, const CldQuantity *x, const CldQuantity *y, CldVote *vote)
{
    if (mixes_points(pair, x, y))
        return POINTS_STRENGTH;
    if (!cld_count_is_one_kind(x, y) || is_settled(pair, x, y))
        return 0;
    return strength_of(pair, x, y, vote);
}

/* "No figure above 180 million": of what, another sentence says. */
static gboolean
is_bare(const CldQuantity *quantity)
{
    return quantity->unit == NULL && quantity->noun == NULL && fabs(quantity->value) > MANY;
}

static gboolean
may_be_one_kind(const CldQuantity *x, const CldQuantity *y)
{
    return cld_count_is_one_kind(x, y) ||
           (!x->is_ordinal && !y->is_ordinal && (is_bare(x) || is_bare(y)));
}

static gboolean
is_open(const CldPair *pair, const CldQuantity *x, const CldQuantity *y)
{
    return may_be_one_kind(x, y) && !is_settled(pair, x, y) && !is_part_or_change(pair, x, y) &&
           !is_far(x, y, FALSE);
}

/**
 * cld_detect_number_is_open:
 * @pair: two claims
 * @vote: (nullable): the two numbers are marked here, if there are no others that could be meant
 *
 * A weaker question than the detector's, for whoever believes for other reasons that numbers clash.
 *
 * Returns: whether the two have numbers at all that could be two values of one quantity: of one
 * kind, not too far apart, and not explained by their own sentences
 */
gboolean
cld_detect_number_is_open(const CldPair *pair, CldVote *vote)
{
    const GArray *xs = pair->a->claim->quantities;
    const GArray *ys = pair->b->claim->quantities;
    guint n_open = 0;
    CldSpan a = {0}, b = {0};
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldQuantity *x = &g_array_index(xs, CldQuantity, i);
            const CldQuantity *y = &g_array_index(ys, CldQuantity, j);
            if (!is_open(pair, x, y))
                continue;
            n_open++;
            a = x->number;
            b = y->number;
        }
    if (n_open == 1 && vote != NULL) {
        cld_vote_mark_a(vote, a);
        cld_vote_mark_b(vote, b);
    }
    return n_open > 0;
}

/* A small number stands for many things: it must be counted of the same, more surely. */
static gboolean
is_one_count(const CldPair *pair, const CldQuantity *x, const CldQuantity *y)
{
    Count p, q;
    if (x->unit != y->unit && x->unit != NULL && y->unit != NULL)
        return FALSE;
    count_init(&p, pair->story, pair->a, x);
    count_init(&q, pair->story, pair->b, y);
    return pair->aligned >= (fabs(x->value) > MANY ? MIN_ALIGNED_MANY : MIN_ALIGNED_FEW) &&
           class_share(&p, &q) > 0;
}

/* Round and exact forms of one number; a bound is no number. */
static gboolean
is_same_value(const CldQuantity *x, const CldQuantity *y)
{
    gboolean about = x->bound == CLD_BOUND_ABOUT || y->bound == CLD_BOUND_ABOUT;
    double slack =
        (about ? ROUNDING_REPEATED : ROUNDING_EXACT) * MAX(fabs(x->value), fabs(y->value));
    return fabs(x->value - y->value) <= slack && x->max <= x->value + slack;
}

/* Returns: (nullable): the number of @old that @new says to have been replaced by @revision */
static const CldQuantity *
find_replaced(const CldPair *pair, const CldView *old, const CldRevision *revision)
{
    const GArray *xs = old->claim->quantities;
    const CldQuantity *now = &revision->now;
    if (revision->kind != CLD_REVISION_FORMER || !revision->has_now ||
        cld_count_is_told(pair->story, old, now))
        return NULL;
    for (guint i = 0; i < xs->len; i++) {
        const CldQuantity *x = &g_array_index(xs, CldQuantity, i);
        gboolean is_a = old == pair->a;
        if (!x->is_ordinal && !cld_count_is_past(old, x) && is_same_value(x, &revision->former) &&
            is_one_count(pair, is_a ? x : now, is_a ? now : x))
            return x;
    }
    return NULL;
}

static gboolean
mark_replaced(const CldPair *pair, gboolean is_a_old, CldVote *vote)
{
    const CldView *old = is_a_old ? pair->a : pair->b, *new = is_a_old ? pair->b : pair->a;
    for (guint r = 0; new->revisions != NULL && !is_history(old) && r < new->revisions->len; r++) {
        const CldRevision *revision = &g_array_index(new->revisions, CldRevision, r);
        const CldQuantity *x = find_replaced(pair, old, revision);
        if (x == NULL)
            continue;
        cld_vote_mark_a(vote, is_a_old ? x->number : revision->now.number);
        cld_vote_mark_b(vote, is_a_old ? revision->now.number : x->number);
        return TRUE;
    }
    return FALSE;
}

/* "57 and not 58 as first announced", "up from 58": of whoever said 58 it is known what became of
 * it. */
static gboolean
is_replaced(const CldPair *pair, CldVote *vote)
{
    if (!mark_replaced(pair, TRUE, vote) && !mark_replaced(pair, FALSE, vote))
        return FALSE;
    vote->type = CLD_TYPE_NUMBER;
    vote->update_type = CLD_TYPE_UPDATE_NUMBER;
    vote->strength = 1;
    vote->is_mutable = TRUE;
    vote->is_replaced = TRUE;
    vote->reason = g_strdup("One report says that the number of the other no longer holds.");
    return TRUE;
}

/* Two values for one quantity of one subject. */
gboolean
cld_detect_number(const CldPair *pair, CldVote *vote)
{
    const GArray *xs = pair->a->claim->quantities;
    const GArray *ys = pair->b->claim->quantities;
    if (is_replaced(pair, vote))
        return TRUE;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldQuantity *x = &g_array_index(xs, CldQuantity, i);
            const CldQuantity *y = &g_array_index(ys, CldQuantity, j);
            CldVote found = {0};
            double strength = clash_of(pair, x, y, &found);
            if (strength <= vote->strength)
                continue;
            cld_vote_clear(vote);
            *vote = found;
            vote->type = CLD_TYPE_NUMBER;
            vote->update_type = CLD_TYPE_UPDATE_NUMBER;
            vote->strength = strength;
            cld_vote_mark_a(vote, x->number);
            cld_vote_mark_b(vote, y->number);
            vote->reason = g_strdup("The same quantity is given two values.");
        }
    return vote->strength > 0;
}
