/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

/* Where a passage stands: what its article says before and after it. */
char *cld_web_context_dup_before(const CldReport *report, const CldClaim *claim);
char *cld_web_context_dup_after(const CldReport *report, const CldClaim *claim);
