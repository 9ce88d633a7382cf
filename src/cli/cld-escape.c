/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-escape.h"
#include <string.h>

/* Characters that move the cursor, colour, hide or reorder what stands around them. */
static const struct {
    gunichar first;
    gunichar last;
} active[] = {
    {0x00, 0x1F},     /* C0, with line ends: a line of ours holds no second one */
    {0x7F, 0x9F},     /* DEL and C1 */
    {0x061C, 0x061C}, /* Arabic letter mark */
    {0x200B, 0x200F}, /* zero width, marks of direction */
    {0x2028, 0x202E}, /* line and paragraph separator, embeddings and overrides */
    {0x2060, 0x206F}, /* word joiner, isolates */
    {0xFEFF, 0xFEFF}, /* byte order mark */
};

static gboolean
is_active(gunichar c)
{
    for (gsize i = 0; i < G_N_ELEMENTS(active); i++) {
        if (c >= active[i].first && c <= active[i].last)
            return TRUE;
    }
    return FALSE;
}

/**
 * cld_escape_append:
 * @out: where to put it
 * @text: any bytes: a file name, a library's message, words of an article
 * @length_bytes: its length, or -1
 *
 * Appends @text so that a terminal only ever shows it: what would act is written as <U+001B>, a
 * byte that is not UTF-8 as <0xFF>.
 */
void
cld_escape_append(GString *out, const char *text, gssize length_bytes)
{
    const char *end = text + (length_bytes < 0 ? (gssize)strlen(text) : length_bytes);
    while (text < end) {
        gunichar c = g_utf8_get_char_validated(text, end - text);
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            g_string_append_printf(out, "<0x%02X>", (guint)(guchar)*text++);
            continue;
        }
        const char *next = g_utf8_next_char(text);
        if (is_active(c))
            g_string_append_printf(out, "<U+%04X>", c);
        else
            g_string_append_len(out, text, next - text);
        text = next;
    }
}

/* Returns: (transfer full): @text as cld_escape_append() writes it */
char *
cld_escape_dup(const char *text)
{
    GString *out = g_string_new(NULL);
    cld_escape_append(out, text, -1);
    return g_string_free(out, FALSE);
}
