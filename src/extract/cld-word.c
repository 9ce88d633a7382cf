/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-word.h"
#include "cld-lexicon.h"
#include <string.h>

typedef struct {
    const char *value;
    CldWord word;
    guint8 has;
} ClassName;

/* The classes of data/en/function-words.txt. */
static const ClassName class_names[] = {
    {"noun", CLD_WORD_NOUN, 0},
    {"determiner", CLD_WORD_DETERMINER, 0},
    {"possessive", CLD_WORD_POSSESSIVE, 0},
    {"pronoun", CLD_WORD_PRONOUN, 0},
    {"object", CLD_WORD_OBJECT, 0},
    {"relative", CLD_WORD_RELATIVE, 0},
    {"that", CLD_WORD_THAT, 0},
    {"preposition", CLD_WORD_PREPOSITION, 0},
    {"conjunction", CLD_WORD_CONJUNCTION, 0},
    {"subordinator", CLD_WORD_SUBORDINATOR, 0},
    {"to", CLD_WORD_TO, 0},
    {"adverb", CLD_WORD_ADVERB, 0},
    {"be", CLD_WORD_BE, CLD_HAS_BE},
    {"have", CLD_WORD_HAVE, CLD_HAS_HAVE},
    {"do", CLD_WORD_DO, 0},
    {"modal", CLD_WORD_MODAL, CLD_HAS_MODAL},
    {"negation", CLD_WORD_NEGATION, CLD_HAS_NEGATION},
};

static const char *const bare_be[] = {"be", "been", "being", "having", NULL};

/* What a verb group that has begun still waits for. */
typedef enum {
    GROUP_NONE,
    GROUP_FINITE,
    GROUP_INFINITIVE,
    GROUP_GERUND,
} Group;

typedef struct {
    const CldTokens *tokens;
    const gint *name_at;
    CldTag *tags;
    guint n;
    Group group;
    guint wanted; /* forms that would go on with the group */
    guint before; /* CldWord of the last token that is no adverb, negation or quotation mark */
    gboolean is_question; /* an auxiliary without its verb so far: "did the column move" */
} Tagger;

/* Returns: %TRUE for a verb form that can carry a clause: "said", "was", "will" */
/* Returns: %TRUE if its class is one of the set */
gboolean
cld_tag_is_in(CldTag tag, guint64 words)
{
    return (words >> tag.word) & 1;
}

/* Returns: %TRUE if it carries the tense of its clause: "left", "has", "they're" */
gboolean
cld_tag_is_finite(CldTag tag)
{
    return tag.word == CLD_WORD_VERB || (tag.has & CLD_HAS_FINITE);
}

/* Returns: %TRUE for what can stand in a noun phrase */
gboolean
cld_tag_is_nominal(CldTag tag)
{
    return tag.word <= CLD_WORD_OBJECT;
}

/* Returns: %TRUE for every form of a verb, from "be" to a gerund */
gboolean
cld_tag_is_verbal(CldTag tag)
{
    return tag.word >= CLD_WORD_BE && tag.word <= CLD_WORD_GERUND;
}

static CldTag
punctuation_tag(const char *lower)
{
    static const struct {
        const char *marks;
        CldWord word;
    } rows[] = {
        {",", CLD_WORD_COMMA},      {":", CLD_WORD_COLON},  {";", CLD_WORD_SEMICOLON},
        {"-", CLD_WORD_DASH},       {".!?", CLD_WORD_STOP}, {"\"'", CLD_WORD_QUOTE},
        {"()[]", CLD_WORD_BRACKET},
    };
    CldTag tag = {CLD_WORD_MARK, 0, 0};
    if (lower[0] != '\0' && lower[1] == '\0')
        for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
            if (strchr(rows[i].marks, lower[0]))
                tag.word = (guint8)rows[i].word;
    if (strcmp(lower, "…") == 0)
        tag.word = CLD_WORD_STOP;
    return tag;
}

