/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html-guard.h"
#include "cld-limits.h"
#include <string.h>

/* libxml2 2.9 is quadratic in the attributes of a tag and drops, without a word, everything that
 * is nested deeper than 256. Both are cut here, in one pass over the bytes, and counted. */

#define MAX_TAGS   200000u /* a node costs libxml2 about 200 bytes */
#define NAME_BYTES 16
#define MAX_SEARCH 512u /* open elements looked through for a closing tag */

typedef struct {
    const char *name;
    guint depth; /* levels libxml2 may make of it, with the elements it implies; 0: closes itself */
} TagDepth;

/* Every tag that is not here counts one level. */
static const TagDepth depths[] = {
    {"area", 0},  {"base", 0},  {"br", 0},     {"col", 0},    {"embed", 0}, {"hr", 0},
    {"img", 0},   {"input", 0}, {"link", 0},   {"meta", 0},   {"param", 0}, {"source", 0},
    {"track", 0}, {"wbr", 0},   {"p", 0},      {"li", 0},     {"dt", 0},    {"dd", 0},
    {"tr", 0},    {"td", 0},    {"th", 0},     {"thead", 0},  {"tbody", 0}, {"tfoot", 0},
    {"html", 0},  {"head", 0},  {"body", 0},   {"option", 0}, {"table", 4}, {"ul", 2},
    {"ol", 2},    {"dl", 2},    {"select", 2},
};

static const char *const raw_names[] = {"script", "style", "textarea", "title", NULL};

/* An element that is open. */
typedef struct {
    char name[NAME_BYTES];
    guint levels;
    gboolean is_left_out;
} Open;

typedef struct {
    GString *out;
    CldHtmlGuardNotes *notes;
    GArray *open; /* (element-type Open) outermost first; those that count no level are not kept */
    guint depth;  /* levels of those that are not left out */
    guint n_tags;
    gboolean no_comment_end; /* no "-->" is left: looking again would be quadratic */
} Guard;

/* Line numbers stay right for what follows. */
static void
put_newlines(Guard *self, const char *start, const char *end)
{
    for (const char *at = start; at < end; at++)
        if (*at == '\n')
            g_string_append_c(self->out, '\n');
}

static guint
tag_depth(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(depths); i++)
        if (strcmp(depths[i].name, name) == 0)
            return depths[i].depth;
    return 1;
}

static void
read_name(const char *at, char name[NAME_BYTES])
{
    guint n = 0;
    for (; n + 1 < NAME_BYTES && g_ascii_isalnum(at[n]); n++)
        name[n] = g_ascii_tolower(at[n]);
    name[n] = '\0';
}

static gboolean
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/';
}

/* Returns: the end of an attribute's value, quoted or bare */
static const char *
skip_value(const char *value)
{
    if (*value == '"' || *value == '\'') {
        const char *close = strchr(value + 1, *value);
        return close == NULL ? value + strlen(value) : close + 1;
    }
    return value + strcspn(value, " \t\n\r\f>");
}

/* Returns: the end of one attribute */
static const char *
skip_attribute(const char *name)
{
    const char *end = name + strcspn(name, "=> \t\n\r\f/");
    const char *value = end;
    while (is_space(*value))
        value++;
    if (*value != '=')
        return end;
    value++;
    return skip_value(value + strspn(value, " \t\n\r\f"));
}

/* Returns: the end of the tag, behind '>'; @cut: where the attributes that are kept end */
static const char *
skip_tag(const char *tag, const char **cut)
{
    const char *at = tag;
    guint n = 0;
    *cut = NULL;
    while (*at != '\0' && *at != '>' && !is_space(*at))
        at++;
    while (*at != '\0' && *at != '>') {
        while (is_space(*at))
            at++;
        if (*at == '\0' || *at == '>')
            break;
        if (++n == CLD_LIMIT_TAG_ATTRIBUTES + 1)
            *cut = at;
        const char *end = skip_attribute(at);
        at = end > at ? end : at + 1;
    }
    return *at == '>' ? at + 1 : at;
}

static void
put_tag(Guard *self, const char *start, const char *end, const char *cut)
{
    if (cut == NULL) {
        g_string_append_len(self->out, start, end - start);
        return;
    }
    self->notes->n_attributes++;
    g_string_append_len(self->out, start, cut - start);
    g_string_append_c(self->out, '>');
    put_newlines(self, cut, end);
}

static void
put_opening(Guard *self, const char *start, const char *end, const char *cut, const char *name)
{
    Open entry = {.levels = tag_depth(name)};
    gboolean is_empty = end - start > 2 && end[-2] == '/'; /* libxml2 believes "<g/>" */
    g_strlcpy(entry.name, name, NAME_BYTES);
    entry.is_left_out = self->depth + entry.levels > CLD_LIMIT_TAG_DEPTH;
    if (entry.levels > 0 && !is_empty)
        g_array_append_val(self->open, entry);
    if (entry.is_left_out) {
        self->notes->n_flattened++;
        g_string_append(self->out, "<br>"); /* keeps the words on both sides apart */
        put_newlines(self, start, end);
        return;
    }
    self->depth += is_empty ? 0 : entry.levels;
    put_tag(self, start, end, cut);
}

