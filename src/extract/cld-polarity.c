/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include "cld-mood.h"
#include <string.h>

/* What a negation reaches: tokens of the clause, and whether it turns the clause's verb. */
typedef struct {
    CldRange scope;
    gboolean turns_clause;
} Reach;

typedef struct {
    const CldPassage *p;
    const CldClauses *clauses;
    const CldClause *clause;
    gint verb;
    GArray *reaches; /* (element-type Reach) */
} Polarity;

static gboolean
owns(const Polarity *self, guint i)
{
    return cld_clause_owns(self->clauses, self->clause, i);
}

static gboolean
is_skipped_word(guint word)
{
    return word == CLD_WORD_ADVERB || word == CLD_WORD_QUOTE;
}

static gboolean
is_negation(const Polarity *self, guint i)
{
    return self->p->tags[i].word == CLD_WORD_NEGATION || self->p->tags[i].has & CLD_HAS_NEGATION;
}

/* A comma that more than an adverb follows ends what is denied; a list goes on. */
static gboolean
ends_at_comma(const Polarity *self, guint comma)
{
    guint next = comma + 1;
    gboolean has_adverb = FALSE;
    while (next < self->clause->range.end && is_skipped_word(self->p->tags[next].word)) {
        has_adverb |= self->p->tags[next].word == CLD_WORD_ADVERB;
        next++;
    }
    if (next >= self->clause->range.end)
        return FALSE;
    guint word = self->p->tags[next].word;
    if (word == CLD_WORD_COMMA || word == CLD_WORD_NOUN || word == CLD_WORD_CONJUNCTION)
        return FALSE;
    return !has_adverb || word == CLD_WORD_PREPOSITION;
}

/* "No warning and no siren": the second is denied by a word of its own. */
static gboolean
is_second_denial(const Polarity *self, guint i)
{
    return self->p->tags[i].word == CLD_WORD_CONJUNCTION && i + 1 < self->clause->range.end &&
           is_negation(self, i + 1);
}

/* The end of what a negation at @i reaches: the next dependent clause, "but", semicolon, another
 * negation beside it, or a comma that more than an adverb follows. */
static guint
scope_end(const Polarity *self, guint i)
{
    guint end = i + 1;
    for (; end < self->clause->range.end; end++) {
        guint word = self->p->tags[end].word;
        if (word == CLD_WORD_SEMICOLON || word == CLD_WORD_COLON || word == CLD_WORD_RELATIVE ||
            word == CLD_WORD_STOP)
            break;
        if (word == CLD_WORD_SUBORDINATOR && !cld_passage_is(self->p, end, "as") &&
            !cld_passage_is(self->p, end, "than") && !cld_passage_is(self->p, end, "what"))
            break;
        if (cld_passage_is(self->p, end, "but") || is_second_denial(self, end))
            break;
        if (word == CLD_WORD_COMMA && end > i + 1 && ends_at_comma(self, end))
            break;
    }
    return end;
}

/* A token inside "because …", "who …": negations there leave the clause's own verb alone. */
static gboolean
is_dependent(const Polarity *self, guint i)
{
    for (guint k = i; k-- > self->clause->range.first;) {
        guint word = self->p->tags[k].word;
        if (!owns(self, k))
            continue;
        if (word == CLD_WORD_COMMA || word == CLD_WORD_SEMICOLON)
            return FALSE;
        if (word == CLD_WORD_RELATIVE ||
            (word == CLD_WORD_SUBORDINATOR && k > self->clause->range.first))
            return self->verb >= 0 && k > (guint)self->verb;
    }
    return FALSE;
}

static gboolean
has_allegation(const Polarity *self, guint first)
{
    for (guint i = first; i < self->clause->range.end && i < first + 8; i++) {
        if (cld_lexicon_has(cld_lexicon_get("allegations"), self->p->tokens, i))
            return TRUE;
        if (cld_tag_is_finite(self->p->tags[i]) || self->p->tags[i].word == CLD_WORD_COMMA)
            return FALSE;
    }
    return FALSE;
}

/* Whether a verb that negates by its meaning has the complement it needs for that. */
static gboolean
has_complement(const Polarity *self, guint first, const char *reach)
{
    guint i = first;
    while (i < self->clause->range.end && is_skipped_word(self->p->tags[i].word))
        i++;
    if (i >= self->clause->range.end)
        return FALSE;
    guint word = self->p->tags[i].word;
    gboolean is_verbal = word == CLD_WORD_TO || word == CLD_WORD_GERUND || word == CLD_WORD_THAT ||
                         word == CLD_WORD_INFINITIVE ||
                         (word <= CLD_WORD_PRONOUN &&
                          cld_tag_is_finite(self->p->tags[MIN(i + 1, self->p->n_tokens - 1)]));
    if (strcmp(reach, "verbal") == 0)
        return is_verbal;
    if (strcmp(reach, "allegation") == 0)
        return has_allegation(self, i) || is_verbal;
    return is_verbal || cld_tag_is_nominal(self->p->tags[i]) || word == CLD_WORD_NEGATION ||
           word == CLD_WORD_PARTICIPLE;
}

