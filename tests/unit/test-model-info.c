/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-model-info.h"
#include <glib/gstdio.h>
#include <string.h>

/* SHA-256 of "abc" (FIPS 180-4, an example of its own). */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define FILES                                                                                      \
    "\"network\":\"n.xml\",\"tokenizer\":\"t.xml\",\"files\":{\"n.xml\":\"" ABC                    \
    "\",\"n.bin\":\"" ABC "\",\"t.xml\":\"" ABC "\",\"t.bin\":\"" ABC "\"},"
#define INPUTS "\"inputs\":[\"input_ids\",\"attention_mask\"],\"special_tokens\":[\"[SEP]\"],"
#define VECTORS                                                                                    \
    "\"vectors\":{" FILES INPUTS "\"max_tokens\":128,\"dimension\":384,\"pooling\":\"mean\"}"
#define PAIR(heads) "\"pair\":{" FILES INPUTS "\"max_tokens\":128,\"heads\":[" heads "]}"
#define NLI                                                                                        \
    "{\"kind\":\"softmax\",\"labels\":[\"Entailment\",\"neutral\",\"contradiction\"],"             \
    "\"temperature\":1.5}"
#define ROOT(parts)                                                                                \
    "{\"format\":\"claimdiff-model-1\",\"name\":\"n-1\",\"licence\":\"MIT\",\"parts\":{" parts "}" \
    "}"

typedef struct {
    char *folder; /* (owned) */
} Fixture;

static void
put(const Fixture *f, const char *name, const char *text, gssize length)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(f->folder, name, NULL);
    g_file_set_contents(path, text, length, &error);
    g_assert_no_error(error);
}

