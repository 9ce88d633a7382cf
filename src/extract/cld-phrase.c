/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-phrase.h"
#include <string.h>

#define MAX_PHRASE_TOKENS  40 /* longer ones are misread sentences */
#define MAX_BRACKET_TOKENS 16 /* "(D-Wis.)", "(the president's party)" */

static gboolean
is_quoted(const CldPassage *self, guint i)
{
    return self->quotation_at[i] >= 0;
}

static gboolean
is_core_word(const CldPassage *self, guint i)
{
    switch (self->tags[i].word) {
    case CLD_WORD_NOUN:
    case CLD_WORD_NAME:
    case CLD_WORD_NUMBER:
    case CLD_WORD_DETERMINER:
    case CLD_WORD_POSSESSIVE:
    case CLD_WORD_GENITIVE:
    case CLD_WORD_PRONOUN:
    case CLD_WORD_OBJECT:
        return TRUE;
    default:
        return FALSE;
    }
}

/* A word that may stand between the nouns of one phrase. */
static gboolean
is_inner_word(const CldPassage *self, guint i)
{
    guint word = self->tags[i].word;
    if (word == CLD_WORD_PREPOSITION || word == CLD_WORD_PARTICIPLE || word == CLD_WORD_ADVERB)
        return TRUE;
    if (word == CLD_WORD_GERUND || word == CLD_WORD_NEGATION)
        return TRUE;
    return word == CLD_WORD_QUOTE && !is_quoted(self, i);
}

/* "Ukraine and Russia said": a conjunction joins two nouns of the subject unless a verb stands
 * further left in the same clause ("the road was closed and police said"). */
static gboolean
joins_nouns(const CldPassage *self, CldRange limits, guint conjunction)
{
    if (conjunction <= limits.first || !cld_tag_is_nominal(self->tags[conjunction - 1]))
        return FALSE;
    for (guint i = conjunction; i-- > limits.first;) {
        guint word = self->tags[i].word;
        if (cld_tag_is_finite(self->tags[i]) || word == CLD_WORD_INFINITIVE)
            return FALSE;
        if (is_quoted(self, i))
            return TRUE;
        if (word == CLD_WORD_SUBORDINATOR || word == CLD_WORD_THAT || word == CLD_WORD_SEMICOLON ||
            word == CLD_WORD_COLON)
            return TRUE;
    }
    return TRUE;
}

/* Where the brackets that close at @i were opened; @i itself when it closes none. */
static guint
bracket_start(const CldPassage *self, CldRange limits, guint i)
{
    if (!cld_passage_is(self, i, ")"))
        return i;
    for (guint k = i; k-- > limits.first && i - k < MAX_BRACKET_TOKENS;)
        if (cld_passage_is(self, k, "("))
            return k;
    return i;
}

/* The token behind the brackets that open at @i; @i itself when none do. */
static guint
bracket_end(const CldPassage *self, CldRange limits, guint i)
{
    if (!cld_passage_is(self, i, "("))
        return i;
    for (guint k = i + 1; k < limits.end && k - i < MAX_BRACKET_TOKENS; k++)
        if (cld_passage_is(self, k, ")"))
            return k + 1;
    return i;
}

/* The hyphen of "38-page". */
static gboolean
is_tight_dash(const CldPassage *self, guint i)
{
    return self->tags[i].word == CLD_WORD_DASH && i + 1 < self->n_tokens &&
           !cld_passage_token(self, i)->is_spaced && !cld_passage_token(self, i + 1)->is_spaced;
}

static guint
walk_back(const CldPassage *self, CldRange limits, guint end)
{
    guint i = end;
    while (i > limits.first && end - i < MAX_PHRASE_TOKENS) {
        guint k = i - 1;
        guint word = self->tags[k].word;
        if (is_quoted(self, k))
            break;
        guint open = bracket_start(self, limits, k);
        if (open < k) {
            i = open;
            continue;
        }
        if (word == CLD_WORD_PRONOUN)
            return k == end - 1 || cld_tag_is_nominal(self->tags[k + 1]) == FALSE ? k : i;
        if (word == CLD_WORD_CONJUNCTION && !cld_passage_is(self, k, "but") &&
            joins_nouns(self, limits, k)) {
            i = k;
            continue;
        }
        if (!is_core_word(self, k) && !is_inner_word(self, k) && !is_tight_dash(self, k))
            break;
        i = k;
    }
    return i;
}

