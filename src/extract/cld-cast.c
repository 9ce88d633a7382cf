/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-cast.h"
#include <string.h>

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
    if (figure->key != mention->key && !g_str_has_prefix(figure->key, mention->key))
        return FALSE;
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
