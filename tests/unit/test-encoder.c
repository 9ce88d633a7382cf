/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-pair-scorer.h"
#include "cld-scripted-encoder.h"
#include <math.h>

static void
test_script(void)
{
    const float known[] = {3, 4};
    const char *texts[] = {"Known.", "Unknown."};
    float rows[4] = {9, 9, 9, 9};
    g_autoptr(CldScriptedEncoder) scripted = cld_scripted_encoder_new(2);
    CldEncoder *encoder = CLD_ENCODER(scripted);
    cld_scripted_encoder_add(scripted, "Known.", known);
    g_assert_cmpstr(cld_encoder_get_name(encoder), ==, "scripted");
    g_assert_cmpuint(cld_encoder_get_dimension(encoder), ==, 2);
    g_assert_true(cld_encoder_encode(encoder, texts, 2, rows, NULL));
    g_assert_cmpfloat_with_epsilon(rows[0], 0.6f, 1e-6);
    g_assert_cmpfloat_with_epsilon(rows[1], 0.8f, 1e-6);
    g_assert_cmpfloat(rows[2], ==, 0);
    g_assert_cmpfloat(rows[3], ==, 0);
}

/* Four relations, one subject, two types, as the trained model answers. */
static const CldModelPart whole = {
    .n_outputs = 7,
    .n_heads = 3,
    .heads = {{TRUE,
               2,
               0,
               4,
               {CLD_LABEL_AGREEMENT, CLD_LABEL_CONTRADICTION, CLD_LABEL_UPDATE, CLD_LABEL_NEUTRAL}},
              {FALSE, 1, 4, 1, {CLD_LABEL_SAME_SUBJECT}},
              {TRUE, 1, 5, 2, {CLD_LABEL_NUMBER, CLD_LABEL_PLACE}}},
};

/* A common NLI model, in an order of its own. */
static const CldModelPart nli = {
    .n_outputs = 3,
    .n_heads = 1,
    .heads = {{TRUE, 1, 0, 3, {CLD_LABEL_CONTRADICTION, CLD_LABEL_AGREEMENT, CLD_LABEL_NEUTRAL}}},
};

/* Every label for itself. */
static const CldModelPart loose = {
    .n_outputs = 3,
    .n_heads = 1,
    .heads = {{FALSE, 1, 0, 3, {CLD_LABEL_AGREEMENT, CLD_LABEL_CONTRADICTION, CLD_LABEL_NEUTRAL}}},
};

static void
test_whole(void)
{
    const float outputs[] = {0, (float)(2 * G_LN2), 0, 0, 0, 1, 2};
    CldJudgement got = cld_judgement_from_outputs(&whole, outputs);
    g_assert_true(got.is_scored);
    g_assert_cmpfloat_with_epsilon(got.contradiction, 0.4, 1e-6); /* 2 of 1 + 2 + 1 + 1 */
    g_assert_cmpfloat_with_epsilon(got.agreement, 0.2, 1e-6);
    g_assert_cmpfloat_with_epsilon(got.update, 0.2, 1e-6);
    g_assert_cmpfloat_with_epsilon(got.neutral, 0.2, 1e-6);
    g_assert_cmpfloat_with_epsilon(got.same_subject, 0.5, 1e-6);
    g_assert_cmpstr(got.type, ==, "place");
}

static void
test_nli(void)
{
    const float outputs[] = {0, 0, (float)G_LN2};
    CldJudgement got = cld_judgement_from_outputs(&nli, outputs);
    g_assert_true(got.is_scored);
    g_assert_cmpfloat_with_epsilon(got.contradiction, 0.25, 1e-6);
    g_assert_cmpfloat_with_epsilon(got.agreement, 0.25, 1e-6);
    g_assert_cmpfloat_with_epsilon(got.neutral, 0.5, 1e-6);
    g_assert_cmpfloat(got.update, ==, 0);
    g_assert_null(got.type);
    g_assert_cmpfloat_with_epsilon(got.same_subject, 0.5, 1e-6); /* 1 - neutral */
}

static void
test_loose(void)
{
    const float outputs[] = {0, 0, 0};
    CldJudgement got = cld_judgement_from_outputs(&loose, outputs);
    g_assert_true(got.is_scored);
    g_assert_cmpfloat_with_epsilon(got.agreement, 1.0 / 3, 1e-6);
    g_assert_cmpfloat_with_epsilon(got.contradiction, 1.0 / 3, 1e-6);
}

static void
test_far_out(void)
{
    const float outputs[] = {-3e38f, 3e38f, 0};
    CldJudgement got = cld_judgement_from_outputs(&nli, outputs);
    g_assert_true(got.is_scored);
    g_assert_cmpfloat(got.agreement, ==, 1);
    g_assert_cmpfloat(got.contradiction, ==, 0);
}

static void
test_no_number(void)
{
    const float bad[] = {NAN, INFINITY, -INFINITY};
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
        float outputs[] = {0, 0, 0};
        outputs[i] = bad[i];
        CldJudgement got = cld_judgement_from_outputs(&nli, outputs);
        g_assert_false(got.is_scored);
        g_assert_cmpfloat(got.contradiction, ==, 0);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/encoder/script", test_script);
    g_test_add_func("/judgement/whole", test_whole);
    g_test_add_func("/judgement/nli", test_nli);
    g_test_add_func("/judgement/loose", test_loose);
    g_test_add_func("/judgement/far-out", test_far_out);
    g_test_add_func("/judgement/no-number", test_no_number);
    return g_test_run();
}
