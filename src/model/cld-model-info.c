/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-model-info.h"
#include "cld-json-reader.h"
#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define FORMAT           "claimdiff-model-1"
#define FILE_NAME        "model.json"
#define MAX_JSON_BYTES   (256 * 1024)
#define MAX_FILE_BYTES   (G_GUINT64_CONSTANT(4) << 30)
#define MAX_FILES        16
#define MAX_NAME_CHARS   100
#define MAX_PATH_BYTES   200
#define MAX_TOKENS       8192
#define MAX_DIMENSION    8192
#define MAX_TEMPERATURE  1000.0
#define READ_CHUNK_BYTES (256 * 1024)
#define SHA256_DIGITS    64

G_DEFINE_QUARK(cld_model_error, cld_model_error)

/* What a label may be called in model.json. NLI models have no word for an update. */
static const struct {
    const char *name;
    CldLabel label;
} label_names[] = {
    {"agreement", CLD_LABEL_AGREEMENT},
    {"entailment", CLD_LABEL_AGREEMENT},
    {"contradiction", CLD_LABEL_CONTRADICTION},
    {"update", CLD_LABEL_UPDATE},
    {"neutral", CLD_LABEL_NEUTRAL},
    {"same_subject", CLD_LABEL_SAME_SUBJECT},
    {"number", CLD_LABEL_NUMBER},
    {"date", CLD_LABEL_DATE},
    {"place", CLD_LABEL_PLACE},
    {"negation", CLD_LABEL_NEGATION},
    {"antonym", CLD_LABEL_ANTONYM},
    {"status", CLD_LABEL_STATUS},
    {"attribution", CLD_LABEL_ATTRIBUTION},
    {"modality", CLD_LABEL_MODALITY},
    {"order", CLD_LABEL_ORDER},
    {"cause", CLD_LABEL_CAUSE},
    {"identity", CLD_LABEL_IDENTITY},
};

/* Returns: (transfer none): the first name of a label */
const char *
cld_label_get_name(CldLabel label)
{
    for (gsize i = 0; i < G_N_ELEMENTS(label_names); i++)
        if (label_names[i].label == label)
            return label_names[i].name;
    g_return_val_if_reached(NULL);
}

static const char *const part_names[CLD_MODEL_N_PARTS] = {"vectors", "pair"};

/* Returns: "vectors" or "pair" */
const char *
cld_model_part_get_name(CldModelPartKind kind)
{
    return part_names[kind];
}

static gboolean
refuse(GError **error, const char *member, const char *wanted)
{
    g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM, "“%s” is not %s", member, wanted);
    return FALSE;
}

/* Returns: (transfer none) (nullable): a short printable text */
static const char *
read_text(JsonObject *object, const char *member, GError **error)
{
    const char *text = cld_json_get_string(json_object_get_member(object, member));
    gsize length = text == NULL ? 0 : strlen(text);
    for (gsize i = 0; text != NULL && i < length; i++)
        if (g_ascii_iscntrl(text[i]))
            length = 0;
    if (length > 0 && g_utf8_strlen(text, -1) <= MAX_NAME_CHARS)
        return text;
    refuse(error, member, "there as a short text");
    return NULL;
}

static gboolean
read_count(JsonObject *object, const char *member, guint max, guint *count, GError **error)
{
    JsonNode *node = json_object_get_member(object, member);
    gboolean is_whole = node != NULL && JSON_NODE_HOLDS_VALUE(node) &&
                        json_node_get_value_type(node) == G_TYPE_INT64;
    gint64 value = is_whole ? json_node_get_int(node) : 0;
    if (value < 1 || value > max) {
        g_autofree char *wanted = g_strdup_printf("there as a whole number from 1 to %u", max);
        return refuse(error, member, wanted);
    }
    *count = (guint)value;
    return TRUE;
}

