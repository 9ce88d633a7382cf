/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-network.h"
#include "cld-runtime-private.h"
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* The runtime keeps packed weights for every shape it has met, so shapes are few: a batch has one
 * of these widths, in tokens, and as many rows as the width allows. Each text takes the least width
 * that holds it, whatever else is in the batch, so its numbers never depend on its neighbours. */
static const guint widths[] = {16, 32, 48, 64, 96, 128, 192, 256, 384, 512};
#define BATCH_TOKENS   512
#define MAX_BATCH_ROWS 16

#define MAX_SLICE_TEXTS 2048 /* whose tokens are held at once */
#define MAX_CHUNK_TEXTS 64   /* handed to the tokenizer at once */
#define MAX_LANES       64
#define MAX_TEXT_BYTES  (64 * 1024)

/* bf16 where the processor lacks it hangs, and where it has it the numbers differ. */
#define PRECISION "f32"
#define MASK      "attention_mask"

/* One thread's request, which holds the buffers between layers, and what it is asked. */
typedef struct {
    ov_infer_request_t *request;          /* (owned) */
    GArray *inputs[CLD_MODEL_MAX_INPUTS]; /* (owned) (element-type gint64) */
} Lane;

struct CldNetwork {
    const CldRuntime *runtime;
    const CldModelPart *part; /* (not owned): of the model that owns this network */
    char *network_path;       /* (owned): for messages */
    char *tokenizer_path;     /* (owned) */
    guint n_strings;          /* 1 or 2: in one text */
    guint n_columns;          /* numbers in one row */
    guint n_inputs;           /* of the encoder */
    guint mask;               /* which of them tells words from padding */
    ov_core_t *core;          /* (owned) */
    ov_compiled_model_t *tokenizer;
    ov_compiled_model_t *encoder;
    ov_infer_request_t *tokenizer_request;
    guint n_lanes;
    Lane lanes[MAX_LANES];
};

/* A text as the encoder reads it. */
typedef struct {
    guint index;    /* among the texts of the run */
    guint start;    /* of its tokens in the slice */
    guint n_tokens; /* with padding on the left, if the tokenizer puts it there */
    guint width;    /* of the batches it goes into */
} TextRow;

/* Some texts on their way; each batch is taken by one lane. */
typedef struct {
    CldNetwork *network;
    GArray *tokens[CLD_MODEL_MAX_INPUTS]; /* (owned) (element-type gint64): row after row */
    GArray *texts;                        /* (owned) (element-type TextRow): by width */
    GArray *batches; /* (owned) (element-type guint): where each begins in texts; then the end */
    float *rows;
    CldReading *readings;
    gint next;     /* atomic: the batch to take */
    GMutex lock;   /* of error */
    GError *error; /* (owned) (nullable): the first one */
} Slice;

typedef struct {
    Slice *slice;
    Lane *lane;
} Worker;

/* Turns a status of the runtime into an error. */
static gboolean
check(const CldNetwork *self,
      ov_status_e status,
      CldModelError code,
      const char *path,
      GError **error)
{
    if (status == OK)
        return TRUE;
    const char *last = self->runtime->ov_get_last_err_msg();
    g_autofree char *message =
        g_strdup(last != NULL && *last != '\0' ? last : self->runtime->ov_get_error_info(status));
    g_strdelimit(g_strstrip(message), "\n\r\t", ' ');
    g_set_error(error, CLD_MODEL_ERROR, code, "%s: %s: %s", path,
                cld_runtime_get_version(self->runtime), message);
    return FALSE;
}

/* Returns: (transfer full) (nullable): a folder to keep compiled models in, one for each model and
 * release of the runtime; %NULL where none can be written to, which costs time only */
