/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-dom.h"
#include "cld-html-score.h"
#include "cld-html-skip.h"
#include <string.h>

static const char *const inline_names[] = {
    "a",      "abbr",    "acronym", "b",    "bdi",    "bdo", "big",  "cite",  "code",
    "data",   "del",     "dfn",     "em",   "font",   "i",   "ins",  "kbd",   "label",
    "mark",   "q",       "rp",      "rt",   "ruby",   "s",   "samp", "small", "span",
    "strike", "strong",  "sub",     "sup",  "time",   "tt",  "u",    "var",   "wbr",
    "img",    "picture", "source",  "nobr", "center", "o:p", NULL};

/* Returns: %TRUE if the element does not break a paragraph */
gboolean
cld_html_is_inline(const xmlNode *node)
{
    return cld_dom_is_any(node, inline_names);
}

static void
count_text(const xmlChar *text, gboolean in_link, CldTextStats *stats)
{
    gsize chars = 0;
    for (const xmlChar *at = text; text != NULL && *at != '\0'; at++) {
        chars += !g_ascii_isspace((char)*at) && (*at & 0xC0) != 0x80;
        stats->commas += *at == ',';
        stats->own_commas += *at == ',';
    }
    stats->chars += chars;
    stats->own_chars += chars;
    stats->link_chars += in_link ? chars : 0;
    stats->own_link_chars += in_link ? chars : 0;
}

static void
add_child(CldTextStats *stats, const CldTextStats *child, gboolean is_inline)
{
    stats->chars += child->chars;
    stats->link_chars += child->link_chars;
    stats->commas += child->commas;
    if (!is_inline)
        return;
    stats->own_chars += child->own_chars;
    stats->own_link_chars += child->own_link_chars;
    stats->own_commas += child->own_commas;
}

/* Bounded: the guard keeps the tree's depth below CLD_LIMIT_TAG_DEPTH. */
static CldTextStats
measure(CldPage *self, xmlNode *node, gboolean in_link)
{
    CldTextStats stats = {0};
    in_link = in_link || cld_dom_is(node, "a");
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            count_text(child->content, in_link, &stats);
        } else if (child->type == XML_ELEMENT_NODE && cld_html_tag_reason(child) == NULL) {
            CldTextStats below = measure(self, child, in_link);
            add_child(&stats, &below, cld_html_is_inline(child));
        }
    }
    g_array_append_val(self->stats, stats);
    node->_private = GSIZE_TO_POINTER((gsize)self->stats->len - 1);
    return stats;
}

/* @root: of a page; it must live as long as what is returned */
CldPage *
cld_page_new(xmlNode *root)
{
    CldPage *self = g_new0(CldPage, 1);
    CldTextStats none = {0};
    self->root = root;
    self->by_class = TRUE;
    self->stats = g_array_new(FALSE, TRUE, sizeof(CldTextStats));
    g_array_append_val(self->stats, none);
    measure(self, root, FALSE);
    return self;
}

void
cld_page_free(CldPage *self)
{
    g_array_unref(self->stats);
    g_free(self);
}

/* Returns: (transfer none): all zero for what was not measured */
const CldTextStats *
cld_page_get_stats(const CldPage *self, const xmlNode *node)
{
    gsize index = node->type == XML_ELEMENT_NODE ? GPOINTER_TO_SIZE(node->_private) : 0;
    return &g_array_index(self->stats, CldTextStats, index);
}
