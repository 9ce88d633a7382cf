/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-content.h"
#include "cld-lexicon.h"
#include <string.h>

#define MAX_ADJUNCT_STEPS                                                                          \
    12 /* "on Friday at a briefing in the capital": phrases skipped at most                        \
        */

/* How what is said begins behind the cue. */
typedef enum {
    OPENING_NONE,
    OPENING_THAT,
    OPENING_COLON,
    OPENING_QUESTION, /* "whether", "how" */
    OPENING_QUOTE,
    OPENING_BARE, /* no word of its own: "said the dam had failed" */
} Opening;

typedef struct {
    Opening kind;
    guint first;
    guint own_end; /* the words of saying end here */
} Right;

static gboolean
is_quoted(const CldPassage *p, guint i)
{
    return i < p->n_tokens && p->quotation_at[i] >= 0;
}

static gint
date_at(const CldPassage *p, guint i)
{
    for (guint k = 0; k < p->dates->len; k++)
        if (g_array_index(p->dates, CldDateMention, k).first_token == i)
            return (gint)k;
    return -1;
}

static gboolean
is_occasion(const CldPassage *p, guint i)
{
    return cld_lexicon_has(cld_lexicon_get("speech-occasions"), p->tokens, i);
}

/* A short noun phrase that stops where the next one begins: "told reporters | the dam had". */
static guint
skip_short_phrase(const CldPassage *p, CldRange limits, guint first)
{
    guint i = first;
    for (; i < limits.end; i++) {
        guint word = p->tags[i].word;
        guint before = i > first ? p->tags[i - 1].word : CLD_WORD_PREPOSITION;
        gboolean is_start = word == CLD_WORD_DETERMINER || word == CLD_WORD_POSSESSIVE ||
                            word == CLD_WORD_PRONOUN || word == CLD_WORD_NUMBER;
        if (is_quoted(p, i) || (is_start && i > first && before != CLD_WORD_DETERMINER &&
                                before != CLD_WORD_PREPOSITION))
            break;
        if (word == CLD_WORD_NAME && i > first && is_occasion(p, i - 1))
            break;
        if (i > first && date_at(p, i) >= 0)
            break;
        if (word > CLD_WORD_OBJECT)
            break;
    }
    return i;
}

static gboolean
ends_adjunct(const CldPassage *p, CldRange limits, guint i)
{
    if (i >= limits.end || is_quoted(p, i))
        return TRUE;
    guint word = p->tags[i].word;
    return word == CLD_WORD_THAT || word == CLD_WORD_PREPOSITION || word == CLD_WORD_PRONOUN ||
           word == CLD_WORD_DETERMINER || word == CLD_WORD_POSSESSIVE || word == CLD_WORD_NAME ||
           word >= CLD_WORD_COMMA || date_at(p, i) >= 0;
}

/* Steps over one phrase of time, place, occasion or addressee; @first itself when there is none. */
static guint
skip_adjunct(const CldPassage *p, CldRange limits, guint first, gboolean takes_addressee)
{
    if (first >= limits.end || is_quoted(p, first))
        return first;
    guint word = p->tags[first].word;
    gint date = date_at(p, first);
    if (date >= 0)
        return first + MAX(1, g_array_index(p->dates, CldDateMention, date).n_tokens);
    if (word == CLD_WORD_ADVERB)
        return cld_passage_is(p, first, "there") ? first : first + 1;
    if (word == CLD_WORD_PREPOSITION && first + 1 < limits.end) {
        date = date_at(p, first + 1);
        if (date >= 0)
            return first + 1 + g_array_index(p->dates, CldDateMention, date).n_tokens;
        guint end = skip_short_phrase(p, limits, first + 1);
        gboolean has_occasion = FALSE;
        for (guint i = first + 1; i < end; i++)
            has_occasion |= is_occasion(p, i);
        return end > first + 1 && (has_occasion || ends_adjunct(p, limits, end)) ? end : first;
    }
    if (takes_addressee && (word <= CLD_WORD_POSSESSIVE || word == CLD_WORD_OBJECT)) {
        guint end = skip_short_phrase(p, limits, first);
        return word == CLD_WORD_OBJECT ? first + 1 : end;
    }
    return first;
}