/* A word that may open a phrase; also "managing" of "managing director". */
static gboolean
opens_phrase(const CldPassage *self, guint i, guint end)
{
    guint word = self->tags[i].word;
    return is_core_word(self, i) || word == CLD_WORD_PARTICIPLE || word == CLD_WORD_NEGATION ||
           (word == CLD_WORD_GERUND && i + 1 < end && self->tags[i + 1].word == CLD_WORD_NOUN);
}

static guint
trim_front(const CldPassage *self, guint first, guint end)
{
    while (first < end && !opens_phrase(self, first, end))
        first++;
    return first;
}

/* "On Friday the minister said": a phrase that begins with a preposition begins after its noun,
 * when a determiner or a name follows that noun. */
static guint
drop_leading_adjunct(const CldPassage *self, guint first, guint end)
{
    if (first >= end || self->tags[first].word != CLD_WORD_PREPOSITION)
        return first;
    gboolean has_noun = FALSE;
    for (guint i = first + 1; i < end; i++) {
        guint word = self->tags[i].word;
        gboolean opens = word == CLD_WORD_DETERMINER || word == CLD_WORD_POSSESSIVE ||
                         word == CLD_WORD_PRONOUN ||
                         (word == CLD_WORD_NAME && self->tags[i - 1].word != CLD_WORD_NAME);
        if (has_noun && opens && self->tags[i - 1].word != CLD_WORD_PREPOSITION)
            return i;
        has_noun |= word == CLD_WORD_NOUN || word == CLD_WORD_NAME || word == CLD_WORD_NUMBER;
    }
    return first;
}

static gint
matching_comma(const CldPassage *self, CldRange limits, guint comma)
{
    for (guint i = comma; i-- > limits.first;) {
        if (is_quoted(self, i) || self->tags[i].word == CLD_WORD_SEMICOLON)
            return -1;
        if (self->tags[i].word == CLD_WORD_COMMA)
            return (gint)i;
    }
    return -1;
}

