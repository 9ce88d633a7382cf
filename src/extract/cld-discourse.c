/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-discourse.h"
#include "cld-lexicon.h"
#include <string.h>

/* How present a figure is: after the salience lists of Lappin and Leass (1994), with few weights.
 */
#define WEIGHT_MENTION 1.0
#define WEIGHT_SUBJECT 0.8
#define DECAY          0.5
#define MIN_PRESENT    0.05 /* a pronoun does not reach back further */
#define MIN_BODY       0.9  /* "it" is too often nobody */

/* Returns: (transfer full): a reading of @article in which nobody has been named yet; keeps both
 * arguments without owning them */
CldDiscourse *
cld_discourse_new(const CldArticle *article, CldCast *cast)
{
    CldDiscourse *self = g_new0(CldDiscourse, 1);
    self->article = article;
    self->cast = cast;
    self->salience = g_new0(double, cast->figures->len + 1);
    return self;
}

void
cld_discourse_free(CldDiscourse *self)
{
    if (!self)
        return;
    g_free(self->salience);
    g_free(self);
}

/* Makes a figure more present: it was named, or it spoke. */
void
cld_discourse_notice(CldDiscourse *self, gint figure, double weight)
{
    if (figure >= 0)
        self->salience[figure] += weight;
}

static gboolean
suits_gender(const CldFigure *figure, char gender)
{
    return figure->gender == 0 || gender == 0 || figure->gender == gender;
}

static gboolean
suits_kind(const CldFigure *figure, gboolean is_person)
{
    if (is_person)
        return figure->kind == CLD_NAME_PERSON ||
               (figure->kind == CLD_NAME_UNKNOWN && (figure->gender || figure->has_spoken));
    return figure->kind == CLD_NAME_ORGANISATION;
}

static gint
most_present(const CldDiscourse *self, gboolean is_person, char gender, gint except, double least)
{
    gint best = -1;
    for (guint i = 0; i < self->cast->figures->len; i++) {
        const CldFigure *figure = g_ptr_array_index(self->cast->figures, i);
        if ((gint)i == except || !suits_kind(figure, is_person) || !suits_gender(figure, gender) ||
            self->salience[i] < least)
            continue;
        double bonus = gender && figure->gender == gender ? 1.2 : 1.0;
        double other =
            best < 0
                ? 0
                : self->salience[best] *
                      (gender && ((const CldFigure *)g_ptr_array_index(self->cast->figures, best))
                                         ->gender == gender
                           ? 1.2
                           : 1.0);
        if (best < 0 || self->salience[i] * bonus > other)
            best = (gint)i;
    }
    return best;
}

/**
 * cld_discourse_find_pronoun:
 * @self: what was read so far
 * @lower: a pronoun, folded
 * @except: a figure it cannot be, -1: any
 *
 * Returns: the figure that a third-person pronoun stands for, -1: not known
 */
gint
cld_discourse_find_pronoun(CldDiscourse *self, const char *lower, gint except)
{
    const char *const *values = cld_lexicon_lookup(cld_lexicon_get("pronouns"), lower);
    if (!values || !values[0])
        return -1;
    if (strcmp(values[0], "male") == 0 || strcmp(values[0], "female") == 0) {
        char gender = values[0][0];
        gint figure = most_present(self, TRUE, gender, except, MIN_PRESENT);
        if (figure >= 0) {
            CldFigure *who = g_ptr_array_index(self->cast->figures, figure);
            if (who->gender == 0)
                who->gender = gender; /* once a "she", always a "she" */
            who->kind = CLD_NAME_PERSON;
        }
        return figure;
    }
    if (strcmp(values[0], "thing") == 0)
        return most_present(self, FALSE, 0, except, MIN_BODY);
    return -1;
}

/* Returns: the person spoken of most just now, -1: nobody */
gint
cld_discourse_get_person(const CldDiscourse *self)
{
    return most_present(self, TRUE, 0, -1, MIN_PRESENT);
}

static gboolean
has_role(const CldFigure *figure, const char *stem)
{
    return g_ptr_array_find(figure->roles, stem, NULL);
}

