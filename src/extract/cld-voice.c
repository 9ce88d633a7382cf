/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-voice.h"
#include "cld-lexicon.h"
#include <string.h>

#define WEIGHT_SPEAKER   1.2 /* who speaks is what the next "she" means */
#define MAX_HOLDER_BYTES 160 /* longer phrases are cut at a word: no name is that long */

/* Returns: (transfer full): a holder of whom nothing is known */
CldVoice *
cld_voice_new(void)
{
    CldVoice *self = g_rc_box_new0(CldVoice);
    self->figure = -1;
    self->chain = g_ptr_array_new_with_free_func(g_free);
    return self;
}

/* Returns: (transfer full): the same holder, to be given other words of saying */
CldVoice *
cld_voice_copy(const CldVoice *self)
{
    CldVoice *copy = cld_voice_new();
    copy->figure = self->figure;
    copy->name = g_strdup(self->name);
    copy->entity = self->entity;
    copy->is_unnamed = self->is_unnamed;
    copy->is_plural = self->is_plural;
    copy->is_somebody = self->is_somebody;
    copy->span = self->span;
    for (guint i = 0; i < self->chain->len; i++)
        g_ptr_array_add(copy->chain, g_strdup(g_ptr_array_index(self->chain, i)));
    copy->said = self->said;
    return copy;
}

CldVoice *
cld_voice_ref(CldVoice *self)
{
    return g_rc_box_acquire(self);
}

static void
voice_clear(CldVoice *self)
{
    g_free(self->name);
    g_free(self->cue);
    g_ptr_array_unref(self->chain);
}

void
cld_voice_unref(CldVoice *self)
{
    g_rc_box_release_full(self, (GDestroyNotify)voice_clear);
}

/* The name in a phrase that is its head: "Defence Minister X", "X of the agency". */
static gint
named_figure(const CldPassage *p, CldRange holder)
{
    gint head = cld_phrase_head(p, holder);
    if (head < 0)
        return -1;
    if (p->name_at[head] >= 0) {
        const CldNameMention *name = &g_array_index(p->names, CldNameMention, p->name_at[head]);
        gsize end = cld_passage_token(p, (guint)head)->span.end;
        return name->span.end + 2 <= end && (guint)head + 1 < holder.end ? -1 : p->figure_at[head];
    }
    return p->tags[head].word == CLD_WORD_NOUN ? p->figure_at[head] : -1;
}

static gboolean
is_plural_noun(const CldPassage *p, guint head)
{
    const char *lower = cld_passage_token(p, head)->lower;
    gsize length = strlen(lower);
    return (length > 3 && lower[length - 1] == 's' && lower[length - 2] != 's') ||
           strcmp(lower, "people") == 0 || strcmp(lower, "police") == 0 ||
           p->tags[head].word == CLD_WORD_NUMBER;
}

static void
set_figure(CldVoice *voice, const CldDiscourse *discourse, gint figure)
{
    const CldFigure *who = cld_cast_get(discourse->cast, figure);
    ((CldFigure *)g_ptr_array_index(discourse->cast->figures, figure))->has_spoken = TRUE;
    voice->figure = figure;
    voice->is_unnamed = voice->is_plural = FALSE;
    g_free(voice->name);
    voice->name = g_strdup(who->name);
    voice->entity = who->key;
}

static gboolean
has_value(const CldLexicon *lexicon, const CldPassage *p, guint i, const char *value)
{
    guint n = 0;
    const char *const *values = cld_lexicon_match(lexicon, p->tokens, i, &n);
    return values && values[0] && strcmp(values[0], value) == 0;
}