/* The last name of @names is NULL and stays so. */
static gboolean
read_names(JsonObject *object, const char *member, char **names, guint max, GError **error)
{
    JsonArray *array = cld_json_get_array(json_object_get_member(object, member));
    guint n = array == NULL ? 0 : json_array_get_length(array);
    if (array == NULL || n > max)
        return refuse(error, member, "there as a short list of names");
    for (guint i = 0; i < n; i++) {
        const char *name = cld_json_get_string(json_array_get_element(array, i));
        if (name == NULL || *name == '\0' || strlen(name) > MAX_NAME_CHARS)
            return refuse(error, member, "a list of names");
        names[i] = g_strdup(name);
    }
    return TRUE;
}

/* A file of a model stands below its folder, whoever wrote the model.json. */
static gboolean
is_path_below(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    if (*path == '\0' || strlen(path) > MAX_PATH_BYTES || strchr(path, '\\') != NULL)
        return FALSE;
    for (guint i = 0; parts[i] != NULL; i++)
        if (*parts[i] == '\0' || g_str_equal(parts[i], ".") || g_str_equal(parts[i], ".."))
            return FALSE;
    return TRUE;
}

static gboolean
is_sha256(const char *text)
{
    return strlen(text) == SHA256_DIGITS && strspn(text, "0123456789abcdef") == SHA256_DIGITS;
}

static void
file_free(gpointer data)
{
    CldModelFile *file = data;
    g_free(file->path);
    g_free(file->sha256);
    g_free(file);
}

static gboolean
has_file(const CldModelPart *part, const char *path)
{
    for (guint i = 0; i < part->files->len; i++) {
        const CldModelFile *file = g_ptr_array_index(part->files, i);
        if (g_str_equal(file->path, path))
            return TRUE;
    }
    return FALSE;
}

static gboolean
read_files(CldModelPart *part, JsonObject *object, GError **error)
{
    JsonObject *files = cld_json_get_object(json_object_get_member(object, "files"));
    JsonObjectIter iter;
    const char *path;
    JsonNode *node;
    if (files == NULL || json_object_get_size(files) == 0 ||
        json_object_get_size(files) > MAX_FILES)
        return refuse(error, "files", "there as {path: SHA-256}");
    json_object_iter_init_ordered(&iter, files);
    while (json_object_iter_next_ordered(&iter, &path, &node)) {
        const char *sha256 = cld_json_get_string(node);
        if (!is_path_below(path))
            return refuse(error, path, "a path below the model's folder");
        if (sha256 == NULL || !is_sha256(sha256))
            return refuse(error, path, "followed by a SHA-256 in small hexadecimal digits");
        CldModelFile *file = g_new(CldModelFile, 1);
        file->path = g_strdup(path);
        file->sha256 = g_strdup(sha256);
        g_ptr_array_add(part->files, file);
    }
    return TRUE;
}

/* An .xml brings its weights in a .bin beside it, which must be named too: what is loaded is what
 * was checked. An .onnx has all in one file. */
static char *
read_graph(CldModelPart *part, JsonObject *object, const char *member, GError **error)
{
    const char *path = read_text(object, member, error);
    if (path == NULL)
        return NULL;
    gboolean is_ir = g_str_has_suffix(path, ".xml");
    if (!is_ir && !g_str_has_suffix(path, ".onnx")) {
        refuse(error, path, "an .xml (OpenVINO) or an .onnx");
        return NULL;
    }
    g_autofree char *stem = g_strndup(path, strlen(path) - strlen(".xml"));
    g_autofree char *weights = g_strconcat(stem, ".bin", NULL);
    if (!has_file(part, path) || (is_ir && !has_file(part, weights))) {
        refuse(error, has_file(part, path) ? weights : path, "among “files”");
        return NULL;
    }
    return g_strdup(path);
}

