/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-view.h"
#include "cld-copied.h"
#include "cld-lexicon.h"
#include "cld-revision.h"
#include <math.h>
#include <string.h>

/* Weight of a key that comes from a neighbouring claim instead of the claim itself. */
#define CONTEXT_SHARE 0.5
/* Weight of the wider concept beside the concept itself. */
#define PARENT_SHARE 0.4
/* Background idf of a stem that the background lacks, and of a name. */
#define IDF_UNKNOWN 8.0
#define IDF_DEFAULT 5.0
/* Words less near than this are near by chance. */
#define MIN_NEAR 0.35
/* Words of this weight in data/en/generic.txt or less are about nothing. */
#define MAX_GENERIC 0.35
/* Claims to either side that make up the context. */
#define CONTEXT_REACH 1

static double
value_of(const CldLexicon *lexicon, const char *entry, double otherwise)
{
    const char *const *values = lexicon == NULL ? NULL : cld_lexicon_lookup(lexicon, entry);
    return values == NULL || values[0] == NULL ? otherwise : g_ascii_strtod(values[0], NULL);
}

/* How telling the word itself is, before it is known how common it is in the story. */
static double
background_weight(const CldTerm *term, const char *text)
{
    if (term->entity != NULL)
        return IDF_UNKNOWN * 0.75;
    if (memchr(text + term->span.start, ' ', cld_span_length(term->span)) != NULL)
        return IDF_DEFAULT; /* "give way" is no commoner for "give" being common */
    double idf = value_of(cld_lexicon_get("idf"), term->stem,
                          cld_lexicon_get("idf") == NULL ? IDF_DEFAULT : IDF_UNKNOWN);
    return idf * value_of(cld_lexicon_get("generic"), term->stem, 1.0);
}

/* Generic or not, by interned stem, a table a thread: it is asked for every word of every pair. */
static GPrivate generic_stems = G_PRIVATE_INIT((GDestroyNotify)g_hash_table_unref);

/* Returns: %TRUE if the word carries no subject of its own */
gboolean
cld_story_is_generic(const CldTerm *term)
{
    GHashTable *known = g_private_get(&generic_stems);
    gpointer answer = NULL;
    if (term->entity != NULL)
        return FALSE;
    if (known == NULL) {
        known = g_hash_table_new(NULL, NULL);
        g_private_set(&generic_stems, known);
    }
    if (!g_hash_table_lookup_extended(known, term->stem, NULL, &answer)) {
        gboolean is_generic = value_of(cld_lexicon_get("generic"), term->stem, 1.0) < MAX_GENERIC;
        answer = GINT_TO_POINTER(is_generic);
        g_hash_table_insert(known, (gpointer)term->stem, answer);
    }
    return GPOINTER_TO_INT(answer);
}

static guint
id_of(CldStory *self, const char *key)
{
    gpointer known = g_hash_table_lookup(self->ids, key);
    if (known != NULL)
        return GPOINTER_TO_UINT(known) - 1;
    guint zero = 0;
    g_array_append_val(self->df, zero);
    g_ptr_array_add(self->names, (gpointer)key);
    g_hash_table_insert(self->ids, (gpointer)key, GUINT_TO_POINTER(self->names->len));
    return self->names->len - 1;
}

static gint
compare_keys(gconstpointer a, gconstpointer b)
{
    const CldKey *x = a;
    const CldKey *y = b;
    if (x->id != y->id)
        return x->id < y->id ? -1 : 1;
    return x->weight > y->weight ? -1 : x->weight < y->weight;
}

/* One entry an id: the weightiest. */
static void
settle_keys(GArray *keys)
{
    guint kept = 0;
    g_array_sort(keys, compare_keys);
    for (guint i = 0; i < keys->len; i++) {
        CldKey key = g_array_index(keys, CldKey, i);
        if (kept == 0 || g_array_index(keys, CldKey, kept - 1).id != key.id)
            g_array_index(keys, CldKey, kept++) = key;
    }
    g_array_set_size(keys, kept);
}

