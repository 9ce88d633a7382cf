/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"

/* The same predicate must be this telling for two times to be two times of one event. */
#define MIN_PREDICATE 0.2
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

static double
predicate_weight(const CldPair *pair)
{
    return MAX(pair->features[CLD_FEATURE_PREDICATE],
               0.6 * cld_pair_shared_weight(pair, CLD_ROLE_PREDICATE));
}

/* The same event at two times. Every pair of times must clash: a claim that names two is open. */
gboolean
cld_detect_date(const CldPair *pair, CldVote *vote)
{
    const GArray *xs = pair->a->claim->times;
    const GArray *ys = pair->b->claim->times;
    const CldTimeMention *p = NULL, *q = NULL;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldTimeMention *x = &g_array_index(xs, CldTimeMention, i);
            const CldTimeMention *y = &g_array_index(ys, CldTimeMention, j);
            gint clash = compare_mentions(x, y);
            if (clash < 0)
                return FALSE;
            if (clash > 0 && p == NULL) {
                p = x;
                q = y;
            }
        }
    double weight = predicate_weight(pair);
    if (p == NULL || weight < MIN_PREDICATE)
        return FALSE;
    vote->type = CLD_TYPE_DATE;
    vote->update_type = CLD_TYPE_UPDATE_STATUS;
    vote->strength = 0.4 + 0.6 * weight;
    vote->is_mutable = pair->a->claim->modality == CLD_MODALITY_INTENDED &&
                       pair->b->claim->modality == CLD_MODALITY_INTENDED;
    cld_vote_mark_a(vote, p->span);
    cld_vote_mark_b(vote, q->span);
    vote->reason = g_strdup("The same event is put at two times.");
    return TRUE;
}
