/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"

/* Two states of one scale: higher for what comes later. */
typedef struct {
    double x, y;
    gboolean goes_both_ways; /* "closed", "open": no end, so that the way back is no reversal */
} CldRungs;

const char *cld_opposites_class(const CldTerm *x, const CldTerm *y);
double cld_opposites_share(const CldPair *pair, guint a, guint b);
gboolean cld_states_compare(const CldTerm *x, const CldTerm *y, CldRungs *rungs);
