/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-engine.h"

void cld_event_group(CldReport *report, const CldEngineOptions *options);
void cld_copy_find(CldReport *report);