/* A finite verb that belongs to no relative clause ("a historian who was there"). */
static gboolean
has_own_finite(const CldPassage *self, CldRange range)
{
    guint n_open = 0; /* relative clauses that wait for their verb */
    for (guint i = range.first; i < range.end; i++) {
        guint word = self->tags[i].word;
        gboolean goes_on = i > range.first && cld_tag_is_verbal(self->tags[i - 1]);
        if (word == CLD_WORD_RELATIVE || word == CLD_WORD_THAT || word == CLD_WORD_SUBORDINATOR)
            n_open++;
        else if (cld_tag_is_finite(self->tags[i]) && !goes_on && n_open-- == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_relative_or_plain(const CldPassage *self, guint first, guint end)
{
    guint word = self->tags[first].word;
    if (word == CLD_WORD_RELATIVE ||
        (word == CLD_WORD_POSSESSIVE && cld_passage_is(self, first, "whose")))
        return TRUE;
    if (word == CLD_WORD_PREPOSITION && first + 1 < end &&
        self->tags[first + 1].word == CLD_WORD_RELATIVE)
        return TRUE;
    return !has_own_finite(self, (CldRange){first, end});
}

/* Whether the first token of a sentence or the one behind quoted words. */
static gboolean
opens_sentence(const CldPassage *self, CldRange limits, guint i)
{
    return i == limits.first || is_quoted(self, i - 1);
}

/* "X, the head of the office, one of its founders, said": the name that opens the sentence, or what
 * follows quoted words, when @phrase is the first of two appositions; else empty. */
static CldRange
name_before(const CldPassage *self, CldRange limits, CldRange phrase, guint head)
{
    CldRange none = {phrase.first, phrase.first};
    if (self->name_at[head] >= 0 || phrase.first <= limits.first ||
        self->tags[phrase.first - 1].word != CLD_WORD_COMMA)
        return none;
    CldRange named = cld_phrase_before(self, limits, phrase.first - 1);
    gint name = cld_range_is_empty(named) ? -1 : cld_phrase_head(self, named);
    gboolean is_name = name >= 0 && self->name_at[name] >= 0;
    return is_name && opens_sentence(self, limits, named.first) ? named : none;
}

/* "X, head of the office, said": @end stands after the second comma. */
static CldRange
phrase_before_apposition(const CldPassage *self, CldRange limits, guint end)
{
    CldRange none = {end, end};
    guint comma = end - 1;
    for (guint depth = 0; depth < 4; depth++) {
        gint open = matching_comma(self, limits, comma);
        if (open <= (gint)limits.first || (guint)open + 1 >= end)
            return none;
        if (!is_relative_or_plain(self, (guint)open + 1, end - 1))
            return none;
        CldRange phrase = cld_phrase_before(self, limits, (guint)open);
        gint head = cld_range_is_empty(phrase) ? -1 : cld_phrase_head(self, phrase);
        gboolean is_adjunct = head >= 0 && self->tags[phrase.first].word == CLD_WORD_PREPOSITION;
        CldRange named = head < 0 ? none : name_before(self, limits, phrase, (guint)head);
        if (!cld_range_is_empty(named))
            return named;
        if (head >= 0 && !is_adjunct && phrase.end - phrase.first < 14)
            return phrase;
        comma = (guint)open;
    }
    return none;
}

/**
 * cld_phrase_before:
 * @self: a paragraph
 * @limits: tokens it may not leave
 * @end: the token after the phrase's last
 *
 * The noun phrase that ends before a token, with what hangs on it ("the head of the agency"), and
 * from behind an apposition or relative clause between commas back to what it stands by.
 *
 * Returns: its tokens; empty when there is none
 */
CldRange
cld_phrase_before(const CldPassage *self, CldRange limits, guint end)
{
    CldRange none = {end, end};
    if (end <= limits.first)
        return none;
    if (self->tags[end - 1].word == CLD_WORD_COMMA)
        return phrase_before_apposition(self, limits, end);
    guint first = walk_back(self, limits, end);
    first = drop_leading_adjunct(self, first, end);
    if (first < end && self->tags[first].word != CLD_WORD_PREPOSITION)
        first = trim_front(self, first, end);
    CldRange phrase = {first, end};
    return first < end && cld_phrase_head(self, phrase) >= 0 ? phrase : none;
}

/* The word behind a preposition or conjunction that goes on with the phrase. */
static gboolean
goes_on_behind(const CldPassage *self, CldRange limits, guint i)
{
    gboolean is_preposition = self->tags[i].word == CLD_WORD_PREPOSITION;
    if (i + 1 >= limits.end || cld_passage_is(self, i, "but"))
        return FALSE;
    return is_core_word(self, i + 1) ||
           (is_preposition &&
            cld_tag_is_in(self->tags[i + 1], CLD_WORDS(ADVERB) | CLD_WORDS(PARTICIPLE)));
}

/* Returns: the token behind the one at @i if that goes on with the phrase, else @i */
static guint
step_phrase(const CldPassage *self, CldRange limits, guint first, guint i)
{
    const guint64 inner =
        CLD_WORDS(MARK) | CLD_WORDS(QUOTE) | CLD_WORDS(PARTICIPLE) | CLD_WORDS(ADVERB);
    CldTag tag = self->tags[i];
    if (is_quoted(self, i))
        return i;
    if (i == first)
        return opens_phrase(self, i, limits.end) || tag.word == CLD_WORD_ADVERB ? i + 1 : i;
    if (cld_tag_is_in(tag, CLD_WORDS(DETERMINER) | CLD_WORDS(PRONOUN)) &&
        cld_tag_is_in(self->tags[i - 1], CLD_WORDS(NOUN) | CLD_WORDS(NAME)))
        return i; /* "according to X | the wall" */
    guint behind = bracket_end(self, limits, i);
    if (behind > i)
        return behind;
    if (cld_tag_is_in(tag, CLD_WORDS(PREPOSITION) | CLD_WORDS(CONJUNCTION)))
        return goes_on_behind(self, limits, i) ? i + 1 : i;
    return is_core_word(self, i) || is_tight_dash(self, i) || cld_tag_is_in(tag, inner) ? i + 1 : i;
}

/**
 * cld_phrase_after:
 * @self: a paragraph
 * @limits: tokens it may not leave
 * @first: the phrase's first token
 *
 * Returns: the noun phrase that begins there, with "of" and what hangs on it; empty when there is
 * none
 */
CldRange
cld_phrase_after(const CldPassage *self, CldRange limits, guint first)
{
    guint i = first, next = first;
    while (i < limits.end && i - first < MAX_PHRASE_TOKENS &&
           (next = step_phrase(self, limits, first, i)) > i)
        i = next;
    CldRange phrase = {first, i};
    return i > first && cld_phrase_head(self, phrase) >= 0 ? phrase : (CldRange){first, first};
}

/* Returns: the phrase with a following ", head of the office," or ", who heads it," */
CldRange
cld_phrase_after_with_apposition(const CldPassage *self, CldRange limits, guint first)
{
    CldRange phrase = cld_phrase_after(self, limits, first);
    if (cld_range_is_empty(phrase) || phrase.end >= limits.end ||
        self->tags[phrase.end].word != CLD_WORD_COMMA)
        return phrase;
    guint i = phrase.end + 1;
    while (i < limits.end && self->tags[i].word != CLD_WORD_COMMA &&
           self->tags[i].word != CLD_WORD_SEMICOLON && !is_quoted(self, i))
        i++;
    gboolean is_closed = i >= limits.end || self->tags[i].word == CLD_WORD_COMMA;
    if (i > phrase.end + 1 && is_closed && is_relative_or_plain(self, phrase.end + 1, i) &&
        self->tags[phrase.end + 1].word != CLD_WORD_CONJUNCTION &&
        self->tags[phrase.end + 1].word != CLD_WORD_GERUND)
        phrase.end = i;
    return phrase;
}

/* Returns: the phrase up to its first preposition, comma or participle: "the head" of "the head of
 * the agency" */
CldRange
cld_phrase_core(const CldPassage *self, CldRange phrase)
{
    CldRange core = phrase;
    while (core.first < core.end && self->tags[core.first].word == CLD_WORD_PREPOSITION)
        core.first++;
    for (guint i = core.first; i < phrase.end; i++) {
        guint word = self->tags[i].word;
        gboolean ends = word == CLD_WORD_PREPOSITION || word == CLD_WORD_COMMA ||
                        word == CLD_WORD_RELATIVE || word == CLD_WORD_BRACKET ||
                        (word == CLD_WORD_PARTICIPLE && i > core.first + 1);
        if (ends && i > core.first && self->name_at[i] < 0) {
            core.end = i;
            break;
        }
    }
    return core;
}

/* Returns: the last noun or name of the phrase's core, or its pronoun; -1: none */
gint
cld_phrase_head(const CldPassage *self, CldRange phrase)
{
    CldRange core = cld_phrase_core(self, phrase);
    for (guint i = core.end; i-- > core.first;) {
        guint word = self->tags[i].word;
        if (word == CLD_WORD_NOUN || word == CLD_WORD_NAME || word == CLD_WORD_PRONOUN ||
            word == CLD_WORD_OBJECT)
            return (gint)i;
        if ((word == CLD_WORD_NUMBER && !(i + 1 < core.end && is_tight_dash(self, i + 1))) ||
            word == CLD_WORD_DETERMINER)
            return (gint)i;
        if (word == CLD_WORD_GENITIVE)
            return -1;
        i = bracket_start(self, core, i);
    }
    return -1;
}

/* Returns: the first token of the verb group that @verb heads */
guint
cld_phrase_skip_aux_back(const CldPassage *self, CldRange limits, guint verb)
{
    guint i = verb;
    while (i > limits.first) {
        guint word = self->tags[i - 1].word;
        gboolean is_group = word == CLD_WORD_ADVERB || word == CLD_WORD_NEGATION ||
                            (word >= CLD_WORD_BE && word <= CLD_WORD_MODAL);
        if (!is_group || is_quoted(self, i - 1))
            break;
        i--;
    }
    return i;
}

/* Returns: %TRUE if a token of the range, outside quotations, carries the tense of a clause */
gboolean
cld_phrase_has_finite(const CldPassage *self, CldRange range)
{
    for (guint i = range.first; i < range.end && i < self->n_tokens; i++)
        if (cld_tag_is_finite(self->tags[i]))
            return TRUE;
    return FALSE;
}
