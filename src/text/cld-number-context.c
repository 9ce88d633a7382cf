/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-number-context.h"
#include "cld-counted.h"
#include "cld-lexicon.h"
#include <string.h>

#define YEAR_FIRST     1500
#define YEAR_LAST      2100
#define YEAR_RECENT    1900 /* from here on a bare four-digit number is a year unless bounded */
#define AGE_MAX        120
#define LIST_MARK_MAX  99
#define MONTH_DAYS_MAX 31

static gboolean
is_word(const CldTokens *tokens, guint index, const char *word)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    return token != NULL && g_str_equal(token->lower, word);
}

static gboolean
is_one_of(const CldTokens *tokens, guint index, const char *const *words)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    return token != NULL && g_strv_contains(words, token->lower);
}

static gboolean
is_number_token(const CldTokens *tokens, guint index)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    return token != NULL && token->kind == CLD_TOKEN_NUMBER;
}

static gboolean
is_spaced(const CldTokens *tokens, guint index)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    return token == NULL || token->is_spaced;
}

/* "May" with a capital is the month, "12 may have" is not. */
static gboolean
is_month(const CldTokens *tokens, guint index)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    if (token == NULL || !token->is_capital)
        return FALSE;
    const char *const *row = cld_lexicon_lookup(cld_lexicon_get("calendar-words"), token->lower);
    return row != NULL && row[0] != NULL && g_str_equal(row[0], "month");
}

static gboolean
is_three_digits(const CldTokens *tokens, guint index)
{
    const char *lower = cld_tokens_get(tokens, index)->lower;
    return strlen(lower) == 3 && strspn(lower, "0123456789") == 3;
}

/* "18:40", "24/7", "2024-05-01", "12/05/2024", "1-800-555", "44 20 7946 0000" */
static guint
skip_code(const CldTokens *tokens, guint index)
{
    static const char *const joints[] = {":", "/", "-", NULL};
    guint end = index + 1, n_numbers = 1;
    gboolean is_code = FALSE;  /* joined by what never joins a range */
    gboolean is_groups = TRUE; /* "12 500 000" */
    for (;; n_numbers++) {
        if (is_one_of(tokens, end, joints) && !is_spaced(tokens, end) &&
            is_number_token(tokens, end + 1) && !is_spaced(tokens, end + 1)) {
            is_code = is_code || !is_word(tokens, end, "-");
            is_groups = FALSE;
            end += 2;
        } else if (is_number_token(tokens, end)) {
            is_groups = is_groups && is_three_digits(tokens, end);
            end++;
        } else {
            break;
        }
    }
    return is_code || (n_numbers > 2 && !is_groups) ? end : index;
}

/* "9 am", "9.30pm", "1400 GMT", "eight o'clock", "10 minutes past", after the code of "9:30" */
static guint
skip_clock_words(const CldTokens *tokens, guint index)
{
    static const char *const halves[] = {"am",  "pm",  "a.m.", "p.m.", "o'clock",
                                         "hrs", "gmt", "utc",  "noon", NULL};
    guint next = index + 1;
    if (!is_one_of(tokens, next, halves))
        return index;
    return next + 1;
}

/* "at 18.30": hours and minutes by their shape and the word before */
static gboolean
is_dotted_clock(const CldTokens *tokens, guint index)
{
    static const char *const before[] = {"at",   "by",     "until", "till",
                                         "from", "around", "since", NULL};
    const CldToken *token = cld_tokens_get(tokens, index);
    const char *point = strchr(token->lower, '.');
    if (index == 0 || !is_one_of(tokens, index - 1, before) || point == NULL ||
        strlen(point) != 3 || point - token->lower > 2)
        return FALSE;
    return g_ascii_strtod(token->lower, NULL) < 24 && point[1] < '6' &&
           !is_word(tokens, index + 1, "%");
}

/* "at eight", "at 5 on Friday": an hour that is called by its bare number */
static gboolean
is_bare_hour(const CldTokens *tokens, guint index, const CldNumber *number, gboolean has_noun)
{
    static const char *const about[] = {"about", "around", "nearly", "almost", "just", NULL};
    if (has_noun || index == 0 || number->value > 24 || number->is_scaled)
        return FALSE;
    guint before = index > 1 && is_one_of(tokens, index - 1, about) ? index - 2 : index - 1;
    return is_word(tokens, before, "at");
}

