/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-ask.h"
#include "cld-judge.h"
#include <math.h>

/* Questions to the model for each sentence of a story, on average: the model takes its time. Chosen
 * by alignment among all of them, 85 of 100 disputes of the development stories are asked about,
 * with two 79; the nearest three of each sentence were hardly fewer questions and 63. */
#define ASKED_PER_SENTENCE 3

/* Two sentences that may be put before the model, and the pairs of claims that stand in them. */
typedef struct {
    guint earlier;
    guint later;
    guint order;    /* among the questions as they were found */
    double aligned; /* the best of its pairs */
    GArray *pairs;  /* (element-type guint) */
} Question;

static void
question_free(Question *self)
{
    g_array_unref(self->pairs);
    g_free(self);
}

/* The earlier text is the premise: what comes later may be news to it. */
static gboolean
is_later(const CldReading *reading, guint a, guint b)
{
    CldWhen x = cld_reading_get(reading, a)->view->article->published;
    CldWhen y = cld_reading_get(reading, b)->view->article->published;
    return cld_when_is_known(x) && cld_when_is_known(y) && cld_when_days_between(x, y) < 0;
}

static Question *
question_new(const CldReading *reading, guint a, guint b, guint order)
{
    gboolean swap = is_later(reading, a, b);
    Question *self = g_new0(Question, 1);
    *self = (Question){.earlier = swap ? b : a,
                       .later = swap ? a : b,
                       .order = order,
                       .pairs = g_array_new(FALSE, FALSE, sizeof(guint))};
    return self;
}

/* Returns: (transfer full) (element-type Question): one for two sentences, in the order of @pairs
 */
static GPtrArray *
collect(GPtrArray *pairs, const CldReading *reading)
{
    GPtrArray *questions = g_ptr_array_new_with_free_func((GDestroyNotify)question_free);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        guint a = reading->of_view[pair->a->index], b = reading->of_view[pair->b->index];
        gint64 code = ((gint64)a << 32) | b;
        if (pair->features[CLD_FEATURE_SAME_VOICE] > 0)
            continue;
        Question *question = g_hash_table_lookup(known, &code);
        if (question == NULL) {
            question = question_new(reading, a, b, questions->len);
            g_ptr_array_add(questions, question);
            g_hash_table_insert(known, g_memdup2(&code, sizeof code), question);
        }
        question->aligned = MAX(question->aligned, pair->aligned);
        g_array_append_val(question->pairs, i);
    }
    return questions;
}

static gint
compare_questions(gconstpointer a, gconstpointer b)
{
    const Question *x = *(const Question *const *)a;
    const Question *y = *(const Question *const *)b;
    if (x->aligned != y->aligned)
        return x->aligned > y->aligned ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* Leaves the questions that are likeliest of one thing: where none is, there is no dispute. */
static void
keep_best(GPtrArray *questions, const CldReading *reading)
{
    guint room = ASKED_PER_SENTENCE * reading->utterances->len;
    g_ptr_array_sort(questions, compare_questions);
    if (questions->len > room)
        g_ptr_array_set_size(questions, (gint)room);
}

static gboolean
ask(GPtrArray *questions,
    const CldReading *reading,
    CldJudge *judge,
    CldJudgement *answers,
    GError **error)
{
    g_autofree CldJudgePair *asked = g_new0(CldJudgePair, questions->len + 1);
    g_autoptr(GPtrArray) later = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < questions->len; i++) {
        const Question *question = g_ptr_array_index(questions, i);
        char *text = cld_reading_dup_later(reading, question->earlier, question->later);
        g_ptr_array_add(later, text);
        asked[i] = (CldJudgePair){cld_reading_get(reading, question->earlier)->text, text};
    }
    return cld_judge_pairs(judge, asked, questions->len, answers, error);
}

static void
tell_vectors(GPtrArray *pairs, const CldReading *reading)
{
    for (guint i = 0; i < pairs->len; i++) {
        CldPair *pair = g_ptr_array_index(pairs, i);
        cld_pair_set_vector(pair, cld_reading_similarity(reading, reading->of_view[pair->a->index],
                                                         reading->of_view[pair->b->index]));
    }
}

static gboolean
ask_about(GPtrArray *pairs, const CldReading *reading, CldJudge *judge, GError **error)
{
    g_autoptr(GPtrArray) questions = collect(pairs, reading);
    keep_best(questions, reading);
    g_autofree CldJudgement *answers = g_new0(CldJudgement, questions->len + 1);
    if (!ask(questions, reading, judge, answers, error))
        return FALSE;
    for (guint i = 0; i < questions->len; i++) {
        const Question *question = g_ptr_array_index(questions, i);
        for (guint k = 0; k < question->pairs->len; k++)
            cld_pair_set_judgement(
                g_ptr_array_index(pairs, g_array_index(question->pairs, guint, k)), &answers[i]);
    }
    return TRUE;
}

/**
 * cld_ask_is_too_much:
 * @story: a story
 * @options: (nullable): may bring an encoder and a judge
 *
 * Returns: whether there is a model, and the story has more sentences than it may read; such a
 * story is left to the rules, and the report has to say so
 */
gboolean
cld_ask_is_too_much(const CldStory *story, const CldEngineOptions *options)
{
    if (options == NULL || (options->judge == NULL && options->encoder == NULL))
        return FALSE;
    guint n = story->views->len > 0;
    for (guint i = 1; i < story->views->len; i++) {
        const CldView *before = g_ptr_array_index(story->views, i - 1);
        const CldView *view = g_ptr_array_index(story->views, i);
        n += !cld_claim_is_same_sentence(before->claim, view->claim);
    }
    return n > CLD_MAX_READ_SENTENCES;
}

/**
 * cld_ask_pairs:
 * @story: a story; must outlive the pairs
 * @options: (nullable): may bring an encoder and a judge
 * @error: return location, or %NULL
 *
 * Finds the pairs of claims worth comparing and puts the sentences of those that align best before
 * the model, each two of them once. Pairs that were not asked keep what the rules, or the vectors,
 * say; so does every pair of a story that is too large for a model.
 *
 * Returns: (transfer full) (element-type CldPair) (nullable): the pairs; %NULL with @error set when
 * the model failed
 */
GPtrArray *
cld_ask_pairs(const CldStory *story, const CldEngineOptions *options, GError **error)
{
    CldJudge *judge = options == NULL ? NULL : (CldJudge *)options->judge;
    gboolean has_model = judge != NULL || (options != NULL && options->encoder != NULL);
    if (!has_model || cld_ask_is_too_much(story, options))
        return cld_pairs_find(story, NULL);
    g_autoptr(CldReading) reading = cld_reading_new(story, options, error);
    if (reading == NULL)
        return NULL;
    g_autoptr(GPtrArray) pairs = cld_pairs_find(story, reading);
    if (reading->vectors != NULL)
        tell_vectors(pairs, reading);
    if (judge != NULL && !ask_about(pairs, reading, judge, error))
        return NULL;
    return g_steal_pointer(&pairs);
}
