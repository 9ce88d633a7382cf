/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

/* A judge and an encoder beside the rules, see cld-judge.h and cld-encoder.h; only passed on here.
 */
struct _CldJudge;
struct _CldEncoder;

typedef struct {
    double min_confidence;       /* findings under it are abstentions; < 0: the fitted threshold */
    gboolean is_one_event;       /* take all articles for one event ("--one-event") */
    struct _CldJudge *judge;     /* (nullable) (unowned): the trained model; NULL: rules only */
    struct _CldEncoder *encoder; /* (nullable) (unowned): the trained model's sentence vectors */
} CldEngineOptions;

gboolean cld_engine_compare(CldReport *report, const CldEngineOptions *options, GError **error);
