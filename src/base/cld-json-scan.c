/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-json-scan.h"
#include "cld-limits.h"
#include <errno.h>
#include <math.h>
#include <string.h>

/* json-glib 1.6 has no nesting limit, cuts strings at \u0000, writes broken UTF-8 for half
 * surrogates, keeps the last of two equal keys, wraps large integers, and takes comments, single
 * quotes and a second document. So every byte passes here first; what passes is RFC 8259. */

G_DEFINE_QUARK(cld_json_error, cld_json_error)

static const struct {
    const char *tag;
    const char *message;
} errors[] = {
    [CLD_JSON_ERROR_SYNTAX] = {"json-syntax", "not JSON as RFC 8259 defines it"},
    [CLD_JSON_ERROR_ENCODING] = {"encoding", "the JSON is not valid UTF-8"},
    [CLD_JSON_ERROR_NUL] = {"json-nul", "a string holds \\u0000, which would hide what follows"},
    [CLD_JSON_ERROR_SURROGATE] = {"json-surrogate", "a string holds half of a surrogate pair"},
    [CLD_JSON_ERROR_DUPLICATE] = {"json-duplicate-key", "an object holds one key twice"},
    [CLD_JSON_ERROR_NUMBER] = {"json-number", "a number is out of range"},
    [CLD_JSON_ERROR_TRAILING] = {"json-trailing", "something stands after the end of the document"},
    [CLD_JSON_ERROR_DEPTH] = {"json-depth", "arrays and objects are nested too deep"},
    [CLD_JSON_ERROR_MEMBERS] = {"json-members", "an object has too many members"},
    [CLD_JSON_ERROR_VALUES] = {"json-values", "the document has too many values"},
    [CLD_JSON_ERROR_SIZE] = {"size", "the document is too long"},
};

typedef struct {
    const char *begin;
    const char *at;
    const char *end;
    guint depth;
    guint n_values;
    int code;          /* of the first error; -1: none */
    const char *where; /* of the first error */
} Scan;

static gboolean scan_value(Scan *scan);

static gboolean
fail_at(Scan *scan, CldJsonError code, const char *where)
{
    if (scan->code < 0) {
        scan->code = (int)code;
        scan->where = where;
    }
    return FALSE;
}

static gboolean
fail(Scan *scan, CldJsonError code)
{
    return fail_at(scan, code, scan->at);
}

static void
skip_blanks(Scan *scan)
{
    while (scan->at < scan->end && *scan->at != '\0' && strchr(" \t\r\n", *scan->at) != NULL)
        scan->at++;
}

static gboolean
take(Scan *scan, char wanted)
{
    if (scan->at >= scan->end || *scan->at != wanted)
        return FALSE;
    scan->at++;
    return TRUE;
}

/* Returns: the four hexadecimal digits at the cursor as a number, or -1 */
static gint
take_hex4(Scan *scan)
{
    gint code = 0;
    if (scan->end - scan->at < 4)
        return -1;
    for (guint i = 0; i < 4; i++) {
        gint digit = g_ascii_xdigit_value(scan->at[i]);
        if (digit < 0)
            return -1;
        code = code * 16 + digit;
    }
    scan->at += 4;
    return code;
}

