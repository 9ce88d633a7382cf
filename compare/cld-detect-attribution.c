/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-names.h"
#include "cld-standing.h"
#include "cld-word-diff.h"
#include "cld-words.h"
#include <math.h>
#include <string.h>

/* Quoted words this alike, in order, are one utterance. */
#define SAME_UTTERANCE 0.6
/* Fewer words than this are said by many people. */
#define MIN_WORDS 3
/* Holders whose names are less alike than this are two. */
#define SAME_NAME 0.6
/* Claims that say this much of the same carry the figure they share. */
#define SAME_CONTENT 0.5
/* A figure of fewer significant digits than this is on many lips. */
#define MIN_DIGITS 2
/* What two claims without one utterance but with one rare figure come to. */
#define FIGURE_STRENGTH 0.55
/* Quoted words that stand whole in the other quotation. */
#define CONTAINED_STRENGTH 0.6
#define CONTAINED_CONTENT  0.8

static guint
count_words(const char *text)
{
    guint n = 0;
    for (const char *p = text; *p != '\0'; p++)
        n += *p == ' ' && p[1] != '\0' && p[1] != ' ';
    return n + 1;
}

/* "officials" may be anybody: only a holder with a name or a role of his own is one of two. */
static gboolean
may_be_two(const CldClaim *a, const CldClaim *b)
{
    if (a->holder == NULL || b->holder == NULL || a->holder_is_unnamed || b->holder_is_unnamed)
        return FALSE;
    if (a->holder_entity != NULL && a->holder_entity == b->holder_entity)
        return FALSE;
    return cld_name_similarity(a->holder, b->holder) < SAME_NAME;
}

/* A speaker who is taken over from an earlier sentence is a guess, unless the same quotation goes
 * on. A label ("Quote from X:") tells without words of saying and stands outside the text. */
static gboolean
is_told(const CldStory *story, const CldClaim *claim)
{
    if (claim->cue != NULL || cld_span_is_empty(claim->holder_span))
        return TRUE;
    for (guint i = 0; claim->utterance > 0 && i < story->views->len; i++) {
        const CldClaim *other = ((const CldView *)g_ptr_array_index(story->views, i))->claim;
        if (other->article == claim->article && other->utterance == claim->utterance &&
            other->cue != NULL && g_strcmp0(other->holder, claim->holder) == 0)
            return TRUE;
    }
    return FALSE;
}

/* "the agency said, quoting X": the one who passes it on names the other. */
static gboolean
is_passed_on(const CldView *view, const CldStanding *other)
{
    const CldClaim *claim = view->claim;
    g_autoptr(GArray) names = cld_names_find(view->article->text, view->sentence);
    for (guint i = 0; i < names->len; i++) {
        const CldNameMention *name = &g_array_index(names, CldNameMention, i);
        guint at = 0;
        if (!cld_span_overlaps(name->span, claim->clause) &&
            !cld_span_overlaps(name->span, claim->quote) &&
            g_ptr_array_find(other->names, name->key, &at) && at < other->n_own_names)
            return TRUE;
    }
    return FALSE;
}

/* "said in a joint statement": the words of several, of whom each report names whom it likes. */
static gboolean
is_joint(const CldView *view)
{
    for (guint i = 0; i < cld_tokens_length(view->sentence); i++) {
        const CldToken *token = cld_tokens_get(view->sentence, i);
        if (!cld_span_overlaps(token->span, view->claim->quote) &&
            (strcmp(token->lower, "joint") == 0 || strcmp(token->lower, "jointly") == 0))
            return TRUE;
    }
    return FALSE;
}

/* "Ode, Rix and Bell noted": of several who say it one is the holder. */
static gboolean
is_one_of_several(const CldView *view)
{
    const CldTokens *tokens = view->sentence;
    CldSpan holder = view->claim->holder_span;
    for (guint i = 0; i + 1 < cld_tokens_length(tokens); i++) {
        const char *word = cld_tokens_get(tokens, i)->lower;
        gboolean is_before = cld_tokens_get(tokens, i + 1)->span.start == holder.start;
        gboolean is_behind = i > 0 && cld_tokens_get(tokens, i - 1)->span.end == holder.end;
        if ((is_before || is_behind) && strcmp(word, "and") == 0)
            return TRUE;
    }
    return FALSE;
}

