/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-engine.h"
#include "cld-index-key.h"

void cld_event_group(CldReport *report, const CldEngineOptions *options);
GArray *cld_event_list_keys(const GPtrArray *claims);
void cld_copy_find(CldReport *report);
