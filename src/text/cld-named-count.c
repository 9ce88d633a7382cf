/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-named-count.h"
#include "cld-lexicon.h"

/* Words between "toll" or "the number of" and the number itself. */
#define NAME_REACH 24
/* Words between a number and what became of those it counts: "19 have been found dead". */
#define STATE_REACH 4

static gboolean
is_word(const CldTokens *tokens, guint index, const char *word)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    return token != NULL && g_str_equal(token->lower, word);
}

/* "the number of dead", "the number of those freed" */
static CldCounted
read_number_of(const CldTokens *tokens, guint of)
{
    CldCounted counted = {.noun = NULL};
    const char *const *row = cld_lexicon_match(cld_lexicon_get("persons"), tokens, of + 1, NULL);
    if (is_word(tokens, of + 1, "those") || (row != NULL && row[0] != NULL))
        counted.is_people = TRUE;
    else
        counted = cld_counted_find(tokens, of + 1, FALSE);
    return counted;
}

/* What the words before the number name: "the toll rose to", "taking the number of dead to". Right
 * before it stands what leads from the name to the figure. */
static CldCounted
find_before(const CldTokens *tokens, guint start)
{
    const CldLexicon *cues = cld_lexicon_get("casualty-cues");
    CldCounted counted = {.noun = NULL};
    gboolean is_led =
        start > 0 && cld_lexicon_has(cld_lexicon_get("figure-leaders"), tokens, start - 1);
    for (guint back = 1; is_led && back <= MIN(start, NAME_REACH); back++) {
        guint at = start - back;
        const CldToken *token = cld_tokens_get(tokens, at);
        if (token->kind == CLD_TOKEN_NUMBER ||
            (token->kind == CLD_TOKEN_PUNCT && !g_str_equal(token->lower, "-")))
            break;
        const char *const *row = cld_lexicon_match(cues, tokens, at, NULL);
        counted.is_people = row != NULL && row[0] != NULL && g_str_equal(row[0], "noun");
        if (is_word(tokens, at, "number") && is_word(tokens, at + 1, "of"))
            counted = read_number_of(tokens, at + 1);
        if (counted.is_people || counted.noun != NULL)
            break;
    }
    return counted;
}

/* "19 were dead", "31 remain in custody" */
static gboolean
is_fate_after(const CldTokens *tokens, guint end)
{
    const CldLexicon *cues = cld_lexicon_get("casualty-cues");
    for (guint i = end; i < end + STATE_REACH; i++) {
        const char *const *row = cld_lexicon_match(cues, tokens, i, NULL);
        const char *role = row == NULL || row[0] == NULL ? "" : row[0];
        if (g_str_equal(role, "state") || g_str_equal(role, "verb"))
            return i > end;
        if (!g_str_equal(role, "link"))
            return FALSE;
    }
    return FALSE;
}

/**
 * cld_named_count_find:
 * @tokens: the words of a text
 * @start: the first token of a bare number, with its bounding words
 * @end: the token after the number
 *
 * Finds what a bare number counts where that is not named behind it: "the number of those freed
 * rose to 16", "19 were dead".
 *
 * Returns: the noun, or only that people are counted; neither: it is not said
 */
CldCounted
cld_named_count_find(const CldTokens *tokens, guint start, guint end)
{
    CldCounted counted = find_before(tokens, start);
    if (!counted.is_people && counted.noun == NULL)
        counted.is_people = is_fate_after(tokens, end);
    return counted;
}