static guint
skip_adjuncts(const CldPassage *p, CldRange limits, guint first, gboolean takes_addressee)
{
    for (guint step = 0; step < MAX_ADJUNCT_STEPS; step++) {
        guint next = skip_adjunct(p, limits, first, takes_addressee && step == 0);
        if (next == first)
            break;
        first = next;
    }
    return first;
}

/* "whether", "why": words that open a question as an object. */
static gboolean
is_question_word(const CldPassage *p, guint i)
{
    static const char *const words[] = {"whether", "how", "why", "what", NULL};
    return p->tags[i].word == CLD_WORD_SUBORDINATOR &&
           g_strv_contains(words, cld_passage_token(p, i)->lower);
}

static gboolean
has_finite_before_stop(const CldPassage *p, CldRange limits, guint first)
{
    for (guint i = first; i < limits.end; i++) {
        if (cld_tag_is_finite(p->tags[i]))
            return TRUE;
        if (p->tags[i].word == CLD_WORD_SEMICOLON || p->tags[i].word == CLD_WORD_COLON)
            return FALSE;
    }
    return FALSE;
}

/* A subject and its verb stand there, with no infinitive, and no comma if there may be none. */
static gboolean
has_subject_and_verb(const CldPassage *p, CldRange limits, guint first, gboolean allows_comma)
{
    const guint64 ends =
        CLD_WORDS(SEMICOLON) | CLD_WORDS(COLON) | CLD_WORDS(TO) | CLD_WORDS(INFINITIVE);
    const guint64 turns = CLD_WORDS(SUBORDINATOR) | CLD_WORDS(CONJUNCTION) | CLD_WORDS(RELATIVE);
    guint n_commas = 0;
    for (guint i = first; i < limits.end; i++) {
        gboolean is_comma = p->tags[i].word == CLD_WORD_COMMA;
        if (cld_tag_is_finite(p->tags[i]))
            return n_commas % 2 == 0; /* an apposition stands between two commas */
        if (cld_tag_is_in(p->tags[i], ends) || (is_comma && !allows_comma))
            return FALSE;
        if (is_comma && i + 1 < limits.end && cld_tag_is_in(p->tags[i + 1], turns))
            return FALSE; /* the verb behind it has a subject of its own */
        n_commas += is_comma && p->tags[first].word != CLD_WORD_PREPOSITION;
    }
    return FALSE;
}

/* A clause without "that" begins with its subject, or with a phrase or "if" before it. */
static gboolean
opens_bare_clause(const CldPassage *p, CldRange limits, guint i, gboolean is_thinking)
{
    const guint64 starts = CLD_WORDS(NOUN) | CLD_WORDS(NAME) | CLD_WORDS(NUMBER) |
                           CLD_WORDS(DETERMINER) | CLD_WORDS(POSSESSIVE) | CLD_WORDS(GENITIVE) |
                           CLD_WORDS(PRONOUN) | CLD_WORDS(NEGATION) | CLD_WORDS(GERUND) |
                           CLD_WORDS(QUOTE) | CLD_WORDS(BRACKET) | CLD_WORDS(MARK) |
                           CLD_WORDS(PREPOSITION) | CLD_WORDS(THAT) | CLD_WORDS(PARTICIPLE);
    if (i >= limits.end || is_quoted(p, i))
        return FALSE;
    if (cld_passage_is(p, i, "if") || cld_passage_is(p, i, "unless"))
        return has_finite_before_stop(p, limits, i);
    gboolean is_there =
        cld_passage_is(p, i, "there") && i + 1 < limits.end && cld_tag_is_finite(p->tags[i + 1]);
    return (is_there || cld_tag_is_in(p->tags[i], starts)) &&
           has_subject_and_verb(p, limits, i, !is_thinking);
}

