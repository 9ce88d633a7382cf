/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where a page says in passing whose it is: "© 2025 The Echo", "By Ann Lee for The Echo",
 * "Source: Echo News". */
#include "cld-imprint.h"
#include "cld-lines.h"
#include "cld-outlet.h"
#include "cld-rules.h"
#include <string.h>

#define LINE_BYTES     200 /* a longer line is a paragraph */
#define MAX_WORDS      5   /* of a name */
#define YEAR_CHARS     4
#define DATELINE_BYTES 80 /* in front of the first sentence of a story */

static const CldRule *
find_opener(const char *text, const char *value)
{
    const GArray *rules = cld_rules_get("imprints")->rules[CLD_RULE_START];
    for (guint i = 0; i < rules->len; i++) {
        const CldRule *rule = &g_array_index(rules, CldRule, i);
        if (strcmp(rule->value, value) == 0 &&
            g_ascii_strncasecmp(text, rule->pattern, rule->length) == 0 &&
            !(g_ascii_isalnum(rule->pattern[rule->length - 1]) &&
              g_unichar_isalnum(g_utf8_get_char(text + rule->length))))
            return rule;
    }
    return NULL;
}

/* "2025", "2001-2025" */
static gboolean
is_years(const char *word)
{
    return strlen(word) >= YEAR_CHARS && strspn(word, "0123456789-\342\200\223") == strlen(word);
}

static gboolean
is_sign(const char *word)
{
    return strcmp(word, "\302\251") == 0 || g_ascii_strcasecmp(word, "(c)") == 0 ||
           g_ascii_strcasecmp(word, "by") == 0 || g_ascii_strcasecmp(word, "copyright") == 0 ||
           is_years(word);
}

/* Cuts the mark at a word's end that ends a name, too.
 *
 * Returns: %TRUE if there was one */
static gboolean
cut_mark(char *word)
{
    gsize n = strlen(word);
    gboolean ends = n > 0 && strchr(".,;:|)", word[n - 1]) != NULL;
    if (ends)
        word[n - 1] = '\0';
    return ends;
}

static gboolean
is_small(const char *word)
{
    static const char *const small[] = {"of", "the", "and", "for", "in", "on",
                                        "de", "del", "la",  "&",   "+",  NULL};
    return g_strv_contains(small, word);
}

static gboolean
may_name(const char *word)
{
    gunichar c = g_utf8_get_char(word);
    return (g_unichar_isupper(c) || g_unichar_isdigit(c)) && !is_years(word) &&
           !cld_outlet_word_is(word, "legal");
}

/* "on 3 March", not "on Sunday" */
static gboolean
is_dated(const char *word)
{
    return word != NULL && g_ascii_isdigit(word[0]);
}

/* Takes the words of a name off the front of @text: "The Echo" of "The Echo Ltd. All rights". */
static char *
dup_name(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    g_autoptr(GPtrArray) name = g_ptr_array_new();
    guint i = 0, n_named = 0;
    while (words[i] != NULL && (words[i][0] == '\0' || is_sign(words[i])))
        i++;
    for (; words[i] != NULL; i++) {
        gboolean is_last = cut_mark(words[i]);
        gboolean is_part = may_name(words[i]);
        gboolean is_link = name->len > 0 && is_small(words[i]) && !is_dated(words[i + 1]);
        if (!is_part && !is_link)
            break;
        g_ptr_array_add(name, words[i]);
        if (is_part)
            n_named = name->len;
        if (is_last)
            break;
    }
    g_ptr_array_set_size(name, (gint)n_named);
    g_ptr_array_add(name, NULL);
    return n_named == 0 || n_named > MAX_WORDS ? NULL : g_strjoinv(" ", (char **)name->pdata);
}

/* What stands behind the mark of copyright, if the line begins with it or claims all rights. */
static const char *
after_copyright(const char *line)
{
    const CldRule *rule = find_opener(line, "copyright");
    const char *sign = strstr(line, "\302\251");
    if (rule != NULL)
        return line + rule->length;
    return sign != NULL && g_ascii_isdigit(sign[strspn(sign, "\302\251 ")]) ? sign : NULL;
}

/* Behind the reporter: "By Ann Lee, Echo News", "By Ann Lee for The Echo" */
static const char *
after_reporter(const char *line)
{
    static const char *const links[] = {", ", " for ", " of ", " | ", " / ", " - ", " in "};
    const char *found = NULL;
    if (find_opener(line, "byline") == NULL)
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(links); i++) {
        const char *at = strstr(line, links[i]);
        if (at != NULL && (found == NULL || at + strlen(links[i]) < found))
            found = at + strlen(links[i]);
    }
    return found;
}

/* "Chief Political Correspondent" */
static gboolean
is_role(const char *name)
{
    const char *last = strrchr(name, ' ');
    return last != NULL && cld_outlet_word_is(last + 1, "role") &&
           g_ascii_strncasecmp(name, "the ", 4) != 0;
}

/* "World" alone may begin any sentence. */
static gboolean
is_telling(const char *name)
{
    return cld_outlet_sounds_like(name) &&
           (strpbrk(name, " -") != NULL || !cld_outlet_word_is(name, "media"));
}

/* Returns: %TRUE if the line begins as a byline or credit does, so that all of it is no name */
gboolean
cld_imprint_is_credit(const char *line)
{
    return find_opener(line, "byline") != NULL || find_opener(line, "credit") != NULL ||
           find_opener(line, "copyright") != NULL;
}

/**
 * cld_imprint_from_line:
 * @line: of a page
 *
 * Only a copyright line may name what does not sound like an outlet.
 *
 * Returns: (transfer full) (nullable): the outlet it says the page is of
 */
char *
cld_imprint_from_line(const char *line)
{
    if (strlen(line) > LINE_BYTES)
        return NULL;
    const CldRule *credit = find_opener(line, "credit");
    const char *owner = after_copyright(line);
    const char *rest = owner != NULL    ? owner
                       : credit != NULL ? line + credit->length
                                        : after_reporter(line);
    if (rest == NULL)
        return NULL;
    rest += strspn(rest, ": ");
    g_autofree char *name = dup_name(rest);
    if (name == NULL || is_role(name) || (owner == NULL && !is_telling(name)))
        return NULL;
    return cld_outlet_normalise(name);
}

/**
 * cld_imprint_from_dateline:
 * @text: the first paragraph of a story
 *
 * Agencies sign in front of it: "LONDON, March 3 (Echo Press) - A tug ...".
 *
 * Returns: (transfer full) (nullable): the agency
 */
char *
cld_imprint_from_dateline(const char *text)
{
    g_autofree char *head = g_strndup(text, DATELINE_BYTES);
    char *open = strpbrk(head, "(/");
    char *close = open == NULL ? NULL : strpbrk(open + 1, ")/");
    if (close == NULL || close[1] == '\0' || strchr(" .-", close[1]) == NULL)
        return NULL;
    *close = '\0';
    const char *name = open + 1;
    gboolean is_name = g_unichar_isupper(g_utf8_get_char(name)) && cld_outlet_sounds_like(name) &&
                       strpbrk(name, ".,;:") == NULL && !cld_line_has_small_word(name);
    return is_name ? cld_outlet_normalise(name) : NULL;
}