static gboolean
find_label(const char *name, CldLabel *label)
{
    for (gsize i = 0; name != NULL && i < G_N_ELEMENTS(label_names); i++) {
        *label = label_names[i].label;
        if (g_ascii_strcasecmp(label_names[i].name, name) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
read_labels(CldModelHead *head, JsonArray *array, guint *seen, GError **error)
{
    guint n = array == NULL ? 0 : json_array_get_length(array);
    if (n == 0 || n > CLD_N_LABELS)
        return refuse(error, "labels", "there as a list of labels");
    for (guint i = 0; i < n; i++) {
        const char *name = cld_json_get_string(json_array_get_element(array, i));
        if (!find_label(name, &head->labels[i]))
            return refuse(error, name == NULL ? "labels" : name,
                          "a label: agreement or entailment, contradiction, update, neutral, "
                          "same_subject, or a type of contradiction");
        if ((*seen & 1U << head->labels[i]) != 0)
            return refuse(error, name, "to be there twice");
        *seen |= 1U << head->labels[i];
    }
    head->n_labels = n;
    return TRUE;
}

static gboolean
read_temperature(CldModelHead *head, JsonObject *object, GError **error)
{
    JsonNode *node = json_object_get_member(object, "temperature");
    gboolean is_number = node != NULL && JSON_NODE_HOLDS_VALUE(node) &&
                         (json_node_get_value_type(node) == G_TYPE_INT64 ||
                          json_node_get_value_type(node) == G_TYPE_DOUBLE);
    head->temperature = is_number ? json_node_get_double(node) : 0;
    if (head->temperature > 0 && head->temperature <= MAX_TEMPERATURE)
        return TRUE;
    return refuse(error, "temperature", "there as a number above 0");
}

static gboolean
read_head(CldModelPart *part, JsonObject *object, guint *seen, GError **error)
{
    CldModelHead *head = &part->heads[part->n_heads];
    const char *kind = object == NULL ? NULL : read_text(object, "kind", error);
    if (object == NULL)
        return refuse(error, "heads", "a list of objects");
    if (kind == NULL)
        return FALSE;
    head->is_softmax = g_str_equal(kind, "softmax");
    head->first = part->n_outputs;
    if (!head->is_softmax && !g_str_equal(kind, "sigmoid"))
        return refuse(error, kind, "a kind of head: softmax or sigmoid");
    if (!read_labels(head, cld_json_get_array(json_object_get_member(object, "labels")), seen,
                     error) ||
        !read_temperature(head, object, error))
        return FALSE;
    part->n_outputs += head->n_labels;
    part->n_heads++;
    return TRUE;
}

static gboolean
read_heads(CldModelPart *part, JsonObject *object, GError **error)
{
    const guint needed =
        1U << CLD_LABEL_AGREEMENT | 1U << CLD_LABEL_CONTRADICTION | 1U << CLD_LABEL_NEUTRAL;
    JsonArray *heads = cld_json_get_array(json_object_get_member(object, "heads"));
    guint seen = 0;
    if (heads == NULL || json_array_get_length(heads) > CLD_MODEL_MAX_HEADS)
        return refuse(error, "heads", "there as a short list");
    for (guint i = 0; i < json_array_get_length(heads); i++)
        if (!read_head(part, cld_json_get_object(json_array_get_element(heads, i)), &seen, error))
            return FALSE;
    if ((seen & needed) != needed)
        return refuse(error, "heads",
                      "complete: agreement (or entailment), contradiction and neutral are needed");
    return TRUE;
}

/* The mask tells padding from words: without it no row could be cut, nor a text be found too long.
 */
static gboolean
read_inputs(CldModelPart *part, JsonObject *object, GError **error)
{
    return read_names(object, "inputs", part->inputs, CLD_MODEL_MAX_INPUTS, error) &&
           (g_strv_contains((const char *const *)part->inputs, "attention_mask") ||
            refuse(error, "attention_mask", "among “inputs”"));
}

static gboolean
read_pooling(CldModelPart *part, JsonObject *object, GError **error)
{
    const char *pooling = read_text(object, "pooling", error);
    if (pooling == NULL)
        return FALSE;
    part->pooling = g_str_equal(pooling, "mean") ? CLD_POOLING_MEAN : CLD_POOLING_NONE;
    return g_str_equal(pooling, "mean") || g_str_equal(pooling, "none") ||
           refuse(error, pooling, "a pooling: mean, or none where the graph does it");
}

static void
part_free(CldModelPart *self)
{
    g_ptr_array_unref(self->files);
    g_free(self->network);
    g_free(self->tokenizer);
    for (guint i = 0; i < CLD_MODEL_MAX_INPUTS; i++)
        g_free(self->inputs[i]);
    for (guint i = 0; i < CLD_MODEL_MAX_SPECIALS; i++)
        g_free(self->specials[i]);
    g_free(self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldModelPart, part_free)

static CldModelPart *
read_part(CldModelPartKind kind, JsonObject *object, GError **error)
{
    g_autoptr(CldModelPart) self = g_new0(CldModelPart, 1);
    self->files = g_ptr_array_new_with_free_func(file_free);
    if (object == NULL) {
        refuse(error, part_names[kind], "an object");
        return NULL;
    }
    if (!read_files(self, object, error) ||
        (self->network = read_graph(self, object, "network", error)) == NULL ||
        (self->tokenizer = read_graph(self, object, "tokenizer", error)) == NULL ||
        !read_inputs(self, object, error) ||
        !read_names(object, "special_tokens", self->specials, CLD_MODEL_MAX_SPECIALS, error) ||
        !read_count(object, "max_tokens", MAX_TOKENS, &self->max_tokens, error))
        return NULL;
    gboolean is_read = kind == CLD_MODEL_PART_PAIR ? read_heads(self, object, error)
                                                   : read_count(object, "dimension", MAX_DIMENSION,
                                                                &self->dimension, error) &&
                                                         read_pooling(self, object, error);
    return is_read ? g_steal_pointer(&self) : NULL;
}

static gboolean
read_parts(CldModelInfo *self, JsonObject *root, GError **error)
{
    JsonObject *parts = cld_json_get_object(json_object_get_member(root, "parts"));
    guint n = 0;
    for (guint kind = 0; parts != NULL && kind < CLD_MODEL_N_PARTS; kind++) {
        if (!json_object_has_member(parts, part_names[kind]))
            continue;
        self->parts[kind] = read_part(
            kind, cld_json_get_object(json_object_get_member(parts, part_names[kind])), error);
        if (self->parts[kind] == NULL) {
            g_prefix_error(error, "part “%s”: ", part_names[kind]);
            return FALSE;
        }
        n++;
    }
    if (n > 0 && n == json_object_get_size(parts))
        return TRUE;
    return refuse(error, "parts", "there with “vectors”, “pair” or both");
}

static gboolean
read_root(CldModelInfo *self, JsonObject *root, GError **error)
{
    const char *format = root == NULL ? NULL : read_text(root, "format", NULL);
    if (format == NULL || !g_str_equal(format, FORMAT))
        return refuse(error, "format", "there as “" FORMAT "”");
    const char *name = read_text(root, "name", error);
    const char *licence = name == NULL ? NULL : read_text(root, "licence", error);
    if (licence == NULL)
        return FALSE;
    self->name = g_strdup(name);
    self->licence = g_strdup(licence);
    return read_parts(self, root, error);
}

/* Returns: (transfer full) (nullable): the bytes of a file that is not too large */
static GBytes *
load_bounded(const char *path, gsize max_bytes, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GFileInputStream) stream = g_file_read(file, NULL, &local);
    g_autofree char *bytes = g_malloc(max_bytes + 1);
    gsize length = 0;
    if (stream == NULL || !g_input_stream_read_all(G_INPUT_STREAM(stream), bytes, max_bytes + 1,
                                                   &length, NULL, &local)) {
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_MISSING, "cannot be read: %s",
                    local->message);
        return NULL;
    }
    if (length > max_bytes) {
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM,
                    "is larger than %" G_GSIZE_FORMAT " bytes", max_bytes);
        return NULL;
    }
    return g_bytes_new_take(g_steal_pointer(&bytes), length);
}

static gboolean
read_json(CldModelInfo *self, const char *path, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autoptr(GBytes) bytes = load_bounded(path, MAX_JSON_BYTES, error);
    if (bytes == NULL)
        return FALSE;
    gsize length = 0, offset = 0;
    const char *text = g_bytes_get_data(bytes, &length);
    self->sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    g_autoptr(JsonNode) root = cld_json_read(text, length, &offset, &local);
    if (root == NULL) {
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM, "at byte %" G_GSIZE_FORMAT ": %s",
                    offset, local->message);
        return FALSE;
    }
    return read_root(self, cld_json_get_object(root), error);
}

