/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* model-speed MODEL RUNTIME THREADS SECONDS: pairs a second through the pair part of a model, or
 * texts a second through its vectors part where it has no other; strings in, records out. Standard
 * input: one pair a line, a tab between the two. */
#include "cld-model.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LINE_BYTES 4096

static GArray *
read_pairs(GStringChunk *strings)
{
    char line[MAX_LINE_BYTES];
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(CldJudgePair));
    while (fgets(line, sizeof line, stdin) != NULL) {
        g_auto(GStrv) both = g_strsplit(g_strchomp(line), "\t", 2);
        if (both[0] == NULL || both[1] == NULL)
            continue;
        const CldJudgePair pair = {g_string_chunk_insert(strings, both[0]),
                                   g_string_chunk_insert(strings, both[1])};
        g_array_append_val(pairs, pair);
    }
    return pairs;
}

/* One pass over all pairs. */
static gboolean
run_once(CldModel *model, const GArray *pairs, gpointer out, GError **error)
{
    CldJudge *judge = cld_model_get_judge(model);
    const CldJudgePair *rows = (const CldJudgePair *)(const void *)pairs->data;
    if (judge != NULL)
        return cld_judge_pairs(judge, rows, pairs->len, out, error);
    g_autofree const char **texts = g_new(const char *, pairs->len);
    for (guint i = 0; i < pairs->len; i++)
        texts[i] = rows[i].premise;
    return cld_encoder_encode(cld_model_get_encoder(model), texts, pairs->len, out, error);
}

static void
measure(CldModel *model, const GArray *pairs, double seconds, GError **error)
{
    CldEncoder *encoder = cld_model_get_encoder(model);
    gsize dimension = encoder == NULL ? 0 : cld_encoder_get_dimension(encoder);
    gsize row_bytes = MAX(sizeof(CldJudgement), dimension * sizeof(float));
    g_autofree void *out = g_malloc(row_bytes * pairs->len);
    guint64 n = 0;
    if (!run_once(model, pairs, out, error)) /* the first meets new shapes */
        return;
    gint64 begin = g_get_monotonic_time(), now = begin;
    while ((double)(now - begin) < seconds * G_USEC_PER_SEC) {
        if (!run_once(model, pairs, out, error))
            return;
        n += pairs->len;
        now = g_get_monotonic_time();
    }
    printf("%s %.1f\n", cld_model_get_judge(model) != NULL ? "pair" : "vectors",
           (double)n * G_USEC_PER_SEC / (double)(now - begin));
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GStringChunk) strings = g_string_chunk_new(MAX_LINE_BYTES);
    g_autoptr(GArray) pairs = read_pairs(strings);
    if (argc != 5 || pairs->len == 0)
        return EXIT_FAILURE;
    const char *places[] = {argv[2], NULL};
    const CldModelOptions options = {.places = places,
                                     .n_threads = (guint)g_ascii_strtoull(argv[3], NULL, 10)};
    g_autoptr(CldModel) model = cld_model_open(argv[1], &options, &error);
    if (model != NULL)
        measure(model, pairs, g_ascii_strtod(argv[4], NULL), &error);
    if (error != NULL)
        fprintf(stderr, "%s\n", error->message);
    return error == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
