/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-stated.h"
#include "cld-lexicon.h"

/* Words before a noun in which stands what makes it unreal: "an alleged secret deal". */
#define UNREAL_REACH 2
/* How surely two words must be said of one thing: predicates, and words beside a noun. */
#define MIN_TIE       0.5
#define MIN_NAMED_TIE 0.6
/* Claims to either side that may belong to the same sentence. */
#define SENTENCE_REACH 12

static gboolean
says_something(const CldTerm *term)
{
    return term->entity == NULL && (term->is_verb || term->role == CLD_ROLE_PREDICATE);
}

static gboolean
is_listed(const char *list, const CldTerm *term)
{
    return cld_lexicon_lookup(cld_lexicon_get(list), term->stem) != NULL;
}

/* Returns: (transfer none) (nullable): the verb that the word at @term hangs on; %NULL where it is
 * the first that says anything */
const CldTerm *
cld_stated_get_governor(const CldView *view, guint term)
{
    for (guint i = term; i-- > 0;) {
        const CldTerm *other = cld_view_get_term(view, i);
        if (says_something(other) && other->role != CLD_ROLE_SUBJECT)
            return other;
    }
    return NULL;
}

/* A clause without a verb gives its words no parts: "the robbery", of "denied the robbery". */
static gboolean
has_roles(const CldView *view)
{
    for (guint i = 0; i < view->claim->terms->len; i++)
        if (cld_view_get_term(view, i)->role != CLD_ROLE_OTHER)
            return TRUE;
    return FALSE;
}

/**
 * cld_stated_get:
 * @view: a claim
 * @term: index of one of its words
 *
 * Returns: how the word stands in its clause, as far as word order shows it. A verb behind one that
 * says little ("began to leave", "was able to leave") is the predicate itself, and so is what one
 * avows ("confirmed the fault").
 */
CldStating
cld_stated_get(const CldView *view, guint term)
{
    const CldTerm *word = cld_view_get_term(view, term);
    if (word->entity != NULL)
        return CLD_STATING_ASIDE;
    if (word->role == CLD_ROLE_PREDICATE)
        return CLD_STATING_STATED;
    if (word->is_verb && word->role == CLD_ROLE_OBJECT) {
        const CldTerm *governor = cld_stated_get_governor(view, term);
        gboolean is_free =
            governor == NULL || (governor->is_verb && cld_story_is_generic(governor));
        return is_free ? CLD_STATING_STATED : CLD_STATING_INNER;
    }
    if (word->role == CLD_ROLE_OTHER)
        return has_roles(view) ? CLD_STATING_ASIDE : CLD_STATING_NAMED;
    const CldTerm *governor =
        word->role == CLD_ROLE_OBJECT ? cld_stated_get_governor(view, term) : NULL;
    return governor != NULL && is_listed("avowals", governor) ? CLD_STATING_STATED
                                                              : CLD_STATING_NAMED;
}

/* Returns: %TRUE if no word of the clause states anything by itself: "has no licence", "there was a
 * plan"; its nouns do */
gboolean
cld_stated_is_light(const CldView *view)
{
    for (guint i = 0; i < view->claim->terms->len; i++)
        if (!cld_story_is_generic(cld_view_get_term(view, i)) &&
            cld_stated_get(view, i) >= CLD_STATING_INNER)
            return FALSE;
    return TRUE;
}

/**
 * cld_stated_is_unreal:
 * @view: a claim
 * @term: index of one of its words
 *
 * Returns: %TRUE if the clause does not say that the thing is so: it is planned, asked for, alleged
 * or feared ("accused of hiding", "an alleged plot")
 */
gboolean
cld_stated_is_unreal(const CldView *view, guint term)
{
    const CldTerm *word = cld_view_get_term(view, term);
    const CldTerm *governor = word->is_verb ? cld_stated_get_governor(view, term) : NULL;
    if (word->is_verb && word->role != CLD_ROLE_PREDICATE)
        return governor != NULL && is_listed("unreal", governor);
    for (guint i = term; !word->is_verb && i-- > 0 && term - i <= UNREAL_REACH;)
        if (is_listed("unreal", cld_view_get_term(view, i)))
            return TRUE;
    return FALSE;
}