static gboolean
scan_unicode_escape(Scan *scan, GString *out)
{
    const char *where = scan->at - 2;
    gint code = take_hex4(scan);
    if (code < 0)
        return fail(scan, CLD_JSON_ERROR_SYNTAX);
    if (code == 0)
        return fail_at(scan, CLD_JSON_ERROR_NUL, where);
    if (code >= 0xDC00 && code <= 0xDFFF)
        return fail_at(scan, CLD_JSON_ERROR_SURROGATE, where);
    if (code >= 0xD800 && code <= 0xDBFF) {
        if (!take(scan, '\\') || !take(scan, 'u'))
            return fail_at(scan, CLD_JSON_ERROR_SURROGATE, where);
        gint low = take_hex4(scan);
        if (low < 0xDC00 || low > 0xDFFF)
            return fail_at(scan, CLD_JSON_ERROR_SURROGATE, where);
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    if (out != NULL)
        g_string_append_unichar(out, (gunichar)code);
    return TRUE;
}

static gboolean
scan_escape(Scan *scan, GString *out)
{
    static const char names[] = "\"\\/bfnrt";
    static const char values[] = "\"\\/\b\f\n\r\t";
    if (take(scan, 'u'))
        return scan_unicode_escape(scan, out);
    const char *name = scan->at < scan->end && *scan->at != '\0' ? strchr(names, *scan->at) : NULL;
    if (name == NULL)
        return fail(scan, CLD_JSON_ERROR_SYNTAX);
    if (out != NULL)
        g_string_append_c(out, values[name - names]);
    scan->at++;
    return TRUE;
}

/* @out: (nullable): takes the decoded string, for comparing keys */
static gboolean
scan_string(Scan *scan, GString *out)
{
    if (!take(scan, '"'))
        return fail(scan, CLD_JSON_ERROR_SYNTAX);
    while (scan->at < scan->end && *scan->at != '"') {
        if ((guchar)*scan->at < 0x20)
            return fail(scan, CLD_JSON_ERROR_SYNTAX);
        if (take(scan, '\\')) {
            if (!scan_escape(scan, out))
                return FALSE;
            continue;
        }
        if (out != NULL)
            g_string_append_c(out, *scan->at);
        scan->at++;
    }
    return take(scan, '"') || fail(scan, CLD_JSON_ERROR_SYNTAX);
}

static gboolean
take_digits(Scan *scan)
{
    const char *first = scan->at;
    while (scan->at < scan->end && g_ascii_isdigit(*scan->at))
        scan->at++;
    return scan->at > first;
}

static gboolean
number_fits(const char *first, const char *end, gboolean is_integer)
{
    char digits[CLD_LIMIT_JSON_DIGITS + 1];
    gsize length = (gsize)(end - first);
    if (length > CLD_LIMIT_JSON_DIGITS)
        return FALSE;
    memcpy(digits, first, length);
    digits[length] = '\0';
    if (!is_integer)
        return isfinite(g_ascii_strtod(digits, NULL));
    errno = 0;
    g_ascii_strtoll(digits, NULL, 10);
    return errno == 0;
}

static gboolean
scan_number(Scan *scan)
{
    const char *first = scan->at;
    gboolean is_integer = TRUE;
    take(scan, '-');
    if (!take(scan, '0') && !take_digits(scan))
        return fail(scan, CLD_JSON_ERROR_SYNTAX);
    if (take(scan, '.')) {
        is_integer = FALSE;
        if (!take_digits(scan))
            return fail(scan, CLD_JSON_ERROR_SYNTAX);
    }
    if (take(scan, 'e') || take(scan, 'E')) {
        is_integer = FALSE;
        if (!take(scan, '+'))
            take(scan, '-');
        if (!take_digits(scan))
            return fail(scan, CLD_JSON_ERROR_SYNTAX);
    }
    if (!number_fits(first, scan->at, is_integer))
        return fail_at(scan, CLD_JSON_ERROR_NUMBER, first);
    return TRUE;
}

static gboolean
scan_word(Scan *scan)
{
    static const char *const words[] = {"true", "false", "null"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        gsize length = strlen(words[i]);
        if ((gsize)(scan->end - scan->at) >= length && memcmp(scan->at, words[i], length) == 0) {
            scan->at += length;
            return TRUE;
        }
    }
    return fail(scan, CLD_JSON_ERROR_SYNTAX);
}

static gint
compare_keys(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* By sorting, not hashing: the keys come from outside. At most CLD_LIMIT_JSON_MEMBERS of them. */
static gboolean
has_duplicate(GPtrArray *keys)
{
    g_ptr_array_sort(keys, compare_keys);
    for (guint i = 1; i < keys->len; i++)
        if (strcmp(keys->pdata[i - 1], keys->pdata[i]) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
scan_member(Scan *scan, GPtrArray *keys)
{
    g_autoptr(GString) key = g_string_new(NULL);
    skip_blanks(scan);
    const char *where = scan->at;
    if (!scan_string(scan, key))
        return FALSE;
    if (keys->len >= CLD_LIMIT_JSON_MEMBERS)
        return fail_at(scan, CLD_JSON_ERROR_MEMBERS, where);
    g_ptr_array_add(keys, g_strdup(key->str));
    skip_blanks(scan);
    if (!take(scan, ':'))
        return fail(scan, CLD_JSON_ERROR_SYNTAX);
    return scan_value(scan);
}

static gboolean
scan_object(Scan *scan)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    const char *where = scan->at - 1;
    skip_blanks(scan);
    if (take(scan, '}'))
        return TRUE;
    do {
        if (!scan_member(scan, keys))
            return FALSE;
        skip_blanks(scan);
    } while (take(scan, ','));
    if (!take(scan, '}'))
        return fail(scan, CLD_JSON_ERROR_SYNTAX);
    return !has_duplicate(keys) || fail_at(scan, CLD_JSON_ERROR_DUPLICATE, where);
}

static gboolean
scan_array(Scan *scan)
{
    skip_blanks(scan);
    if (take(scan, ']'))
        return TRUE;
    do {
        if (!scan_value(scan))
            return FALSE;
        skip_blanks(scan);
    } while (take(scan, ','));
    return take(scan, ']') || fail(scan, CLD_JSON_ERROR_SYNTAX);
}

static gboolean
scan_container(Scan *scan, gboolean (*body)(Scan *))
{
    if (scan->depth >= CLD_LIMIT_JSON_DEPTH)
        return fail(scan, CLD_JSON_ERROR_DEPTH);
    scan->at++;
    scan->depth++;
    if (!body(scan))
        return FALSE;
    scan->depth--;
    return TRUE;
}

static gboolean
scan_value(Scan *scan)
{
    skip_blanks(scan);
    if (scan->at >= scan->end)
        return fail(scan, CLD_JSON_ERROR_SYNTAX);
    if (++scan->n_values > CLD_LIMIT_JSON_VALUES)
        return fail(scan, CLD_JSON_ERROR_VALUES);
    switch (*scan->at) {
    case '{':
        return scan_container(scan, scan_object);
    case '[':
        return scan_container(scan, scan_array);
    case '"':
        return scan_string(scan, NULL);
    default:
        return g_ascii_isdigit(*scan->at) || *scan->at == '-' ? scan_number(scan) : scan_word(scan);
    }
}

static void
scan_document(Scan *scan, gsize length_bytes)
{
    const char *bad = NULL;
    if (length_bytes > CLD_LIMIT_FILE_BYTES) {
        fail(scan, CLD_JSON_ERROR_SIZE);
        return;
    }
    if (!g_utf8_validate_len(scan->begin, length_bytes, &bad)) {
        fail_at(scan, CLD_JSON_ERROR_ENCODING, bad);
        return;
    }
    if (!scan_value(scan))
        return;
    skip_blanks(scan);
    if (scan->at < scan->end)
        fail(scan, CLD_JSON_ERROR_TRAILING);
}

/**
 * cld_json_scan:
 * @bytes: (array length=length_bytes): a document, without byte-order mark; need not end in NUL
 * @length_bytes: its length
 * @offset_bytes: (out) (optional): where the first error stands
 * @error: return location for a #CldJsonError, or %NULL
 *
 * Checks that the bytes are one JSON document by RFC 8259, with no key twice, numbers that fit, and
 * within the limits of cld-limits.h. Time and memory are linear in @length_bytes (keys: n log n).
 *
 * Returns: %TRUE if a parser may have it
 */
gboolean
cld_json_scan(const char *bytes, gsize length_bytes, gsize *offset_bytes, GError **error)
{
    Scan scan = {.begin = bytes, .at = bytes, .end = bytes + length_bytes, .code = -1};
    scan_document(&scan, length_bytes);
    if (scan.code < 0)
        return TRUE;
    gsize offset = (gsize)(scan.where - bytes);
    if (offset_bytes != NULL)
        *offset_bytes = offset;
    g_set_error(error, CLD_JSON_ERROR, scan.code, "%s (at byte %" G_GSIZE_FORMAT ")",
                errors[scan.code].message, offset);
    return FALSE;
}

/* Returns: (transfer none): the machine-readable name of a #CldJsonError: "json-depth", … */
const char *
cld_json_error_get_tag(int code)
{
    g_return_val_if_fail(code >= 0 && code < (int)G_N_ELEMENTS(errors), NULL);
    return errors[code].tag;
}
