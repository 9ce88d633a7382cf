/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

void cld_escape_append(GString *out, const char *text, gssize length_bytes);
char *cld_escape_dup(const char *text);