/* Looks behind a comma: ", speaking in Kyiv, that" may come before what is said. */
static gboolean
may_pass_comma(const CldPassage *p, CldRange limits, guint comma)
{
    if (comma + 1 >= limits.end)
        return FALSE;
    guint next = comma + 1;
    return is_quoted(p, next) ||
           cld_lexicon_has(cld_lexicon_get("attribution-phrases"), p->tokens, next) ||
           (p->tags[next].word != CLD_WORD_CONJUNCTION && p->tags[next].word != CLD_WORD_RELATIVE &&
            !(p->tags[next].word == CLD_WORD_GERUND &&
              cld_lexicon_has(cld_lexicon_get("cues"), p->tokens, next)));
}

/* The first explicit opening behind the cue, up to the first finite verb. */
static Right
find_marked(const CldPassage *p, CldRange limits, guint first, gboolean takes_clause)
{
    Right none = {OPENING_NONE, first, first};
    for (guint i = first; i < limits.end; i++) {
        guint word = p->tags[i].word;
        if (is_quoted(p, i))
            return (Right){OPENING_QUOTE, i, i};
        if (word == CLD_WORD_THAT && takes_clause) {
            gboolean is_pronoun = i + 1 < limits.end && cld_tag_is_finite(p->tags[i + 1]);
            return (Right){OPENING_THAT, is_pronoun ? i : i + 1, is_pronoun ? i : i + 1};
        }
        if (word == CLD_WORD_COLON)
            return i + 1 < limits.end ? (Right){OPENING_COLON, i + 1, i + 1} : none;
        if (takes_clause && is_question_word(p, i))
            return (Right){OPENING_QUESTION, i, i};
        if (cld_tag_is_finite(p->tags[i]) || word == CLD_WORD_SEMICOLON || word == CLD_WORD_STOP)
            return none;
        if (word == CLD_WORD_COMMA && !may_pass_comma(p, limits, i))
            return none;
    }
    return none;
}

/* Quoted words that begin with a verb go on a sentence: "who complains “is not ready”". */
static gboolean
opens_with_verb(const CldPassage *p, CldRange limits, guint quote)
{
    return quote + 1 < limits.end && cld_tag_is_finite(p->tags[quote + 1]) &&
           p->tags[quote + 1].word != CLD_WORD_PRONOUN;
}

static Right
find_right(const CldPassage *p, CldRange limits, const CldAttribution *a)
{
    gboolean takes_clause = (a->frames & CLD_FRAME_CLAUSE) != 0;
    gboolean takes_addressee = (a->frames & CLD_FRAME_ADDRESSEE) != 0;
    guint after = skip_adjuncts(p, limits, a->own.end, takes_addressee);
    Right marked = find_marked(p, limits, a->own.end, takes_clause);
    gboolean is_word = marked.kind == OPENING_THAT || marked.kind == OPENING_QUESTION;
    gboolean is_near = !is_word || takes_addressee || marked.own_end <= after + 1 ||
                       (after < limits.end && p->tags[after].word >= CLD_WORD_PREPOSITION);
    gboolean has_phrase = marked.kind == OPENING_QUOTE && after < marked.first &&
                          !cld_tag_is_in(p->tags[after], CLD_WORDS(COMMA) | CLD_WORDS(COLON));
    if (has_phrase && a->frames & (CLD_FRAME_CLAUSE | CLD_FRAME_OBJECT) &&
        !opens_with_verb(p, limits, marked.first))
        return (Right){OPENING_QUOTE, after, after}; /* "called the plan “a mistake”" */
    if (marked.kind != OPENING_NONE && is_near)
        return marked;
    gboolean is_bare =
        takes_clause && opens_bare_clause(p, limits, after, strcmp(a->class, "thinking") == 0);
    return (Right){is_bare ? OPENING_BARE : OPENING_NONE, after, after};
}

/* Adds tokens to what is said, without the marks at their edges. */
void
cld_content_add(const CldPassage *p, CldAttribution *a, guint first, guint end)
{
    while (first < end && !is_quoted(p, first) &&
           (p->tags[first].word == CLD_WORD_COMMA || p->tags[first].word == CLD_WORD_STOP))
        first++;
    while (end > first &&
           (p->tags[end - 1].word == CLD_WORD_COMMA || p->tags[end - 1].word == CLD_WORD_STOP ||
            p->tags[end - 1].word == CLD_WORD_DASH) &&
           !is_quoted(p, end - 1))
        end--;
    if (first < end && a->n_contents < CLD_MAX_CONTENTS)
        a->contents[a->n_contents++] = (CldRange){first, end};
}

