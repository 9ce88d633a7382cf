/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-opposites.h"

/* A word beside the two states must be shared, and tell at least this much: what is in that state.
 */
#define MIN_SUBJECT 0.25

/* Two states of one scale. */
typedef struct {
    guint a, b;
    double rank_a, rank_b;
    double weight; /* of the subject they share */
} States;

static double
subject_weight(const CldPair *pair, guint term_a, guint term_b)
{
    double best = 0;
    for (guint i = 0; i < pair->shared->len; i++) {
        const CldSharedKey *key = &g_array_index(pair->shared, CldSharedKey, i);
        if (!key->is_parent && key->term_a != term_a && key->term_b != term_b)
            best = MAX(best, MIN(1.0, key->weight / 25.0));
    }
    return best;
}

static gboolean
find_states(const CldPair *pair, States *found)
{
    const GArray *xs = pair->a->claim->terms;
    const GArray *ys = pair->b->claim->terms;
    found->weight = 0;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldTerm *x = &g_array_index(xs, CldTerm, i);
            const CldTerm *y = &g_array_index(ys, CldTerm, j);
            States here = {i, j, 0, 0, 0};
            if (x->is_negated || y->is_negated || !cld_opposites_can_clash(x) ||
                !cld_opposites_can_clash(y) ||
                !cld_states_compare(x, y, &here.rank_a, &here.rank_b))
                continue;
            here.weight = subject_weight(pair, i, j);
            if (here.weight > found->weight)
                *found = here;
        }
    return found->weight >= MIN_SUBJECT;
}

/* A later state that comes later on the ladder is progress; a finished thing that becomes
 * unfinished is a reversal. */
static gboolean
is_progress(const CldPair *pair, const States *states)
{
    if (pair->minutes == 0)
        return FALSE;
    return pair->minutes > 0 ? states->rank_b > states->rank_a : states->rank_a > states->rank_b;
}

/* One thing in two states of one ladder. */
gboolean
cld_detect_status(const CldPair *pair, CldVote *vote)
{
    States states = {0};
    if (!find_states(pair, &states))
        return FALSE;
    vote->type = CLD_TYPE_STATUS;
    vote->update_type = CLD_TYPE_UPDATE_STATUS;
    vote->strength = 0.4 + 0.6 * states.weight;
    vote->is_mutable = is_progress(pair, &states);
    cld_vote_mark_a(vote, cld_view_get_term(pair->a, states.a)->span);
    cld_vote_mark_b(vote, cld_view_get_term(pair->b, states.b)->span);
    vote->reason = g_strdup("One thing is given two states.");
    return TRUE;
}
