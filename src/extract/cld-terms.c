/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-terms.h"
#include "cld-lexicon.h"
#include <string.h>

/**
 * cld_clause_find_verb:
 * @passage: the paragraph
 * @clauses: its clauses
 * @clause: one of them
 *
 * Returns: the token of the clause's main verb: the head of its first finite verb group, else its
 * first finite auxiliary ("was ready"), else its first verb of any form; -1: none
 */
gint
cld_clause_find_verb(const CldPassage *passage, const CldClauses *clauses, const CldClause *clause)
{
    gint auxiliary = -1, other = -1;
    for (guint i = clause->range.first; i < clause->range.end; i++) {
        CldTag tag = passage->tags[i];
        if (!cld_clause_owns(clauses, clause, i))
            continue;
        if (tag.word == CLD_WORD_VERB)
            return auxiliary >= 0 && i > (guint)auxiliary + 6 ? auxiliary : (gint)i;
        if (cld_tag_is_finite(tag) && auxiliary < 0)
            auxiliary = (gint)i;
        else if (cld_tag_is_verbal(tag) && other < 0)
            other = (gint)i;
    }
    return auxiliary >= 0 ? auxiliary : other;
}

static gboolean
is_content(const CldPassage *passage, guint i)
{
    const CldTag *tag = &passage->tags[i];
    switch (tag->word) {
    case CLD_WORD_NOUN:
    case CLD_WORD_NAME:
    case CLD_WORD_VERB:
    case CLD_WORD_INFINITIVE:
    case CLD_WORD_PARTICIPLE:
    case CLD_WORD_GERUND:
        return cld_passage_token(passage, i)->kind == CLD_TOKEN_WORD;
    case CLD_WORD_ADVERB:
        return !cld_lexicon_lookup(cld_lexicon_get("function-words"),
                                   cld_passage_token(passage, i)->lower);
    default:
        return passage->figure_at[i] >= 0;
    }
}

/* "Under control", "out of order": states that begin with no word of content. */
static gboolean
is_phrase_of_state(const CldPassage *passage,
                   const CldClauses *clauses,
                   const CldClause *clause,
                   guint i)
{
    guint n = 0;
    if (passage->tags[i].word == CLD_WORD_NEGATION ||
        cld_lexicon_has(cld_lexicon_get("negations"), passage->tokens, i) ||
        cld_lexicon_match(cld_lexicon_get("concepts"), passage->tokens, i, &n) == NULL || n < 2)
        return FALSE;
    for (guint k = i; k < i + n; k++)
        if (k >= clause->range.end || !cld_clause_owns(clauses, clause, k) ||
            passage->figure_at[k] >= 0)
            return FALSE;
    return TRUE;
}

static gboolean
is_in_date(const CldPassage *passage, guint i)
{
    for (guint k = 0; k < passage->dates->len; k++) {
        const CldDateMention *date = &g_array_index(passage->dates, CldDateMention, k);
        if (i >= date->first_token && i < date->first_token + date->n_tokens)
            return TRUE;
    }
    return FALSE;
}

static CldRole
role_of(const CldPassage *passage, guint i, gint verb)
{
    const guint64 between =
        CLD_WORDS(ADVERB) | CLD_WORDS(NEGATION) | CLD_WORDS(QUOTE) | CLD_WORDS(BE);
    if (verb < 0)
        return CLD_ROLE_OTHER;
    if (i < (guint)verb)
        return passage->tags[i].word == CLD_WORD_ADVERB ? CLD_ROLE_OTHER : CLD_ROLE_SUBJECT;
    if (i == (guint)verb)
        return CLD_ROLE_PREDICATE;
    /* "was ready": what stands right behind a form of "be" is the predicate */
    gboolean is_copula =
        (passage->tags[verb].word != CLD_WORD_VERB && passage->tags[verb].has & CLD_HAS_BE) ||
        cld_lexicon_has(cld_lexicon_get("copulas"), passage->tokens, (guint)verb);
    gboolean is_near = passage->tags[verb].word != CLD_WORD_VERB || is_copula;
    for (guint k = (guint)verb + 1; is_near && k < i; k++) {
        is_copula |= passage->tags[k].word == CLD_WORD_BE; /* "has been open", "will be ready" */
        is_near = cld_tag_is_in(passage->tags[k], between);
    }
    is_copula &= is_near;
    return is_copula ? CLD_ROLE_PREDICATE : CLD_ROLE_OBJECT;
}

static gboolean
is_verb_form(CldTag tag)
{
    return tag.word >= CLD_WORD_VERB && tag.word <= CLD_WORD_GERUND;
}

