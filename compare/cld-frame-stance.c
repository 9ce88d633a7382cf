/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How surely and in whose name a fact is told: voice, hedging, sourcing. */
#include "cld-frame.h"
#include <string.h>

/* A deed that somebody must have meant, or two failings. */
#define MIN_BLAME 1.0
/* A headline is short of room for whose word it is. */
#define HEADLINE_LOSS 0.1

static gboolean
is_headline(const CldClaim *claim)
{
    return claim->part == CLD_PART_HEADLINE;
}

/* 'unlawful' in quotation marks is somebody's word. */
static gboolean
is_quoted(const char *text, CldSpan span)
{
    static const char *const marks[] = {"'", "\"", "‘", "“", "«"};
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
        gsize n = strlen(marks[i]);
        if (span.start >= n && strncmp(text + span.start - n, marks[i], n) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Verbs of knowing take for true what follows: who writes "the owners knew that" says it himself.
 */
static gboolean
is_own_voice(const CldView *view)
{
    const CldClaim *claim = view->claim;
    if (claim->mode == CLD_MODE_DIRECT || claim->utterance != 0 || cld_frame_tells_view(view))
        return FALSE;
    return claim->holder == NULL ? claim->mode == CLD_MODE_NARRATION
                                 : claim->cue != NULL && cld_frame_is_factive(claim);
}

/* Returns: %TRUE if the clause has words that lay blame */
gboolean
cld_frame_may_blame(const CldView *view)
{
    CldSpan blame = {0, 0};
    return cld_frame_weigh("blame", view->article->text, view->claim->clause, &blame) >= MIN_BLAME;
}

/* Blame laid by the outlet itself here; there, what is said of the same matter is somebody's word.
 */
gboolean
cld_frame_voice(const CldPair *pair, CldFrameVote *vote)
{
    gboolean own_a = is_own_voice(pair->a), own_b = is_own_voice(pair->b);
    const CldView *own = own_a ? pair->a : pair->b;
    const CldClaim *told = own_a ? pair->b->claim : pair->a->claim;
    CldSpan blame = {0, 0};
    if (own_a == own_b || told->holder == NULL || told->part == CLD_PART_HEADLINE)
        return FALSE;
    double weight = cld_frame_weigh("blame", own->article->text, own->claim->clause, &blame);
    if (weight < MIN_BLAME || is_quoted(own->article->text, blame))
        return FALSE;
    vote->strength = 0.6 + 0.1 * MIN(4, weight) - HEADLINE_LOSS * is_headline(own->claim);
    vote->is_b = own_b;
    vote->mark_a = own_a ? blame : told->cue_span;
    vote->mark_b = own_b ? blame : told->cue_span;
    vote->reason = g_strdup_printf(
        "One outlet lays the blame in its own voice; the other leaves it to %s.", told->holder);
    return TRUE;
}

/* "could" is mostly an ability in what people say of themselves, and a caution in print. */
static gboolean
is_careful(const CldClaim *claim)
{
    return claim->is_hedged ||
           (claim->modality == CLD_MODALITY_POSSIBLE && claim->mode != CLD_MODE_DIRECT);
}

/* Returns: %TRUE if the claim is less than certain */
gboolean
cld_frame_is_careful(const CldView *view)
{
    return is_careful(view->claim);
}

/* Certain here, careful there. */
gboolean
cld_frame_hedging(const CldPair *pair, CldFrameVote *vote)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    if (is_careful(a) == is_careful(b) || a->polarity != b->polarity)
        return FALSE;
    const CldClaim *sure = is_careful(a) ? b : a;
    if (sure->modality != CLD_MODALITY_ASSERTED || is_headline(sure))
        return FALSE;
    vote->strength = 0.8;
    vote->is_b = sure == a;
    vote->mark_a = a->clause;
    vote->mark_b = b->clause;
    vote->reason = g_strdup("One outlet is certain where the other is careful.");
    return TRUE;
}

static gboolean
hides_source(const CldView *view, CldSpan *mark)
{
    return cld_frame_weigh("hidden-sources", view->article->text, view->claim->sentence, mark) > 0;
}

/* Returns: %TRUE if the sentence keeps its source from the reader */
gboolean
cld_frame_hides_source(const CldView *view)
{
    CldSpan mark = {0, 0};
    return hides_source(view, &mark);
}

/* A source kept from the reader here; there a named one, or the outlet's own word for it. */
gboolean
cld_frame_sourcing(const CldPair *pair, CldFrameVote *vote)
{
    CldSpan mark_a = {0, 0}, mark_b = {0, 0};
    gboolean hidden_a = hides_source(pair->a, &mark_a), hidden_b = hides_source(pair->b, &mark_b);
    const CldClaim *open = hidden_a ? pair->b->claim : pair->a->claim;
    if (hidden_a == hidden_b || is_headline(open))
        return FALSE;
    gboolean is_named = open->holder != NULL && !open->holder_is_unnamed;
    vote->strength = is_named ? 1 : 0.8;
    vote->is_b = hidden_b;
    vote->mark_a = hidden_a ? mark_a : open->holder_span;
    vote->mark_b = hidden_b ? mark_b : open->holder_span;
    vote->reason =
        is_named ? g_strdup_printf("The source is %s here and nobody by name there.", open->holder)
                 : g_strdup("A source without a name in one report, none needed in the other.");
    return TRUE;
}
