/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-engine.h"
void
cld_engine_compare(CldReport *report, const CldEngineOptions *options)
{
}
