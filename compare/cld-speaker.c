/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-speaker.h"
#include "cld-lexicon.h"
#include "cld-names.h"
#include <string.h>

/* Holders whose names are this alike are one speaker in two spellings. */
#define SAME_NAME 0.8
/* Descriptions that share this part of their words may be one body. */
#define SAME_WORDS 0.5
/* Words read of a description. */
#define MAX_WORDS 12

/**
 * cld_speaker_is_same:
 * @a: a claim
 * @b: another, of the same story
 *
 * Two nameless sources are never known to be one.
 *
 * Returns: %TRUE if one person or body says both, as far as the names tell
 */
gboolean
cld_speaker_is_same(const CldClaim *a, const CldClaim *b)
{
    if (a->holder == NULL || b->holder == NULL)
        return FALSE;
    if (a->holder_entity != NULL && a->holder_entity == b->holder_entity)
        return TRUE;
    if (a->holder_entity == NULL || b->holder_entity == NULL)
        return FALSE;
    return cld_name_similarity(a->holder, b->holder) >= SAME_NAME;
}

/* Stems of a description's content words, and which of them is its head: "spokesman for the *". */
typedef struct {
    const char *stems[MAX_WORDS]; /* interned */
    guint n;
    guint head;
} Description;

static void
describe(Description *self, const char *holder)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(holder, (CldSpan){0, strlen(holder)});
    gboolean is_open = TRUE; /* the head stands before the first "of" or comma */
    memset(self, 0, sizeof *self);
    for (guint i = 0; i < cld_tokens_length(tokens) && self->n < MAX_WORDS; i++) {
        const CldToken *token = cld_tokens_get(tokens, i);
        gboolean is_word = token->kind == CLD_TOKEN_WORD && *token->lower != '\'' &&
                           !cld_lexicon_has(cld_lexicon_get("function-words"), tokens, i);
        is_open = is_open && (is_word || self->n == 0 || *token->lower == '\'');
        if (!is_word)
            continue;
        if (is_open)
            self->head = self->n;
        self->stems[self->n++] = cld_text_intern_stem(token->lower);
    }
}

static gboolean
has_stem(const Description *self, const char *stem)
{
    for (guint i = 0; i < self->n; i++)
        if (self->stems[i] == stem)
            return TRUE;
    return FALSE;
}

/**
 * cld_speaker_is_alike:
 * @a: a claim
 * @b: another, of the same story
 *
 * Looser than cld_speaker_is_same(): "the hoteliers' federation" and "hoteliers" pass, "Greek
 * police" and "the Greek government" do not.
 *
 * Returns: %TRUE if the two may be one body, as far as their descriptions tell
 */
gboolean
cld_speaker_is_alike(const CldClaim *a, const CldClaim *b)
{
    Description x, y;
    guint n_shared = 0;
    if (cld_speaker_is_same(a, b))
        return TRUE;
    if (a->holder == NULL || b->holder == NULL)
        return FALSE;
    describe(&x, a->holder);
    describe(&y, b->holder);
    for (guint i = 0; i < x.n; i++)
        n_shared += has_stem(&y, x.stems[i]);
    if (n_shared == 0 || n_shared < SAME_WORDS * (x.n + y.n - n_shared))
        return FALSE;
    return has_stem(&y, x.stems[x.head]) || has_stem(&x, y.stems[y.head]);
}