static char *
dup_cache_folder(const CldNetwork *self, const CldModelInfo *info, const CldModelOptions *options)
{
    g_autofree char *sum = g_strndup(info->sha256, 16);
    g_autofree char *user = g_build_filename(g_get_user_cache_dir(), "claimdiff", NULL);
    char *folder = g_build_filename(
        options != NULL && options->cache != NULL ? options->cache : user, "openvino", sum, NULL);
    if (g_mkdir_with_parents(folder, 0700) == 0 && g_access(folder, R_OK | W_OK | X_OK) == 0)
        return folder;
    g_free(folder);
    return NULL;
}

static gboolean
compile(CldNetwork *self, const char *cache, GError **error)
{
    const CldRuntime *rt = self->runtime;
    g_autofree char *n = g_strdup_printf("%u", self->n_lanes);
    ov_status_e status = rt->ov_core_compile_model_from_file(
        self->core, self->tokenizer_path, "CPU", 4, &self->tokenizer, "NUM_STREAMS", "1",
        "INFERENCE_NUM_THREADS", "1");
    if (!check(self, status, CLD_MODEL_ERROR_RUNTIME, self->tokenizer_path, error))
        return FALSE;
    status = rt->ov_core_compile_model_from_file(
        self->core, self->network_path, "CPU", cache != NULL ? 10 : 8, &self->encoder,
        "NUM_STREAMS", n, "INFERENCE_NUM_THREADS", n, "INFERENCE_PRECISION_HINT", PRECISION,
        "ENABLE_CPU_PINNING", "NO", "CACHE_DIR", cache);
    return check(self, status, CLD_MODEL_ERROR_RUNTIME, self->network_path, error);
}

static gboolean
make_lanes(CldNetwork *self, GError **error)
{
    const CldRuntime *rt = self->runtime;
    ov_status_e status =
        rt->ov_compiled_model_create_infer_request(self->tokenizer, &self->tokenizer_request);
    if (!check(self, status, CLD_MODEL_ERROR_RUNTIME, self->tokenizer_path, error))
        return FALSE;
    for (guint i = 0; i < self->n_lanes; i++) {
        Lane *lane = &self->lanes[i];
        status = rt->ov_compiled_model_create_infer_request(self->encoder, &lane->request);
        if (!check(self, status, CLD_MODEL_ERROR_RUNTIME, self->network_path, error))
            return FALSE;
        for (guint k = 0; k < self->n_inputs; k++)
            lane->inputs[k] = g_array_new(FALSE, TRUE, sizeof(gint64));
    }
    return TRUE;
}

static gboolean
count_strings(CldNetwork *self, guint wanted, GError **error)
{
    size_t n = 0;
    if (!check(self, self->runtime->ov_compiled_model_inputs_size(self->tokenizer, &n),
               CLD_MODEL_ERROR_RUNTIME, self->tokenizer_path, error))
        return FALSE;
    self->n_strings = wanted;
    if (n == wanted)
        return TRUE;
    g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM,
                "%s: reads %u strings at once, not %u", self->tokenizer_path, (guint)n, wanted);
    return FALSE;
}

static gboolean
prepare(CldNetwork *self, const char *cache, guint n_strings, GError **error)
{
    const CldRuntime *rt = self->runtime;
    /* One sentence is tried at once: whatever does not fit is told before anything is scored. */
    const CldJudgePair sample = {"A word.", "Another."};
    g_autofree float *row = g_new(float, self->n_columns);
    CldReading reading = CLD_READING_WHOLE;
    return check(self, rt->ov_core_create(&self->core), CLD_MODEL_ERROR_RUNTIME, rt->path, error) &&
           check(self, rt->ov_core_add_extension(self->core, rt->tokenizers),
                 CLD_MODEL_ERROR_RUNTIME, rt->tokenizers, error) &&
           compile(self, cache, error) && count_strings(self, n_strings, error) &&
           make_lanes(self, error) && cld_network_run(self, &sample, 1, row, &reading, error);
}