/* The phrase without its article and what hangs on it by a verb. */
static CldRange
bare_phrase(const CldPassage *p, CldRange phrase)
{
    static const char *const kept[] = {"some", "several", "no", NULL};
    while (phrase.first + 1 < phrase.end &&
           cld_tag_is_in(p->tags[phrase.first], CLD_WORDS(DETERMINER) | CLD_WORDS(ADVERB)) &&
           !g_strv_contains(kept, cld_passage_token(p, phrase.first)->lower))
        phrase.first++;
    for (guint i = phrase.first + 1; i < phrase.end; i++)
        if (cld_tag_is_in(p->tags[i], CLD_WORDS(COMMA) | CLD_WORDS(RELATIVE)) ||
            (p->tags[i].word == CLD_WORD_PARTICIPLE && i > phrase.first + 1))
            phrase.end = i;
    return phrase;
}

/* The noun that tells who it is: "witnesses" of "nine of the witnesses". */
static gint
telling_noun(const CldPassage *p, CldRange holder)
{
    gint head = cld_phrase_head(p, holder);
    if (head < 0 || (guint)head + 2 >= holder.end || !cld_passage_is(p, (guint)head + 1, "of") ||
        cld_lexicon_has(cld_lexicon_get("roles"), p->tokens, (guint)head))
        return head;
    gint whole = cld_phrase_head(p, (CldRange){(guint)head + 2, holder.end});
    return whole >= 0 && has_value(cld_lexicon_get("unnamed-sources"), p, (guint)whole, "noun")
               ? whole
               : head;
}

/* A holder without a name: the phrase itself. */
static void
set_phrase(CldVoice *voice, const CldDiscourse *discourse, const CldPassage *p, CldRange holder)
{
    const CldArticle *article = discourse->article;
    CldRange phrase = bare_phrase(p, holder);
    CldSpan span = cld_passage_span(p, phrase);
    span.end = MIN(span.end, span.start + MAX_HOLDER_BYTES);
    while (!cld_span_is_valid_in(span, article->text, article->text_bytes))
        span.end--;
    g_free(voice->name);
    voice->name = cld_span_dup_text(span, article->text);
    gint head = telling_noun(p, holder);
    if (head < 0)
        return;
    voice->is_plural = is_plural_noun(p, (guint)head);
    voice->is_unnamed = has_value(cld_lexicon_get("unnamed-sources"), p, (guint)head, "noun");
    voice->is_somebody =
        voice->is_unnamed || has_value(cld_lexicon_get("roles"), p, (guint)head, "person");
    if (voice->is_unnamed)
        return;
    g_autofree char *text = cld_passage_dup_text(p, article->text, cld_phrase_core(p, phrase));
    g_autofree char *key = cld_name_dup_key(text, CLD_NAME_ORGANISATION);
    voice->entity = g_intern_string(key);
}

static void
take_holder(CldVoice *voice, const CldVoice *from)
{
    g_free(voice->name);
    voice->name = g_strdup(from->name);
    voice->entity = from->entity;
    voice->figure = from->figure;
    voice->is_unnamed = from->is_unnamed;
    voice->is_plural = from->is_plural;
    voice->is_somebody = from->is_somebody;
}

/* Whether a pronoun of that kind ("male", "any", "thing") can mean whoever spoke last. */
static gboolean
suits_pronoun(const CldVoice *last, const CldFigure *figure, const char *kind)
{
    gboolean is_body = figure && figure->kind != CLD_NAME_PERSON;
    if (strcmp(kind, "any") == 0)
        return last->is_plural || is_body;
    return strcmp(kind, "thing") == 0 ? is_body : !figure && !last->is_plural && last->is_somebody;
}

/* "he", "they": the figure, or the last holder that the pronoun can stand for. */
static gboolean
set_pronoun(CldVoice *voice, CldDiscourse *discourse, CldPassage *p, guint i, const CldVoice *last)
{
    const char *lower = cld_passage_token(p, i)->lower;
    const char *const *values = cld_lexicon_lookup(cld_lexicon_get("pronouns"), lower);
    if (!values || !values[0])
        return FALSE;
    gboolean is_group = strcmp(values[0], "any") == 0;
    gint figure = is_group ? -1 : p->figure_at[i];
    if (figure < 0 && !is_group)
        figure = cld_discourse_find_pronoun(discourse, lower, -1);
    gboolean suits_last =
        last && suits_pronoun(last, cld_cast_get(discourse->cast, last->figure), values[0]);
    gboolean is_person = !is_group && strcmp(values[0], "thing") != 0;
    if (suits_last && (!is_person || figure < 0 || last->is_unnamed)) {
        take_holder(voice, last);
        return TRUE;
    }
    if (figure < 0)
        return FALSE;
    set_figure(voice, discourse, figure);
    p->figure_at[i] = figure;
    return TRUE;
}

