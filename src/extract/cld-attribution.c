/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attribution.h"
#include "cld-content.h"
#include "cld-lexicon.h"
#include "cld-subject.h"
#include <string.h>

#define MAX_ATTRIBUTIONS     12 /* in one sentence */
#define MAX_SIGNATURE_TOKENS 12 /* "— X, head of the office" */

static guint
read_frames(const char *const *values)
{
    static const char *const names[] = {"clause", "quote", "object", "addressee", "figure", NULL};
    guint frames = 0;
    for (guint i = 1; values[i]; i++)
        for (guint k = 0; names[k]; k++)
            if (strcmp(values[i], names[k]) == 0)
                frames |= 1u << k;
    return frames;
}

/* What the verb group in front of a cue does to it. */
typedef struct {
    guint first;
    gboolean is_negated, is_passive, is_earlier, is_unreal;
} Group;

static Group
read_group(const CldPassage *p, CldRange limits, guint verb)
{
    Group group = {.first = cld_phrase_skip_aux_back(p, limits, verb)};
    for (guint i = group.first; i < verb; i++) {
        const CldTag *tag = &p->tags[i];
        const char *lower = cld_passage_token(p, i)->lower;
        group.is_negated |= (tag->has & CLD_HAS_NEGATION) != 0;
        group.is_passive |= (tag->has & CLD_HAS_BE) != 0 && tag->word != CLD_WORD_PRONOUN;
        group.is_earlier |= strcmp(lower, "had") == 0 || strcmp(lower, "earlier") == 0 ||
                            strcmp(lower, "previously") == 0;
        group.is_unreal |= (tag->has & CLD_HAS_MODAL) && !g_str_has_prefix(lower, "w") &&
                           !strstr(lower, "'d") && !strstr(lower, "'ll");
    }
    if (p->tags[verb].form & CLD_FORM_ING)
        group.is_passive = FALSE; /* "was saying" */
    return group;
}

static gint
last_with_holder(const GArray *found)
{
    for (guint i = found->len; i-- > 0;)
        if (g_array_index(found, CldAttribution, i).class)
            return (gint)i;
    return -1;
}

static void
take_over_holder(const CldPassage *p, CldRange limits, GArray *found, CldAttribution *a)
{
    a->inherits = last_with_holder(found);
    if (a->inherits < 0)
        a->holder = cld_subject_first(p, limits, a->cue.first);
    a->own = a->cue;
}

/* ", said X": the subject stands behind. */
static gboolean
holder_behind(const CldPassage *p, CldRange limits, CldAttribution *a)
{
    guint first = a->cue.end;
    if (first >= limits.end ||
        (p->tags[first].word == CLD_WORD_PRONOUN && !cld_passage_is(p, first, "one")))
        return FALSE;
    CldRange phrase = cld_phrase_after_with_apposition(p, limits, first);
    if (cld_range_is_empty(phrase))
        return FALSE;
    a->holder = cld_content_trim_occasion(p, phrase);
    a->own.end = phrase.end;
    for (guint i = a->holder.first; i < a->holder.end; i++)
        if (p->tags[i].word == CLD_WORD_COMMA) {
            a->side = (CldRange){i + 1, phrase.end};
            a->holder.end = i;
        }
    return TRUE;
}

static gboolean
is_break(const CldPassage *p, CldRange limits, guint i)
{
    if (i <= limits.first)
        return TRUE;
    guint word = p->tags[i - 1].word;
    return p->quotation_at[i - 1] >= 0 || word == CLD_WORD_COMMA || word == CLD_WORD_DASH ||
           word == CLD_WORD_QUOTE || word == CLD_WORD_STOP || word == CLD_WORD_COLON;
}

/* "Andrii, who said …": the holder is what the relative pronoun stands for. */
static CldRange
antecedent(const CldPassage *p, CldRange limits, guint relative)
{
    guint end = relative;
    if (end > limits.first && p->tags[end - 1].word == CLD_WORD_COMMA)
        end--;
    return cld_phrase_before(p, limits, end);
}

/* "who at the time said": from the verb back to behind the relative pronoun. */
static guint
skip_adjunct_back(const CldPassage *p, CldRange limits, guint verb)
{
    CldRange phrase = cld_phrase_before(p, limits, verb);
    gboolean is_adjunct =
        !cld_range_is_empty(phrase) && p->tags[phrase.first].word == CLD_WORD_PREPOSITION &&
        phrase.first > limits.first && p->tags[phrase.first - 1].word == CLD_WORD_RELATIVE;
    return is_adjunct ? phrase.first : verb;
}