/**
 * cld_network_new:
 * @runtime: the loaded runtime
 * @info: the model, its files checked; must outlive the network
 * @kind: which of its parts, which must be there
 * @options: (nullable): how to run it
 * @error: return location for a #CldModelError, or %NULL
 *
 * Returns: (transfer full): the part, loaded and tried; %NULL with @error naming the file that the
 * runtime refuses or that does not fit what model.json says
 */
CldNetwork *
cld_network_new(const CldRuntime *runtime,
                const CldModelInfo *info,
                CldModelPartKind kind,
                const CldModelOptions *options,
                GError **error)
{
    g_autoptr(CldNetwork) self = g_new0(CldNetwork, 1);
    gboolean is_pair = kind == CLD_MODEL_PART_PAIR;
    guint n_threads = options == NULL ? 0 : options->n_threads;
    self->runtime = runtime;
    self->part = info->parts[kind];
    self->n_columns = is_pair ? self->part->n_outputs : self->part->dimension;
    for (; self->part->inputs[self->n_inputs] != NULL; self->n_inputs++)
        if (g_str_equal(self->part->inputs[self->n_inputs], MASK))
            self->mask = self->n_inputs;
    self->n_lanes = MIN(n_threads > 0 ? n_threads : g_get_num_processors(), MAX_LANES);
    self->network_path = g_build_filename(info->folder, self->part->network, NULL);
    self->tokenizer_path = g_build_filename(info->folder, self->part->tokenizer, NULL);
    g_autofree char *cache = dup_cache_folder(self, info, options);
    return prepare(self, cache, is_pair ? 2 : 1, error) ? g_steal_pointer(&self) : NULL;
}

static gboolean
set_strings(CldNetwork *self, const char **strings, guint n, guint input, GError **error)
{
    const CldRuntime *rt = self->runtime;
    const int64_t dims[] = {n};
    ov_shape_t shape = {0};
    ov_tensor_t *tensor = NULL;
    ov_status_e status = rt->ov_shape_create(1, dims, &shape);
    if (status == OK)
        status = rt->ov_tensor_create_from_string_array(strings, n, shape, &tensor);
    if (status == OK)
        status =
            rt->ov_infer_request_set_input_tensor_by_index(self->tokenizer_request, input, tensor);
    gboolean is_set = check(self, status, CLD_MODEL_ERROR_SCORING, self->tokenizer_path, error);
    g_clear_pointer(&tensor, rt->ov_tensor_free);
    if (shape.dims != NULL)
        rt->ov_shape_free(&shape);
    return is_set;
}

/* The numbers of a tensor, if they are of @type and @n rows of one or two dimensions more. */
static gboolean
look_into(const CldNetwork *self,
          const ov_tensor_t *tensor,
          ov_element_type_e type,
          guint n,
          gint64 dims[3],
          void **data)
{
    const CldRuntime *rt = self->runtime;
    ov_element_type_e found = DYNAMIC;
    ov_shape_t shape = {0};
    gboolean is_fit = rt->ov_tensor_get_element_type(tensor, &found) == OK && found == type &&
                      rt->ov_tensor_get_shape(tensor, &shape) == OK && shape.rank >= 2 &&
                      shape.rank <= 3 && shape.dims[0] == n &&
                      rt->ov_tensor_data(tensor, data) == OK;
    for (int i = 0; is_fit && i < 3; i++)
        dims[i] = i < shape.rank ? shape.dims[i] : 0;
    if (shape.dims != NULL)
        rt->ov_shape_free(&shape);
    return is_fit;
}

/* Returns: (transfer full) (nullable): what the tokenizer made for one input of the encoder, as
 * rows of @width numbers */
