/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"

/* The two times must belong to one event at least this surely. */
#define MIN_EVENT 0.6
/* Clock times this close are one time, told roundly. */
#define SLACK_MINUTES       3
#define SLACK_ABOUT_MINUTES 30
#define HALF_DAY_MINUTES    720

/* The time that a mention leaves open: "since June" has an end in the far future. */
static CldWhen
span_of(const CldTimeMention *mention)
{
    CldWhen when = mention->when;
    gint64 slack = mention->relation == '~' ? SLACK_ABOUT_MINUTES : SLACK_MINUTES;
    if (mention->relation == '<')
        when.from = G_MININT64 / 2;
    if (mention->relation == '>')
        when.to = G_MAXINT64 / 2;
    if (cld_when_has_time(when)) {
        when.from -= slack;
        when.to += slack;
    }
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
compare_mentions(const CldTimeMention *x, const CldTimeMention *y)
{
    if (cld_when_is_known(x->when) && cld_when_is_known(y->when))
        return cld_when_overlaps(span_of(x), span_of(y)) ? -1 : 1;
    if (x->clock_minute < 0 || y->clock_minute < 0 || x->relation != '=' || y->relation != '=')
        return 0;
    return clock_distance(x->clock_minute, y->clock_minute) > SLACK_MINUTES ? 1 : -1;
}

/* Returns: %TRUE if any time of the one agrees with any of the other: then nothing clashes */
static gboolean
has_common_time(const GArray *xs, const GArray *ys)
{
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++)
            if (compare_mentions(&g_array_index(xs, CldTimeMention, i),
                                 &g_array_index(ys, CldTimeMention, j)) < 0)
                return TRUE;
    return FALSE;
}

/* Plans may be put off; what has happened, happened once. */
static gboolean
is_plan(const CldView *view)
{
    return view->claim->modality == CLD_MODALITY_INTENDED ||
           cld_attach_get_tense(view) == CLD_TENSE_FUTURE;
}

/* The same event at two times. */
gboolean
cld_detect_date(const CldPair *pair, CldVote *vote)
{
    const GArray *xs = pair->a->claim->times;
    const GArray *ys = pair->b->claim->times;
    if (has_common_time(xs, ys) || pair->a->claim->polarity != pair->b->claim->polarity)
        return FALSE;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldTimeMention *x = &g_array_index(xs, CldTimeMention, i);
            const CldTimeMention *y = &g_array_index(ys, CldTimeMention, j);
            double same = cld_attach_same_event(pair, x->span, y->span);
            if (compare_mentions(x, y) <= 0 || same < MIN_EVENT || same <= vote->strength)
                continue;
            cld_vote_clear(vote);
            vote->type = CLD_TYPE_DATE;
            vote->update_type = CLD_TYPE_UPDATE_STATUS;
            vote->strength = same;
            vote->is_mutable = is_plan(pair->a) && is_plan(pair->b);
            cld_vote_mark_a(vote, x->span);
            cld_vote_mark_b(vote, y->span);
            vote->reason = g_strdup("The same event is put at two times.");
        }
    return vote->strength > 0;
}
