/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

#define CLD_JSON_ERROR (cld_json_error_quark())
typedef enum {
    CLD_JSON_ERROR_SYNTAX,    /* not what RFC 8259 allows here */
    CLD_JSON_ERROR_ENCODING,  /* not UTF-8 */
    CLD_JSON_ERROR_NUL,       /* \u0000: json-glib would cut the string there */
    CLD_JSON_ERROR_SURROGATE, /* half of a surrogate pair */
    CLD_JSON_ERROR_DUPLICATE, /* one key twice in one object */
    CLD_JSON_ERROR_NUMBER,    /* outside the range of a 64-bit integer or a double */
    CLD_JSON_ERROR_TRAILING,  /* something stands after the document */
    CLD_JSON_ERROR_DEPTH,     /* the rest are limits of cld-limits.h */
    CLD_JSON_ERROR_MEMBERS,
    CLD_JSON_ERROR_VALUES,
    CLD_JSON_ERROR_SIZE,
} CldJsonError;
GQuark cld_json_error_quark(void);

gboolean cld_json_scan(const char *bytes, gsize length_bytes, gsize *offset_bytes, GError **error);
const char *cld_json_error_get_tag(int code);