static ov_tensor_t *
get_tokens(CldNetwork *self, guint input, guint n, gint64 *width, gint64 **data, GError **error)
{
    const CldRuntime *rt = self->runtime;
    const char *name = self->part->inputs[input];
    ov_tensor_t *tensor = NULL;
    gint64 dims[3] = {0};
    if (!check(self, rt->ov_infer_request_get_tensor(self->tokenizer_request, name, &tensor),
               CLD_MODEL_ERROR_FORM, self->tokenizer_path, error))
        return NULL;
    gboolean is_fit = look_into(self, tensor, I64, n, dims, (void **)data);
    if (is_fit && dims[2] == 0 && dims[1] <= self->part->max_tokens) {
        *width = dims[1];
        return tensor;
    }
    rt->ov_tensor_free(tensor);
    if (is_fit)
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM,
                    "%s: does not stop at the %u tokens of model.json", self->tokenizer_path,
                    self->part->max_tokens);
    else
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM,
                    "%s: “%s” is not rows of whole numbers", self->tokenizer_path, name);
    return NULL;
}

/* The least width that holds so many tokens; a model that reads fewer has a narrower last one. */
static guint
width_for(const CldNetwork *self, guint n_tokens)
{
    for (gsize i = 0; i < G_N_ELEMENTS(widths); i++)
        if (n_tokens <= widths[i])
            return MIN(widths[i], self->part->max_tokens);
    return self->part->max_tokens;
}

static guint
rows_for(guint width)
{
    return CLAMP(BATCH_TOKENS / width, 1, MAX_BATCH_ROWS);
}

/* Takes the rows of a chunk whose first text is @first. The mask says where each ends. */
static void
take_text_rows(Slice *slice, guint first, guint n, gint64 width, gint64 *const *data)
{
    const CldNetwork *self = slice->network;
    for (guint i = 0; i < n; i++) {
        const gint64 *mask = data[self->mask] + i * width;
        guint length = (guint)width, n_words = 0;
        while (length > 1 && mask[length - 1] == 0)
            length--;
        for (guint k = 0; k < length; k++)
            n_words += mask[k] != 0;
        if (n_words >= self->part->max_tokens && slice->readings[first + i] == CLD_READING_WHOLE)
            slice->readings[first + i] = CLD_READING_CUT;
        const TextRow row = {first + i, slice->tokens[0]->len, length, width_for(self, length)};
        g_array_append_val(slice->texts, row);
        for (guint k = 0; k < self->n_inputs; k++)
            g_array_append_vals(slice->tokens[k], data[k] + i * width, length);
    }
}

static gboolean
tokenise_chunk(Slice *slice, const CldJudgePair *texts, guint first, guint n, GError **error)
{
    CldNetwork *self = slice->network;
    const char *strings[2][MAX_CHUNK_TEXTS];
    ov_tensor_t *tensors[CLD_MODEL_MAX_INPUTS] = {NULL};
    gint64 *data[CLD_MODEL_MAX_INPUTS] = {NULL};
    gint64 width = 0, first_width = 0;
    for (guint i = 0; i < n; i++) {
        strings[0][i] = texts[first + i].premise;
        strings[1][i] = texts[first + i].hypothesis;
    }
    for (guint i = 0; i < self->n_strings; i++)
        if (!set_strings(self, strings[i], n, i, error))
            return FALSE;
    gboolean is_done = check(self, self->runtime->ov_infer_request_infer(self->tokenizer_request),
                             CLD_MODEL_ERROR_SCORING, self->tokenizer_path, error);
    for (guint i = 0; is_done && i < self->n_inputs; i++) {
        tensors[i] = get_tokens(self, i, n, &width, &data[i], error);
        first_width = i == 0 ? width : first_width;
        is_done = tensors[i] != NULL;
        if (is_done && width != first_width) {
            g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM,
                        "%s: its outputs differ in length", self->tokenizer_path);
            is_done = FALSE;
        }
    }
    if (is_done)
        take_text_rows(slice, first, n, width, data);
    for (guint i = 0; i < self->n_inputs; i++)
        g_clear_pointer(&tensors[i], self->runtime->ov_tensor_free);
    return is_done;
}

/* One input of a batch: rows filled up with zeros, which the mask hides, and the first row again
 * where there are fewer rows than the shape has. */
