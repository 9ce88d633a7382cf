/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-lexicon.h"
#include "cld-patient.h"
#include "cld-vectors.h"
#include <string.h>

/* Words at least this near name one event. */
#define SAME_EVENT 0.6
/* Tokens before a verb in which its helping verb stands. */
#define HELPER_REACH 5
/* A shared subject says less than a shared verb. */
#define SUBJECT_SHARE 0.8

/* The list names the helping verbs: "was past", "has present", "will future". The first in the
 * clause decides. */
static CldTense
tense_of_helper(const CldTokens *tokens, guint index)
{
    static const struct {
        const char *name;
        CldTense tense;
    } names[] = {
        {"past", CLD_TENSE_PAST}, {"present", CLD_TENSE_PRESENT}, {"future", CLD_TENSE_FUTURE}};
    const char *const *values =
        cld_lexicon_match(cld_lexicon_get("tense-markers"), tokens, index, NULL);
    for (guint i = 0; values != NULL && values[0] != NULL && i < G_N_ELEMENTS(names); i++)
        if (g_str_equal(values[0], names[i].name))
            return names[i].tense;
    return CLD_TENSE_UNKNOWN;
}

/* Returns: the tense of the clause's first helping verb, else past where a verb in -ed stands in it
 */
CldTense
cld_attach_get_tense(const CldView *view)
{
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        CldTense tense = tense_of_helper(tokens, i);
        if (tense != CLD_TENSE_UNKNOWN)
            return tense;
    }
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        gsize end = term->span.end;
        if (term->is_verb && end - term->span.start > 3 &&
            g_ascii_strncasecmp(view->article->text + end - 2, "ed", 2) == 0)
            return CLD_TENSE_PAST;
    }
    return CLD_TENSE_UNKNOWN;
}

static gboolean
is_past_form(const CldToken *token)
{
    return g_str_has_suffix(token->lower, "ed") ||
           cld_lexicon_lookup(cld_lexicon_get("irregular-verbs"), token->lower) != NULL;
}

/* Returns: %TRUE if the word is a past tense or a participle: "charged", "has been struck" */
gboolean
cld_attach_is_past_form(const CldView *view, const CldTerm *term)
{
    for (guint i = 0; i < cld_tokens_length(view->tokens); i++)
        if (cld_span_contains(term->span, cld_tokens_get(view->tokens, i)->span))
            return is_past_form(cld_tokens_get(view->tokens, i));
    return FALSE;
}

/**
 * cld_attach_get_tense_of:
 * @view: a claim
 * @term: a word of it
 *
 * Returns: the time that the nearest helping verb before the word sets ("has not been hurt"), else
 * the word's own form, else that of the clause
 */
CldTense
cld_attach_get_tense_of(const CldView *view, const CldTerm *term)
{
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    guint at = 0;
    while (at < cld_tokens_length(tokens) &&
           cld_tokens_get(tokens, at)->span.start < term->span.start)
        at++;
    CldTense tense = CLD_TENSE_UNKNOWN;
    for (guint back = 1; back <= MIN(at, HELPER_REACH) && tense == CLD_TENSE_UNKNOWN; back++)
        tense = tense_of_helper(tokens, at - back);
    if (tense != CLD_TENSE_UNKNOWN)
        return tense;
    if (term->is_verb && at < cld_tokens_length(tokens) && is_past_form(cld_tokens_get(tokens, at)))
        return CLD_TENSE_PAST;
    return cld_attach_get_tense(view);
}

/* "give way" tells an event, however common "give" is. */
static gboolean
is_telling(const CldView *view, const CldTerm *term)
{
    const char *text = view->article->text + term->span.start;
    return memchr(text, ' ', cld_span_length(term->span)) != NULL || !cld_story_is_generic(term);
}

static gboolean
is_event(const CldView *view, const CldTerm *term)
{
    return term->entity == NULL && (term->is_verb || term->role == CLD_ROLE_PREDICATE) &&
           is_telling(view, term);
}

/**
 * cld_attach_find_event:
 * @view: a claim
 * @span: a time or a place in its clause, in the article's text
 *
 * Returns: (transfer none) (nullable): the verb that the span belongs to: the last before it, else
 * the first after it
 */
const CldTerm *
cld_attach_find_event(const CldView *view, CldSpan span)
{
    const CldTerm *before = NULL;
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (!is_event(view, term))
            continue;
        if (term->span.start >= span.end)
            return before != NULL ? before : term;
        before = term;
    }
    return before;
}

/* Returns: 1 for words of one concept or stem, their nearness otherwise, 0 where that is chance */
double
cld_attach_similarity(const CldPair *pair, const CldTerm *x, const CldTerm *y)
{
    if (x->entity != NULL || y->entity != NULL)
        return x->entity == y->entity ? 1 : 0;
    if (x->stem == y->stem || (x->concept != NULL && x->concept == y->concept))
        return 1;
    double near = cld_vectors_similarity(cld_vectors_lookup(x->stem), cld_vectors_lookup(y->stem));
    return near >= SAME_EVENT ? near : 0;
}

/* An event may be told by its subject where the verb is empty: "the handover took place". */
static double
best_subject(const CldPair *pair, const CldView *view, const CldTerm *event)
{
    double best = 0;
    for (guint i = 0; i < view->claim->terms->len && event != NULL; i++) {
        const CldTerm *x = cld_view_get_term(view, i);
        if (x->role == CLD_ROLE_SUBJECT && x->entity == NULL && is_telling(view, x))
            best = MAX(best, cld_attach_similarity(pair, x, event));
    }
    return best;
}

static double
best_subjects(const CldPair *pair)
{
    double best = 0;
    for (guint i = 0; i < pair->a->claim->terms->len; i++) {
        const CldTerm *x = cld_view_get_term(pair->a, i);
        if (x->role == CLD_ROLE_SUBJECT && x->entity == NULL && is_telling(pair->a, x))
            best = MAX(best, best_subject(pair, pair->b, x));
    }
    return best;
}

static guint
index_of(const CldView *view, const CldTerm *term)
{
    return (guint)(term - &g_array_index(view->claim->terms, CldTerm, 0));
}

/* How surely two verbs tell one event: said of two things, they are two. */
static double
same_deed(const CldPair *pair, const CldTerm *x, const CldTerm *y)
{
    if (x == NULL || y == NULL ||
        cld_patient_is_other(pair, index_of(pair->a, x), index_of(pair->b, y)))
        return 0;
    return MAX(0, cld_attach_similarity(pair, x, y));
}

/**
 * cld_attach_same_event:
 * @pair: two claims
 * @span_a: a time or place in the first, in its article's text
 * @span_b: one in the second
 *
 * Returns: how surely the two belong to one event, 0 to 1: their verbs are one, or a verb here is
 * the subject there, or the subjects are one
 */
double
cld_attach_same_event(const CldPair *pair, CldSpan span_a, CldSpan span_b)
{
    const CldTerm *x = cld_attach_find_event(pair->a, span_a);
    const CldTerm *y = cld_attach_find_event(pair->b, span_b);
    double verbs = same_deed(pair, x, y);
    double crossed = MAX(best_subject(pair, pair->a, y), best_subject(pair, pair->b, x));
    double both_empty = x == NULL && y == NULL ? SUBJECT_SHARE : SUBJECT_SHARE * SUBJECT_SHARE;
    return MAX(verbs, MAX(SUBJECT_SHARE * crossed, both_empty * best_subjects(pair)));
}
