/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-sniff.h"
#include <string.h>

/* The first finding of a code quality report is as long as its passages. */
#define OWN_HEAD_BYTES 8192u

static const struct {
    const char *suffix;
    CldFormat format;
} suffixes[] = {
    {".txt", CLD_FORMAT_TEXT},          {".html", CLD_FORMAT_HTML},
    {".text", CLD_FORMAT_TEXT},         {".htm", CLD_FORMAT_HTML},
    {".xhtml", CLD_FORMAT_HTML},        {".xml", CLD_FORMAT_XML},
    {".rss", CLD_FORMAT_XML},           {".atom", CLD_FORMAT_XML},
    {".rdf", CLD_FORMAT_XML},           {".json", CLD_FORMAT_JSON},
    {".jsonld", CLD_FORMAT_JSON},       {".jsonl", CLD_FORMAT_JSON_LINES},
    {".ndjson", CLD_FORMAT_JSON_LINES},
};

static const struct {
    const char *mark;
    gsize length;
    const char *name;
} unreadable[] = {
    {"\x1F\x8B", 2, "gzip data"},
    {"PK\x03\x04", 4, "a zip archive"},
    {"%PDF-", 5, "a PDF document"},
    {"WARC/", 5, "a WARC archive"},
    {"\x89PNG", 4, "a PNG image"},
    {"\xFF\xD8\xFF", 3, "a JPEG image"},
    {"GIF8", 4, "a GIF image"},
    {"\xD0\xCF\x11\xE0", 4, "a Word document"},
    {"{\\rtf", 5, "an RTF document"},
    {"\x28\xB5\x2F\xFD", 4, "zstd data"},
    {"\xFD"
     "7zXZ",
     5, "xz data"},
    {"BZh", 3, "bzip2 data"},
    {"SQLite format 3", 15, "a database"},
};

/* Returns: (nullable): what the bytes are, when they are nothing that is read */
const char *
cld_sniff_unreadable(const char *bytes, gsize length_bytes)
{
    for (guint i = 0; i < G_N_ELEMENTS(unreadable); i++)
        if (length_bytes >= unreadable[i].length &&
            memcmp(bytes, unreadable[i].mark, unreadable[i].length) == 0)
            return unreadable[i].name;
    return NULL;
}

/* What the program writes itself: how it begins, and what stands near its beginning. */
static const struct {
    const char *mark;
    const char *within; /* (nullable) */
    const char *name;
} own[] = {
    {"{", "\"schema\": \"claimdiff-", "a report"},
    {"{\"record\":\"run\"", "\"schema\":\"claimdiff-", "a report"},
    {"<!doctype html>", "<meta name=\"generator\" content=\"claimdiff ", "a report"},
    {"claimdiff · ", " articles · ", "a report"},
    {"# claimdiff report\n", NULL, "a report"},
    {"### claimdiff: ", NULL, "a summary"},
    {"<?xml", "<testsuites name=\"claimdiff: ", "a report"},
    {"[", "\"check_name\": \"", "a code quality report"},
    {"::error file=", NULL, "annotations of a build"},
    {"::warning file=", NULL, "annotations of a build"},
    {"::notice file=", NULL, "annotations of a build"},
    {"# claimdiff baseline ", NULL, "a baseline"},
    {"# A proposal from ", " decisions, ", "a proposal of weights"},
    {"{\"fingerprint\"", "\"decision\"", "decisions"},
};

/**
 * cld_sniff_own:
 * @bytes: (array length=length_bytes): a file that was found in a folder
 * @length_bytes: its length
 *
 * Reports and decisions stand beside the articles that they are about: read as articles they would
 * say everything once more.
 *
 * Returns: (nullable): what it is that the program, or a tool like it, has written
 */
const char *
cld_sniff_own(const char *bytes, gsize length_bytes)
{
    g_autofree char *head = g_strndup(bytes, MIN(length_bytes, OWN_HEAD_BYTES));
    for (guint i = 0; i < G_N_ELEMENTS(own); i++)
        if (g_str_has_prefix(head, own[i].mark) &&
            (own[i].within == NULL || strstr(head, own[i].within) != NULL))
            return own[i].name;
    return NULL;
}

static gint
suffix_format(const char *source)
{
    const char *dot = strrchr(source, '.');
    for (guint i = 0; dot != NULL && i < G_N_ELEMENTS(suffixes); i++)
        if (g_ascii_strcasecmp(dot, suffixes[i].suffix) == 0)
            return (gint)suffixes[i].format;
    return -1;
}

/* Returns: %TRUE if a folder's file of that name is read */
gboolean
cld_sniff_knows_name(const char *path)
{
    return suffix_format(path) >= 0;
}

static gboolean
begins_with(const char *text, const char *word)
{
    return g_ascii_strncasecmp(text, word, strlen(word)) == 0;
}

/* "{…}" and another "{" on a line of its own below it */
static gboolean
is_json_lines(const char *text)
{
    const char *end = strchr(text, '\n');
    if (end == NULL || end == text || end[-1] != '}')
        return FALSE;
    while (*end == '\n' || *end == '\r')
        end++;
    return *end == '{';
}

static CldFormat
content_format(const char *text)
{
    static const char *const pages[] = {"<!doctype html", "<html", "<head", "<body", "<article"};
    static const char *const documents[] = {"<?xml", "<rss", "<feed", "<rdf:RDF"};
    for (guint i = 0; i < G_N_ELEMENTS(pages); i++)
        if (begins_with(text, pages[i]))
            return CLD_FORMAT_HTML;
    for (guint i = 0; i < G_N_ELEMENTS(documents); i++)
        if (begins_with(text, documents[i]))
            return CLD_FORMAT_XML;
    if (text[0] == '{' || (text[0] == '[' && strchr("{[\n\r\t ]", text[1]) != NULL))
        return is_json_lines(text) ? CLD_FORMAT_JSON_LINES : CLD_FORMAT_JSON;
    return CLD_FORMAT_TEXT;
}

/**
 * cld_sniff_text:
 * @text: an input, valid UTF-8
 * @source: path or URL as given, "-" for standard input
 *
 * The name decides, unless the content is plainly a page or a feed; without a name the content
 * decides alone.
 *
 * Returns: which reader is to have it
 */
CldFormat
cld_sniff_text(const char *text, const char *source)
{
    const char *first = text + strspn(text, " \t\r\n");
    gint named = suffix_format(source);
    CldFormat seen = content_format(first);
    gboolean is_xhtml = seen == CLD_FORMAT_XML && strstr(first, "<html") != NULL &&
                        strstr(first, "<html") - first < 1024;
    if (is_xhtml)
        return CLD_FORMAT_HTML;
    if (named < 0 || seen == CLD_FORMAT_HTML ||
        (seen == CLD_FORMAT_XML && named == CLD_FORMAT_TEXT))
        return seen;
    return (CldFormat)named;
}