static gboolean
set_input(const Worker *worker, guint input, const TextRow *texts, guint n, GError **error)
{
    CldNetwork *self = worker->slice->network;
    const CldRuntime *rt = self->runtime;
    const gint64 *tokens = (const gint64 *)(void *)worker->slice->tokens[input]->data;
    guint width = texts[0].width, n_rows = rows_for(width);
    GArray *own = worker->lane->inputs[input];
    g_array_set_size(own, 0);
    g_array_set_size(own, n_rows * width);
    for (guint i = 0; i < n_rows; i++) {
        const TextRow *text = &texts[i < n ? i : 0];
        memcpy(&g_array_index(own, gint64, i * width), tokens + text->start,
               text->n_tokens * sizeof *tokens);
    }
    const int64_t dims[] = {n_rows, width};
    ov_shape_t shape = {0};
    ov_tensor_t *tensor = NULL;
    ov_status_e status = rt->ov_shape_create(2, dims, &shape);
    if (status == OK)
        status = rt->ov_tensor_create_from_host_ptr(I64, shape, own->data, &tensor);
    if (status == OK)
        status = rt->ov_infer_request_set_tensor(worker->lane->request, self->part->inputs[input],
                                                 tensor);
    g_clear_pointer(&tensor, rt->ov_tensor_free);
    if (shape.dims != NULL)
        rt->ov_shape_free(&shape);
    return check(self, status, CLD_MODEL_ERROR_FORM, self->network_path, error);
}

/* The mean over the tokens that are not padding (Reimers and Gurevych 2019, Sentence-BERT). */
static void
pool_mean(const float *tokens, const gint64 *mask, guint n_tokens, guint n, float *out)
{
    g_autofree double *sum = g_new0(double, n);
    guint n_words = 0;
    for (guint i = 0; i < n_tokens; i++) {
        if (mask[i] == 0)
            continue;
        n_words++;
        for (guint j = 0; j < n; j++)
            sum[j] += (double)tokens[i * n + j];
    }
    for (guint j = 0; j < n; j++)
        out[j] = (float)(sum[j] / MAX(n_words, 1));
}

static gboolean
take_rows(const Worker *worker, const TextRow *texts, guint n, GError **error)
{
    CldNetwork *self = worker->slice->network;
    ov_tensor_t *tensor = NULL;
    gint64 dims[3] = {0};
    void *data = NULL;
    if (!check(self,
               self->runtime->ov_infer_request_get_output_tensor_by_index(worker->lane->request, 0,
                                                                          &tensor),
               CLD_MODEL_ERROR_SCORING, self->network_path, error))
        return FALSE;
    guint width = texts[0].width, n_columns = self->n_columns;
    gboolean is_pooled = self->part->pooling == CLD_POOLING_MEAN;
    gboolean is_fit = look_into(self, tensor, F32, rows_for(width), dims, &data) &&
                      (is_pooled ? dims[1] == width && dims[2] == n_columns
                                 : dims[1] == n_columns && dims[2] == 0);
    for (guint i = 0; is_fit && i < n; i++) {
        float *out = worker->slice->rows + (gsize)texts[i].index * n_columns;
        const float *row = (const float *)data + (gsize)i * (is_pooled ? width : 1) * n_columns;
        const gint64 *mask = (const gint64 *)(void *)worker->lane->inputs[self->mask]->data;
        if (is_pooled)
            pool_mean(row, mask + i * width, width, n_columns, out);
        else
            memcpy(out, row, n_columns * sizeof *out);
    }
    self->runtime->ov_tensor_free(tensor);
    if (!is_fit)
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM,
                    "%s: its output is not %u numbers a %s, as model.json says", self->network_path,
                    n_columns, is_pooled ? "token" : "text");
    return is_fit;
}

