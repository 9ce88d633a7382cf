/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-quotation-marks.h"
#include "cld-lexicon.h"
#include <string.h>

#define MAX_ADJACENT_MARKS 3  /* marks looked over to see the character beside them */
#define MAX_WORD_BYTES     48 /* longer runs of letters are no words of any list */

static const CldQuoteGlyph glyphs[] = {
    {'"', CLD_QUOTE_DOUBLE, CLD_QUOTE_SIDE_BOTH},
    {0x201C, CLD_QUOTE_DOUBLE, CLD_QUOTE_SIDE_LEFT},
    {0x201D, CLD_QUOTE_DOUBLE, CLD_QUOTE_SIDE_RIGHT},
    {0x201E, CLD_QUOTE_DOUBLE, CLD_QUOTE_SIDE_LOW},
    {0x201F, CLD_QUOTE_DOUBLE, CLD_QUOTE_SIDE_LEFT},
    {0xFF02, CLD_QUOTE_DOUBLE, CLD_QUOTE_SIDE_BOTH},
    {'\'', CLD_QUOTE_SINGLE, CLD_QUOTE_SIDE_BOTH},
    {'`', CLD_QUOTE_SINGLE, CLD_QUOTE_SIDE_LEFT},
    {0x2018, CLD_QUOTE_SINGLE, CLD_QUOTE_SIDE_LEFT},
    {0x2019, CLD_QUOTE_SINGLE, CLD_QUOTE_SIDE_RIGHT},
    {0x201A, CLD_QUOTE_SINGLE, CLD_QUOTE_SIDE_LOW},
    {0x201B, CLD_QUOTE_SINGLE, CLD_QUOTE_SIDE_LEFT},
    {0x00AB, CLD_QUOTE_GUILLEMET, CLD_QUOTE_SIDE_LEFT},
    {0x00BB, CLD_QUOTE_GUILLEMET, CLD_QUOTE_SIDE_RIGHT},
    {0x2039, CLD_QUOTE_SINGLE_GUILLEMET, CLD_QUOTE_SIDE_LEFT},
    {0x203A, CLD_QUOTE_SINGLE_GUILLEMET, CLD_QUOTE_SIDE_RIGHT},
};

/* Returns: (nullable): what the character is as a quotation mark */
const CldQuoteGlyph *
cld_quote_glyph_find(gunichar c)
{
    for (gsize i = 0; i < G_N_ELEMENTS(glyphs); i++)
        if (glyphs[i].glyph == c)
            return &glyphs[i];
    return NULL;
}

/* ---- characters and words of a paragraph ---- */

static gsize
step(const CldQuoteParagraph *self, gsize offset)
{
    return (gsize)(g_utf8_next_char(self->text + offset) - self->text);
}

static gsize
step_back(const CldQuoteParagraph *self, gsize offset)
{
    return (gsize)(g_utf8_prev_char(self->text + offset) - self->text);
}

/* Returns: the character that begins at @offset, 0 at the end of the paragraph */
gunichar
cld_quote_paragraph_char_at(const CldQuoteParagraph *self, gsize offset)
{
    return offset < self->range.end ? g_utf8_get_char(self->text + offset) : 0;
}

/* Returns: the character that ends at @offset, 0 at the beginning of the paragraph */
gunichar
cld_quote_paragraph_char_before(const CldQuoteParagraph *self, gsize offset)
{
    if (offset <= self->range.start)
        return 0;
    return g_utf8_get_char(g_utf8_prev_char(self->text + offset));
}

/* Returns: @start moved over white space, at most to @end */
gsize
cld_quote_paragraph_trim_start(const CldQuoteParagraph *self, gsize start, gsize end)
{
    while (start < end && g_unichar_isspace(cld_quote_paragraph_char_at(self, start)))
        start = step(self, start);
    return start;
}

/* Returns: @end moved back over white space, at most to @start */
gsize
cld_quote_paragraph_trim_end(const CldQuoteParagraph *self, gsize start, gsize end)
{
    while (end > start && g_unichar_isspace(cld_quote_paragraph_char_before(self, end)))
        end = step_back(self, end);
    return end;
}

/* Returns: the letters and digits that begin at @offset; perhaps none */
CldSpan
cld_quote_paragraph_word_at(const CldQuoteParagraph *self, gsize offset)
{
    CldSpan word = {offset, offset};
    while (g_unichar_isalnum(cld_quote_paragraph_char_at(self, word.end)))
        word.end = step(self, word.end);
    return word;
}

/* Returns: the letters and digits that end at @offset; perhaps none */
CldSpan
cld_quote_paragraph_word_before(const CldQuoteParagraph *self, gsize offset)
{
    CldSpan word = {offset, offset};
    while (g_unichar_isalnum(cld_quote_paragraph_char_before(self, word.start)))
        word.start = step_back(self, word.start);
    return word;
}

