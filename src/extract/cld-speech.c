/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-speech.h"
#include "cld-subject.h"
#include <string.h>

/* The state of reading an article for who speaks. */
typedef struct {
    const CldArticle *article;
    const GArray *quotations;
    CldDiscourse *discourse;
    CldVoice **speakers; /* (array): per quotation, (nullable) */
    CldVoice *last;      /* (nullable): who spoke last */
    guint last_passage;  /* where */
    CldVoice *topic;     /* (nullable): whom the sentence before was about, in this passage */
    CldVoice *labelled;  /* (nullable): "Source: X": speaks in the blocks that follow */
    GPtrArray *readings;
} Speech;

static void
reading_free(CldReading *self)
{
    g_array_unref(self->attributions);
    g_ptr_array_unref(self->voices);
    g_clear_pointer(&self->clauses, cld_clauses_free);
    g_clear_pointer(&self->quoted, cld_voice_unref);
    g_clear_pointer(&self->about, cld_voice_unref);
    g_free(self);
}

static void
set_voice(CldVoice **place, CldVoice *voice)
{
    CldVoice *old = *place;
    *place = voice ? cld_voice_ref(voice) : NULL;
    g_clear_pointer(&old, cld_voice_unref);
}

/* Returns: the colon that ends a sentence, or stands before its quoted words; its last token + 1:
 * none */
static guint
colon_of(const CldReading *reading)
{
    const CldPassage *p = reading->passage;
    CldRange limits = reading->sentence->tokens;
    for (guint i = limits.first; i < limits.end; i++) {
        gboolean is_before = i + 1 == limits.end || p->quotation_at[i + 1] >= 0;
        if (p->quotation_at[i] >= 0)
            break;
        if (p->tags[i].word == CLD_WORD_COLON && is_before)
            return i;
    }
    return limits.end;
}

static gboolean
has_colon(const CldReading *reading)
{
    return colon_of(reading) < reading->sentence->tokens.end;
}

/* Returns: (transfer full) (nullable): the voice of a figure of the cast, %NULL for -1 */
static CldVoice *
new_person(const Speech *self, gint person)
{
    const CldFigure *figure = cld_cast_get(self->discourse->cast, person);
    if (!figure)
        return NULL;
    CldVoice *voice = cld_voice_new();
    voice->figure = person;
    voice->name = g_strdup(figure->name);
    voice->entity = figure->key;
    voice->span = figure->span;
    return voice;
}

/* Returns: the person that a noun phrase stands for, -1: nobody, or no person */
static gint
person_in(const Speech *self, const CldPassage *passage, CldRange phrase)
{
    gint head = cld_range_is_empty(phrase) ? -1 : cld_phrase_head(passage, phrase);
    const CldFigure *figure =
        head >= 0 ? cld_cast_get(self->discourse->cast, passage->figure_at[head]) : NULL;
    return figure && figure->kind == CLD_NAME_PERSON ? passage->figure_at[head] : -1;
}

/* "She released a statement:", "The mayor laughed.": who is spoken of in a sentence of the outlet's
 * own, when words follow that nobody is said to speak. */
static CldVoice *
find_about(Speech *self, CldPassage *passage, const CldReading *reading)
{
    CldRange limits = reading->sentence->tokens;
    if (reading->voices->len > 0 || limits.end == limits.first)
        return NULL;
    if (!has_colon(reading))
        return new_person(self,
                          person_in(self, passage, cld_subject_first(passage, limits, limits.end)));
    CldRange subject = cld_subject_nearest(passage, limits, colon_of(reading));
    return cld_subject_can_speak(passage, subject)
               ? cld_voice_new_named(self->discourse, passage, subject, self->last)
               : NULL;
}

static CldReading *
read_sentence(Speech *self, CldPassage *passage, const CldSentence *sentence)
{
    CldReading *reading = g_new0(CldReading, 1);
    reading->passage = passage;
    reading->sentence = sentence;
    reading->voices = g_ptr_array_new_with_free_func((GDestroyNotify)cld_voice_unref);
    reading->attributions = cld_attributions_find(passage, sentence);
    cld_discourse_read(self->discourse, passage, sentence);
    for (guint i = 0; i < reading->attributions->len; i++)
        g_ptr_array_add(reading->voices,
                        cld_voice_new_for(self->discourse, passage, reading->attributions, i,
                                          reading->voices, self->last));
    reading->about = find_about(self, passage, reading);
    if (reading->voices->len > 0) {
        set_voice(&self->last, g_ptr_array_index(reading->voices, 0));
        self->last_passage = passage->index;
    }
    g_ptr_array_add(self->readings, reading);
    return reading;
}