/* Returns: %TRUE if to deny the word says nothing of the world: "did not comment", "don't know" */
gboolean
cld_stated_is_silence(const CldTerm *term)
{
    return is_listed("silences", term);
}

/* Returns: %TRUE if the clause denies a thing altogether: "nobody", "never", "not one" */
gboolean
cld_stated_is_sweeping(const CldView *view)
{
    const CldLexicon *list = cld_lexicon_get("sweeping-denials");
    const CldLexicon *negations = cld_lexicon_get("negations");
    for (guint i = 0; i < cld_tokens_length(view->tokens); i++) {
        guint n_sweeping = 0, n_other = 0;
        if (cld_lexicon_match(list, view->tokens, i, &n_sweeping) == NULL)
            continue;
        cld_lexicon_match(negations, view->tokens, i, &n_other); /* "no longer", "no fewer than" */
        if (n_sweeping >= n_other)
            return TRUE;
    }
    return FALSE;
}

/* The subject is what is spoken of; that both name it is no agreement. */
static gboolean
is_one_word(const CldTerm *x, const CldTerm *y)
{
    return x->role != CLD_ROLE_SUBJECT && x->entity == NULL && y->entity == NULL &&
           x->is_negated == y->is_negated &&
           (x->stem == y->stem || (x->concept != NULL && x->concept == y->concept));
}

static gboolean
claim_says(const CldView *view, const CldTerm *word, const CldTerm *except)
{
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (term != except && is_one_word(term, word))
            return TRUE;
    }
    return FALSE;
}

static gboolean
sentence_says(const CldStory *story,
              const CldView *view,
              const CldTerm *word,
              const CldTerm *except)
{
    guint from = view->index > SENTENCE_REACH ? view->index - SENTENCE_REACH : 0;
    guint to = MIN(view->index + SENTENCE_REACH + 1, story->views->len);
    for (guint i = from; i < to; i++) {
        const CldView *other = g_ptr_array_index(story->views, i);
        if (other->claim->article == view->claim->article &&
            other->claim->sentence.start == view->claim->sentence.start &&
            claim_says(other, word, except))
            return TRUE;
    }
    return FALSE;
}

/* Returns: %TRUE if one of two words that are held against each other is said by both sentences, or
 * denied by both: then the two do not clash in it */
gboolean
cld_stated_on_both(const CldPair *pair, guint term_a, guint term_b)
{
    const CldTerm *x = cld_view_get_term(pair->a, term_a);
    const CldTerm *y = cld_view_get_term(pair->b, term_b);
    return sentence_says(pair->story, pair->b, x, y) || sentence_says(pair->story, pair->a, y, x);
}

static gboolean
speaks_of_ability(const CldView *view)
{
    const CldLexicon *abilities = cld_lexicon_get("abilities");
    for (guint i = 0; i < cld_tokens_length(view->tokens); i++)
        if (cld_lexicon_has(abilities, view->tokens, i))
            return TRUE;
    return FALSE;
}

/* Returns: %TRUE if both tell what is, or both what must be, may be or will be: a duty, a plan or a
 * chance is not denied by what happened, nor the other way round */
gboolean
cld_stated_in_one_mood(const CldPair *pair)
{
    return pair->a->claim->modality == pair->b->claim->modality &&
           speaks_of_ability(pair->a) == speaks_of_ability(pair->b);
}

/* Returns: how surely (cld_said_of_tie()) two words that exclude each other must be said of one
 * thing: more surely where one only stands beside a noun */
double
cld_stated_least_tie(const CldPair *pair, guint term_a, guint term_b)
{
    gboolean is_named = cld_stated_get(pair->a, term_a) < CLD_STATING_INNER ||
                        cld_stated_get(pair->b, term_b) < CLD_STATING_INNER;
    return is_named ? MIN_NAMED_TIE : MIN_TIE;
}