/* "met X and said": the subject of the verb before the conjunction, unless that verb is one of what
 * was said. */
static gboolean
find_coordinated(
    const CldPassage *p, CldRange limits, guint conjunction, GArray *found, CldAttribution *a)
{
    CldRange none = {conjunction, conjunction};
    a->holder = cld_attributions_inner_at(found, conjunction) < 0
                    ? cld_subject_nearest(p, limits, conjunction)
                    : none;
    if (cld_range_is_empty(a->holder))
        a->holder = cld_subject_first(p, limits, conjunction);
    a->inherits = cld_range_is_empty(a->holder) ? last_with_holder(found) : -1;
    return a->inherits >= 0 || !cld_range_is_empty(a->holder);
}

/* "the officer who speaks for the army | claims": what stands before the verb ends a relative
 * clause, and is not its subject. */
static gboolean
ends_relative(const CldPassage *p, CldRange limits, CldRange phrase, guint *relative)
{
    guint i = phrase.first;
    if (cld_range_is_empty(phrase) || p->tags[i].word != CLD_WORD_PREPOSITION ||
        i < limits.first + 2 || !cld_tag_is_finite(p->tags[i - 1]))
        return FALSE;
    while (i > limits.first + 1 && cld_tag_is_verbal(p->tags[i - 1]))
        i--;
    *relative = i - 1;
    return p->tags[i - 1].word == CLD_WORD_RELATIVE && p->quotation_at[i - 1] < 0;
}

/* Finds who says it for a finite cue verb. */
static gboolean
find_holder(
    const CldPassage *p, CldRange limits, const Group *group, GArray *found, CldAttribution *a)
{
    guint first = skip_adjunct_back(p, limits, group->first);
    guint front = first > limits.first ? p->tags[first - 1].word : CLD_WORD_STOP;
    a->own = (CldRange){first, a->cue.end};
    if (front == CLD_WORD_RELATIVE && p->quotation_at[first - 1] < 0) {
        a->holder = antecedent(p, limits, first - 1);
        a->own.first = first - 1;
        return !cld_range_is_empty(a->holder);
    }
    if (front == CLD_WORD_CONJUNCTION)
        return find_coordinated(p, limits, first - 1, found, a);
    CldRange before = cld_phrase_before(p, limits, first);
    guint relative = 0;
    if (ends_relative(p, limits, before, &relative)) {
        a->holder = antecedent(p, limits, relative);
        a->own.first = a->holder.first;
        return !cld_range_is_empty(a->holder);
    }
    gboolean may_invert = first == a->cue.first && is_break(p, limits, first) &&
                          strcmp(a->class, "naming") != 0; /* "X, …, called Y “…”" */
    gboolean is_open =
        first == limits.first || p->quotation_at[first - 1] >= 0 || cld_range_is_empty(before);
    if (may_invert && is_open && holder_behind(p, limits, a))
        return TRUE;
    a->own.end = a->cue.end;
    a->holder = before;
    if (cld_range_is_empty(before))
        return FALSE;
    a->own.first = before.first;
    if (before.end < first) /* an apposition between holder and verb */
        a->side = (CldRange){before.end + 1, first - 1};
    return TRUE;
}

/* "was quoted as saying": the passive's subject says it. */
static gboolean
find_quoted_as(const CldPassage *p, CldRange limits, CldAttribution *a)
{
    guint i = a->cue.first;
    if (i < limits.first + 2 || !cld_passage_is(p, i - 1, "as"))
        return FALSE;
    guint verb = i - 2;
    while (verb > limits.first && p->tags[verb].word != CLD_WORD_VERB && i - verb < 10)
        verb--;
    if (!cld_passage_is(p, verb, "quoted") && !cld_passage_is(p, verb, "cited"))
        return FALSE;
    guint first = cld_phrase_skip_aux_back(p, limits, verb);
    a->holder =
        first < verb ? cld_phrase_before(p, limits, first) : cld_phrase_after(p, limits, verb + 1);
    a->own = (CldRange){MIN(first, a->holder.first), a->cue.end};
    if (first < verb && a->holder.end < first)
        a->side = (CldRange){a->holder.end + 1, first - 1};
    if (first == verb) { /* "RIA quoted X as saying" */
        a->relay[0] = cld_phrase_before(p, limits, first);
        a->n_relays = cld_range_is_empty(a->relay[0]) ? 0 : 1;
        a->own.first = a->n_relays ? a->relay[0].first : first;
    }
    return !cld_range_is_empty(a->holder);
}