static gboolean
function_tag(const char *lower, CldTag *tag)
{
    const char *const *values = cld_lexicon_lookup(cld_lexicon_get("function-words"), lower);
    if (!values || !values[0])
        return FALSE;
    for (guint k = 0; values[k]; k++)
        for (gsize i = 0; i < G_N_ELEMENTS(class_names); i++)
            if (strcmp(values[k], class_names[i].value) == 0) {
                if (k == 0)
                    tag->word = (guint8)class_names[i].word;
                tag->has |= class_names[i].has;
            }
    gboolean is_aux =
        (tag->has & (CLD_HAS_BE | CLD_HAS_HAVE | CLD_HAS_MODAL)) || tag->word == CLD_WORD_DO;
    if (is_aux && !g_strv_contains(bare_be, lower))
        tag->has |= CLD_HAS_FINITE;
    return TRUE;
}

static gboolean
is_ly_adverb(const char *lower)
{
    gsize length = strlen(lower);
    return length > 4 && strcmp(lower + length - 2, "ly") == 0;
}

/* First pass: what each token is by itself. */
static CldTag
tag_alone(const CldToken *token, gboolean is_name)
{
    CldTag tag = {CLD_WORD_NOUN, 0, 0};
    if (token->kind == CLD_TOKEN_PUNCT)
        return punctuation_tag(token->lower);
    if (token->kind == CLD_TOKEN_NUMBER)
        return (CldTag){CLD_WORD_NUMBER, 0, 0};
    if (is_name)
        return (CldTag){CLD_WORD_NAME, 0, 0};
    if (strcmp(token->lower, "'s") == 0)
        return (CldTag){CLD_WORD_GENITIVE, 0, 0};
    if (function_tag(token->lower, &tag))
        return tag;
    tag.form = (guint8)cld_verb_get_forms(token->lower);
    if (!tag.form && is_ly_adverb(token->lower))
        tag.word = CLD_WORD_ADVERB;
    return tag;
}

/* Returns: the first token from @i on that is no adverb and no mark of quotation */
static guint
skip_light(const Tagger *self, guint i)
{
    while (i < self->n &&
           (self->tags[i].word == CLD_WORD_ADVERB || self->tags[i].word == CLD_WORD_QUOTE))
        i++;
    return i;
}

static const CldTag *
peek(const Tagger *self, guint i)
{
    static const CldTag end = {CLD_WORD_STOP, 0, 0};
    i = skip_light(self, i);
    return i < self->n ? &self->tags[i] : &end;
}

static gboolean
begins_complement(const CldTag *tag)
{
    switch (tag->word) {
    case CLD_WORD_DETERMINER:
    case CLD_WORD_POSSESSIVE:
    case CLD_WORD_PRONOUN:
    case CLD_WORD_OBJECT:
    case CLD_WORD_THAT:
    case CLD_WORD_TO:
    case CLD_WORD_NUMBER:
    case CLD_WORD_NAME:
    case CLD_WORD_SUBORDINATOR:
    case CLD_WORD_NEGATION:
        return TRUE;
    default:
        return FALSE;
    }
}

/* "'s": a form of "be" or "have" behind a pronoun ("he's"), or where no noun follows. */
static void
tag_apostrophe_s(Tagger *self, guint i)
{
    static const char *const hosts[] = {"that",  "there", "here", "what", "who",
                                        "where", "how",   "one",  NULL};
    if (i == 0)
        return;
    const CldTag *next = peek(self, i + 1);
    guint before = self->tags[i - 1].word;
    gboolean is_pronoun = before == CLD_WORD_PRONOUN ||
                          g_strv_contains(hosts, cld_tokens_get(self->tokens, i - 1)->lower);
    const CldTag *after = peek(self, skip_light(self, i + 1) + 1);
    gboolean is_name = self->tags[i - 1].word == CLD_WORD_NAME;
    gboolean is_ing = next->form & CLD_FORM_ING && !(next->form & CLD_FORM_BASE) &&
                      !(is_name && after->word == CLD_WORD_NOUN); /* "Peru's sitting judge" */
    gboolean has_no_noun = next->word == CLD_WORD_DETERMINER || next->word == CLD_WORD_NEGATION ||
                           is_ing || next->word == CLD_WORD_BE;
    if (!is_pronoun && !has_no_noun)
        return;
    self->tags[i].word = next->word == CLD_WORD_BE ? CLD_WORD_HAVE : CLD_WORD_BE;
    self->tags[i].has = CLD_HAS_FINITE | (next->word == CLD_WORD_BE ? CLD_HAS_HAVE : CLD_HAS_BE);
}

