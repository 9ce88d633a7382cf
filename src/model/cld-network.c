/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-network.h"
#include "cld-runtime-private.h"
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* Rows of one run of the encoder, and bytes of text in it with its padding: what is attended to
 * grows with the square of the length. */
#define MAX_BATCH_ROWS  16
#define MAX_BATCH_BYTES 8192
#define MAX_LANES       64
#define MAX_TEXT_BYTES  (64 * 1024)

/* bf16 where the processor lacks it hangs, and where it has it the numbers differ. */
#define PRECISION "f32"
#define MASK      "attention_mask"

/* One thread's requests: they hold the buffers between layers. */
typedef struct {
    ov_infer_request_t *tokenizer; /* (owned) */
    ov_infer_request_t *encoder;   /* (owned) */
} Lane;

struct CldNetwork {
    const CldRuntime *runtime;
    const CldModelPart *part; /* (not owned): of the model that owns this network */
    char *network_path;       /* (owned): for messages */
    char *tokenizer_path;     /* (owned) */
    guint n_strings;          /* 1 or 2: in one text */
    guint n_columns;          /* numbers in one row */
    ov_core_t *core;          /* (owned) */
    ov_compiled_model_t *tokenizer;
    ov_compiled_model_t *encoder;
    guint n_lanes;
    Lane lanes[MAX_LANES];
};

/* One call of cld_network_run() on its way; each batch is taken by one lane. */
typedef struct {
    CldNetwork *network;
    const CldJudgePair *texts; /* with the special tokens broken up */
    const guint *order;        /* indices into texts, the longest first */
    GArray *batches;           /* (element-type guint): where each begins in order; then the end */
    float *rows;
    gboolean *is_cut;
    gint next;     /* atomic: the batch to take */
    GMutex lock;   /* of error */
    GError *error; /* (owned) (nullable): the first one */
} Job;

typedef struct {
    Job *job;
    const Lane *lane;
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
        self->core, self->tokenizer_path, "CPU", 4, &self->tokenizer, "NUM_STREAMS", n,
        "INFERENCE_NUM_THREADS", n);
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
    for (guint i = 0; i < self->n_lanes; i++) {
        Lane *lane = &self->lanes[i];
        if (!check(self,
                   self->runtime->ov_compiled_model_create_infer_request(self->tokenizer,
                                                                         &lane->tokenizer),
                   CLD_MODEL_ERROR_RUNTIME, self->tokenizer_path, error) ||
            !check(self,
                   self->runtime->ov_compiled_model_create_infer_request(self->encoder,
                                                                         &lane->encoder),
                   CLD_MODEL_ERROR_RUNTIME, self->network_path, error))
            return FALSE;
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
    gboolean is_cut = FALSE;
    return check(self, rt->ov_core_create(&self->core), CLD_MODEL_ERROR_RUNTIME, rt->path, error) &&
           check(self, rt->ov_core_add_extension(self->core, rt->tokenizers),
                 CLD_MODEL_ERROR_RUNTIME, rt->tokenizers, error) &&
           compile(self, cache, error) && count_strings(self, n_strings, error) &&
           make_lanes(self, error) && cld_network_run(self, &sample, 1, row, &is_cut, error);
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
    self->n_lanes = MIN(n_threads > 0 ? n_threads : g_get_num_processors(), MAX_LANES);
    self->network_path = g_build_filename(info->folder, self->part->network, NULL);
    self->tokenizer_path = g_build_filename(info->folder, self->part->tokenizer, NULL);
    g_autofree char *cache = dup_cache_folder(self, info, options);
    return prepare(self, cache, is_pair ? 2 : 1, error) ? g_steal_pointer(&self) : NULL;
}

static gboolean
set_strings(
    CldNetwork *self, const Lane *lane, const char **strings, guint n, guint input, GError **error)
{
    const CldRuntime *rt = self->runtime;
    const int64_t dims[] = {n};
    ov_shape_t shape = {0};
    ov_tensor_t *tensor = NULL;
    ov_status_e status = rt->ov_shape_create(1, dims, &shape);
    if (status == OK)
        status = rt->ov_tensor_create_from_string_array(strings, n, shape, &tensor);
    if (status == OK)
        status = rt->ov_infer_request_set_input_tensor_by_index(lane->tokenizer, input, tensor);
    gboolean is_set = check(self, status, CLD_MODEL_ERROR_SCORING, self->tokenizer_path, error);
    g_clear_pointer(&tensor, rt->ov_tensor_free);
    if (shape.dims != NULL)
        rt->ov_shape_free(&shape);
    return is_set;
}

/* A tensor's numbers, whose form must be @type and [n, …]; @width is the product of the others,
 * @rank how many there are. */
