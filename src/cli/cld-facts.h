/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"
#include "cld-terminal-page.h"

void cld_facts_put_text(CldTerminalPage *page, const CldReport *report);
char *cld_facts_dup_json(const CldReport *report, gsize *length_bytes);
