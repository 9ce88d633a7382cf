/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-cast.h"
#include "cld-lexicon.h"
#include "cld-phrase.h"
#include <string.h>

#define MAX_ROLES   24   /* words that describe one figure */
#define MAX_FIGURES 2000 /* more names than that in one article are not told apart */

static void
figure_free(CldFigure *self)
{
    g_free(self->name);
    g_ptr_array_unref(self->roles);
    g_free(self);
}

static gboolean
can_be_same(const CldFigure *figure, const CldNameMention *mention)
{
    return figure->key == mention->key &&
           (!figure->given || !mention->given || figure->given == mention->given);
}

/* The figure a mention stands for: the last one named of those that fit, so that a surname alone
 * means the bearer spoken of. */
static gint
find_figure(const CldCast *self, const CldNameMention *mention)
{
    gint best = -1;
    for (guint i = 0; i < self->figures->len; i++) {
        const CldFigure *figure = g_ptr_array_index(self->figures, i);
        if (!can_be_same(figure, mention))
            continue;
        const CldFigure *other = best >= 0 ? g_ptr_array_index(self->figures, best) : NULL;
        if (!other || figure->last_passage >= other->last_passage)
            best = (gint)i;
    }
    return best;
}

static gint
add_figure(CldCast *self, const CldNameMention *mention)
{
    CldFigure *figure = g_new0(CldFigure, 1);
    gboolean is_taken = FALSE;
    for (guint i = 0; i < self->figures->len && !is_taken; i++)
        is_taken = ((const CldFigure *)g_ptr_array_index(self->figures, i))->key == mention->key;
    g_autofree char *both =
        is_taken && mention->given ? g_strdup_printf("%s %s", mention->given, mention->key) : NULL;
    figure->key = both ? g_intern_string(both) : mention->key;
    figure->kind = mention->kind;
    figure->given = mention->given;
    figure->roles = g_ptr_array_new();
    g_ptr_array_add(self->figures, figure);
    return (gint)self->figures->len - 1;
}

static void
meet_mention(CldCast *self,
             const CldArticle *article,
             CldPassage *passage,
             const CldNameMention *mention)
{
    gint index = find_figure(self, mention);
    if (index < 0) {
        if (self->figures->len >= MAX_FIGURES)
            return;
        index = add_figure(self, mention);
    }
    CldFigure *figure = g_ptr_array_index(self->figures, index);
    if (!figure->given)
        figure->given = mention->given;
    if (figure->kind == CLD_NAME_UNKNOWN)
        figure->kind = mention->kind;
    figure->n_mentions++;
    figure->last_passage = passage->index;
    if (!figure->name || strlen(figure->name) < cld_span_length(mention->span)) {
        g_free(figure->name);
        figure->name = cld_span_dup_text(mention->span, article->text);
        figure->span = mention->span;
    }
    for (guint i = mention->first_token;
         i < mention->first_token + mention->n_tokens && i < passage->n_tokens; i++)
        passage->figure_at[i] = index;
}

static void
add_role(CldFigure *figure, const CldPassage *passage, guint token)
{
    const char *lower = cld_passage_token(passage, token)->lower;
    const char *stem = cld_text_intern_stem(lower);
    const char *const *values = cld_lexicon_lookup(cld_lexicon_get("roles"), lower);
    if (figure->roles->len >= MAX_ROLES || g_ptr_array_find(figure->roles, stem, NULL))
        return;
    g_ptr_array_add(figure->roles, (gpointer)stem);
    figure->n_place_roles += passage->tags[token].word == CLD_WORD_NAME;
    if (!values || !values[0])
        return;
    if (!g_ptr_array_find(figure->roles, g_intern_string(lower), NULL))
        g_ptr_array_add(figure->roles, (gpointer)g_intern_string(lower));
    if (figure->kind == CLD_NAME_UNKNOWN && strcmp(values[0], "person") == 0)
        figure->kind = CLD_NAME_PERSON;
    if (values[1] && values[2] && figure->gender == 0)
        figure->gender = values[2][0];
}

static void
add_roles(CldFigure *figure, const CldPassage *passage, CldRange range)
{
    for (guint i = range.first; i < range.end; i++)
        if (passage->tags[i].word == CLD_WORD_NOUN || passage->tags[i].word == CLD_WORD_NAME)
            add_role(figure, passage, i);
}

