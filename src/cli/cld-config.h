/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-settings.h"

gboolean cld_config_load(CldSettings *settings, CldCommandSet command, GError **error);