/* A left part that can stand alone: "The road was closed, police said". */
static gboolean
is_main_clause(const CldPassage *p, guint first, guint end)
{
    guint n_finite = 0;
    for (guint i = first; i < end; i++)
        n_finite += is_quoted(p, i) || (cld_tag_is_finite(p->tags[i]) &&
                                        !(i > first && cld_tag_is_finite(p->tags[i - 1])));
    gboolean is_dependent = first < end && (p->tags[first].word == CLD_WORD_SUBORDINATOR ||
                                            p->tags[first].word == CLD_WORD_PARTICIPLE);
    guint needed = is_dependent ? 3 : 1; /* a verb group of two words counts twice at most */
    return n_finite >= needed;
}

typedef struct {
    guint first, end;   /* of the left part, without the comma */
    gboolean is_usable; /* it is a statement, cut off by a comma or closing mark */
    gboolean is_quote;  /* quoted words stand right before the words of saying */
    gboolean is_cut;    /* a comma stands before the words of saying */
} Left;

static Left
find_left(const CldPassage *p, CldRange limits, const CldAttribution *a)
{
    Left left = {limits.first, a->own.first, FALSE, FALSE, FALSE};
    if (a->own.first <= limits.first)
        return left;
    guint last = a->own.first - 1;
    guint word = p->tags[last].word;
    left.is_cut = word == CLD_WORD_COMMA || word == CLD_WORD_DASH;
    left.is_quote =
        is_quoted(p, last) || (left.is_cut && last > limits.first && is_quoted(p, last - 1));
    if (!left.is_cut && !left.is_quote && word != CLD_WORD_QUOTE && word != CLD_WORD_STOP)
        return left;
    for (guint i = last; i-- > limits.first;)
        if (p->tags[i].word == CLD_WORD_SEMICOLON && !is_quoted(p, i)) {
            left.first = i + 1;
            break;
        }
    left.end = a->own.first;
    left.is_usable = left.is_quote || is_main_clause(p, left.first, left.end);
    return left;
}

static gboolean
begins_cue(const CldPassage *p, guint i)
{
    guint n = 0;
    const char *const *values = p->tags[i].word == CLD_WORD_GERUND
                                    ? cld_lexicon_match(cld_lexicon_get("cues"), p->tokens, i, &n)
                                    : NULL;
    return values && values[0] && values[1] && strcmp(values[1], "clause") == 0;
}

/* "…, the agency reported": who passes it on, not more of what is said. */
static gboolean
is_words_of_saying(const CldPassage *p, CldRange limits, guint first)
{
    gboolean has_cue = FALSE;
    for (guint i = first; i < limits.end; i++) {
        if (!cld_tag_is_finite(p->tags[i]))
            continue;
        if (has_cue || is_quoted(p, i))
            return FALSE;
        gboolean is_aux = p->tags[i].word != CLD_WORD_VERB;
        has_cue = !is_aux && cld_lexicon_has(cld_lexicon_get("cues"), p->tokens, i);
        if (!has_cue && !is_aux)
            return FALSE;
    }
    return has_cue;
}

/* What a comma behind "Y, X said" leads to. */
typedef enum {
    TURN_NONE,
    TURN_STOP,   /* neither what is said nor who says it */
    TURN_SPEECH, /* more of what is said */
} Turn;

static Turn
read_turn(const CldPassage *p, CldRange limits, guint first, gboolean is_behind)
{
    guint word = p->tags[first].word;
    if (begins_cue(p, first) || word == CLD_WORD_SUBORDINATOR)
        return TURN_STOP;
    if (word == CLD_WORD_CONJUNCTION) {
        if (!cld_phrase_has_finite(p, (CldRange){first + 1, limits.end}))
            return TURN_NONE;
        return cld_passage_is(p, first, "but") && !is_quoted(p, first + 1) ? TURN_STOP
                                                                           : TURN_SPEECH;
    }
    if (is_behind || cld_tag_is_in(p->tags[first], CLD_WORDS(RELATIVE) | CLD_WORDS(GERUND)) ||
        is_quoted(p, first) || !has_finite_before_stop(p, limits, first))
        return TURN_NONE;
    return is_words_of_saying(p, limits, first) ? TURN_STOP : TURN_SPEECH;
}