static void
add_term(CldStory *self, CldView *view, guint index)
{
    const CldTerm *term = cld_view_get_term(view, index);
    double weight = background_weight(term, view->article->text);
    const char *name = term->entity != NULL    ? term->entity
                       : term->concept != NULL ? term->concept
                                               : term->stem;
    if (weight <= 0)
        return;
    CldKey key = {id_of(self, name), index, weight,
                  term->entity == NULL ? cld_vectors_lookup(term->stem) : NULL, FALSE};
    g_array_append_val(view->keys, key);
    if (term->parent != NULL && term->entity == NULL) {
        CldKey wide = {id_of(self, term->parent), index, weight * PARENT_SHARE, NULL, TRUE};
        g_array_append_val(view->keys, wide);
    }
}

static CldView *
view_new(CldStory *self, CldClaim *claim)
{
    CldView *view = g_new0(CldView, 1);
    view->claim = claim;
    view->article = g_ptr_array_index(self->report->articles, claim->article);
    view->tokens = cld_tokens_new(view->article->text, claim->clause);
    view->sentence = cld_tokens_new(view->article->text, claim->sentence);
    view->revisions = cld_revisions_find(view->article->text, view->sentence);
    view->names = cld_names_find(view->article->text, view->tokens);
    view->index = self->views->len;
    view->keys = g_array_new(FALSE, FALSE, sizeof(CldKey));
    view->whole = g_array_new(FALSE, FALSE, sizeof(CldKey));
    view->context = g_array_new(FALSE, FALSE, sizeof(CldKey));
    for (guint i = 0; i < claim->terms->len; i++)
        add_term(self, view, i);
    settle_keys(view->keys);
    for (guint i = 0; i < view->keys->len; i++)
        g_array_index(self->df, guint, g_array_index(view->keys, CldKey, i).id)++;
    return view;
}

static void
view_free(CldView *self)
{
    cld_tokens_unref(self->tokens);
    cld_tokens_unref(self->sentence);
    g_clear_pointer(&self->revisions, g_array_unref);
    g_array_unref(self->names);
    g_array_unref(self->keys);
    g_array_unref(self->whole);
    g_array_unref(self->context);
    g_free(self);
}

static double
norm_of(const GArray *keys)
{
    double sum = 0;
    for (guint i = 0; i < keys->len; i++) {
        double weight = g_array_index(keys, CldKey, i).weight;
        sum += weight * weight;
    }
    return sqrt(sum);
}

/* What everybody in the story writes says nothing about which claims belong together. */
static void
weigh_by_event(CldStory *self, GArray *keys)
{
    double n = (double)self->views->len;
    for (guint i = 0; i < keys->len; i++) {
        CldKey *key = &g_array_index(keys, CldKey, i);
        double df = (double)g_array_index(self->df, guint, key->id);
        key->weight *= log(1 + n / df) / log(1 + n);
    }
}

/* The direction in which the claim's words point together. */
static void
point(CldView *view)
{
    double sum = 0;
    for (guint i = 0; i < view->keys->len; i++) {
        const CldKey *key = &g_array_index(view->keys, CldKey, i);
        for (guint d = 0; key->direction != NULL && d < CLD_VECTOR_DIMENSIONS; d++)
            view->direction[d] += (float)(key->weight * key->direction[d]);
    }
    for (guint d = 0; d < CLD_VECTOR_DIMENSIONS; d++)
        sum += (double)view->direction[d] * (double)view->direction[d];
    for (guint d = 0; sum > 0 && d < CLD_VECTOR_DIMENSIONS; d++)
        view->direction[d] = (float)((double)view->direction[d] / sqrt(sum));
}

static void
add_context(CldStory *self, CldView *view, gint step)
{
    gint other = (gint)view->index + step;
    if (other < 0 || other >= (gint)self->views->len)
        return;
    const CldView *neighbour = g_ptr_array_index(self->views, other);
    if (neighbour->claim->article != view->claim->article ||
        (gint)neighbour->claim->number != (gint)view->claim->number + step)
        return; /* of a copy the sentences in between may be missing */
    for (guint i = 0; i < neighbour->keys->len; i++) {
        CldKey key = g_array_index(neighbour->keys, CldKey, i);
        key.weight *= CONTEXT_SHARE;
        key.term = G_MAXUINT;
        g_array_append_val(view->context, key);
    }
}

