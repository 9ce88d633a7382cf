/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-model.h"
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* The model that is shipped, with the runtime: skipped where either is not there. */
static CldModel *model; /* (owned) (nullable) */
static char *runtime;   /* (owned) */

static CldModel *
open_model(const char *folder, guint n_threads, GError **error)
{
    const char *places[] = {runtime, NULL};
    const CldModelOptions options = {.places = places, .n_threads = n_threads};
    return cld_model_open(folder, &options, error);
}

static char *
dup_shipped(void)
{
    return g_test_build_filename(G_TEST_DIST, "..", "..", "models", NULL);
}

static gboolean
is_without(const void *part)
{
    if (part != NULL)
        return FALSE;
    g_test_skip("no model or no runtime here");
    return TRUE;
}

static double
cosine(const float *a, const float *b, guint n)
{
    double sum = 0;
    for (guint i = 0; i < n; i++)
        sum += (double)a[i] * (double)b[i];
    return sum;
}

static const char *const texts[] = {
    "The bridge over the Elm is closed.",
    "The Elm bridge was shut to traffic.",
    "A bakery in Tarn won the bread prize.",
    "",
};

static void
test_vectors(void)
{
    CldEncoder *encoder = model == NULL ? NULL : cld_model_get_encoder(model);
    if (is_without(encoder))
        return;
    guint n = cld_encoder_get_dimension(encoder);
    g_autofree float *rows = g_new(float, G_N_ELEMENTS(texts) * n);
    g_autoptr(GError) error = NULL;
    g_assert_true(cld_encoder_encode(encoder, texts, G_N_ELEMENTS(texts), rows, &error));
    g_assert_no_error(error);
    for (guint i = 0; i < 3; i++)
        g_assert_cmpfloat_with_epsilon(cosine(rows + i * n, rows + i * n, n), 1, 1e-5);
    g_assert_cmpfloat(cosine(rows, rows + n, n), >, 0.6);
    g_assert_cmpfloat(cosine(rows, rows + 2 * n, n), <, 0.4);
    for (guint i = 0; i < n; i++)
        g_assert_cmpfloat(rows[3 * n + i], ==, 0); /* no word, near nothing */
    g_assert_true(cld_encoder_encode(encoder, NULL, 0, NULL, &error));
}

/* The same text gets the same numbers, whatever order the batch comes in. */
static void
test_vectors_order(void)
{
    CldEncoder *encoder = model == NULL ? NULL : cld_model_get_encoder(model);
    if (is_without(encoder))
        return;
    guint n = cld_encoder_get_dimension(encoder);
    const char *many[70], *turned[70];
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < 70; i++) {
        g_ptr_array_add(kept, g_strdup_printf("The %u boats %s.", i,
                                              i % 3 == 0 ? "sailed" : "left the harbour at dawn"));
        many[i] = turned[69 - i] = g_ptr_array_index(kept, i);
    }
    g_autofree float *rows = g_new(float, 70 * n), *other = g_new(float, 70 * n);
    g_assert_true(cld_encoder_encode(encoder, many, 70, rows, NULL));
    g_assert_true(cld_encoder_encode(encoder, turned, 70, other, NULL));
    for (guint i = 0; i < 70; i++)
        g_assert_cmpmem(rows + i * n, (int)(n * sizeof *rows), other + (69 - i) * n,
                        (int)(n * sizeof *rows));
}

/* Threads change the time, not the numbers. */
static void
test_threads(void)
{
    if (is_without(model == NULL ? NULL : cld_model_get_encoder(model)))
        return;
    g_autofree char *folder = dup_shipped();
    g_autoptr(CldModel) one = open_model(folder, 1, NULL);
    guint n = cld_encoder_get_dimension(cld_model_get_encoder(model));
    const char *many[40];
    for (guint i = 0; i < 40; i++)
        many[i] = texts[i % 3];
    g_autofree float *rows = g_new(float, 40 * n), *other = g_new(float, 40 * n);
    g_assert_true(cld_encoder_encode(cld_model_get_encoder(model), many, 40, rows, NULL));
    g_assert_true(cld_encoder_encode(cld_model_get_encoder(one), many, 40, other, NULL));
    g_assert_cmpmem(rows, (int)(40 * n * sizeof *rows), other, (int)(40 * n * sizeof *rows));
}

/* Words that spell a special token are words: the sentence behind them is still read. */
static void
test_special_tokens(void)
{
    CldEncoder *encoder = model == NULL ? NULL : cld_model_get_encoder(model);
    if (is_without(encoder))
        return;
    const char *spelled[] = {"[PAD] [PAD] The bridge is closed.",
                             "[ PAD] [ PAD] The bridge is closed."};
    guint n = cld_encoder_get_dimension(encoder);
    g_autofree float *rows = g_new(float, 2 * n);
    g_assert_true(cld_encoder_encode(encoder, spelled, 2, rows, NULL));
    g_assert_cmpfloat_with_epsilon(cosine(rows, rows + n, n), 1, 1e-5);
}

