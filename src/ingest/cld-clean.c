/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-clean.h"
#include "cld-limits.h"
#include <string.h>

#define FACT_BYTES  (8u * CLD_LIMIT_FACT_CHARS) /* looked at, with the blanks that will go */
#define REPLACEMENT 0xFFFD /* shown, so that nothing vanishes without a trace */

static gboolean
is_blank(gunichar c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029 ||
           g_unichar_isspace(c);
}

static gboolean
is_control(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

typedef struct {
    GString *out;
    guint marks; /* in a row so far */
    CldCleanNotes *notes;
} Cleaner;

static void
put(Cleaner *self, gunichar c)
{
    self->marks = g_unichar_ismark(c) ? self->marks + 1 : 0;
    if (self->marks > CLD_LIMIT_COMBINING_MARKS) {
        self->notes->n_marks++;
        return;
    }
    if (is_control(c)) {
        self->notes->n_controls++;
        c = REPLACEMENT;
    }
    g_string_append_unichar(self->out, c);
}

/**
 * cld_clean_line:
 * @text: valid UTF-8
 * @length_bytes: its length
 * @notes: (inout): counts what was changed
 *
 * One paragraph as it is stored: white space collapsed to single blanks and cut at both ends,
 * control characters turned into U+FFFD, runs of combining marks cut to the stream-safe length
 * (UAX #15), everything else as it was. Linear.
 *
 * Returns: (transfer full): the paragraph, may be empty
 */
char *
cld_clean_line(const char *text, gsize length_bytes, CldCleanNotes *notes)
{
    Cleaner self = {g_string_sized_new(length_bytes + 1), 0, notes};
    gboolean pending = FALSE;
    for (const char *at = text; at < text + length_bytes; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (is_blank(c)) {
            pending = self.out->len > 0;
            continue;
        }
        if (pending)
            g_string_append_c(self.out, ' ');
        pending = FALSE;
        put(&self, c);
    }
    return g_string_free(self.out, FALSE);
}

/**
 * cld_clean_fact:
 * @text: (nullable): valid UTF-8: an outlet, title, author or address
 *
 * Returns: (transfer full) (nullable): the fact on one line, cut at CLD_LIMIT_FACT_CHARS; %NULL
 *   when nothing is there
 */
char *
cld_clean_fact(const char *text)
{
    CldCleanNotes notes = {0, 0};
    if (text == NULL)
        return NULL;
    gsize length = strlen(text);
    if (length > FACT_BYTES) {
        length = FACT_BYTES;
        while (((guchar)text[length] & 0xC0) == 0x80)
            length--;
    }
    g_autofree char *line = cld_clean_line(text, length, &notes);
    if (line[0] == '\0')
        return NULL;
    if (g_utf8_strlen(line, -1) <= (glong)CLD_LIMIT_FACT_CHARS)
        return g_steal_pointer(&line);
    return g_utf8_substring(line, 0, CLD_LIMIT_FACT_CHARS);
}

static const struct {
    gunichar from;
    const char *to;
} folds[] = {
    {0x2018, "'"},  {0x2019, "'"}, {0x201B, "'"}, {0x2032, "'"},   {0x201C, "\""}, {0x201D, "\""},
    {0x201E, "\""}, {0xAB, "\""},  {0xBB, "\""},  {0x2010, "-"},   {0x2011, "-"},  {0x2012, "-"},
    {0x2013, "-"},  {0x2014, "-"}, {0x2212, "-"}, {0x2026, "..."},
};

static void
fold_char(GString *out, gunichar c)
{
    for (guint i = 0; i < G_N_ELEMENTS(folds); i++) {
        if (folds[i].from == c) {
            g_string_append(out, folds[i].to);
            return;
        }
    }
    g_string_append_unichar(out, g_unichar_tolower(c));
}

/* Returns: (transfer full): small letters, straight quotes and plain dashes, for looking a line up
 */
char *
cld_clean_fold(const char *text)
{
    GString *out = g_string_sized_new(strlen(text) + 1);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        fold_char(out, g_utf8_get_char(at));
    return g_string_free(out, FALSE);
}