/* A name or what stands for one: a term of its own, over all its tokens. */
static guint
name_term(const CldPassage *passage, const CldCast *cast, guint i, guint end, CldTerm *term)
{
    gint figure = passage->figure_at[i];
    guint n = 1;
    while (i + n < end && passage->figure_at[i + n] == figure &&
           passage->name_at[i + n] == passage->name_at[i] && passage->name_at[i] >= 0)
        n++;
    term->entity = cld_cast_get(cast, figure)->key;
    term->stem = term->entity;
    term->span.end = cld_passage_token(passage, i + n - 1)->span.end;
    if (passage->name_at[i] >= 0)
        term->span.end =
            MIN(term->span.end,
                MAX(term->span.start + 1,
                    g_array_index(passage->names, CldNameMention, passage->name_at[i]).span.end));
    return n;
}

/* The stemmer leaves irregular forms alone; "slid" is to meet "slide" and "sliding". */
static const char *
base_of(const CldToken *token)
{
    const char *const *values =
        cld_lexicon_lookup(cld_lexicon_get("irregular-verbs"), token->lower);
    return values != NULL && values[0] != NULL ? values[0] : token->lower;
}

static guint
word_term(const CldPassage *passage, guint i, guint end, CldTerm *term)
{
    guint n = 1, n_matched = 0;
    const char *const *values =
        cld_lexicon_match(cld_lexicon_get("concepts"), passage->tokens, i, &n_matched);
    const char *base = base_of(cld_passage_token(passage, i));
    if (values == NULL)
        values = cld_lexicon_lookup(cld_lexicon_get("concepts"), base);
    if (values && values[0] && i + n_matched <= end) {
        term->concept = g_intern_string(values[0]);
        term->parent = values[1] ? g_intern_string(values[1]) : NULL;
        n = MAX(n_matched, 1);
    }
    term->stem = cld_text_intern_stem(base);
    term->span.end = cld_passage_token(passage, i + n - 1)->span.end;
    term->is_verb = is_verb_form(passage->tags[i]);
    return n;
}

static void
collect_range(const CldPassage *passage,
              const CldClauses *clauses,
              const CldClause *clause,
              const CldCast *cast,
              GArray *terms)
{
    gint verb = cld_clause_find_verb(passage, clauses, clause);
    for (guint i = clause->range.first; i < clause->range.end;) {
        CldTerm term = {.span = cld_passage_token(passage, i)->span};
        guint n = 1;
        if (cld_clause_owns(clauses, clause, i) && !is_in_date(passage, i) &&
            (is_content(passage, i) || is_phrase_of_state(passage, clauses, clause, i))) {
            term.role = role_of(passage, i, verb);
            n = passage->figure_at[i] >= 0 ? name_term(passage, cast, i, clause->range.end, &term)
                                           : word_term(passage, i, clause->range.end, &term);
            g_array_append_val(terms, term);
        }
        i += n;
    }
}

static gint
compare_keys(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
collect_entities(CldClaim *claim)
{
    for (guint i = 0; i < claim->terms->len; i++) {
        const CldTerm *term = &g_array_index(claim->terms, CldTerm, i);
        if (term->entity && !g_ptr_array_find(claim->entities, term->entity, NULL))
            g_ptr_array_add(claim->entities, (gpointer)term->entity);
    }
    g_ptr_array_sort(claim->entities, compare_keys);
}

/* "The buses left and reached the border": the second clause has the subject of the first. */
static void
collect_subject(const CldPassage *passage,
                const CldClause *clause,
                const CldCast *cast,
                GArray *terms)
{
    for (guint i = clause->subject.first; i < clause->subject.end;) {
        CldTerm term = {.span = cld_passage_token(passage, i)->span, .role = CLD_ROLE_SUBJECT};
        guint n = 1;
        if (is_content(passage, i) && !is_in_date(passage, i)) {
            n = passage->figure_at[i] >= 0 ? name_term(passage, cast, i, clause->subject.end, &term)
                                           : word_term(passage, i, clause->subject.end, &term);
            g_array_append_val(terms, term);
        }
        i += n;
    }
}

static gint
compare_terms(gconstpointer a, gconstpointer b)
{
    const CldTerm *x = a, *y = b;
    return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

/**
 * cld_terms_collect:
 * @passage: the paragraph
 * @clauses: the clauses of the sentence
 * @clause: one of them
 * @cast: the figures of the article
 * @claim: the claim to fill: terms and entities
 *
 * Lists the content words of a clause with the part each plays, as far as word order shows it, and
 * the figures its names, pronouns and descriptions stand for.
 */
void
cld_terms_collect(const CldPassage *passage,
                  const CldClauses *clauses,
                  const CldClause *clause,
                  const CldCast *cast,
                  CldClaim *claim)
{
    collect_subject(passage, clause, cast, claim->terms);
    collect_range(passage, clauses, clause, cast, claim->terms);
    g_array_sort(claim->terms, compare_terms);
    collect_entities(claim);
}
