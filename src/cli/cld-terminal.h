/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-settings.h"

gboolean cld_terminal_use_color(const CldSettings *settings, gboolean is_stdout);
guint cld_terminal_get_width(const CldSettings *settings, gboolean is_stdout);