static void
set_up(Fixture *f, gconstpointer unused)
{
    static const char *const names[] = {"n.xml", "n.bin", "t.xml", "t.bin"};
    f->folder = g_dir_make_tmp("model-info-XXXXXX", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        put(f, names[i], "abc", 3);
}

static void
tear_down(Fixture *f, gconstpointer unused)
{
    static const char *const names[] = {"n.xml", "n.bin", "t.xml", "t.bin", "model.json"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(f->folder, names[i], NULL);
        g_unlink(path);
    }
    g_assert_cmpint(g_rmdir(f->folder), ==, 0);
    g_free(f->folder);
}

static void
test_good(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    put(f, "model.json",
        ROOT(VECTORS "," PAIR(NLI ",{\"kind\":\"sigmoid\",\"labels\":[\"same_subject\"],"
                                  "\"temperature\":2},{\"kind\":\"softmax\",\"labels\":[\"number\","
                                  "\"date\"],\"temperature\":1}")),
        -1);
    g_autoptr(CldModelInfo) info = cld_model_info_read(f->folder, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(info->name, ==, "n-1");
    g_assert_cmpstr(info->licence, ==, "MIT");
    g_assert_cmpuint(strlen(info->sha256), ==, 64);
    const CldModelPart *vectors = info->parts[CLD_MODEL_PART_VECTORS];
    const CldModelPart *pair = info->parts[CLD_MODEL_PART_PAIR];
    g_assert_cmpuint(vectors->dimension, ==, 384);
    g_assert_cmpint(vectors->pooling, ==, CLD_POOLING_MEAN);
    g_assert_cmpuint(vectors->max_tokens, ==, 128);
    g_assert_cmpstr(vectors->inputs[1], ==, "attention_mask");
    g_assert_null(vectors->inputs[2]);
    g_assert_cmpstr(vectors->specials[0], ==, "[SEP]");
    g_assert_cmpuint(pair->n_heads, ==, 3);
    g_assert_cmpuint(pair->n_outputs, ==, 6);
    g_assert_cmpint(pair->heads[0].labels[0], ==, CLD_LABEL_AGREEMENT);
    g_assert_cmpfloat(pair->heads[0].temperature, ==, 1.5);
    g_assert_false(pair->heads[1].is_softmax);
    g_assert_cmpuint(pair->heads[1].first, ==, 3);
    g_assert_cmpuint(pair->heads[2].first, ==, 4);
    g_assert_cmpint(pair->heads[2].labels[1], ==, CLD_LABEL_DATE);
    g_assert_cmpstr(cld_label_get_name(CLD_LABEL_DATE), ==, "date");
    g_assert_true(cld_model_info_check_files(info, &error));
    g_assert_no_error(error);
}

typedef struct {
    const char *path;
    const char *json;
    const char *said; /* in the message, beside the path of the file */
} Bad;

#define HEAD(labels) "{\"kind\":\"softmax\",\"labels\":[" labels "],\"temperature\":1}"
#define NAMED(path)                                                                                \
    "\"vectors\":{\"network\":\"" path "\",\"tokenizer\":\"t.xml\",\"files\":{\"" path "\":\"" ABC \
    "\",\"t.xml\":\"" ABC "\",\"t.bin\":\"" ABC "\"}," INPUTS                                      \
    "\"max_tokens\":128,\"dimension\":384,\"pooling\":\"mean\"}"

static const Bad bad[] = {
    {"not-json", "{\"format\"", "at byte"},
    {"twice", "{\"format\":1,\"format\":2}", "at byte"},
    {"list", "[]", "“format”"},
    {"other-format", "{\"format\":\"claimdiff-model-2\"}", "“format”"},
    {"no-name", "{\"format\":\"claimdiff-model-1\"}", "“name”"},
    {"long-name",
     "{\"format\":\"claimdiff-model-1\",\"name\":\""
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
     "aaaaaaaa"
     "\"}",
     "“name”"},
    {"control", "{\"format\":\"claimdiff-model-1\",\"name\":\"a\\u001b[2J\"}", "“name”"},
    {"no-licence", "{\"format\":\"claimdiff-model-1\",\"name\":\"n\"}", "“licence”"},
    {"no-parts", ROOT(""), "“parts”"},
    {"other-part", ROOT(VECTORS ",\"summary\":{}"), "“parts”"},
    {"part-no-object", ROOT("\"pair\":7"), "“pair”"},
    {"no-files", ROOT("\"vectors\":{\"network\":\"n.xml\"}"), "“files”"},
    {"sum", ROOT("\"vectors\":{\"files\":{\"n.xml\":\"ABC\"}}"), "SHA-256"},
    {"above", ROOT(NAMED("../n.onnx")), "below the model's folder"},
    {"absolute", ROOT(NAMED("/n.onnx")), "below the model's folder"},
    {"dot", ROOT(NAMED("./n.onnx")), "below the model's folder"},
    {"back", ROOT(NAMED("a\\\\n.onnx")), "below the model's folder"},
    {"kind-of-file", ROOT(NAMED("n.pt")), ".onnx"},
    {"weights-not-named", ROOT(NAMED("n.xml")), "n.bin"},
    {"no-mask",
     ROOT("\"vectors\":{" FILES "\"inputs\":[\"input_ids\"],\"special_tokens\":[],\"max_tokens\":1,"
          "\"dimension\":1,\"pooling\":\"mean\"}"),
     "attention_mask"},
    {"no-inputs", ROOT("\"vectors\":{" FILES "\"max_tokens\":128}"), "“inputs”"},
    {"inputs-no-names", ROOT("\"vectors\":{" FILES "\"inputs\":[7]}"), "“inputs”"},
    {"no-tokens", ROOT("\"vectors\":{" FILES INPUTS "\"max_tokens\":0}"), "“max_tokens”"},
    {"many-tokens", ROOT("\"vectors\":{" FILES INPUTS "\"max_tokens\":8193}"), "“max_tokens”"},
    {"half-token", ROOT("\"vectors\":{" FILES INPUTS "\"max_tokens\":1.5}"), "“max_tokens”"},
    {"no-dimension", ROOT("\"vectors\":{" FILES INPUTS "\"max_tokens\":8}"), "“dimension”"},
    {"pooling",
     ROOT("\"vectors\":{" FILES INPUTS "\"max_tokens\":8,\"dimension\":2,\"pooling\":\"max\"}"),
     "“max”"},
    {"no-heads", ROOT("\"pair\":{" FILES INPUTS "\"max_tokens\":8}"), "“heads”"},
    {"head-no-object", ROOT(PAIR("7")), "“heads”"},
    {"kind-of-head", ROOT(PAIR("{\"kind\":\"tanh\",\"labels\":[\"neutral\"],\"temperature\":1}")),
     "“tanh”"},
    {"no-labels", ROOT(PAIR("{\"kind\":\"softmax\",\"temperature\":1}")), "“labels”"},
    {"other-label", ROOT(PAIR(HEAD("\"neutral\",\"maybe\""))), "“maybe”"},
    {"label-no-text", ROOT(PAIR(HEAD("\"neutral\",7"))), "“labels”"},
    {"label-twice", ROOT(PAIR(HEAD("\"neutral\",\"neutral\""))), "“neutral”"},
    {"two-words-for-one", ROOT(PAIR(HEAD("\"agreement\",\"entailment\""))), "“entailment”"},
    {"two-labels", ROOT(PAIR(HEAD("\"entailment\",\"contradiction\""))), "complete"},
    {"numbered-labels", ROOT(PAIR(HEAD("\"LABEL_0\",\"LABEL_1\",\"LABEL_2\""))), "LABEL_0"},
    {"five-heads", ROOT(PAIR(NLI ",7,7,7,7")), "“heads”"},
    {"cold",
     ROOT(PAIR("{\"kind\":\"softmax\",\"labels\":[\"entailment\",\"neutral\",\"contradiction\"],"
               "\"temperature\":0}")),
     "“temperature”"},
    {"no-temperature",
     ROOT(PAIR("{\"kind\":\"softmax\",\"labels\":[\"entailment\",\"neutral\",\"contradiction\"]}")),
     "“temperature”"},
};

static void
test_bad(gconstpointer data)
{
    const Bad *row = data;
    Fixture f;
    g_autoptr(GError) error = NULL;
    set_up(&f, NULL);
    put(&f, "model.json", row->json, -1);
    g_assert_null(cld_model_info_read(f.folder, &error));
    g_assert_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM);
    g_assert_nonnull(strstr(error->message, "model.json: "));
    if (strstr(error->message, row->said) == NULL)
        g_error("“%s” does not say “%s”", error->message, row->said);
    tear_down(&f, NULL);
}

static void
test_missing(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(cld_model_info_read(f->folder, &error));
    g_assert_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_MISSING);
    g_assert_nonnull(strstr(error->message, "model.json"));
}

