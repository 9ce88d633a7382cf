/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-span.h"

/* The quotation marks of one paragraph, before it is known which of them belong together. Used
 * inside the text layer only. */

typedef enum {
    CLD_QUOTE_DOUBLE,
    CLD_QUOTE_SINGLE,
    CLD_QUOTE_GUILLEMET,
    CLD_QUOTE_SINGLE_GUILLEMET,
    CLD_N_QUOTE_FAMILIES,
} CldQuoteFamily;

/* What a glyph is made for. Straight marks do for both sides; German and Nordic use turns some of
 * the others round, so their neighbours decide. */
typedef enum {
    CLD_QUOTE_SIDE_BOTH,
    CLD_QUOTE_SIDE_LEFT,
    CLD_QUOTE_SIDE_RIGHT,
    CLD_QUOTE_SIDE_LOW,
} CldQuoteSide;

typedef struct {
    gunichar glyph;
    CldQuoteFamily family;
    CldQuoteSide side;
} CldQuoteGlyph;

/* A mark that may open or close something; apostrophes and inch marks are left out. */
typedef struct {
    CldSpan span;
    const CldQuoteGlyph *glyph;
    gboolean opens;    /* by its neighbours it can stand before words */
    gboolean closes;   /* by its neighbours it can stand after words; both: closes if it can */
    gboolean is_weak;  /* as a closing mark it may well be an apostrophe or an inch mark */
    gboolean can_wait; /* as an opening mark it may stay open to the end of the paragraph */
    gboolean is_closed_later; /* a mark of its family that can close follows */
    guint next;               /* index of the next mark of its family; G_MAXUINT: none */
    gint balance;             /* closing minus opening marks of its family, from here on */
} CldQuoteMark;

/* A paragraph and how its characters are looked at: outside it there is nothing (0). */
typedef struct {
    const char *text;
    CldSpan range;
} CldQuoteParagraph;

gunichar cld_quote_paragraph_char_at(const CldQuoteParagraph *self, gsize offset);
gunichar cld_quote_paragraph_char_before(const CldQuoteParagraph *self, gsize offset);
gsize cld_quote_paragraph_trim_start(const CldQuoteParagraph *self, gsize start, gsize end);
gsize cld_quote_paragraph_trim_end(const CldQuoteParagraph *self, gsize start, gsize end);
CldSpan cld_quote_paragraph_word_at(const CldQuoteParagraph *self, gsize offset);
CldSpan cld_quote_paragraph_word_before(const CldQuoteParagraph *self, gsize offset);
gboolean
cld_quote_paragraph_is_listed(const CldQuoteParagraph *self, CldSpan word, const char *list);

const CldQuoteGlyph *cld_quote_glyph_find(gunichar c);
gboolean cld_quote_can_begin_after(gunichar c);
void cld_quote_marks_collect(const CldQuoteParagraph *paragraph, GArray *marks);
