/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-subject.h"
#include "cld-lexicon.h"

/* Whether a clause that depends on another opens between the last comma and the token. */
static gboolean
is_dependent(const CldPassage *p, CldRange limits, guint i)
{
    const guint64 openers = CLD_WORDS(RELATIVE) | CLD_WORDS(SUBORDINATOR) | CLD_WORDS(THAT);
    while (i-- > limits.first && p->tags[i].word != CLD_WORD_COMMA)
        if (cld_tag_is_in(p->tags[i], openers))
            return TRUE;
    return FALSE;
}

/* Returns: the noun phrase in front of the verb group that ends in that token; empty: none */
static CldRange
subject_of(const CldPassage *p, CldRange limits, guint verb)
{
    if (!cld_tag_is_finite(p->tags[verb]) || p->quotation_at[verb] >= 0)
        return (CldRange){verb, verb};
    CldRange phrase = cld_phrase_before(p, limits, cld_phrase_skip_aux_back(p, limits, verb));
    if (cld_range_is_empty(phrase) || p->tags[phrase.first].word != CLD_WORD_PREPOSITION ||
        phrase.first <= limits.first || p->tags[phrase.first - 1].word != CLD_WORD_RELATIVE)
        return phrase;
    guint end = phrase.first - 1; /* "X, who at the time contradicted" */
    if (end > limits.first && p->tags[end - 1].word == CLD_WORD_COMMA)
        end--;
    return cld_phrase_before(p, limits, end);
}

/**
 * cld_subject_first:
 * @passage: a paragraph
 * @limits: a sentence
 * @before: one of its tokens
 *
 * Returns: the subject of its first verb that has one: for ", adding that"; empty when there is
 * none before the token
 */
CldRange
cld_subject_first(const CldPassage *passage, CldRange limits, guint before)
{
    for (guint i = limits.first; i < before; i++) {
        CldRange phrase = subject_of(passage, limits, i);
        if (!cld_range_is_empty(phrase))
            return phrase;
    }
    return (CldRange){before, before};
}

/**
 * cld_subject_nearest:
 * @passage: a paragraph
 * @limits: a sentence
 * @before: one of its tokens, or the one behind it
 *
 * Returns: the subject of the verb that is nearest before the token and stands in no dependent
 * clause: "When X came, Y laughed and said"; empty when there is none
 */
CldRange
cld_subject_nearest(const CldPassage *passage, CldRange limits, guint before)
{
    for (guint i = before; i-- > limits.first;) {
        CldRange phrase = subject_of(passage, limits, i);
        if (!cld_range_is_empty(phrase) && !is_dependent(passage, limits, i))
            return phrase;
    }
    return (CldRange){before, before};
}

/**
 * cld_subject_can_speak:
 * @passage: a paragraph
 * @subject: a noun phrase in it
 *
 * Returns: %TRUE if it names a person or body, by name, by pronoun or by what it is
 */
gboolean
cld_subject_can_speak(const CldPassage *passage, CldRange subject)
{
    gint head = cld_range_is_empty(subject) ? -1 : cld_phrase_head(passage, subject);
    if (head < 0)
        return FALSE;
    if (passage->name_at[head] >= 0 || passage->figure_at[head] >= 0)
        return TRUE;
    return cld_lexicon_has(cld_lexicon_get("roles"), passage->tokens, (guint)head) ||
           cld_lexicon_has(cld_lexicon_get("unnamed-sources"), passage->tokens, (guint)head);
}