/* Goes on behind "Y, X said …": more of the same speech, or the rest of the words of saying. */
static void
continue_right(const CldPassage *p, CldRange limits, CldAttribution *a, gboolean is_behind)
{
    guint i = a->own.end;
    Turn turn = TURN_NONE;
    for (; i < limits.end && turn == TURN_NONE; i++) {
        guint first = i;
        if (is_quoted(p, i))
            turn = TURN_SPEECH;
        else if (p->tags[i].word == CLD_WORD_SEMICOLON)
            turn = TURN_STOP;
        else if (p->tags[i].word == CLD_WORD_COMMA && i + 1 < limits.end)
            turn = read_turn(p, limits, first = i + 1, is_behind);
        if (turn == TURN_SPEECH)
            cld_content_add(p, a, first, limits.end);
    }
    a->own.end = turn == TURN_NONE ? i : i - 1;
}

static gboolean
has_quantity(const CldPassage *p, guint first, guint end)
{
    guint n_tokens = 0;
    double value = 0;
    for (guint i = 0; i < p->quantities->len; i++) {
        const CldQuantity *quantity = &g_array_index(p->quantities, CldQuantity, i);
        CldRange number = cld_passage_range_of(p, quantity->number);
        if (!quantity->is_ordinal && number.first >= first && number.first < end)
            return TRUE;
    }
    for (guint i = first; i < end; i++)
        if (date_at(p, i) < 0 && cld_number_parse(p->tokens, i, &n_tokens, &value))
            return TRUE;
    return FALSE;
}

static gboolean
has_allegation(const CldPassage *p, guint first, guint end)
{
    for (guint i = first; i < end; i++)
        if (cld_lexicon_has(cld_lexicon_get("allegations"), p->tokens, i))
            return TRUE;
    return FALSE;
}

/* "denied responsibility", "confirmed the deaths": the object is what is said. */
static gboolean
take_object(const CldPassage *p, CldRange limits, CldAttribution *a, gboolean is_figure)
{
    const guint64 starts = CLD_WORDS(GERUND) | CLD_WORDS(PRONOUN) | CLD_WORDS(PREPOSITION) |
                           CLD_WORDS(ADVERB) | CLD_WORDS(DETERMINER) | CLD_WORDS(POSSESSIVE) |
                           CLD_WORDS(NOUN) | CLD_WORDS(NAME) | CLD_WORDS(NUMBER) |
                           CLD_WORDS(NEGATION);
    const guint64 ends = CLD_WORDS(SEMICOLON) | CLD_WORDS(COMMA);
    guint first = a->own.end, end = first;
    if (first >= limits.end || is_quoted(p, first) || !cld_tag_is_in(p->tags[first], starts))
        return FALSE;
    for (; end < limits.end && !cld_tag_is_in(p->tags[end], ends) && !is_quoted(p, end); end++)
        if (p->tags[end].word == CLD_WORD_CONJUNCTION && end + 1 < limits.end &&
            cld_tag_is_verbal(p->tags[end + 1]))
            break;
    if (is_figure ? !has_quantity(p, first, end) : has_allegation(p, first, end))
        return FALSE; /* "denied the report" tells what was done, not what was said */
    cld_content_add(p, a, first, end);
    return a->n_contents > 0;
}

/* "said it was late and warned of rain": the second verb of saying has the subject of the first. */
static gboolean
begins_saying(const CldPassage *p, CldRange limits, guint i)
{
    while (i + 1 < limits.end && p->tags[i].word == CLD_WORD_ADVERB)
        i++;
    guint n = 0;
    const char *const *values = p->tags[i].word == CLD_WORD_VERB
                                    ? cld_lexicon_match(cld_lexicon_get("cues"), p->tokens, i, &n)
                                    : NULL;
    return values && values[0] && strcmp(values[0], "thinking") != 0;
}

