/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"

/* How a clause sets its state in time. */
typedef enum {
    CLD_TENSE_UNKNOWN,
    CLD_TENSE_PAST,    /* "was", "did", "fell": settled, later events do not change it */
    CLD_TENSE_PRESENT, /* "is", "has been": may be otherwise tomorrow */
    CLD_TENSE_FUTURE,  /* "will", "is due to" */
} CldTense;

CldTense cld_attach_get_tense(const CldView *view);
gboolean cld_attach_is_past_form(const CldView *view, const CldTerm *term);
CldTense cld_attach_get_tense_of(const CldView *view, const CldTerm *term);
const CldTerm *cld_attach_find_event(const CldView *view, CldSpan span);
double cld_attach_same_event(const CldPair *pair, CldSpan span_a, CldSpan span_b);
double cld_attach_similarity(const CldPair *pair, const CldTerm *x, const CldTerm *y);