static gint
signature_at(const CldReading *reading, guint token)
{
    for (guint i = 0; i < reading->attributions->len; i++) {
        const CldAttribution *a = &g_array_index(reading->attributions, CldAttribution, i);
        if (a->signs >= 0 && a->own.first == token)
            return (gint)i;
    }
    return -1;
}

/* Gives a quotation the speaker of the first attribution that covers a token of it. */
static void
claim_quotations(Speech *self, const CldReading *reading)
{
    const CldPassage *p = reading->passage;
    CldRange range = reading->sentence->tokens;
    for (guint i = range.first; i < range.end; i++) {
        gint quotation = p->quotation_at[i];
        gint by = quotation >= 0 ? cld_attributions_inner_at(reading->attributions, i) : -1;
        gint signed_one = reading->passage->quotation_at[i] < 0 ? signature_at(reading, i) : -1;
        if (signed_one >= 0) {
            const CldAttribution *a =
                &g_array_index(reading->attributions, CldAttribution, signed_one);
            set_voice(&self->speakers[a->signs],
                      g_ptr_array_index(reading->voices, (guint)signed_one));
        }
        if (by >= 0 && !self->speakers[quotation])
            self->speakers[quotation] = cld_voice_ref(g_ptr_array_index(reading->voices, by));
    }
}

static gint
first_quotation(const CldReading *reading)
{
    for (guint i = reading->sentence->tokens.first; i < reading->sentence->tokens.end; i++)
        if (reading->passage->quotation_at[i] >= 0 &&
            cld_attributions_inner_at(reading->attributions, i) < 0)
            return reading->passage->quotation_at[i];
    return -1;
}

/* A quotation that nobody is said to speak: goes on from the one before, or belongs to whoever was
 * spoken of just before it. */
static CldVoice *
guess_speaker(
    Speech *self, const CldPassage *passage, guint quotation, CldVoice *before, gint person)
{
    const CldQuotation *here = &g_array_index(self->quotations, CldQuotation, quotation);
    for (guint k = quotation; k-- > 0;) {
        const CldQuotation *other = &g_array_index(self->quotations, CldQuotation, k);
        if (other->utterance == here->utterance && self->speakers[k])
            return cld_voice_copy(self->speakers[k]);
        if (other->utterance < here->utterance && other->depth == 0)
            break;
    }
    if (self->topic)
        return cld_voice_copy(self->topic);
    if (before)
        return cld_voice_copy(before);
    if (self->labelled)
        return cld_voice_copy(self->labelled);
    return new_person(self, person);
}

static CldVoice *
label_voice(Speech *self, CldPassage *passage)
{
    const char *label = passage->block->label;
    if (!label)
        return NULL;
    const char *from = strstr(label, " from ");
    if (!from)
        from = strstr(label, " by ");
    if (from) { /* "Quote from X" */
        const char *name = strchr(from + 1, ' ') + 1;
        CldVoice *voice = cld_voice_new();
        g_autofree char *key = cld_name_dup_key(name, CLD_NAME_PERSON);
        voice->name = g_strdup(name);
        voice->entity = g_intern_string(key);
        for (guint i = 0; i < self->discourse->cast->figures->len; i++) {
            const CldFigure *figure = cld_cast_get(self->discourse->cast, (gint)i);
            if (figure->key == voice->entity) {
                voice->figure = (gint)i;
                g_free(voice->name);
                voice->name = g_strdup(figure->name);
            }
        }
        return voice;
    }
    if (g_ascii_strcasecmp(label, "source") == 0 && passage->n_tokens > 0) {
        CldRange phrase = cld_phrase_after(passage, (CldRange){0, passage->n_tokens}, 0);
        CldRange core = cld_phrase_core(passage, phrase);
        return cld_range_is_empty(core) ? NULL
                                        : cld_voice_new_named(self->discourse, passage, core, NULL);
    }
    return NULL;
}