/* "Prevent fraud and protect the borders": behind a noun, a second verb goes on beside the one that
 * negates, not below it. Returns: where it begins, else @end */
static guint
next_verb(const Polarity *self, guint first, guint end)
{
    for (guint k = first; k + 1 < end && cld_tag_is_nominal(self->p->tags[first]); k++)
        if (self->p->tags[k].word == CLD_WORD_CONJUNCTION &&
            cld_tag_is_verbal(self->p->tags[k + 1]))
            return k;
    return end;
}

static void
add_reach(Polarity *self, guint first, guint end, gboolean turns_clause)
{
    Reach reach = {{first, end}, turns_clause};
    g_array_append_val(self->reaches, reach);
}

static void
meet_word(Polarity *self, guint i, guint n, const char *const *values)
{
    const char *kind = values[0];
    const char *reach = values[1] ? values[1] : "clause";
    guint first = i + n;
    if (strcmp(kind, "skip") == 0)
        return;
    if (strcmp(kind, "without") == 0) {
        CldRange phrase = cld_phrase_after(self->p, self->clause->range, first);
        guint end =
            cld_range_is_empty(phrase) ? MIN(first + 4, self->clause->range.end) : phrase.end;
        add_reach(self, first, end, FALSE);
        return;
    }
    if (strcmp(kind, "verb") == 0 && !has_complement(self, first, reach))
        return;
    gboolean turns = !is_dependent(self, i);
    guint end = scope_end(self, first > 0 ? first - 1 : 0);
    if (strcmp(kind, "verb") == 0)
        end = next_verb(self, first, end);
    add_reach(self, first, end, turns);
    if (strcmp(kind, "no") == 0 && self->verb >= 0 && (guint)self->verb < i)
        add_reach(self, (guint)self->verb, (guint)self->verb + 1, FALSE); /* "heard no alarm" */
}

static void
find_reaches(Polarity *self)
{
    const CldLexicon *negations = cld_lexicon_get("negations");
    for (guint i = self->clause->range.first; i < self->clause->range.end; i++) {
        static const char *const contraction[] = {"not", "clause", NULL};
        guint n = 1;
        if (!owns(self, i))
            continue;
        const char *const *values = cld_lexicon_match(negations, self->p->tokens, i, &n);
        if ((!values || !values[0]) && self->p->tags[i].word != CLD_WORD_NEGATION &&
            self->p->tags[i].has & CLD_HAS_NEGATION) {
            values = contraction;
            n = 1;
        }
        if (!values || !values[0])
            continue;
        gboolean is_second = cld_passage_is(self->p, i, "nor") && self->reaches->len > 0;
        if (!is_second) /* "neither … nor" negates once */
            meet_word(self, i, n, values);
        i += MAX(n, 1) - 1;
    }
}

static void
mark_terms(const Polarity *self, CldClaim *claim, gboolean is_denied)
{
    for (guint t = 0; t < claim->terms->len; t++) {
        CldTerm *term = &g_array_index(claim->terms, CldTerm, t);
        CldRange range = cld_passage_range_of(self->p, term->span);
        gboolean is_negated = is_denied;
        gboolean by_verb = FALSE;
        for (guint r = 0; r < self->reaches->len; r++) {
            const Reach *reach = &g_array_index(self->reaches, Reach, r);
            gboolean is_in = cld_range_has(reach->scope, range.first);
            if (!is_in || (by_verb && !reach->turns_clause))
                continue;
            is_negated = !is_negated;
            by_verb = reach->turns_clause;
        }
        term->is_negated = is_negated;
    }
}

/**
 * cld_polarity_judge:
 * @passage: the paragraph
 * @clauses: the clauses of the sentence
 * @clause: one of them
 * @is_denied: its holder denies it ("denied that …")
 * @claim: the claim, with its terms; polarity and the terms' is_negated are filled in
 *
 * An odd number of negations that reach the clause's verb makes it negative: after the scope cues
 * of negation studies (Morante and Daelemans 2012), by word order alone.
 */
void
cld_polarity_judge(const CldPassage *passage,
                   const CldClauses *clauses,
                   const CldClause *clause,
                   gboolean is_denied,
                   CldClaim *claim)
{
    g_autoptr(GArray) reaches = g_array_new(FALSE, FALSE, sizeof(Reach));
    Polarity self = {passage, clauses, clause, cld_clause_find_verb(passage, clauses, clause),
                     reaches};
    find_reaches(&self);
    gboolean is_negative = is_denied;
    for (guint i = 0; i < reaches->len; i++)
        if (g_array_index(reaches, Reach, i).turns_clause)
            is_negative = !is_negative;
    claim->polarity = is_negative ? CLD_POLARITY_NEGATIVE : CLD_POLARITY_POSITIVE;
    mark_terms(&self, claim, is_denied);
}
