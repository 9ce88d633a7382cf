/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-span.h"

/* Words between quotation marks. */
typedef struct {
    CldSpan outer;      /* with the marks */
    CldSpan inner;      /* without them, white space trimmed */
    guint utterance;    /* quotations that go on over paragraphs share a number, from 1 */
    gboolean is_open;   /* no closing mark was found: ends with its paragraph */
    gboolean continues; /* goes on from the paragraph before */
    gboolean is_scare;  /* one to three words inside a running sentence: a term, a title */
    guint depth;        /* 0: outermost */
} CldQuotation;

GArray *cld_quotations_find(const char *text, const CldSpan *paragraphs, guint n_paragraphs);
