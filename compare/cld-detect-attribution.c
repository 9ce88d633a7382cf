/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"
#include "cld-names.h"
#include "cld-word-diff.h"

/* Quoted words this alike, in order, are one utterance. */
#define SAME_UTTERANCE 0.6
/* Fewer words than this are said by many people. */
#define MIN_WORDS 3
/* Holders whose names are less alike than this are two. */
#define SAME_NAME 0.6

static guint
count_words(const char *text)
{
    guint n = 0;
    for (const char *p = text; *p != '\0'; p++)
        n += *p == ' ' && p[1] != '\0' && p[1] != ' ';
    return n + 1;
}

static gboolean
is_two_speakers(const CldClaim *a, const CldClaim *b)
{
    if (a->holder == NULL || b->holder == NULL || a->holder_is_unnamed || b->holder_is_unnamed)
        return FALSE;
    if (a->holder_entity != NULL && a->holder_entity == b->holder_entity)
        return FALSE;
    return cld_name_similarity(a->holder, b->holder) < SAME_NAME;
}

/* One utterance in the mouths of two speakers, told by two articles. */
gboolean
cld_detect_attribution(const CldPair *pair, CldVote *vote)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    if (a->article == b->article || cld_span_is_empty(a->quote) || cld_span_is_empty(b->quote) ||
        !is_two_speakers(a, b))
        return FALSE;
    g_autofree char *x = cld_span_dup_text(a->quote, pair->a->article->text);
    g_autofree char *y = cld_span_dup_text(b->quote, pair->b->article->text);
    double alike = cld_word_diff_similarity(x, y);
    if (alike < SAME_UTTERANCE || MIN(count_words(x), count_words(y)) < MIN_WORDS)
        return FALSE;
    vote->type = CLD_TYPE_ATTRIBUTION;
    vote->strength = alike;
    cld_vote_mark_a(vote, a->quote);
    cld_vote_mark_b(vote, b->quote);
    vote->reason =
        g_strdup_printf("The same words are given to %s and to %s.", a->holder, b->holder);
    return TRUE;
}
