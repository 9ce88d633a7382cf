/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-span.h"
#include <string.h>

/* Returns: %TRUE if no byte is under it, also when it is reversed */
gboolean
cld_span_is_empty(CldSpan self)
{
    return self.start >= self.end;
}

/* Returns: %TRUE if every byte of @inner lies in @self */
gboolean
cld_span_contains(CldSpan self, CldSpan inner)
{
    return self.start <= inner.start && inner.end <= self.end;
}

/* Returns: %TRUE if the two share a byte */
gboolean
cld_span_overlaps(CldSpan self, CldSpan other)
{
    return !cld_span_is_empty(self) && !cld_span_is_empty(other) && self.start < other.end &&
           other.start < self.end;
}

/* Returns: the smallest span that holds both */
CldSpan
cld_span_join(CldSpan self, CldSpan other)
{
    return (CldSpan){MIN(self.start, other.start), MAX(self.end, other.end)};
}

/* Returns: bytes in the span; 0 for an empty or reversed one */
gsize
cld_span_length(CldSpan self)
{
    return cld_span_is_empty(self) ? 0 : self.end - self.start;
}

/**
 * cld_span_dup_text:
 * @self: a span that lies inside @text
 * @text: the text it counts in
 *
 * Returns: (transfer full): the bytes under the span, NUL-terminated
 */
char *
cld_span_dup_text(CldSpan self, const char *text)
{
    return g_strndup(text + self.start, cld_span_length(self));
}

static gboolean
is_boundary(const char *text, gsize offset)
{
    return ((guchar)text[offset] & 0xC0) != 0x80; /* not a continuation byte */
}

/**
 * cld_span_is_valid_in:
 * @self: a span
 * @text: valid UTF-8, NUL-terminated
 * @length_bytes: its length
 *
 * Returns: %TRUE if the span is not reversed, ends inside the text and splits no character
 */
gboolean
cld_span_is_valid_in(CldSpan self, const char *text, gsize length_bytes)
{
    return self.start <= self.end && self.end <= length_bytes && is_boundary(text, self.start) &&
           is_boundary(text, self.end);
}

/* The beginning of the character that @offset falls into. */
static gsize
to_boundary(const char *text, gsize length, gsize offset)
{
    offset = MIN(offset, length);
    while (offset > 0 && !is_boundary(text, offset))
        offset--;
    return offset;
}

static void
add_piece(GArray *pieces, gsize start, gsize end, gboolean is_marked)
{
    CldSpanPiece piece = {{start, end}, is_marked};
    if (start < end)
        g_array_append_val(pieces, piece);
}

/**
 * cld_span_cut:
 * @text: valid UTF-8
 * @marks: (element-type CldSpan): ascending; what lies outside the text or splits a character is
 *   drawn in
 *
 * Cuts a text where its marks begin and end.
 *
 * Returns: (transfer full) (element-type CldSpanPiece): pieces that together are the whole text
 */
GArray *
cld_span_cut(const char *text, const GArray *marks)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(CldSpanPiece));
    gsize length = strlen(text), done = 0;
    for (guint i = 0; i < marks->len; i++) {
        CldSpan span = g_array_index(marks, CldSpan, i);
        gsize start = MAX(to_boundary(text, length, span.start), done);
        gsize end = MAX(to_boundary(text, length, span.end), start);
        add_piece(pieces, done, start, FALSE);
        add_piece(pieces, start, end, TRUE);
        done = end;
    }
    add_piece(pieces, done, length, FALSE);
    return pieces;
}
