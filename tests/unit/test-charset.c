/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-charset.h"
#include <string.h>

typedef struct {
    const char *path;
    const char *bytes;
    gsize length; /* 0: up to the NUL */
    const char *fallback;
    const char *text; /* NULL: refused */
    gssize offset;    /* of the error */
} Row;

static const Row rows[] = {
    {"/charset/empty", "", 0, NULL, "", -1},
    {"/charset/utf8", "caf\xc3\xa9", 0, NULL, "café", -1},
    {"/charset/utf8-mark",
     "\xef\xbb\xbf"
     "a",
     0, NULL, "a", -1},
    {"/charset/utf16le",
     "\xff\xfe"
     "a\0\xe9\0",
     6, NULL, "aé", -1},
    {"/charset/utf16be", "\xfe\xff\0a\0\xe9", 6, NULL, "aé", -1},
    {"/charset/utf32le", "\xff\xfe\0\0a\0\0\0", 8, NULL, "a", -1},
    {"/charset/latin1-undeclared", "caf\xe9", 0, NULL, NULL, 3},
    {"/charset/latin1-by-option", "caf\xe9 \x93x\x94", 0, "latin1", "café “x”", -1},
    {"/charset/declared-before-option", "<meta charset='windows-1251'>\xc0", 0, "latin1",
     "<meta charset='windows-1251'>А", -1},
    {"/charset/http-equiv", "<meta content=\"text/html; charset=ISO-8859-1\">\xe9", 0, NULL,
     "<meta content=\"text/html; charset=ISO-8859-1\">é", -1},
    {"/charset/xml", "<?xml version=\"1.0\" encoding='iso-8859-2'?>\xb1", 0, NULL,
     "<?xml version=\"1.0\" encoding='iso-8859-2'?>ą", -1},
    {"/charset/xml-utf8-is-strict", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\xe9", 0, NULL, NULL,
     38},
    {"/charset/nul", "ab\0c", 4, NULL, NULL, 2},
    {"/charset/nul-in-utf16",
     "\xff\xfe"
     "a\0\0\0b\0",
     8, NULL, NULL, 1},
    {"/charset/odd-utf16",
     "\xff\xfe"
     "a\0b",
     5, NULL, NULL, 3},
    {"/charset/unknown", "<meta charset=klingon>\xe9", 0, NULL, NULL, -1},
    {"/charset/says-utf16-in-bytes", "<meta charset=utf-16>x", 0, NULL, "<meta charset=utf-16>x",
     -1},
};

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    gsize length = row->length == 0 ? strlen(row->bytes) : row->length;
    g_autoptr(GBytes) bytes = g_bytes_new(row->bytes, length);
    g_autoptr(GError) error = NULL;
    gssize offset = 99;
    g_autofree char *text = cld_charset_decode(bytes, row->fallback, &offset, &error);
    g_assert_cmpstr(text, ==, row->text);
    g_assert_true((text == NULL) == (error != NULL));
    if (text == NULL)
        g_assert_cmpint(offset, ==, row->offset);
}

static void
test_hint(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("le caf\xe9 de la gare", 19);
    g_autoptr(GError) error = NULL;
    gssize offset;
    g_assert_null(cld_charset_decode(bytes, NULL, &offset, &error));
    g_assert_nonnull(strstr(error->message, "0xE9"));
    g_assert_nonnull(strstr(error->message, "ISO-8859-1"));
}

static void
test_declaration_far_down(void)
{
    g_autofree char *blanks = g_strnfill(2000, ' ');
    g_autofree char *page = g_strconcat("<html>", blanks, "<meta charset=latin1>", NULL);
    g_autofree char *name = cld_charset_find_declared(page, strlen(page));
    g_assert_null(name);
    g_assert_null(cld_charset_find_declared("charset=x", 9));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_row);
    g_test_add_func("/charset/hint", test_hint);
    g_test_add_func("/charset/declaration-far-down", test_declaration_far_down);
    return g_test_run();
}
