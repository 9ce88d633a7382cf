/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-text-reader.h"
#include "cld-lines.h"
#include <string.h>

/* Text with lines between these lengths, most of which end in the middle of a sentence, was broken
 * into lines by a program; its lines are joined to paragraphs. */
#define WRAP_MIN_CHARS 50
#define WRAP_MAX_CHARS 100
#define WRAP_MIN_LINES 4
#define WRAP_SHARE     0.6

typedef struct {
    const char *start;
    gsize length;
    guint number;
    gboolean after_gap;
} Line;

static gsize
line_length(const char *at)
{
    return strcspn(at, "\r\n");
}

static const char *
next_line(const char *end)
{
    if (end[0] == '\r' && end[1] == '\n')
        return end + 2;
    return *end == '\0' ? end : end + 1;
}

static gboolean
is_blank_line(const char *start, gsize length)
{
    for (const char *at = start; at < start + length; at = g_utf8_next_char(at))
        if (!g_unichar_isspace(g_utf8_get_char(at)))
            return FALSE;
    return TRUE;
}

static GArray *
split_lines(const char *text)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));
    gboolean gap = FALSE;
    guint number = 0;
    for (const char *at = text; *at != '\0';) {
        gsize length = line_length(at);
        number++;
        if (is_blank_line(at, length)) {
            gap = TRUE;
        } else {
            Line line = {at, length, number, gap};
            g_array_append_val(lines, line);
            gap = FALSE;
        }
        at = next_line(at + length);
    }
    return lines;
}

static gboolean
ends_sentence(const Line *line)
{
    g_autofree char *copy = g_strndup(line->start, line->length);
    return cld_line_is_terminated(g_strchomp(copy));
}

/* Only lines that have another right below them tell. */
static gboolean
is_wrapped(const GArray *lines)
{
    guint n = 0, n_broken = 0;
    for (guint i = 0; i + 1 < lines->len; i++) {
        const Line *line = &g_array_index(lines, Line, i);
        const Line *below = &g_array_index(lines, Line, i + 1);
        if (line->length > 2 * WRAP_MAX_CHARS)
            return FALSE;
        if (below->after_gap || line->length < WRAP_MIN_CHARS)
            continue;
        n++;
        n_broken += !ends_sentence(line);
    }
    return n >= WRAP_MIN_LINES && n_broken >= WRAP_SHARE * n;
}

static guint
paragraph_end(const GArray *lines, guint first, gboolean wrapped)
{
    guint end = first + 1;
    while (wrapped && end < lines->len && !g_array_index(lines, Line, end).after_gap &&
           g_array_index(lines, Line, end - 1).length >= WRAP_MIN_CHARS)
        end++;
    return end;
}

/**
 * cld_text_read:
 * @text: valid UTF-8, as it was saved from a page
 * @source: path or URL as given
 *
 * Returns: (transfer full): a draft with a piece for every line, or for every paragraph where the
 *   lines were wrapped
 */
CldDraft *
cld_text_read(const char *text, const char *source)
{
    CldDraft *draft = cld_draft_new(source, "text");
    g_autoptr(GArray) lines = split_lines(text);
    gboolean wrapped = is_wrapped(lines);
    draft->is_flat = TRUE;
    for (guint i = 0; i < lines->len;) {
        guint end = paragraph_end(lines, i, wrapped);
        const Line *first = &g_array_index(lines, Line, i);
        const Line *last = &g_array_index(lines, Line, end - 1);
        gsize length = (gsize)(last->start + last->length - first->start);
        CldPiece *piece =
            cld_draft_add(draft, first->start, length, first->number, CLD_PIECE_PARAGRAPH);
        if (piece != NULL)
            piece->after_gap = first->after_gap;
        i = end;
    }
    return draft;
}
