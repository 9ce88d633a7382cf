/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How surely and in whose name a fact is told: voice, hedging, sourcing. */
#include "cld-frame.h"

/* Asserted here in the outlet's own voice, attributed there. */
gboolean
cld_frame_voice(const CldPair *pair, CldFrameVote *vote)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    gboolean own_a = a->holder == NULL && a->mode == CLD_MODE_NARRATION;
    gboolean own_b = b->holder == NULL && b->mode == CLD_MODE_NARRATION;
    if (own_a == own_b)
        return FALSE;
    const CldClaim *told = own_a ? b : a;
    if (told->holder == NULL)
        return FALSE;
    vote->strength = 0.8;
    vote->mark_a = own_a ? a->clause : a->cue_span;
    vote->mark_b = own_b ? b->clause : b->cue_span;
    vote->reason = g_strdup_printf(
        "One outlet states in its own voice what the other attributes to %s.", told->holder);
    return TRUE;
}

static gboolean
is_careful(const CldClaim *claim)
{
    return claim->is_hedged || claim->modality == CLD_MODALITY_POSSIBLE;
}

/* Certain here, careful there. */
gboolean
cld_frame_hedging(const CldPair *pair, CldFrameVote *vote)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    if (is_careful(a) == is_careful(b))
        return FALSE;
    const CldClaim *sure = is_careful(a) ? b : a;
    if (sure->modality != CLD_MODALITY_ASSERTED)
        return FALSE;
    vote->strength = 0.8;
    vote->mark_a = a->clause;
    vote->mark_b = b->clause;
    vote->reason = g_strdup("One outlet is certain where the other is careful.");
    return TRUE;
}

/* A named source here, an unnamed one there. */
gboolean
cld_frame_sourcing(const CldPair *pair, CldFrameVote *vote)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    if (a->holder == NULL || b->holder == NULL || a->holder_is_unnamed == b->holder_is_unnamed)
        return FALSE;
    vote->strength = 0.9;
    vote->mark_a = a->holder_span;
    vote->mark_b = b->holder_span;
    vote->reason = g_strdup_printf("The source is %s in one report and %s in the other.", a->holder,
                                   b->holder);
    return TRUE;
}
