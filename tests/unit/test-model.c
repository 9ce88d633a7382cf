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

static const CldJudgePair pairs[] = {
    {"The bridge over the Elm is closed.", "The bridge over the Elm is open."},
    {"The bridge over the Elm is closed.", "The bridge over the Elm is closed."},
    {"The bridge over the Elm is closed.", "A bakery in Tarn won the bread prize."},
};

static void
test_pairs(void)
{
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
    g_assert_cmpfloat(answers[0].contradiction + answers[0].update, >,
                      answers[1].contradiction + answers[1].update);
    g_assert_cmpfloat(answers[2].neutral, >, answers[1].neutral);
    g_assert_cmpfloat(answers[1].same_subject, >, answers[2].same_subject);
}

/* What does not fit is not scored: that is not the same as no contradiction. */
static void
test_long_pair(void)
{
    CldJudge *judge = model == NULL ? NULL : cld_model_get_judge(model);
    if (is_without(judge))
        return;
    g_autoptr(GString) text = g_string_new("The mayor, ");
    for (guint i = 0; i < 400; i++)
        g_string_append(text, "who has held many offices, ");
    const CldJudgePair all[] = {
        {text->str, "The mayor resigned."}, pairs[0], {"", ""}, {"?", "A."}};
    CldJudgement answers[G_N_ELEMENTS(all)];
    g_autoptr(GError) error = NULL;
    g_assert_true(cld_judge_pairs(judge, all, G_N_ELEMENTS(all), answers, &error));
    g_assert_no_error(error);
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        g_assert_true(answers[i].is_scored == (i == 1));
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
    g_test_add_func("/model/long-pair", test_long_pair);
    for (gsize i = 0; i < G_N_ELEMENTS(misfits); i++)
        g_test_add_data_func(misfits[i].path, &misfits[i], test_misfit);
    int status = g_test_run();
    g_clear_object(&model);
    g_free(runtime);
    return status;
}