/* "12 May", "May 12", "12-15 May", "12 and 13 May", "21st of May" */
static gboolean
is_month_day(const CldTokens *tokens, guint index, const CldNumber *number)
{
    static const char *const joints[] = {"to", "-", "and", "or", NULL};
    if (number->value > MONTH_DAYS_MAX || number->value < 1 || number->is_word)
        return FALSE;
    guint next = index + 1;
    if (is_one_of(tokens, next, joints) && is_number_token(tokens, next + 1))
        next += 2;
    if (is_month(tokens, next) || (is_word(tokens, next, "of") && is_month(tokens, next + 1)))
        return TRUE;
    guint before = index;
    if (before > 1 && is_one_of(tokens, before - 1, joints) && is_number_token(tokens, before - 2))
        before -= 2;
    if (before > 0 && is_word(tokens, before - 1, ".") && before > 1)
        before--; /* "Oct. 12" */
    return before > 0 && is_month(tokens, before - 1);
}

static gboolean
is_four_digits(const char *lower)
{
    return strlen(lower) == 4 && strspn(lower, "0123456789") == 4;
}

/* "in 2019", "the 2014 sanctions"; "2000 people" and "about 1900 homes" are amounts. */
static gboolean
is_year(const CldTokens *tokens,
        guint index,
        const CldNumber *number,
        gboolean has_noun,
        gboolean is_bounded)
{
    static const char *const before[] = {
        "in",   "since", "by",  "until", "of", "during", "from", "before", "after",   "the",
        "late", "early", "mid", "'s",    "to", "-",      "and",  "for",    "january", NULL};
    const char *lower = cld_tokens_get(tokens, index)->lower;
    if (!is_four_digits(lower) || number->n_tokens > 1 || number->value < YEAR_FIRST ||
        number->value > YEAR_LAST)
        return FALSE;
    if (index > 0 && (is_one_of(tokens, index - 1, before) || is_month(tokens, index - 1)))
        return !is_bounded;
    return !is_bounded && !has_noun && number->value >= YEAR_RECENT;
}

/* "one of the", "no one", "one another", "one day": no amount */
static gboolean
is_pronoun_one(const CldTokens *tokens, guint index, gboolean has_noun)
{
    static const char *const before[] = {"no",   "any",   "every", "each",    "the",
                                         "this", "that",  "some",  "another", "which",
                                         "only", "first", "last",  "next",    NULL};
    static const char *const after[] = {"of",     "another", "day",   "time",  "thing", "way",
                                        "hand",   "side",    "point", "who",   "that",  "which",
                                        "reason", "more",    "such",  "could", "can",   "would",
                                        "should", "must",    "may",   "might", "by",    NULL};
    if (!is_word(tokens, index, "one"))
        return FALSE;
    if (index > 0 && is_one_of(tokens, index - 1, before))
        return TRUE;
    return !has_noun || is_one_of(tokens, index + 1, after);
}

/* "1. The first point", "(2) The second" */
static gboolean
is_list_mark(const CldTokens *tokens, guint index, const CldNumber *number)
{
    gboolean is_bracketed = index > 0 && is_word(tokens, index - 1, "(");
    if (number->is_word || number->value > LIST_MARK_MAX || index > (is_bracketed ? 1 : 0))
        return FALSE;
    return (is_word(tokens, index + 1, ")") || is_word(tokens, index + 1, ".")) &&
           cld_tokens_get(tokens, index + 2) != NULL && !is_spaced(tokens, index + 1);
}

/* "Ida Roe, 45, said", "Ida Roe (45)", "aged 45", "age 45" */
static gboolean
is_age(const CldTokens *tokens, guint index, const CldNumber *number)
{
    static const char *const ages[] = {"aged", "age", NULL};
    static const char *const ends[] = {",", ")", ".", ";", NULL};
    if (number->value > AGE_MAX || number->value < 1 || number->is_scaled || index == 0)
        return FALSE;
    if (is_one_of(tokens, index - 1, ages))
        return TRUE;
    const CldToken *name = index > 1 ? cld_tokens_get(tokens, index - 2) : NULL;
    return name != NULL && (name->is_capital || cld_counted_is_people(tokens, index - 2)) &&
           name->kind == CLD_TOKEN_WORD && !number->is_word && !is_month(tokens, index - 2) &&
           is_one_of(tokens, index + 1, ends) &&
           (is_word(tokens, index - 1, ",") || is_word(tokens, index - 1, "("));
}

