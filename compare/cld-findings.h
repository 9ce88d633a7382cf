/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-engine.h"

void cld_findings_from_pairs(CldReport *report, GPtrArray *pairs, const CldEngineOptions *options);
