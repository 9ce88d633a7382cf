/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-encode.h"
#include <string.h>

/* Longest address worth a link; browsers cut far below. */
#define MAX_URL_BYTES 2048

/* Characters that act instead of being read: controls of every kind (C0, DEL, C1), the line and
 * paragraph separators, what turns the writing direction (UAX #9), what is there and cannot be
 * seen. ZWJ and ZWNJ are left out: Persian, Hindi and emoji are spelled with them. */
static const struct {
    gunichar first;
    gunichar last;
} steering[] = {
    {0x0000, 0x001F},   /* C0 */
    {0x007F, 0x009F},   /* DEL and C1 */
    {0x061C, 0x061C},   /* Arabic letter mark */
    {0x200B, 0x200B},   /* zero width space */
    {0x200E, 0x200F},   /* direction marks */
    {0x2028, 0x202E},   /* separators, embeddings, overrides */
    {0x2060, 0x206F},   /* word joiner, invisible operators, isolates, deprecated */
    {0xFEFF, 0xFEFF},   /* byte order mark inside a text */
    {0xFFF9, 0xFFFB},   /* interlinear annotation */
    {0xFFFE, 0xFFFF},   /* no characters: XML has no way to write them */
    {0xE0000, 0xE007F}, /* tags: whole hidden sentences can be written in them */
};

/* Returns: %TRUE if @c must not reach a reader's screen as it is */
gboolean
cld_encode_is_steering(gunichar c)
{
    for (gsize i = 0; i < G_N_ELEMENTS(steering); i++) {
        if (c <= steering[i].last)
            return c >= steering[i].first;
    }
    return FALSE;
}

/* Appends one readable character; @previous is the one before it, 0 at the start. */
typedef void (*Putter)(GString *out, gunichar c, gunichar previous);

static gunichar
next_char(const char **p, const char *end)
{
    gunichar c = g_utf8_get_char_validated(*p, end - *p);
    /* GLib takes U+0000 for the end of the text and calls it incomplete. */
    if (**p == '\0')
        c = 0;
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        *p += 1;
        return 0xFFFD;
    }
    *p += g_utf8_skip[(guchar) * *p];
    return c;
}

static void
encode(GString *out, const char *text, gssize length_bytes, Putter put)
{
    if (text == NULL)
        return;
    const char *end = text + (length_bytes < 0 ? (gssize)strlen(text) : length_bytes);
    gunichar previous = 0;
    for (const char *p = text; p < end;) {
        gunichar c = next_char(&p, end);
        put(out, c, previous);
        previous = c;
    }
}

static void
put_marker(GString *out, gunichar c, const char *open, const char *close)
{
    g_string_append_printf(out, "%sU+%04X%s", open, c, close);
}

/* Runners of builds take "::" at the start and "##[" or "##vso[" anywhere in a line for a command,
 * so two of a kind never stand together. */
static gboolean
is_command(gunichar c, gunichar previous)
{
    return c == previous && (c == ':' || c == '#');
}

static void
put_terminal(GString *out, gunichar c, gunichar previous)
{
    if (c == '\n' || c == '\t')
        g_string_append_c(out, ' ');
    else if (cld_encode_is_steering(c) || is_command(c, previous))
        put_marker(out, c, "<", ">");
    else
        g_string_append_unichar(out, c);
}

/**
 * cld_encode_terminal:
 * @out: where to append
 * @text: (nullable): any bytes
 * @length_bytes: how many, or -1 up to the first NUL
 *
 * For a terminal or a build log: one line, no escape sequence, no "::" and no "##".
 */
void
cld_encode_terminal(GString *out, const char *text, gssize length_bytes)
{
    encode(out, text, length_bytes, put_terminal);
}

