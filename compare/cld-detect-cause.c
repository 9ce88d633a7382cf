/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"
#include "cld-halves.h"

/* The effect must be shared, and tell at least this much. */
#define MIN_EFFECT 0.6
/* Causes that share this much may be one cause. */
#define MAX_CAUSE 0.3

static gboolean
is_parted(const CldView *view, const CldHalves *halves)
{
    return halves->is_found && !cld_halves_is_empty(view, halves->first) &&
           !cld_halves_is_empty(view, halves->second);
}

/* One effect, two causes. */
gboolean
cld_detect_cause(const CldPair *pair, CldVote *vote)
{
    CldHalves x = cld_halves_find(pair->a, "causes");
    CldHalves y = cld_halves_find(pair->b, "causes");
    if (!is_parted(pair->a, &x) || !is_parted(pair->b, &y))
        return FALSE;
    double effect = cld_halves_same(pair, x.second, y.second);
    double cause = cld_halves_same(pair, x.first, y.first);
    if (effect < MIN_EFFECT || cause > MAX_CAUSE)
        return FALSE;
    vote->type = CLD_TYPE_CAUSE;
    vote->strength = effect * (1 - cause);
    cld_vote_mark_a(vote, x.first);
    cld_vote_mark_b(vote, y.first);
    vote->reason = g_strdup("One event is given two causes.");
    return TRUE;
}
