/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A copy that changes a number, a name or a negation. The detectors look at it as at any other
 * sentence, and may abstain; but of a text that is printed twice it is certain which sentence
 * became which, so nothing of that weight is passed over. */
#include "cld-altered.h"
#include "cld-copied.h"
#include "cld-flagged.h"
#include "cld-lexicon.h"
#include "cld-quantities.h"
#include "cld-rewrite.h"
#include "cld-word-diff.h"
#include <string.h>

/* Numbers compared of one changed run of words. */
#define MAX_NUMBERS 8

static GPtrArray *
list_claims(const CldReport *report, guint article)
{
    GPtrArray *claims = g_ptr_array_new();
    for (guint i = cld_report_find_claims(report, article); i < report->claims->len; i++) {
        CldClaim *claim = g_ptr_array_index(report->claims, i);
        if (claim->article != article)
            break;
        g_ptr_array_add(claims, claim);
    }
    return claims;
}

static guint
read_numbers(const char *text, double *numbers)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    guint n = 0, step = 1;
    for (guint i = 0; i < cld_tokens_length(tokens) && n < MAX_NUMBERS; i += MAX(step, 1)) {
        step = 1;
        n += cld_number_parse(tokens, i, &step, &numbers[n]);
    }
    return n;
}

/* "14" and "fourteen" */
static gboolean
is_one_number(const char *a, const char *b)
{
    double x[MAX_NUMBERS], y[MAX_NUMBERS];
    guint n = read_numbers(a, x);
    gboolean is_same = n > 0 && n == read_numbers(b, y);
    for (guint i = 0; i < n && is_same; i++)
        is_same = x[i] >= y[i] && x[i] <= y[i];
    return is_same;
}

static guint
count_negations(const CldClaim *claim)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(claim->text, (CldSpan){0, strlen(claim->text)});
    guint n = 0;
    for (guint i = 0; i < cld_tokens_length(tokens); i++)
        n += cld_lexicon_has(cld_lexicon_get("negations"), tokens, i) ||
             g_str_has_suffix(cld_tokens_get(tokens, i)->lower, "n't");
    return n;
}

/* Who prints a text shortens it: a number or name that is gone is no other one. */
static gboolean
is_replaced(const CldFinding *finding)
{
    for (guint i = 1; i < finding->diff->len; i++) {
        const CldDiffStep *gone = g_ptr_array_index(finding->diff, i - 1);
        const CldDiffStep *come = g_ptr_array_index(finding->diff, i);
        if (gone->op == '-' && come->op == '+' && gone->is_marked && come->is_marked &&
            !is_one_number(gone->text, come->text))
            return TRUE;
    }
    return FALSE;
}

static void
compare_sentences(CldReport *report, const CldRewritten *pair)
{
    g_autoptr(CldFinding) finding = cld_finding_new(CLD_TYPE_ALTERED_COPY);
    finding->relation = CLD_RELATION_BETWEEN_OUTLETS;
    finding->confidence = 1;
    finding->explanation = g_strdup("Both print one text, and this sentence reads otherwise.");
    g_ptr_array_add(finding->basis, g_strdup("rule:altered-copy"));
    cld_finding_add_side(finding, pair->before);
    cld_finding_add_side(finding, pair->after);
    cld_word_diff_add_sides(finding);
    if (!is_replaced(finding) && count_negations(pair->before) == count_negations(pair->after))
        return;
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, g_steal_pointer(&finding));
}

static void
compare_copy(CldReport *report, guint origin, guint copy)
{
    CldRewrites counts;
    g_autoptr(GPtrArray) before = list_claims(report, origin);
    g_autoptr(GPtrArray) after = list_claims(report, copy);
    g_autoptr(GArray) pairs = cld_rewrites_pair(before, after, &counts);
    g_autoptr(CldFlagged) flagged = cld_flagged_new(report);
    for (guint i = 0; i < pairs->len; i++) {
        const CldRewritten *pair = &g_array_index(pairs, CldRewritten, i);
        if (cld_flagged_add(flagged, pair->before, pair->after))
            compare_sentences(report, pair);
    }
}

/**
 * cld_altered_find:
 * @report: where the findings go; what it holds already is not said again
 * @story: the story
 *
 * Holds every copy of a text against its original, and reports the sentences in which a number, a
 * name, a modal or a negation is another one.
 */
void
cld_altered_find(CldReport *report, const CldStory *story)
{
    const CldEvent *event = g_ptr_array_index(report->events, story->event);
    for (guint i = 0; i < event->articles->len; i++) {
        guint article = g_array_index(event->articles, guint, i);
        guint origin = cld_copied_get_origin(report, article);
        if (origin != article)
            compare_copy(report, origin, article);
    }
}