static gboolean
look_into(CldNetwork *self,
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

/* What the tokenizer made becomes the encoder's input. */
static gboolean
hand_over(CldNetwork *self, const Lane *lane, guint n, GArray *mask, gint64 *width, GError **error)
{
    const CldRuntime *rt = self->runtime;
    for (guint i = 0; self->part->inputs[i] != NULL; i++) {
        const char *name = self->part->inputs[i];
        ov_tensor_t *tensor = NULL;
        gint64 dims[3] = {0};
        void *data = NULL;
        if (!check(self, rt->ov_infer_request_get_tensor(lane->tokenizer, name, &tensor),
                   CLD_MODEL_ERROR_FORM, self->tokenizer_path, error))
            return FALSE;
        gboolean is_fit = look_into(self, tensor, I64, n, dims, &data);
        if (is_fit && g_str_equal(name, MASK)) {
            g_array_set_size(mask, 0);
            g_array_append_vals(mask, data, (guint)(dims[0] * dims[1]));
            *width = dims[1];
        }
        ov_status_e status =
            is_fit ? rt->ov_infer_request_set_tensor(lane->encoder, name, tensor) : OK;
        rt->ov_tensor_free(tensor);
        if (!check(self, status, CLD_MODEL_ERROR_FORM, self->network_path, error))
            return FALSE;
        if (!is_fit) {
            g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM,
                        "%s: “%s” is not rows of whole numbers", self->tokenizer_path, name);
            return FALSE;
        }
    }
    return TRUE;
}

static gint64
count_tokens(const GArray *mask, guint row, gint64 width)
{
    gint64 n = 0;
    for (gint64 i = 0; i < width; i++)
        n += g_array_index(mask, gint64, row * width + i) != 0;
    return n;
}

/* The mean over the tokens that are not padding (Reimers and Gurevych 2019, Sentence-BERT). */
static void
pool_mean(const float *tokens, const GArray *mask, guint row, gint64 width, guint n, float *out)
{
    g_autofree double *sum = g_new0(double, n);
    gint64 n_tokens = MAX(count_tokens(mask, row, width), 1);
    for (gint64 i = 0; i < width; i++) {
        if (g_array_index(mask, gint64, row * width + i) == 0)
            continue;
        for (guint j = 0; j < n; j++)
            sum[j] += (double)tokens[i * n + j];
    }
    for (guint j = 0; j < n; j++)
        out[j] = (float)(sum[j] / (double)n_tokens);
}

static gboolean
take_rows(const Worker *worker,
          const guint *indices,
          guint n,
          const GArray *mask,
          gint64 width,
          GError **error)
{
    CldNetwork *self = worker->job->network;
    ov_tensor_t *tensor = NULL;
    gint64 dims[3] = {0};
    void *data = NULL;
    if (!check(self,
               self->runtime->ov_infer_request_get_output_tensor_by_index(worker->lane->encoder, 0,
                                                                          &tensor),
               CLD_MODEL_ERROR_SCORING, self->network_path, error))
        return FALSE;
    gboolean is_pooled = self->part->pooling == CLD_POOLING_MEAN;
    gboolean is_fit = look_into(self, tensor, F32, n, dims, &data) &&
                      (is_pooled ? dims[1] == width && dims[2] == self->n_columns
                                 : dims[1] == self->n_columns && dims[2] == 0);
    for (guint i = 0; is_fit && i < n; i++) {
        float *out = worker->job->rows + (gsize)indices[i] * self->n_columns;
        const float *row = (const float *)data + i * (is_pooled ? dims[1] : 1) * self->n_columns;
        if (is_pooled)
            pool_mean(row, mask, i, width, self->n_columns, out);
        else
            memcpy(out, row, self->n_columns * sizeof *out);
        worker->job->is_cut[indices[i]] = count_tokens(mask, i, width) >= self->part->max_tokens;
    }
    self->runtime->ov_tensor_free(tensor);
    if (!is_fit)
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM,
                    "%s: its output is not %u numbers a %s, as model.json says", self->network_path,
                    self->n_columns, is_pooled ? "token" : "text");
    return is_fit;
}

static gboolean
run_batch(const Worker *worker, const guint *indices, guint n, GArray *mask, GError **error)
{
    CldNetwork *self = worker->job->network;
    const char *strings[2][MAX_BATCH_ROWS];
    gint64 width = 0;
    for (guint i = 0; i < n; i++) {
        strings[0][i] = worker->job->texts[indices[i]].premise;
        strings[1][i] = worker->job->texts[indices[i]].hypothesis;
    }
    for (guint i = 0; i < self->n_strings; i++)
        if (!set_strings(self, worker->lane, strings[i], n, i, error))
            return FALSE;
    if (!check(self, self->runtime->ov_infer_request_infer(worker->lane->tokenizer),
               CLD_MODEL_ERROR_SCORING, self->tokenizer_path, error) ||
        !hand_over(self, worker->lane, n, mask, &width, error))
        return FALSE;
    if (width > self->part->max_tokens) {
        g_set_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM,
                    "%s: does not stop at the %u tokens of model.json", self->tokenizer_path,
                    self->part->max_tokens);
        return FALSE;
    }
    return check(self, self->runtime->ov_infer_request_infer(worker->lane->encoder),
                 CLD_MODEL_ERROR_SCORING, self->network_path, error) &&
           take_rows(worker, indices, n, mask, width, error);
}