/* Returns: %TRUE if the word is an entry of that word list of the language */
gboolean
cld_quote_paragraph_is_listed(const CldQuoteParagraph *self, CldSpan word, const char *list)
{
    gsize length = cld_span_length(word);
    if (length == 0 || length > MAX_WORD_BYTES)
        return FALSE;
    g_autofree char *folded = cld_text_fold(self->text + word.start, (gssize)length);
    return cld_lexicon_lookup(cld_lexicon_get(list), folded) != NULL;
}

/* ---- neighbours of a mark ---- */

/* The character before a mark, looking over other marks beside it: in "'No,' he said" the
 * beginning of the line stands before both. */
static gunichar
context_before(const CldQuoteParagraph *self, gsize offset)
{
    gunichar c = cld_quote_paragraph_char_before(self, offset);
    for (guint i = 0; i < MAX_ADJACENT_MARKS && c != 0 && cld_quote_glyph_find(c) != NULL; i++) {
        offset = step_back(self, offset);
        c = cld_quote_paragraph_char_before(self, offset);
    }
    return c;
}

static gsize
context_after(const CldQuoteParagraph *self, gsize offset)
{
    for (guint i = 0; i < MAX_ADJACENT_MARKS; i++) {
        gunichar c = cld_quote_paragraph_char_at(self, offset);
        if (c == 0 || cld_quote_glyph_find(c) == NULL)
            break;
        offset = step(self, offset);
    }
    return offset;
}

static gboolean
is_blank(gunichar c)
{
    return c == 0 || g_unichar_isspace(c);
}

/* Returns: %TRUE if a quotation can begin right after @c: nothing, blank, bracket, dash, slash */
gboolean
cld_quote_can_begin_after(gunichar c)
{
    if (is_blank(c) || c == '/')
        return TRUE;
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_DASH_PUNCTUATION;
}

/* Returns: %TRUE if quoted words can begin at @offset; they may begin with an ellipsis, ".5" or
 * ".@name" */
static gboolean
can_begin_at(const CldQuoteParagraph *self, gsize offset)
{
    static const char *const stops = ",.;:!?)]}";
    gunichar c = cld_quote_paragraph_char_at(self, offset);
    if (is_blank(c))
        return FALSE;
    if (c != '.')
        return c >= 128 || strchr(stops, (int)c) == NULL;
    gunichar next = cld_quote_paragraph_char_at(self, offset + 1);
    if (next == ' ') /* ". . . and so on" */
        next = cld_quote_paragraph_char_at(self, offset + 2) == '.' ? '.' : 0;
    return next == '.' || next == '@' || g_unichar_isdigit(next);
}

/* Returns: %TRUE if the apostrophe that ends at @offset stands for left-out letters or digits:
 * 'tis, 'em, '90s */
static gboolean
is_elision(const CldQuoteParagraph *self, gsize offset)
{
    CldSpan word = cld_quote_paragraph_word_at(self, offset);
    const char *start = self->text + word.start;
    if (g_ascii_isdigit(*start)) {
        gboolean has_s = word.end - word.start == 3 && start[2] == 's';
        return g_ascii_isdigit(start[1]) && (has_s || word.end - word.start == 2);
    }
    return cld_quote_paragraph_is_listed(self, word, "elisions");
}

/* Returns: %TRUE for 6'2" and the like: digits, a foot mark, digits, this mark */
static gboolean
is_after_feet(const CldQuoteParagraph *self, gsize offset)
{
    gsize start = offset;
    while (start > self->range.start && g_ascii_isdigit(self->text[start - 1]))
        start--;
    gunichar c = cld_quote_paragraph_char_before(self, start);
    return start < offset && (c == '\'' || c == 0x2019 || c == 0x2032);
}

/* ---- what a mark can do ---- */

/* He said"No": a blank is missing. It closes what is open, else it opens what is closed later. */
static gboolean
is_glued(const CldQuoteParagraph *self, const CldQuoteMark *mark, gunichar before)
{
    gunichar after = cld_quote_paragraph_char_at(self, mark->span.end);
    return !is_blank(before) && !g_unichar_isdigit(before) && g_unichar_isupper(after);
}

static void
weigh_double(const CldQuoteParagraph *self, CldQuoteMark *mark)
{
    gunichar before = context_before(self, mark->span.start);
    gboolean can_begin = can_begin_at(self, context_after(self, mark->span.end));
    gboolean looks_left = cld_quote_can_begin_after(before) && can_begin;
    mark->can_wait = looks_left;
    switch (mark->glyph->side) {
    case CLD_QUOTE_SIDE_BOTH:
        mark->closes = !looks_left && !is_after_feet(self, mark->span.start);
        mark->opens = looks_left || is_glued(self, mark, before);
        break;
    case CLD_QUOTE_SIDE_RIGHT: /* ”So” is Nordic, »so« German */
        mark->closes = !looks_left || mark->glyph->family == CLD_QUOTE_GUILLEMET;
        mark->opens = looks_left;
        break;
    case CLD_QUOTE_SIDE_LEFT: /* „so“ ends with it; with a blank after it it opens if need be */
        mark->closes = !is_blank(before) && !can_begin;
        mark->opens = TRUE;
        mark->can_wait = !mark->closes;
        break;
    case CLD_QUOTE_SIDE_LOW:
    default:
        mark->opens = mark->can_wait = TRUE;
        break;
    }
}