/* "to" before a base form opens an infinitive; before anything else it is a preposition. */
static void
tag_to(Tagger *self, guint i)
{
    const CldTag *next = peek(self, i + 1);
    const CldTag *after = peek(self, skip_light(self, i + 1) + 1);
    if (i > 0 && cld_lexicon_has(cld_lexicon_get("to-prepositions"), self->tokens, i - 1)) {
        self->tags[i].word = CLD_WORD_PREPOSITION;
        return;
    }
    gboolean is_infinitive = next->form & CLD_FORM_BASE ||
                             (next->word == CLD_WORD_BE && !(next->has & CLD_HAS_FINITE)) ||
                             next->word == CLD_WORD_HAVE || next->word == CLD_WORD_DO;
    if (skip_light(self, i + 1) >= self->n)
        is_infinitive = FALSE;
    else if (next->form & CLD_FORM_MOSTLY_NOUN)
        is_infinitive = begins_complement(after) || after->word == CLD_WORD_ADVERB ||
                        (after->word == CLD_WORD_NOUN && !(after->form & CLD_FORM_BASE));
    if (!is_infinitive) {
        self->tags[i].word = CLD_WORD_PREPOSITION;
        return;
    }
    self->group = GROUP_INFINITIVE;
    self->wanted = CLD_FORM_BASE;
}

static void
tag_auxiliary(Tagger *self, guint i)
{
    CldTag *tag = &self->tags[i];
    if (tag->has & CLD_HAS_FINITE) {
        if (self->group == GROUP_INFINITIVE &&
            (tag->word == CLD_WORD_HAVE || tag->word == CLD_WORD_DO))
            tag->has &= (guint8)~CLD_HAS_FINITE; /* "to have", "to do" */
        else if (self->group != GROUP_FINITE)
            self->group = GROUP_FINITE;
        else if (tag->word == CLD_WORD_HAVE || tag->word == CLD_WORD_DO)
            tag->has &= (guint8)~CLD_HAS_FINITE; /* "would have" */
    } else if (self->group == GROUP_NONE) {
        self->group = GROUP_GERUND;
    }
    self->is_question = (tag->has & CLD_HAS_FINITE) != 0;
    if (tag->has & CLD_HAS_MODAL || tag->word == CLD_WORD_DO)
        self->wanted = CLD_FORM_BASE;
    else if (tag->has & CLD_HAS_BE)
        self->wanted = CLD_FORM_ING | CLD_FORM_PARTICIPLE;
    else
        self->wanted = CLD_FORM_PARTICIPLE;
    if (strcmp(cld_tokens_get(self->tokens, i)->lower, "he'd") == 0)
        self->wanted |= CLD_FORM_PARTICIPLE;
}

static void
close_group(Tagger *self, guint i)
{
    static const guint8 heads[] = {CLD_WORD_VERB, CLD_WORD_VERB, CLD_WORD_INFINITIVE,
                                   CLD_WORD_GERUND};
    self->tags[i].word = heads[self->group];
    self->group = GROUP_NONE;
    self->is_question = FALSE;
}

static gboolean
ends_with_s(const CldToken *token)
{
    gsize length = strlen(token->lower);
    return length > 2 && token->lower[length - 1] == 's' && token->lower[length - 2] != 's';
}

static gboolean
is_subject_end(guint word)
{
    return cld_tag_is_in((CldTag){(guint8)word, 0, 0}, CLD_WORDS(NOUN) | CLD_WORDS(NAME) |
                                                           CLD_WORDS(NUMBER) | CLD_WORDS(PRONOUN) |
                                                           CLD_WORDS(RELATIVE) | CLD_WORDS(THAT) |
                                                           CLD_WORDS(BRACKET));
}

/* "two of them told". */
static gboolean
is_behind_part(const Tagger *self, guint i)
{
    return self->before == CLD_WORD_OBJECT && i > 1 &&
           strcmp(cld_tokens_get(self->tokens, i - 2)->lower, "of") == 0;
}

/* Tokens of an apposition at most. */
#define MAX_APPOSITION 24

