/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

typedef enum {
    CLD_FORMAT_TEXT,
    CLD_FORMAT_HTML,
    CLD_FORMAT_XML,
    CLD_FORMAT_JSON,
    CLD_FORMAT_JSON_LINES,
} CldFormat;

CldFormat cld_sniff_text(const char *text, const char *source);
const char *cld_sniff_unreadable(const char *bytes, gsize length_bytes);
const char *cld_sniff_own(const char *bytes, gsize length_bytes);
gboolean cld_sniff_knows_name(const char *path);
