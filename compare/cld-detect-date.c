/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-weights.h"
#include "cld-words.h"

/* Below this the two are hardly times of one event. */
#define MIN_STRENGTH 0.12
/* The two times must belong to one event at least this surely. */
#define MIN_EVENT   0.5
#define YEAR_DIGITS 4
/* Days that a thing may be said to be early or late. */
#define MOST_DELAYED_DAYS 60
/* Words before a time that may make it a yardstick. */
#define YARDSTICK_BACK 3
/* Clock times this close are one time, told roundly. */
#define SLACK_MINUTES       3
#define SLACK_ABOUT_MINUTES 30

/* A time and what the clause says of it. */
typedef struct {
    const CldView *view;
    const CldTimeMention *mention;
    char relation; /* as of the mention, turned round by a negation */
} Timed;

/* "nothing until five" is something after five. */
static Timed
timed_of(const CldView *view, guint index)
{
    const CldTimeMention *mention = &g_array_index(view->claim->times, CldTimeMention, index);
    gboolean turned = view->claim->polarity == CLD_POLARITY_NEGATIVE && mention->relation == '<';
    return (Timed){view, mention, turned ? '>' : mention->relation};
}

/* The time that a mention leaves open: "since June" has an end in the far future. */
static CldWhen
span_of(const Timed *self)
{
    CldWhen when = self->mention->when;
    gint64 slack = self->relation == '~' ? SLACK_ABOUT_MINUTES : SLACK_MINUTES;
    if (cld_when_has_time(when)) {
        when.from -= slack;
        when.to += slack;
    }
    if (self->relation == '<')
        when.from = G_MININT64 / 2;
    if (self->relation == '>' && !self->mention->is_duration_anchor)
        when.to = G_MAXINT64 / 2;
    return when;
}

static gint
clock_distance(gint x, gint y)
{
    gint apart = ABS(x - y);
    return MIN(apart, CLD_MINUTES_PER_DAY - apart);
}

/* Returns: 1 if the two times exclude each other, -1 if they agree, 0 if that cannot be told */
static gint
compare_clocks(const Timed *x, const Timed *y)
{
    gint p = x->mention->clock_minute, q = y->mention->clock_minute;
    gboolean about = x->relation == '~' || y->relation == '~';
    if (p < 0 || q < 0)
        return 0;
    if (clock_distance(p, q) <= (about ? SLACK_ABOUT_MINUTES : SLACK_MINUTES))
        return -1;
    if ((x->relation == '>' && q > p) || (y->relation == '>' && p > q) ||
        (x->relation == '<' && q < p) || (y->relation == '<' && p < q))
        return 0;
    return 1;
}

static gint
compare_times(const Timed *x, const Timed *y)
{
    if (cld_when_is_known(x->mention->when) && cld_when_is_known(y->mention->when))
        return cld_when_overlaps(span_of(x), span_of(y)) ? -1 : 1;
    return compare_clocks(x, y);
}

/* "Today" said twice is one word that was dated from two articles, most often by mistake. */
static gboolean
is_same_word(const CldPair *pair, const Timed *x, const Timed *y)
{
    g_autofree char *p = cld_span_dup_text(x->mention->span, pair->a->article->text);
    g_autofree char *q = cld_span_dup_text(y->mention->span, pair->b->article->text);
    return g_ascii_strcasecmp(p, q) == 0;
}

/* Returns: %TRUE if any time of the one agrees with any of the other: then nothing clashes */
static gboolean
has_common_time(const CldPair *pair)
{
    for (guint i = 0; i < pair->a->claim->times->len; i++)
        for (guint j = 0; j < pair->b->claim->times->len; j++) {
            Timed x = timed_of(pair->a, i), y = timed_of(pair->b, j);
            if (compare_times(&x, &y) < 0 || is_same_word(pair, &x, &y))
                return TRUE;
        }
    return FALSE;
}

/* Plans may be put off; what has happened, happened once. */
static gboolean
is_plan(const CldView *view)
{
    return view->claim->modality == CLD_MODALITY_INTENDED ||
           cld_attach_get_tense(view) == CLD_TENSE_FUTURE;
}

static gboolean
is_coarse(const Timed *self)
{
    CldWhen when = self->mention->when;
    return cld_when_is_known(when) && when.to - when.from > CLD_MINUTES_PER_DAY;
}

/* "34 per cent more than a year ago": a yardstick, not the time of the event. */
static gboolean
is_yardstick(const CldView *view, const CldTimeMention *mention)
{
    const CldTokens *tokens = view->tokens;
    guint at = cld_tokens_index_at(tokens, mention->span.start);
    for (guint back = 1; back <= YARDSTICK_BACK && back <= at; back++)
        if (cld_lexicon_has(cld_lexicon_get("yardsticks"), tokens, at - back))
            return TRUE;
    return FALSE;
}