static void
weigh_single(const CldQuoteParagraph *self, CldQuoteMark *mark)
{
    CldQuoteSide side = mark->glyph->side;
    gunichar previous = cld_quote_paragraph_char_before(self, mark->span.start);
    gunichar next = cld_quote_paragraph_char_at(self, mark->span.end);
    if (g_unichar_isalnum(previous) && g_unichar_isalnum(next))
        return;
    gunichar before = context_before(self, mark->span.start);
    mark->opens = side != CLD_QUOTE_SIDE_RIGHT && cld_quote_can_begin_after(before) &&
                  can_begin_at(self, context_after(self, mark->span.end)) &&
                  !is_elision(self, mark->span.end);
    mark->closes = !mark->opens && !is_blank(before) && side != CLD_QUOTE_SIDE_LOW &&
                   mark->glyph->glyph != '`';
    /* In mid-sentence a mark that nothing closes is more likely an apostrophe. */
    gsize start = self->range.start;
    mark->can_wait = side != CLD_QUOTE_SIDE_BOTH && mark->glyph->glyph != '`' &&
                     cld_quote_paragraph_trim_end(self, start, mark->span.start) == start;
}

static gboolean
is_weak(const CldQuoteParagraph *self, const CldQuoteMark *mark)
{
    gunichar before = cld_quote_paragraph_char_before(self, mark->span.start);
    gunichar after = cld_quote_paragraph_char_at(self, mark->span.end);
    if (mark->closes && mark->glyph->family == CLD_QUOTE_DOUBLE &&
        is_after_feet(self, mark->span.start))
        return TRUE;
    if (!mark->closes || after != ' ')
        return FALSE;
    if (mark->glyph->family == CLD_QUOTE_SINGLE) /* the workers' rights */
        return before == 's' || before == 'S';
    return mark->glyph->side == CLD_QUOTE_SIDE_BOTH && g_unichar_isdigit(before);
}

static void
add_mark(const CldQuoteParagraph *self, const CldQuoteGlyph *glyph, CldSpan span, GArray *marks)
{
    CldQuoteMark mark = {.span = span, .glyph = glyph, .next = G_MAXUINT};
    if (glyph->family == CLD_QUOTE_SINGLE || glyph->family == CLD_QUOTE_SINGLE_GUILLEMET)
        weigh_single(self, &mark);
    else
        weigh_double(self, &mark);
    mark.is_weak = is_weak(self, &mark);
    if (mark.opens || mark.closes)
        g_array_append_val(marks, mark);
}

/* Typewriters and TeX write “ as `` and ” as ''. */
static const CldQuoteGlyph *
find_pair(const CldQuoteParagraph *self, gsize offset, gunichar c)
{
    if ((c != '\'' && c != '`') || cld_quote_paragraph_char_at(self, offset + 1) != c)
        return NULL;
    return cld_quote_glyph_find(c == '`' ? 0x201C : '"');
}

static void
link_marks(GArray *marks)
{
    guint next[CLD_N_QUOTE_FAMILIES];
    gint balance[CLD_N_QUOTE_FAMILIES] = {0};
    gboolean has_closing[CLD_N_QUOTE_FAMILIES] = {FALSE};
    memset(next, 0xFF, sizeof next);
    for (guint i = marks->len; i-- > 0;) {
        CldQuoteMark *mark = &g_array_index(marks, CldQuoteMark, i);
        CldQuoteFamily family = mark->glyph->family;
        balance[family] += mark->closes ? 1 : -1;
        mark->balance = balance[family];
        mark->is_closed_later = has_closing[family];
        has_closing[family] = has_closing[family] || mark->closes;
        mark->next = next[family];
        next[family] = i;
    }
}

/**
 * cld_quote_marks_collect:
 * @paragraph: the paragraph to look at
 * @marks: (element-type CldQuoteMark) (out caller-allocates): emptied first; then the marks that
 *   can open or close a quotation, in order
 *
 * Tells from the characters beside each mark what it can do. Time grows with the paragraph.
 */
void
cld_quote_marks_collect(const CldQuoteParagraph *paragraph, GArray *marks)
{
    g_array_set_size(marks, 0);
    for (gsize offset = paragraph->range.start; offset < paragraph->range.end;) {
        gunichar c = cld_quote_paragraph_char_at(paragraph, offset);
        gsize end = step(paragraph, offset);
        const CldQuoteGlyph *glyph = find_pair(paragraph, offset, c);
        if (glyph != NULL)
            end++;
        else
            glyph = cld_quote_glyph_find(c);
        if (glyph != NULL)
            add_mark(paragraph, glyph, (CldSpan){offset, end}, marks);
        offset = end;
    }
    link_marks(marks);
}
