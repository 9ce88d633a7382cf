/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-score.h"
#include "cld-html-dom.h"
#include "cld-rules.h"
#include <string.h>

/* Where the text of an article stands on a page: the element below which most text is in
 * paragraphs and little of it in links. The idea and the weights of the score are those of
 * Readability (Arc90, 2009, and Mozilla's version of it). */

#define MIN_PARAGRAPH_CHARS 25
#define CHARS_PER_POINT     100
#define MAX_LENGTH_POINTS   3
#define ARTICLE_SHARE       0.5 /* of all paragraph text: then <article> is believed */

typedef struct {
    gsize chars;      /* without white space at the ends of runs */
    gsize link_chars; /* of these, inside links */
    guint commas;
} TextCount;

static void
count_text(const xmlNode *root, TextCount *count)
{
    guint in_link = 0;
    (void)in_link;
    for (xmlNode *node = (xmlNode *)root; node != NULL; node = cld_dom_next(node, root)) {
        if (node->type != XML_TEXT_NODE || node->content == NULL)
            continue;
        gboolean is_link = FALSE;
        for (xmlNode *up = node->parent; up != NULL && up != root->parent; up = up->parent)
            is_link = is_link || cld_dom_is(up, "a");
        gsize chars = 0;
        for (const xmlChar *at = node->content; *at != '\0'; at++) {
            chars += !g_ascii_isspace((char)*at) && (*at & 0xC0) != 0x80;
            count->commas += *at == ',';
        }
        count->chars += chars;
        count->link_chars += is_link ? chars : 0;
    }
}

static double
link_density(const xmlNode *node)
{
    TextCount count = {0, 0, 0};
    count_text(node, &count);
    return count.chars == 0 ? 0.0 : (double)count.link_chars / (double)count.chars;
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
    if (value == NULL)
        return NULL;
    const char *reason = NULL;
    for (const char *at = value; *at != '\0' && reason == NULL;) {
        gsize length = strcspn(at, " \t\r\n");
        reason = length == 0 ? NULL : word_reason(at, length);
        at += length + (at[length] != '\0');
    }
    return reason;
}

typedef struct {
    const char *name;
    const char *reason;
} TagReason;

static const TagReason tags[] = {
    {"script", "script"}, {"style", "script"},  {"template", "script"},    {"noscript", "script"},
    {"svg", "script"},    {"math", "script"},   {"object", "script"},      {"embed", "script"},
    {"iframe", "script"}, {"canvas", "script"}, {"audio", "script"},       {"video", "script"},
    {"nav", "menu"},      {"menu", "menu"},     {"aside", "aside"},        {"footer", "footer"},
    {"form", "form"},     {"button", "form"},   {"select", "form"},        {"textarea", "form"},
    {"input", "form"},    {"dialog", "form"},   {"figcaption", "caption"}, {"figure", "caption"},
    {"head", "script"},   {"title", "script"},
};

static const TagReason roles[] = {
    {"navigation", "menu"},    {"complementary", "aside"}, {"banner", "menu"},
    {"contentinfo", "footer"}, {"search", "form"},         {"dialog", "form"},
    {"alertdialog", "form"},   {"menu", "menu"},           {"menubar", "menu"},
};

static const char *
lookup(const TagReason *table, guint n, const char *name)
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
    g_autofree char *aria = cld_dom_dup_attribute(node, "aria-hidden");
    g_autofree char *style = cld_dom_dup_attribute(node, "style");
    if (hidden != NULL || g_strcmp0(aria, "true") == 0)
        return TRUE;
    if (style == NULL)
        return FALSE;
    g_auto(GStrv) parts = g_strsplit_set(style, " \t\n", -1);
    g_autofree char *tight = g_strjoinv("", parts);
    g_autofree char *lower = g_ascii_strdown(tight, -1);
    return strstr(lower, "display:none") != NULL || strstr(lower, "visibility:hidden") != NULL;
}

