/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-opposites.h"
#include "cld-patient.h"
#include "cld-said-of.h"
#include "cld-stated.h"
#include "cld-undone.h"

/* The two must be said of one thing at least as surely as this. */
#define MIN_SAID_OF_ONE 0.5
/* What was drafted and then signed was both: two rungs at one time are seldom a clash. */
#define PASSED_RUNG_SHARE 0.6
/* Words between a state and how long it lasted: "closed to all traffic for two hours". */
#define LASTING_REACH 4

/* Two states of one ladder. */
typedef struct {
    guint a, b;
    CldRungs rungs;
    double sure; /* that they are said of one thing */
} States;

/* What is denied is denied for every higher rung: "not signed" excludes "in force", and says
 * nothing about "drafted". */
static gboolean
excludes(const CldTerm *x, const CldTerm *y, const CldRungs *rungs)
{
    if (x->is_negated && y->is_negated)
        return FALSE;
    if (x->is_negated)
        return rungs->y > rungs->x && !rungs->goes_both_ways;
    if (y->is_negated)
        return rungs->x > rungs->y && !rungs->goes_both_ways;
    return TRUE;
}

/* An agreement is a thing, to agree is a state: two nouns are two things. */
static gboolean
states_something(const CldPair *pair, guint a, guint b)
{
    const CldTerm *x = cld_view_get_term(pair->a, a), *y = cld_view_get_term(pair->b, b);
    gboolean states_x = x->is_verb || x->role == CLD_ROLE_PREDICATE;
    gboolean states_y = y->is_verb || y->role == CLD_ROLE_PREDICATE;
    return (states_x && states_y) ||
           ((states_x || states_y) &&
            (cld_patient_is_same(pair, a, b) || cld_patient_is_bearer(pair, a, b)));
}

static void
find_states(const CldPair *pair, States *found)
{
    const GArray *xs = pair->a->claim->terms;
    const GArray *ys = pair->b->claim->terms;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldTerm *x = &g_array_index(xs, CldTerm, i);
            const CldTerm *y = &g_array_index(ys, CldTerm, j);
            States here = {i, j, {0}, 0};
            if (!cld_states_compare(x, y, &here.rungs) || !excludes(x, y, &here.rungs) ||
                !states_something(pair, i, j) || cld_patient_is_other(pair, i, j) ||
                cld_patient_has_other_doer(pair, i, j) ||
                cld_said_of_tie(pair, i, j) < cld_stated_least_tie(pair, i, j))
                continue;
            here.sure = cld_opposites_share(pair, i, j) * cld_said_of_one(pair, i, j);
            if (here.sure > found->sure)
                *found = here;
        }
}

/* A later state that comes later on the ladder is the course of events; a finished thing that
 * becomes unfinished is a reversal. */
static gboolean
is_progress(const CldPair *pair, const States *states)
{
    const CldRungs *rungs = &states->rungs;
    if (rungs->goes_both_ways)
        return TRUE;
    if (pair->minutes != 0)
        return (pair->minutes > 0) == (rungs->y > rungs->x);
    if (pair->a->claim->is_reported_past != pair->b->claim->is_reported_past)
        return pair->a->claim->is_reported_past == (rungs->y > rungs->x);
    if (pair->a->claim->is_reported_now != pair->b->claim->is_reported_now)
        return pair->a->claim->is_reported_now == (rungs->x > rungs->y);
    return TRUE;
}

/* What was charged and then convicted was both: of two rungs that were passed neither excludes the
 * other, unless they are told of two times. */
static gboolean
has_passed(const CldPair *pair, const States *states)
{
    gboolean is_x_lower = states->rungs.x < states->rungs.y;
    const CldView *view = is_x_lower ? pair->a : pair->b;
    const CldTerm *lower = cld_view_get_term(view, is_x_lower ? states->a : states->b);
    gboolean is_denied = cld_view_get_term(pair->a, states->a)->is_negated ||
                         cld_view_get_term(pair->b, states->b)->is_negated;
    gboolean is_opposite = cld_opposites_class(cld_view_get_term(pair->a, states->a),
                                               cld_view_get_term(pair->b, states->b)) != NULL;
    return !states->rungs.goes_both_ways && !is_denied && !is_opposite && pair->minutes == 0 &&
           lower->is_verb &&
           (cld_attach_get_tense_of(view, lower) == CLD_TENSE_PAST ||
            cld_attach_is_past_form(view, lower)); /* "has been charged" */
}