/* "while", "although": from here on the outlet goes on in its own voice. */
static guint
end_of_speech(const CldPassage *p, CldRange limits, guint first)
{
    static const char *const turns[] = {"while", "whereas", NULL};
    for (guint i = first + 1; i + 1 < limits.end; i++) {
        if (p->tags[i].word == CLD_WORD_CONJUNCTION && begins_saying(p, limits, i + 1) &&
            !is_quoted(p, i))
            return i;
        if (p->tags[i].word != CLD_WORD_COMMA || is_quoted(p, i) || is_quoted(p, i + 1))
            continue;
        if (g_strv_contains(turns, cld_passage_token(p, i + 1)->lower) &&
            !(i + 2 < limits.end && p->tags[i + 2].word == CLD_WORD_THAT) &&
            cld_phrase_has_finite(p, (CldRange){first, i}))
            return i;
    }
    return limits.end;
}

static gboolean
ends_with_colon(const CldPassage *p, CldRange limits)
{
    guint last = limits.end - 1;
    return p->tags[last].word == CLD_WORD_COLON && !is_quoted(p, last);
}

/* "“…,” she said on Monday, having ruled that out": what opens there is not what she said. */
static gboolean
is_behind_comma(const CldPassage *p, const CldAttribution *a, const Right *right)
{
    if (right->kind != OPENING_THAT && right->kind != OPENING_QUESTION)
        return FALSE;
    for (guint i = a->own.end; i < right->first; i++)
        if (p->tags[i].word == CLD_WORD_COMMA && cld_passage_is(p, i + 1, "having"))
            return TRUE;
    return FALSE;
}

static Right
read_right(const CldPassage *p, CldRange limits, const CldAttribution *a, gboolean is_behind_quote)
{
    if (a->frames == CLD_FRAME_FIGURE) /* "counted the boats and that “…”" */
        return (Right){OPENING_NONE, a->own.end, a->own.end};
    Right right = find_right(p, limits, a);
    return is_behind_quote && is_behind_comma(p, a, &right)
               ? (Right){OPENING_NONE, a->own.end, a->own.end}
               : right;
}

static gboolean
prefers_left(const Left *left, const Right *right)
{
    return right->kind == OPENING_NONE || right->kind == OPENING_QUOTE ||
           right->kind == OPENING_COLON || (left->is_quote && right->kind == OPENING_BARE);
}

static gboolean
take_left(const CldPassage *p,
          CldRange limits,
          CldAttribution *a,
          const Left *left,
          const Right *right,
          gboolean is_behind)
{
    cld_content_add(p, a, left->first, left->end);
    a->own.end = MAX(a->own.end, MIN(right->own_end, limits.end));
    if (right->kind == OPENING_QUOTE || right->kind == OPENING_COLON)
        cld_content_add(p, a, right->first, limits.end);
    else
        continue_right(p, limits, a, is_behind);
    return a->n_contents > 0;
}

/**
 * cld_content_find:
 * @passage: the paragraph
 * @limits: the sentence
 * @takes_clause: the cue may have a that-clause
 * @takes_object: the cue's noun object is what is said
 * @takes_addressee: the one who is told may follow
 * @attribution: cue, holder and own words are known; what is said is filled in
 *
 * Finds what is said: behind the cue ("said that …", "said: “…”"), before it ("…, X said") or on
 * both sides of it.
 *
 * Returns: %TRUE if there is something
 */
