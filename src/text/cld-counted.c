/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-counted.h"
#include "cld-lexicon.h"
#include "cld-quantities.h"
#include <string.h>

#define PHRASE_MAX 6 /* words between a number and its noun, "22 badly hurt Ukrainian soldiers" */

static gboolean
is_state(const CldTokens *tokens, guint index)
{
    const char *const *row = cld_lexicon_match(cld_lexicon_get("persons"), tokens, index, NULL);
    return row != NULL && row[0] != NULL;
}

/**
 * cld_counted_is_people:
 * @tokens: the words of a text
 * @index: one of them
 *
 * Returns: %TRUE if a noun for people begins there
 */
gboolean
cld_counted_is_people(const CldTokens *tokens, guint index)
{
    return cld_lexicon_has(cld_lexicon_get("persons"), tokens, index) && !is_state(tokens, index);
}

static gboolean
is_stop(const CldTokens *tokens, guint index)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    return token == NULL || token->kind != CLD_TOKEN_WORD ||
           cld_lexicon_has(cld_lexicon_get("phrase-stops"), tokens, index);
}

static gboolean
has_suffix_of(const char *word, const char *const *suffixes)
{
    for (; *suffixes != NULL; suffixes++)
        if (g_str_has_suffix(word, *suffixes))
            return TRUE;
    return FALSE;
}

/* By its form: "ships", "aircraft", "policemen"; not "previous", "British-less". */
static gboolean
is_plural(const CldTokens *tokens, guint index)
{
    static const char *const plain[] = {"men", "women", "people", "folk", NULL};
    static const char *const not_plural[] = {"ss", "us", "is", "'s", NULL};
    const CldToken *token = cld_tokens_get(tokens, index);
    if (token == NULL || token->kind != CLD_TOKEN_WORD)
        return FALSE;
    if (cld_lexicon_has(cld_lexicon_get("plural-nouns"), tokens, index) ||
        (has_suffix_of(token->lower, plain) && !is_state(tokens, index)))
        return TRUE;
    return strlen(token->lower) > 3 && g_str_has_suffix(token->lower, "s") &&
           !has_suffix_of(token->lower, not_plural);
}

static CldCounted
take(const CldTokens *tokens, guint index)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    CldCounted counted = {.noun = cld_text_intern_stem(token->lower), .end = index + 1};
    counted.is_people = cld_lexicon_has(cld_lexicon_get("persons"), tokens, index);
    return counted;
}

/* "of the", "of its", "of his 12" before the noun of "three of the hostages" */
static guint
skip_partitive(const CldTokens *tokens, guint index)
{
    static const char *const determiners[] = {"the", "its",   "his",   "her", "their", "our",
                                              "my",  "these", "those", "all", "more",  NULL};
    const CldToken *of = cld_tokens_get(tokens, index);
    if (of == NULL || !g_str_equal(of->lower, "of"))
        return index;
    const CldToken *determiner = cld_tokens_get(tokens, index + 1);
    if (determiner != NULL && g_strv_contains(determiners, determiner->lower))
        return index + 2;
    return index + 1;
}

/* "17-year-old" between a number and its noun */
static guint
skip_age(const CldTokens *tokens, guint index)
{
    const CldToken *number = cld_tokens_get(tokens, index);
    const CldToken *hyphen = cld_tokens_get(tokens, index + 1);
    gboolean is_hyphenated = number != NULL && number->kind == CLD_TOKEN_NUMBER && hyphen != NULL &&
                             g_str_equal(hyphen->lower, "-") && !hyphen->is_spaced;
    return is_hyphenated ? index + 3 : index;
}

/* "22 of the 31 sailors": the noun of the second number is the noun of the first. */
static gboolean
is_number(const CldTokens *tokens, guint index)
{
    double value;
    return cld_number_parse(tokens, index, NULL, &value);
}

/* The last of the plural words that stand together: "police officers", not "police". */
static guint
last_plural(const CldTokens *tokens, guint index)
{
    while (!is_stop(tokens, index + 1) && is_plural(tokens, index + 1))
        index++;
    return index;
}

/* "one bridge": the first word that is no adjective by its form or place */
static CldCounted
find_single(const CldTokens *tokens, guint index)
{
    CldCounted none = {.end = index};
    guint end = index;
    for (guint i = index; i < index + PHRASE_MAX && !is_stop(tokens, i); i++) {
        if (cld_counted_is_people(tokens, i))
            return take(tokens, i);
        if (is_plural(tokens, i))
            break;
        end = i + 1;
    }
    if (end == index)
        return none;
    /* Without a known noun the word before the stop is taken: "one railway bridge was" */
    return end - index <= 2 ? take(tokens, end - 1) : none;
}

/**
 * cld_counted_find:
 * @tokens: the words of a text
 * @index: the token after a number (and its unit)
 * @is_one: the number is one, so that the noun is singular
 *
 * Finds the head of the noun phrase that begins at @index, past adjectives and participles. Without
 * a parser the head is known by its form: the last plural word before the phrase ends.
 *
 * Returns: the noun
 */
CldCounted
cld_counted_find(const CldTokens *tokens, guint index, gboolean is_one)
{
    CldCounted none = {.end = index};
    guint from = skip_partitive(tokens, index);
    if (from > index && is_number(tokens, from)) {
        none = cld_counted_find(tokens, from + 1, FALSE);
        none.end = index; /* the words belong to the other number */
        return none;
    }
    from = skip_age(tokens, from);
    if (is_one && from == index)
        return find_single(tokens, index);
    for (guint i = from; i < from + PHRASE_MAX && !is_stop(tokens, i); i++)
        if (is_plural(tokens, i) && !(is_state(tokens, i) && is_plural(tokens, i + 1)))
            return take(tokens, last_plural(tokens, i));
    if (!is_stop(tokens, from) && is_state(tokens, from))
        return take(tokens, from);
    return none;
}
