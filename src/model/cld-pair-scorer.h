/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-judge.h"
#include "cld-network.h"

/* A judge that asks the pair part of a model. */
#define CLD_TYPE_PAIR_SCORER (cld_pair_scorer_get_type())
G_DECLARE_FINAL_TYPE(CldPairScorer, cld_pair_scorer, CLD, PAIR_SCORER, GObject)

CldPairScorer *cld_pair_scorer_new(const CldModelInfo *info, CldNetwork *network);
CldJudgement cld_judgement_from_outputs(const CldModelPart *part, const float *outputs);
