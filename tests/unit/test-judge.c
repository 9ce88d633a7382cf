/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-scripted-judge.h"

static const CldJudgement clash = {
    .contradiction = 0.9, .neutral = 0.1, .same_subject = 0.8, .is_scored = TRUE};

static void
test_script(void)
{
    g_autoptr(CldScriptedJudge) scripted = cld_scripted_judge_new();
    CldJudge *judge = CLD_JUDGE(scripted);
    const CldJudgePair pairs[] = {
        {"The bridge is open.", "The bridge is closed."},
        {"The bridge is closed.", "The bridge is open."},
        {"The bridge is open.", "It rained."},
    };
    CldJudgement answers[G_N_ELEMENTS(pairs)];
    g_autoptr(GError) error = NULL;
    cld_scripted_judge_add(scripted, pairs[0].premise, pairs[0].hypothesis, &clash);
    g_assert_true(cld_judge_pairs(judge, pairs, G_N_ELEMENTS(pairs), answers, &error));
    g_assert_no_error(error);
    g_assert_true(answers[0].is_scored);
    g_assert_cmpfloat(answers[0].contradiction, ==, 0.9);
    g_assert_cmpfloat(answers[0].same_subject, ==, 0.8);
    g_assert_false(answers[1].is_scored); /* a pair is asked in one order */
    g_assert_false(answers[2].is_scored);
    g_assert_cmpfloat(answers[2].contradiction, ==, 0);
}

static void
test_last_word(void)
{
    g_autoptr(CldScriptedJudge) scripted = cld_scripted_judge_new();
    const CldJudgePair pair = {"A.", "B."};
    CldJudgement answer;
    CldJudgement agreed = {.agreement = 1, .is_scored = TRUE};
    cld_scripted_judge_add(scripted, "A.", "B.", &clash);
    cld_scripted_judge_add(scripted, "A.", "B.", &agreed);
    agreed.agreement = 0; /* the judge keeps a copy */
    g_assert_true(cld_judge_pairs(CLD_JUDGE(scripted), &pair, 1, &answer, NULL));
    g_assert_cmpfloat(answer.agreement, ==, 1);
    g_assert_cmpfloat(answer.contradiction, ==, 0);
}

static void
test_nothing_to_judge(void)
{
    g_autoptr(CldScriptedJudge) scripted = cld_scripted_judge_new();
    g_assert_true(cld_judge_pairs(CLD_JUDGE(scripted), NULL, 0, NULL, NULL));
    g_assert_cmpstr(cld_judge_get_name(CLD_JUDGE(scripted)), ==, "scripted");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/judge/script", test_script);
    g_test_add_func("/judge/last-word", test_last_word);
    g_test_add_func("/judge/nothing-to-judge", test_nothing_to_judge);
    return g_test_run();
}
