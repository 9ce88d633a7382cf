/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

char *cld_imprint_from_line(const char *line);
char *cld_imprint_from_dateline(const char *text);
gboolean cld_imprint_is_credit(const char *line);
