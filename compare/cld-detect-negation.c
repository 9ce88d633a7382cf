/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-opposites.h"
#include "cld-patient.h"
#include "cld-said-of.h"
#include "cld-stated.h"
#include <string.h>

/* Denials weaker than this are coincidences of words. */
#define MIN_STRENGTH 0.22
/* Words at least this near say the same. */
#define MIN_NEAR 0.5
/* The words that the denial is about must be nearer. */
#define MIN_FOCUS 0.65
/* What a word that is known only by its wider concept counts. */
#define PARENT_SHARE 0.5
/* What a denial counts whose words are affirmed, but of something else. */
#define SUBJECT_FLOOR 0.3
/* A key of this weight is fully telling. */
#define FULL_WEIGHT 3.5
/* Words before a noun among which its negation stands: "not a single open item". */
#define NOUN_REACH 4
/* Words before a verb among which "who" or "had" stands. */
#define RELATIVE_REACH 5
/* What a word counts that is near the denied one, and not the same. */
#define NEAR_SHARE 0.7
/* Who or what it is said of must be the same at least as surely as this. */
#define MIN_TIE 0.5
/* The same where one side only names it, and where the two words are near and not the same. */
#define MIN_NOUN_TIE    0.5
#define MIN_NEAR_TIE    0.75
#define MIN_SYNONYM_TIE 0.6

static gboolean
is_idle(const CldPair *pair)
{
    return cld_detect_is_idle(pair->a->claim) || cld_detect_is_idle(pair->b->claim) ||
           !cld_stated_in_one_mood(pair);
}

static gboolean
denies_noun(const CldTokens *tokens, guint at)
{
    const char *const *values = cld_lexicon_match(cld_lexicon_get("negations"), tokens, at, NULL);
    return cld_lexicon_has(cld_lexicon_get("sweeping-denials"), tokens, at) ||
           (values != NULL && values[0] != NULL && values[1] != NULL &&
            g_str_equal(values[0], "verb") && !g_str_equal(values[1], "verbal"));
}

static guint
token_at(const CldTokens *tokens, gsize offset)
{
    guint at = 0;
    while (at < cld_tokens_length(tokens) && cld_tokens_get(tokens, at)->span.start < offset)
        at++;
    return at;
}

/* The first of the words that stand side by side with the one at @term: "single open item". */
static guint
start_of_group(const CldView *view, guint term)
{
    const char *text = view->article->text;
    for (; term > 0; term--) {
        CldSpan left = cld_view_get_term(view, term - 1)->span;
        gsize gap = cld_view_get_term(view, term)->span.start;
        if (cld_stated_get(view, term - 1) != CLD_STATING_NAMED || gap != left.end + 1 ||
            text[left.end] != ' ')
            break;
    }
    return term;
}

/* What stands between a negation and its noun: a verb, a mark or "of" parts them; "nothing about
 * the plan" is one. */
static gboolean
ends_group(const CldView *view, guint first, guint at)
{
    const CldToken *token = cld_tokens_get(view->tokens, at);
    gboolean is_opener = cld_lexicon_has(cld_lexicon_get("phrase-openers"), view->tokens, at) &&
                         !(at > 0 && denies_noun(view->tokens, at - 1));
    return token->kind == CLD_TOKEN_PUNCT || is_opener ||
           (first > 0 && cld_span_contains(cld_view_get_term(view, first - 1)->span, token->span));
}

/* "No valid licence", "denied any damage": the noun itself is denied, not what is said of it. */
static gboolean
is_denied_noun(const CldView *view, guint term)
{
    guint first = start_of_group(view, term);
    guint at = token_at(view->tokens, cld_view_get_term(view, first)->span.start);
    for (guint back = 1; back <= MIN(at, NOUN_REACH); back++)
        if (denies_noun(view->tokens, at - back))
            return TRUE;
        else if (ends_group(view, first, at - back))
            return FALSE;
    return FALSE;
}

static gboolean
is_verb_at(const CldView *view, guint before, CldSpan span)
{
    for (guint i = 0; i < before; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (term->is_verb && cld_span_contains(term->span, span))
            return TRUE;
    }
    return FALSE;
}