/* Returns: the comma before @end with no clause of its own in between, @end: there is none */
static guint
comma_before(const Tagger *self, guint end)
{
    const guint64 borders = CLD_WORDS(SUBORDINATOR) | CLD_WORDS(CONJUNCTION) | CLD_WORDS(THAT) |
                            CLD_WORDS(RELATIVE) | CLD_WORDS(COLON) | CLD_WORDS(SEMICOLON) |
                            CLD_WORDS(QUOTE) | CLD_WORDS(STOP);
    for (guint i = end; i-- > 0 && end - i < MAX_APPOSITION;) {
        if (self->tags[i].word == CLD_WORD_COMMA)
            return i;
        if (cld_tag_is_finite(self->tags[i]) || cld_tag_is_in(self->tags[i], borders))
            return end;
    }
    return end;
}

/* "X, the mayor, | said on Monday", but "In Lund, the plan, | announced on Monday": a noun phrase
 * that no preposition opens stands before the apposition. */
static gboolean
is_behind_apposition(const Tagger *self, guint i)
{
    const guint64 adjuncts = CLD_WORDS(PREPOSITION) | CLD_WORDS(SUBORDINATOR) |
                             CLD_WORDS(PARTICIPLE) | CLD_WORDS(GERUND) | CLD_WORDS(ADVERB);
    if (i < 3 || self->tags[i - 1].word != CLD_WORD_COMMA)
        return FALSE;
    guint open = comma_before(self, i - 1);
    if (open + 1 >= i - 1 || open == 0 || !cld_tag_is_nominal(self->tags[open - 1]))
        return FALSE;
    guint first = open;
    while (first > 0 && !cld_tag_is_finite(self->tags[first - 1]) &&
           self->tags[first - 1].word < CLD_WORD_COMMA)
        first--;
    return first < open && !cld_tag_is_in(self->tags[first], adjuncts);
}

/* "nine freed men", "the 2020 bid", "his re-election bid, …": no verb, though a noun or number
 * stands before it. */
static gboolean
is_past_noun(const Tagger *self, guint i, const CldTag *next)
{
    const guint64 in_phrase = CLD_WORDS(DETERMINER) | CLD_WORDS(POSSESSIVE) | CLD_WORDS(GENITIVE);
    const guint64 ends = CLD_WORDS(COMMA) | CLD_WORDS(STOP);
    const CldTag *tag = &self->tags[i];
    if (self->before == CLD_WORD_NUMBER)
        return (next->word == CLD_WORD_NOUN && !next->form) ||
               (i > 1 && cld_tag_is_in(self->tags[i - 2], in_phrase));
    return self->before == CLD_WORD_NOUN && tag->form & CLD_FORM_BASE &&
           tag->form & CLD_FORM_MOSTLY_NOUN && cld_tag_is_in(*next, ends);
}

/* The clause goes on with its verb there: behind its subject, or behind a comma or a quotation. */
static gboolean
is_past_verb(const Tagger *self, guint i, const CldTag *next)
{
    const guint64 subjects = CLD_WORDS(NOUN) | CLD_WORDS(NAME) | CLD_WORDS(NUMBER) |
                             CLD_WORDS(PRONOUN) | CLD_WORDS(RELATIVE) | CLD_WORDS(THAT) |
                             CLD_WORDS(BRACKET) | CLD_WORDS(CONJUNCTION);
    if (cld_tag_is_in((CldTag){(guint8)self->before, 0, 0}, subjects) || is_behind_part(self, i))
        return TRUE;
    if (self->before == CLD_WORD_COMMA &&
        (next->word != CLD_WORD_PREPOSITION || is_behind_apposition(self, i)))
        return TRUE;
    return i > 0 && self->tags[i - 1].word == CLD_WORD_QUOTE && /* "…!" said X */
           self->before != CLD_WORD_PREPOSITION;
}