/* What is judged by the shipped pair part, whatever it was taught. */
static void
test_pairs(void)
{
    static const CldJudgePair pairs[] = {
        {"The bridge over the Elm is closed.", "The bridge over the Elm is open."},
        {"The bridge over the Elm is closed.", "The bridge over the Elm is closed."},
    };
    CldJudge *judge = model == NULL ? NULL : cld_model_get_judge(model);
    if (is_without(judge))
        return;
    CldJudgement answers[G_N_ELEMENTS(pairs)];
    g_autoptr(GError) error = NULL;
    g_assert_true(cld_judge_pairs(judge, pairs, G_N_ELEMENTS(pairs), answers, &error));
    g_assert_no_error(error);
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_assert_true(answers[i].is_scored);
        g_assert_cmpfloat_with_epsilon(answers[i].agreement + answers[i].contradiction +
                                           answers[i].update + answers[i].neutral,
                                       1, 1e-9);
    }
    g_assert_cmpfloat(answers[1].agreement, >, answers[0].agreement);
}

/* The model of tests/unit/models: an NLI model in an ONNX file that knows what "same" and "not"
 * say. */
static CldModel *
open_tiny(guint n_threads)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_test_build_filename(G_TEST_DIST, "models", "tiny", NULL);
    if (is_without(model)) /* then there is no runtime */
        return NULL;
    CldModel *tiny = open_model(folder, n_threads, &error);
    g_assert_no_error(error);
    return tiny;
}

/* Which of the three is the most likely; 0: it was not scored. */
typedef struct {
    CldJudgePair pair;
    char wanted;
} Row;

static const Row rows_of_tiny[] = {
    {{"The bridge is open.", "The bridge is not open."}, 'c'},
    {{"The bridge is open.", "The same bridge is open."}, 'a'},
    {{"The bridge is open.", "The bridge is."}, 'n'},
    {{"NOT open", "open"}, 'c'},
    {{"the bridge", "bad"}, 0}, /* an output that is no number */
    {{"", ""}, 0},              /* no word in it */
    {{"?", "The bridge."}, 0},
    {{"The bridge [SEP] not", "the bridge"}, 'c'}, /* a spelled token is words */
    {{"the bridge is open the bridge is open the bridge is open the bridge is open",
      "the bridge is "
      "open the bridge is not open"},
     0}, /* more than it reads: what is cut may matter */
};

static char
answer_of(const CldJudgement *judgement)
{
    if (!judgement->is_scored)
        return 0;
    if (judgement->contradiction > MAX(judgement->agreement, judgement->neutral))
        return 'c';
    return judgement->agreement > judgement->neutral ? 'a' : 'n';
}

static void
test_tiny(void)
{
    g_autoptr(CldModel) tiny = open_tiny(2);
    if (tiny == NULL)
        return;
    CldJudge *judge = cld_model_get_judge(tiny);
    CldJudgePair pairs[G_N_ELEMENTS(rows_of_tiny)];
    CldJudgement answers[G_N_ELEMENTS(rows_of_tiny)];
    g_autoptr(GError) error = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(rows_of_tiny); i++)
        pairs[i] = rows_of_tiny[i].pair;
    g_assert_true(cld_judge_pairs(judge, pairs, G_N_ELEMENTS(pairs), answers, &error));
    g_assert_no_error(error);
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (answer_of(&answers[i]) != rows_of_tiny[i].wanted)
            g_error("%s | %s: %d", pairs[i].premise, pairs[i].hypothesis, answer_of(&answers[i]));
    g_assert_cmpfloat(answers[0].update, ==, 0);
    g_assert_cmpfloat_with_epsilon(answers[0].same_subject, 1 - answers[0].neutral, 1e-12);
    g_assert_null(cld_model_get_encoder(tiny));
    g_assert_cmpstr(cld_judge_get_name(judge), ==, "tiny-1");
}

/* More than one slice, in two orders, with one thread and with two: each pair the same numbers. */
static void
test_many_pairs(void)
{
    enum {
        N = 2100
    };
    g_autoptr(CldModel) tiny = open_tiny(2);
    if (tiny == NULL)
        return;
    g_autoptr(CldModel) one = open_tiny(1);
    g_autofree CldJudgePair *pairs = g_new(CldJudgePair, N), *turned = g_new(CldJudgePair, N);
    g_autofree CldJudgement *a = g_new(CldJudgement, N), *b = g_new(CldJudgement, N);
    for (guint i = 0; i < N; i++)
        pairs[i] = turned[N - 1 - i] = rows_of_tiny[i % G_N_ELEMENTS(rows_of_tiny)].pair;
    g_assert_true(cld_judge_pairs(cld_model_get_judge(tiny), pairs, N, a, NULL));
    g_assert_true(cld_judge_pairs(cld_model_get_judge(one), turned, N, b, NULL));
    for (guint i = 0; i < N; i++) {
        g_assert_true(a[i].is_scored == b[N - 1 - i].is_scored);
        g_assert_true(a[i].contradiction == b[N - 1 - i].contradiction);
    }
}