static gboolean
run_batch(const Worker *worker, const TextRow *texts, guint n, GError **error)
{
    CldNetwork *self = worker->slice->network;
    for (guint i = 0; i < self->n_inputs; i++)
        if (!set_input(worker, i, texts, n, error))
            return FALSE;
    return check(self, self->runtime->ov_infer_request_infer(worker->lane->request),
                 CLD_MODEL_ERROR_SCORING, self->network_path, error) &&
           take_rows(worker, texts, n, error);
}

static gpointer
work(gpointer data)
{
    const Worker *worker = data;
    Slice *slice = worker->slice;
    for (;;) {
        guint batch = (guint)g_atomic_int_add(&slice->next, 1);
        if (batch + 1 >= slice->batches->len)
            return NULL;
        guint begin = g_array_index(slice->batches, guint, batch);
        guint end = g_array_index(slice->batches, guint, batch + 1);
        GError *error = NULL;
        if (run_batch(worker, &g_array_index(slice->texts, TextRow, begin), end - begin, &error))
            continue;
        g_mutex_lock(&slice->lock);
        if (slice->error == NULL)
            slice->error = g_steal_pointer(&error);
        g_clear_error(&error);
        g_atomic_int_set(&slice->next, (gint)slice->batches->len);
        g_mutex_unlock(&slice->lock);
    }
}

/* A text that spells a special token must not become one: "[SEP]" is told apart as "[ SEP]", which
 * the tokenizer cuts into the same pieces as any brackets. */
static char *
break_specials(const CldModelPart *part, const char *text)
{
    GString *out = g_string_new_len(text, (gssize)strnlen(text, MAX_TEXT_BYTES));
    for (guint i = 0; part->specials[i] != NULL; i++) {
        if (strstr(out->str, part->specials[i]) == NULL)
            continue;
        const char *end = g_utf8_next_char(part->specials[i]);
        g_autofree char *broken =
            g_strdup_printf("%.*s %s", (int)(end - part->specials[i]), part->specials[i], end);
        g_string_replace(out, part->specials[i], broken, 0);
    }
    return g_string_free(out, FALSE);
}

/* The tokenizer of pairs fails where it finds no token at all, so a text without a word becomes a
 * full stop, and is told. */
