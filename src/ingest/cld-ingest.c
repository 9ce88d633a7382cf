/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-ingest.h"
#include "cld-charset.h"
#include "cld-draft.h"
#include "cld-feed-reader.h"
#include "cld-html-reader.h"
#include "cld-json-articles.h"
#include "cld-json-reader.h"
#include "cld-jsonld.h"
#include "cld-limits.h"
#include "cld-sniff.h"
#include "cld-text-reader.h"
#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define READ_CHUNK 65536u

static CldIngestResult *
result_new(void)
{
    CldIngestResult *self = g_new0(CldIngestResult, 1);
    self->inputs = g_ptr_array_new_with_free_func((GDestroyNotify)cld_input_unref);
    self->articles = g_ptr_array_new_with_free_func((GDestroyNotify)cld_article_unref);
    return self;
}

void
cld_ingest_result_free(CldIngestResult *self)
{
    g_ptr_array_unref(self->inputs);
    g_ptr_array_unref(self->articles);
    g_free(self);
}

static void
add_refusal(
    CldIngestResult *self, const char *source, const char *code, const char *message, gssize offset)
{
    g_ptr_array_add(self->inputs,
                    cld_input_new(source, CLD_OUTCOME_REFUSED, code, message, offset));
}

static void
add_limit(CldIngestResult *self, const char *source, const char *code, const char *message)
{
    g_ptr_array_add(self->inputs, cld_input_new(source, CLD_OUTCOME_LIMITED, code, message, -1));
}

/* A feed without items, a JSON-lines file without lines. */
static void
add_empty(CldIngestResult *self, const char *source)
{
    g_ptr_array_add(self->inputs, cld_input_new(source, CLD_OUTCOME_WARNED, "no-text",
                                                "no article was found in it", -1));
}

static void
add_draft(CldIngestResult *self, CldDraft *draft, const CldIngestOptions *options)
{
    CldInput *input = NULL;
    CldArticle *article = cld_draft_finish(draft, options, &input);
    g_ptr_array_add(self->inputs, input);
    if (article->text_bytes > 0)
        g_ptr_array_add(self->articles, article);
    else
        cld_article_unref(article);
}

static void
read_feed(CldIngestResult *self,
          const char *text,
          const char *source,
          const CldIngestOptions *options)
{
    static const char *const codes[] = {"dtd", "xml-syntax", "xml-unknown", "attributes"};
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) drafts = cld_feed_read(text, source, &error);
    if (drafts == NULL) {
        add_refusal(self, source, codes[error->code], error->message, -1);
        return;
    }
    for (guint i = 0; i < drafts->len; i++)
        add_draft(self, drafts->pdata[i], options);
}

/* Depth, members and values are limits; everything else is refused for what it is. */
static void
refuse_json(CldIngestResult *self, const char *source, const GError *error, gssize offset)
{
    static const char *const codes[] = {"not-an-article", "id", "json-type"};
    const char *code =
        error->domain == CLD_JSON_ERROR ? cld_json_error_get_tag(error->code) : codes[error->code];
    add_refusal(self, source, code, error->message, offset);
}

static void
read_json_node(CldIngestResult *self,
               JsonNode *node,
               const char *source,
               const CldIngestOptions *options)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldDraft) draft = cld_json_article_read(node, source, &error);
    if (draft == NULL)
        refuse_json(self, source, error, -1);
    else
        add_draft(self, draft, options);
}

static void
read_json_array(CldIngestResult *self,
                JsonArray *array,
                const char *source,
                const CldIngestOptions *options)
{
    guint n = MIN(json_array_get_length(array), CLD_LIMIT_CONTAINER_ARTICLES);
    for (guint i = 0; i < n; i++) {
        g_autofree char *name = g_strdup_printf("%s#%u", source, i + 1);
        read_json_node(self, json_array_get_element(array, i), name, options);
    }
}