/* Titles stand before a name ("Finance Minister X"), appositions behind it or before it between
 * commas ("X, head of the office,"; "the firm's director, X,"). */
static void
learn_roles(CldFigure *figure, const CldPassage *passage, const CldNameMention *mention)
{
    CldRange all = {0, passage->n_tokens};
    guint first = mention->first_token, end = MIN(first + mention->n_tokens, passage->n_tokens);
    guint title = first;
    if (!cld_span_is_empty(mention->title))
        title = cld_passage_range_of(passage, mention->title).first;
    while (title > 0 && first - title < 6 && passage->tags[title - 1].word == CLD_WORD_NOUN)
        title--;
    add_roles(figure, passage, (CldRange){title, first});
    if (figure->kind == CLD_NAME_ORGANISATION)
        add_roles(figure, passage, (CldRange){end - 1, end});
    if (end < passage->n_tokens && passage->tags[end].word == CLD_WORD_COMMA) {
        CldRange behind = cld_phrase_core(passage, cld_phrase_after(passage, all, end + 1));
        gboolean is_closed =
            !cld_range_is_empty(behind) &&
            !cld_tag_is_finite(passage->tags[MIN(behind.end, passage->n_tokens - 1)]);
        gint head = is_closed ? cld_phrase_head(passage, behind) : -1;
        if (head >= 0 && passage->tags[head].word == CLD_WORD_NOUN)
            add_roles(figure, passage, behind);
    }
    if (title > 1 && passage->tags[title - 1].word == CLD_WORD_COMMA && end < passage->n_tokens &&
        (passage->tags[end].word >= CLD_WORD_COMMA || cld_tag_is_finite(passage->tags[end]))) {
        CldRange before = cld_phrase_core(passage, cld_phrase_before(passage, all, title - 1));
        gint head = cld_range_is_empty(before) ? -1 : cld_phrase_head(passage, before);
        if (head >= 0 && passage->tags[head].word == CLD_WORD_NOUN &&
            cld_lexicon_lookup(cld_lexicon_get("roles"),
                               cld_passage_token(passage, (guint)head)->lower))
            add_roles(figure, passage, before);
    }
}

static void
learn_gender(CldFigure *figure)
{
    const char *const *values =
        figure->given ? cld_lexicon_lookup(cld_lexicon_get("given-names"), figure->given) : NULL;
    if (values && values[0] && figure->gender == 0)
        figure->gender = values[0][0];
}

/**
 * cld_cast_new:
 * @article: the article
 * @passages: (element-type CldPassage): its passages; their figure_at is filled in for names
 *
 * Brings the names of an article together: one figure for all mentions of one key that do not
 * disagree in the given name.
 *
 * Returns: (transfer full): the cast
 */
CldCast *
cld_cast_new(const CldArticle *article, GPtrArray *passages)
{
    CldCast *self = g_new0(CldCast, 1);
    self->figures = g_ptr_array_new_with_free_func((GDestroyNotify)figure_free);
    for (guint p = 0; p < passages->len; p++) {
        CldPassage *passage = g_ptr_array_index(passages, p);
        for (guint i = 0; i < passage->names->len; i++)
            meet_mention(self, article, passage, &g_array_index(passage->names, CldNameMention, i));
    }
    for (guint i = 0; i < self->figures->len; i++)
        learn_gender(g_ptr_array_index(self->figures, i));
    for (guint p = 0; p < passages->len; p++) {
        const CldPassage *passage = g_ptr_array_index(passages, p);
        for (guint i = 0; i < passage->names->len; i++) {
            const CldNameMention *mention = &g_array_index(passage->names, CldNameMention, i);
            gint figure = mention->first_token < passage->n_tokens
                              ? passage->figure_at[mention->first_token]
                              : -1;
            if (figure >= 0)
                learn_roles(g_ptr_array_index(self->figures, figure), passage, mention);
        }
    }
    return self;
}

void
cld_cast_free(CldCast *self)
{
    if (!self)
        return;
    g_ptr_array_unref(self->figures);
    g_free(self);
}

/* Returns: (nullable): the figure, %NULL for -1 */
const CldFigure *
cld_cast_get(const CldCast *self, gint index)
{
    return index < 0 ? NULL : g_ptr_array_index(self->figures, index);
}
