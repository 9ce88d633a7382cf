/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-outlet.h"
#include "cld-clean.h"
#include "cld-lines.h"
#include "cld-rules.h"
#include <string.h>

#define MAX_WORDS        5 /* a longer name is a headline */
#define MIN_NAME_LETTERS 3
#define HASH_CHARS       6 /* so long, with so many digits, is a hash */
#define HASH_DIGITS      3
#define HEX_HASH_CHARS   4 /* so many digits and a-f are one, too */
#define ACRONYM_CHARS    5

/* Returns: %TRUE if data/en/outlets.txt gives the word that meaning: "media", "legal", "role" */
gboolean
cld_outlet_word_is(const char *word, const char *meaning)
{
    g_autofree char *folded = cld_clean_fold(word);
    return cld_rules_word_has(cld_rules_get("outlets"), folded, meaning);
}

static gboolean
is_acronym(const char *word)
{
    g_autofree char *folded = cld_clean_fold(word);
    return cld_outlet_word_is(word, "acronym") ||
           (strpbrk(folded, "aeiouy") == NULL && strlen(folded) <= ACRONYM_CHARS);
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
is_number(const char *word)
{
    return word[0] != '\0' && strspn(word, "0123456789") == strlen(word);
}

/* "a733", "7f3a91", "x8431q22": but "N24" and "rtl2" are names */
static gboolean
looks_like_hash(const char *word)
{
    gsize n = strlen(word), n_digits = 0;
    for (gsize i = 0; i < n; i++)
        n_digits += g_ascii_isdigit(word[i]) != 0;
    if (n_digits == 0 || is_number(word))
        return FALSE;
    return (n >= HEX_HASH_CHARS && strspn(word, "0123456789abcdefABCDEF") == n) ||
           (n >= HASH_CHARS && n_digits >= HASH_DIGITS);
}

/* "page3", "h05": what a program counts files with, but "n24" and "radio4" are names */
static gboolean
is_numbered(const char *word)
{
    gsize stem = strcspn(word, "0123456789");
    g_autofree char *letters = g_strndup(word, stem);
    return stem > 0 && is_number(word + stem) &&
           (word[stem] == '0' || cld_outlet_word_is(letters, "generic"));
}

/* A number after a word may be part of a name ("Channel 24", "Radio 4"), or count copies of a file;
 * one before any word is the number or date of the file. */
static gboolean
is_name_number(const char *word, const char *before)
{
    gsize n = strlen(word);
    return before != NULL && word[0] != '0' &&
           (n == 2 || (n == 1 && cld_outlet_word_is(before, "channel")));
}

static char **
name_words(const char *stem)
{
    GPtrArray *kept = g_ptr_array_new();
    g_auto(GStrv) words = g_strsplit_set(stem, "-_. ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        const char *before = kept->len == 0 ? NULL : kept->pdata[kept->len - 1];
        gboolean is_kept = is_number(words[i])
                               ? is_name_number(words[i], before)
                               : !looks_like_hash(words[i]) && !is_numbered(words[i]);
        if (words[i][0] != '\0' && is_kept)
            g_ptr_array_add(kept, g_strdup(words[i]));
    }
    g_ptr_array_add(kept, NULL);
    return (char **)g_ptr_array_free(kept, FALSE);
}

static gboolean
any_word_is(char **words, const char *meaning)
{
    for (guint i = 0; words[i] != NULL; i++)
        if (cld_outlet_word_is(words[i], meaning))
            return TRUE;
    return FALSE;
}

/* Returns: %TRUE if a word of @name stands in names of outlets, or it is a known acronym */
gboolean
cld_outlet_sounds_like(const char *name)
{
    g_auto(GStrv) words = g_strsplit_set(name, " -", -1);
    return any_word_is(words, "media") || any_word_is(words, "acronym") ||
           any_word_is(words, "channel");
}

static gboolean
all_words_are(char **words, const char *meaning)
{
    for (guint i = 0; words[i] != NULL; i++)
        if (!is_number(words[i]) && !cld_outlet_word_is(words[i], meaning))
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
    if (all_words_are(words, "generic") || (n == 1 && cld_outlet_word_is(words[0], "section")))
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

/* Returns: the small letter without its accent, as file names write it */
static gunichar
base_letter(gunichar c)
{
    static const struct {
        gunichar from, to;
    } strokes[] = {{0x111, 'd'}, {0xF8, 'o'}, {0x142, 'l'}, {0x131, 'i'}, {0xF0, 'd'}};
    gunichar parts[4] = {c};
    g_unichar_fully_decompose(g_unichar_tolower(c), FALSE, parts, G_N_ELEMENTS(parts));
    for (guint i = 0; i < G_N_ELEMENTS(strokes); i++)
        if (strokes[i].from == parts[0])
            return strokes[i].to;
    return parts[0];
}

static char *
letters_of(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isalnum(c))
            g_string_append_unichar(out, base_letter(c));
    }
    return g_string_free(out, FALSE);
}

