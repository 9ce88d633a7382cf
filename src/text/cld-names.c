/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-names.h"
#include "cld-lexicon.h"
#include "cld-quantities.h"
#include <string.h>

#define NAMES_MAX      20000 /* of one range */
#define RUN_MAX        12    /* words of one name with its titles */
#define TITLE_MAX      6     /* tokens of a title in small letters before a name */
#define HEADLINE_WORDS 30    /* looked at to see whether capitals mean anything here */

/* What is being read, and whether its capitals tell anything. */
typedef struct {
    const CldTokens *tokens;
    const char *text;
    gboolean is_title_case; /* "Mine Blast Kills Four": capitals mark no names */
    gboolean is_shouting;   /* "MINE BLAST KILLS FOUR" */
    GArray *mentions;       /* (element-type CldNameMention) */
} Reader;

/* A run of capitalised words: a title, then a name. Token indexes, half-open. */
typedef struct {
    guint start; /* of the title or the name */
    guint name;  /* of the name */
    guint end;
    gboolean has_title;
    guint title_start; /* before @start when the title has small letters */
    guint title_end;
} Run;

static const CldToken *
at(const Reader *self, guint index)
{
    return cld_tokens_get(self->tokens, index);
}

static gboolean
is_in(const Reader *self, guint index, const char *list)
{
    return cld_lexicon_has(cld_lexicon_get(list), self->tokens, index);
}

static gboolean
is_word_in(const Reader *self, guint index, const char *list)
{
    const CldToken *token = at(self, index);
    return token != NULL && cld_lexicon_lookup(cld_lexicon_get(list), token->lower) != NULL;
}

static gboolean
is_word(const Reader *self, guint index, const char *word)
{
    const CldToken *token = at(self, index);
    return token != NULL && g_str_equal(token->lower, word);
}

