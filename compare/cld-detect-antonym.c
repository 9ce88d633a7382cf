/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-opposites.h"
#include "cld-patient.h"
#include "cld-said-of.h"
#include "cld-stated.h"

/* Words of this class are the modality detector's. */
#define MODAL "modal"
/* What one is for or against: may change from one day to the next. */
#define STANCE "stance"
/* The two must be said of one thing at least as surely as this. */
#define MIN_SAID_OF_ONE 0.5
/* Two states of one day, one of which came about: likely one after the other. */
#define SEQUENCE_SHARE 0.5

/* The opposites of a pair. */
typedef struct {
    guint a, b;
    const char *class;
    double sure; /* that they are said of one thing */
} Opposites;

/* What stands on one ladder is the status detector's, which knows the way. */
static gboolean
is_ladder(const CldTerm *x, const CldTerm *y)
{
    CldRungs rungs;
    return cld_states_compare(x, y, &rungs);
}

/* "Destructive weapons": what only colours a noun is no deed. */
static gboolean
is_attribute(const CldView *view, guint index)
{
    const CldTerm *term = cld_view_get_term(view, index);
    if (term->is_verb || term->role == CLD_ROLE_PREDICATE || index + 1 >= view->claim->terms->len)
        return FALSE;
    const CldTerm *next = cld_view_get_term(view, index + 1);
    return !next->is_verb && next->span.start == term->span.end + 1 &&
           view->article->text[term->span.end] == ' ';
}

/* A state is the same whoever brings it about; a deed, a course or a stance is somebody's. */
static gboolean
is_of_two(const CldPair *pair, guint a, guint b, const char *class)
{
    const CldTerm *x = cld_view_get_term(pair->a, a), *y = cld_view_get_term(pair->b, b);
    if (g_str_equal(class, "state"))
        return FALSE;
    return cld_patient_has_other_doer(pair, a, b) ||
           (x->is_verb && !y->is_verb && is_attribute(pair->b, b)) ||
           (y->is_verb && !x->is_verb && is_attribute(pair->a, a));
}

static void
find_opposites(const CldPair *pair, Opposites *found)
{
    const GArray *xs = pair->a->claim->terms;
    const GArray *ys = pair->b->claim->terms;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldTerm *x = &g_array_index(xs, CldTerm, i);
            const CldTerm *y = &g_array_index(ys, CldTerm, j);
            const char *class = cld_opposites_class(x, y);
            /* "not open" agrees with "closed"; what is neither open nor closed is no clash either
             */
            if (class == NULL || g_str_equal(class, MODAL) || x->is_negated || y->is_negated ||
                is_ladder(x, y) || cld_patient_is_other(pair, i, j) ||
                is_of_two(pair, i, j, class) ||
                cld_said_of_tie(pair, i, j) < cld_stated_least_tie(pair, i, j))
                continue;
            double sure = cld_opposites_share(pair, i, j) * cld_said_of_one(pair, i, j);
            if (sure > found->sure)
                *found = (Opposites){i, j, class, sure};
        }
}

static gboolean
is_past_deed(const CldView *view, guint index)
{
    const CldTerm *term = cld_view_get_term(view, index);
    return term->is_verb && cld_attach_get_tense_of(view, term) != CLD_TENSE_PRESENT;
}

static gboolean
is_change(const CldPair *pair, const Opposites *found)
{
    return is_past_deed(pair->a, found->a) || is_past_deed(pair->b, found->b);
}

/* A state of the past is settled, unless the two speak of two times. */
static gboolean
may_have_changed(const CldPair *pair, const Opposites *found)
{
    if (g_str_equal(found->class, "opposite"))
        return FALSE;
    if (g_str_equal(found->class, STANCE))
        return TRUE;
    return pair->features[CLD_FEATURE_TIME_APART] > 0 ||
           cld_attach_get_tense_of(pair->a, cld_view_get_term(pair->a, found->a)) !=
               CLD_TENSE_PAST ||
           cld_attach_get_tense_of(pair->b, cld_view_get_term(pair->b, found->b)) != CLD_TENSE_PAST;
}

/* "Closed" and "reopened" of one day follow one another; only what is told of the present, or as a
 * quality, must choose. */
static double
exclusion(const CldPair *pair, const Opposites *found)
{
    gboolean is_sequence =
        g_str_equal(found->class, "state") && is_change(pair, found) && ABS(pair->days) == 0;
    return is_sequence ? SEQUENCE_SHARE : 1.0;
}

/* Opposite words about one subject. */
gboolean
cld_detect_antonym(const CldPair *pair, CldVote *vote)
{
    Opposites found = {0};
    if (cld_detect_is_idle(pair->a->claim) || cld_detect_is_idle(pair->b->claim) ||
        !cld_stated_in_one_mood(pair))
        return FALSE;
    find_opposites(pair, &found);
    if (found.class == NULL || found.sure < MIN_SAID_OF_ONE)
        return FALSE;
    vote->type = g_str_equal(found.class, "state") ? CLD_TYPE_STATUS : CLD_TYPE_ANTONYM;
    vote->update_type =
        g_str_equal(found.class, STANCE) ? CLD_TYPE_UPDATE_POSITION : CLD_TYPE_UPDATE_STATUS;
    vote->strength = found.sure * exclusion(pair, &found);
    vote->is_mutable = may_have_changed(pair, &found);
    cld_vote_mark_a(vote, cld_view_get_term(pair->a, found.a)->span);
    cld_vote_mark_b(vote, cld_view_get_term(pair->b, found.b)->span);
    vote->reason = g_strdup(cld_type_get_info(vote->type)->meaning);
    return TRUE;
}