/**
 * cld_model_info_read:
 * @folder: where the model.json is
 * @error: return location for a #CldModelError, or %NULL
 *
 * Reads model.json and nothing else; the files it names are looked at by
 * cld_model_info_check_files().
 *
 * Returns: (transfer full): what it says, or %NULL with @error naming the file and the member
 */
CldModelInfo *
cld_model_info_read(const char *folder, GError **error)
{
    g_autoptr(CldModelInfo) self = g_new0(CldModelInfo, 1);
    g_autofree char *path = g_build_filename(folder, FILE_NAME, NULL);
    self->folder = g_strdup(folder);
    if (read_json(self, path, error))
        return g_steal_pointer(&self);
    g_prefix_error(error, "%s: ", path);
    return NULL;
}

/* Returns: (transfer full) (nullable): hexadecimal digits of the SHA-256 of a whole file */
static char *
dup_sha256_of_file(const char *path, GError **error)
{
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GFileInputStream) stream = g_file_read(file, NULL, error);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree guchar *chunk = g_malloc(READ_CHUNK_BYTES);
    gssize length = stream == NULL ? -1 : 1;
    for (guint64 total = 0; length > 0 && total <= MAX_FILE_BYTES; total += (guint64)length) {
        length = g_input_stream_read(G_INPUT_STREAM(stream), chunk, READ_CHUNK_BYTES, NULL, error);
        if (length > 0)
            g_checksum_update(sum, chunk, length);
    }
    return length < 0 ? NULL : g_strdup(g_checksum_get_string(sum));
}