/* ", adding that", "before asking: “…”", "footage of X saying": the one who acts, or the noun in
 * front. */
static gboolean
find_gerund_holder(const CldPassage *p, CldRange limits, GArray *found, CldAttribution *a)
{
    guint verb = a->cue.first;
    if (verb == limits.first)
        return FALSE;
    guint before = p->tags[verb - 1].word;
    const guint64 fronts = CLD_WORDS(COMMA) | CLD_WORDS(CONJUNCTION) | CLD_WORDS(ADVERB) |
                           CLD_WORDS(SUBORDINATOR) | CLD_WORDS(DASH) | CLD_WORDS(NOUN) |
                           CLD_WORDS(NAME) | CLD_WORDS(NUMBER) | CLD_WORDS(PREPOSITION) |
                           CLD_WORDS(OBJECT);
    if (!cld_tag_is_in(p->tags[verb - 1], fronts) && p->quotation_at[verb - 1] < 0)
        return FALSE;
    take_over_holder(p, limits, found, a);
    if (before == CLD_WORD_NAME && verb > limits.first + 1) {
        CldRange phrase = cld_phrase_before(p, limits, verb);
        while (phrase.first < phrase.end && p->name_at[phrase.first] != p->name_at[verb - 1])
            phrase.first++;
        guint front = phrase.first > limits.first ? phrase.first - 1 : limits.first;
        if (p->tags[front].word == CLD_WORD_PREPOSITION) {
            a->inherits = -1; /* "of X saying" */
            a->holder = phrase;
        }
    }
    return TRUE;
}

/* A subject that cannot speak: "it shows", "this means". */
static gboolean
is_mute(const CldPassage *p, const CldAttribution *a)
{
    static const char *const never[] = {"this",   "that",    "there", "what",  "anybody",
                                        "anyone", "nothing", "none",  "these", "everything",
                                        "those",  "which",   NULL};
    static const char *const speaking[] = {"neutral",    "announcing", "warning", "denial",
                                           "confirming", "admission",  NULL};
    if (a->holder.end != a->holder.first + 1)
        return FALSE;
    const char *lower = cld_passage_token(p, a->holder.first)->lower;
    return g_strv_contains(never, lower) ||
           (strcmp(lower, "it") == 0 && !g_strv_contains(speaking, a->class));
}

/* A colon or an opening quotation mark, perhaps behind a comma. */
static gboolean
opens_speech(const CldPassage *p, CldRange limits, guint i)
{
    if (i < limits.end && p->tags[i].word == CLD_WORD_COMMA)
        i++;
    return i < limits.end && (p->tags[i].word == CLD_WORD_COLON || p->quotation_at[i] >= 0);
}

/* A form that was taken for a noun so far: "The paper reports: …". */
static gboolean
is_speaking_noun(const CldPassage *p, CldRange limits, guint verb, guint end)
{
    gboolean is_last =
        end + 1 == limits.end && p->tags[end].word == CLD_WORD_STOP; /* ", images show." */
    return verb > limits.first && (is_last || opens_speech(p, limits, end)) &&
           (p->tags[verb - 1].word == CLD_WORD_NOUN || p->tags[verb - 1].word == CLD_WORD_NAME);
}

/* "chose the plant to announce that": an infinitive that is carried out. */
static gboolean
find_infinitive_holder(const CldPassage *p, CldRange limits, CldAttribution *a)
{
    guint verb = a->cue.first;
    gboolean has_that = a->cue.end < limits.end && p->tags[a->cue.end].word == CLD_WORD_THAT;
    if (!has_that || verb < limits.first + 2 ||
        !cld_tag_is_in(p->tags[verb - 2], CLD_WORDS(NOUN) | CLD_WORDS(NAME)))
        return FALSE; /* "declined to say", "is expected to say" */
    a->holder = cld_subject_first(p, limits, verb);
    a->own = (CldRange){verb - 1, a->cue.end};
    return !cld_range_is_empty(a->holder);
}

