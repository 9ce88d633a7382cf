/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lines.h"
#include "cld-clean.h"
#include "cld-rules.h"
#include <string.h>

#define PROSE_WORDS      8  /* a sentence of a story has at least so many */
#define LONG_PROSE_WORDS 25 /* and a line of so many is one, whatever ends it */
#define PERSON_MAX_WORDS 4

/* Returns: the number of stretches between blanks that hold a letter or digit */
guint
cld_line_count_words(const char *text)
{
    guint n = 0;
    gboolean in_word = FALSE;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == ' ') {
            in_word = FALSE;
        } else if (!in_word && g_unichar_isalnum(c)) {
            in_word = TRUE;
            n++;
        }
    }
    return n;
}

static gboolean
is_closer(gunichar c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 ||
           c == 0xBB || c == 0x201C;
}

static const char *
last_mark(const char *text)
{
    const char *at = text + strlen(text);
    while (at > text) {
        at = g_utf8_prev_char(at);
        gunichar c = g_utf8_get_char(at);
        if (!is_closer(c) && c != ' ')
            return at;
    }
    return NULL;
}

/* Returns: %TRUE if the line ends as a sentence does; closing marks are looked through */
gboolean
cld_line_is_terminated(const char *text)
{
    const char *at = last_mark(text);
    if (at == NULL)
        return FALSE;
    gunichar c = g_utf8_get_char(at);
    if (c == ',' || c == ';')
        return at[1] != 0; /* “… names,” */
    return c == '.' || c == '!' || c == '?' || c == 0x2026 ||
           (c == ':' && strchr(text, ' ') != NULL);
}

/* Returns: %TRUE if the line is a sentence of a story rather than a headline, menu or label */
gboolean
cld_line_is_prose(const char *text)
{
    guint n = cld_line_count_words(text);
    const char *at = last_mark(text);
    if (n > LONG_PROSE_WORDS)
        return TRUE;
    if (n < PROSE_WORDS || at == NULL || !cld_line_is_terminated(text))
        return FALSE;
    /* Headlines end in a question or exclamation mark, too. */
    return *at != '?' && *at != '!' && *at != ':';
}

static gboolean
starts_upper(const char *word)
{
    return g_unichar_isupper(g_utf8_get_char(word)) || g_unichar_istitle(g_utf8_get_char(word));
}

/* "The", "Le", "Die" */
static gboolean
is_article(const char *word)
{
    g_autofree char *folded = cld_clean_fold(word);
    return cld_rules_word_has(cld_rules_get("outlets"), folded, "article");
}

/* Returns: %TRUE for two to four capitalised words without digits or marks: "Ann van Lee" */
gboolean
cld_line_is_person(const char *text)
{
    static const char *const particles[] = {"van", "von", "de", "der", "da", "di", "del",
                                            "bin", "al",  "el", "la",  "le", NULL};
    g_auto(GStrv) words = g_strsplit(text, " ", PERSON_MAX_WORDS + 2);
    guint n = g_strv_length(words), n_upper = 0;
    if (n < 2 || n > PERSON_MAX_WORDS || is_article(words[0]))
        return FALSE;
    for (guint i = 0; i < n; i++) {
        for (const char *at = words[i]; *at != '\0'; at = g_utf8_next_char(at)) {
            gunichar c = g_utf8_get_char(at);
            if (!g_unichar_isalpha(c) && c != '-' && c != '\'' && c != 0x2019 && c != '.' &&
                !g_unichar_ismark(c))
                return FALSE;
        }
        if (starts_upper(words[i]))
            n_upper++;
        else if (!g_strv_contains(particles, words[i]))
            return FALSE;
    }
    return n_upper >= 2 && !cld_line_is_sections(text);
}

static gboolean
is_section_word(const char *word, gsize length)
{
    g_autofree char *copy = g_strndup(word, length);
    g_autofree char *folded = cld_clean_fold(copy);
    return cld_rules_word_has(cld_rules_get("outlets"), folded, "section");
}

/* Returns: the end of the word at @at: at a blank, a mark, or where "NewsAfrica" is fused */
static const char *
word_end(const char *at)
{
    gboolean was_lower = FALSE;
    for (; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (!g_unichar_isalnum(c) || (was_lower && g_unichar_isupper(c)))
            break;
        was_lower = g_unichar_islower(c);
    }
    return at;
}

/* Returns: %TRUE if every word names a section of a site: "Home / World", "LifestyleOther" */
gboolean
cld_line_is_sections(const char *text)
{
    guint n = 0;
    for (const char *at = text; *at != '\0';) {
        const char *end = word_end(at);
        if (end == at) {
            at = g_utf8_next_char(at);
            continue;
        }
        if (!is_section_word(at, (gsize)(end - at)))
            return FALSE;
        n++;
        at = end;
    }
    return n > 0;
}

/* Returns: %TRUE if a word begins with a small letter, as in a headline and not in a menu */
gboolean
cld_line_has_small_word(const char *text)
{
    gboolean at_start = TRUE;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (at_start && g_unichar_islower(c))
            return TRUE;
        at_start = c == ' ';
    }
    return FALSE;
}
