/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-wording.h"
#include "cld-pair.h"
#include "cld-speaker.h"
#include "cld-weights.h"
#include "cld-word-diff.h"
#include <string.h>

/* The same words in the same order: nothing to report but an agreement. */
#define SAME_WORDS 0.995
/* From here on two quotations are one, whatever their numbers. */
#define SURE_QUOTE 0.75

/* Shorter pieces ("disgraceful") are on many lips. */
#define MIN_WORDS 2
/* Two utterances share a word at least this rare, or many words in order: more of them when none
 * tells anything. */
#define RARE_WORD  5.0
#define MANY_WORDS 0.35
#define MOST_WORDS 0.5
/* Without vectors two quotations that share fewer words than this are two utterances. */
#define FEW_WORDS 0.2

typedef struct {
    const CldPair *pair;
    double score;
    CldType type;
} Rewording;

static gboolean
is_spoken(const CldClaim *claim)
{
    return (claim->mode == CLD_MODE_DIRECT || claim->mode == CLD_MODE_MIXED) &&
           !cld_span_is_empty(claim->quote);
}

/* The words of the speaker in this clause. */
static CldSpan
spoken_span(const CldClaim *claim)
{
    CldSpan span = {MAX(claim->quote.start, claim->clause.start),
                    MIN(claim->quote.end, claim->clause.end)};
    return is_spoken(claim) && span.start < span.end ? span : claim->clause;
}

static char *
spoken_words(const CldView *view)
{
    return cld_span_dup_text(spoken_span(view->claim), view->article->text);
}

/* Words alike beyond this are hardly chance. */
#define CLOSE_WORDS 0.5

static const char *const measure_names[CLD_WORDING_N_MEASURES] = {
    "bias",   "soft",   "soft-short",  "direction",   "overlap", "words", "close",
    "spoken", "vector", "model-agree", "model-clash", "linked",  "few",   "polar"};

/* Returns: (transfer none): the name of a measure in data/en/weights.txt */
const char *
cld_wording_get_name(guint measure)
{
    return measure_names[measure];
}

/* Two who are linked, but not one by name, are only asked about where the words are near. */
#define NEAR_SOFT   0.5
#define NEAR_VECTOR 0.5

static CldHoldersTie
tie_of(const CldPair *pair, CldHolders *holders)
{
    const double *f = pair->features;
    if (cld_speaker_is_same(pair->a->claim, pair->b->claim))
        return CLD_HOLDERS_SAME;
    return f[CLD_FEATURE_SOFT_SHORT] >= NEAR_SOFT || f[CLD_FEATURE_VECTOR] >= NEAR_VECTOR
               ? cld_holders_tie(holders, pair->a, pair->b)
               : CLD_HOLDERS_APART;
}

/* Sentences of one article in which the holder of @view speaks. */
static guint
count_utterances(const CldStory *story, const CldView *view)
{
    const CldClaim *before = NULL;
    guint n = 0;
    for (guint i = 0; i < story->views->len; i++) {
        const CldClaim *claim = ((const CldView *)g_ptr_array_index(story->views, i))->claim;
        if (claim->article != view->claim->article || !cld_speaker_is_same(claim, view->claim))
            continue;
        n += before == NULL || !cld_claim_is_same_sentence(before, claim);
        before = claim;
    }
    return MAX(n, 1);
}

/* Of a man who speaks once in each of two articles it is likely the same utterance. */
static double
few_utterances(const CldPair *pair)
{
    return 2.0 / (count_utterances(pair->story, pair->a) + count_utterances(pair->story, pair->b));
}

/**
 * cld_wording_measure:
 * @pair: two claims
 * @holders: who the holders of its story are
 * @measures: (out caller-allocates) (array fixed-size=CLD_WORDING_N_MEASURES): how alike they are
 *
 * Returns: %TRUE if the two may be one utterance at all: one speaker, two articles, not the same
 * words
 */