/* What a copy prints as it stands in the original is left to the original; what it changed or added
 * is compared like any other's. */
static void
add_article(CldStory *self, guint article)
{
    const GPtrArray *claims = self->report->claims;
    guint origin = cld_copied_get_origin(self->report, article);
    g_autoptr(CldCopied) copied =
        origin == article
            ? NULL
            : cld_copied_new(self->report, origin, cld_report_find_claims(self->report, origin));
    for (guint i = cld_report_find_claims(self->report, article); i < claims->len; i++) {
        CldClaim *claim = g_ptr_array_index(claims, i);
        if (claim->article != article)
            break;
        if (copied == NULL || !cld_copied_has(copied, claim))
            g_ptr_array_add(self->views, view_new(self, claim));
    }
}

/* The claims of one sentence stand side by side in the story. */
static void
add_sentence(CldStory *self, CldView *view)
{
    for (gint step = -1; step <= 1; step += 2)
        for (gint i = (gint)view->index + step; i >= 0 && i < (gint)self->views->len; i += step) {
            const CldView *other = g_ptr_array_index(self->views, i);
            if (!cld_claim_is_same_sentence(other->claim, view->claim))
                break;
            g_array_append_vals(view->whole, other->keys->data, other->keys->len);
        }
    g_array_append_vals(view->whole, view->keys->data, view->keys->len);
    settle_keys(view->whole);
}

/**
 * cld_story_new:
 * @report: a report whose claims and event_of are filled in; must outlive the story
 * @event: index of the event
 *
 * Returns: (transfer full): the claims of that event, weighed. Captions make no claims; of a
 * copy of a wire text only the sentences that are not the original's.
 */
CldStory *
cld_story_new(const CldReport *report, gint event)
{
    CldStory *self = g_new0(CldStory, 1);
    self->report = report;
    self->event = event;
    self->views = g_ptr_array_new_with_free_func((GDestroyNotify)view_free);
    self->names = g_ptr_array_new();
    self->df = g_array_new(FALSE, FALSE, sizeof(guint));
    self->ids = g_hash_table_new(NULL, NULL);
    const CldEvent *group = g_ptr_array_index(report->events, event);
    for (guint i = 0; i < group->articles->len; i++)
        add_article(self, g_array_index(group->articles, guint, i));
    for (guint i = 0; i < self->views->len; i++) {
        CldView *view = g_ptr_array_index(self->views, i);
        weigh_by_event(self, view->keys);
        view->norm = norm_of(view->keys);
        point(view);
    }
    for (guint i = 0; i < self->views->len; i++) {
        CldView *view = g_ptr_array_index(self->views, i);
        for (gint step = -CONTEXT_REACH; step <= CONTEXT_REACH; step++)
            add_context(self, view, step);
        settle_keys(view->context);
        add_sentence(self, view);
        view->context_norm = norm_of(view->context);
    }
    return self;
}

void
cld_story_free(CldStory *self)
{
    g_ptr_array_unref(self->views);
    g_ptr_array_unref(self->names);
    g_array_unref(self->df);
    g_hash_table_unref(self->ids);
    g_free(self);
}

/* Returns: how alike two keys are: 1 for the same one, the nearness of their words otherwise, 0
 * where that is small enough to be chance */
double
cld_key_similarity(const CldKey *x, const CldKey *y)
{
    if (x->id == y->id)
        return 1;
    double near = cld_vectors_similarity(x->direction, y->direction);
    return near < MIN_NEAR ? 0 : near;
}

/* Returns: (transfer none) (nullable): the entry of that key */
const CldKey *
cld_view_find_key(const CldView *self, guint id)
{
    guint low = 0, high = self->keys->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const CldKey *key = &g_array_index(self->keys, CldKey, middle);
        if (key->id == id)
            return key;
        if (key->id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Returns: (transfer none): a content word of the claim */
const CldTerm *
cld_view_get_term(const CldView *self, guint index)
{
    return &g_array_index(self->claim->terms, CldTerm, index);
}
