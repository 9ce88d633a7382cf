/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-patient.h"
#include "cld-said-of.h"

/* Words of force in one claim; more are not looked at. */
#define MAX_FORCES 8
/* The deed that is bound must be the same at least as surely as this. */
#define MIN_SAME_DEED 0.4
/* Who it binds, or what is bound, must be the same at least as surely as this. */
#define MIN_TIE         0.5
#define MIN_UNNAMED_TIE 0.75
#define MIN_SAME_TIE    0.6
/* Words before and behind a force that may tell what it binds. */
#define BOUND_BEFORE 2
#define BOUND_TERMS  5
/* The axis that is compared: what one is forbidden, free, advised or made to do. */
#define DUTY "duty"
/* The rungs of it. */
#define FORBIDDEN 0
#define FREE      1
#define ADVISED   2
#define REQUIRED  3
/* "Advised" beside "free" hardly excludes, "required" beside "free" does. */
#define WEAK_SHARE 0.6

/* A word that binds a deed. */
typedef struct {
    CldSpan span;
    gint rung;  /* -1: says nothing */
    guint term; /* the word as a term of the claim, else the next one */
} Force;

/* "Not ordered" leaves one free, "not banned" too, "not voluntary" means required. */
static gint
turned(gint rung)
{
    static const gint others[] = {
        [FORBIDDEN] = FREE, [FREE] = REQUIRED, [ADVISED] = -1, [REQUIRED] = FREE};
    return others[rung];
}

static guint
term_at(const CldView *view, CldSpan span)
{
    guint i = 0;
    while (i + 1 < view->claim->terms->len && cld_view_get_term(view, i)->span.end <= span.start)
        i++;
    return i;
}

static void
read_force(const CldView *view, CldSpan span, const char *rung, Force *force)
{
    force->span = span;
    force->term = term_at(view, span);
    force->rung = CLAMP((gint)g_ascii_strtoll(rung, NULL, 10), FORBIDDEN, REQUIRED);
    const CldTerm *term = cld_view_get_term(view, force->term);
    if (term->is_negated && cld_span_contains(span, term->span))
        force->rung = turned(force->rung);
}

static guint
find_forces(const CldView *view, Force *forces)
{
    const CldLexicon *lexicon = cld_lexicon_get("modality");
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    guint n = 0;
    for (guint i = 0; i < cld_tokens_length(tokens) && view->claim->terms->len > 0; i++) {
        guint n_tokens = 1;
        const char *const *values = cld_lexicon_match(lexicon, tokens, i, &n_tokens);
        if (values == NULL || values[0] == NULL || values[1] == NULL)
            continue;
        CldSpan span = cld_span_join(cld_tokens_get(tokens, i)->span,
                                     cld_tokens_get(tokens, i + MAX(n_tokens, 1) - 1)->span);
        if (g_str_equal(values[0], DUTY) && n < MAX_FORCES)
            read_force(view, span, values[1], &forces[n++]);
        i += MAX(n_tokens, 1) - 1;
    }
    return n;
}

/* How much two rungs exclude each other. */
static double
distance(gint x, gint y)
{
    if (x < 0 || y < 0 || x == y)
        return 0;
    return MAX(x, y) == ADVISED && MIN(x, y) == FREE ? WEAK_SHARE : 1.0;
}

/* The verb that the force binds: "must | leave". */
static const CldTerm *
deed_of(const CldView *view, const Force *force)
{
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (term->span.start >= force->span.end && term->is_verb && !cld_story_is_generic(term))
            return term;
    }
    return NULL;
}

static guint
index_of(const CldView *view, const CldTerm *term)
{
    return (guint)(term - &g_array_index(view->claim->terms, CldTerm, 0));
}

/* "Ordered the town | to count", "recommended the hand count": a word of what is bound is the same.
 */
static gboolean
binds_one(const CldPair *pair, const Force *x, const Force *y)
{
    guint n_a = pair->a->claim->terms->len, n_b = pair->b->claim->terms->len;
    for (guint i = x->term - MIN(x->term, BOUND_BEFORE); i < MIN(n_a, x->term + BOUND_TERMS); i++)
        for (guint j = y->term - MIN(y->term, BOUND_BEFORE); j < MIN(n_b, y->term + BOUND_TERMS);
             j++) {
            const CldTerm *p = cld_view_get_term(pair->a, i), *q = cld_view_get_term(pair->b, j);
            gboolean is_force = cld_span_contains(x->span, p->span) || p->entity != NULL ||
                                cld_span_contains(y->span, q->span);
            if (!is_force && !cld_story_is_generic(p) && cld_attach_similarity(pair, p, q) >= 1)
                return TRUE;
        }
    return FALSE;
}

/* Two deeds that are named must be the same: who must pay and who may leave are no rivals. Where
 * one is not named, the two must be said of one thing all the more surely. */
static gboolean
is_one_deed(const CldPair *pair, const Force *x, const Force *y)
{
    const CldTerm *p = deed_of(pair->a, x), *q = deed_of(pair->b, y);
    gboolean is_named = p != NULL && q != NULL;
    double tie = cld_said_of_tie(pair, x->term, y->term);
    if (is_named)
        return tie >= MIN_TIE && cld_attach_similarity(pair, p, q) > 0 &&
               !cld_patient_is_other(pair, index_of(pair->a, p), index_of(pair->b, q));
    return (tie >= MIN_UNNAMED_TIE && binds_one(pair, x, y)) ||
           (tie >= MIN_SAME_TIE && cld_patient_is_same(pair, x->term, y->term));
}

/* Ordered against advised, must against may: opposites of force, not of fact. */
gboolean
cld_detect_modality(const CldPair *pair, CldVote *vote)
{
    Force xs[MAX_FORCES], ys[MAX_FORCES];
    const Force *x = NULL, *y = NULL;
    double best = 0;
    guint n_a = find_forces(pair->a, xs), n_b = find_forces(pair->b, ys);
    for (guint i = 0; i < n_a; i++)
        for (guint j = 0; j < n_b; j++) {
            double apart = distance(xs[i].rung, ys[j].rung);
            gboolean is_tied = apart > 0 && is_one_deed(pair, &xs[i], &ys[j]);
            double strength = is_tied ? apart * cld_said_of_one(pair, xs[i].term, ys[j].term) : 0;
            if (strength > best) {
                best = strength;
                x = &xs[i];
                y = &ys[j];
            }
        }
    if (best < MIN_SAME_DEED)
        return FALSE;
    vote->type = CLD_TYPE_MODALITY;
    vote->update_type = CLD_TYPE_UPDATE_STATUS;
    vote->strength = best;
    vote->is_mutable = TRUE;
    cld_vote_mark_a(vote, x->span);
    cld_vote_mark_b(vote, y->span);
    vote->reason = g_strdup(cld_type_get_info(CLD_TYPE_MODALITY)->meaning);
    return TRUE;
}
