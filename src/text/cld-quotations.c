/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-quotations.h"
#include "cld-quotation-marks.h"
#include <string.h>

#define MAX_DEPTH       6 /* quotations in one another; deeper marks are ignored */
#define MAX_CARRIED     8 /* paragraphs without a mark that an unclosed quotation may cross */
#define MAX_SCARE_WORDS 3 /* a longer quotation is speech */
#define MAX_CUE_WORDS   3 /* words after a quotation among which its verb of saying may be */

typedef struct {
    guint quotation; /* index in the result */
    const CldQuoteGlyph *glyph;
    gboolean can_wait;
} Open;

typedef struct {
    GArray *found; /* (element-type CldQuotation) */
    GArray *marks; /* (element-type CldQuoteMark): of this paragraph */
    CldQuoteParagraph paragraph;
    Open stack[MAX_DEPTH];
    guint depth;
    guint first;              /* index in @found of the first quotation of this paragraph */
    guint utterance;          /* the last number given */
    gboolean was_left_open;   /* the paragraph before ended inside a quotation… */
    gboolean was_just_closed; /* …or with its closing mark */
    guint carried_utterance;  /* the number of that quotation… */
    const CldQuoteGlyph *carried_glyph; /* …and the mark that opened it */
} Finder;

static CldQuotation *
quotation_at(Finder *self, guint index)
{
    return &g_array_index(self->found, CldQuotation, index);
}

static CldQuoteMark *
mark_at(const Finder *self, guint index)
{
    return &g_array_index(self->marks, CldQuoteMark, index);
}

static gsize
paragraph_start(const Finder *self)
{
    CldSpan range = self->paragraph.range;
    return cld_quote_paragraph_trim_start(&self->paragraph, range.start, range.end);
}

static gsize
paragraph_end(const Finder *self)
{
    CldSpan range = self->paragraph.range;
    return cld_quote_paragraph_trim_end(&self->paragraph, range.start, range.end);
}

/* ---- opening and closing ---- */

static void
open_quotation(Finder *self, CldSpan mark, const CldQuoteGlyph *glyph, gboolean can_wait)
{
    if (self->depth == MAX_DEPTH)
        return;
    CldQuotation quotation = {.outer = mark, .inner = {mark.end, mark.end}, .depth = self->depth};
    self->stack[self->depth++] = (Open){self->found->len, glyph, can_wait};
    g_array_append_val(self->found, quotation);
}

static void
finish_quotation(Finder *self, const Open *open, gsize inner_end, gsize outer_end)
{
    CldQuotation *quotation = quotation_at(self, open->quotation);
    gsize start =
        cld_quote_paragraph_trim_start(&self->paragraph, quotation->inner.start, inner_end);
    quotation->inner.start = start;
    quotation->inner.end = cld_quote_paragraph_trim_end(&self->paragraph, start, inner_end);
    quotation->outer.end = outer_end;
}

/* It was no quotation after all: what it seemed to hold moves one level out. Depth is bounded, so
 * each quotation moves a bounded number of times. */
static void
drop_quotation(Finder *self, const Open *open)
{
    CldQuotation *quotation = quotation_at(self, open->quotation);
    quotation->inner = (CldSpan){quotation->outer.end, quotation->outer.end};
    for (guint i = open->quotation + 1; i < self->found->len; i++)
        if (quotation_at(self, i)->depth > 0)
            quotation_at(self, i)->depth--;
}

static void
leave_open(Finder *self, const Open *open, gsize end)
{
    if (!open->can_wait) {
        drop_quotation(self, open);
        return;
    }
    CldQuotation *quotation = quotation_at(self, open->quotation);
    gsize last = cld_quote_paragraph_trim_end(&self->paragraph, quotation->inner.start, end);
    finish_quotation(self, open, last, last);
    quotation->is_open = TRUE;
}

/* Returns: the level that @mark closes, from 1; 0: none. The same hand writes both marks alike, so
 * a partner of the same make is preferred. */
