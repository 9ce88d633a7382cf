/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-command.h"
#include "cld-intake.h"

CldProject *cld_project_command_open(void);
CldExit cld_project_command_tell_intake(const CldIntake *intake, const CldSettings *settings);
