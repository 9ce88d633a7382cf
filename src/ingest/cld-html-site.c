/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-site.h"
#include "cld-html-dom.h"
#include "cld-imprint.h"
#include "cld-lines.h"
#include "cld-outlet.h"
#include <string.h>

#define MAX_NAME_WORDS 5   /* of the outlet in "Headline - The Outlet" */
#define IMPRINT_BYTES  200 /* of a line with the mark of copyright */

static const char *const separators[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " · "};

/* A class or id that says of an element that the site's name stands in it. */
static gboolean
is_logo(xmlNode *node)
{
    static const char *const keys[] = {"class", "id", "itemprop"};
    static const char *const words[] = {"logo",      "masthead", "brand",    "site-title",
                                        "site-name", "sitename", "nameplate"};
    for (guint k = 0; k < G_N_ELEMENTS(keys); k++) {
        g_autofree char *value = cld_dom_dup_attribute(node, keys[k]);
        g_autofree char *lower = value == NULL ? NULL : g_ascii_strdown(value, -1);
        for (guint i = 0; lower != NULL && i < G_N_ELEMENTS(words); i++)
            if (strstr(lower, words[i]) != NULL)
                return TRUE;
    }
    return FALSE;
}

/* Returns: (transfer full) (nullable): the words in the element, or those of its picture */
static char *
dup_label(xmlNode *node)
{
    g_autofree char *text = cld_dom_dup_text(node);
    char *clean = text == NULL ? NULL : cld_clean_fact(text);
    for (xmlNode *at = node; at != NULL && clean == NULL; at = cld_dom_next(at, node)) {
        g_autofree char *label = cld_dom_is(at, "img") ? cld_dom_dup_attribute(at, "alt") : NULL;
        clean = label == NULL ? NULL : cld_clean_fact(label);
    }
    return clean;
}

static gboolean
is_short_name(const char *text)
{
    guint n = cld_line_count_words(text);
    return n > 0 && n <= MAX_NAME_WORDS && !cld_line_is_sections(text) &&
           g_unichar_isalnum(g_utf8_get_char(text)) && !g_unichar_islower(g_utf8_get_char(text));
}

static gboolean
is_lead_in(const char *word)
{
    return g_ascii_strcasecmp(word, "logo") == 0 || g_ascii_strcasecmp(word, "home") == 0 ||
           g_ascii_strcasecmp(word, "homepage") == 0;
}

/* "The Echo logo", "The Echo home" */
static void
cut_last_word(char *name)
{
    char *last = strrchr(name, ' ');
    if (last != NULL && is_lead_in(last + 1))
        *last = '\0';
}

/* A head of the page in which nothing else stands. */
static gboolean
is_bare_header(xmlNode *node)
{
    static const char *const others[] = {"nav", "ul", "ol", "h1", "p", "time", NULL};
    if (!cld_dom_is(node, "header"))
        return FALSE;
    for (xmlNode *at = node; at != NULL; at = cld_dom_next(at, node))
        if (cld_dom_is_any(at, others))
            return FALSE;
    return TRUE;
}

/* What stands at the head of the page in the place of the name. */
static char *
find_logo(xmlNode *root)
{
    static const char *const below[] = {"article", "main", "footer", "aside", NULL};
    static const char *const frames[] = {"html", "head", "body", NULL};
    for (xmlNode *node = root; node != NULL; node = cld_dom_next(node, root)) {
        if (cld_dom_is_any(node, below))
            return NULL;
        if (node->type != XML_ELEMENT_NODE || cld_dom_is_any(node, frames) ||
            !(is_logo(node) || is_bare_header(node)))
            continue;
        g_autofree char *label = dup_label(node);
        if (label == NULL)
            continue;
        cut_last_word(label);
        if (is_short_name(label))
            return g_steal_pointer(&label);
    }
    return NULL;
}

/* "© 2025 The Echo": the last words of most pages. */
static char *
find_imprint(xmlNode *root)
{
    for (xmlNode *node = root; node != NULL; node = cld_dom_next(node, root)) {
        const char *text = node->type == XML_TEXT_NODE ? (const char *)node->content : NULL;
        if (text == NULL || strlen(text) > IMPRINT_BYTES)
            continue;
        g_autofree char *line = cld_clean_fact(text);
        char *name = line == NULL ? NULL : cld_imprint_from_line(line);
        if (name != NULL)
            return name;
    }
    return NULL;
}

