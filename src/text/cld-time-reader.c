/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include "cld-time-forms.h"
#include <string.h>

#define MAX_WORDS_LEFT  14 /* how far the verb of a date is looked for */
#define MAX_WORDS_RIGHT 8
#define MAX_DIGITS      4

/* Returns: the token, an empty one beyond the ends; never %NULL */
const CldToken *
cld_time_token(const CldTimeReader *self, guint i)
{
    static const CldToken nothing = {.kind = CLD_TOKEN_PUNCT, .lower = "", .stem = ""};
    const CldToken *token = i < self->n_tokens ? cld_tokens_get(self->tokens, i) : NULL;
    return token != NULL ? token : &nothing;
}

/* Returns: %TRUE if the token is that word, folded */
gboolean
cld_time_is(const CldTimeReader *self, guint i, const char *word)
{
    return strcmp(cld_time_token(self, i)->lower, word) == 0;
}

/* Returns: %TRUE if the token stands in the word list of that name */
gboolean
cld_time_is_listed(const CldTimeReader *self, guint i, const char *list)
{
    const char *lower = cld_time_token(self, i)->lower;
    return *lower != '\0' && cld_lexicon_lookup(cld_lexicon_get(list), lower) != NULL;
}

/* Returns: what the list gives for the word, 0 if it is not listed */
gint
cld_time_list_number(const CldTimeReader *self, guint i, const char *list)
{
    const char *const *values =
        cld_lexicon_lookup(cld_lexicon_get(list), cld_time_token(self, i)->lower);
    return values != NULL && values[0] != NULL ? (gint)g_ascii_strtoll(values[0], NULL, 10) : 0;
}

static gboolean
is_ordinal_ending(const char *ending)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
        if (strcmp(ending, endings[i]) == 0)
            return TRUE;
    return FALSE;
}

/* Returns: a whole number of at most four digits, "6" or "6th", or a small one in words; else 0 */
gint
cld_time_number(const CldTimeReader *self, guint i)
{
    const CldToken *token = cld_time_token(self, i);
    if (token->kind == CLD_TOKEN_WORD)
        return cld_time_list_number(self, i, "time-numbers");
    if (token->kind != CLD_TOKEN_NUMBER)
        return 0;
    char *end = NULL;
    gint64 value = g_ascii_strtoll(token->lower, &end, 10);
    if (end - token->lower > MAX_DIGITS || (*end != '\0' && !is_ordinal_ending(end)))
        return 0;
    return (gint)value;
}

/* Returns: %TRUE if a sentence ends with this token */
gboolean
cld_time_is_sentence_end(const CldTimeReader *self, guint i)
{
    const CldToken *next = cld_time_token(self, i + 1);
    if (i >= self->n_tokens || cld_time_is(self, i, "!") || cld_time_is(self, i, "?"))
        return TRUE;
    if (!cld_time_is(self, i, ".") || next->kind == CLD_TOKEN_NUMBER)
        return i + 1 >= self->n_tokens;
    return !cld_time_is_listed(self, i - 1, "months") || next->is_capital;
}

static gint
tense_of(const CldTimeReader *self, guint i)
{
    const char *const *values =
        cld_lexicon_match(cld_lexicon_get("time-tenses"), self->tokens, i, NULL);
    if (values == NULL || values[0] == NULL)
        return 0;
    return *values[0] == 'f' ? 1 : -1;
}

/* Returns: %TRUE if the verb nearest to the tokens @first to @end puts them into the future: "will
 * meet on Monday". The nearer word decides: "said on Monday that it will". */
gboolean
cld_time_is_future(const CldTimeReader *self, guint first, guint end)
{
    guint left = first > MAX_WORDS_LEFT ? first - MAX_WORDS_LEFT : 0;
    for (guint i = first; i-- > left && !cld_time_is_sentence_end(self, i);) {
        gint tense = tense_of(self, i);
        if (tense != 0)
            return tense > 0 && !cld_time_is_listed(self, i - 1, "past-auxiliaries");
    }
    for (guint i = end; i < end + MAX_WORDS_RIGHT && !cld_time_is_sentence_end(self, i); i++) {
        gint tense = tense_of(self, i);
        if (tense != 0 || g_str_has_suffix(cld_time_token(self, i)->lower, "ed"))
            return tense > 0;
    }
    return FALSE;
}

/* Narrows a month, year or week to its beginning, middle or end: 'e', 'm', 'l' */
CldWhen
cld_time_narrow(CldWhen when, char third)
{
    if (!cld_when_is_known(when))
        return when;
    gint64 days = (when.to - when.from) / CLD_MINUTES_PER_DAY;
    gint64 part = days / 3 * CLD_MINUTES_PER_DAY;
    if (third == 'e')
        when.to = when.from + part;
    else if (third == 'm')
        when = (CldWhen){when.from + part, when.to - part};
    else if (third == 'l')
        when.from = when.to - part;
    gint64 half = when.from + (days + 1) / 2 * CLD_MINUTES_PER_DAY;
    if (third == 'a')
        when.to = half;
    else if (third == 'b')
        when.from = half;
    return when;
}

/* What stands before a month or year: "early", "mid-", "the end of". Returns: 'e', 'm', 'l' or 0;
 * @n_tokens: how many tokens it takes */
char
cld_time_third_before(const CldTimeReader *self, guint i, guint *n_tokens)
{
    for (guint n = 4; n >= 1; n--) {
        guint length = 0;
        const char *const *values =
            i >= n ? cld_lexicon_match(cld_lexicon_get("time-thirds"), self->tokens, i - n, &length)
                   : NULL;
        if (values == NULL || values[0] == NULL || length != n)
            continue;
        *n_tokens = n;
        return *values[0];
    }
    *n_tokens = 0;
    return 0;
}
