/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-encode.h"
#include <string.h>

typedef void (*Encoder)(GString *out, const char *text, gssize length_bytes);

typedef struct {
    const char *path;
    Encoder encode;
    const char *text;
    const char *expected;
} EncodeRow;

static const EncodeRow rows[] = {
    {"/encode/terminal/plain", cld_encode_terminal, "Çà, said “she” 20:36 #1",
     "Çà, said “she” 20:36 #1"},
    {"/encode/terminal/null", cld_encode_terminal, NULL, ""},
    {"/encode/terminal/lines", cld_encode_terminal, "a\nb\tc", "a b c"},
    {"/encode/terminal/return", cld_encode_terminal, "a\rb", "a<U+000D>b"},
    {"/encode/terminal/escape", cld_encode_terminal, "\033[2J", "<U+001B>[2J"},
    {"/encode/terminal/delete", cld_encode_terminal, "\x7f", "<U+007F>"},
    {"/encode/terminal/c1", cld_encode_terminal,
     "\xc2\x9b"
     "0m",
     "<U+009B>0m"},
    {"/encode/terminal/after-c1", cld_encode_terminal, "\xc2\xa0", "\xc2\xa0"},
    {"/encode/terminal/override", cld_encode_terminal, "\xe2\x80\xae", "<U+202E>"},
    {"/encode/terminal/isolate", cld_encode_terminal, "\xe2\x81\xa6", "<U+2066>"},
    {"/encode/terminal/separators", cld_encode_terminal, "\xe2\x80\xa8\xe2\x80\xa9",
     "<U+2028><U+2029>"},
    {"/encode/terminal/tag", cld_encode_terminal, "\xf3\xa0\x81\x81", "<U+E0041>"},
    {"/encode/terminal/no-character", cld_encode_terminal, "\xef\xbf\xbe\xef\xbf\xbf",
     "<U+FFFE><U+FFFF>"},
    {"/encode/terminal/joiner-stays", cld_encode_terminal, "\xe2\x80\x8d", "\xe2\x80\x8d"},
    {"/encode/terminal/command", cld_encode_terminal, "::error", ":<U+003A>error"},
    {"/encode/terminal/command-azure", cld_encode_terminal, "##vso", "#<U+0023>vso"},
    {"/encode/terminal/three", cld_encode_terminal, ":::", ":<U+003A><U+003A>"},
    {"/encode/terminal/broken", cld_encode_terminal, "a\xff\xc3", "a\xef\xbf\xbd\xef\xbf\xbd"},
    {"/encode/html/five", cld_encode_html, "&<>\"'", "&amp;&lt;&gt;&quot;&#39;"},
    {"/encode/html/lines", cld_encode_html, "a\nb\tc", "a b c"},
    {"/encode/html/escape", cld_encode_html, "\033", "&lt;U+001B&gt;"},
    {"/encode/html/hashes", cld_encode_html, "a#b ##[x", "a#b #&#35;[x"},
    {"/encode/html/plain", cld_encode_html, "né", "né"},
    {"/encode/markdown/marks", cld_encode_markdown, "\\ ` * _ [ ] | ~ $",
     "\\\\ \\` \\* \\_ \\[ \\] \\| \\~ \\$"},
    {"/encode/markdown/html", cld_encode_markdown, "<b>&", "&lt;b&gt;&amp;"},
    {"/encode/markdown/lines", cld_encode_markdown, "a\n- b\tc", "a \\- b c"},
    {"/encode/markdown/mention", cld_encode_markdown, "@all #7", "@&#8203;all &#35;&#8203;7"},
    {"/encode/markdown/hyphen", cld_encode_markdown, "well-known 1+1=2", "well-known 1+1=2"},
    {"/encode/markdown/rule", cld_encode_markdown, "--- +x =y", "\\-\\-\\- \\+x \\=y"},
    {"/encode/markdown/colon", cld_encode_markdown, "at 20:36: :x: ::", "at 20:36: \\:x: \\:\\:"},
    {"/encode/markdown/address", cld_encode_markdown, "http://www.x.y", "http:/\\/www\\.x.y"},
    {"/encode/markdown/number", cld_encode_markdown, "1. and 2. or", "1\\. and 2. or"},
    {"/encode/markdown/bracket", cld_encode_markdown, " 12) x", " 12\\) x"},
    {"/encode/markdown/digits", cld_encode_markdown, "12", "12"},
    {"/encode/markdown/dot", cld_encode_markdown, ".5", ".5"},
    {"/encode/markdown/count", cld_encode_markdown, "12 dead", "12 dead"},
    {"/encode/markdown/shortcode", cld_encode_markdown, ":né:", "\\:né:"},
    {"/encode/markdown/null", cld_encode_markdown, NULL, ""},
    {"/encode/markdown/override", cld_encode_markdown, "\xe2\x80\xae", "&lt;U+202E&gt;"},
    {"/encode/json/quote", cld_encode_json, "a\"b\\c\nd", "a\\\"b\\\\c\\nd"},
    {"/encode/json/controls", cld_encode_json, "\t\x1f\x7f\xc2\x85",
     "\\u0009\\u001f\\u007f\\u0085"},
    {"/encode/json/override", cld_encode_json, "\xe2\x80\xae", "\\u202e"},
    {"/encode/json/pair", cld_encode_json, "\xf3\xa0\x81\x81", "\\udb40\\udc41"},
    {"/encode/json/hashes", cld_encode_json, "##", "#\\u0023"},
    {"/encode/json/emoji", cld_encode_json, "\xf0\x9f\x92\xbb", "\xf0\x9f\x92\xbb"},
};