static guint
find_partner(const Finder *self, const CldQuoteMark *mark)
{
    guint fallback = 0;
    for (guint level = self->depth; level > 0; level--) {
        const CldQuoteGlyph *open = self->stack[level - 1].glyph;
        if (open->family != mark->glyph->family)
            continue;
        if ((open->side == CLD_QUOTE_SIDE_BOTH) == (mark->glyph->side == CLD_QUOTE_SIDE_BOTH))
            return level;
        if (fallback == 0)
            fallback = level;
    }
    return fallback;
}

/* A closing single mark ends only what was opened last: anywhere else it is an apostrophe. */
static gboolean
is_apostrophe(const Finder *self, const CldQuoteMark *mark, guint level)
{
    if (mark->glyph->family == CLD_QUOTE_SINGLE && level != self->depth)
        return TRUE;
    if (!mark->is_weak || mark->next == G_MAXUINT)
        return FALSE;
    const CldQuoteMark *next = mark_at(self, mark->next);
    return next->closes && !next->opens; /* that one ends the quotation, so this one cannot */
}

static void
close_quotation(Finder *self, const CldQuoteMark *mark, guint level)
{
    if (is_apostrophe(self, mark, level))
        return;
    while (self->depth > level) {
        self->depth--;
        drop_quotation(self, &self->stack[self->depth]);
    }
    self->depth--;
    finish_quotation(self, &self->stack[self->depth], mark->span.start, mark->span.end);
}

/* Returns: %TRUE if @mark opens the next quotation because the writer forgot to close the last:
 * what follows would not close them both */
static gboolean
is_after_forgotten(const Finder *self, const CldQuoteMark *mark)
{
    if (self->depth == 0)
        return FALSE;
    return self->stack[self->depth - 1].glyph == mark->glyph && mark->balance < 1;
}

static void
take_mark(Finder *self, const CldQuoteMark *mark)
{
    guint partner = mark->closes ? find_partner(self, mark) : 0;
    if (partner > 0) {
        close_quotation(self, mark, partner);
        return;
    }
    if (!mark->opens || (!mark->can_wait && !mark->is_closed_later))
        return;
    if (is_after_forgotten(self, mark)) {
        self->depth--;
        leave_open(self, &self->stack[self->depth], mark->span.start);
    }
    open_quotation(self, mark->span, mark->glyph, mark->can_wait);
}

/* ---- terms in quotation marks ---- */

static gboolean
has_few_words(const Finder *self, CldSpan span)
{
    guint n = 0;
    gboolean was_blank = TRUE;
    for (gsize i = span.start; i < span.end && n <= MAX_SCARE_WORDS; i++) {
        gboolean blank = g_ascii_isspace(self->paragraph.text[i]);
        n += was_blank && !blank;
        was_blank = blank;
    }
    return n <= MAX_SCARE_WORDS;
}

static gboolean
is_between_words(gunichar c)
{
    return c == ',' || c == ':' || g_unichar_isspace(c);
}

static gboolean
is_cue_before(const Finder *self, gsize offset)
{
    const CldQuoteParagraph *paragraph = &self->paragraph;
    while (is_between_words(cld_quote_paragraph_char_before(paragraph, offset)))
        offset = (gsize)(g_utf8_prev_char(paragraph->text + offset) - paragraph->text);
    CldSpan word = cld_quote_paragraph_word_before(paragraph, offset);
    return cld_quote_paragraph_is_listed(paragraph, word, "quote-verbs");
}

static gboolean
is_cue_after(const Finder *self, gsize offset, guint n_words)
{
    const CldQuoteParagraph *paragraph = &self->paragraph;
    for (guint i = 0; i < n_words; i++) {
        while (is_between_words(cld_quote_paragraph_char_at(paragraph, offset)))
            offset = (gsize)(g_utf8_next_char(paragraph->text + offset) - paragraph->text);
        CldSpan word = cld_quote_paragraph_word_at(paragraph, offset);
        if (cld_quote_paragraph_is_listed(paragraph, word, "quote-verbs"))
            return TRUE;
        offset = word.end;
    }
    return FALSE;
}