/* "Does not have enough blood": the object of a verb that says nothing by itself. */
static gboolean
is_light_object(const CldView *view, guint term)
{
    guint first = start_of_group(view, term);
    guint at = token_at(view->tokens, cld_view_get_term(view, first)->span.start);
    for (guint i = 0; i < first; i++) {
        const CldTerm *other = cld_view_get_term(view, i);
        if (other->is_negated && !cld_story_is_generic(other) && other->entity == NULL)
            return FALSE;
    }
    gboolean is_behind_verb = FALSE;
    for (guint back = 1; back <= MIN(at, NOUN_REACH) && !is_behind_verb; back++) {
        if (cld_lexicon_has(cld_lexicon_get("phrase-openers"), view->tokens, at - back))
            return FALSE;
        is_behind_verb = is_verb_at(view, first, cld_tokens_get(view->tokens, at - back)->span);
    }
    return cld_stated_is_light(view);
}

/* "Heard no alarm": the verb is denied only together with the noun behind it. */
static gboolean
has_denied_noun_after(const CldView *view, guint term)
{
    for (guint i = term + 1; i < view->claim->terms->len; i++) {
        const CldTerm *other = cld_view_get_term(view, i);
        if (other->is_negated && cld_stated_get(view, i) == CLD_STATING_NAMED &&
            is_denied_noun(view, i))
            return TRUE;
    }
    return FALSE;
}

/* "No further talks", "no such plan": of the thing itself nothing is denied. */
static gboolean
is_only_more(const CldView *view, guint term)
{
    guint first = start_of_group(view, term);
    guint at = token_at(view->tokens, cld_view_get_term(view, first)->span.start);
    gsize end = cld_view_get_term(view, term)->span.start;
    guint from = at > 0 ? at - 1 : 0;
    for (guint i = from; i < cld_tokens_length(view->tokens); i++) {
        if (cld_tokens_get(view->tokens, i)->span.start >= end)
            return FALSE;
        if (cld_lexicon_has(cld_lexicon_get("further-words"), view->tokens, i))
            return TRUE;
    }
    return FALSE;
}

/* "Is not a place | to hide": the noun is denied, not the verb that hangs on it. */
static gboolean
is_denied_object(const CldView *view, guint term)
{
    const CldTerm *word = cld_view_get_term(view, term);
    return word->is_negated && word->entity == NULL && word->role == CLD_ROLE_OBJECT &&
           cld_stated_get(view, term) == CLD_STATING_NAMED;
}

/* What a negation is about: the first verb or predicate it reaches, or the noun that it stands
 * before. What else stands in its scope is only part of what is denied. */
