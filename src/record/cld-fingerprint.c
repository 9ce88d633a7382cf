/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-fingerprint.h"
#include "cld-texts.h"

/* Hex digits of the SHA-256 kept: 64 bits, ample for one collection. */
#define DIGITS 16

/* Where one is in the text. */
typedef struct {
    GString *out;
    gunichar last;     /* the character read before; 0: none */
    gboolean is_apart; /* something that is left out stood since the last one written */
} Fold;

/* What changes the meaning of an amount or makes a question of a statement; all else that is not a
 * letter or digit is style, which outlets edit. */
static gboolean
is_telling(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CURRENCY_SYMBOL || type == G_UNICODE_MATH_SYMBOL || c == '%' ||
           c == 0x2030 || c == '?';
}

static gboolean
is_dash(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212;
}

/* "1.5", "20:36", "10–15", and the sign of "-5", but not the hyphen of "covid-19". */
static gboolean
is_inside_number(gunichar before, gunichar c, gunichar after)
{
    if (!g_unichar_isdigit(after) || g_unichar_isspace(c))
        return FALSE;
    return g_unichar_isdigit(before) || (is_dash(c) && !g_unichar_isalnum(before));
}

static void
put(Fold *fold, gunichar c)
{
    if (fold->is_apart && fold->out->len > 0)
        g_string_append_c(fold->out, ' ');
    fold->is_apart = FALSE;
    g_string_append_unichar(fold->out, c);
}

static void
take(Fold *fold, gunichar c, gunichar after)
{
    if (g_unichar_isalnum(c) || g_unichar_ismark(c) || (is_telling(c) && !is_dash(c)))
        put(fold, c);
    else if (is_inside_number(fold->last, c, after))
        put(fold, is_dash(c) ? '-' : c);
    else
        fold->is_apart = TRUE;
    fold->last = c;
}

/* Compatibility form without letter case; ASCII has it at a fraction of the cost. */
static char *
dup_composed(const char *text)
{
    if (g_str_is_ascii(text))
        return g_ascii_strdown(text, -1);
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    return g_utf8_casefold(composed == NULL ? "" : composed, -1);
}

/**
 * cld_fingerprint_fold:
 * @text: a passage, valid UTF-8
 *
 * What of a passage makes it the same passage: its words in compatibility form (NFKC) without
 * letter case, one space between them, with the marks inside numbers, signs, currencies, per cent
 * and question marks. "re-sign" stays apart from "resign" and "1.5" from "15"; quotation marks,
 * commas, dashes between words and line breaks make no difference.
 *
 * Returns: (transfer full): the folded text
 */
char *
cld_fingerprint_fold(const char *text)
{
    g_autofree char *folded = dup_composed(text);
    Fold fold = {.out = g_string_new(NULL)};
    for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p))
        take(&fold, g_utf8_get_char(p), g_utf8_get_char(g_utf8_next_char(p)));
    return g_string_free(fold.out, FALSE);
}

/**
 * cld_fingerprint_new:
 * @kind: tag of a kind
 * @type: tag of a type
 * @texts: (array zero-terminated=1): the passages, in any order
 *
 * Names a finding by what it says and nothing else: no line, path, outlet, score or order, so that
 * it is the same on every run and machine and a decision on it stays attached.
 *
 * Returns: (transfer full): 16 hex digits
 */
char *
cld_fingerprint_new(const char *kind, const char *type, const char *const *texts)
{
    g_autoptr(GPtrArray) folded = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; texts[i] != NULL; i++)
        g_ptr_array_add(folded, cld_fingerprint_fold(texts[i]));
    cld_texts_sort(folded);
    g_checksum_update(sum, (const guchar *)kind, -1);
    g_checksum_update(sum, (const guchar *)"\n", 1);
    g_checksum_update(sum, (const guchar *)type, -1);
    for (guint i = 0; i < folded->len; i++) {
        g_checksum_update(sum, (const guchar *)"\n", 1);
        g_checksum_update(sum, g_ptr_array_index(folded, i), -1);
    }
    return g_strndup(g_checksum_get_string(sum), DIGITS);
}
