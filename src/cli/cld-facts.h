/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

char *cld_facts_dup_text(const CldReport *report, guint width);
char *cld_facts_dup_json(const CldReport *report);