/* Returns: %TRUE if the names differ in letter case, accents, blanks and marks at most */
gboolean
cld_outlet_same_letters(const char *a, const char *b)
{
    g_autofree char *left = letters_of(a);
    g_autofree char *right = letters_of(b);
    return strcmp(left, right) == 0;
}

/* "Globe DigestPoliticsWorld": a menu that lost its blanks when the page was saved */
static void
cut_fused_sections(char *segment)
{
    char *word = strrchr(segment, ' ');
    for (char *at = word == NULL ? segment : word + 1; *at != '\0'; at++) {
        gboolean is_seam = at > segment && g_ascii_islower(at[-1]) && g_ascii_isupper(*at);
        if (is_seam && cld_line_is_sections(at)) {
            *at = '\0';
            return;
        }
    }
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
    char *segment = g_strstrip(g_strndup(line, length));
    cut_fused_sections(segment);
    while (segment[0] != '\0' && strchr(",;", segment[strlen(segment) - 1]) != NULL)
        segment[strlen(segment) - 1] = '\0';
    return segment;
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
        if (g_str_has_suffix(words[i], ",") || (is_number(words[i]) && strlen(words[i]) == 4))
            return FALSE;
        if (!g_unichar_isupper(c) && !g_unichar_isdigit(c) &&
            !(i > 0 && g_strv_contains(small, words[i])))
            return FALSE;
    }
    return TRUE;
}

static gboolean
all_words_known(char **words)
{
    for (guint i = 0; words[i] != NULL; i++)
        if (!cld_outlet_word_is(words[i], "media") && !cld_outlet_word_is(words[i], "section"))
            return FALSE;
    return TRUE;
}

static gboolean
is_joint(gunichar c)
{
    static const gunichar joints[] = {' ', '&', '\'', 0x2019, '-', '.', '+'};
    for (guint i = 0; i < G_N_ELEMENTS(joints); i++)
        if (joints[i] == c)
            return TRUE;
    return FALSE;
}

/* Walks over @text as long as its letters are those of @letters; blanks and "&" count for nothing.
 * Returns: the end of the stretch, or NULL */
static const char *
match_letters(const char *text, const char *letters)
{
    const char *at = text;
    while (*letters != '\0' && *at != '\0') {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isalnum(c)) {
            if (base_letter(c) != g_utf8_get_char(letters))
                return NULL;
            letters = g_utf8_next_char(letters);
        } else if (c == '&' && g_str_has_prefix(letters, "and")) {
            letters += strlen("and");
        } else if (!g_unichar_ismark(c) && !is_joint(c)) {
            return NULL;
        }
        at = g_utf8_next_char(at);
    }
    return *letters == '\0' && !g_unichar_isalnum(g_utf8_get_char(at)) ? at : NULL;
}

/* "told The Echo", and a line that begins with it, but not a sentence: "The Echo team said". */
static gboolean
has_article(const char *text, const char *at, gboolean only_at_start)
{
    static const char word[] = "The ";
    if (at - text < 4 || strncmp(at - 4, word, strlen(word)) != 0)
        return FALSE;
    return only_at_start ? at - text == 4 : at - text > 6 && strchr(".!?", at[-6]) == NULL;
}

