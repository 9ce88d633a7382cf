/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-dom.h"
#include <libxml/HTMLparser.h>
#include <string.h>

/**
 * cld_html_parse:
 * @html: a page or a fragment of one, valid UTF-8
 * @notes: (out): what the guard did to it
 *
 * Returns: (transfer full) (nullable): the tree; %NULL when there is nothing in it
 */
xmlDoc *
cld_html_parse(const char *html, CldHtmlGuardNotes *notes)
{
    g_autofree char *guarded = cld_html_guard(html, notes);
    return htmlReadMemory(guarded, (int)strlen(guarded), NULL, "UTF-8",
                          HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                              HTML_PARSE_NONET | HTML_PARSE_COMPACT);
}

/* Returns: %TRUE if the node is an element of that name (lower case) */
gboolean
cld_dom_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* Returns: %TRUE if the node is an element of one of the names (lower case) */
gboolean
cld_dom_is_any(const xmlNode *node, const char *const *names)
{
    return node->type == XML_ELEMENT_NODE && g_strv_contains(names, (const char *)node->name);
}

/* Returns: (transfer full) (nullable): the attribute's value, valid UTF-8 */
char *
cld_dom_dup_attribute(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    if (value == NULL)
        return NULL;
    char *copy = g_utf8_make_valid((const char *)value, -1);
    xmlFree(value);
    return copy;
}

/* Returns: (transfer full): all text below the node, valid UTF-8 */
char *
cld_dom_dup_text(xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    char *copy = content == NULL ? g_strdup("") : g_utf8_make_valid((const char *)content, -1);
    xmlFree(content);
    return copy;
}

/* Returns: (nullable): the node after @node's subtree, in document order, below @root */
xmlNode *
cld_dom_skip(xmlNode *node, const xmlNode *root)
{
    while (node != NULL && node != root && node->next == NULL)
        node = node->parent;
    return node == NULL || node == root ? NULL : node->next;
}

/* Returns: (nullable): the node after @node in document order, below @root */
xmlNode *
cld_dom_next(xmlNode *node, const xmlNode *root)
{
    return node->type == XML_ELEMENT_NODE && node->children != NULL ? node->children
                                                                    : cld_dom_skip(node, root);
}

/* Returns: (nullable): the first element of that name at or below @root */
xmlNode *
cld_dom_find(xmlNode *root, const char *name)
{
    for (xmlNode *node = root; node != NULL; node = cld_dom_next(node, root))
        if (cld_dom_is(node, name))
            return node;
    return NULL;
}