static void
set_holder(
    CldVoice *voice, CldDiscourse *discourse, CldPassage *p, CldRange holder, const CldVoice *last)
{
    gint head = cld_phrase_head(p, holder);
    voice->span = cld_passage_span(p, holder);
    gint figure = named_figure(p, holder);
    if (figure >= 0) {
        set_figure(voice, discourse, figure);
        return;
    }
    gboolean is_pronoun = head >= 0 && (p->tags[head].word == CLD_WORD_PRONOUN ||
                                        p->tags[head].word == CLD_WORD_OBJECT);
    if (is_pronoun && set_pronoun(voice, discourse, p, (guint)head, last))
        return;
    set_phrase(voice, discourse, p, holder);
}

/* An apposition that gives the name: "the head of the office, X, said". */
static gint
figure_beside(const CldPassage *p, CldRange side)
{
    if (cld_range_is_empty(side) || side.end > p->n_tokens || cld_phrase_has_finite(p, side))
        return -1;
    gint head = cld_phrase_head(p, side);
    return head >= 0 && p->name_at[head] >= 0 && !cld_passage_is(p, side.first, "the")
               ? p->figure_at[head]
               : -1;
}

/* "Defence Minister X", not "the campaign's manager": an apposition tells nothing new. */
static gboolean
has_own_name(const CldPassage *p, CldRange holder)
{
    gint head = cld_phrase_head(p, holder);
    return head >= 0 && p->name_at[head] >= 0 && named_figure(p, holder) >= 0;
}

static gboolean
says_no_name(const CldPassage *p, CldRange range)
{
    for (guint i = range.first; i < range.end && i < p->n_tokens; i++)
        if (has_value(cld_lexicon_get("unnamed-sources"), p, i, "phrase"))
            return TRUE;
    return FALSE;
}

/* "At first", "now" in front of the words of saying. */
static gboolean
has_marker(const CldPassage *p, CldRange range, const char *list)
{
    for (guint i = range.first; i < range.end && i < p->n_tokens; i++) {
        guint n = 0;
        const char *const *values = cld_lexicon_match(cld_lexicon_get(list), p->tokens, i, &n);
        if (values && !values[0])
            return TRUE;
    }
    return FALSE;
}

static char *
dup_relay(CldDiscourse *discourse, CldPassage *p, CldRange range, const CldVoice *last)
{
    if (cld_range_is_empty(range))
        return NULL;
    g_autoptr(CldVoice) relay = cld_voice_new_named(discourse, p, range, last);
    return g_strdup(relay->name);
}

static void
add_relay(CldVoice *voice, char *name)
{
    gboolean is_known = !name || g_strcmp0(name, voice->name) == 0;
    for (guint i = 0; i < voice->chain->len && !is_known; i++)
        is_known = strcmp(g_ptr_array_index(voice->chain, i), name) == 0;
    if (is_known)
        g_free(name);
    else
        g_ptr_array_add(voice->chain, name);
}

/* Those around it that say that it was said: "X reported that Y said". */
static void
add_outer(CldVoice *voice,
          CldDiscourse *discourse,
          CldPassage *p,
          const GArray *attributions,
          guint index,
          const CldVoice *last)
{
    const CldAttribution *a = &g_array_index(attributions, CldAttribution, index);
    for (guint step = 0; step < attributions->len; step++) {
        guint i = (index + 1 + step) % attributions->len; /* what stands behind is nearer */
        const CldAttribution *other = &g_array_index(attributions, CldAttribution, i);
        if (i != index && cld_attribution_covers(other, a->cue.first) &&
            !cld_range_is_empty(other->holder))
            add_relay(voice, dup_relay(discourse, p, other->holder, last));
    }
}

