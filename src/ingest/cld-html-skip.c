/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-skip.h"
#include "cld-html-dom.h"
#include "cld-html-score.h"
#include "cld-rules.h"
#include <string.h>

/* A class that says "related" around so much of a page's text says something else there. */
#define MAX_SHARE 0.3

typedef struct {
    const char *name;
    const char *reason;
} NameReason;

static const NameReason tags[] = {
    {"script", "script"},      {"style", "script"},   {"template", "script"},
    {"noscript", "script"},    {"svg", "script"},     {"math", "script"},
    {"object", "script"},      {"embed", "script"},   {"iframe", "script"},
    {"canvas", "script"},      {"audio", "script"},   {"video", "script"},
    {"head", "script"},        {"title", "script"},   {"nav", "menu"},
    {"menu", "menu"},          {"aside", "aside"},    {"footer", "footer"},
    {"button", "form"},        {"select", "form"},    {"textarea", "form"},
    {"input", "form"},         {"dialog", "form"},    {"fieldset", "form"},
    {"figcaption", "caption"}, {"figure", "caption"},
};

static const NameReason roles[] = {
    {"navigation", "menu"},    {"complementary", "aside"}, {"banner", "menu"},
    {"contentinfo", "footer"}, {"search", "form"},         {"dialog", "form"},
    {"alertdialog", "form"},   {"menu", "menu"},           {"menubar", "menu"},
};

static const char *
lookup(const NameReason *table, guint n, const char *name)
{
    for (guint i = 0; i < n; i++)
        if (g_ascii_strcasecmp(table[i].name, name) == 0)
            return table[i].reason;
    return NULL;
}

static gboolean
is_hidden(xmlNode *node)
{
    g_autofree char *hidden = cld_dom_dup_attribute(node, "hidden");
    g_autofree char *style = cld_dom_dup_attribute(node, "style");
    if (hidden != NULL)
        return TRUE;
    if (style == NULL)
        return FALSE;
    g_auto(GStrv) parts = g_strsplit_set(style, " \t\n", -1);
    g_autofree char *tight = g_strjoinv("", parts);
    g_autofree char *lower = g_ascii_strdown(tight, -1);
    return strstr(lower, "display:none") != NULL || strstr(lower, "visibility:hidden") != NULL;
}

/* Returns: (transfer none) (nullable): why nothing below the element can be the article's, by its
 * name and by what hides it */
const char *
cld_html_tag_reason(xmlNode *node)
{
    const char *reason = lookup(tags, G_N_ELEMENTS(tags), (const char *)node->name);
    return reason == NULL && node->properties != NULL && is_hidden(node) ? "hidden" : reason;
}

static const char *
word_reason(const char *word, gsize length)
{
    g_autofree char *lower = g_ascii_strdown(word, (gssize)length);
    const CldRules *rules = cld_rules_get("html-classes");
    const CldRule *rule = cld_rules_find_word(rules, lower, strlen(lower));
    if (rule != NULL)
        return rule->value;
    g_auto(GStrv) parts = g_strsplit_set(lower, "-_", -1);
    for (guint i = 0; parts[i] != NULL; i++)
        if ((rule = cld_rules_find_word(rules, parts[i], strlen(parts[i]))) != NULL)
            return rule->value;
    return NULL;
}

static const char *
attribute_reason(xmlNode *node, const char *name)
{
    g_autofree char *value = cld_dom_dup_attribute(node, name);
    const char *reason = NULL;
    for (const char *at = value; at != NULL && *at != '\0' && reason == NULL;) {
        gsize length = strcspn(at, " \t\r\n");
        reason = length == 0 ? NULL : word_reason(at, length);
        at += length + (at[length] != '\0');
    }
    return reason;
}

/* Returns: (transfer none) (nullable): why what stands below the element is probably not the
 * article's, by its role, class and id */
const char *
cld_html_class_reason(xmlNode *node)
{
    static const char *const trusted[] = {"html", "body", "article", "main", "p", NULL};
    const char *reason = NULL;
    if (cld_dom_is(node, "form"))
        return "form";
    if (node->properties == NULL || cld_dom_is_any(node, trusted))
        return NULL;
    g_autofree char *role = cld_dom_dup_attribute(node, "role");
    g_autofree char *aria = cld_dom_dup_attribute(node, "aria-hidden");
    if (role != NULL)
        reason = lookup(roles, G_N_ELEMENTS(roles), role);
    if (reason == NULL && g_strcmp0(aria, "true") == 0)
        reason = "hidden";
    if (reason == NULL)
        reason = attribute_reason(node, "class");
    return reason != NULL ? reason : attribute_reason(node, "id");
}

/**
 * cld_page_skip_reason:
 * @self: a page
 * @node: one of its elements
 *
 * Returns: (transfer none) (nullable): why what stands below @node is not the article's
 */
const char *
cld_page_skip_reason(const CldPage *self, xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return NULL;
    /* Readers may write more than the reporter, and fifty pictures have fifty captions. */
    static const char *const often_long[] = {"comment-form", "gallery", "caption", NULL};
    const char *reason = cld_html_tag_reason(node);
    if (reason != NULL || !self->by_class)
        return reason;
    reason = cld_html_class_reason(node);
    if (reason == NULL || g_strv_contains(often_long, reason))
        return reason;
    const CldTextStats *page = cld_page_get_stats(self, self->root);
    const CldTextStats *stats = cld_page_get_stats(self, node);
    double prose = (double)(stats->chars - stats->link_chars);
    return prose > MAX_SHARE * (double)(page->chars - page->link_chars) ? NULL : reason;
}
