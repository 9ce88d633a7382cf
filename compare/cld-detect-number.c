/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"
#include <math.h>

/* Two amounts this close (relative) are one amount, rounded: "nearly 4,000" and "3,980". */
#define ROUNDING_ABOUT 0.10
#define ROUNDING_EXACT 0.005
/* Amounts further apart than this factor are hardly two counts of one thing. */
#define MAX_FACTOR 12.0

/* Returns: %TRUE if both numbers can be so at once */
static gboolean
is_compatible(const CldQuantity *x, const CldQuantity *y)
{
    double low_x = x->bound == CLD_BOUND_AT_MOST ? -G_MAXDOUBLE : x->value;
    double low_y = y->bound == CLD_BOUND_AT_MOST ? -G_MAXDOUBLE : y->value;
    double high_x = x->bound == CLD_BOUND_AT_LEAST ? G_MAXDOUBLE : MAX(x->value, x->max);
    double high_y = y->bound == CLD_BOUND_AT_LEAST ? G_MAXDOUBLE : MAX(y->value, y->max);
    gboolean about = x->bound == CLD_BOUND_ABOUT || y->bound == CLD_BOUND_ABOUT;
    double slack = (about ? ROUNDING_ABOUT : ROUNDING_EXACT) * MAX(fabs(x->value), fabs(y->value));
    return low_x <= high_y + slack && low_y <= high_x + slack;
}

static gboolean
counts_the_same(const CldQuantity *x, const CldQuantity *y)
{
    if (x->is_ordinal || y->is_ordinal || x->unit != y->unit)
        return FALSE;
    return x->unit != NULL || (x->noun != NULL && x->noun == y->noun);
}

/* A number that both sides have is the same fact; the other numbers are then other facts. */
static gboolean
stands_in(const GArray *quantities, const CldQuantity *wanted)
{
    for (guint i = 0; i < quantities->len; i++) {
        const CldQuantity *other = &g_array_index(quantities, CldQuantity, i);
        if (counts_the_same(wanted, other) && is_compatible(wanted, other))
            return TRUE;
    }
    return FALSE;
}

static double
strength_of(const CldPair *pair, const CldQuantity *x, const CldQuantity *y)
{
    double low = MIN(fabs(x->value), fabs(y->value));
    double high = MAX(fabs(x->value), fabs(y->value));
    if (low > 0 && high / low > MAX_FACTOR)
        return 0;
    double strength = 0.6;
    if (x->noun != NULL && x->noun == y->noun)
        strength += 0.2;
    strength += 0.2 * pair->features[CLD_FEATURE_PREDICATE];
    return strength;
}

/* Two values for one quantity of one subject. */
gboolean
cld_detect_number(const CldPair *pair, CldVote *vote)
{
    const GArray *xs = pair->a->claim->quantities;
    const GArray *ys = pair->b->claim->quantities;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldQuantity *x = &g_array_index(xs, CldQuantity, i);
            const CldQuantity *y = &g_array_index(ys, CldQuantity, j);
            if (!counts_the_same(x, y) || is_compatible(x, y) || stands_in(ys, x) ||
                stands_in(xs, y))
                continue;
            double strength = strength_of(pair, x, y);
            if (strength <= vote->strength)
                continue;
            cld_vote_clear(vote);
            vote->type = CLD_TYPE_NUMBER;
            vote->update_type = CLD_TYPE_UPDATE_NUMBER;
            vote->strength = strength;
            vote->is_mutable = TRUE;
            cld_vote_mark_a(vote, x->number);
            cld_vote_mark_b(vote, y->number);
            vote->reason = g_strdup("The same quantity is given two values.");
        }
    return vote->strength > 0;
}