static const char *
take_text(const CldNetwork *self, GPtrArray *strings, const char *text, CldReading *reading)
{
    const char *p = text;
    while (*p != '\0' && !g_unichar_isalnum(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    if (*p == '\0')
        *reading = CLD_READING_NONE;
    g_ptr_array_add(strings, *p == '\0' ? g_strdup(".") : break_specials(self->part, text));
    return g_ptr_array_index(strings, strings->len - 1);
}

static gint
compare_widths(gconstpointer a, gconstpointer b)
{
    const TextRow *x = a, *y = b;
    if (x->width != y->width)
        return x->width < y->width ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* Texts of one width, as many as its shape has rows. */
static void
make_batches(Slice *slice)
{
    g_array_sort(slice->texts, compare_widths);
    for (guint begin = 0, end = 0; begin < slice->texts->len; begin = end) {
        guint width = g_array_index(slice->texts, TextRow, begin).width;
        g_array_append_val(slice->batches, begin);
        while (end < slice->texts->len && end - begin < rows_for(width) &&
               g_array_index(slice->texts, TextRow, end).width == width)
            end++;
    }
    g_array_append_val(slice->batches, slice->texts->len);
}

static void
run_lanes(Slice *slice)
{
    Worker workers[MAX_LANES];
    GThread *threads[MAX_LANES];
    guint n = MIN(slice->network->n_lanes, slice->batches->len - 1);
    for (guint i = 0; i < n; i++) {
        workers[i] = (Worker){slice, &slice->network->lanes[i]};
        threads[i] = i == 0 ? NULL : g_thread_new("claimdiff-model", work, &workers[i]);
    }
    if (n > 0)
        work(&workers[0]);
    for (guint i = 1; i < n; i++)
        g_thread_join(threads[i]);
}

static void
slice_init(Slice *self, CldNetwork *network, float *rows, CldReading *readings)
{
    *self = (Slice){.network = network, .rows = rows, .readings = readings};
    for (guint i = 0; i < network->n_inputs; i++)
        self->tokens[i] = g_array_new(FALSE, FALSE, sizeof(gint64));
    self->texts = g_array_new(FALSE, FALSE, sizeof(TextRow));
    self->batches = g_array_new(FALSE, FALSE, sizeof(guint));
    g_mutex_init(&self->lock);
}

static void
slice_clear(Slice *self)
{
    for (guint i = 0; i < self->network->n_inputs; i++)
        g_array_unref(self->tokens[i]);
    g_array_unref(self->texts);
    g_array_unref(self->batches);
    g_mutex_clear(&self->lock);
    g_clear_error(&self->error);
}

/* Runs a slice of @n texts from @texts into @rows. */
static gboolean
run_slice(CldNetwork *self,
          const CldJudgePair *texts,
          guint n,
          float *rows,
          CldReading *readings,
          GError **error)
{
    Slice slice;
    gboolean is_done = TRUE;
    slice_init(&slice, self, rows, readings);
    for (guint i = 0; is_done && i < n; i += MAX_CHUNK_TEXTS)
        is_done = tokenise_chunk(&slice, texts, i, MIN(MAX_CHUNK_TEXTS, n - i), error);
    if (is_done) {
        make_batches(&slice);
        run_lanes(&slice);
        is_done = slice.error == NULL;
        if (!is_done)
            g_propagate_error(error, g_steal_pointer(&slice.error));
    }
    slice_clear(&slice);
    return is_done;
}

/**
 * cld_network_run:
 * @self: a network
 * @texts: (array length=n_texts): single texts (the hypothesis is not looked at) or pairs
 * @n_texts: how many
 * @rows: (out caller-allocates): the numbers of each, in order
 * @readings: (out caller-allocates): how much of each was read
 * @error: return location for a #CldModelError, or %NULL
 *
 * Returns: %FALSE with @error set if the runtime failed; then nothing is in @rows
 */
gboolean
cld_network_run(CldNetwork *self,
                const CldJudgePair *texts,
                guint n_texts,
                float *rows,
                CldReading *readings,
                GError **error)
{
    g_autofree CldJudgePair *safe = g_new0(CldJudgePair, MAX_SLICE_TEXTS);
    for (guint begin = 0; begin < n_texts; begin += MAX_SLICE_TEXTS) {
        guint n = MIN(MAX_SLICE_TEXTS, n_texts - begin);
        g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
        for (guint i = 0; i < n; i++) {
            const CldJudgePair *text = &texts[begin + i];
            readings[begin + i] = CLD_READING_WHOLE;
            safe[i].premise = take_text(self, strings, text->premise, &readings[begin + i]);
            if (self->n_strings > 1)
                safe[i].hypothesis =
                    take_text(self, strings, text->hypothesis, &readings[begin + i]);
        }
        if (!run_slice(self, safe, n, rows + (gsize)begin * self->n_columns, readings + begin,
                       error))
            return FALSE;
    }
    return TRUE;
}

void
cld_network_free(CldNetwork *self)
{
    const CldRuntime *rt = self->runtime;
    for (guint i = 0; i < self->n_lanes; i++) {
        g_clear_pointer(&self->lanes[i].request, rt->ov_infer_request_free);
        for (guint k = 0; k < self->n_inputs; k++)
            g_clear_pointer(&self->lanes[i].inputs[k], g_array_unref);
    }
    g_clear_pointer(&self->tokenizer_request, rt->ov_infer_request_free);
    g_clear_pointer(&self->tokenizer, rt->ov_compiled_model_free);
    g_clear_pointer(&self->encoder, rt->ov_compiled_model_free);
    g_clear_pointer(&self->core, rt->ov_core_free);
    g_free(self->network_path);
    g_free(self->tokenizer_path);
    g_free(self);
}
