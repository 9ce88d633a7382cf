/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-outlet.h"
#include "cld-clean.h"
#include "cld-lines.h"
#include "cld-rules.h"
#include <string.h>

#define MAX_WORDS        5 /* a longer name is a headline */
#define MIN_NAME_LETTERS 3
#define HASH_CHARS       6 /* so many digits and a-f, with a digit among them, are a hash */
#define ACRONYM_CHARS    5

static const char *
word_meaning(const char *word)
{
    g_autofree char *folded = cld_clean_fold(word);
    const CldRule *rule = cld_rules_find_word(cld_rules_get("outlets"), folded, strlen(folded));
    return rule == NULL ? "" : rule->value;
}

static gboolean
is_acronym(const char *word)
{
    g_autofree char *folded = cld_clean_fold(word);
    const CldRules *rules = cld_rules_get("outlets");
    for (guint i = 0; i < rules->rules[CLD_RULE_WORD]->len; i++) {
        const CldRule *rule = &g_array_index(rules->rules[CLD_RULE_WORD], CldRule, i);
        if (strcmp(rule->pattern, folded) == 0 && strcmp(rule->value, "acronym") == 0)
            return TRUE;
    }
    return strpbrk(folded, "aeiouy") == NULL && strlen(folded) <= ACRONYM_CHARS;
}

static void
append_title_case(GString *out, const char *word)
{
    static const char *const small[] = {"of", "the", "and", "for", "in", "on", "de", "la", NULL};
    g_autofree char *lower = g_utf8_strdown(word, -1);
    if (is_acronym(word)) {
        g_autofree char *upper = g_utf8_strup(word, -1);
        g_string_append(out, upper);
    } else if (out->len > 0 && g_strv_contains(small, lower)) {
        g_string_append(out, lower);
    } else {
        gboolean at_start = TRUE;
        for (const char *at = lower; *at != '\0'; at = g_utf8_next_char(at)) {
            gunichar c = g_utf8_get_char(at);
            g_string_append_unichar(out, at_start ? g_unichar_toupper(c) : c);
            at_start = !g_unichar_isalnum(c) && c != '\'' && c != 0x2019;
        }
    }
}

static char *
title_case(char **words)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; words[i] != NULL; i++) {
        if (out->len > 0)
            g_string_append_c(out, ' ');
        append_title_case(out, words[i]);
    }
    return g_string_free(out, FALSE);
}

static gboolean
has_lower(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (g_unichar_islower(g_utf8_get_char(at)))
            return TRUE;
    return FALSE;
}

/**
 * cld_outlet_normalise:
 * @name: an outlet's name as printed
 *
 * A name all in capitals is given as a name ("MERIDIAN WIRE" is Meridian Wire), an acronym stays.
 *
 * Returns: (transfer full): the name
 */
char *
cld_outlet_normalise(const char *name)
{
    if (has_lower(name) || (strchr(name, ' ') == NULL && g_utf8_strlen(name, -1) <= ACRONYM_CHARS))
        return g_strdup(name);
    g_auto(GStrv) words = g_strsplit(name, " ", -1);
    return title_case(words);
}

static gboolean
looks_like_hash(const char *word)
{
    guint n_digits = 0, n = 0;
    for (; word[n] != '\0'; n++)
        n_digits += g_ascii_isdigit(word[n]) != 0;
    return n_digits > 0 && (n >= HASH_CHARS || n_digits == n || n_digits * 2 >= n);
}

/* Drops numbers and hashes; a date in a name is nothing but numbers. */
static char **
name_words(const char *stem)
{
    GPtrArray *kept = g_ptr_array_new();
    g_auto(GStrv) words = g_strsplit_set(stem, "-_. ", -1);
    for (guint i = 0; words[i] != NULL; i++)
        if (words[i][0] != '\0' && !looks_like_hash(words[i]))
            g_ptr_array_add(kept, g_strdup(words[i]));
    g_ptr_array_add(kept, NULL);
    return (char **)g_ptr_array_free(kept, FALSE);
}

