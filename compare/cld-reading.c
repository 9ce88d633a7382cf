/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-reading.h"
#include "cld-encoder.h"
#include "cld-when.h"
#include <string.h>

/* Nearest sentences of every sentence that are looked at: 92 of 100 disputes of the development
 * stories are among the first six of either side, 94 among eight, which costs a quarter more. */
#define MAX_NEAR 6
/* A sentence whose vector is less alike than this is about something else. */
#define MIN_SIMILARITY 0.2

/* How much later a text was published, in the words that the pair model was trained with
 * (models/train/pairs.py says the same). */
static const struct {
    gint64 days; /* less than this */
    const char *words;
} lapses[] = {
    {1, "same day"}, {2, "a day later"}, {7, NULL}, {14, "a week later"}, {60, "weeks later"},
};

static void
utterance_free(CldUtterance *self)
{
    g_free(self->sentence);
    g_free(self->text);
    g_array_unref(self->near);
    g_free(self);
}

static void
settle_text(CldUtterance *self, const char *holder)
{
    self->text = holder == NULL ? g_strdup(self->sentence)
                                : g_strdup_printf("%s: %s", holder, self->sentence);
}

/* The claims of one sentence stand side by side in the story; the first speaker among them is the
 * sentence's. Returns: the first claim after the sentence */
static guint
add_utterance(CldReading *self, guint first)
{
    const CldView *view = g_ptr_array_index(self->story->views, first);
    CldUtterance *utterance = g_new0(CldUtterance, 1);
    const char *holder = NULL;
    guint i = first;
    for (; i < self->story->views->len; i++) {
        const CldView *next = g_ptr_array_index(self->story->views, i);
        if (!cld_claim_is_same_sentence(view->claim, next->claim))
            break;
        self->of_view[i] = self->utterances->len;
        holder = holder != NULL ? holder : next->claim->holder;
    }
    utterance->view = view;
    utterance->near = g_array_new(FALSE, FALSE, sizeof(guint));
    utterance->sentence = cld_span_dup_text(view->claim->sentence, view->article->text);
    settle_text(utterance, holder);
    g_ptr_array_add(self->utterances, utterance);
    return i;
}

static gboolean
encode(CldReading *self, CldEncoder *encoder, GError **error)
{
    guint n = self->utterances->len;
    g_autofree const char **texts = g_new0(const char *, n + 1);
    for (guint i = 0; i < n; i++)
        texts[i] = cld_reading_get(self, i)->sentence;
    self->dimension = cld_encoder_get_dimension(encoder);
    self->vectors = g_new0(float, (gsize)n * self->dimension + 1);
    return cld_encoder_encode(encoder, texts, n, self->vectors, error);
}

typedef struct {
    guint utterance;
    double similarity;
} Neighbour;

static gint
compare_neighbours(gconstpointer a, gconstpointer b)
{
    const Neighbour *x = a;
    const Neighbour *y = b;
    if (x->similarity != y->similarity)
        return x->similarity > y->similarity ? -1 : 1;
    return x->utterance < y->utterance ? -1 : x->utterance > y->utterance;
}

/* A text goes on, it does not contradict itself: of its own sentences only those of other speakers
 * are looked for, and its headline. */
static gboolean
may_dispute(const CldClaim *a, const CldClaim *b)
{
    if (a->article != b->article)
        return TRUE;
    if ((a->part == CLD_PART_HEADLINE) != (b->part == CLD_PART_HEADLINE))
        return TRUE;
    return g_strcmp0(a->holder, b->holder) != 0;
}

static void
find_near(CldReading *self, guint index)
{
    const CldUtterance *utterance = cld_reading_get(self, index);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Neighbour));
    for (guint i = 0; i < self->utterances->len; i++) {
        Neighbour row = {i, cld_reading_similarity(self, index, i)};
        if (i != index && row.similarity >= MIN_SIMILARITY &&
            may_dispute(utterance->view->claim, cld_reading_get(self, i)->view->claim))
            g_array_append_val(all, row);
    }
    g_array_sort(all, compare_neighbours);
    for (guint i = 0; i < MIN(all->len, MAX_NEAR); i++)
        g_array_append_val(utterance->near, g_array_index(all, Neighbour, i).utterance);
}

/**
 * cld_reading_new:
 * @story: a story; must outlive the reading
 * @options: (nullable): may bring an encoder
 * @error: return location, or %NULL
 *
 * Writes the sentences of the story down for a model, and finds for each those that are nearest.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set when the encoder failed
 */
CldReading *
cld_reading_new(const CldStory *story, const CldEngineOptions *options, GError **error)
{
    g_autoptr(CldReading) self = g_new0(CldReading, 1);
    self->story = story;
    self->utterances = g_ptr_array_new_with_free_func((GDestroyNotify)utterance_free);
    self->of_view = g_new0(guint, story->views->len + 1);
    for (guint i = 0; i < story->views->len;)
        i = add_utterance(self, i);
    CldEncoder *encoder = options == NULL ? NULL : (CldEncoder *)options->encoder;
    if (encoder == NULL)
        return g_steal_pointer(&self);
    if (!encode(self, encoder, error))
        return NULL;
    for (guint i = 0; i < self->utterances->len; i++)
        find_near(self, i);
    return g_steal_pointer(&self);
}

void
cld_reading_free(CldReading *self)
{
    g_ptr_array_unref(self->utterances);
    g_free(self->of_view);
    g_free(self->vectors);
    g_free(self);
}

/* Returns: (transfer none): a sentence of the story */
const CldUtterance *
cld_reading_get(const CldReading *self, guint index)
{
    return g_ptr_array_index(self->utterances, index);
}

/* Returns: cosine of two sentences, 0 without an encoder */
double
cld_reading_similarity(const CldReading *self, guint a, guint b)
{
    if (self->vectors == NULL)
        return 0;
    const float *x = self->vectors + (gsize)a * self->dimension;
    const float *y = self->vectors + (gsize)b * self->dimension;
    float sum = 0;
    for (guint i = 0; i < self->dimension; i++)
        sum += x[i] * y[i];
    return (double)sum;
}

static char *
lapse_words(gint64 days)
{
    for (guint i = 0; i < G_N_ELEMENTS(lapses); i++)
        if (days < lapses[i].days)
            return lapses[i].words != NULL
                       ? g_strdup(lapses[i].words)
                       : g_strdup_printf("%" G_GINT64_FORMAT " days later", days);
    return g_strdup("months later");
}

/**
 * cld_reading_dup_later:
 * @self: a reading
 * @earlier: a sentence
 * @later: a sentence of a text that was not published before the other's
 *
 * Returns: (transfer full): the later one as the pair model reads it, with how much later it was
 * published where both dates are known: "2 days later | speaker: sentence"
 */
char *
cld_reading_dup_later(const CldReading *self, guint earlier, guint later)
{
    const CldUtterance *x = cld_reading_get(self, earlier);
    const CldUtterance *y = cld_reading_get(self, later);
    CldWhen a = x->view->article->published, b = y->view->article->published;
    if (!cld_when_is_known(a) || !cld_when_is_known(b))
        return g_strdup(y->text);
    g_autofree char *words = lapse_words(cld_when_days_between(a, b));
    return g_strdup_printf("%s | %s", words, y->text);
}