/* Returns: the index of the innermost open element of that name, or -1 */
static gint
find_open(const Guard *self, const char *name)
{
    guint n = self->open->len;
    for (guint i = 0; i < MIN(n, MAX_SEARCH); i++)
        if (strcmp(g_array_index(self->open, Open, n - 1 - i).name, name) == 0)
            return (gint)(n - 1 - i);
    return -1;
}

/* Like the parser: a closing tag closes what is open inside its element, too; without an element
 * of its name it closes nothing. */
static void
put_closing(Guard *self, const char *start, const char *end, const char *name)
{
    gint found = find_open(self, name);
    if (tag_depth(name) > 0 && found < 0) {
        put_newlines(self, start, end);
        return;
    }
    gboolean is_left_out = found >= 0 && g_array_index(self->open, Open, found).is_left_out;
    for (guint i = (guint)MAX(found, 0); found >= 0 && i < self->open->len; i++)
        if (!g_array_index(self->open, Open, i).is_left_out)
            self->depth -= g_array_index(self->open, Open, i).levels;
    if (found >= 0)
        g_array_set_size(self->open, (guint)found);
    if (!is_left_out)
        g_string_append_len(self->out, start, end - start);
    else
        g_string_append(self->out, "<br>");
}

static gboolean
is_raw(const char *name)
{
    for (guint i = 0; raw_names[i] != NULL; i++)
        if (strcmp(raw_names[i], name) == 0)
            return TRUE;
    return FALSE;
}

/* Returns: where "</name" stands, or the end of the page */
static const char *
find_raw_end(const char *at, const char *name)
{
    gsize length = strlen(name);
    for (; (at = strstr(at, "</")) != NULL; at += 2)
        if (g_ascii_strncasecmp(at + 2, name, length) == 0)
            return at;
    return NULL;
}

/* Returns: the end of the tag at @tag */
static const char *
copy_tag(Guard *self, const char *tag)
{
    char name[NAME_BYTES];
    const char *cut;
    gboolean closes = tag[1] == '/';
    read_name(tag + 1 + closes, name);
    const char *end = skip_tag(tag + 1, &cut);
    if (++self->n_tags > MAX_TAGS) {
        self->notes->is_cut = TRUE;
        return tag + strlen(tag);
    }
    if (closes) {
        put_closing(self, tag, end, name);
        return end;
    }
    if (!is_raw(name)) {
        put_opening(self, tag, end, cut, name);
        return end;
    }
    put_tag(self, tag, end, cut);
    const char *raw_end = find_raw_end(end, name);
    const char *stop = raw_end == NULL ? end + strlen(end) : raw_end;
    g_string_append_len(self->out, end, stop - end);
    if (raw_end == NULL)
        return stop;
    const char *close = strchr(stop, '>');
    const char *after = close == NULL ? stop + strlen(stop) : close + 1;
    g_string_append_len(self->out, stop, after - stop);
    return after;
}

/* An unclosed comment hides nothing: what follows its first '>' is read. */
static const char *
skip_comment(Guard *self, const char *at)
{
    const char *end = NULL;
    if (g_str_has_prefix(at, "<!--") && !self->no_comment_end) {
        end = strstr(at + 4, "-->");
        self->no_comment_end = end == NULL;
    }
    if (end != NULL)
        end += 3;
    else if ((end = strchr(at, '>')) != NULL)
        end++;
    else
        end = at + strlen(at);
    put_newlines(self, at, end);
    return end;
}

/**
 * cld_html_guard:
 * @html: a page, valid UTF-8
 * @notes: (out): what was done to it
 *
 * Cuts attributes beyond CLD_LIMIT_TAG_ATTRIBUTES, leaves out tags (not their text) beyond
 * CLD_LIMIT_TAG_DEPTH, and comments and declarations altogether. Linear.
 *
 * Returns: (transfer full): a page that libxml2 reads in linear time and to its end
 */
char *
cld_html_guard(const char *html, CldHtmlGuardNotes *notes)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(Open));
    Guard self = {.out = g_string_sized_new(strlen(html) + 1), .notes = notes, .open = open};
    *notes = (CldHtmlGuardNotes){0, 0, FALSE};
    for (const char *at = html; *at != '\0';) {
        gsize text = strcspn(at, "<");
        g_string_append_len(self.out, at, (gssize)text);
        at += text;
        if (*at == '\0')
            break;
        if (at[1] == '!' || at[1] == '?') {
            at = skip_comment(&self, at);
        } else if (g_ascii_isalpha(at[1]) || (at[1] == '/' && g_ascii_isalpha(at[2]))) {
            at = copy_tag(&self, at);
        } else {
            g_string_append(self.out, "&lt;");
            at++;
        }
    }
    return g_string_free(self.out, FALSE);
}

/**
 * cld_xml_guard:
 * @xml: a document, valid UTF-8
 *
 * libxml2 is quadratic in the attributes of a tag of XML, too, and here nothing may be left out.
 *
 * Returns: %TRUE if no tag has more than CLD_LIMIT_TAG_ATTRIBUTES of them
 */
gboolean
cld_xml_guard(const char *xml)
{
    for (const char *at = xml; (at = strchr(at, '<')) != NULL;) {
        const char *cut = NULL;
        at = g_ascii_isalpha(at[1]) || at[1] == '_' ? skip_tag(at + 1, &cut) : at + 1;
        if (cut != NULL)
            return FALSE;
    }
    return TRUE;
}