/* Who speaks the quoted words of a sentence that no attribution in it covers. */
static void
find_quoted(Speech *self, CldPassage *passage, CldReading *reading, CldVoice **before, gint person)
{
    gint quotation = first_quotation(reading);
    if (reading->voices->len > 0)
        set_voice(before, g_ptr_array_index(reading->voices, 0));
    if (quotation < 0 || has_colon(reading))
        set_voice(&self->topic, reading->about);
    if (reading->about && has_colon(reading))
        set_voice(before, reading->about);
    if (quotation < 0)
        return;
    if (!self->speakers[quotation])
        self->speakers[quotation] = guess_speaker(self, passage, (guint)quotation, *before, person);
    set_voice(&self->topic, NULL);
    reading->quotation = (guint)quotation + 1;
    set_voice(&reading->quoted, self->speakers[quotation]);
    if (reading->quoted)
        set_voice(before, reading->quoted);
}

/* A label makes its voice speak in this block ("Quote from X") or those that follow ("Source: X").
 */
static gboolean
read_label(Speech *self, CldPassage *passage)
{
    g_autoptr(CldVoice) labelled = label_voice(self, passage);
    if (labelled || !passage->block->label)
        set_voice(&self->labelled, labelled);
    if (!labelled)
        return FALSE;
    set_voice(&self->last, labelled);
    return g_ascii_strncasecmp(passage->block->label, "quote", 5) == 0;
}

static void
read_passage(Speech *self, CldPassage *passage)
{
    guint first = self->readings->len;
    g_autofree gint *persons = g_new(gint, passage->sentences->len + 1);
    gboolean is_labelled = read_label(self, passage);
    CldVoice *before = self->last ? cld_voice_ref(self->last) : NULL;
    set_voice(&self->topic, NULL);
    for (guint i = 0; i < passage->sentences->len; i++) {
        persons[i] = cld_discourse_get_person(self->discourse);
        read_sentence(self, passage, &g_array_index(passage->sentences, CldSentence, i));
    }
    for (guint i = first; i < self->readings->len; i++)
        claim_quotations(self, g_ptr_array_index(self->readings, i));
    for (guint i = first; i < self->readings->len; i++) {
        CldReading *reading = g_ptr_array_index(self->readings, i);
        reading->is_labelled = is_labelled;
        if (is_labelled)
            set_voice(&reading->quoted, self->labelled);
        find_quoted(self, passage, reading, &before, persons[i - first]);
    }
    if (before)
        set_voice(&self->last, before);
    g_clear_pointer(&before, cld_voice_unref);
}

/**
 * cld_speech_read:
 * @article: the article
 * @passages: (element-type CldPassage): its passages in order
 * @quotations: (element-type CldQuotation): its quotations
 * @cast: its figures
 *
 * Reads an article from top to bottom for who says what. A quotation that nobody is said to speak
 * goes on from the one before it.
 *
 * Returns: (transfer full) (element-type CldReading): its sentences in order
 */
GPtrArray *
cld_speech_read(const CldArticle *article,
                GPtrArray *passages,
                const GArray *quotations,
                CldCast *cast)
{
    g_autoptr(CldDiscourse) discourse = cld_discourse_new(article, cast);
    Speech self = {.article = article,
                   .quotations = quotations,
                   .discourse = discourse,
                   .speakers = g_new0(CldVoice *, quotations->len + 1)};
    self.readings = g_ptr_array_new_with_free_func((GDestroyNotify)reading_free);
    for (guint p = 0; p < passages->len; p++)
        read_passage(&self, g_ptr_array_index(passages, p));
    for (guint i = 0; i < self.readings->len; i++) {
        CldReading *reading = g_ptr_array_index(self.readings, i);
        reading->clauses =
            cld_clauses_new(reading->passage, reading->sentence, reading->attributions);
    }
    for (guint i = 0; i < quotations->len; i++)
        g_clear_pointer(&self.speakers[i], cld_voice_unref);
    g_free(self.speakers);
    g_clear_pointer(&self.last, cld_voice_unref);
    g_clear_pointer(&self.labelled, cld_voice_unref);
    g_clear_pointer(&self.topic, cld_voice_unref);
    return self.readings;
}
