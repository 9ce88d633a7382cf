/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-words.h"
#include <string.h>

/* Words at least this near say much the same. */
#define SAME_WORD 0.5
/* Two words of one wider concept are related, no more. */
#define SAME_PARENT 0.5
/* A word of this weight is fully telling. */
#define FULL_WEIGHT 5.0
/* Claims to either side that may belong to the same sentence. */
#define SENTENCE_REACH 12

static const char *
key_name(const CldTerm *term)
{
    return term->entity != NULL ? term->entity : term->concept != NULL ? term->concept : term->stem;
}

static const CldKey *
key_of(const CldStory *story, const CldView *view, const CldTerm *term)
{
    gpointer known = g_hash_table_lookup(story->ids, key_name(term));
    return known == NULL ? NULL : cld_view_find_key(view, GPOINTER_TO_UINT(known) - 1);
}

/* "give way" tells its subject, however common "give" is. */
static gboolean
is_telling(const CldView *view, const CldTerm *term)
{
    gboolean phrase =
        memchr(view->article->text + term->span.start, ' ', cld_span_length(term->span)) != NULL;
    return term->entity != NULL || phrase || !cld_story_is_generic(term);
}

static gboolean
has_word(const CldWords *self, CldSpan span)
{
    for (guint i = 0; i < self->n; i++)
        if (cld_span_overlaps(self->words[i].term->span, span))
            return TRUE;
    return FALSE;
}

static void
collect_view(CldWords *self, const CldStory *story, const CldView *view, CldSpan within)
{
    for (guint i = 0; i < view->claim->terms->len && self->n < CLD_WORDS_MAX; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (!cld_span_contains(within, term->span) || !is_telling(view, term) ||
            has_word(self, term->span))
            continue;
        const CldKey *key = key_of(story, view, term);
        if (key != NULL && key->weight > 0)
            self->words[self->n++] = (CldWord){view, term, key, key->weight};
    }
}

static gint
compare_words(gconstpointer a, gconstpointer b)
{
    const CldWord *x = a, *y = b;
    return x->term->span.start < y->term->span.start ? -1
                                                     : x->term->span.start > y->term->span.start;
}

/**
 * cld_words_collect:
 * @self: to fill
 * @story: the story of the claim
 * @view: a claim
 * @within: a stretch of its article's text, inside its sentence
 *
 * Lists the telling words there, those of the sentence's other clauses too.
 */
void
cld_words_collect(CldWords *self, const CldStory *story, const CldView *view, CldSpan within)
{
    guint from = view->index > SENTENCE_REACH ? view->index - SENTENCE_REACH : 0;
    guint to = MIN(view->index + SENTENCE_REACH + 1, story->views->len);
    self->n = 0;
    collect_view(self, story, view, within);
    for (guint i = from; i < to; i++) {
        const CldView *other = g_ptr_array_index(story->views, i);
        if (other != view && cld_claim_is_same_sentence(other->claim, view->claim))
            collect_view(self, story, other, within);
    }
    qsort(self->words, self->n, sizeof self->words[0], compare_words);
}

/* Returns: 1 for one name, concept or stem; less for words that are near; 0 where that is chance */
double
cld_word_similarity(const CldWord *x, const CldWord *y)
{
    const CldTerm *p = x->term, *q = y->term;
    if (p->entity != NULL || q->entity != NULL)
        return p->entity == q->entity;
    if (p->stem == q->stem || (p->concept != NULL && p->concept == q->concept))
        return 1;
    double near = x->key == NULL || y->key == NULL ? 0 : cld_key_similarity(x->key, y->key);
    double parent = p->parent != NULL && p->parent == q->parent ? SAME_PARENT : 0;
    return MAX(near >= SAME_WORD ? near : 0, parent);
}

static double
found_in(const CldWord *word, const CldWords *others)
{
    double best = 0;
    for (guint j = 0; j < others->n; j++)
        best = MAX(best, cld_word_similarity(word, &others->words[j]));
    return best;
}

static double
part_of(const CldWords *x, const CldWords *y, CldMatch *match)
{
    double sum = 0, total = 0;
    for (guint i = 0; i < x->n; i++) {
        double same = found_in(&x->words[i], y);
        double told = same * MIN(1.0, x->words[i].weight / FULL_WEIGHT);
        sum += same * x->words[i].weight;
        total += x->words[i].weight;
        if (match == NULL)
            continue;
        match->second = MAX(match->second, MIN(match->best, told));
        match->best = MAX(match->best, told);
        if (x->words[i].term->entity != NULL)
            match->names = MAX(match->names, told);
    }
    return total > 0 ? sum / total : 0;
}

/* Returns: how far the two stretches say the same */
CldMatch
cld_words_match(const CldWords *x, const CldWords *y)
{
    CldMatch match = {0};
    match.part_a = part_of(x, y, &match);
    match.part_b = part_of(y, x, NULL);
    return match;
}

/* Returns: the harmonic mean of both parts */
double
cld_match_both(const CldMatch *self)
{
    double sum = self->part_a + self->part_b;
    return sum > 0 ? 2 * self->part_a * self->part_b / sum : 0;
}
