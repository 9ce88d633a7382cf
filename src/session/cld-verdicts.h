/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-baseline.h"
#include "cld-check-run.h"
#include "cld-decisions.h"

CldDecisions *cld_verdicts_open_decisions(const char *path, GError **error);
GPtrArray *cld_verdicts_print_untrue(const CldDecisions *decisions, const GPtrArray *known);
gboolean cld_verdicts_judge(CldReport *report,
                            const GArray *is_new,
                            const CldDecisions *decisions,
                            CldBaseline *baseline,
                            const GPtrArray *known,
                            const CldCheckOptions *options);