/* The word that a past form without an auxiliary is. */
static CldWord
judge_past(const Tagger *self, guint i)
{
    const guint64 in_phrase = CLD_WORDS(DETERMINER) | CLD_WORDS(POSSESSIVE) | CLD_WORDS(GENITIVE);
    const CldTag *tag = &self->tags[i];
    const CldTag *next = peek(self, i + 1);
    gboolean is_sure = !(tag->form & CLD_FORM_PARTICIPLE); /* "went": never a participle */
    if (!(tag->form & CLD_FORM_PAST))
        return CLD_WORD_PARTICIPLE; /* "given" */
    if (cld_tag_is_in((CldTag){(guint8)self->before, 0, 0}, in_phrase))
        return is_sure ? CLD_WORD_NOUN : CLD_WORD_PARTICIPLE;
    if (is_sure)
        return CLD_WORD_VERB;
    if (is_past_noun(self, i, next))
        return CLD_WORD_PARTICIPLE;
    return is_past_verb(self, i, next) ? CLD_WORD_VERB : CLD_WORD_PARTICIPLE;
}

static gboolean
is_plural_before(const Tagger *self, guint i)
{
    const CldToken *before = i > 0 ? cld_tokens_get(self->tokens, i - 1) : NULL;
    return before && (ends_with_s(before) || strcmp(before->lower, "people") == 0);
}

/* "the villagers say", "records seen by X show that". */
static gboolean
is_plain_present(
    const Tagger *self, guint i, const CldTag *next, gboolean is_sure, gboolean has_object)
{
    gboolean is_name = self->before == CLD_WORD_NAME;
    if (next->word == CLD_WORD_THAT)
        return is_name || (is_sure && is_plural_before(self, i));
    return is_plural_before(self, i) && (is_sure || has_object);
}

/* The word that a base or -s form without an auxiliary is. */
static CldWord
judge_present(const Tagger *self, guint i)
{
    const guint64 subjects = CLD_WORDS(NOUN) | CLD_WORDS(NAME) | CLD_WORDS(NUMBER) |
                             CLD_WORDS(BRACKET) | CLD_WORDS(COMMA);
    const guint64 clear = CLD_WORDS(RELATIVE) | CLD_WORDS(THAT) | CLD_WORDS(CONJUNCTION);
    const CldTag *tag = &self->tags[i];
    const CldTag *next = peek(self, i + 1);
    CldTag before = {(guint8)self->before, 0, 0};
    gboolean is_sure = !(tag->form & (CLD_FORM_OFTEN_NOUN | CLD_FORM_MOSTLY_NOUN));
    gboolean has_object = begins_complement(next);
    gboolean is_verb = before.word == CLD_WORD_PRONOUN;
    gboolean has_phrase = has_object || next->word == CLD_WORD_PREPOSITION;
    if (cld_tag_is_in(before, clear))
        is_verb = is_sure || (has_phrase && before.word != CLD_WORD_CONJUNCTION);
    else if (cld_tag_is_in(before, subjects) && tag->form & CLD_FORM_S)
        is_verb = is_sure || has_object || (has_phrase && before.word == CLD_WORD_NAME);
    else if (cld_tag_is_in(before, subjects))
        is_verb = is_plain_present(self, i, next, is_sure, has_object);
    return is_verb ? CLD_WORD_VERB : CLD_WORD_NOUN;
}

static void
tag_verb(Tagger *self, guint i)
{
    CldTag *tag = &self->tags[i];
    if (self->group != GROUP_NONE && tag->form & self->wanted) {
        close_group(self, i);
        return;
    }
    if (self->is_question && tag->form & CLD_FORM_BASE && is_subject_end(self->before)) {
        const CldTag *next = peek(self, i + 1);
        if (!(tag->form & CLD_FORM_MOSTLY_NOUN) || begins_complement(next)) {
            self->group = GROUP_FINITE;
            close_group(self, i);
            return;
        }
    }
    self->group = GROUP_NONE;
    if (tag->form & (CLD_FORM_PAST | CLD_FORM_PARTICIPLE))
        tag->word = (guint8)judge_past(self, i);
    else if (tag->form & CLD_FORM_ING)
        tag->word = self->before == CLD_WORD_DETERMINER ? CLD_WORD_NOUN : CLD_WORD_GERUND;
    else
        tag->word = (guint8)judge_present(self, i);
}