static gboolean
find_speaker(
    const CldPassage *p, CldRange limits, const Group *group, GArray *found, CldAttribution *a)
{
    guint verb = a->cue.first;
    switch (p->tags[verb].word) {
    case CLD_WORD_GERUND:
        return find_quoted_as(p, limits, a) || find_gerund_holder(p, limits, found, a);
    case CLD_WORD_VERB:
        return !group->is_passive && find_holder(p, limits, group, found, a) && !is_mute(p, a);
    case CLD_WORD_INFINITIVE:
        return find_infinitive_holder(p, limits, a);
    case CLD_WORD_PARTICIPLE:
        return FALSE;
    default: /* taken for a noun so far: "The paper reports: …", ", says the mayor" */
        return (is_speaking_noun(p, limits, verb, a->cue.end) &&
                find_holder(p, limits, group, found, a)) ||
               (verb > limits.first && is_break(p, limits, verb) && holder_behind(p, limits, a));
    }
}

static gboolean
read_cue(const CldPassage *p, CldRange limits, GArray *found, CldAttribution *a)
{
    Group group = read_group(p, limits, a->cue.first);
    gboolean is_thinking = strcmp(a->class, "thinking") == 0;
    if (group.is_unreal || (group.is_negated && !is_thinking))
        return FALSE;
    a->is_negative = group.is_negated || strcmp(a->class, "denial") == 0;
    a->is_earlier = group.is_earlier;
    return find_speaker(p, limits, &group, found, a) && cld_content_find(p, limits, a);
}

static CldRange
owner_before(const CldPassage *p, CldRange limits, guint noun)
{
    guint owner = noun - 1;
    while (owner > limits.first && p->tags[owner].word == CLD_WORD_NOUN)
        owner--;
    if (p->tags[owner].word == CLD_WORD_GENITIVE)
        return cld_phrase_core(p, cld_phrase_before(p, limits, owner)); /* without "in" */
    return p->tags[owner].word == CLD_WORD_POSSESSIVE ? (CldRange){owner, owner + 1}
                                                      : (CldRange){noun, noun};
}

/* "X's claim that Y", "in X's view": a noun of saying with its owner in front. */
static void
try_noun(const CldPassage *p, CldRange limits, guint i, GArray *found)
{
    guint n = 0;
    const char *const *values =
        cld_lexicon_match(cld_lexicon_get("speech-nouns"), p->tokens, i, &n);
    if (!values || i + 2 >= limits.end || i == limits.first)
        return;
    gboolean has_that = p->tags[i + 1].word == CLD_WORD_THAT;
    gboolean is_view = values[0] && !has_that;
    CldAttribution a = {.cue = {i, i + 1},
                        .holder = owner_before(p, limits, i),
                        .own = {i, i + 2},
                        .side = {i, i},
                        .inherits = -1,
                        .signs = -1,
                        .class = "doubtful"};
    if (cld_range_is_empty(a.holder) || (!is_view && !has_that))
        return;
    if (is_view && (a.holder.first == limits.first || !cld_passage_is(p, a.holder.first - 1, "in")))
        return;
    if (is_view)
        a.cue = a.own = (CldRange){a.holder.first - 1, i + 1};
    if (is_view)
        cld_content_find_around(p, limits, &a);
    else
        cld_content_find_behind(p, limits, &a);
    if (a.n_contents > 0)
        g_array_append_val(found, a);
}

/* "“…” — X": a quotation signed by its speaker. */
static void
try_signature(const CldPassage *p, CldRange limits, guint i, GArray *found)
{
    if (i == 0 || i + 1 >= limits.end || p->quotation_at[i - 1] < 0 ||
        limits.end - i > MAX_SIGNATURE_TOKENS ||
        cld_phrase_has_finite(p, (CldRange){i, limits.end}))
        return;
    CldRange holder = cld_phrase_after(p, limits, i + 1);
    if (cld_range_is_empty(holder) || p->quotation_at[i] >= 0)
        return;
    CldAttribution a = {.cue = {i, i + 1},
                        .holder = holder,
                        .own = {i, limits.end},
                        .inherits = -1,
                        .class = "neutral"};
    a.side = (CldRange){i, i};
    a.signs = p->quotation_at[i - 1];
    cld_content_add(p, &a, limits.first, i);
    g_array_append_val(found, a);
}