static gboolean
is_kind(const CldFigure *figure, const char *kind)
{
    static const struct {
        const char *name;
        CldNameKind kind;
    } rows[] = {
        {"person", CLD_NAME_PERSON}, {"body", CLD_NAME_ORGANISATION}, {"place", CLD_NAME_PLACE}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(rows[i].name, kind) == 0)
            return figure->kind == rows[i].kind ||
                   (figure->kind == CLD_NAME_UNKNOWN && rows[i].kind != CLD_NAME_PLACE);
    return FALSE;
}

static gboolean
has_family(const CldFigure *figure, const char *family)
{
    const CldLexicon *roles = cld_lexicon_get("roles");
    for (guint i = 0; i < figure->roles->len; i++) {
        const char *const *values = cld_lexicon_lookup(roles, g_ptr_array_index(figure->roles, i));
        if (values && values[0] && values[1] && strcmp(values[1], family) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Called a ministry, an agency, a union … somewhere: not "the company". */
static gboolean
is_other_body(const CldFigure *figure)
{
    for (guint i = 0; i < figure->roles->len; i++) {
        const char *const *values =
            cld_lexicon_lookup(cld_lexicon_get("roles"), g_ptr_array_index(figure->roles, i));
        if (values && values[0] && values[1] && strcmp(values[1], "company") != 0)
            return TRUE;
    }
    return FALSE;
}

/* The paper itself, or another whose name is part of its name. */
static gboolean
is_outlet(const CldArticle *article, const CldFigure *figure)
{
    return article->outlet &&
           (strstr(article->outlet, figure->name) || strstr(figure->name, article->outlet));
}

/* A body by its kind, or a name of two words that nothing tells to be a person's or a place's. */
static gboolean
may_be_company(const CldDiscourse *self, const CldFigure *figure)
{
    gboolean is_body =
        figure->kind == CLD_NAME_ORGANISATION ||
        (figure->kind == CLD_NAME_UNKNOWN && !figure->gender && strchr(figure->name, ' '));
    return is_body && !is_other_body(figure) && !is_outlet(self->article, figure);
}

/* How well the head noun alone suits: the figure's own title, one of its family, or nothing said of
 * the figure that speaks against it. */
static double
score_head(const CldDiscourse *self,
           const CldFigure *figure,
           const char *stem,
           const char *lower,
           const char *const *role)
{
    if (has_role(figure, stem) || has_role(figure, lower))
        return 2;
    if (has_family(figure, role[1]))
        return 1.5;
    if (strcmp(role[1], "leader") == 0) /* so well known that nobody introduces him */
        return figure->kind == CLD_NAME_PERSON && figure->roles->len == 0
                   ? MIN(0.5 + 0.1 * figure->n_mentions, 1.2)
                   : 0;
    if (strcmp(role[1], "company") != 0 || !may_be_company(self, figure))
        return 0;
    return MIN(0.6 + 0.1 * figure->n_mentions, 1.2);
}

static double
score_description(const CldDiscourse *self,
                  guint index,
                  const CldPassage *passage,
                  CldRange core,
                  guint head,
                  const char *const *role)
{
    const CldFigure *figure = g_ptr_array_index(self->cast->figures, index);
    const char *stem = cld_text_intern_stem(cld_passage_token(passage, head)->lower);
    const char *lower = g_intern_string(cld_passage_token(passage, head)->lower);
    double score = score_head(self, figure, stem, lower, role);
    if (score == 0 || !is_kind(figure, role[0]))
        return 0;
    for (guint i = core.first; i < head; i++) {
        const CldTag tag = passage->tags[i];
        if (!cld_tag_is_in(tag, CLD_WORDS(NOUN) | CLD_WORDS(NAME)))
            continue;
        gboolean is_known =
            has_role(figure, cld_text_intern_stem(cld_passage_token(passage, i)->lower));
        if (!is_known && tag.word == CLD_WORD_NAME && figure->n_place_roles > 0)
            return 0; /* the Ukrainian president is not the French one */
        score += is_known ? 0.5 : -0.1;
    }
    return score + MIN(self->salience[index], 1.0);
}

/**
 * cld_discourse_find_description:
 * @self: what was read so far
 * @passage: the paragraph
 * @core: a definite noun phrase in it: "the Ukrainian leader"
 *
 * Returns: the figure introduced with that title or kind in this article, -1: none
 */
gint
cld_discourse_find_description(const CldDiscourse *self, const CldPassage *passage, CldRange core)
{
    gint head = cld_phrase_head(passage, core);
    if (head < 0 || passage->tags[head].word != CLD_WORD_NOUN)
        return -1;
    const char *const *role = cld_lexicon_lookup(cld_lexicon_get("roles"),
                                                 cld_passage_token(passage, (guint)head)->lower);
    if (!role || !role[0] || !role[1])
        return -1;
    gint best = -1;
    double best_score = 0.7;
    for (guint i = 0; i < self->cast->figures->len; i++) {
        double score = score_description(self, i, passage, core, (guint)head, role);
        if (score > best_score) {
            best = (gint)i;
            best_score = score;
        }
    }
    return best;
}

static gint
resolve_pronoun(CldDiscourse *self, const CldPassage *passage, guint i, gint subject)
{
    const char *lower = cld_passage_token(passage, i)->lower;
    gboolean is_it = strcmp(lower, "it") == 0 || strcmp(lower, "its") == 0;
    gboolean is_object = passage->tags[i].word == CLD_WORD_OBJECT;
    if (is_it &&
        (strcmp(lower, "it") != 0 || i + 1 >= passage->n_tokens ||
         !cld_tag_is_finite(passage->tags[i + 1]) || passage->tags[i + 1].has & CLD_HAS_BE))
        return -1; /* "it is clear that" is nobody */
    return cld_discourse_find_pronoun(self, lower, is_object ? subject : -1);
}

static void
resolve_description(CldDiscourse *self, CldPassage *passage, CldRange limits, guint i)
{
    const char *lower = cld_passage_token(passage, i)->lower;
    if (strcmp(lower, "the") != 0 && strcmp(lower, "this") != 0)
        return;
    CldRange core = cld_phrase_core(passage, cld_phrase_after(passage, limits, i));
    for (guint k = core.first; k < core.end; k++)
        if (passage->tags[k].word == CLD_WORD_GENITIVE)
            core.end = k; /* "the premier's party" speaks of the premier */
    gint head = cld_range_is_empty(core) ? -1 : cld_phrase_head(passage, core);
    if (head < 0 || passage->figure_at[head] >= 0)
        return;
    gint figure = cld_discourse_find_description(self, passage, core);
    if (figure >= 0) {
        passage->figure_at[head] = figure;
        cld_discourse_notice(self, figure, WEIGHT_MENTION / 2);
    }
}

/**
 * cld_discourse_read:
 * @self: what was read so far
 * @passage: a paragraph; its figure_at is filled in for pronouns and descriptions
 * @sentence: its next sentence
 *
 * Reads on by a sentence: names become present, pronouns and descriptions outside quotations are
 * given the figure they stand for.
 */
void
cld_discourse_read(CldDiscourse *self, CldPassage *passage, const CldSentence *sentence)
{
    CldRange limits = sentence->tokens;
    gboolean has_verb = FALSE;
    gint subject = -1;
    for (guint i = 0; i < self->cast->figures->len; i++)
        self->salience[i] *= DECAY;
    for (guint i = limits.first; i < limits.end; i++) {
        gboolean is_outside = passage->quotation_at[i] < 0;
        guint word = passage->tags[i].word;
        has_verb |= is_outside && cld_tag_is_finite(passage->tags[i]) && word != CLD_WORD_PRONOUN;
        if (passage->name_at[i] >= 0) {
            gboolean is_first = i == limits.first || passage->name_at[i - 1] != passage->name_at[i];
            if (is_first && is_outside)
                cld_discourse_notice(self, passage->figure_at[i],
                                     WEIGHT_MENTION + (has_verb ? 0 : WEIGHT_SUBJECT));
            if (is_first && is_outside && !has_verb)
                subject = passage->figure_at[i];
            continue;
        }
        if (!is_outside)
            continue;
        if (word == CLD_WORD_PRONOUN || word == CLD_WORD_OBJECT || word == CLD_WORD_POSSESSIVE) {
            passage->figure_at[i] = resolve_pronoun(self, passage, i, subject);
            cld_discourse_notice(self, passage->figure_at[i],
                                 has_verb ? WEIGHT_MENTION / 2 : WEIGHT_MENTION);
            if (!has_verb && subject < 0)
                subject = passage->figure_at[i];
        } else if (word == CLD_WORD_DETERMINER) {
            resolve_description(self, passage, limits, i);
        }
    }
}