static gpointer
work(gpointer data)
{
    const Worker *worker = data;
    Job *job = worker->job;
    g_autoptr(GArray) mask = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (;;) {
        guint batch = (guint)g_atomic_int_add(&job->next, 1);
        if (batch + 1 >= job->batches->len)
            return NULL;
        guint begin = g_array_index(job->batches, guint, batch);
        guint end = g_array_index(job->batches, guint, batch + 1);
        GError *error = NULL;
        if (run_batch(worker, job->order + begin, end - begin, mask, &error))
            continue;
        g_mutex_lock(&job->lock);
        if (job->error == NULL)
            job->error = g_steal_pointer(&error);
        g_clear_error(&error);
        g_atomic_int_set(&job->next, (gint)job->batches->len);
        g_mutex_unlock(&job->lock);
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

static gsize
length_of(const CldJudgePair *text)
{
    return strlen(text->premise) + (text->hypothesis == NULL ? 0 : strlen(text->hypothesis));
}

/* By length, then by words: which texts share a batch does not depend on the order they came in. */
static gint
compare_texts(gconstpointer a, gconstpointer b, gpointer data)
{
    const CldJudgePair *texts = data;
    guint i = *(const guint *)a, j = *(const guint *)b;
    gsize length_i = length_of(&texts[i]), length_j = length_of(&texts[j]);
    if (length_i != length_j)
        return length_i > length_j ? -1 : 1;
    gint order = strcmp(texts[i].premise, texts[j].premise);
    if (order == 0)
        order = g_strcmp0(texts[i].hypothesis, texts[j].hypothesis);
    return order != 0 ? order : (i < j ? -1 : i > j);
}

static GArray *
make_batches(const CldJudgePair *texts, const guint *order, guint n)
{
    GArray *batches = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint begin = 0; begin < n;) {
        gsize longest = MAX(length_of(&texts[order[begin]]), 1);
        gsize n_rows = CLAMP(MAX_BATCH_BYTES / longest, 1, MAX_BATCH_ROWS);
        g_array_append_val(batches, begin);
        begin += (guint)MIN(n_rows, n - begin);
    }
    g_array_append_val(batches, n);
    return batches;
}

static void
run_lanes(Job *job)
{
    Worker workers[MAX_LANES];
    GThread *threads[MAX_LANES];
    guint n = MIN(job->network->n_lanes, job->batches->len - 1);
    for (guint i = 0; i < n; i++) {
        workers[i] = (Worker){job, &job->network->lanes[i]};
        threads[i] = i == 0 ? NULL : g_thread_new("claimdiff-model", work, &workers[i]);
    }
    if (n > 0)
        work(&workers[0]);
    for (guint i = 1; i < n; i++)
        g_thread_join(threads[i]);
}

/**
 * cld_network_run:
 * @self: a network
 * @texts: (array length=n_texts): single texts (the hypothesis is not looked at) or pairs
 * @n_texts: how many
 * @rows: (out caller-allocates): the numbers of each, in order
 * @is_cut: (out caller-allocates): whether a text may have been longer than the model reads
 * @error: return location for a #CldModelError, or %NULL
 *
 * Returns: %FALSE with @error set if the runtime failed; then nothing is in @rows
 */
gboolean
cld_network_run(CldNetwork *self,
                const CldJudgePair *texts,
                guint n_texts,
                float *rows,
                gboolean *is_cut,
                GError **error)
{
    g_autofree CldJudgePair *safe = g_new0(CldJudgePair, n_texts + 1);
    g_autofree guint *order = g_new(guint, n_texts + 1);
    g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < n_texts; i++) {
        order[i] = i;
        g_ptr_array_add(strings, break_specials(self->part, texts[i].premise));
        safe[i].premise = g_ptr_array_index(strings, strings->len - 1);
        if (self->n_strings < 2)
            continue;
        g_ptr_array_add(strings, break_specials(self->part, texts[i].hypothesis));
        safe[i].hypothesis = g_ptr_array_index(strings, strings->len - 1);
    }
    g_qsort_with_data(order, (gint)n_texts, sizeof *order, compare_texts, safe);
    g_autoptr(GArray) batches = make_batches(safe, order, n_texts);
    Job job = {self, safe, order, batches, rows, is_cut, 0};
    g_mutex_init(&job.lock);
    run_lanes(&job);
    g_mutex_clear(&job.lock);
    if (job.error == NULL)
        return TRUE;
    g_propagate_error(error, job.error);
    return FALSE;
}

void
cld_network_free(CldNetwork *self)
{
    const CldRuntime *rt = self->runtime;
    for (guint i = 0; i < self->n_lanes; i++) {
        g_clear_pointer(&self->lanes[i].tokenizer, rt->ov_infer_request_free);
        g_clear_pointer(&self->lanes[i].encoder, rt->ov_infer_request_free);
    }
    g_clear_pointer(&self->tokenizer, rt->ov_compiled_model_free);
    g_clear_pointer(&self->encoder, rt->ov_compiled_model_free);
    g_clear_pointer(&self->core, rt->ov_core_free);
    g_free(self->network_path);
    g_free(self->tokenizer_path);
    g_free(self);
}
