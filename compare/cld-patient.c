/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-patient.h"
#include "cld-lexicon.h"
#include "cld-stated.h"
#include "cld-vectors.h"

/* Words less near than this name two things: of what is told by two words, and by one. */
#define MIN_NEAR      0.4
#define MIN_NEAR_DEED 0.25
/* Tokens before a participle in which its "was" stands, and behind a verb in which its object does.
 */
#define HELPER_REACH 3
#define OBJECT_REACH 8

/* The terms of a claim that a word is said of. */
typedef struct {
    const CldTerm *terms[OBJECT_REACH];
    guint n;
} Group;

static void
add(Group *group, const CldTerm *term)
{
    if (group->n < G_N_ELEMENTS(group->terms) &&
        (term->entity != NULL || !cld_story_is_generic(term)))
        group->terms[group->n++] = term;
}

static gboolean
has(const char *list, const CldTokens *tokens, guint at)
{
    return cld_lexicon_has(cld_lexicon_get(list), tokens, at);
}

/* Returns: index of the term that the token belongs to, or the number of terms */
static guint
term_of(const CldView *view, CldSpan token)
{
    guint i = 0;
    while (i < view->claim->terms->len &&
           !cld_span_contains(cld_view_get_term(view, i)->span, token))
        i++;
    return i;
}

/* A mark, a preposition, a conjunction or a pronoun: the noun that stood before it is over. */
static gboolean
ends_noun(const CldTokens *tokens, guint at)
{
    const CldToken *token = cld_tokens_get(tokens, at);
    const char *const *kinds = cld_lexicon_lookup(cld_lexicon_get("function-words"), token->lower);
    gboolean is_pronoun = kinds != NULL && kinds[0] != NULL &&
                          (g_str_equal(kinds[0], "pronoun") || g_str_equal(kinds[0], "object"));
    return is_pronoun || token->kind == CLD_TOKEN_PUNCT || has("phrase-openers", tokens, at) ||
           has("subordinators", tokens, at);
}

/* The noun that begins at a token: "the old | stone bridge" up to the next mark or verb. */
static void
take_noun(const CldView *view, guint at, Group *group)
{
    const CldTokens *tokens = view->tokens;
    guint end = MIN(cld_tokens_length(tokens), at + OBJECT_REACH);
    const CldTerm *last = NULL;
    for (; at < end; at++) {
        guint i = term_of(view, cld_tokens_get(tokens, at)->span);
        const CldTerm *term = i < view->claim->terms->len ? cld_view_get_term(view, i) : NULL;
        if (term == NULL ? ends_noun(tokens, at) : term->is_verb && group->n > 0)
            return;
        if (term != NULL && term != last)
            add(group, term);
        last = term != NULL ? term : last;
    }
}

static guint
token_at(const CldTokens *tokens, gsize offset)
{
    guint at = 0;
    while (at < cld_tokens_length(tokens) && cld_tokens_get(tokens, at)->span.start < offset)
        at++;
    return at;
}

/* "The files showed that | the company had lied": who stands between the conjunction and the verb.
 */
static void
take_inner_subject(const CldView *view, guint before, Group *group)
{
    guint verb = token_at(view->tokens, cld_view_get_term(view, before)->span.start);
    guint from = verb;
    while (from > 0 && !has("subordinators", view->tokens, from - 1))
        from--;
    if (from == 0)
        return;
    gsize start = cld_tokens_get(view->tokens, from - 1)->span.end;
    for (guint i = 0; i < before; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (term->span.start >= start && !term->is_verb)
            add(group, term);
    }
}

/* The subject up to what is told of it in passing: "the bridge | that was built in May". */
static void
take_subject(const CldView *view, guint before, Group *group)
{
    take_inner_subject(view, before, group);
    if (group->n > 0)
        return;
    for (guint i = 0; i < before; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (term->role != CLD_ROLE_SUBJECT)
            continue;
        if (term->is_verb && group->n > 0)
            return;
        add(group, term);
    }
}

static gboolean
is_behind_being(const CldView *view, guint at)
{
    for (guint back = 1; back <= MIN(at, HELPER_REACH); back++)
        if (has("be-forms", view->tokens, at - back))
            return TRUE;
    return FALSE;
}

/* "Was signed", "has been signed", "to be signed". */
static gboolean
is_passive(const CldView *view, guint at)
{
    const CldTokens *tokens = view->tokens;
    const char *word = at < cld_tokens_length(tokens) ? cld_tokens_get(tokens, at)->lower : "";
    if (!g_str_has_suffix(word, "ed") &&
        cld_lexicon_lookup(cld_lexicon_get("irregular-verbs"), word) == NULL)
        return FALSE;
    return is_behind_being(view, at);
}

/* A verb is said of its object, or in the passive of its subject; one without an object and an
 * adjective of the subject too. */
static void
find_of_verb(const CldView *view, guint index, Group *group)
{
    const CldTerm *term = cld_view_get_term(view, index);
    guint at = token_at(view->tokens, term->span.start);
    guint behind = token_at(view->tokens, term->span.end);
    if (term->is_verb && !is_passive(view, at) && behind < cld_tokens_length(view->tokens))
        take_noun(view, behind, group);
    if (group->n == 0)
        take_subject(view, index, group);
}

/* "Horrible | news", "the closure of | the road". */
static void
find_of_noun(const CldView *view, guint index, Group *group)
{
    const CldTerm *term = cld_view_get_term(view, index);
    guint behind = token_at(view->tokens, term->span.end);
    guint next = behind < cld_tokens_length(view->tokens)
                     ? term_of(view, cld_tokens_get(view->tokens, behind)->span)
                     : view->claim->terms->len;
    gboolean is_beside = next < view->claim->terms->len && !cld_view_get_term(view, next)->is_verb;
    if (is_beside)
        take_noun(view, behind, group);
    else if (behind < cld_tokens_length(view->tokens) && has("noun-links", view->tokens, behind))
        take_noun(view, behind + 1, group);
    if (group->n == 0 && is_behind_being(view, token_at(view->tokens, term->span.start)))
        take_subject(view, index, group); /* "is non-binding" */
}