static void
read_json(CldIngestResult *self,
          const char *text,
          gsize length,
          const char *source,
          const CldIngestOptions *options)
{
    g_autoptr(GError) error = NULL;
    gsize offset = 0;
    g_autoptr(JsonNode) root = cld_json_read(text, length, &offset, &error);
    if (root == NULL) {
        refuse_json(self, source, error, (gssize)offset);
        return;
    }
    JsonArray *array = cld_json_get_array(root);
    if (array != NULL && json_array_get_length(array) > 0 && cld_jsonld_find_article(root) == NULL)
        read_json_array(self, array, source, options);
    else
        read_json_node(self, root, source, options);
}

static void
read_json_lines(CldIngestResult *self,
                const char *text,
                const char *source,
                const CldIngestOptions *options)
{
    guint number = 0;
    for (const char *at = text; *at != '\0';) {
        gsize length = strcspn(at, "\n");
        g_autofree char *name = g_strdup_printf("%s#%u", source, ++number);
        if (number > CLD_LIMIT_CONTAINER_ARTICLES) {
            add_limit(self, name, "articles", "there are too many lines: the rest was not read");
            return;
        }
        if (strspn(at, " \t\r") < length)
            read_json(self, at, length, name, options);
        at += length + (at[length] == '\n');
    }
}

static void
read_text(CldIngestResult *self,
          const char *text,
          const char *source,
          const CldIngestOptions *options)
{
    g_autoptr(CldDraft) draft = NULL;
    switch (cld_sniff_text(text, source)) {
    case CLD_FORMAT_XML:
        read_feed(self, text, source, options);
        return;
    case CLD_FORMAT_JSON:
        read_json(self, text, strlen(text), source, options);
        return;
    case CLD_FORMAT_JSON_LINES:
        read_json_lines(self, text, source, options);
        return;
    case CLD_FORMAT_HTML:
        draft = cld_html_read(text, source);
        break;
    case CLD_FORMAT_TEXT:
        draft = cld_text_read(text, source);
        break;
    }
    add_draft(self, draft, options);
}

/**
 * cld_ingest_bytes:
 * @bytes: one input
 * @source: its path or URL, "-" for standard input; its ending helps to tell the format
 * @options: (nullable): what the command line says
 *
 * Never fails: what cannot be read is an input with an outcome of its own and no article.
 *
 * Returns: (transfer full): inputs and articles
 */
CldIngestResult *
cld_ingest_bytes(GBytes *bytes, const char *source, const CldIngestOptions *options)
{
    CldIngestResult *self = result_new();
    g_autoptr(GError) error = NULL;
    gsize length;
    gssize offset;
    const char *data = g_bytes_get_data(bytes, &length);
    if (length > CLD_LIMIT_FILE_BYTES) {
        add_limit(self, source, "size", "the input is larger than 8 MiB and was not read");
        return self;
    }
    const char *unreadable = length == 0 ? NULL : cld_sniff_unreadable(data, length);
    if (unreadable != NULL) {
        g_autofree char *message = g_strdup_printf("this is %s, which is not read", unreadable);
        add_refusal(self, source, "format", message, 0);
        return self;
    }
    g_autofree char *text =
        cld_charset_decode(bytes, options == NULL ? NULL : options->charset, &offset, &error);
    if (text == NULL)
        add_refusal(self, source, "encoding", error->message, offset);
    else
        read_text(self, text, source, options);
    if (self->inputs->len == 0)
        add_empty(self, source);
    return self;
}

/* The size is held also for what has none to ask for: pipes, devices. */
static GBytes *
read_stream(FILE *stream)
{
    g_autoptr(GByteArray) array = g_byte_array_new();
    g_autofree guint8 *chunk = g_malloc(READ_CHUNK);
    gsize n;
    while (array->len <= CLD_LIMIT_FILE_BYTES && (n = fread(chunk, 1, READ_CHUNK, stream)) > 0)
        g_byte_array_append(array, chunk, (guint)n);
    if (ferror(stream))
        return NULL;
    return g_byte_array_free_to_bytes(g_steal_pointer(&array));
}