gboolean
cld_wording_measure(const CldPair *pair, CldHolders *holders, double *measures)
{
    const CldClaim *a = pair->a->claim, *b = pair->b->claim;
    CldHoldersTie tie = a->article == b->article ? CLD_HOLDERS_APART : tie_of(pair, holders);
    if (tie == CLD_HOLDERS_APART)
        return FALSE;
    g_autofree char *x = spoken_words(pair->a);
    g_autofree char *y = spoken_words(pair->b);
    const double *f = pair->features;
    double alike = cld_word_diff_similarity(x, y);
    const double values[CLD_WORDING_N_MEASURES] = {1,
                                                   f[CLD_FEATURE_SOFT],
                                                   f[CLD_FEATURE_SOFT_SHORT],
                                                   f[CLD_FEATURE_DIRECTION],
                                                   f[CLD_FEATURE_OVERLAP],
                                                   alike,
                                                   MAX(0, alike - CLOSE_WORDS),
                                                   is_spoken(a) + is_spoken(b),
                                                   f[CLD_FEATURE_VECTOR],
                                                   f[CLD_FEATURE_MODEL_AGREE],
                                                   f[CLD_FEATURE_MODEL_CLASH],
                                                   tie == CLD_HOLDERS_LINKED,
                                                   few_utterances(pair),
                                                   a->polarity != b->polarity};
    memcpy(measures, values, sizeof values);
    return alike < SAME_WORDS;
}

static guint
count_words(const CldTokens *tokens)
{
    guint n = 0;
    for (guint i = 0; i < cld_tokens_length(tokens); i++)
        n += cld_tokens_get(tokens, i)->kind != CLD_TOKEN_PUNCT;
    return n;
}

/* The words of @tokens between blanks, without marks. */
static char *
dup_words(const CldTokens *tokens)
{
    GString *words = g_string_new(" ");
    for (guint i = 0; i < cld_tokens_length(tokens); i++)
        if (cld_tokens_get(tokens, i)->kind != CLD_TOKEN_PUNCT)
            g_string_append_printf(words, "%s ", cld_tokens_get(tokens, i)->lower);
    return g_string_free(words, FALSE);
}

/* A piece of a quotation, word for word, is no second wording of it. */
static gboolean
is_cut_out(const char *words, const char *other)
{
    return strstr(words, other) != NULL || strstr(other, words) != NULL;
}

static gboolean
shares_rare_word(const CldPair *pair)
{
    for (guint i = 0; i < pair->shared->len; i++)
        if (g_array_index(pair->shared, CldSharedKey, i).weight >= RARE_WORD)
            return TRUE;
    return FALSE;
}

/* Whether two pieces that are alike in meaning can be told from what anybody says at any time. */
static gboolean
is_telling(const CldPair *pair)
{
    const char *text_a = pair->a->article->text, *text_b = pair->b->article->text;
    g_autoptr(CldTokens) x = cld_tokens_new(text_a, spoken_span(pair->a->claim));
    g_autoptr(CldTokens) y = cld_tokens_new(text_b, spoken_span(pair->b->claim));
    g_autofree char *a = dup_words(x);
    g_autofree char *b = dup_words(y);
    if (MIN(count_words(x), count_words(y)) < MIN_WORDS)
        return FALSE;
    double alike = cld_word_diff_similarity(a, b);
    gboolean is_quote = is_spoken(pair->a->claim) && is_spoken(pair->b->claim);
    if (is_quote && (is_cut_out(a, b) || (pair->level == CLD_LEVEL_RULES && alike < FEW_WORDS)))
        return FALSE;
    if (pair->level != CLD_LEVEL_RULES)
        return TRUE; /* vectors see what words do not share */
    return shares_rare_word(pair) || alike > (pair->shared->len > 0 ? MANY_WORDS : MOST_WORDS);
}

static double
score_of(const CldPair *pair, CldHolders *holders)
{
    static const char *const groups[] = {"wording", "wording-vectors", "wording-model"};
    double measures[CLD_WORDING_N_MEASURES];
    return cld_wording_measure(pair, holders, measures)
               ? cld_weights_weigh(groups[pair->level], measure_names, measures,
                                   CLD_WORDING_N_MEASURES)
               : 0;
}

static gboolean
stands_on(const CldFinding *finding, const CldClaim *a, const CldClaim *b)
{
    guint n = 0;
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        n += cld_claim_is_same_sentence(side->claim, a) ||
             cld_claim_is_same_sentence(side->claim, b);
    }
    return n >= 2;
}

/* What one utterance printed twice may differ in without becoming two: the word diff marks it. */
static gboolean
is_inside_quotation(CldType type)
{
    return cld_type_get_info(type)->kind == CLD_KIND_UPDATE || type == CLD_TYPE_NUMBER ||
           type == CLD_TYPE_DATE || type == CLD_TYPE_PLACE;
}

