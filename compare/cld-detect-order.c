/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"
#include "cld-halves.h"

/* Both events must be found crosswise, and tell at least this much. */
#define MIN_EVENT 0.45
/* ... each in most of its words, not in a shared name alone */
#define MIN_BOTH 0.2
/* ... and by so much more than straight. */
#define MIN_MARGIN 0.1

/* Two events, in opposite order: what comes first here comes second there. */
gboolean
cld_detect_order(const CldPair *pair, CldVote *vote)
{
    CldHalves x = cld_halves_find(pair->a, "order");
    CldHalves y = cld_halves_find(pair->b, "order");
    if (!x.is_found || !y.is_found)
        return FALSE;
    double crossed =
        MIN(cld_halves_same(pair, x.first, y.second), cld_halves_same(pair, x.second, y.first));
    double straight =
        MIN(cld_halves_same(pair, x.first, y.first), cld_halves_same(pair, x.second, y.second));
    if (crossed < MIN_EVENT || straight + MIN_MARGIN > crossed)
        return FALSE;
    if (MIN(cld_halves_both(pair, x.first, y.second), cld_halves_both(pair, x.second, y.first)) <
            MIN_BOTH ||
        !cld_halves_share_word(pair, x.first, y.second) ||
        !cld_halves_share_word(pair, x.second, y.first))
        return FALSE;
    vote->type = CLD_TYPE_ORDER;
    vote->strength = MIN(1.0, crossed + (crossed - straight));
    cld_vote_mark_a(vote, x.cue);
    cld_vote_mark_b(vote, y.cue);
    vote->reason = g_strdup("The two put the events in opposite order.");
    return TRUE;
}
