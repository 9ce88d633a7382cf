/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-charset.h"
#include <gio/gio.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

/* A declaration stands in the first 1,024 bytes of a page (HTML standard, 13.2.3.2). */
#define DECLARATION_BYTES 1024
#define NAME_BYTES        40

static const struct {
    const char *mark;
    gsize length;
    const char *charset; /* NULL: UTF-8 */
} marks[] = {
    {"\xEF\xBB\xBF", 3, NULL},       {"\xFF\xFE\0\0", 4, "UTF-32LE"}, /* before UTF-16LE, whose mark
                                                                         it begins with */
    {"\0\0\xFE\xFF", 4, "UTF-32BE"}, {"\xFF\xFE", 2, "UTF-16LE"},     {"\xFE\xFF", 2, "UTF-16BE"},
};

/* Names as pages use them, by what they mean in practice (encoding.spec.whatwg.org). */
static const struct {
    const char *name;
    const char *charset; /* NULL: UTF-8 */
} names[] = {
    {"utf-8", NULL},
    {"utf8", NULL},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    /* A page that can be read as bytes until here is not in UTF-16. */
    {"utf-16", NULL},
    {"utf-16le", NULL},
    {"utf-16be", NULL},
};

static const char *
find_after(const char *bytes, gsize length, const char *word)
{
    gsize n = strlen(word);
    for (gsize i = 0; i + n <= length; i++)
        if (g_ascii_strncasecmp(bytes + i, word, n) == 0)
            return bytes + i + n;
    return NULL;
}

static char *
dup_name(const char *at, const char *end)
{
    while (at < end && (g_ascii_isspace(*at) || *at == '=' || *at == '"' || *at == '\''))
        at++;
    const char *first = at;
    while (at < end && (g_ascii_isalnum(*at) || strchr("-_.:", *at) != NULL) && *at != '\0')
        at++;
    if (at == first || at - first > NAME_BYTES)
        return NULL;
    return g_strndup(first, (gsize)(at - first));
}

/**
 * cld_charset_find_declared:
 * @bytes: (array length=length_bytes): an input as it came
 * @length_bytes: its length
 *
 * Looks for the declaration of an XML document or of an HTML page.
 *
 * Returns: (transfer full) (nullable): the name it declares
 */
char *
cld_charset_find_declared(const char *bytes, gsize length_bytes)
{
    gsize length = MIN(length_bytes, DECLARATION_BYTES);
    const char *end = bytes + length;
    const char *first = bytes;
    while (first < end && g_ascii_isspace(*first))
        first++;
    if (first >= end || *first != '<')
        return NULL;
    if (end - first > 5 && memcmp(first, "<?xml", 5) == 0) {
        const char *close = find_after(first, (gsize)(end - first), "?>");
        const char *at =
            find_after(first, (gsize)((close != NULL ? close : end) - first), "encoding");
        return at == NULL ? NULL : dup_name(at, end);
    }
    for (const char *meta = first;
         (meta = find_after(meta, (gsize)(end - meta), "<meta")) != NULL;) {
        const char *close = memchr(meta, '>', (gsize)(end - meta));
        const char *stop = close != NULL ? close : end;
        const char *at = find_after(meta, (gsize)(stop - meta), "charset");
        if (at != NULL)
            return dup_name(at, stop);
    }
    return NULL;
}

/* Returns: (nullable): the name ICU is to be asked for; %NULL for UTF-8 */
static const char *
resolve_name(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_ascii_strcasecmp(names[i].name, name) == 0)
            return names[i].charset;
    return name;
}

static char *
convert(const char *bytes, gsize length, const char *charset, gssize *offset, GError **error)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &status);
    if (U_FAILURE(status)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                    "the character set “%s” is not known", charset);
        return NULL;
    }
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    g_autofree UChar *wide = g_new(UChar, length + 1);
    UChar *target = wide;
    const char *source = bytes;
    ucnv_toUnicode(converter, &target, wide + length + 1, &source, bytes + length, NULL, TRUE,
                   &status);
    ucnv_close(converter);
    if (U_FAILURE(status)) {
        *offset = source - bytes;
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "byte %" G_GSSIZE_FORMAT " is not valid in the character set “%s”", *offset,
                    charset);
        return NULL;
    }
    return g_utf16_to_utf8(wide, target - wide, NULL, NULL, error);
}

