/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* The only ways by which text from outside reaches a document. Each appends @text to @out as inert
 * text of one form and takes any bytes: what is not UTF-8 becomes U+FFFD, characters that could
 * steer a screen or reorder a line are written out as <U+202E>, never dropped. */
void cld_encode_terminal(GString *out, const char *text, gssize length_bytes);
void cld_encode_html(GString *out, const char *text, gssize length_bytes);
void cld_encode_markdown(GString *out, const char *text, gssize length_bytes);
void cld_encode_json(GString *out, const char *text, gssize length_bytes);

typedef void (*CldEncoder)(GString *out, const char *text, gssize length_bytes);
void cld_encode_markup(GString *out, CldEncoder encoder, const char *markup, va_list arguments);

gboolean cld_encode_is_steering(gunichar c);
char *cld_encode_dup_link(const char *url);