static char **
split_title(const char *title)
{
    for (guint i = 0; i < G_N_ELEMENTS(separators); i++)
        if (strstr(title, separators[i]) != NULL)
            return g_strsplit(title, separators[i], -1);
    return g_strsplit(title, "\n", 1);
}

static gboolean
is_spelled_in(const char *name, const char *path)
{
    g_autofree char *from_path = path == NULL ? NULL : cld_outlet_from_path(path);
    g_autofree char *printed = from_path == NULL ? NULL : cld_outlet_find_printed(name, from_path);
    return printed != NULL;
}

static gint
score_part(const CldDraft *draft, const char *part, const char *logo, gboolean is_end)
{
    if (!is_short_name(part) ||
        (draft->title != NULL && cld_outlet_same_letters(part, draft->title)))
        return -1;
    return 8 * (logo != NULL && cld_outlet_same_letters(part, logo)) +
           4 * is_spelled_in(part, draft->source) +
           2 * (cld_outlet_sounds_like(part) && !cld_line_has_small_word(part)) + is_end;
}

/* Of "Headline - Section - The Outlet" and "The Outlet | Headline" the part that is no headline and
 * sounds most like a name; the longest is the headline. */
static void
read_title(CldDraft *draft, const char *title, const char *logo)
{
    g_auto(GStrv) parts = split_title(title);
    guint n = g_strv_length(parts), longest = 0;
    const char *best = NULL;
    gint best_score = -1;
    for (guint i = 0; i < n; i++)
        if (cld_line_count_words(parts[i]) > cld_line_count_words(parts[longest]))
            longest = i;
    for (guint i = 0; i < n; i++) {
        gint score = i == longest ? -1 : score_part(draft, parts[i], logo, i + 1 == n);
        if (score >= MAX(best_score, i == 0 ? 2 : 0)) {
            best_score = score;
            best = parts[i];
        }
    }
    gboolean is_weak = best_score < 2 && logo != NULL;
    if (best != NULL && !is_weak)
        cld_draft_set_outlet(draft, best, "metadata");
    cld_draft_set_title(draft, n > 1 ? parts[longest] : title);
}

/* "Headline - The Outlet" in og:title is not the headline alone. */
static void
trim_title(CldDraft *draft)
{
    for (guint i = 0; draft->title != NULL && draft->outlet != NULL && i < G_N_ELEMENTS(separators);
         i++) {
        char *at = g_strrstr(draft->title, separators[i]);
        if (at != NULL && cld_outlet_same_letters(at + strlen(separators[i]), draft->outlet))
            *at = '\0';
    }
}

/* The page's name with its article, or in place of the name of a host. */
static gboolean
is_better_form(const char *name, const char *outlet)
{
    static const char the[] = "The ";
    const char *dot = strchr(outlet, '.');
    g_autofree char *host = dot == NULL ? NULL : g_strndup(outlet, (gsize)(dot - outlet));
    if (g_str_has_prefix(name, the) && cld_outlet_same_letters(name + strlen(the), outlet))
        return TRUE;
    return host != NULL && strchr(outlet, ' ') == NULL &&
           (cld_outlet_same_letters(name, host) ||
            (g_str_has_prefix(name, the) && cld_outlet_same_letters(name + strlen(the), host)));
}

static void
improve_outlet(CldDraft *draft, const char *name)
{
    if (name == NULL || draft->outlet == NULL || !is_better_form(name, draft->outlet))
        return;
    g_clear_pointer(&draft->outlet, g_free);
    cld_draft_set_outlet(draft, name, "metadata");
}

/**
 * cld_html_site_read:
 * @root: of a page
 * @draft: takes the outlet and the title that it does not have yet
 *
 * Asks the title element, the logo, and the line of copyright whose page it is.
 */
void
cld_html_site_read(xmlNode *root, CldDraft *draft)
{
    xmlNode *head = cld_dom_find(root, "head");
    xmlNode *element = head == NULL ? NULL : cld_dom_find(head, "title");
    g_autofree char *text = element == NULL ? NULL : cld_dom_dup_text(element);
    g_autofree char *title = text == NULL ? NULL : cld_clean_fact(text);
    g_autofree char *logo = find_logo(root);
    g_autofree char *imprint = find_imprint(root);
    if (title != NULL)
        read_title(draft, title, logo);
    if (logo != NULL && (cld_outlet_sounds_like(logo) || is_spelled_in(logo, draft->source)))
        cld_draft_set_outlet(draft, logo, "text");
    trim_title(draft);
    improve_outlet(draft, logo);
    improve_outlet(draft, imprint);
    draft->imprint = g_strdup(logo != NULL ? logo : imprint);
}