gboolean
cld_content_find(const CldPassage *passage, CldRange limits, CldAttribution *attribution)
{
    CldAttribution *a = attribution;
    gboolean is_behind = a->holder.first >= a->cue.end;
    Left left = find_left(passage, limits, a);
    if (a->own.first == a->cue.first && !is_behind) /* ", adding that": goes on to the right only */
        left.is_usable = left.is_cut = FALSE;
    Right right = read_right(passage, limits, a, left.is_quote);
    if (left.is_usable && prefers_left(&left, &right))
        return take_left(passage, limits, a, &left, &right, is_behind);
    if (right.kind != OPENING_NONE) {
        gboolean is_quote = right.kind == OPENING_QUOTE;
        a->own.end = right.own_end;
        cld_content_add(passage, a, right.first,
                        is_quote ? limits.end : end_of_speech(passage, limits, right.first));
        return a->n_contents > 0;
    }
    if (left.is_cut && right.own_end < limits.end &&
        passage->tags[right.own_end].word == CLD_WORD_COMMA &&
        has_finite_before_stop(passage, limits, right.own_end)) {
        a->own.end = right.own_end; /* "The bridge, police said, was closed" */
        cld_content_add(passage, a, left.first, left.end);
        cld_content_add(passage, a, right.own_end, limits.end);
        return TRUE;
    }
    if (ends_with_colon(passage, limits)) { /* "He said:", the words stand in what follows */
        a->own.end = limits.end;
        return TRUE;
    }
    if ((a->frames & CLD_FRAME_OBJECT) && (a->frames & CLD_FRAME_CLAUSE))
        return take_object(passage, limits, a, FALSE);
    return (a->frames & CLD_FRAME_FIGURE) && take_object(passage, limits, a, TRUE);
}

/* ";", or "while" and the like with a verb of their own behind them. */
static gboolean
is_turn(const CldPassage *p, guint i, guint end)
{
    static const char *const turns[] = {"while", "whereas", "although", "though", "but", NULL};
    return p->tags[i].word == CLD_WORD_SEMICOLON ||
           (g_strv_contains(turns, cld_passage_token(p, i)->lower) && i + 1 < end &&
            cld_tag_is_nominal(p->tags[i + 1]) && cld_phrase_has_finite(p, (CldRange){i, end}));
}

/**
 * cld_content_find_around:
 * @passage: the paragraph
 * @limits: the sentence
 * @attribution: "according to X": its own words are known; what is said is filled in
 *
 * What stands on both sides of the phrase, up to a turn of the sentence (";", "while", "but").
 */
void
cld_content_find_around(const CldPassage *passage, CldRange limits, CldAttribution *attribution)
{
    guint first = attribution->own.first, end = attribution->own.end;
    while (first > limits.first && !is_turn(passage, first - 1, attribution->own.first))
        first--;
    while (end < limits.end && !is_turn(passage, end, limits.end))
        end++;
    cld_content_add(passage, attribution, first, attribution->own.first);
    cld_content_add(passage, attribution, attribution->own.end, end);
}

/* Returns: the holder without what tells when or where it was said ("the mayor on Friday") */
CldRange
cld_content_trim_occasion(const CldPassage *passage, CldRange holder)
{
    static const char *const ends[] = {"on", "during", "after",   "before", "late", "early",
                                       "by", "in",     "through", "via",    "at",   NULL};
    for (guint i = holder.first + 1; i < holder.end; i++) {
        gboolean is_time = date_at(passage, i) >= 0;
        gboolean is_place = passage->tags[i].word == CLD_WORD_PREPOSITION &&
                            passage->name_at[i] < 0 &&
                            g_strv_contains(ends, cld_passage_token(passage, i)->lower);
        if (is_time || is_place || passage->tags[i].word == CLD_WORD_COMMA) {
            if (passage->tags[i].word == CLD_WORD_COMMA)
                return holder;
            return (CldRange){holder.first, i};
        }
    }
    return holder;
}

/**
 * cld_content_find_behind:
 * @passage: the paragraph
 * @limits: the sentence
 * @attribution: "X's claim that": its own words are known; what is said is filled in
 *
 * What follows up to the next comma or dependent clause.
 */
void
cld_content_find_behind(const CldPassage *passage, CldRange limits, CldAttribution *attribution)
{
    guint end = attribution->own.end;
    while (end < limits.end && passage->tags[end].word != CLD_WORD_COMMA &&
           passage->tags[end].word != CLD_WORD_SEMICOLON)
        end++;
    cld_content_add(passage, attribution, attribution->own.end, end);
}
