/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-judge.h"

/* A judge that answers from a script: for tests of the engine's voting without a model. Pairs that
 * the script does not name are unscored. */
#define CLD_TYPE_SCRIPTED_JUDGE (cld_scripted_judge_get_type())
G_DECLARE_FINAL_TYPE(CldScriptedJudge, cld_scripted_judge, CLD, SCRIPTED_JUDGE, GObject)

CldScriptedJudge *cld_scripted_judge_new(void);
void cld_scripted_judge_add(CldScriptedJudge *self,
                            const char *premise,
                            const char *hypothesis,
                            const CldJudgement *judgement);
guint cld_scripted_judge_get_n_pairs(CldScriptedJudge *self);