/* The full stop of "Mr." or "J." ends nothing. */
static gboolean
is_abbreviation_stop(const Tagger *self, guint i)
{
    if (i == 0 || i + 1 >= self->n || strcmp(cld_tokens_get(self->tokens, i)->lower, ".") != 0)
        return FALSE;
    const CldToken *before = cld_tokens_get(self->tokens, i - 1);
    gboolean is_tight = !cld_tokens_get(self->tokens, i)->is_spaced && before->is_capital;
    gboolean is_initial = strlen(before->lower) == 1 && before->lower[0] != 'i';
    return is_tight &&
           (is_initial || cld_lexicon_lookup(cld_lexicon_get("abbreviations"), before->lower));
}

/* Second pass: verbs, by what stands around them. */
static void
tag_in_context(Tagger *self, guint i)
{
    const guint64 light = CLD_WORDS(ADVERB) | CLD_WORDS(NEGATION) | CLD_WORDS(QUOTE);
    CldTag *tag = &self->tags[i];
    if (tag->word == CLD_WORD_STOP && is_abbreviation_stop(self, i))
        tag->word = CLD_WORD_NOUN;
    if (tag->word == CLD_WORD_GENITIVE)
        tag_apostrophe_s(self, i);
    if (tag->word == CLD_WORD_TO)
        tag_to(self, i);
    else if (tag->word == CLD_WORD_DO || tag->has & (CLD_HAS_BE | CLD_HAS_HAVE | CLD_HAS_MODAL))
        tag_auxiliary(self, i);
    else if (tag->form)
        tag_verb(self, i);
    else if (!cld_tag_is_in(*tag, light))
        self->group = GROUP_NONE;
    if (tag->word >= CLD_WORD_COMMA && tag->word != CLD_WORD_QUOTE)
        self->is_question = FALSE;
    if (!cld_tag_is_in(*tag, light))
        self->before = tag->word;
}

static gboolean
opens_clause(guint word)
{
    return word == CLD_WORD_SUBORDINATOR || word == CLD_WORD_RELATIVE || word == CLD_WORD_THAT ||
           word == CLD_WORD_CONJUNCTION || word == CLD_WORD_PRONOUN ||
           (word >= CLD_WORD_COMMA && word != CLD_WORD_QUOTE);
}

/* "Residents evacuated from the hills said": of two finite verbs in a row the first, when it can be
 * one, is a participle. */
static void
demote_participles(Tagger *self)
{
    const CldLexicon *cues = cld_lexicon_get("cues");
    gint candidate = -1;
    for (guint i = 0; i < self->n; i++) {
        CldTag tag = self->tags[i];
        if (opens_clause(tag.word))
            candidate = -1;
        if (!cld_tag_is_finite(tag))
            continue;
        if (candidate >= 0 && tag.word != CLD_WORD_INFINITIVE)
            self->tags[candidate].word = CLD_WORD_PARTICIPLE;
        gboolean is_open = tag.word == CLD_WORD_VERB && tag.form & CLD_FORM_PARTICIPLE &&
                           i + 1 < self->n &&
                           (self->tags[i + 1].word == CLD_WORD_PREPOSITION ||
                            self->tags[i + 1].word == CLD_WORD_ADVERB) &&
                           (i == 0 || self->tags[i - 1].word <= CLD_WORD_NUMBER) &&
                           !cld_lexicon_has(cues, self->tokens, i);
        candidate = is_open ? (gint)i : -1;
    }
}

/**
 * cld_tags_new:
 * @tokens: the words of a paragraph
 * @name_at: per token the index of the name it is part of, or -1
 *
 * Gives each token its word class. A few rules over word lists, in the manner of the first
 * rule-based taggers: wrong now and then, but linear and the same every time.
 *
 * Returns: (transfer full) (array length=n): a tag per token, g_free(); %NULL for no tokens
 */
CldTag *
cld_tags_new(const CldTokens *tokens, const gint *name_at)
{
    guint n = cld_tokens_length(tokens);
    Tagger self = {tokens, name_at, g_new0(CldTag, n), n, GROUP_NONE, 0, CLD_WORD_STOP, FALSE};
    for (guint i = 0; i < n; i++)
        self.tags[i] = tag_alone(cld_tokens_get(tokens, i), name_at[i] >= 0);
    for (guint i = 0; i < n; i++)
        tag_in_context(&self, i);
    demote_participles(&self);
    return self.tags;
}
