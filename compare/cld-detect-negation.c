/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"

/* A word must tell at least this much for its denial to be a clash. */
#define MIN_TELLING 0.25
/* Share of strength that a word known only by its wider concept carries. */
#define PARENT_SHARE 0.6

/* What is only asked, supposed or planned denies nothing that happened. */
static gboolean
is_idle(const CldClaim *claim, const CldClaim *other)
{
    if (claim->modality == CLD_MODALITY_CONDITIONAL || claim->modality == CLD_MODALITY_ASKED)
        return TRUE;
    return (claim->modality == CLD_MODALITY_INTENDED || claim->modality == CLD_MODALITY_POSSIBLE) &&
           other->modality == CLD_MODALITY_ASSERTED;
}

static double
weight_of(const CldSharedKey *key, const CldTerm *x, const CldTerm *y)
{
    double weight = MIN(1.0, key->weight / 25.0);
    if (key->is_parent)
        weight *= PARENT_SHARE;
    if (x->is_verb || y->is_verb || x->role == CLD_ROLE_PREDICATE || y->role == CLD_ROLE_PREDICATE)
        weight = MIN(1.0, weight * 1.5);
    return weight;
}

static gboolean
is_verb(const CldTerm *term)
{
    return term->is_verb || term->role == CLD_ROLE_PREDICATE;
}

/* What a negation is about: its verb, or the word next to it; any word of its scope where it has no
 * verb of its own. What else stands in its scope is only part of what is denied. */
static gboolean
is_focus(const CldView *view, guint term)
{
    guint before = 0;
    gboolean has_verb = FALSE;
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *other = cld_view_get_term(view, i);
        before += i < term && other->is_negated;
        has_verb =
            has_verb || (other->is_negated && is_verb(other) && !cld_story_is_generic(other));
    }
    return before == 0 || !has_verb || is_verb(cld_view_get_term(view, term));
}

/* What happened before the denial cannot have come true after it. */
static gboolean
is_before_denial(const CldClaim *positive, const CldClaim *negative)
{
    return cld_when_is_known(positive->about) && cld_when_is_known(negative->said) &&
           cld_when_is_before(positive->about, negative->said);
}

/* "Nobody has been hurt" on Saturday and "one man died" on Monday are both true; "no licence was
 * issued" is settled. */
static gboolean
may_have_come_true(const CldPair *pair, gboolean is_a_negative, const CldTerm *denied)
{
    const CldView *negative = is_a_negative ? pair->a : pair->b;
    const CldView *positive = is_a_negative ? pair->b : pair->a;
    gboolean negative_first = is_a_negative ? pair->minutes > 0 : pair->minutes < 0;
    if (negative->claim->is_reported_now)
        return TRUE;
    return negative_first && cld_attach_get_tense_of(negative, denied) != CLD_TENSE_PAST &&
           !is_before_denial(positive->claim, negative->claim);
}

/* The words of one that the other denies: the telling shared word under a negation on one side
 * only. */
gboolean
cld_detect_negation(const CldPair *pair, CldVote *vote)
{
    const CldSharedKey *best = NULL;
    double best_weight = 0, agreed = 0;
    if (is_idle(pair->a->claim, pair->b->claim) || is_idle(pair->b->claim, pair->a->claim))
        return FALSE;
    for (guint i = 0; i < pair->shared->len; i++) {
        const CldSharedKey *key = &g_array_index(pair->shared, CldSharedKey, i);
        const CldTerm *x = cld_view_get_term(pair->a, key->term_a);
        const CldTerm *y = cld_view_get_term(pair->b, key->term_b);
        double weight = x->entity != NULL ? 0 : weight_of(key, x, y);
        if (x->is_negated == y->is_negated)
            agreed = MAX(agreed, x->is_negated ? weight : 0);
        else if (weight > best_weight && is_focus(x->is_negated ? pair->a : pair->b,
                                                  x->is_negated ? key->term_a : key->term_b)) {
            best = key;
            best_weight = weight;
        }
    }
    if (best == NULL || best_weight < MIN_TELLING || agreed >= best_weight)
        return FALSE;
    const CldTerm *x = cld_view_get_term(pair->a, best->term_a);
    const CldTerm *y = cld_view_get_term(pair->b, best->term_b);
    vote->type = CLD_TYPE_NEGATION;
    vote->update_type = CLD_TYPE_UPDATE_STATUS;
    vote->strength = best_weight;
    vote->is_mutable = may_have_come_true(pair, x->is_negated, x->is_negated ? x : y);
    cld_vote_mark_a(vote, x->span);
    cld_vote_mark_b(vote, y->span);
    vote->reason = g_strdup("One states what the other denies.");
    return TRUE;
}
