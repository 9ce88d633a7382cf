/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-rewrite.h"
#include "cld-fingerprint.h"
#include "cld-texts.h"
#include "cld-word-diff.h"

/* Two sentences this alike are one sentence before and after; below, one went and another came. */
#define MIN_ALIKE 0.5
/* Changed sentences of one article that are paired: every one is held against every other. */
#define MAX_CHANGED 200

/* A sentence that only one of the two versions has. */
typedef struct {
    CldClaim *claim; /* (unowned): the first of the sentence */
    char *folded;    /* (owned): see cld_fingerprint_fold() */
    gboolean is_paired;
} Sentence;

typedef struct {
    guint before, after;
    double similarity;
} Match;

static void
sentence_clear(gpointer data)
{
    Sentence *sentence = data;
    g_free(sentence->folded);
}

/* Several claims may stand in one sentence; the first speaks for it. */
static GArray *
list_sentences(const GPtrArray *claims)
{
    GArray *sentences = g_array_new(FALSE, FALSE, sizeof(Sentence));
    g_array_set_clear_func(sentences, sentence_clear);
    gsize last = G_MAXSIZE;
    for (guint i = 0; i < claims->len; i++) {
        CldClaim *claim = g_ptr_array_index(claims, i);
        if (claim->sentence.start == last)
            continue;
        last = claim->sentence.start;
        Sentence sentence = {claim, cld_fingerprint_fold(claim->text), FALSE};
        g_array_append_val(sentences, sentence);
    }
    return sentences;
}

/* Sorted, and no hash table: the texts come from outside. */
static GPtrArray *
sort_texts(const GArray *sentences)
{
    GPtrArray *texts = g_ptr_array_sized_new(sentences->len);
    for (guint i = 0; i < sentences->len; i++)
        g_ptr_array_add(texts, g_array_index(sentences, Sentence, i).folded);
    cld_texts_sort(texts);
    return texts;
}

/* Marks as settled what stands in the other version too, wherever. */
static void
settle_unchanged(GArray *sentences, const GPtrArray *others)
{
    for (guint i = 0; i < sentences->len; i++) {
        Sentence *sentence = &g_array_index(sentences, Sentence, i);
        sentence->is_paired = cld_texts_has(others, sentence->folded);
    }
}

static guint
count_left(const GArray *sentences)
{
    guint n = 0;
    for (guint i = 0; i < sentences->len; i++)
        n += !g_array_index(sentences, Sentence, i).is_paired;
    return n;
}

static gint
compare_matches(gconstpointer a, gconstpointer b)
{
    const Match *x = a;
    const Match *y = b;
    if (x->similarity != y->similarity)
        return x->similarity > y->similarity ? -1 : 1;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return x->after < y->after ? -1 : x->after > y->after;
}

static void
add_matches(GArray *matches, const GArray *before, guint i, const GArray *after)
{
    const Sentence *old = &g_array_index(before, Sentence, i);
    guint n_tried = 0;
    for (guint j = 0; j < after->len && n_tried < MAX_CHANGED; j++) {
        const Sentence *now = &g_array_index(after, Sentence, j);
        if (now->is_paired)
            continue;
        n_tried++;
        Match match = {i, j, cld_word_diff_similarity(old->claim->text, now->claim->text)};
        if (match.similarity >= MIN_ALIKE)
            g_array_append_val(matches, match);
    }
}

static GArray *
list_matches(const GArray *before, const GArray *after)
{
    GArray *matches = g_array_new(FALSE, FALSE, sizeof(Match));
    guint n_tried = 0;
    for (guint i = 0; i < before->len && n_tried < MAX_CHANGED; i++) {
        if (g_array_index(before, Sentence, i).is_paired)
            continue;
        n_tried++;
        add_matches(matches, before, i, after);
    }
    g_array_sort(matches, compare_matches);
    return matches;
}

/* Words that carry no number, name, modal or negation were polished rather than corrected. */
static gboolean
is_telling(const CldFinding *finding)
{
    for (guint i = 0; i < finding->diff->len; i++) {
        const CldDiffStep *step = g_ptr_array_index(finding->diff, i);
        if (step->is_marked)
            return TRUE;
    }
    return FALSE;
}

static CldFinding *
make_finding(CldClaim *before, CldClaim *after)
{
    CldFinding *finding = cld_finding_new(CLD_TYPE_REWRITE);
    finding->relation = CLD_RELATION_WITHIN_ARTICLE;
    finding->confidence = 1;
    finding->explanation = g_strdup("The sentence reads otherwise in the article's later version.");
    g_ptr_array_add(finding->basis, g_strdup("rule:rewrite"));
    cld_finding_add_side(finding, before);
    cld_finding_add_side(finding, after);
    cld_word_diff_add_sides(finding);
    if (!is_telling(finding))
        finding->severity = CLD_SEVERITY_LOW;
    cld_finding_seal(finding);
    return finding;
}

/**
 * cld_rewrites_pair:
 * @before: (element-type CldClaim): claims of an article's earlier version, in order
 * @after: (element-type CldClaim): those of the later one
 * @counts: (out caller-allocates): how many sentences changed
 *
 * Compares two versions of one text sentence by sentence. A sentence that was only moved is no
 * change; sentences that share at least half of their words are one, best pairs first.
 *
 * Returns: (transfer full) (element-type CldRewritten): the sentences that changed
 */
GArray *
cld_rewrites_pair(const GPtrArray *before, const GPtrArray *after, CldRewrites *counts)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(CldRewritten));
    g_autoptr(GArray) old = list_sentences(before);
    g_autoptr(GArray) now = list_sentences(after);
    g_autoptr(GPtrArray) old_texts = sort_texts(old);
    g_autoptr(GPtrArray) new_texts = sort_texts(now);
    settle_unchanged(old, new_texts);
    settle_unchanged(now, old_texts);
    g_autoptr(GArray) matches = list_matches(old, now);
    for (guint i = 0; i < matches->len; i++) {
        const Match *match = &g_array_index(matches, Match, i);
        Sentence *a = &g_array_index(old, Sentence, match->before);
        Sentence *b = &g_array_index(now, Sentence, match->after);
        CldRewritten pair = {a->claim, b->claim};
        if (a->is_paired || b->is_paired)
            continue;
        a->is_paired = b->is_paired = TRUE;
        g_array_append_val(pairs, pair);
    }
    *counts = (CldRewrites){pairs->len, count_left(old), count_left(now)};
    return pairs;
}

/**
 * cld_rewrites_find:
 * @before: (element-type CldClaim): claims of an article's earlier version, in order
 * @after: (element-type CldClaim): those of the later one
 * @findings: (element-type CldFinding): where a finding for each rewritten sentence goes
 *
 * Returns: how many sentences changed
 */
CldRewrites
cld_rewrites_find(const GPtrArray *before, const GPtrArray *after, GPtrArray *findings)
{
    CldRewrites result;
    g_autoptr(GArray) pairs = cld_rewrites_pair(before, after, &result);
    for (guint i = 0; i < pairs->len; i++) {
        const CldRewritten *pair = &g_array_index(pairs, CldRewritten, i);
        g_ptr_array_add(findings, make_finding(pair->before, pair->after));
    }
    return result;
}
