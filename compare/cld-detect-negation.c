/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-opposites.h"
#include "cld-said-of.h"

/* Denials weaker than this are coincidences of words. */
#define MIN_STRENGTH 0.22
/* Words at least this near say the same. */
#define MIN_NEAR 0.5
/* What a word that is known only by its wider concept counts. */
#define PARENT_SHARE 0.5
/* What a denial counts whose words are affirmed, but of something else. */
#define SUBJECT_FLOOR 0.3
/* A key of this weight is fully telling. */
#define FULL_WEIGHT 3.5

/* What is only asked, supposed or planned denies nothing that happened. */
static gboolean
is_idle(const CldClaim *claim, const CldClaim *other)
{
    if (cld_detect_is_idle(claim))
        return TRUE;
    return (claim->modality == CLD_MODALITY_INTENDED || claim->modality == CLD_MODALITY_POSSIBLE) &&
           other->modality == CLD_MODALITY_ASSERTED;
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

static gboolean
is_from_the_first(const CldView *view)
{
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->sentence);
    for (guint i = 0; i < cld_tokens_length(tokens); i++)
        if (cld_lexicon_has(cld_lexicon_get("first-times"), tokens, i))
            return TRUE;
    return FALSE;
}

/* What happened before the denial cannot have come true after it. */
static gboolean
is_before_denial(const CldView *affirmed, const CldView *denied)
{
    const CldClaim *positive = affirmed->claim, *negative = denied->claim;
    if (is_from_the_first(affirmed))
        return TRUE;
    return cld_when_is_known(positive->about) && cld_when_is_known(negative->said) &&
           cld_when_is_before(positive->about, negative->said);
}

/* What one means to do, or thinks should be done, is a position, not a fact. */
static gboolean
is_stance(const CldPair *pair)
{
    const CldClaim *claims[] = {pair->a->claim, pair->b->claim};
    for (gsize i = 0; i < G_N_ELEMENTS(claims); i++)
        if (claims[i]->modality == CLD_MODALITY_INTENDED ||
            claims[i]->modality == CLD_MODALITY_OBLIGED)
            return TRUE;
    return FALSE;
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
           !is_before_denial(positive, negative);
}

static const CldKey *
key_of(const CldView *view, guint term)
{
    for (guint i = 0; i < view->keys->len; i++) {
        const CldKey *key = &g_array_index(view->keys, CldKey, i);
        if (key->term == term && !key->is_parent)
            return key;
    }
    return NULL;
}

/* "Ready" and "ready to", "rule" and "rule out": one word, two meanings. */
static gboolean
is_other_sense(const CldTerm *x, const CldTerm *y)
{
    return x->stem == y->stem && x->concept != y->concept;
}

/* How well a denied word stands, affirmed or denied, in the other claim. */
static double
best_match(
    const CldView *view, const CldTerm *denied, const CldKey *key, gboolean is_negated, guint *at)
{
    double best = 0;
    for (guint i = 0; i < view->keys->len; i++) {
        const CldKey *other = &g_array_index(view->keys, CldKey, i);
        const CldTerm *term = cld_view_get_term(view, other->term);
        if (other->is_parent || term->is_negated != is_negated ||
            cld_opposites_class(term, denied) != NULL /* "not open" and "closed" agree */ ||
            is_other_sense(term, denied))
            continue;
        double near = cld_key_similarity(key, other);
        if (near < MIN_NEAR)
            near = term->parent != NULL && term->parent == denied->parent ? PARENT_SHARE : 0;
        if (near > best) {
            best = near;
            *at = other->term;
        }
    }
    return best;
}

/* One claim's denial held against what the other affirms. */
typedef struct {
    const CldView *negative;
    const CldView *positive;
    double covered;    /* part of what is denied that the other affirms, by weight */
    double denied_too; /* part of it that the other denies as well */
    double focus;      /* how well the word that the denial is about is affirmed */
    guint term_negative, term_positive; /* that word on both sides */
} Denial;

static void
measure_denial(Denial *self)
{
    double total = 0;
    for (guint i = 0; i < self->negative->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(self->negative, i);
        const CldKey *key = term->is_negated ? key_of(self->negative, i) : NULL;
        guint at = 0, unused = 0;
        if (key == NULL || key->weight <= 0)
            continue;
        double affirmed = best_match(self->positive, term, key, FALSE, &at);
        total += key->weight;
        self->covered += key->weight * affirmed;
        self->denied_too += key->weight * best_match(self->positive, term, key, TRUE, &unused);
        double telling = affirmed * MIN(1.0, key->weight / FULL_WEIGHT);
        if (term->entity == NULL && telling > self->focus && is_focus(self->negative, i)) {
            self->focus = telling;
            self->term_negative = i;
            self->term_positive = at;
        }
    }
    self->covered = total > 0 ? self->covered / total : 0;
    self->denied_too = total > 0 ? self->denied_too / total : 0;
}

/* How well the focus is affirmed, most of what is denied with it, and the whole said of one thing.
 */
static double
strength_of(const CldPair *pair, const Denial *self)
{
    if (self->focus <= 0 || self->denied_too >= self->covered)
        return 0;
    gboolean is_a = self->negative == pair->a;
    double sure = cld_said_of_one(pair, is_a ? self->term_negative : self->term_positive,
                                  is_a ? self->term_positive : self->term_negative);
    return self->focus * (0.4 + 0.6 * self->covered) * (SUBJECT_FLOOR + (1 - SUBJECT_FLOOR) * sure);
}

/* One denies what the other affirms: the word that the denial is about stands there without a
 * negation, and most of what is denied with it. */
gboolean
cld_detect_negation(const CldPair *pair, CldVote *vote)
{
    Denial first = {.negative = pair->a, .positive = pair->b};
    Denial second = {.negative = pair->b, .positive = pair->a};
    if (is_idle(pair->a->claim, pair->b->claim) || is_idle(pair->b->claim, pair->a->claim))
        return FALSE;
    measure_denial(&first);
    measure_denial(&second);
    double strength_a = strength_of(pair, &first), strength_b = strength_of(pair, &second);
    gboolean is_a = strength_a >= strength_b;
    const Denial *best = is_a ? &first : &second;
    if (MAX(strength_a, strength_b) < MIN_STRENGTH)
        return FALSE;
    const CldTerm *denied = cld_view_get_term(best->negative, best->term_negative);
    const CldTerm *affirmed = cld_view_get_term(best->positive, best->term_positive);
    vote->type = CLD_TYPE_NEGATION;
    vote->update_type = is_stance(pair) ? CLD_TYPE_UPDATE_POSITION : CLD_TYPE_UPDATE_STATUS;
    vote->strength = MAX(strength_a, strength_b);
    vote->is_mutable = may_have_come_true(pair, is_a, denied);
    cld_vote_mark_a(vote, is_a ? denied->span : affirmed->span);
    cld_vote_mark_b(vote, is_a ? affirmed->span : denied->span);
    vote->reason = g_strdup("One states what the other denies.");
    return TRUE;
}