/* Most words of a headline in title case are capital, so that a capital tells nothing. */
static gboolean
is_title_case(const CldTokens *tokens)
{
    guint n_words = 0, n_capital = 0, n = MIN(cld_tokens_length(tokens), 30);
    for (guint i = 0; i < n; i++) {
        const CldToken *token = cld_tokens_get(tokens, i);
        if (token->kind != CLD_TOKEN_WORD || strlen(token->lower) < 4)
            continue;
        n_words++;
        n_capital += token->is_capital ? 1 : 0;
    }
    return n_capital * 3 > n_words * 2;
}

/* "Article 5", "Boeing 737", "room 12", "#5": the number is a name, or part of one. */
static gboolean
is_name(const CldTokens *tokens, guint index, const CldNumber *number, gboolean has_noun)
{
    const CldToken *number_token = cld_tokens_get(tokens, index);
    gboolean is_first = index == 0;
    if (number->is_ordinal)
        return TRUE;
    if (number->is_word && number_token->is_capital && !is_first && !has_noun &&
        !is_title_case(tokens) && !is_word(tokens, index - 1, "\""))
        return TRUE; /* "the Group of Seven" */
    if (is_first || number->is_scaled || number->rest != NULL)
        return FALSE;
    guint label = index - 1;
    if (is_word(tokens, label, ".") && label > 0)
        label--; /* "No. 5" */
    const CldToken *token = cld_tokens_get(tokens, label);
    gboolean is_label = cld_lexicon_has(cld_lexicon_get("number-labels"), tokens, label);
    if (is_label)
        return token->is_capital || !has_noun;
    return token->kind == CLD_TOKEN_WORD && token->is_capital && label > 0 && label == index - 1 &&
           !has_noun && !number->is_word && !is_title_case(tokens) &&
           !cld_lexicon_has(cld_lexicon_get("sentence-starters"), tokens, label) &&
           !cld_lexicon_has(cld_lexicon_get("calendar-words"), tokens, label);
}

/**
 * cld_number_context_skip:
 * @tokens: the words of a text
 * @index: where a number may begin
 *
 * Returns: the token after a clock time, numeric date, telephone number or score that begins at
 *     @index; @index itself when there is none
 */
guint
cld_number_context_skip(const CldTokens *tokens, guint index)
{
    if (!is_number_token(tokens, index))
        return skip_clock_words(tokens, index);
    guint end = skip_code(tokens, index);
    if (end > index) {
        guint clock = skip_clock_words(tokens, end - 1);
        return MAX(end, clock);
    }
    end = skip_clock_words(tokens, index);
    if (end > index)
        return end;
    return is_dotted_clock(tokens, index) ? index + 1 : index;
}

/**
 * cld_number_context_judge:
 * @tokens: the words of a text
 * @index: first token of the number, behind its bounding words and currency sign
 * @number: the number
 * @has_noun: a unit or a counted noun follows it
 * @is_bounded: bounding words or a currency sign stand before it
 *
 * Returns: what the number is for
 */
CldNumberUse
cld_number_context_judge(const CldTokens *tokens,
                         guint index,
                         const CldNumber *number,
                         gboolean has_noun,
                         gboolean is_bounded)
{
    if (is_month_day(tokens, index, number))
        return CLD_NUMBER_USE_NONE;
    if (is_year(tokens, index, number, has_noun, is_bounded))
        return CLD_NUMBER_USE_NONE;
    if (is_list_mark(tokens, index, number) || is_bare_hour(tokens, index, number, has_noun))
        return CLD_NUMBER_USE_NONE;
    if (!is_bounded && is_pronoun_one(tokens, index, has_noun))
        return CLD_NUMBER_USE_NONE;
    if (!has_noun && !is_bounded && is_age(tokens, index, number))
        return CLD_NUMBER_USE_AGE;
    if (!is_bounded && is_name(tokens, index, number, has_noun))
        return CLD_NUMBER_USE_NAME;
    return CLD_NUMBER_USE_AMOUNT;
}
