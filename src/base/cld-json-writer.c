/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-json-writer.h"
#include "cld-encode.h"
#include <math.h>

/* Numbers are written with g_ascii_formatd() and never with printf: the decimal point of the
 * user's language has no place in a file. */
#define NUMBER_BYTES G_ASCII_DTOSTR_BUF_SIZE

static gboolean
is_inline(const CldJsonWriter *self)
{
    return !self->is_pretty || self->inline_from > 0;
}

static void
break_line(CldJsonWriter *self)
{
    g_string_append_c(self->out, '\n');
    for (guint i = 0; i < self->depth; i++)
        g_string_append(self->out, "  ");
}

/* The comma, line break and name in front of a value. */
static void
begin_value(CldJsonWriter *self, const char *name)
{
    if (self->has_member[self->depth])
        g_string_append_c(self->out, ',');
    if (self->depth > 0 && !is_inline(self))
        break_line(self);
    else if (self->has_member[self->depth] && self->is_pretty)
        g_string_append_c(self->out, ' ');
    self->has_member[self->depth] = TRUE;
    if (name != NULL) {
        g_string_append_c(self->out, '"');
        g_string_append(self->out, name);
        g_string_append(self->out, self->is_pretty ? "\": " : "\":");
    }
}

/**
 * cld_json_open:
 * @self: the writer
 * @name: (nullable): member name, which needs no escape; %NULL inside an array
 * @bracket: '{' or '['
 *
 * Begins an object or array, to be ended by cld_json_close().
 */
void
cld_json_open(CldJsonWriter *self, const char *name, char bracket)
{
    g_return_if_fail(self->depth + 1 < CLD_JSON_WRITER_DEPTH);
    begin_value(self, name);
    g_string_append_c(self->out, bracket);
    self->depth++;
    self->has_member[self->depth] = FALSE;
}

/* Like cld_json_open(), with all of its members on one line. */
void
cld_json_open_inline(CldJsonWriter *self, const char *name, char bracket)
{
    cld_json_open(self, name, bracket);
    if (self->inline_from == 0)
        self->inline_from = self->depth;
}

/* Ends the level opened last; @bracket is '}' or ']'. */
void
cld_json_close(CldJsonWriter *self, char bracket)
{
    g_return_if_fail(self->depth > 0);
    gboolean was_inline = is_inline(self);
    gboolean was_empty = !self->has_member[self->depth];
    if (self->inline_from == self->depth)
        self->inline_from = 0;
    self->depth--;
    if (!was_inline && !was_empty)
        break_line(self);
    g_string_append_c(self->out, bracket);
}

/* @value (nullable) becomes null when it is NULL. */
void
cld_json_string(CldJsonWriter *self, const char *name, const char *value)
{
    if (value == NULL) {
        cld_json_null(self, name);
        return;
    }
    begin_value(self, name);
    g_string_append_c(self->out, '"');
    cld_encode_json(self->out, value, -1);
    g_string_append_c(self->out, '"');
}

/* Writes @value as a whole number. */
void
cld_json_integer(CldJsonWriter *self, const char *name, gint64 value)
{
    begin_value(self, name);
    g_string_append_printf(self->out, "%" G_GINT64_FORMAT, value);
}

static void
put_double(CldJsonWriter *self, const char *name, const char *format, double value)
{
    char buffer[NUMBER_BYTES];
    if (!isfinite(value)) { /* JSON has no word for it */
        cld_json_null(self, name);
        return;
    }
    begin_value(self, name);
    g_string_append(self->out, g_ascii_formatd(buffer, sizeof(buffer), format, value));
}

/* Writes @value, which is below a million in size, with @digits (at most 9) after the point. */
void
cld_json_decimal(CldJsonWriter *self, const char *name, double value, guint digits)
{
    char format[] = "%.0f";
    format[2] = (char)('0' + MIN(digits, 9));
    put_double(self, name, format, value);
}

/* Writes @value with up to 15 digits, the most that every double gives back unchanged. */
void
cld_json_number(CldJsonWriter *self, const char *name, double value)
{
    put_double(self, name, "%.15g", value);
}

/* Writes true or false. */
void
cld_json_boolean(CldJsonWriter *self, const char *name, gboolean value)
{
    begin_value(self, name);
    g_string_append(self->out, value ? "true" : "false");
}

/* Writes null. */
void
cld_json_null(CldJsonWriter *self, const char *name)
{
    begin_value(self, name);
    g_string_append(self->out, "null");
}

/* Writes {"from": …, "to": …}, the first and the last day or minute; null if it is unknown. */
void
cld_json_when(CldJsonWriter *self, const char *name, CldWhen value)
{
    g_autofree char *from = cld_when_dup_from(value);
    g_autofree char *to = cld_when_dup_to(value);
    if (from == NULL) {
        cld_json_null(self, name);
        return;
    }
    cld_json_open_inline(self, name, '{');
    cld_json_string(self, "from", from);
    cld_json_string(self, "to", to);
    cld_json_close(self, '}');
}