static gboolean
check_file(const CldModelInfo *self, const CldModelFile *file, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autofree char *path = g_build_filename(self->folder, file->path, NULL);
    g_autofree char *sha256 = dup_sha256_of_file(path, &local);
    if (sha256 == NULL)
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_MISSING, "%s: cannot be read: %s", path,
                    local->message);
    else if (!g_str_equal(sha256, file->sha256))
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_CHANGED,
                    "%s: is not the file that model.json names: its SHA-256 is %s", path, sha256);
    return sha256 != NULL && g_str_equal(sha256, file->sha256);
}

/**
 * cld_model_info_check_files:
 * @self: what model.json says
 * @error: return location for a #CldModelError, or %NULL
 *
 * Reads every file of the model once. Nothing of a model is parsed before this.
 *
 * Returns: %FALSE with @error naming the first file that is missing or not the one named
 */
gboolean
cld_model_info_check_files(const CldModelInfo *self, GError **error)
{
    for (guint kind = 0; kind < CLD_MODEL_N_PARTS; kind++) {
        const CldModelPart *part = self->parts[kind];
        for (guint i = 0; part != NULL && i < part->files->len; i++)
            if (!check_file(self, g_ptr_array_index(part->files, i), error))
                return FALSE;
    }
    return TRUE;
}

void
cld_model_info_free(CldModelInfo *self)
{
    for (guint kind = 0; kind < CLD_MODEL_N_PARTS; kind++)
        g_clear_pointer(&self->parts[kind], part_free);
    g_free(self->folder);
    g_free(self->name);
    g_free(self->licence);
    g_free(self->sha256);
    g_free(self);
}
