/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

typedef struct {
    double min_confidence; /* findings under it are abstentions; < 0: the fitted threshold */
    gboolean is_one_event; /* take all articles for one event ("--one-event") */
} CldEngineOptions;

void cld_engine_compare(CldReport *report, const CldEngineOptions *options);
