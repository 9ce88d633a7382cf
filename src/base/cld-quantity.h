/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-span.h"

/* How a number is bounded by the words around it. */
typedef enum {
    CLD_BOUND_EXACT,    /* "41 people" */
    CLD_BOUND_ABOUT,    /* "around 41", "some 40", "nearly 40" */
    CLD_BOUND_AT_LEAST, /* "at least 41", "more than 40" */
    CLD_BOUND_AT_MOST,  /* "up to 40", "fewer than 40" */
    CLD_BOUND_RANGE,    /* "30 to 40": value and max differ */
} CldBound;

/* A counted or measured amount in a text. Currencies are units ("USD"); "%": per cent;
 * "pp": percentage points; clock times and dates are never quantities. A value; unit is interned
 * (g_intern_string), so it is compared by pointer and never freed. */
typedef struct {
    CldSpan span;     /* number, its bounding words and its unit, in the text it was found in */
    CldSpan number;   /* the number alone */
    double value;     /* in base units of @unit: "3,400 hectares" -> m2, "1.25 billion" -> 1.25e9 */
    double max;       /* upper end of a range; == value otherwise */
    const char *unit; /* (nullable): "people", "%", "pp", "USD", "m", "m2", "h", or the stem of the
                         head noun that is counted ("car"); NULL: bare number */
    const char *noun; /* (nullable): stem of the counted noun as printed ("hostage", "soldier") */
    CldBound bound;
    gboolean
        is_ordinal; /* "the third", "Article 5", "Flight 418", "Route 68": names, never amounts */
} CldQuantity;
