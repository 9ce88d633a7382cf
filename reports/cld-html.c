/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html.h"
#include "cld-encode.h"
#include <string.h>

/* Bytes of text kept on either side of the marked words in a snippet. */
#define SNIPPET_BYTES 70

/**
 * cld_html_put:
 * @self: the page
 * @markup: markup written in the code, never built; in it %s stands for text from anywhere, which
 *   is escaped for content and for attributes in double quotes, and %u for a number
 *
 * The only way by which anything reaches the page.
 */
void
cld_html_put(CldHtml *self, const char *markup, ...)
{
    va_list arguments;
    va_start(arguments, markup);
    cld_encode_markup(self->out, cld_encode_html, markup, arguments);
    va_end(arguments);
}

/* Writes @text as a link to @url (nullable) if that is a plain web address, else as text. */
void
cld_html_put_link(CldHtml *self, const char *url, const char *text)
{
    g_autofree char *link = cld_encode_dup_link(url);
    if (link == NULL)
        cld_html_put(self, "%s", text);
    else
        cld_html_put(self, "<a href=\"%s\" rel=\"noopener noreferrer nofollow\">%s</a>", link,
                     text);
}

/* The marked words are set off by their line as well as by colour: single in one side, double in
 * the other. */
static void
put_piece(CldHtml *self, const char *text, gsize length_bytes, const char *css_class)
{
    if (css_class != NULL)
        cld_html_put(self, "<mark class=\"%s\">", css_class);
    cld_encode_html(self->out, text, (gssize)length_bytes);
    if (css_class != NULL)
        cld_html_put(self, "</mark>");
}

/* Writes the side's text with its clashing words marked. */
void
cld_html_put_passage(CldHtml *self, const CldSide *side, const char *css_class)
{
    g_autoptr(GArray) pieces = cld_view_pieces(side);
    for (guint i = 0; i < pieces->len; i++) {
        const CldSpanPiece *piece = &g_array_index(pieces, CldSpanPiece, i);
        put_piece(self, side->claim->text + piece->span.start, cld_span_length(piece->span),
                  piece->is_marked ? css_class : NULL);
    }
}

/* Writes the marked words with a little of the text around them. */
void
cld_html_put_snippet(CldHtml *self, const CldSide *side, const char *css_class)
{
    g_autoptr(GArray) pieces = cld_view_pieces(side);
    const char *text = side->claim->text;
    for (guint i = 0; i < pieces->len; i++) {
        const CldSpanPiece *piece = &g_array_index(pieces, CldSpanPiece, i);
        CldSpan kept = cld_view_shorten(text, piece, pieces->len, i, SNIPPET_BYTES);
        cld_html_put(self, kept.start > piece->span.start ? "… " : "");
        put_piece(self, text + kept.start, cld_span_length(kept),
                  piece->is_marked ? css_class : NULL);
        cld_html_put(self, kept.end < piece->span.end ? " …" : "");
    }
}

/* Writes outlet, date and place of a side. */
void
cld_html_put_origin(CldHtml *self, const CldSide *side)
{
    const CldClaim *claim = side->claim;
    const CldArticle *article = cld_view_get_article(self->view, claim->article);
    g_autofree char *date = article == NULL ? NULL : cld_view_dup_date(article->published);
    cld_html_put(self, "<a class=\"outlet\" href=\"#a%u\">%s</a> <span class=\"when\">%s</span>",
                 claim->article + 1, cld_view_get_label(self->view, claim->article),
                 date == NULL ? "no date" : date);
    if (claim->part == CLD_PART_HEADLINE)
        cld_html_put(self, " <span class=\"where\">headline</span>");
    else if (claim->line > 0)
        cld_html_put(self, " <span class=\"where\">line %u</span>", claim->line);
}

/* Returns: (transfer full): the SHA-256 of @text as a content security policy names it */
char *
cld_html_dup_hash(const char *text)
{
    guint8 digest[32];
    gsize length = sizeof(digest);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)text, -1);
    g_checksum_get_digest(sum, digest, &length);
    g_autofree char *base64 = g_base64_encode(digest, length);
    return g_strconcat("sha256-", base64, NULL);
}