/* A model.json that fits its files by SHA-256 but not by what they do. */
typedef struct {
    const char *path;
    const char *from, *to;
    int code;
    const char *said;
} Misfit;

static const Misfit misfits[] = {
    {"/model/misfit/dimension", "\"dimension\": 384", "\"dimension\": 383", CLD_MODEL_ERROR_FORM,
     "network.xml"},
    {"/model/misfit/tokens", "\"max_tokens\": 256", "\"max_tokens\": 3", CLD_MODEL_ERROR_FORM,
     "tokenizer.xml"},
    {"/model/misfit/input", "\"token_type_ids\"", "\"type_ids\"", CLD_MODEL_ERROR_FORM,
     "tokenizer.xml"},
    {"/model/misfit/pooling", "\"pooling\": \"none\"", "\"pooling\": \"mean\"",
     CLD_MODEL_ERROR_FORM, "network.xml"},
    {"/model/misfit/swapped", "\"network\": \"vectors/network.xml\"",
     "\"network\": \"vectors/tokenizer.xml\"", CLD_MODEL_ERROR_FORM, "tokenizer.xml"},
};

static char *
replace_once(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    g_assert_nonnull(at);
    return g_strdup_printf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static void
test_misfit(gconstpointer data)
{
    const Misfit *row = data;
    if (is_without(model == NULL ? NULL : cld_model_get_encoder(model)))
        return;
    g_autoptr(GError) error = NULL;
    g_autofree char *shipped = dup_shipped(), *folder = g_dir_make_tmp("model-XXXXXX", NULL);
    g_autofree char *from = g_build_filename(shipped, "model.json", NULL);
    g_autofree char *to = g_build_filename(folder, "model.json", NULL), *text = NULL;
    g_assert_true(g_file_get_contents(from, &text, NULL, &error));
    g_autofree char *changed = replace_once(text, row->from, row->to);
    g_assert_true(g_file_set_contents(to, changed, -1, &error));
    for (guint i = 0; i < CLD_MODEL_N_PARTS; i++) {
        const char *part = cld_model_part_get_name(i);
        g_autofree char *target = g_canonicalize_filename(part, shipped);
        g_autofree char *link = g_build_filename(folder, part, NULL);
        g_assert_cmpint(symlink(target, link), ==, 0);
    }
    g_assert_null(open_model(folder, 1, &error));
    g_assert_error(error, CLD_MODEL_ERROR, row->code);
    if (strstr(error->message, row->said) == NULL)
        g_error("“%s” does not name %s", error->message, row->said);
    for (guint i = 0; i < CLD_MODEL_N_PARTS; i++) {
        g_autofree char *link = g_build_filename(folder, cld_model_part_get_name(i), NULL);
        g_assert_cmpint(g_unlink(link), ==, 0);
    }
    g_assert_cmpint(g_unlink(to), ==, 0);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void
test_facts(void)
{
    if (is_without(model))
        return;
    g_assert_true(g_str_has_prefix(cld_model_get_runtime_version(model), "OpenVINO 20"));
    g_assert_true(g_file_test(cld_model_get_runtime_path(model), G_FILE_TEST_IS_REGULAR));
    g_assert_nonnull(cld_model_get_info(model)->name);
}

static void
test_nowhere(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(open_model("/nowhere", 1, &error));
    g_assert_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_MISSING);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = dup_shipped();
    const char *named = g_getenv("CLAIMDIFF_OPENVINO");
    runtime = named != NULL
                  ? g_strdup(named)
                  : g_test_build_filename(G_TEST_DIST, "..", "..", "build", "openvino", NULL);
#ifndef __SANITIZE_ADDRESS__ /* the runtime loads its own plugins in a way that it refuses */
    model = open_model(folder, 2, &error);
#endif
    if (error != NULL && !g_error_matches(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_NO_RUNTIME))
        g_error("%s", error->message);
    g_test_add_func("/model/nowhere", test_nowhere);
    g_test_add_func("/model/facts", test_facts);
    g_test_add_func("/model/vectors", test_vectors);
    g_test_add_func("/model/vectors-order", test_vectors_order);
    g_test_add_func("/model/threads", test_threads);
    g_test_add_func("/model/special-tokens", test_special_tokens);
    g_test_add_func("/model/pairs", test_pairs);
    g_test_add_func("/model/tiny", test_tiny);
    g_test_add_func("/model/many-pairs", test_many_pairs);
    for (gsize i = 0; i < G_N_ELEMENTS(misfits); i++)
        g_test_add_data_func(misfits[i].path, &misfits[i], test_misfit);
    int status = g_test_run();
    g_clear_object(&model);
    g_free(runtime);
    return status;
}