/* Returns: (transfer none) (nullable): why what stands below the element is not the article's */
const char *
cld_html_skip_reason(xmlNode *node)
{
    static const char *const trusted[] = {"html", "body", "article", "main", NULL};
    if (node->type != XML_ELEMENT_NODE)
        return NULL;
    const char *reason = lookup(tags, G_N_ELEMENTS(tags), (const char *)node->name);
    if (reason != NULL)
        return reason;
    if (is_hidden(node))
        return "hidden";
    if (cld_dom_is_any(node, trusted))
        return NULL;
    g_autofree char *role = cld_dom_dup_attribute(node, "role");
    if (role != NULL && (reason = lookup(roles, G_N_ELEMENTS(roles), role)) != NULL)
        return reason;
    reason = attribute_reason(node, "class");
    return reason != NULL ? reason : attribute_reason(node, "id");
}

typedef struct {
    xmlNode *node;
    double score;
    gsize chars;
} Candidate;

static void
add_score(GArray *candidates, xmlNode *node, double score, gsize chars)
{
    if (node == NULL || node->type != XML_ELEMENT_NODE)
        return;
    /* The index is kept in the node: no search. */
    gsize index = GPOINTER_TO_SIZE(node->_private);
    if (index == 0) {
        Candidate fresh = {node, 0.0, 0};
        g_array_append_val(candidates, fresh);
        index = candidates->len;
        node->_private = GSIZE_TO_POINTER(index);
    }
    Candidate *candidate = &g_array_index(candidates, Candidate, index - 1);
    candidate->score += score;
    candidate->chars += chars;
}

static gboolean
is_paragraph(const xmlNode *node)
{
    static const char *const names[] = {"p", "pre", "td", "blockquote", NULL};
    return cld_dom_is_any(node, names);
}

static void
score_paragraph(GArray *candidates, xmlNode *node)
{
    static const double shares[] = {1.0, 0.5, 0.33, 0.25};
    TextCount count = {0, 0, 0};
    count_text(node, &count);
    if (count.chars < MIN_PARAGRAPH_CHARS)
        return;
    double density = (double)count.link_chars / (double)count.chars;
    double score =
        1.0 + count.commas + MIN((double)count.chars / CHARS_PER_POINT, (double)MAX_LENGTH_POINTS);
    score *= 1.0 - density;
    xmlNode *up = node->parent;
    for (guint i = 0; i < G_N_ELEMENTS(shares) && up != NULL; i++, up = up->parent)
        add_score(candidates, up, score * shares[i], count.chars);
}

static GArray *
score_page(xmlNode *root)
{
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    for (xmlNode *node = root; node != NULL;) {
        if (node != root && cld_html_skip_reason(node) != NULL) {
            node = cld_dom_skip(node, root);
            continue;
        }
        if (is_paragraph(node))
            score_paragraph(candidates, node);
        node = cld_dom_next(node, root);
    }
    return candidates;
}

static xmlNode *
best_candidate(GArray *candidates)
{
    xmlNode *best = NULL;
    double best_score = 0.0;
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        double score = candidate->score * (1.0 - link_density(candidate->node));
        if (score > best_score) {
            best_score = score;
            best = candidate->node;
        }
    }
    return best;
}

/* Returns: (nullable): the element around @node that says it is the article */
static xmlNode *
enclosing_article(xmlNode *node)
{
    for (xmlNode *up = node; up != NULL; up = up->parent) {
        if (up->type != XML_ELEMENT_NODE)
            continue;
        if (cld_dom_is(up, "article"))
            return up;
    }
    return NULL;
}

/**
 * cld_html_find_body:
 * @root: of a page
 *
 * Returns: (transfer none): the element that holds the article; @root when nothing stands out
 */
xmlNode *
cld_html_find_body(xmlNode *root)
{
    g_autoptr(GArray) candidates = score_page(root);
    xmlNode *best = best_candidate(candidates);
    if (best == NULL)
        return root;
    xmlNode *article = enclosing_article(best);
    return article != NULL ? article : best;
}