static GBytes *
read_path(const char *path, int *problem)
{
    gboolean is_stdin = strcmp(path, "-") == 0;
    FILE *stream = is_stdin ? stdin : g_fopen(path, "rb");
    if (stream == NULL) {
        *problem = errno;
        return NULL;
    }
    GBytes *bytes = read_stream(stream);
    *problem = errno;
    if (!is_stdin)
        fclose(stream);
    return bytes;
}

static CldIngestResult *
take_bytes(GBytes *bytes, int problem, const char *path, const CldIngestOptions *options)
{
    if (bytes != NULL)
        return cld_ingest_bytes(bytes, path, options);
    CldIngestResult *self = result_new();
    g_autofree char *message = g_strdup_printf("cannot be read: %s", g_strerror(problem));
    add_refusal(self, path, "file", message, -1);
    return self;
}

/**
 * cld_ingest_file:
 * @path: of a file, or "-" for standard input
 * @options: (nullable): what the command line says
 *
 * Like cld_ingest_bytes().
 *
 * Returns: (transfer full): inputs and articles
 */
CldIngestResult *
cld_ingest_file(const char *path, const CldIngestOptions *options)
{
    int problem = 0;
    g_autoptr(GBytes) bytes = read_path(path, &problem);
    return take_bytes(bytes, problem, path, options);
}

static const char skipped_code[] = "skipped";

static void
add_skipped(CldIngestResult *self, const char *path, const char *message)
{
    g_ptr_array_add(self->inputs,
                    cld_input_new(path, CLD_OUTCOME_WARNED, skipped_code, message, -1));
}

/* Returns: (nullable): why a file that nobody named is not read */
static const char *
skip_message(const char *path)
{
    g_autofree char *base = g_path_get_basename(path);
    struct stat info;
    if (base[0] == '.')
        return "a hidden file of a folder is not read";
    /* A pipe would wait for a writer, and some devices have no end. */
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode))
        return "a pipe or device of a folder is not read";
    return cld_sniff_knows_name(base) ? NULL
                                      : "a file of a folder is not read when its ending is unknown";
}

static gboolean
is_no_article(const CldIngestResult *result)
{
    const CldInput *input = result->inputs->pdata[0];
    return result->inputs->len == 1 && g_strcmp0(input->code, "not-an-article") == 0;
}

/* Returns: (transfer full) (nullable): why what stands in a file that nobody named is not read */
static char *
dup_own_message(GBytes *bytes)
{
    gsize length = 0;
    const char *data = bytes == NULL ? NULL : g_bytes_get_data(bytes, &length);
    const char *name = data == NULL ? NULL : cld_sniff_own(data, length);
    return name == NULL
               ? NULL
               : g_strdup_printf("looks like %s, not like an article; it is read when named", name);
}

static CldIngestResult *
read_found_file(const char *path, const CldIngestOptions *options)
{
    int problem = 0;
    g_autoptr(GBytes) bytes = read_path(path, &problem);
    g_autofree char *message = dup_own_message(bytes);
    if (message == NULL)
        return take_bytes(bytes, problem, path, options);
    CldIngestResult *self = result_new();
    add_skipped(self, path, message);
    return self;
}

/**
 * cld_ingest_found_file:
 * @path: of a file that was found in a folder, rather than named
 * @options: (nullable): what the command line says
 *
 * Like cld_ingest_file(), but a hidden file, one with an unknown ending, what the program has
 * written itself and JSON that is no article are skipped: they are in the report, as warnings.
 *
 * Returns: (transfer full): inputs and articles
 */
CldIngestResult *
cld_ingest_found_file(const char *path, const CldIngestOptions *options)
{
    const char *message = skip_message(path);
    CldIngestResult *self = message == NULL ? read_found_file(path, options) : result_new();
    if (message == NULL && !is_no_article(self))
        return self;
    g_ptr_array_set_size(self->inputs, 0);
    add_skipped(self, path, message != NULL ? message : "JSON of a folder that is no article");
    return self;
}

/* Returns: %TRUE for a file that was passed over because nobody named it */
gboolean
cld_ingest_is_skipped(const CldInput *input)
{
    return g_strcmp0(input->code, skipped_code) == 0;
}
