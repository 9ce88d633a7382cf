/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-quantity.h"
#include "cld-tokens.h"

/* What a sentence says of a number that it does not hold for right itself. */
typedef enum {
    CLD_REVISION_DENIED, /* "not 58", "rather than 58": whether it was ever right is not said */
    CLD_REVISION_FORMER, /* "up from 58", "58 as first announced": it has been replaced */
} CldRevisionKind;

/* A number of a sentence that does not hold, and the one that the sentence puts in its place. */
typedef struct {
    CldRevisionKind kind;
    CldQuantity former;
    CldQuantity now;  /* only if has_now */
    gboolean has_now; /* the sentence gives the other number as well */
} CldRevision;

GArray *cld_revisions_find(const char *text, const CldTokens *sentence);
const CldRevision *cld_revisions_get(const GArray *revisions, CldSpan number);