/* Returns: (transfer full): what the bytes look like, in words, for the hint */
static char *
guess_charset(const char *bytes, gsize length)
{
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    ucsdet_setText(detector, bytes, (gint32)MIN(length, 65536), &status);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    const char *name = match == NULL || U_FAILURE(status) ? NULL : ucsdet_getName(match, &status);
    char *guess = g_strdup(name == NULL || U_FAILURE(status) ? "windows-1252" : name);
    ucsdet_close(detector);
    return guess;
}

static char *
take_utf8(const char *bytes, gsize length, gssize *offset, GError **error)
{
    const char *bad = NULL;
    if (g_utf8_validate_len(bytes, length, &bad))
        return g_strndup(bytes, length);
    *offset = bad - bytes;
    if (*bad == '\0') {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "a NUL byte stands at byte %" G_GSSIZE_FORMAT, *offset);
        return NULL;
    }
    g_autofree char *guess = guess_charset(bytes, length);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                "byte %" G_GSSIZE_FORMAT " (0x%02X) is not valid UTF-8 and no other character set "
                "is declared; it looks like %s: name the character set, or convert the file",
                *offset, (guint)(guchar)*bad, guess);
    return NULL;
}

static char *
refuse_nul(char *text, gssize *offset, GError **error)
{
    /* g_utf16_to_utf8 ends at a NUL as everything else would: the caller saw the length. */
    *offset = (gssize)strlen(text);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                "a NUL character stands after %" G_GSSIZE_FORMAT " bytes of the converted text",
                *offset);
    g_free(text);
    return NULL;
}

static gboolean
wide_has_nul(const char *bytes, gsize length, const char *charset)
{
    gsize unit = g_str_has_prefix(charset, "UTF-32")   ? 4
                 : g_str_has_prefix(charset, "UTF-16") ? 2
                                                       : 1;
    static const char zeros[4] = {0};
    for (gsize i = 0; i + unit <= length; i += unit)
        if (memcmp(bytes + i, zeros, unit) == 0)
            return TRUE;
    return FALSE;
}

/**
 * cld_charset_decode:
 * @bytes: an input as it came
 * @fallback: (nullable): the character set to use when the input declares none
 * @offset_bytes: (out): where the first error stands; -1: not at one place
 * @error: return location for a #GIOErrorEnum error, or %NULL
 *
 * By byte-order mark, else by declaration, else by @fallback, else UTF-8. Nothing is guessed: what
 * does not fit is refused, with the place and a hint.
 *
 * Returns: (transfer full): valid UTF-8 without byte-order mark, or %NULL with @error set
 */
char *
cld_charset_decode(GBytes *bytes, const char *fallback, gssize *offset_bytes, GError **error)
{
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    const char *charset = NULL;
    *offset_bytes = -1;
    if (length == 0)
        return g_strdup("");
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
        gsize n = marks[i].length;
        if (length < n || memcmp(data, marks[i].mark, n) != 0)
            continue;
        if (marks[i].charset == NULL)
            return take_utf8(data + n, length - n, offset_bytes, error);
        char *text = convert(data + n, length - n, marks[i].charset, offset_bytes, error);
        if (text != NULL && wide_has_nul(data + n, length - n, marks[i].charset))
            return refuse_nul(text, offset_bytes, error);
        return text;
    }
    g_autofree char *declared = cld_charset_find_declared(data, length);
    if (declared != NULL)
        charset = resolve_name(declared);
    else if (fallback != NULL)
        charset = resolve_name(fallback);
    if (charset == NULL || memchr(data, '\0', length) != NULL)
        return take_utf8(data, length, offset_bytes, error);
    return convert(data, length, charset, offset_bytes, error);
}