static void
test_too_large(Fixture *f, gconstpointer unused)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *blanks = g_strnfill(300 * 1024, ' ');
    put(f, "model.json", blanks, -1);
    g_assert_null(cld_model_info_read(f->folder, &error));
    g_assert_error(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_FORM);
    g_assert_nonnull(strstr(error->message, "larger"));
}

/* What happens to a file after model.json was written. */
static const struct {
    const char *path;
    const char *text; /* NULL: it is gone */
    int code;
} changes[] = {
    {"/model-info/changed/one-byte", "abd", CLD_MODEL_ERROR_CHANGED},
    {"/model-info/changed/shorter", "ab", CLD_MODEL_ERROR_CHANGED},
    {"/model-info/changed/longer", "abcd", CLD_MODEL_ERROR_CHANGED},
    {"/model-info/changed/empty", "", CLD_MODEL_ERROR_CHANGED},
    {"/model-info/changed/gone", NULL, CLD_MODEL_ERROR_MISSING},
};

static void
test_changed(Fixture *f, gconstpointer data)
{
    guint i = GPOINTER_TO_UINT(data);
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(f->folder, "t.bin", NULL);
    put(f, "model.json", ROOT(VECTORS), -1);
    if (changes[i].text != NULL)
        put(f, "t.bin", changes[i].text, -1);
    else
        g_assert_cmpint(g_unlink(path), ==, 0);
    g_autoptr(CldModelInfo) info = cld_model_info_read(f->folder, &error);
    g_assert_no_error(error);
    g_assert_false(cld_model_info_check_files(info, &error));
    g_assert_error(error, CLD_MODEL_ERROR, changes[i].code);
    g_assert_nonnull(strstr(error->message, path));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/model-info/good", Fixture, NULL, set_up, test_good, tear_down);
    g_test_add("/model-info/missing", Fixture, NULL, set_up, test_missing, tear_down);
    g_test_add("/model-info/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autofree char *path = g_strconcat("/model-info/bad/", bad[i].path, NULL);
        g_test_add_data_func(path, &bad[i], test_bad);
    }
    for (guint i = 0; i < G_N_ELEMENTS(changes); i++)
        g_test_add(changes[i].path, Fixture, GUINT_TO_POINTER(i), set_up, test_changed, tear_down);
    return g_test_run();
}