static const char *
html_entity(gunichar c)
{
    static const struct {
        gunichar c;
        const char *entity;
    } entities[] = {
        {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(entities); i++) {
        if (entities[i].c == c)
            return entities[i].entity;
    }
    return NULL;
}

static void
put_html(GString *out, gunichar c, gunichar previous)
{
    const char *entity = html_entity(c);
    if (entity != NULL)
        g_string_append(out, entity);
    else if (c == '\n' || c == '\t')
        g_string_append_c(out, ' ');
    else if (cld_encode_is_steering(c))
        put_marker(out, c, "&lt;", "&gt;");
    else if (c == '#' && previous == '#')
        g_string_append(out, "&#35;");
    else
        g_string_append_unichar(out, c);
}

/**
 * cld_encode_html:
 * @out: where to append
 * @text: (nullable): any bytes
 * @length_bytes: how many, or -1 up to the first NUL
 *
 * For element content and for attribute values in double quotes, and for nothing else of a page.
 */
void
cld_encode_html(GString *out, const char *text, gssize length_bytes)
{
    encode(out, text, length_bytes, put_html);
}

/* Markup begins only in places like these, so that "well-known" and "20:36" stay readable in the
 * source. */
static gboolean
begins_markup(gunichar c, gunichar previous)
{
    if (c == '-' || c == '+' || c == '=')
        return !g_unichar_isalnum(previous); /* lists, rules, headings */
    if (c == ':')
        return previous == 0 || previous == ' ' || previous == ':';        /* ":name:" */
    return (c == '/' && previous == '/') || (c == '.' && previous == 'w'); /* addresses */
}

static void
put_markdown(GString *out, gunichar c, gunichar previous)
{
    if (c == '\n' || c == '\t')
        g_string_append_c(out, ' ');
    else if (cld_encode_is_steering(c))
        put_marker(out, c, "&lt;", "&gt;");
    else if (c == '<' || c == '>' || c == '&')
        g_string_append(out, html_entity(c));
    else if (c == '@' || c == '#') /* calls no person and links no issue */
        g_string_append(out, c == '@' ? "@&#8203;" : "&#35;&#8203;");
    else if ((c < 0x80 && strchr("\\`*_[]|~$", (int)c) != NULL) || begins_markup(c, previous))
        g_string_append_printf(out, "\\%c", (char)c);
    else
        g_string_append_unichar(out, c);
}

/* "1." or "1)" at the start of a paragraph would number it. Returns: where the rest begins */
static const char *
skip_list_number(GString *out, const char *text, gssize length_bytes)
{
    const char *end = text + (length_bytes < 0 ? (gssize)strlen(text) : length_bytes);
    const char *p = text;
    while (p < end && (g_ascii_isdigit(*p) || *p == ' '))
        p++;
    if (p == end || p == text || (*p != '.' && *p != ')'))
        return text;
    g_string_append_len(out, text, p - text);
    g_string_append_printf(out, "\\%c", *p);
    return p + 1;
}

/**
 * cld_encode_markdown:
 * @out: where to append
 * @text: (nullable): any bytes
 * @length_bytes: how many, or -1 up to the first NUL
 *
 * For running text of CommonMark and GitHub's dialect: every mark that could begin markup is
 * escaped, so a link, an image, HTML, a table cell, a mention or a heading stays text.
 */
void
cld_encode_markdown(GString *out, const char *text, gssize length_bytes)
{
    const char *rest = text == NULL ? NULL : skip_list_number(out, text, length_bytes);
    encode(out, rest, length_bytes < 0 ? -1 : length_bytes - (rest - text), put_markdown);
}

static void
put_json(GString *out, gunichar c, gunichar previous)
{
    if (c == '"' || c == '\\')
        g_string_append_printf(out, "\\%c", (char)c);
    else if (c == '\n')
        g_string_append(out, "\\n");
    else if (c > 0xFFFF && cld_encode_is_steering(c))
        g_string_append_printf(out, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10),
                               0xDC00 + ((c - 0x10000) & 0x3FF));
    else if (cld_encode_is_steering(c) || (c == '#' && previous == '#'))
        g_string_append_printf(out, "\\u%04x", c);
    else
        g_string_append_unichar(out, c);
}

/**
 * cld_encode_json:
 * @out: where to append
 * @text: (nullable): any bytes
 * @length_bytes: how many, or -1 up to the first NUL
 *
 * The inside of a JSON string, without its quotation marks. Loses nothing of valid UTF-8: what
 * could steer a screen that the file is printed on is there as \uXXXX.
 */
void
cld_encode_json(GString *out, const char *text, gssize length_bytes)
{
    encode(out, text, length_bytes, put_json);
}

/**
 * cld_encode_markup:
 * @out: where to append
 * @encoder: that of the form
 * @markup: markup written in the code, never built; in it %s stands for text from anywhere, which
 *   is encoded, %u for a number and %% for itself
 * @arguments: what stands there
 *
 * How forms that are written by hand let nothing from outside in as it is.
 */
void
cld_encode_markup(GString *out, CldEncoder encoder, const char *markup, va_list arguments)
{
    for (const char *p = markup; *p != '\0'; p++) {
        if (*p != '%' || *++p == '%')
            g_string_append_c(out, *p);
        else if (*p == 's')
            encoder(out, va_arg(arguments, const char *), -1);
        else
            g_string_append_printf(out, "%u", va_arg(arguments, guint));
    }
}

/* Returns: (transfer full) (nullable): @url as it may stand in a link, if it is an absolute http
 * or https address without user name or password; NULL for every other string */
char *
cld_encode_dup_link(const char *url)
{
    if (url == NULL || strlen(url) > MAX_URL_BYTES || !g_utf8_validate(url, -1, NULL))
        return NULL;
    if (strpbrk(url, "\\\"'<> \t\r\n`") != NULL)
        return NULL;
    g_autoptr(GUri) uri = g_uri_parse(url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD, NULL);
    if (uri == NULL || g_uri_get_userinfo(uri) != NULL)
        return NULL;
    const char *scheme = g_uri_get_scheme(uri);
    const char *host = g_uri_get_host(uri);
    if (host == NULL || *host == '\0')
        return NULL;
    return g_str_equal(scheme, "http") || g_str_equal(scheme, "https") ? g_uri_to_string(uri)
                                                                       : NULL;
}
