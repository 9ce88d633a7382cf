/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-score.h"
#include "cld-html-dom.h"
#include <string.h>

/* Where the text of an article stands on a page: the element below which most text is in
 * paragraphs and little of it in links. The idea and the weights of the score are those of
 * Readability (Arc90, 2009, and Mozilla's version of it). */

#define MIN_PARAGRAPH_CHARS 25
#define CHARS_PER_POINT     100.0
#define MAX_LENGTH_POINTS   3.0
#define ENOUGH_CHARS        400 /* less was found: class names are no longer believed */
#define SIBLING_SHARE       0.2 /* of the best score */
#define SIBLING_MIN_SCORE   10.0
#define SIBLING_LINK_SHARE  0.25
#define SIBLING_LONG_CHARS  80
#define CLIMB_LEVELS        3
#define CLIMB_GAIN          1.3
#define CLIMB_LINK_SHARE    0.35

static CldTextStats *
stats_of(CldPage *self, const xmlNode *node)
{
    return (CldTextStats *)cld_page_get_stats(self, node);
}

static double
link_share(const CldTextStats *stats)
{
    return stats->chars == 0 ? 0.0 : (double)stats->link_chars / (double)stats->chars;
}

static gboolean
is_leaf_paragraph(const xmlNode *node)
{
    static const char *const names[] = {"p", "pre", "td", "blockquote", "li", "dd", NULL};
    return cld_dom_is_any(node, names);
}

static void
score_paragraph(CldPage *self, xmlNode *node)
{
    static const double shares[] = {1.0, 0.5, 1.0 / 6, 1.0 / 9, 1.0 / 12};
    const CldTextStats *stats = cld_page_get_stats(self, node);
    if (stats->own_chars < MIN_PARAGRAPH_CHARS)
        return;
    double score = 1.0 + stats->own_commas +
                   MIN((double)stats->own_chars / CHARS_PER_POINT, MAX_LENGTH_POINTS);
    score *= 1.0 - (double)stats->own_link_chars / (double)stats->own_chars;
    /* A div that holds text and line breaks is the parent of its paragraphs. */
    xmlNode *up = is_leaf_paragraph(node) ? node->parent : node;
    double prose = (double)(stats->own_chars - stats->own_link_chars);
    for (guint i = 0; up != NULL && up->type == XML_ELEMENT_NODE; i++, up = up->parent) {
        stats_of(self, up)->score += i < G_N_ELEMENTS(shares) ? score * shares[i] : 0.0;
        stats_of(self, up)->prose += prose;
    }
}

static void
score_page(CldPage *self)
{
    for (guint i = 0; i < self->stats->len; i++)
        g_array_index(self->stats, CldTextStats, i).score =
            g_array_index(self->stats, CldTextStats, i).prose = 0.0;
    for (xmlNode *node = self->root; node != NULL;) {
        gboolean skips = node != self->root && cld_page_skip_reason(self, node) != NULL;
        if (!skips && node->type == XML_ELEMENT_NODE && !cld_html_is_inline(node))
            score_paragraph(self, node);
        node = skips ? cld_dom_skip(node, self->root) : cld_dom_next(node, self->root);
    }
}

static double
final_score(const CldPage *self, const xmlNode *node)
{
    const CldTextStats *stats = cld_page_get_stats(self, node);
    return stats->score * (1.0 - link_share(stats));
}

static xmlNode *
best_candidate(const CldPage *self)
{
    xmlNode *best = NULL;
    double best_score = 0.0;
    for (xmlNode *node = self->root; node != NULL; node = cld_dom_next(node, self->root)) {
        double score = node->type == XML_ELEMENT_NODE ? final_score(self, node) : 0.0;
        if (score > best_score) {
            best_score = score;
            best = node;
        }
    }
    return best;
}

/* An article whose paragraphs stand in several boxes: the box around them holds much more prose,
 * and still little else. */
static xmlNode *
climb(const CldPage *self, xmlNode *best)
{
    xmlNode *top = best;
    xmlNode *up = best->parent;
    for (guint i = 0; i < CLIMB_LEVELS && up != NULL && up->type == XML_ELEMENT_NODE; i++) {
        const CldTextStats *stats = cld_page_get_stats(self, up);
        if (stats->prose >= CLIMB_GAIN * cld_page_get_stats(self, top)->prose &&
            link_share(stats) <= CLIMB_LINK_SHARE)
            top = up;
        up = up->parent;
    }
    return top;
}

static xmlNode *
enclosing(xmlNode *node, const char *name)
{
    for (xmlNode *up = node; up != NULL; up = up->parent)
        if (cld_dom_is(up, name))
            return up;
    return NULL;
}

static gboolean
is_part(const CldPage *self, xmlNode *node, double threshold)
{
    const CldTextStats *stats = cld_page_get_stats(self, node);
    if (node->type != XML_ELEMENT_NODE || cld_page_skip_reason(self, node) != NULL)
        return FALSE;
    if (final_score(self, node) >= threshold)
        return TRUE;
    return cld_dom_is(node, "p") && stats->chars > SIBLING_LONG_CHARS &&
           link_share(stats) < SIBLING_LINK_SHARE;
}

/* The best element and those beside it that look like more of the same. */
static GPtrArray *
with_siblings(const CldPage *self, xmlNode *best)
{
    GPtrArray *parts = g_ptr_array_new();
    double threshold = MAX(SIBLING_MIN_SCORE, final_score(self, best) * SIBLING_SHARE);
    xmlNode *first = best->parent == NULL ? best : best->parent->children;
    for (xmlNode *node = first; node != NULL; node = node->next)
        if (node == best || is_part(self, node, threshold))
            g_ptr_array_add(parts, node);
    return parts;
}

static gsize
count_chars(const CldPage *self, const GPtrArray *parts)
{
    gsize chars = 0;
    for (guint i = 0; i < parts->len; i++) {
        const CldTextStats *stats = cld_page_get_stats(self, parts->pdata[i]);
        chars += stats->chars - stats->link_chars;
    }
    return chars;
}

static GPtrArray *
find_parts(CldPage *self)
{
    score_page(self);
    xmlNode *best = best_candidate(self);
    if (best == NULL) {
        GPtrArray *parts = g_ptr_array_new();
        g_ptr_array_add(parts, self->root);
        return parts;
    }
    xmlNode *article = enclosing(best, "article");
    if (article == NULL)
        return with_siblings(self, climb(self, best));
    GPtrArray *parts = g_ptr_array_new();
    g_ptr_array_add(parts, article);
    return parts;
}

/**
 * cld_page_find_body:
 * @self: a page; by_class is cleared when believing it leaves next to nothing
 *
 * Returns: (transfer container) (element-type xmlNode): the elements that hold the article, in
 *   document order
 */
GPtrArray *
cld_page_find_body(CldPage *self)
{
    GPtrArray *parts = find_parts(self);
    if (count_chars(self, parts) >= ENOUGH_CHARS)
        return parts;
    self->by_class = FALSE;
    GPtrArray *more = find_parts(self);
    if (count_chars(self, more) > 2 * count_chars(self, parts)) {
        g_ptr_array_unref(parts);
        return more;
    }
    self->by_class = TRUE;
    g_ptr_array_unref(more);
    return parts;
}