/* A headline that names its source: "… – Ministry", "Ministry: …". */
static void
try_headline(const CldPassage *p, CldRange limits, guint i, GArray *found)
{
    gboolean is_end = p->tags[i].word == CLD_WORD_DASH && limits.end - i <= MAX_SIGNATURE_TOKENS;
    gboolean is_start =
        p->tags[i].word == CLD_WORD_COLON && i - limits.first <= MAX_SIGNATURE_TOKENS;
    CldRange part = is_end ? (CldRange){i + 1, limits.end} : (CldRange){limits.first, i};
    CldRange rest = is_end ? (CldRange){limits.first, i} : (CldRange){i + 1, limits.end};
    if ((!is_end && !is_start) || cld_range_is_empty(part) || cld_phrase_has_finite(p, part))
        return;
    CldRange holder = cld_phrase_after(p, limits, part.first);
    gboolean is_source =
        holder.end == part.end && p->quotation_at[part.first] < 0 &&
        (is_end || (p->name_at[part.end - 1] >= 0 && cld_phrase_has_finite(p, rest)));
    if (!is_source)
        return;
    CldAttribution a = {.cue = {i, i + 1},
                        .holder = holder,
                        .own = {MIN(i, part.first), MAX(i + 1, part.end)},
                        .inherits = -1,
                        .signs = -1,
                        .class = "neutral"};
    a.side = (CldRange){i, i};
    cld_content_add(p, &a, rest.first, rest.end);
    if (a.n_contents > 0)
        g_array_append_val(found, a);
}

static gboolean
is_cue_word(const CldPassage *p, guint i)
{
    guint word = p->tags[i].word;
    return word == CLD_WORD_VERB || word == CLD_WORD_GERUND || word == CLD_WORD_INFINITIVE ||
           (word == CLD_WORD_NOUN && p->tags[i].form);
}

static void
try_cue(const CldPassage *p,
        CldRange limits,
        guint i,
        guint n,
        const char *const *values,
        GArray *found)
{
    CldAttribution a = {.cue = {i, i + n},
                        .inherits = -1,
                        .signs = -1,
                        .frames = read_frames(values),
                        .class = values[0]};
    a.side = a.holder = (CldRange){i, i};
    if (read_cue(p, limits, found, &a))
        g_array_append_val(found, a);
}

static gboolean
is_source_noun(const CldPassage *p, guint i)
{
    return cld_lexicon_has(cld_lexicon_get("unnamed-sources"), p->tokens, i) ||
           cld_lexicon_has(cld_lexicon_get("documents"), p->tokens, i) ||
           cld_lexicon_has(cld_lexicon_get("roles"), p->tokens, i);
}

/* Whether a phrase names somebody or something that can be a source: "citing a report", not "citing
 * low growth". A person referred to is mostly what is spoken of. */
static gboolean
is_source(const CldPassage *p, CldRange phrase, gboolean is_reference)
{
    gint head = cld_phrase_head(p, phrase);
    if (head < 0 || p->tags[head].word == CLD_WORD_GENITIVE)
        return FALSE;
    if (p->name_at[head] >= 0)
        return !is_reference;
    CldRange core = cld_phrase_core(p, phrase); /* "two people familiar" */
    for (guint i = core.first; i < core.end; i++)
        if (is_source_noun(p, i))
            return TRUE;
    return FALSE;
}

static void
try_phrase(const CldPassage *p, CldRange limits, guint i, guint n, const char *kind, GArray *found)
{
    CldRange phrase = cld_phrase_after_with_apposition(p, limits, i + n);
    if (cld_range_is_empty(phrase))
        return;
    CldRange holder = cld_phrase_after(p, limits, i + n);
    CldAttribution *last =
        found->len ? &g_array_index(found, CldAttribution, found->len - 1) : NULL;
    gboolean is_reference = strcmp(kind, "reference") == 0;
    if (is_reference || strcmp(kind, "source") == 0) {
        if (!is_source(p, holder, is_reference))
            return;
        kind = "source";
    }
    if (strcmp(kind, "source") == 0 && last && last->n_relays < G_N_ELEMENTS(last->relay)) {
        last->relay[last->n_relays++] = last->holder;
        last->holder = holder;
        return;
    }
    if (strcmp(kind, "relayed") == 0 && last && last->n_relays < G_N_ELEMENTS(last->relay)) {
        last->relay[last->n_relays++] = holder;
        return;
    }
    CldAttribution a = {.cue = {i, i + n},
                        .holder = holder,
                        .own = {i, phrase.end},
                        .inherits = -1,
                        .signs = -1,
                        .is_passing = TRUE,
                        .class = "neutral"};
    a.side = (CldRange){MIN(holder.end + 1, phrase.end), phrase.end};
    cld_content_find_around(p, limits, &a);
    if (a.n_contents > 0)
        g_array_append_val(found, a);
}