/* "The 2016 | election": a year before its noun says which one is meant. */
static gboolean
is_label(const CldView *view, const CldTimeMention *mention)
{
    const char *text = view->article->text;
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (term->span.start == mention->span.end + 1 && text[mention->span.end] == ' ' &&
            !term->is_verb)
            return g_ascii_isdigit(text[mention->span.start]) &&
                   cld_span_length(mention->span) == YEAR_DIGITS;
    }
    return FALSE;
}

/* Figures come every month: "prices rose 3.2 per cent in October". */
static gboolean
is_period(const CldView *view, const Timed *timed)
{
    return is_coarse(timed) && view->claim->quantities->len > 0;
}

/* Returns: -1 for a time before the article came out, 1 for one after it, 0 for its own day */
static gint
side_of_now(const CldView *view, const Timed *timed)
{
    CldWhen when = timed->mention->when, now = view->article->published;
    if (!cld_when_is_known(when) || !cld_when_is_known(now) || cld_when_overlaps(when, now))
        return 0;
    return cld_when_is_before(when, now) ? -1 : 1;
}

/* What was over long before the one is told, and is still to come where the other is, are two
 * events. */
static gboolean
is_past_and_plan(const CldPair *pair, const Timed *x, const Timed *y)
{
    gint64 days = ABS(cld_when_days_between(x->mention->when, y->mention->when));
    return days > MOST_DELAYED_DAYS && side_of_now(pair->a, x) * side_of_now(pair->b, y) < 0;
}

static gboolean
is_aside(const CldPair *pair, const Timed *x, const Timed *y)
{
    return is_yardstick(pair->a, x->mention) || is_yardstick(pair->b, y->mention) ||
           is_label(pair->a, x->mention) || is_label(pair->b, y->mention) ||
           is_past_and_plan(pair, x, y) || (is_period(pair->a, x) && is_period(pair->b, y));
}

/* What tells whether two times belong to one event; the weights are data. */
static const char *const feature_names[] = {
    "bias",  "event", "both",   "short", "best",      "second", "names",
    "clock", "open",  "coarse", "days",  "direction", "clash",  "negated",
};

static double
same_event(const CldPair *pair, const Timed *x, const Timed *y)
{
    CldWords p, q;
    cld_words_collect(&p, pair->story, pair->a, pair->a->claim->clause);
    cld_words_collect(&q, pair->story, pair->b, pair->b->claim->clause);
    CldMatch match = cld_words_match(&p, &q);
    gint64 days = ABS(cld_when_days_between(x->mention->when, y->mention->when));
    gboolean known = cld_when_is_known(x->mention->when) && cld_when_is_known(y->mention->when);
    double event = cld_attach_same_event(pair, x->mention->span, y->mention->span);
    double features[G_N_ELEMENTS(feature_names)] = {
        1,
        event,
        cld_match_both(&match),
        MAX(match.part_a, match.part_b),
        match.best,
        match.second,
        match.names,
        x->mention->clock_minute >= 0 && y->mention->clock_minute >= 0,
        x->relation == '<' || y->relation == '<' || x->relation == '>' || y->relation == '>',
        is_coarse(x) || is_coarse(y),
        known ? MIN(1.0, (double)days / 10) : 0,
        pair->features[CLD_FEATURE_DIRECTION],
        pair->features[CLD_FEATURE_NAMES_CLASH],
        pair->a->claim->polarity != pair->b->claim->polarity,
    };
    if (event < MIN_EVENT)
        return 0;
    return cld_weights_weigh("date", feature_names, features, G_N_ELEMENTS(feature_names));
}

static void
vote_for(CldVote *vote, const CldPair *pair, const Timed *x, const Timed *y, double strength)
{
    cld_vote_clear(vote);
    vote->type = CLD_TYPE_DATE;
    vote->update_type = CLD_TYPE_UPDATE_STATUS;
    vote->strength = strength;
    vote->is_mutable = is_plan(pair->a) && is_plan(pair->b);
    cld_vote_mark_a(vote, x->mention->span);
    cld_vote_mark_b(vote, y->mention->span);
    vote->reason = g_strdup("The same event is put at two times.");
}

/* The same event at two times. */
gboolean
cld_detect_date(const CldPair *pair, CldVote *vote)
{
    if (has_common_time(pair))
        return FALSE;
    for (guint i = 0; i < pair->a->claim->times->len; i++)
        for (guint j = 0; j < pair->b->claim->times->len; j++) {
            Timed x = timed_of(pair->a, i), y = timed_of(pair->b, j);
            if (compare_times(&x, &y) <= 0 || is_aside(pair, &x, &y))
                continue;
            double strength = same_event(pair, &x, &y);
            if (strength >= MIN_STRENGTH && strength > vote->strength)
                vote_for(vote, pair, &x, &y, strength);
        }
    return vote->strength > 0;
}
