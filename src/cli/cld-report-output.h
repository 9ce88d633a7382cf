/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-command.h"

gboolean cld_report_output_check(const CldSettings *settings, const char *command);
gboolean
cld_report_output_write(const CldReport *report, const CldSettings *settings, CldExit status);
char *cld_report_output_dup_formats(void);