/* "On Friday X said": what stands in front of the words of saying and is said by nobody. */
static void
find_frames(const CldPassage *p, CldRange limits, GArray *found)
{
    const guint64 borders =
        CLD_WORDS(COMMA) | CLD_WORDS(SUBORDINATOR) | CLD_WORDS(CONJUNCTION) | CLD_WORDS(DASH);
    for (guint k = 0; k < found->len; k++) {
        CldAttribution *a = &g_array_index(found, CldAttribution, k);
        guint first = a->own.first;
        while (first > limits.first && cld_attributions_inner_at(found, first - 1) < 0 &&
               p->tags[first - 1].word != CLD_WORD_SEMICOLON &&
               !cld_tag_is_finite(p->tags[first - 1]))
            first--;
        gboolean is_cut = first > limits.first && cld_tag_is_finite(p->tags[first - 1]);
        while (is_cut && first < a->own.first && !cld_tag_is_in(p->tags[first], borders))
            first++; /* what is left of the clause in front */
        a->frame = (CldRange){first, a->own.first};
    }
}

/**
 * cld_attributions_find:
 * @passage: a paragraph
 * @sentence: one of its sentences
 *
 * Finds the acts of saying of a sentence: verbs and phrases of data/en/cues.txt and
 * attribution-phrases.txt outside quotation marks, each with its holder and what is said.
 *
 * Returns: (transfer full) (element-type CldAttribution): in text order
 */
GArray *
cld_attributions_find(const CldPassage *passage, const CldSentence *sentence)
{
    const CldLexicon *cues = cld_lexicon_get("cues");
    const CldLexicon *phrases = cld_lexicon_get("attribution-phrases");
    GArray *found = g_array_new(FALSE, FALSE, sizeof(CldAttribution));
    CldRange limits = sentence->tokens;
    for (guint i = limits.first; i < limits.end && found->len < MAX_ATTRIBUTIONS; i++) {
        guint n = 0;
        if (passage->quotation_at[i] >= 0 || passage->name_at[i] >= 0)
            continue;
        const char *const *values = cld_lexicon_match(phrases, passage->tokens, i, &n);
        if (values && values[0]) {
            try_phrase(passage, limits, i, n, values[0], found);
            continue;
        }
        if (passage->block->part == CLD_PART_HEADLINE)
            try_headline(passage, limits, i, found);
        else if (passage->tags[i].word == CLD_WORD_DASH)
            try_signature(passage, limits, i, found);
        if (passage->tags[i].word == CLD_WORD_NOUN)
            try_noun(passage, limits, i, found);
        values = is_cue_word(passage, i) ? cld_lexicon_match(cues, passage->tokens, i, &n) : NULL;
        if (values && values[0] && i + n <= limits.end)
            try_cue(passage, limits, i, n, values, found);
    }
    find_frames(passage, limits, found);
    return found;
}

/* Returns: %TRUE if the token is part of what is said */
gboolean
cld_attribution_covers(const CldAttribution *self, guint token)
{
    for (guint i = 0; i < self->n_contents; i++)
        if (cld_range_has(self->contents[i], token))
            return TRUE;
    return FALSE;
}

/**
 * cld_attributions_inner_at:
 * @attributions: (element-type CldAttribution): those of a sentence
 * @token: a token of the sentence
 *
 * Of those that cover the token the innermost: the one whose own words lie in what the others say.
 *
 * Returns: its index, -1: none
 */
gint
cld_attributions_inner_at(const GArray *attributions, guint token)
{
    gint inner = -1;
    for (guint i = 0; i < attributions->len; i++) {
        const CldAttribution *a = &g_array_index(attributions, CldAttribution, i);
        if (!cld_attribution_covers(a, token))
            continue;
        const CldAttribution *best =
            inner >= 0 ? &g_array_index(attributions, CldAttribution, inner) : NULL;
        if (!best || (cld_attribution_covers(best, a->cue.first) &&
                      !cld_attribution_covers(a, best->cue.first)))
            inner = (gint)i;
    }
    return inner;
}