/* The pair model is easily led astray by two translations of one sentence; a rule sees a word. */
static gboolean
is_of_the_model_alone(const CldFinding *finding)
{
    return finding->basis->len == 1 &&
           g_str_has_prefix(g_ptr_array_index(finding->basis, 0), "model:");
}

/* One utterance is no news about itself and does not contradict itself: what was taken for that is
 * told as its second wording. A statement and its denial stay what they are.
 *
 * Returns: %TRUE if nothing in the report is in the way */
static gboolean
make_room(CldReport *report, const Rewording *self)
{
    const CldClaim *a = self->pair->a->claim;
    const CldClaim *b = self->pair->b->claim;
    for (guint i = report->findings->len; i-- > 0;) {
        const CldFinding *finding = g_ptr_array_index(report->findings, i);
        if (!stands_on(finding, a, b))
            continue;
        gboolean is_sure = is_inside_quotation(finding->type) && self->type == CLD_TYPE_QUOTE &&
                           self->score >= SURE_QUOTE;
        if (!is_sure && !is_of_the_model_alone(finding))
            return FALSE;
        g_ptr_array_remove_index(report->findings, i);
    }
    return TRUE;
}

static gint
compare_rewordings(gconstpointer a, gconstpointer b)
{
    const Rewording *x = a;
    const Rewording *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->pair->a->index != y->pair->a->index)
        return x->pair->a->index < y->pair->a->index ? -1 : 1;
    return x->pair->b->index < y->pair->b->index ? -1 : x->pair->b->index > y->pair->b->index;
}

static void
report_rewording(CldReport *report, const Rewording *self)
{
    const CldPair *pair = self->pair;
    CldFinding *finding = cld_finding_new(self->type);
    g_autofree char *a = spoken_words(pair->a);
    g_autofree char *b = spoken_words(pair->b);
    finding->relation = CLD_RELATION_SAME_SPEAKER;
    finding->confidence = self->score;
    finding->subject = g_strdup(pair->a->claim->holder);
    g_ptr_array_add(finding->basis, g_strdup("rule:wording"));
    finding->explanation = g_strdup_printf(
        self->type == CLD_TYPE_QUOTE ? "%s is quoted in two wordings."
                                     : "%s is quoted in one report and retold in the other.",
        pair->a->claim->holder);
    cld_side_add_highlight(cld_finding_add_side(finding, pair->a->claim),
                           spoken_span(pair->a->claim));
    cld_side_add_highlight(cld_finding_add_side(finding, pair->b->claim),
                           spoken_span(pair->b->claim));
    cld_word_diff_add(finding, a, b);
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
}

/* A clause is told once for every other article: by its best match. */
static gboolean
is_used(GHashTable *used, const CldPair *pair)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    gint64 keys[] = {
        ((gint64)a->article << 48) | ((gint64)b->article << 32) | (gint64)a->clause.start,
        ((gint64)b->article << 48) | ((gint64)a->article << 32) | (gint64)b->clause.start};
    if (g_hash_table_contains(used, &keys[0]) || g_hash_table_contains(used, &keys[1]))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        g_hash_table_add(used, g_memdup2(&keys[i], sizeof keys[i]));
    return FALSE;
}

/**
 * cld_wording_from_pairs:
 * @report: where the findings go; what it holds already is not said again
 * @story: the story
 * @pairs: (element-type CldPair): its pairs
 *
 * Finds one utterance in two wordings: one speaker, two outlets, the same content in other words.
 * Every claim is matched once, best first.
 */
void
cld_wording_from_pairs(CldReport *report, const CldStory *story, GPtrArray *pairs)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Rewording));
    g_autoptr(GHashTable) used = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr(CldHolders) holders = cld_holders_new(story);
    double threshold = cld_weights_get("threshold", "wording");
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        const CldClaim *a = pair->a->claim;
        const CldClaim *b = pair->b->claim;
        gboolean is_quote = is_spoken(a) && is_spoken(b);
        Rewording row = {pair, score_of(pair, holders),
                         is_quote ? CLD_TYPE_QUOTE : CLD_TYPE_PARAPHRASE};
        if (row.score >= threshold && is_telling(pair))
            g_array_append_val(found, row);
    }
    g_array_sort(found, compare_rewordings);
    for (guint i = 0; i < found->len; i++) {
        const Rewording *row = &g_array_index(found, Rewording, i);
        if (!is_used(used, row->pair) && make_room(report, row))
            report_rewording(report, row);
    }
}
