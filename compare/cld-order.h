/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

GArray *cld_order_by_content(CldReport *report);
void cld_order_restore(CldReport *report, const GArray *order);