static gboolean
is_stop(gunichar c)
{
    return c == ',' || c == '.' || c == '!' || c == '?' || c == 0x2014 || c == 0x2013;
}

/* Returns: %TRUE if a sentence runs through the quotation: words stand right before or after it */
static gboolean
is_in_running_sentence(const Finder *self, const CldQuotation *quotation, gboolean has_stop)
{
    const CldQuoteParagraph *paragraph = &self->paragraph;
    gsize before =
        cld_quote_paragraph_trim_end(paragraph, paragraph->range.start, quotation->outer.start);
    gsize after =
        cld_quote_paragraph_trim_start(paragraph, quotation->outer.end, paragraph->range.end);
    gunichar left = cld_quote_paragraph_char_before(paragraph, before);
    if (left != 0 && (g_unichar_isalnum(left) || cld_quote_can_begin_after(left) || left == ',' ||
                      left == 0x2019 || left == '\''))
        return TRUE;
    return !has_stop && g_unichar_islower(cld_quote_paragraph_char_at(paragraph, after));
}

static gboolean
is_term(const Finder *self, const CldQuotation *quotation)
{
    if (quotation->is_open || quotation->continues || !has_few_words(self, quotation->inner))
        return FALSE;
    gboolean has_stop =
        is_stop(cld_quote_paragraph_char_before(&self->paragraph, quotation->inner.end));
    if (!is_in_running_sentence(self, quotation, has_stop))
        return FALSE;
    /* "Never," a weary Smith said: the comma promises a verb. */
    gboolean has_comma =
        has_stop || cld_quote_paragraph_char_at(&self->paragraph, quotation->outer.end) == ',';
    return !is_cue_before(self, quotation->outer.start) &&
           !is_cue_after(self, quotation->outer.end, has_comma ? MAX_CUE_WORDS : 1);
}

/* ---- from paragraph to paragraph ---- */

static gboolean
begins_with_mark(const Finder *self)
{
    if (self->marks->len == 0)
        return FALSE;
    return mark_at(self, 0)->opens && mark_at(self, 0)->span.start == paragraph_start(self);
}

/* Returns: (nullable): the first mark of the family of the quotation that was left open */
static const CldQuoteMark *
first_of_carried(const Finder *self, const GArray *marks)
{
    for (guint i = 0; i < marks->len; i++) {
        const CldQuoteMark *mark = &g_array_index(marks, CldQuoteMark, i);
        if (mark->glyph->family == self->carried_glyph->family)
            return mark;
    }
    return NULL;
}

/* Returns: %TRUE if the quotation that was left open goes on here without a mark of its own: the
 * next mark of its family, here or in one of the next paragraphs, can only close */
static gboolean
is_carried(const Finder *self, const CldSpan *paragraphs, guint n_paragraphs)
{
    g_autoptr(GArray) marks = g_array_new(FALSE, TRUE, sizeof(CldQuoteMark));
    for (guint i = 0; i < MIN(n_paragraphs, MAX_CARRIED); i++) {
        CldQuoteParagraph paragraph = {self->paragraph.text, paragraphs[i]};
        cld_quote_marks_collect(&paragraph, marks);
        const CldQuoteMark *mark = first_of_carried(self, marks);
        if (mark != NULL)
            return mark->closes && !mark->opens;
    }
    return FALSE;
}

/* Takes out what turned out to be no quotation, numbers the rest and marks the terms. */
static void
settle(Finder *self, gboolean continues)
{
    guint kept = self->first;
    for (guint i = self->first; i < self->found->len; i++) {
        CldQuotation quotation = *quotation_at(self, i);
        if (cld_span_is_empty(quotation.inner))
            continue;
        quotation.continues = continues && kept == self->first;
        quotation.utterance = quotation.continues ? self->carried_utterance : ++self->utterance;
        quotation.is_scare = is_term(self, &quotation);
        *quotation_at(self, kept++) = quotation;
    }
    g_array_set_size(self->found, kept);
}