static void
test_encode(gconstpointer data)
{
    const EncodeRow *row = data;
    g_autoptr(GString) out = g_string_new("+");
    row->encode(out, row->text, -1);
    g_assert_cmpstr(out->str + 1, ==, row->expected);
}

/* A length stops before the end, and a NUL inside the length is a character like any other. */
static void
test_length(void)
{
    static const Encoder encoders[] = {cld_encode_terminal, cld_encode_html, cld_encode_json,
                                       cld_encode_markdown};
    static const char *const expected[] = {"ab<U+0000>", "ab&lt;U+0000&gt;", "ab\\u0000",
                                           "ab&lt;U+0000&gt;"};
    for (gsize i = 0; i < G_N_ELEMENTS(encoders); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        encoders[i](out, "ab\0cd", 3);
        g_assert_cmpstr(out->str, ==, expected[i]);
    }
    g_autoptr(GString) cut = g_string_new(NULL);
    cld_encode_html(cut, "\xc3\xa9", 1); /* half a character */
    g_assert_cmpstr(cut->str, ==, "\xef\xbf\xbd");
    cld_encode_markdown(cut, "1.", 1);
    g_assert_cmpstr(cut->str, ==,
                    "\xef\xbf\xbd"
                    "1");
}

/* Every row of the table of steering characters, at its edges and just outside. */
static void
test_steering(void)
{
    static const struct {
        gunichar first, last;
    } inside[] = {{0, 0x1F},        {0x7F, 0x9F},      {0x61C, 0x61C},   {0x200B, 0x200B},
                  {0x200E, 0x200F}, {0x2028, 0x202E},  {0x2060, 0x206F}, {0xFEFF, 0xFEFF},
                  {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
    for (gsize i = 0; i < G_N_ELEMENTS(inside); i++) {
        g_assert_true(cld_encode_is_steering(inside[i].first));
        g_assert_true(cld_encode_is_steering(inside[i].last));
        g_assert_false(cld_encode_is_steering(inside[i].last + 1));
        if (inside[i].first > 0)
            g_assert_false(cld_encode_is_steering(inside[i].first - 1));
    }
    g_assert_false(cld_encode_is_steering(0x10FFFF));
}

typedef struct {
    const char *url;
    const char *link;
} LinkRow;

static const LinkRow links[] = {
    {NULL, NULL},
    {"", NULL},
    {"https://paper.example/a?b=1&c=2#d", "https://paper.example/a?b=1&c=2#d"},
    {"http://paper.example", "http://paper.example"},
    {"HTTPS://paper.example/", "https://paper.example/"},
    {"javascript:alert(1)", NULL},
    {"data:text/html,x", NULL},
    {"vbscript:x", NULL},
    {"ftp://paper.example/", NULL},
    {"file:///etc/passwd", NULL},
    {"//paper.example/", NULL},
    {"/a/b.html", NULL},
    {"news/a.txt", NULL},
    {"https://", NULL},
    {"https:///path", NULL},
    {"https://user@paper.example/", NULL},
    {"https://user:secret@paper.example/", NULL},
    {"https://paper.example\\@evil.example/", NULL},
    {"https://paper.example/\"onclick=", NULL},
    {"https://paper.example/<b>", NULL},
    {"https://paper.example/a b", NULL},
    {" https://paper.example/", NULL},
    {"java\nscript:alert(1)", NULL},
    {"https://paper.example:99999999/", NULL},
    {"https://paper.example/\xff", NULL},
    {"https://paper.example/\xe2\x80\xae", "https://paper.example/%E2%80%AE"},
};

static void
test_links(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(links); i++) {
        g_autofree char *link = cld_encode_dup_link(links[i].url);
        g_assert_cmpstr(link, ==, links[i].link);
    }
}

/* The limit is met exactly: one byte more is no link. */
static void
test_long_link(void)
{
    g_autofree char *path = g_strnfill(2048 - strlen("https://paper.example/"), 'a');
    g_autofree char *url = g_strconcat("https://paper.example/", path, NULL);
    g_autofree char *longer = g_strconcat(url, "a", NULL);
    g_autofree char *link = cld_encode_dup_link(url);
    g_assert_cmpstr(link, ==, url);
    g_assert_null(cld_encode_dup_link(longer));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_encode);
    g_test_add_func("/encode/length", test_length);
    g_test_add_func("/encode/steering", test_steering);
    g_test_add_func("/encode/links", test_links);
    g_test_add_func("/encode/long-link", test_long_link);
    return g_test_run();
}
