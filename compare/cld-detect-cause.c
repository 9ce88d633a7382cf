/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"
#include "cld-halves.h"

/* The effect must be shared, and tell at least this much. */
#define MIN_EFFECT 0.25
/* Causes that share a word this telling may be one cause. */
#define MAX_CAUSE 0.15

/* One effect, two causes. */
gboolean
cld_detect_cause(const CldPair *pair, CldVote *vote)
{
    CldHalves x = cld_halves_find(pair->a, "causes");
    CldHalves y = cld_halves_find(pair->b, "causes");
    if (!x.is_found || !y.is_found || cld_halves_is_empty(pair->a, x.first) ||
        cld_halves_is_empty(pair->b, y.first))
        return FALSE;
    double effect = cld_halves_shared(pair, x.second, y.second);
    if (effect < MIN_EFFECT || cld_halves_shared(pair, x.first, y.first) > MAX_CAUSE)
        return FALSE;
    vote->type = CLD_TYPE_CAUSE;
    vote->strength = 0.4 + 0.6 * effect;
    cld_vote_mark_a(vote, x.first);
    cld_vote_mark_b(vote, y.first);
    vote->reason = g_strdup("One event is given two causes.");
    return TRUE;
}