static gboolean
is_focus(const CldView *view, guint term)
{
    CldStating standing = cld_stated_get(view, term);
    for (guint i = 0; i < term; i++) {
        const CldTerm *other = cld_view_get_term(view, i);
        if (cld_view_get_term(view, term)->is_verb &&
            cld_view_get_term(view, term)->role == CLD_ROLE_OBJECT && is_denied_object(view, i))
            return FALSE;
        gboolean is_helper = other->is_verb && cld_story_is_generic(other);
        if (other->is_negated && !is_helper && cld_stated_get(view, i) >= CLD_STATING_INNER &&
            !has_denied_noun_after(view, i))
            return FALSE;
    }
    if (standing >= CLD_STATING_INNER)
        return !has_denied_noun_after(view, term);
    return standing == CLD_STATING_NAMED && !is_only_more(view, term) &&
           (is_light_object(view, term) || is_denied_noun(view, term));
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

/* "Ready" and "ready to", "rule" and "rule out": one word, two meanings; a form of it that no
 * concept has is the word itself. */
static gboolean
is_other_sense(const CldTerm *x, const CldTerm *y)
{
    gboolean is_phrase = strchr(x->stem, ' ') != NULL || strchr(y->stem, ' ') != NULL;
    gboolean is_bare = x->concept == NULL || y->concept == NULL;
    return x->stem == y->stem && x->concept != y->concept && (!is_bare || is_phrase);
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
    double covered;       /* part of what is denied that the other affirms, by weight */
    double denied_too;    /* part of it that the other denies as well */
    double focus;         /* how well the word that the denial is about is affirmed */
    gboolean is_sweeping; /* nothing of the kind is so, whoever does it */
    guint term_negative, term_positive; /* that word on both sides */
    double least_tie;                   /* how surely the two must be said of one thing */
} Denial;

/* How far the other side states the denied word: as its own predicate, as a verb that hangs on
 * another, as a noun, which counts only where the denial is sweeping. */
static double
share_of(const Denial *self, guint denied, guint affirmed)
{
    static const double shares[CLD_N_STATINGS][CLD_N_STATINGS] = {
        [CLD_STATING_NAMED] = {0, 0.8, 0.9, 1.0},
        [CLD_STATING_INNER] = {0, 0.5, 0.7, 1.0},
        [CLD_STATING_STATED] = {0, 0.75, 0.8, 1.0},
    };
    CldStating there = cld_stated_get(self->positive, affirmed);
    gboolean is_light = cld_stated_is_light(self->positive) && cld_stated_is_light(self->negative);
    if ((there == CLD_STATING_NAMED && !self->is_sweeping && !is_light) ||
        cld_stated_is_unreal(self->positive, affirmed))
        return 0;
    return shares[cld_stated_get(self->negative, denied)][there];
}

/* "There was no warning at all": of whatever it could have been. */
static gboolean
stands_alone(const CldView *view, guint denied)
{
    for (guint i = 0; i < view->claim->terms->len; i++)
        if (i != denied && !cld_story_is_generic(cld_view_get_term(view, i)))
            return FALSE;
    return cld_view_get_term(view, denied)->role != CLD_ROLE_OTHER;
}

/* How surely both must be said of one thing: "nobody was hurt" and "three were hurt" need nothing
 * more, a word that is only near needs its subject. */
static double
least_tie(const Denial *self, guint denied, guint affirmed, double near)
{
    const CldTerm *x = cld_view_get_term(self->negative, denied);
    const CldTerm *y = cld_view_get_term(self->positive, affirmed);
    if (near < 1)
        return MIN_NEAR_TIE;
    if (x->stem != y->stem && !stands_alone(self->negative, denied))
        return MIN_SYNONYM_TIE;
    if (self->is_sweeping && stands_alone(self->negative, denied))
        return 0;
    if (cld_stated_get(self->negative, denied) == CLD_STATING_NAMED ||
        cld_stated_get(self->positive, affirmed) == CLD_STATING_NAMED)
        return MIN_NOUN_TIE;
    return self->is_sweeping ? 0 : MIN_TIE;
}

static void
meet_focus(Denial *self, guint denied, guint affirmed, double near, double weight)
{
    if (near < 1 && near < MIN_FOCUS)
        return;
    double telling = near * share_of(self, denied, affirmed) * MIN(1.0, weight / FULL_WEIGHT) *
                     (near < 1 ? NEAR_SHARE : 1.0);
    if (telling > self->focus) {
        self->focus = telling;
        self->term_negative = denied;
        self->term_positive = affirmed;
        self->least_tie = least_tie(self, denied, affirmed, near);
    }
}

static void
measure_denial(Denial *self)
{
    double total = 0;
    self->is_sweeping = cld_stated_is_sweeping(self->negative);
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
        if (affirmed > 0 && !cld_stated_is_silence(term) && is_focus(self->negative, i))
            meet_focus(self, i, at, affirmed, key->weight);
    }
    self->covered = total > 0 ? self->covered / total : 0;
    self->denied_too = total > 0 ? self->denied_too / total : 0;
}

/* "Carried lifeboats", "carried no lifeboats": the verb ties the two nouns. */
static gboolean
has_one_verb(const Denial *self)
{
    const CldTerm *p = cld_stated_get_governor(self->negative, self->term_negative);
    const CldTerm *q = cld_stated_get_governor(self->positive, self->term_positive);
    return p != NULL && q != NULL && p->stem == q->stem && !cld_story_is_generic(p);
}