/* "al-Amin" counts as capitalised, "pro-Russian" does not. */
static gboolean
has_capital_article(const Reader *self, const CldToken *token)
{
    static const char *const articles[] = {"al", "el", "as", "ash", "an", "ar", "at", "ul"};
    const char *word = self->text + token->span.start;
    const char *hyphen = memchr(word, '-', cld_span_length(token->span));
    if (hyphen == NULL || !g_unichar_isupper(g_utf8_get_char(hyphen + 1)))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(articles); i++)
        if ((gsize)(hyphen - word) == strlen(articles[i]) &&
            g_ascii_strncasecmp(word, articles[i], strlen(articles[i])) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_capital(const Reader *self, guint index)
{
    const CldToken *token = at(self, index);
    return token != NULL && token->kind == CLD_TOKEN_WORD &&
           (token->is_capital || has_capital_article(self, token));
}

/* Endings of English words that are no names; places that have them ("Beijing") are listed. */
static gboolean
has_word_ending(const char *lower)
{
    static const char *const endings[] = {"ing",   "tion", "ement", "ness",
                                          "ified", "ated", "able",  "ously"};
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
        if (strlen(lower) > strlen(endings[i]) + 3 && g_str_has_suffix(lower, endings[i]))
            return TRUE;
    return FALSE;
}

/* Words that running text writes small: with a capital they name nothing by themselves. */
static gboolean
is_common(const Reader *self, guint index)
{
    const CldToken *token = at(self, index);
    if (is_word_in(self, index, "common-words") || is_word_in(self, index, "sentence-starters") ||
        is_word_in(self, index, "function-words") || is_word_in(self, index, "titles") ||
        is_word_in(self, index, "persons") || is_word_in(self, index, "numbers"))
        return TRUE;
    if (cld_number_parse(self->tokens, index, NULL, NULL) || has_word_ending(token->lower))
        return TRUE;
    gsize length = strlen(token->lower);
    if (length < 4 || token->lower[length - 1] != 's' || token->is_all_caps)
        return FALSE;
    g_autofree char *singular = g_strndup(token->lower, length - 1);
    return cld_lexicon_lookup(cld_lexicon_get("common-words"), singular) != NULL;
}

static gboolean
is_calendar(const Reader *self, guint index)
{
    const char *const *row =
        cld_lexicon_lookup(cld_lexicon_get("calendar-words"), at(self, index)->lower);
    return row != NULL && row[0] != NULL && !g_str_equal(row[0], "zone");
}

static gboolean
is_function(const Reader *self, guint index)
{
    return is_word_in(self, index, "sentence-starters") ||
           is_word_in(self, index, "function-words") || is_word_in(self, index, "phrase-stops");
}

static gboolean
is_quote_mark(const CldToken *token)
{
    return g_str_equal(token->lower, "\"") || g_str_equal(token->lower, "'");
}

/* A capital that the place in the sentence would give to any word. */
static gboolean
is_initial(const Reader *self, guint index)
{
    static const char *const ends[] = {".", "!", "?", ":", "…", "-", "•", "*", ";", "(", "[", NULL};
    if (index == 0)
        return TRUE;
    const CldToken *before = at(self, index - 1);
    if (before->kind != CLD_TOKEN_PUNCT)
        return FALSE;
    if (g_strv_contains(ends, before->lower))
        return !g_str_equal(before->lower, ".") || index < 2 ||
               !is_word_in(self, index - 2, "titles");
    return is_quote_mark(before);
}

static const char *const *
match_country(const Reader *self, guint index, guint *n_tokens)
{
    const char *const *row =
        cld_lexicon_match(cld_lexicon_get("countries"), self->tokens, index, n_tokens);
    if (row == NULL || row[0] == NULL || row[1] == NULL || !is_capital(self, index))
        return NULL;
    if (*n_tokens == 1 && g_str_equal(at(self, index)->lower, "us") &&
        !at(self, index)->is_all_caps)
        return NULL; /* "Us" is the pronoun */
    return row;
}

/* Is the word by itself enough to be a name, or to begin one? */
static gboolean
is_name_word(const Reader *self, guint index)
{
    guint n = 0;
    if (!is_capital(self, index) || is_word(self, index, "i"))
        return FALSE;
    if (match_country(self, index, &n) != NULL)
        return TRUE;
    if (is_calendar(self, index) || self->is_shouting)
        return FALSE;
    return !is_common(self, index);
}

static gboolean
is_apart(const Reader *self, guint index)
{
    return !at(self, index)->is_spaced;
}

/* "St. Petersburg", "Maj. Gen. Roe": the full stop does not end the name. */
static gboolean
is_inner_stop(const Reader *self, guint index)
{
    static const char *const words[] = {"st", "mt", "ft", NULL};
    return index > 0 && is_word(self, index, ".") && is_apart(self, index) &&
           is_capital(self, index + 1) &&
           (g_strv_contains(words, at(self, index - 1)->lower) ||
            is_word_in(self, index - 1, "titles"));
}

/* "Ministry of", "Republic of the": the name goes on behind the head of a body or place. */
static gboolean
is_joining_of(const Reader *self, guint index)
{
    return is_word(self, index, "of") && (is_word_in(self, index - 1, "organisation-heads") ||
                                          is_word_in(self, index - 1, "place-heads"));
}

/* "Ministry of Trade and Industry" */
static gboolean
is_joining_and(const Reader *self, guint start, guint index)
{
    return is_word(self, index, "and") && index >= start + 3 && is_word(self, index - 2, "of");
}

/* Small words inside a name: "von der", "of" after the head of a body, "&". Returns: where the
 * name goes on; @index when it does not */
static guint
skip_particles(const Reader *self, guint start, guint index)
{
    guint next = index;
    while (next < index + 3 && is_word_in(self, next, "name-particles") && !is_apart(self, next))
        next++;
    if (next == index && is_word(self, index, "&"))
        next++;
    if (next > index)
        return is_capital(self, next) ? next : index;
    if (!is_joining_of(self, index) && !is_joining_and(self, start, index))
        return index;
    next = index + 1 + (is_word(self, index + 1, "the") ? 1 : 0);
    return is_capital(self, next) && !is_calendar(self, next) ? next : index;
}

/* A title of several words that begins in the run: "Secretary of State". Returns: its end, or
 * @index */
static guint
skip_long_title(const Reader *self, guint index)
{
    guint n = 0;
    const char *const *row =
        cld_lexicon_match(cld_lexicon_get("titles"), self->tokens, index - 1, &n);
    gboolean is_long = n > 2 || (n == 2 && is_capital(self, index));
    return row != NULL && is_long && is_capital(self, index - 1) ? index - 1 + n : index;
}

/* One more capitalised word of the run? */
static gboolean
goes_on(const Reader *self, guint index)
{
    return is_capital(self, index) && !is_apart(self, index) && !is_calendar(self, index) &&
           !is_word(self, index, "i") && !(self->is_title_case && is_common(self, index));
}

/* The end of the run of capitalised words that begins at @start. */
static guint
run_end(const Reader *self, guint start)
{
    guint end = start + 1, n_country = 0;
    if (match_country(self, start, &n_country) != NULL)
        end = start + n_country; /* "United States of America" */
    while (end < start + RUN_MAX) {
        guint next = skip_long_title(self, end);
        if (next == end && goes_on(self, end))
            next = end + 1;
        if (next == end && is_inner_stop(self, end))
            next = end + 2;
        if (next == end && !is_capital(self, end)) {
            next = skip_particles(self, start, end);
            next += next > end ? 1 : 0;
        }
        if (next == end)
            return end;
        end = next;
    }
    return end;
}

/* Puts the border behind the last title of the run. */
static void
find_title(const Reader *self, Run *run)
{
    const CldLexicon *titles = cld_lexicon_get("titles");
    for (guint i = run->start; i < run->end; i++) {
        guint n = 0;
        if (cld_lexicon_match(titles, self->tokens, i, &n) == NULL)
            continue;
        guint end = MIN(i + n, run->end);
        if (is_inner_stop(self, end))
            end++;
        run->has_title = TRUE;
        run->title_start = run->start;
        run->title_end = end;
        run->name = end;
        i = end - 1;
    }
}

/* "finance minister Ida Roe", "Mr. Roe", "spokesman Roe" */
static void
find_small_title(const Reader *self, Run *run)
{
    const CldLexicon *titles = cld_lexicon_get("titles");
    guint end = run->start;
    if (end > 1 && is_word(self, end - 1, ".") && is_apart(self, end - 1))
        end--;
    for (guint back = MIN(TITLE_MAX, end); back > 0; back--) {
        guint n = 0;
        if (cld_lexicon_match(titles, self->tokens, end - back, &n) == NULL || n != back)
            continue;
        run->has_title = TRUE;
        run->title_start = end - back;
        run->title_end = end;
        return;
    }
}

static CldSpan
span_of(const Reader *self, guint from, guint to)
{
    return (CldSpan){at(self, from)->span.start, at(self, to - 1)->span.end};
}

static void
append(Reader *self, guint from, guint to, CldNameKind kind, const Run *run)
{
    CldNameMention mention = {.kind = kind, .first_token = from, .n_tokens = to - from};
    guint n = 0;
    mention.span = span_of(self, from, to);
    if (run != NULL && run->has_title)
        mention.title = span_of(self, run->title_start, run->title_end);
    const char *const *country = kind != CLD_NAME_PERSON ? match_country(self, from, &n) : NULL;
    mention.is_demonym = country != NULL && n == to - from && g_str_equal(country[1], "demonym");
    g_autofree char *name = cld_span_dup_text(mention.span, self->text);
    g_autofree char *key = cld_name_dup_key(name, kind);
    g_autofree char *given = kind == CLD_NAME_PERSON ? cld_name_dup_given(name) : NULL;
    mention.key = g_intern_string(key);
    mention.given = g_intern_string(given);
    if (self->mentions->len < NAMES_MAX && *key != '\0')
        g_array_append_val(self->mentions, mention);
}

/* Countries that stand in the title: "US President", "Kenya Police Inspector". */
static void
append_title_countries(Reader *self, const Run *run)
{
    for (guint i = run->start; i < run->name; i++) {
        guint n = 0;
        const char *const *row = match_country(self, i, &n);
        if (row == NULL || i + n > run->name)
            continue;
        append(self, i, i + n, g_str_equal(row[1], "demonym") ? CLD_NAME_UNKNOWN : CLD_NAME_PLACE,
               NULL);
        i += n - 1;
    }
}

static gboolean
has_speech_verb(const Reader *self, guint from, guint to)
{
    return is_word_in(self, to, "speech-tags") ||
           (from > 0 && is_word_in(self, from - 1, "speech-tags"));
}

static gboolean
has_given_name(const Reader *self, guint index)
{
    g_autofree char *word = cld_span_dup_text(at(self, index)->span, self->text);
    g_autofree char *key = cld_name_dup_key(word, CLD_NAME_PLACE); /* in ASCII, common form */
    const CldLexicon *names = cld_lexicon_get("given-names");
    return is_word_in(self, index, "given-names") || cld_lexicon_lookup(names, key) != NULL;
}

/* "Xi Jinping" */
static gboolean
is_family_first(const Reader *self, const Run *run)
{
    return run->end - run->name <= 3 && is_word_in(self, run->name, "family-first") &&
           !is_word_in(self, run->end - 1, "common-words");
}

static guint
count_common(const Reader *self, const Run *run)
{
    guint n_common = 0;
    for (guint i = run->name; i < run->end; i++)
        n_common += is_capital(self, i) && is_common(self, i) ? 1 : 0;
    return n_common;
}

/* Without a title a person is known by a given name, or by two words that name nothing else. */
static gboolean
is_person_name(const Reader *self, const Run *run)
{
    static const char *const before[] = {"the", "in", "at", "near", "outside", "across", NULL};
    guint n = run->end - run->name;
    if (n == 1 || n > 5)
        return n == 1 && is_word_in(self, run->name, "given-names");
    if (has_given_name(self, run->name) || is_family_first(self, run))
        return TRUE;
    gboolean is_placed = run->start > 0 && g_strv_contains(before, at(self, run->start - 1)->lower);
    if (is_placed || at(self, run->name)->is_all_caps)
        return FALSE;
    guint n_common = count_common(self, run);
    return n_common == 0 || (n_common < n && has_speech_verb(self, run->start, run->end));
}

static gboolean
has_head(const Reader *self, const Run *run, const char *list)
{
    return is_in(self, run->name, list) || is_word_in(self, run->end - 1, list);
}

/* Another spelling of a listed place: "Kiev" */
static gboolean
is_known_place(const Reader *self, const Run *run)
{
    g_autofree char *name = cld_span_dup_text(span_of(self, run->name, run->end), self->text);
    g_autofree char *key = cld_name_dup_key(name, CLD_NAME_PLACE);
    return cld_lexicon_lookup(cld_lexicon_get("countries"), key) != NULL;
}

/* "Lake Tavas", "St. Ives" */
static gboolean
is_place_name(const Reader *self, const Run *run)
{
    return is_word(self, run->name + 1, ".") ||
           (run->end - run->name > 1 && has_head(self, run, "place-heads"));
}

/* "Tavas Mining Company", "Ministry of Trade" */
static gboolean
is_body_name(const Reader *self, const Run *run)
{
    if (has_head(self, run, "organisation-heads"))
        return TRUE;
    for (guint i = run->name; i + 1 < run->end; i++)
        if (is_word_in(self, i, "organisation-heads") && is_word(self, i + 1, "of"))
            return TRUE;
    return FALSE;
}

static CldNameKind
kind_of(const Reader *self, const Run *run)
{
    static const char *const places[] = {"in", "at", "near", "outside", "across", "towards", NULL};
    guint n = 0;
    if (run->has_title)
        return CLD_NAME_PERSON;
    const char *const *country = match_country(self, run->name, &n);
    if (country != NULL && n == run->end - run->name)
        return g_str_equal(country[1], "demonym") ? CLD_NAME_UNKNOWN : CLD_NAME_PLACE;
    if (is_known_place(self, run))
        return CLD_NAME_PLACE;
    if (is_body_name(self, run))
        return CLD_NAME_ORGANISATION;
    if (is_place_name(self, run))
        return CLD_NAME_PLACE;
    if (is_person_name(self, run))
        return CLD_NAME_PERSON;
    if (run->end - run->name == 1 && at(self, run->name)->is_all_caps)
        return CLD_NAME_ORGANISATION;
    if (run->start > 0 && g_strv_contains(places, at(self, run->start - 1)->lower))
        return CLD_NAME_PLACE;
    return CLD_NAME_UNKNOWN;
}

/* A demonym before a person ("Kenyan Ida Roe") or a country before more words is a name of its
 * own. Returns: where the rest begins */
static guint
cut_country(Reader *self, const Run *run)
{
    guint n = 0;
    const char *const *row = match_country(self, run->name, &n);
    guint rest = run->name + n;
    if (row == NULL || rest >= run->end || !is_capital(self, rest))
        return run->name;
    if (g_str_equal(row[1], "country") && is_word_in(self, run->end - 1, "organisation-heads"))
        return run->name;
    if (g_str_equal(row[1], "demonym") && !is_word_in(self, rest, "given-names"))
        return run->name;
    if (g_str_equal(row[1], "country") && is_word_in(self, run->name, "given-names"))
        return run->name; /* "Jordan Pickwell" */
    append(self, run->name, rest, CLD_NAME_PLACE, NULL);
    return rest;
}

/* A single common word is a name only where somebody is quoted: "Stone said". */
static gboolean
is_quoted_surname(const Reader *self, guint index)
{
    return has_speech_verb(self, index, index + 1) && !self->is_title_case &&
           !is_function(self, index) && !is_in(self, index, "persons") &&
           !is_in(self, index, "plural-nouns") && !is_word_in(self, index, "titles") &&
           !is_word_in(self, index, "organisation-heads") && !is_calendar(self, index) &&
           !is_word_in(self, index, "numbers") && !g_str_has_suffix(at(self, index)->lower, "s") &&
           strlen(at(self, index)->lower) > 2;
}

static gboolean
has_name_word(const Reader *self, guint from, guint to)
{
    for (guint i = from; i < to; i++)
        if (is_name_word(self, i))
            return TRUE;
    return FALSE;
}

/* "MUST READ", "HOT News": words in capitals among which is a common one */
static gboolean
is_shouted(const Reader *self, guint from, guint to)
{
    guint n_caps = 0, n_common = 0;
    for (guint i = from; i < to; i++) {
        n_caps += at(self, i)->is_all_caps ? 1 : 0;
        n_common += at(self, i)->is_all_caps && is_common(self, i) ? 1 : 0;
    }
    return n_caps >= 2 && n_common > 0;
}

/* "Mr Stone": behind a title a common word is a name too, if it is no other part of speech. */
static gboolean
is_titled_surname(const Reader *self, const Run *run)
{
    return run->has_title && !self->is_title_case && is_capital(self, run->name) &&
           !is_function(self, run->name) && !is_calendar(self, run->name) &&
           !is_word_in(self, run->name, "organisation-heads");
}

/* Is what is left of the run a name at all? */
static gboolean
is_name(const Reader *self, const Run *run)
{
    if (run->name >= run->end)
        return FALSE;
    if (run->end - run->name == 1)
        return is_name_word(self, run->name) || is_titled_surname(self, run) ||
               is_quoted_surname(self, run->name);
    if (is_shouted(self, run->name, run->end))
        return FALSE;
    if (has_name_word(self, run->name, run->end))
        return TRUE;
    /* "the Supreme Court", "the White House": common words that keep their capitals */
    return !self->is_title_case && !self->is_shouting && !is_initial(self, run->start);
}

/* Words that a sentence begins with, before its first name: "But Kenya", "Yesterday Roe". */
static guint
skip_starters(const Reader *self, guint start, guint end)
{
    guint n = 0;
    while (start < end && is_calendar(self, start))
        start++;
    if (start >= end || (!is_initial(self, start) && !self->is_title_case))
        return start;
    while (start < end && match_country(self, start, &n) == NULL &&
           ((self->is_title_case && is_common(self, start)) || is_function(self, start) ||
            is_calendar(self, start) || g_str_has_suffix(at(self, start)->lower, "ly") ||
            !is_capital(self, start)))
        start++;
    return start;
}

/* Reads what begins with the capital at @index. Returns: the token after it */
static guint
read_run(Reader *self, guint index)
{
    Run run = {.start = index, .end = run_end(self, index)};
    run.start = skip_starters(self, run.start, run.end);
    if (run.start >= run.end)
        return run.end;
    run.name = run.start;
    find_title(self, &run);
    if (run.has_title && run.name >= run.end) { /* a title without a name: "the Prime Minister" */
        append_title_countries(self, &run);
        return run.end;
    }
    if (run.has_title)
        append_title_countries(self, &run);
    else
        find_small_title(self, &run);
    guint rest = run.has_title ? run.name : cut_country(self, &run);
    if (rest > run.name)
        run.start = run.name = rest;
    if (is_name(self, &run))
        append(self, run.name, run.end, kind_of(self, &run), &run);
    return run.end;
}

/* Most words of a headline have capitals, so that they tell nothing. */
static void
judge_case(Reader *self)
{
    guint n_words = 0, n_capital = 0, n_caps = 0;
    guint n = MIN(cld_tokens_length(self->tokens), HEADLINE_WORDS);
    for (guint i = 0; i < n; i++) {
        const CldToken *token = at(self, i);
        if (token->kind != CLD_TOKEN_WORD || strlen(token->lower) < 4)
            continue;
        n_words++;
        n_capital += token->is_capital ? 1 : 0;
        n_caps += token->is_all_caps ? 1 : 0;
    }
    guint last = cld_tokens_length(self->tokens);
    gboolean is_sentence = last > 0 && is_word(self, last - 1, "."); /* headlines have no stop */
    self->is_title_case = !is_sentence && n_words >= 4 && n_capital * 10 > n_words * 7;
    self->is_shouting = n_words >= 3 && n_caps * 10 > n_words * 7;
}

/**
 * cld_names_find:
 * @text: the text that @tokens was cut from
 * @tokens: its words, best a whole paragraph or headline
 *
 * Finds names of persons, places and bodies by their capitals, with the titles before them. Words
 * that any sentence begins with, titles without a name, months and weekdays are no names; in
 * headlines that give every word a capital only words that are never written small are. Demonyms
 * ("Kenyan officials") are given with the key of their country.
 *
 * Returns: (transfer full) (element-type CldNameMention): in text order, without overlap
 */
GArray *
cld_names_find(const char *text, const CldTokens *tokens)
{
    Reader self = {.tokens = tokens, .text = text};
    self.mentions = g_array_new(FALSE, FALSE, sizeof(CldNameMention));
    judge_case(&self);
    guint n_tokens = cld_tokens_length(tokens);
    for (guint i = 0; i < n_tokens;)
        i = is_capital(&self, i) && !is_word(&self, i, "i") ? read_run(&self, i) : i + 1;
    return self.mentions;
}