/* Remembers how the paragraph ended; only its last outermost quotation can go on. */
static void
remember_end(Finder *self)
{
    gsize end = paragraph_end(self);
    guint i = self->found->len;
    self->was_left_open = self->was_just_closed = FALSE;
    while (i > self->first && quotation_at(self, i - 1)->depth > 0)
        i--;
    if (i == self->first)
        return;
    const CldQuotation *last = quotation_at(self, i - 1);
    const CldQuoteGlyph *glyph =
        cld_quote_glyph_find(g_utf8_get_char(self->paragraph.text + last->outer.start));
    if (glyph != NULL) /* else it was carried here without a mark */
        self->carried_glyph = glyph;
    self->was_left_open = last->is_open && last->outer.end == end;
    self->was_just_closed = !last->is_open && !last->is_scare && last->outer.end == end;
    self->carried_utterance = last->utterance;
}

/* Returns: %TRUE if the paragraph is one quotation and nothing else */
static gboolean
is_all_quoted(Finder *self)
{
    return self->found->len > self->first &&
           quotation_at(self, self->first)->outer.end == paragraph_end(self);
}

/* Returns: %TRUE if the quotation before goes on here; opens it if no mark does */
static gboolean
take_up_carried(Finder *self, const CldSpan *paragraphs, guint n_paragraphs)
{
    if (!self->was_left_open)
        return FALSE;
    if (begins_with_mark(self))
        return mark_at(self, 0)->glyph->family == self->carried_glyph->family;
    if (!is_carried(self, paragraphs, n_paragraphs))
        return FALSE;
    gsize start = paragraph_start(self);
    open_quotation(self, (CldSpan){start, start}, self->carried_glyph, TRUE);
    return TRUE;
}

static void
find_in_paragraph(Finder *self, const CldSpan *paragraphs, guint n_paragraphs)
{
    self->paragraph.range = paragraphs[0];
    self->first = self->found->len;
    self->depth = 0;
    cld_quote_marks_collect(&self->paragraph, self->marks);
    gboolean continues = take_up_carried(self, paragraphs, n_paragraphs);
    for (guint i = 0; i < self->marks->len; i++)
        take_mark(self, mark_at(self, i));
    while (self->depth > 0) {
        self->depth--;
        leave_open(self, &self->stack[self->depth], self->paragraph.range.end);
    }
    /* Two quoted paragraphs in a row without a word between them are one speech. */
    if (self->was_just_closed && begins_with_mark(self) && is_all_quoted(self))
        continues = TRUE;
    settle(self, continues);
    remember_end(self);
}

/**
 * cld_quotations_find:
 * @text: valid UTF-8, NUL-terminated
 * @paragraphs: (array length=n_paragraphs): its paragraphs, in order, inside @text
 * @n_paragraphs: how many
 *
 * Finds what stands between quotation marks of any make: straight and curly, double and single,
 * « », „ “. Apostrophes and inch marks open nothing. A quotation ends with its paragraph at the
 * latest; by the convention of printers one that goes on opens again in the next paragraph, and
 * then it shares the number of the one before. A paragraph that is nothing but a quotation right
 * after another one counts as its continuation too. Time grows with the length of the text.
 *
 * Returns: (transfer full) (element-type CldQuotation): in order of their first byte, outer ones
 *   before the ones inside them
 */
GArray *
cld_quotations_find(const char *text, const CldSpan *paragraphs, guint n_paragraphs)
{
    g_return_val_if_fail(text != NULL, NULL);
    Finder self = {.found = g_array_new(FALSE, TRUE, sizeof(CldQuotation)),
                   .marks = g_array_new(FALSE, TRUE, sizeof(CldQuoteMark)),
                   .paragraph = {text, {0, 0}}};
    for (guint i = 0; i < n_paragraphs; i++)
        find_in_paragraph(&self, paragraphs + i, n_paragraphs - i);
    g_array_unref(self.marks);
    return self.found;
}
