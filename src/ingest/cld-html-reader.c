/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-reader.h"
#include "cld-html-dom.h"
#include "cld-html-meta.h"
#include "cld-html-score.h"
#include "cld-limits.h"
#include <string.h>

#define LINK_SHARE    0.8
#define DROPPED_BYTES 400 /* of what is thrown away: enough to recognise it */

typedef struct {
    CldDraft *draft;
    const CldPage *page;
    GString *run; /* text of the paragraph so far */
    guint line;   /* where it began */
    CldPieceKind kind;
    gsize link_bytes; /* of run */
    gboolean in_link;
} Collector;

static void
flush(Collector *self)
{
    CldPiece *piece =
        cld_draft_add(self->draft, self->run->str, self->run->len, self->line, self->kind);
    if (piece != NULL) {
        piece->after_gap = TRUE;
        piece->is_link = (double)self->link_bytes >= LINK_SHARE * (double)self->run->len;
    }
    g_string_truncate(self->run, 0);
    self->line = 0;
    self->link_bytes = 0;
}

static void
take_text(Collector *self, const xmlNode *node)
{
    if (node->content == NULL)
        return;
    g_autofree char *text = g_utf8_make_valid((const char *)node->content, -1);
    if (self->line == 0 && strspn(text, " \t\r\n") < strlen(text)) {
        long line = xmlGetLineNo((xmlNode *)node);
        self->line = line > 0 ? (guint)line : 0;
    }
    g_string_append(self->run, text);
    self->link_bytes += self->in_link ? strlen(text) : 0;
}

static void
take_dropped(Collector *self, xmlNode *node, const char *reason)
{
    if (strcmp(reason, "script") == 0)
        return;
    g_autofree char *text = cld_dom_dup_text(node);
    gsize length = MIN(strlen(text), DROPPED_BYTES);
    while (length > 0 && ((guchar)text[length] & 0xC0) == 0x80)
        length--;
    long line = xmlGetLineNo(node);
    CldPiece *piece =
        cld_draft_add(self->draft, text, length, line > 0 ? (guint)line : 0, CLD_PIECE_PARAGRAPH);
    if (piece != NULL)
        piece->reason = reason;
}

static CldPieceKind
kind_of(const xmlNode *node)
{
    static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6", NULL};
    if (cld_dom_is_any(node, headings))
        return CLD_PIECE_HEADING;
    if (cld_dom_is(node, "li"))
        return CLD_PIECE_ITEM;
    return CLD_PIECE_PARAGRAPH;
}

static void collect_children(Collector *self, xmlNode *node);

/* The guard keeps the depth of the tree below CLD_LIMIT_TAG_DEPTH, so this recursion is bounded. */
static void
collect(Collector *self, xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        take_text(self, node);
        return;
    }
    if (node->type != XML_ELEMENT_NODE)
        return;
    const char *reason = cld_page_skip_reason(self->page, node);
    if (reason != NULL) {
        flush(self);
        take_dropped(self, node, reason);
        return;
    }
    gboolean was_in_link = self->in_link;
    self->in_link = was_in_link || cld_dom_is(node, "a");
    if (cld_html_is_inline(node)) {
        collect_children(self, node);
        self->in_link = was_in_link;
        return;
    }
    flush(self);
    self->kind = kind_of(node);
    collect_children(self, node);
    flush(self);
    self->kind = CLD_PIECE_PARAGRAPH;
}

static void
collect_children(Collector *self, xmlNode *node)
{
    for (xmlNode *child = node->children; child != NULL; child = child->next)
        collect(self, child);
}

static void
collect_parts(const CldPage *page, const GPtrArray *parts, CldDraft *draft)
{
    Collector self = {
        .draft = draft, .page = page, .run = g_string_new(NULL), .kind = CLD_PIECE_PARAGRAPH};
    for (guint i = 0; i < parts->len; i++) {
        xmlNode *part = parts->pdata[i];
        self.kind = kind_of(part);
        collect_children(&self, part);
        flush(&self);
    }
    g_string_free(self.run, TRUE);
}

static void
report_notes(const CldHtmlGuardNotes *notes, CldDraft *draft)
{
    if (notes->n_attributes > 0)
        cld_draft_warn(draft, "attributes",
                       "a tag has more than 256 attributes: the rest of them was left out");
    if (notes->n_flattened > 0)
        cld_draft_warn(draft, "depth", "elements are nested too deep: the inner ones were joined");
    if (notes->is_cut)
        cld_draft_limit(draft, "tags",
                        "there are too many tags: the rest of the page was not read");
}

static void
add_plain(CldDraft *draft, const char *text)
{
    g_auto(GStrv) lines = g_strsplit_set(text, "\r\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        CldPiece *piece = cld_draft_add(draft, lines[i], strlen(lines[i]), 0, CLD_PIECE_PARAGRAPH);
        if (piece != NULL)
            piece->after_gap = TRUE;
    }
}

static gboolean
has_story(const CldDraft *draft)
{
    for (guint i = 0; i < draft->pieces->len; i++)
        if (((const CldPiece *)draft->pieces->pdata[i])->reason == NULL)
            return TRUE;
    return FALSE;
}

/**
 * cld_html_read:
 * @html: a page, valid UTF-8
 * @source: path or URL as given
 *
 * Returns: (transfer full): a draft with the facts of the page and the paragraphs of its article
 */
CldDraft *
cld_html_read(const char *html, const char *source)
{
    CldDraft *draft = cld_draft_new(source, "html");
    CldHtmlGuardNotes notes;
    g_autoptr(xmlDoc) doc = cld_html_parse(html, &notes);
    report_notes(&notes, draft);
    xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
    if (root == NULL)
        return draft;
    g_autofree char *article_body = cld_html_meta_read(root, draft);
    g_autoptr(CldPage) page = cld_page_new(root);
    g_autoptr(GPtrArray) parts = cld_page_find_body(page);
    collect_parts(page, parts, draft);
    if (!has_story(draft) && article_body != NULL)
        add_plain(draft, article_body);
    return draft;
}

/**
 * cld_html_read_fragment:
 * @html: the mark-up of an article's text alone, valid UTF-8: of a feed, of a JSON field
 * @draft: takes its paragraphs
 */
void
cld_html_read_fragment(const char *html, CldDraft *draft)
{
    CldHtmlGuardNotes notes;
    g_autoptr(xmlDoc) doc = cld_html_parse(html, &notes);
    report_notes(&notes, draft);
    xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
    if (root == NULL)
        return;
    g_autoptr(CldPage) page = cld_page_new(root);
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    g_ptr_array_add(parts, root);
    collect_parts(page, parts, draft);
}