/* Returns: the end of ".example" right behind a name, or @end */
static const char *
skip_domain(const char *end)
{
    const char *at = end;
    while (at[0] == '.' && g_ascii_islower(at[1]))
        at += 1 + strspn(at + 1, "abcdefghijklmnopqrstuvwxyz");
    return g_unichar_isalnum(g_utf8_get_char(at)) ? end : at;
}

/* "Northern" in "Northern Echo" is not the whole name. */
static gboolean
goes_on(const char *rest)
{
    while (*rest == ' ')
        rest++;
    return g_unichar_isalnum(g_utf8_get_char(rest));
}

/* Returns: (transfer full) (nullable): how @text prints the @name that a file is called by, with
 * its "The" and "&" */
static char *
find_printed(const char *text, const char *name, gboolean only_at_start)
{
    g_autofree char *letters = letters_of(name);
    gboolean at_word = TRUE;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        const char *end = at_word && g_unichar_isupper(c) ? match_letters(at, letters) : NULL;
        end = end == NULL ? NULL : skip_domain(end);
        if (only_at_start && end != NULL && goes_on(end))
            return NULL;
        gboolean with_the = end != NULL && has_article(text, at, only_at_start);
        if (end != NULL && (!only_at_start || at == text || with_the)) {
            const char *start = with_the ? at - 4 : at;
            g_autofree char *printed = g_strndup(start, (gsize)(end - start));
            return cld_outlet_normalise(printed);
        }
        at_word = !g_unichar_isalnum(c);
    }
    return NULL;
}

/**
 * cld_outlet_find_printed:
 * @text: a paragraph of the page, or a line that was dropped
 * @name: as made from a file's name
 *
 * Returns: (transfer full) (nullable): the name as the page prints it
 */
char *
cld_outlet_find_printed(const char *text, const char *name)
{
    return find_printed(text, name, FALSE);
}

static char **
split_title(const char *title)
{
    static const char *const separators[] = {": ",  " | ", " – ",  " — ",
                                             " - ", " » ", " :: ", " · "};
    for (guint i = 0; i < G_N_ELEMENTS(separators); i++)
        if (strstr(title, separators[i]) != NULL)
            return g_strsplit(title, separators[i], -1);
    return g_strsplit(title, "\n", -1);
}

/* Returns: the rest of "Latest news from The Echo", or all of it */
static const char *
skip_preamble(const char *title)
{
    static const char *const links[] = {" from ", " of ", " by "};
    for (guint i = 0; i < G_N_ELEMENTS(links); i++) {
        const char *at = strstr(title, links[i]);
        g_autofree char *head = at == NULL ? NULL : g_strndup(title, (gsize)(at - title));
        if (head != NULL && cld_line_is_sections(head))
            return at + strlen(links[i]);
    }
    return title;
}

/**
 * cld_outlet_from_channel:
 * @title: of a feed
 *
 * "The Echo: all stories", "World news | The Echo" and "The Echo RSS" are The Echo.
 *
 * Returns: (transfer full): the outlet's name
 */
char *
cld_outlet_from_channel(const char *title)
{
    static const char *const endings[] = {" RSS Feed", " RSS feed", " RSS",
                                          " Feed",     " feed",     " Atom"};
    g_autofree char *name = g_strdup(title);
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(name, endings[i]) && strlen(name) > strlen(endings[i]))
            name[strlen(name) - strlen(endings[i])] = '\0';
    g_auto(GStrv) parts = split_title(name);
    for (guint i = 0; parts[1] != NULL && parts[i] != NULL; i++)
        if (!cld_line_is_sections(parts[i]))
            return g_strdup(skip_preamble(g_strstrip(parts[i])));
    return g_strdup(skip_preamble(name));
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
    char *printed = from_path == NULL ? NULL : find_printed(segment, from_path, TRUE);
    if (printed != NULL)
        return printed;
    if (!is_name_shaped(words) || cld_line_is_sections(segment) || cld_line_is_terminated(segment))
        return NULL;
    /* "Morning News" may head a page of any paper. */
    if (any_word_is(words, "media") && (from_path == NULL || !all_words_known(words)))
        return cld_outlet_normalise(segment);
    /* A lone name on top, when the file's name offers no other. */
    return from_path == NULL && !cld_line_is_person(segment) ? cld_outlet_normalise(segment) : NULL;
}
