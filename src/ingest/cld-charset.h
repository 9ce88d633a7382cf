/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

char *cld_charset_decode(GBytes *bytes, const char *fallback, gssize *offset_bytes, GError **error);
char *cld_charset_find_declared(const char *bytes, gsize length_bytes);