static CldWhen
date_in(const CldPassage *p, CldRange range)
{
    for (guint i = 0; i < p->dates->len; i++) {
        const CldDateMention *date = &g_array_index(p->dates, CldDateMention, i);
        if (cld_range_has(range, date->first_token) && cld_when_is_known(date->when) &&
            !date->is_duration_anchor)
            return date->when;
    }
    return CLD_WHEN_UNKNOWN;
}

/* "X said he thought that": who says that he thinks is whom "he" stands for. */
static const CldVoice *
outer_voice(const GArray *attributions, guint index, GPtrArray *voices)
{
    const CldAttribution *a = &g_array_index(attributions, CldAttribution, index);
    for (guint i = MIN(index, voices->len); i-- > 0;)
        if (cld_attribution_covers(&g_array_index(attributions, CldAttribution, i), a->cue.first))
            return g_ptr_array_index(voices, i);
    return NULL;
}

/**
 * cld_voice_new_for:
 * @discourse: what was read so far
 * @passage: the paragraph
 * @attributions: (element-type CldAttribution): those of a sentence
 * @index: one of them
 * @voices: (element-type CldVoice): those of the attributions before it
 * @last: (nullable): who spoke last before this sentence
 *
 * Returns: (transfer full): who says what that attribution covers
 */
CldVoice *
cld_voice_new_for(CldDiscourse *discourse,
                  CldPassage *passage,
                  const GArray *attributions,
                  guint index,
                  GPtrArray *voices,
                  const CldVoice *last)
{
    const CldAttribution *a = &g_array_index(attributions, CldAttribution, index);
    CldVoice *voice = NULL;
    if (a->inherits >= 0 && (guint)a->inherits < voices->len) {
        voice = cld_voice_copy(g_ptr_array_index(voices, a->inherits));
    } else if (cld_range_is_empty(a->holder)) {
        voice = last ? cld_voice_copy(last) : cld_voice_new();
    } else {
        const CldVoice *outer = outer_voice(attributions, index, voices);
        voice = cld_voice_new();
        last = outer ? outer : last;
        gint beside = has_own_name(passage, a->holder) ? -1 : figure_beside(passage, a->side);
        set_holder(voice, discourse, passage, a->holder, last);
        if (beside >= 0)
            set_figure(voice, discourse, beside);
    }
    if (says_no_name(passage, a->own))
        voice->is_unnamed = TRUE;
    for (guint i = 0; i < a->n_relays; i++)
        add_relay(voice, dup_relay(discourse, passage, a->relay[i], last));
    add_outer(voice, discourse, passage, attributions, index, last);
    voice->cue = cld_passage_dup_text(passage, discourse->article->text, a->cue);
    voice->cue_span = cld_passage_span(passage, a->cue);
    CldWhen said = date_in(passage, a->own);
    if (!cld_when_is_known(said))
        said = date_in(passage, a->frame);
    if (cld_when_is_known(said))
        voice->said = said;
    voice->is_earlier = a->is_earlier || has_marker(passage, a->frame, "past-markers");
    voice->is_now =
        has_marker(passage, a->frame, "now-markers") || has_marker(passage, a->own, "now-markers");
    voice->is_negative = a->is_negative;
    cld_discourse_notice(discourse, voice->figure, WEIGHT_SPEAKER);
    return voice;
}

/* Returns: (transfer full): the voice of whoever a noun phrase names */
CldVoice *
cld_voice_new_named(CldDiscourse *discourse,
                    CldPassage *passage,
                    CldRange holder,
                    const CldVoice *last)
{
    CldVoice *voice = cld_voice_new();
    set_holder(voice, discourse, passage, holder, last);
    return voice;
}
