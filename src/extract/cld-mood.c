/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-mood.h"
#include "cld-lexicon.h"
#include <string.h>

static gboolean
has_word(const CldPassage *p, const CldClauses *clauses, const CldClause *clause, const char *list)
{
    const CldLexicon *lexicon = cld_lexicon_get(list);
    for (guint i = clause->range.first; i < clause->range.end; i++)
        if (cld_clause_owns(clauses, clause, i) && cld_lexicon_has(lexicon, p->tokens, i))
            return TRUE;
    return FALSE;
}

/* As has_word(), but a single word counts only up to the verb: "earlier denied", not "a day
 * earlier". */
static gboolean
has_marker(const CldPassage *p,
           const CldClauses *clauses,
           const CldClause *clause,
           const char *list)
{
    const CldLexicon *lexicon = cld_lexicon_get(list);
    gint verb = cld_clause_find_verb(p, clauses, clause);
    for (guint i = clause->range.first; i < clause->range.end; i++) {
        guint n = 0;
        const char *const *values = cld_clause_owns(clauses, clause, i)
                                        ? cld_lexicon_match(lexicon, p->tokens, i, &n)
                                        : NULL;
        if (values && !values[0] && (n > 1 || verb < 0 || i <= (guint)verb + 1))
            return TRUE;
    }
    return FALSE;
}

static CldModality
modality_named(const char *tag)
{
    for (CldModality m = CLD_MODALITY_ASSERTED; m < CLD_N_MODALITIES; m++)
        if (strcmp(cld_modality_get_tag(m), tag) == 0)
            return m;
    return CLD_MODALITY_ASSERTED;
}

/* A word of the list that is not used as a verb says nothing about the mood: "the plan". */
static gboolean
is_noun_use(const CldPassage *p, guint i, guint n, CldModality modality)
{
    return n == 1 && p->tags[i].word == CLD_WORD_NOUN &&
           (modality == CLD_MODALITY_INTENDED || p->tags[i].form != 0);
}

/* The mood that the word at @i gives. */
static CldModality
modality_at(const CldPassage *p, guint i, const char *value, gboolean is_reported)
{
    CldModality modality = modality_named(value);
    gboolean is_counterfactual =
        cld_passage_is(p, i + 1, "have") || cld_passage_is(p, i + 2, "have");
    gboolean is_modal = (p->tags[i].has & CLD_HAS_MODAL) != 0;
    if (modality == CLD_MODALITY_CONDITIONAL && is_modal && is_reported && !is_counterfactual)
        return CLD_MODALITY_INTENDED; /* "said it would follow": a future seen from then */
    return modality;
}

/* The first word of mood up to the main verb; an "if" wins. */
static CldModality
find_modality(const CldPassage *p,
              const CldClauses *clauses,
              const CldClause *clause,
              gboolean is_reported)
{
    const CldLexicon *modals = cld_lexicon_get("modals");
    gint verb = cld_clause_find_verb(p, clauses, clause);
    CldModality found = CLD_MODALITY_ASSERTED;
    for (guint i = clause->range.first; i < clause->range.end; i++) {
        guint n = 0;
        gboolean is_own = cld_clause_owns(clauses, clause, i) && p->name_at[i] < 0;
        const char *const *values = is_own ? cld_lexicon_match(modals, p->tokens, i, &n) : NULL;
        if (!values || !values[0])
            continue;
        CldModality modality = modality_at(p, i, values[0], is_reported);
        if (modality == CLD_MODALITY_CONDITIONAL && !(p->tags[i].has & CLD_HAS_MODAL))
            return modality;
        gboolean is_late = verb >= 0 && i > (guint)verb + 1;
        gboolean is_inner_question = modality == CLD_MODALITY_ASKED && i != clause->range.first &&
                                     !cld_tag_is_in(p->tags[i - 1], CLD_WORDS(BE));
        if (found == CLD_MODALITY_ASSERTED && !is_late && !is_inner_question &&
            !is_noun_use(p, i, n, modality))
            found = modality;
    }
    return found;
}

static gboolean
is_question(const CldPassage *p, const CldClauses *clauses, const CldClause *clause)
{
    guint end = clause->range.end;
    for (guint i = clause->range.first; i < clause->range.end; i++)
        if (cld_clause_owns(clauses, clause, i) && cld_passage_is(p, i, "?"))
            return TRUE;
    return cld_passage_is(p, end, "?") ||
           (end < p->n_tokens && p->tags[end].word == CLD_WORD_QUOTE &&
            cld_passage_is(p, end + 1, "?"));
}

/**
 * cld_mood_judge:
 * @passage: the paragraph
 * @clauses: the clauses of the sentence
 * @clause: one of them
 * @is_denied: its holder denies it
 * @claim: the claim, with its terms and mode; polarity, modality, hedge and time marks are filled
 * in
 */
void
cld_mood_judge(const CldPassage *passage,
               const CldClauses *clauses,
               const CldClause *clause,
               gboolean is_denied,
               CldClaim *claim)
{
    gboolean is_reported = claim->mode == CLD_MODE_INDIRECT || claim->mode == CLD_MODE_MIXED;
    cld_polarity_judge(passage, clauses, clause, is_denied, claim);
    claim->modality = find_modality(passage, clauses, clause, is_reported);
    claim->is_hedged = has_word(passage, clauses, clause, "hedges");
    claim->is_reported_past |= has_marker(passage, clauses, clause, "past-markers");
    claim->is_reported_now |= has_marker(passage, clauses, clause, "now-markers");
    if (is_question(passage, clauses, clause) || claim->modality == CLD_MODALITY_ASKED) {
        claim->modality = CLD_MODALITY_ASKED;
        claim->polarity = CLD_POLARITY_UNKNOWN;
    }
}
