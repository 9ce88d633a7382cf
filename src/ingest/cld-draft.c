/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-draft.h"
#include "cld-dates.h"
#include "cld-limits.h"
#include "cld-outlet.h"
#include <string.h>

#define RAW_BYTES   (1024u * 1024) /* of one paragraph, with what cleaning takes away */
#define BLOCK_BYTES (256u * 1024)  /* of one paragraph */

static void
piece_free(CldPiece *self)
{
    g_free(self->text);
    g_free(self->folded);
    g_free(self);
}

/* @format: static */
CldDraft *
cld_draft_new(const char *source, const char *format)
{
    CldDraft *self = g_new0(CldDraft, 1);
    self->source = g_strdup(source);
    self->format = format;
    self->authors = g_ptr_array_new_with_free_func(g_free);
    self->pieces = g_ptr_array_new_with_free_func((GDestroyNotify)piece_free);
    self->warnings = g_ptr_array_new_with_free_func(g_free);
    return self;
}

void
cld_draft_free(CldDraft *self)
{
    g_free(self->source);
    g_free(self->outlet);
    g_free(self->imprint);
    g_free(self->title);
    g_free(self->language);
    g_free(self->url);
    g_ptr_array_unref(self->authors);
    g_ptr_array_unref(self->pieces);
    g_ptr_array_unref(self->warnings);
    g_free(self);
}

/* Returns: how much of the text may be kept; never in the middle of a character */
static gsize
cut_length(CldDraft *self, const char *text, gsize length_bytes, gsize limit_bytes)
{
    if (length_bytes <= limit_bytes)
        return length_bytes;
    cld_draft_limit(self, "paragraph-length", "a paragraph is too long: its end was not read");
    while (limit_bytes > 0 && ((guchar)text[limit_bytes] & 0xC0) == 0x80)
        limit_bytes--;
    return limit_bytes;
}

/**
 * cld_draft_add:
 * @self: a draft
 * @text: (array length=length_bytes): a line or paragraph, valid UTF-8
 * @length_bytes: its length
 * @line: of the source, from 1, or 0
 * @kind: what its mark-up says it is
 *
 * Returns: (transfer none) (nullable): the piece; %NULL when there was nothing but white space, or
 *   when the article has as many pieces as it may have
 */
CldPiece *
cld_draft_add(CldDraft *self, const char *text, gsize length_bytes, guint line, CldPieceKind kind)
{
    gsize kept = cut_length(self, text, length_bytes, RAW_BYTES);
    g_autofree char *clean = cld_clean_line(text, kept, &self->notes);
    clean[cut_length(self, clean, strlen(clean), BLOCK_BYTES)] = '\0';
    if (clean[0] == '\0')
        return NULL;
    if (self->pieces->len >= CLD_LIMIT_BLOCKS) {
        cld_draft_limit(self, "blocks", "there are too many paragraphs: the rest was not read");
        return NULL;
    }
    CldPiece *piece = g_new0(CldPiece, 1);
    piece->folded = cld_clean_fold(clean);
    piece->text = g_steal_pointer(&clean);
    piece->line = line;
    piece->kind = kind;
    g_ptr_array_add(self->pieces, piece);
    return piece;
}

/* @code: static. The same warning is given once. */
void
cld_draft_warn(CldDraft *self, const char *code, const char *sentence)
{
    if (g_ptr_array_find_with_equal_func(self->warnings, sentence, g_str_equal, NULL))
        return;
    if (self->code == NULL)
        self->code = code;
    g_ptr_array_add(self->warnings, g_strdup(sentence));
}

/* Like cld_draft_warn(), and the input ends as limited. */
void
cld_draft_limit(CldDraft *self, const char *code, const char *sentence)
{
    if (!self->is_limited)
        self->code = code;
    self->is_limited = TRUE;
    cld_draft_warn(self, code, sentence);
}

/* The first that is set stays, here and below: readers ask the best witness first. */
void
cld_draft_set_outlet(CldDraft *self, const char *outlet, const char *from)
{
    if (self->outlet != NULL)
        return;
    g_autofree char *clean = cld_clean_fact(outlet);
    if (clean == NULL)
        return;
    self->outlet = cld_outlet_normalise(clean);
    self->outlet_from = from;
}

/* Sets the title, cleaned, unless there is one: what is told first counts. */
void
cld_draft_set_title(CldDraft *self, const char *title)
{
    if (self->title == NULL)
        self->title = cld_clean_fact(title);
}

/* Reads the date of publication from an ISO date or a stamp, unless one is known. */
void
cld_draft_set_published(CldDraft *self, const char *stamp, const char *from)
{
    CldWhen when = CLD_WHEN_UNKNOWN;
    CldSpan where;
    if (cld_when_is_known(self->published))
        return;
    g_autofree char *clean = cld_clean_fact(stamp);
    if (clean == NULL)
        return;
    if (!cld_dates_parse_iso(clean, &when) &&
        !cld_dates_parse_stamp(clean, strlen(clean), &when, &where))
        return;
    self->published = when;
    self->published_from = from;
}

/* Returns: (transfer full) (nullable): "en" of "en-GB", "en_US" or "EN" */
static char *
primary_tag(const char *language)
{
    gsize length = 0;
    while (g_ascii_isalpha(language[length]))
        length++;
    return length < 2 || length > 3 ? NULL : g_ascii_strdown(language, (gssize)length);
}

/* Sets the language to the primary tag of @language (nullable), unless it is known. */
void
cld_draft_set_language(CldDraft *self, const char *language, const char *from)
{
    if (self->language != NULL || language == NULL)
        return;
    self->language = primary_tag(language);
    if (self->language != NULL)
        self->language_from = from;
}

/* Sets the address, cleaned, unless there is one. */
void
cld_draft_set_url(CldDraft *self, const char *url)
{
    if (self->url == NULL)
        self->url = cld_clean_fact(url);
}

/* "By Ann Lee" and "Ann Lee" are one author. */
void
cld_draft_add_author(CldDraft *self, const char *author)
{
    g_autofree char *clean = cld_clean_fact(author);
    if (clean == NULL || self->authors->len >= CLD_LIMIT_AUTHORS)
        return;
    const char *name = g_ascii_strncasecmp(clean, "by ", 3) == 0 ? clean + 3 : clean;
    if (!g_ptr_array_find_with_equal_func(self->authors, name, g_str_equal, NULL))
        g_ptr_array_add(self->authors, g_strdup(name));
}
