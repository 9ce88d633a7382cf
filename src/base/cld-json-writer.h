/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-when.h"

/* Deepest nesting of any document of ours. */
#define CLD_JSON_WRITER_DEPTH 16

/* Writes one JSON document into a string, member by member in the order of the calls, so that the
 * same calls give the same bytes everywhere. Levels opened as inline stand on one line. A value on
 * the stack; the caller owns @out. */
typedef struct {
    GString *out;
    gboolean is_pretty; /* line breaks and two spaces a level; else all on one line */
    guint depth;
    guint inline_from; /* depth of the open level that stands on one line; 0: none */
    gboolean has_member[CLD_JSON_WRITER_DEPTH];
} CldJsonWriter;

void cld_json_open(CldJsonWriter *self, const char *name, char bracket);
void cld_json_open_inline(CldJsonWriter *self, const char *name, char bracket);
void cld_json_close(CldJsonWriter *self, char bracket);
void cld_json_string(CldJsonWriter *self, const char *name, const char *value);
void cld_json_integer(CldJsonWriter *self, const char *name, gint64 value);
void cld_json_decimal(CldJsonWriter *self, const char *name, double value, guint digits);
void cld_json_number(CldJsonWriter *self, const char *name, double value);
void cld_json_boolean(CldJsonWriter *self, const char *name, gboolean value);
void cld_json_when(CldJsonWriter *self, const char *name, CldWhen value);
void cld_json_null(CldJsonWriter *self, const char *name);