static gboolean
any_word_is(char **words, const char *meaning)
{
    for (guint i = 0; words[i] != NULL; i++)
        if (strcmp(word_meaning(words[i]), meaning) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
all_words_are(char **words, const char *meaning)
{
    for (guint i = 0; words[i] != NULL; i++)
        if (strcmp(word_meaning(words[i]), meaning) != 0)
            return FALSE;
    return TRUE;
}

static char *
name_from_stem(const char *stem, gboolean needs_media_word)
{
    g_auto(GStrv) words = name_words(stem);
    guint n = g_strv_length(words);
    gsize letters = 0;
    for (guint i = 0; i < n; i++)
        letters += strlen(words[i]);
    if (n == 0 || n > MAX_WORDS || (letters < MIN_NAME_LETTERS && !is_acronym(words[0])))
        return NULL;
    if (all_words_are(words, "generic") ||
        (n == 1 && strcmp(word_meaning(words[0]), "section") == 0))
        return NULL;
    if (needs_media_word && !any_word_is(words, "media") && !(n == 1 && is_acronym(words[0])))
        return NULL;
    return title_case(words);
}

/**
 * cld_outlet_from_path:
 * @path: of a file: the last resort
 *
 * "stories/01_rift-valley-standard.txt" is the Rift Valley Standard. A folder is asked only when
 * the file's name says nothing, and must hold a word that names outlets.
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
cld_outlet_from_path(const char *path)
{
    if (g_strcmp0(path, "-") == 0)
        return NULL;
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *valid = g_utf8_make_valid(base, -1);
    char *item = strrchr(valid, '#'); /* "feed.xml#3" is an item of a container */
    if (item != NULL && item > valid)
        *item = '\0';
    char *dot = strrchr(valid, '.');
    if (dot != NULL && dot > valid)
        *dot = '\0';
    char *name = name_from_stem(valid, FALSE);
    if (name != NULL)
        return name;
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *folder_base = g_path_get_basename(folder);
    g_autofree char *folder_valid = g_utf8_make_valid(folder_base, -1);
    return name_from_stem(folder_valid, TRUE);
}

static char *
letters_of(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isalnum(c))
            g_string_append_unichar(out, g_unichar_tolower(c));
    }
    return g_string_free(out, FALSE);
}

/* Returns: %TRUE if the names differ in letter case, blanks and marks at most */
gboolean
cld_outlet_same_letters(const char *a, const char *b)
{
    g_autofree char *left = letters_of(a);
    g_autofree char *right = letters_of(b);
    return strcmp(left, right) == 0;
}

/* The part of a masthead line that can be a name: before "|", " / ", ". ", two blanks. */
static char *
first_segment(const char *line)
{
    static const char *const separators[] = {"|",   " / ", "»",   " > ", ". ", " · ",
                                             " • ", " — ", " – ", " - ", ": "};
    gsize length = strlen(line);
    for (guint i = 0; i < G_N_ELEMENTS(separators); i++) {
        const char *at = strstr(line, separators[i]);
        if (at != NULL && (gsize)(at - line) < length)
            length = (gsize)(at - line);
    }
    return g_strstrip(g_strndup(line, length));
}

static gboolean
is_name_shaped(char **words)
{
    static const char *const small[] = {"of", "the", "and", "for", "in",
                                        "on", "de",  "la",  "&",   NULL};
    guint n = g_strv_length(words);
    if (n == 0 || n > MAX_WORDS)
        return FALSE;
    for (guint i = 0; i < n; i++) {
        gunichar c = g_utf8_get_char(words[i]);
        if (!g_unichar_isupper(c) && !g_unichar_isdigit(c) &&
            !(i > 0 && g_strv_contains(small, words[i])))
            return FALSE;
    }
    return TRUE;
}

/**
 * cld_outlet_from_line:
 * @line: one of the first lines of a saved page
 * @path: (nullable): of the file: when it spells the same name, that settles it
 *
 * Returns: (transfer full) (nullable): the outlet's name, if the line is one
 */
char *
cld_outlet_from_line(const char *line, const char *path)
{
    g_autofree char *segment = first_segment(line);
    g_auto(GStrv) words = g_strsplit(segment, " ", -1);
    g_autofree char *from_path = path == NULL ? NULL : cld_outlet_from_path(path);
    if (from_path != NULL && cld_outlet_same_letters(segment, from_path))
        return cld_outlet_normalise(segment);
    if (!is_name_shaped(words) || cld_line_is_sections(segment) || cld_line_is_terminated(segment))
        return NULL;
    if (any_word_is(words, "media"))
        return cld_outlet_normalise(segment);
    /* A lone name on top, when the file's name offers no other. */
    return from_path == NULL && !cld_line_is_person(segment) ? cld_outlet_normalise(segment) : NULL;
}