static void
find_group(const CldView *view, guint index, Group *group)
{
    const CldTerm *term = cld_view_get_term(view, index);
    if (term->is_verb || term->role == CLD_ROLE_PREDICATE)
        find_of_verb(view, index, group);
    else
        find_of_noun(view, index, group);
}

static gboolean
is_same(const CldTerm *x, const CldTerm *y)
{
    if (x->entity != NULL && x->entity == y->entity)
        return TRUE;
    return x->stem == y->stem || (x->concept != NULL && x->concept == y->concept);
}

static gboolean
is_near(const CldTerm *x, const CldTerm *y, double least)
{
    const gint8 *p = cld_vectors_lookup(x->stem), *q = cld_vectors_lookup(y->stem);
    return is_same(x, y) || (x->parent != NULL && x->parent == y->parent) ||
           (p != NULL && q != NULL && cld_vectors_similarity(p, q) >= least);
}

/* One word of both, or nouns of one kind at their heads: "the gold coins", "the hoard". */
static gboolean
shares_any(const Group *x, const Group *y, double least)
{
    for (guint i = 0; i < x->n; i++)
        for (guint j = 0; j < y->n; j++)
            if (is_same(x->terms[i], y->terms[j]))
                return TRUE;
    return is_near(x->terms[x->n - 1], y->terms[y->n - 1], least);
}

/* What one deed is told of may be named in more ways than what two words are. */
static double
least_near(const CldPair *pair, guint term_a, guint term_b)
{
    const CldTerm *x = cld_view_get_term(pair->a, term_a);
    const CldTerm *y = cld_view_get_term(pair->b, term_b);
    return x->stem == y->stem ? MIN_NEAR_DEED : MIN_NEAR;
}

/**
 * cld_patient_is_other:
 * @pair: two claims
 * @term_a: index of a word of the first
 * @term_b: index of a word of the second
 *
 * What a word is said of most closely is the object of a verb, the subject of a passive, of a verb
 * without object and of an adjective, and the noun beside or behind another word.
 *
 * Returns: %TRUE if both words are said of something that is named, and no word of the two names is
 * near one of the other; %FALSE also where one cannot be found
 */
gboolean
cld_patient_is_other(const CldPair *pair, guint term_a, guint term_b)
{
    Group x = {.n = 0}, y = {.n = 0};
    find_group(pair->a, term_a, &x);
    find_group(pair->b, term_b, &y);
    return x.n > 0 && y.n > 0 && !shares_any(&x, &y, least_near(pair, term_a, term_b));
}

/* Returns: %TRUE if both words are said of something that is named, and it is the same */
gboolean
cld_patient_is_same(const CldPair *pair, guint term_a, guint term_b)
{
    Group x = {.n = 0}, y = {.n = 0};
    find_group(pair->a, term_a, &x);
    find_group(pair->b, term_b, &y);
    return x.n > 0 && y.n > 0 && shares_any(&x, &y, MIN_NEAR);
}

/* Returns: %TRUE if what the one word is said of is the other itself: "hostages", "released the
 * hostages" */
gboolean
cld_patient_is_bearer(const CldPair *pair, guint term_a, guint term_b)
{
    Group x = {.n = 0}, y = {.n = 0};
    Group of_a = {.terms = {cld_view_get_term(pair->a, term_a)}, .n = 1};
    Group of_b = {.terms = {cld_view_get_term(pair->b, term_b)}, .n = 1};
    find_group(pair->a, term_a, &x);
    find_group(pair->b, term_b, &y);
    return (x.n > 0 && shares_any(&x, &of_b, 1)) || (y.n > 0 && shares_any(&y, &of_a, 1));
}

static gboolean
has_name(const Group *group)
{
    for (guint i = 0; i < group->n; i++)
        if (group->terms[i]->entity != NULL)
            return TRUE;
    return FALSE;
}

static gboolean
is_transitive(const CldView *view, guint index)
{
    Group object = {.n = 0};
    const CldTerm *term = cld_view_get_term(view, index);
    guint at = token_at(view->tokens, term->span.start);
    guint behind = token_at(view->tokens, term->span.end);
    if (!term->is_verb || is_passive(view, at) || behind >= cld_tokens_length(view->tokens))
        return FALSE;
    take_noun(view, behind, &object);
    return object.n > 0;
}

/**
 * cld_patient_has_other_doer:
 * @pair: two claims
 * @term_a: index of a verb of the first
 * @term_b: index of a verb of the second
 *
 * Returns: %TRUE if both tell what somebody does to something, and the two who do it are named by
 * different names: the seller sells, the buyer buys
 */
gboolean
cld_patient_has_other_doer(const CldPair *pair, guint term_a, guint term_b)
{
    Group x = {.n = 0}, y = {.n = 0};
    if (!is_transitive(pair->a, term_a) || !is_transitive(pair->b, term_b))
        return FALSE;
    take_subject(pair->a, term_a, &x);
    take_subject(pair->b, term_b, &y);
    gboolean is_one_deed = least_near(pair, term_a, term_b) < MIN_NEAR;
    if (is_one_deed && (!has_name(&x) || !has_name(&y)))
        return FALSE; /* "the plant", "the site" */
    return x.n > 0 && y.n > 0 && !shares_any(&x, &y, MIN_NEAR);
}