/* Two who can be told apart, of whom neither speaks for the other. */
static gboolean
is_two_speakers(const CldPair *pair)
{
    if (is_joint(pair->a) || is_joint(pair->b) || is_one_of_several(pair->a) ||
        is_one_of_several(pair->b))
        return FALSE;
    g_autoptr(CldStanding) x = cld_standing_new(pair->story, pair->a);
    g_autoptr(CldStanding) y = cld_standing_new(pair->story, pair->b);
    return cld_standing_is_speaker(x) && cld_standing_is_speaker(y) &&
           !cld_standing_is_linked(x, y) && !is_passed_on(pair->a, y) && !is_passed_on(pair->b, x);
}

static double
same_content(const CldPair *pair)
{
    CldWords x, y;
    cld_words_collect(&x, pair->story, pair->a, pair->a->claim->clause);
    cld_words_collect(&y, pair->story, pair->b, pair->b->claim->clause);
    CldMatch match = cld_words_match(&x, &y);
    return cld_match_both(&match);
}

static guint
significant_digits(double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    guint n = 0, zeros = 0;
    g_ascii_formatd(digits, sizeof digits, "%.6f", fabs(value));
    for (const char *p = digits; *p != '\0'; p++) {
        gboolean is_lead = n == 0 && *p == '0';
        if (!g_ascii_isdigit(*p) || is_lead)
            continue;
        zeros = *p == '0' ? zeros + 1 : 0;
        n += 1;
    }
    return n - MIN(n, zeros);
}

/* An estimate has one author: two claims that both say that somebody reckons it so. */
static gboolean
is_reckoned(const CldView *view)
{
    const CldTokens *tokens = view->sentence;
    for (guint i = 0; i < cld_tokens_length(tokens); i++)
        if (cld_lexicon_has(cld_lexicon_get("reckonings"), tokens, i))
            return TRUE;
    return FALSE;
}

/* "would add $3,800": one rare figure, reckoned by two. */
static double
shared_figure(const CldPair *pair, CldVote *vote)
{
    const GArray *xs = pair->a->claim->quantities, *ys = pair->b->claim->quantities;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldQuantity *x = &g_array_index(xs, CldQuantity, i);
            const CldQuantity *y = &g_array_index(ys, CldQuantity, j);
            if (x->unit == NULL || x->unit != y->unit || x->is_ordinal || x->value != y->value ||
                significant_digits(x->value) < MIN_DIGITS)
                continue;
            cld_vote_mark_a(vote, x->number);
            cld_vote_mark_b(vote, y->number);
            return FIGURE_STRENGTH;
        }
    return 0;
}

static gboolean
is_contained(const char *x, const char *y)
{
    g_autofree char *p = cld_text_fold(x, -1);
    g_autofree char *q = cld_text_fold(y, -1);
    return strstr(p, q) != NULL || strstr(q, p) != NULL;
}

/* One utterance between quotation marks on both sides. */
static double
shared_quote(const CldPair *pair, CldVote *vote)
{
    const CldClaim *a = pair->a->claim, *b = pair->b->claim;
    if (cld_span_is_empty(a->quote) || cld_span_is_empty(b->quote))
        return 0;
    g_autofree char *x = cld_span_dup_text(a->quote, pair->a->article->text);
    g_autofree char *y = cld_span_dup_text(b->quote, pair->b->article->text);
    double alike = cld_word_diff_similarity(x, y);
    double strength = alike;
    if (alike < SAME_UTTERANCE || MIN(count_words(x), count_words(y)) < MIN_WORDS)
        strength = is_contained(x, y) && same_content(pair) >= CONTAINED_CONTENT &&
                           MIN(count_words(x), count_words(y)) >= MIN_WORDS - 1
                       ? CONTAINED_STRENGTH
                       : 0;
    if (strength > 0) {
        cld_vote_mark_a(vote, a->quote);
        cld_vote_mark_b(vote, b->quote);
    }
    return strength;
}

/* One utterance in the mouths of two speakers, told by two articles. */
gboolean
cld_detect_attribution(const CldPair *pair, CldVote *vote)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    if (a->article == b->article || !may_be_two(a, b))
        return FALSE;
    vote->strength = shared_quote(pair, vote);
    if (vote->strength <= 0 && is_reckoned(pair->a) && is_reckoned(pair->b) &&
        same_content(pair) >= SAME_CONTENT)
        vote->strength = shared_figure(pair, vote);
    if (vote->strength <= 0 || !is_told(pair->story, a) || !is_told(pair->story, b) ||
        !is_two_speakers(pair))
        return FALSE;
    vote->type = CLD_TYPE_ATTRIBUTION;
    vote->reason =
        g_strdup_printf("The same words are given to %s and to %s.", a->holder, b->holder);
    return TRUE;
}
