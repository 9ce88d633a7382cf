/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* A stretch of stored UTF-8 text: bytes, half-open. The only way positions are kept. */
typedef struct {
    gsize start; /* bytes */
    gsize end;   /* bytes; the byte after the last */
} CldSpan;

/* A stretch of a text that is, or is not, among those that are marked. */
typedef struct {
    CldSpan span;
    gboolean is_marked;
} CldSpanPiece;

gboolean cld_span_is_empty(CldSpan self);
gboolean cld_span_contains(CldSpan self, CldSpan inner);
gboolean cld_span_overlaps(CldSpan self, CldSpan other);
CldSpan cld_span_join(CldSpan self, CldSpan other);
gsize cld_span_length(CldSpan self);
char *cld_span_dup_text(CldSpan self, const char *text);
GArray *cld_span_cut(const char *text, const GArray *marks);
gboolean cld_span_is_valid_in(CldSpan self, const char *text, gsize length_bytes);