/* "Contains no details", "leaked the details": two nouns of two verbs. */
static gboolean
has_two_verbs(const Denial *self)
{
    const CldTerm *p = cld_stated_get_governor(self->negative, self->term_negative);
    const CldTerm *q = cld_stated_get_governor(self->positive, self->term_positive);
    if (cld_stated_get(self->negative, self->term_negative) != CLD_STATING_NAMED ||
        cld_stated_get(self->positive, self->term_positive) != CLD_STATING_NAMED || p == NULL ||
        q == NULL || cld_story_is_generic(p) || cld_story_is_generic(q))
        return FALSE;
    return p->stem != q->stem && (p->concept == NULL || p->concept != q->concept);
}

static gboolean
is_open_group(const CldTokens *tokens, guint at)
{
    const char *word = cld_tokens_get(tokens, at)->lower;
    return cld_lexicon_has(cld_lexicon_get("open-groups"), tokens, at) ||
           (g_str_has_suffix(word, "s") && !g_str_has_suffix(word, "ss"));
}

/* "Drivers who did not pay were fined": the clause says who is meant. */
static gboolean
is_about_a_group(const Denial *self)
{
    const CldTokens *tokens = self->negative->tokens;
    const CldTerm *denied = cld_view_get_term(self->negative, self->term_negative);
    guint at = token_at(tokens, denied->span.start);
    for (guint back = 1; back < at && back <= RELATIVE_REACH; back++) {
        const char *word = cld_tokens_get(tokens, at - back)->lower;
        if (g_str_equal(word, "who") || g_str_equal(word, "that") || g_str_equal(word, "which"))
            return is_open_group(tokens, at - back - 1);
        if (cld_tokens_get(tokens, at - back)->kind == CLD_TOKEN_PUNCT)
            return FALSE;
    }
    return FALSE;
}

/* "They had never been married", and then they were: what had not been so may have come about. */
static gboolean
is_until_then(const Denial *self)
{
    const CldTokens *tokens = self->negative->tokens;
    const CldTerm *denied = cld_view_get_term(self->negative, self->term_negative);
    guint at = token_at(tokens, denied->span.start);
    if (self->negative->claim->mode != CLD_MODE_NARRATION || !denied->is_verb ||
        is_from_the_first(self->positive))
        return FALSE;
    for (guint back = 1; back <= MIN(at, RELATIVE_REACH); back++)
        if (g_str_equal(cld_tokens_get(tokens, at - back)->lower, "had"))
            return TRUE;
    return FALSE;
}

/* How well the focus is affirmed, most of what is denied with it, and the whole said of one thing.
 */
static double
strength_of(const CldPair *pair, const Denial *self)
{
    if (self->focus <= 0 || self->denied_too >= self->covered)
        return 0;
    gboolean is_a = self->negative == pair->a;
    guint a = is_a ? self->term_negative : self->term_positive;
    guint b = is_a ? self->term_positive : self->term_negative;
    if (cld_stated_on_both(pair, a, b) || cld_patient_is_other(pair, a, b) ||
        cld_patient_has_other_doer(pair, a, b) || has_two_verbs(self) || is_about_a_group(self) ||
        is_until_then(self) ||
        (!has_one_verb(self) && cld_said_of_tie(pair, a, b) < self->least_tie))
        return 0;
    double sure = cld_said_of_one(pair, a, b);
    double least = self->is_sweeping ? SUBJECT_FLOOR : 0;
    return self->focus * (0.4 + 0.6 * self->covered) * (least + (1 - least) * sure);
}

/* One denies what the other affirms: the word that the denial is about stands there without a
 * negation, and most of what is denied with it. */
gboolean
cld_detect_negation(const CldPair *pair, CldVote *vote)
{
    Denial first = {.negative = pair->a, .positive = pair->b};
    Denial second = {.negative = pair->b, .positive = pair->a};
    if (is_idle(pair))
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