static gboolean
is_time(const CldQuantity *quantity)
{
    return quantity->noun == NULL && (quantity->unit == g_intern_static_string("h") ||
                                      quantity->unit == g_intern_static_string("month"));
}

/* "Remained closed for four hours": it was so, and is no more. */
static gboolean
has_lasted(const CldView *view, const CldTerm *state)
{
    guint after = cld_tokens_index_at(view->tokens, state->span.end);
    if (cld_attach_get_tense_of(view, state) != CLD_TENSE_PAST)
        return FALSE;
    for (guint i = 0; i < view->claim->quantities->len; i++) {
        const CldQuantity *quantity = &g_array_index(view->claim->quantities, CldQuantity, i);
        guint at = cld_tokens_index_at(view->tokens, quantity->span.start);
        if (is_time(quantity) && at > after && at - after <= LASTING_REACH &&
            g_str_equal(cld_tokens_get(view->tokens, at - 1)->lower, "for"))
            return TRUE;
    }
    return FALSE;
}

/* "Reopened": no "is open", no "was opened". */
static gboolean
is_turn(const CldView *view, const CldTerm *state)
{
    guint at = cld_tokens_index_at(view->tokens, state->span.start);
    return state->is_verb && !state->is_negated && cld_attach_is_past_form(view, state) &&
           (at == 0 || !cld_lexicon_has(cld_lexicon_get("be-forms"), view->tokens, at - 1));
}

/* What lasted for hours and what then turned to its opposite is one course of events. */
static gboolean
is_over(const CldPair *pair, const States *states)
{
    const CldTerm *x = cld_view_get_term(pair->a, states->a);
    const CldTerm *y = cld_view_get_term(pair->b, states->b);
    return (has_lasted(pair->a, x) && is_turn(pair->b, y)) ||
           (has_lasted(pair->b, y) && is_turn(pair->a, x));
}

static double
strength_of(const CldPair *pair, const States *states)
{
    const CldTerm *x = cld_view_get_term(pair->a, states->a);
    const CldTerm *y = cld_view_get_term(pair->b, states->b);
    gboolean is_denied = x->is_negated || y->is_negated;
    gboolean is_settled = cld_attach_get_tense_of(pair->a, x) == CLD_TENSE_PAST &&
                          cld_attach_get_tense_of(pair->b, y) == CLD_TENSE_PAST;
    return states->sure * (!is_denied && is_settled ? PASSED_RUNG_SHARE : 1.0);
}

/* One thing in two states of one ladder. */
static gboolean
stands_on_ladder(const CldPair *pair, CldVote *vote)
{
    States states = {0};
    if (!cld_stated_in_one_mood(pair))
        return FALSE;
    find_states(pair, &states);
    if (states.sure < MIN_SAID_OF_ONE || has_passed(pair, &states) || is_over(pair, &states))
        return FALSE;
    vote->type = CLD_TYPE_STATUS;
    vote->update_type = CLD_TYPE_UPDATE_STATUS;
    vote->strength = strength_of(pair, &states);
    vote->is_mutable = is_progress(pair, &states);
    vote->is_reversal = !vote->is_mutable && pair->relation == CLD_RELATION_SAME_SPEAKER;
    cld_vote_mark_a(vote, cld_view_get_term(pair->a, states.a)->span);
    cld_vote_mark_b(vote, cld_view_get_term(pair->b, states.b)->span);
    vote->reason = g_strdup("One thing is given two states.");
    return TRUE;
}

/* One thing in two states. */
gboolean
cld_detect_status(const CldPair *pair, CldVote *vote)
{
    if (cld_detect_is_idle(pair->a->claim) || cld_detect_is_idle(pair->b->claim))
        return FALSE;
    return stands_on_ladder(pair, vote) || cld_undone_find(pair, vote);
}
