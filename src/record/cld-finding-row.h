/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-finding.h"

/* What a list shows of a stored finding, and what it is filtered by; the whole of it is loaded by
 * its id. Immutable, ref-counted. Strings owned. */
typedef struct {
    char *id;
    CldType type;
    CldRelation relation;
    CldSeverity severity;
    double confidence; /* 0 to 1 */
    gint64 found_unix; /* seconds: when a check first found it */
    char *outlets;     /* of the sides, in their order, "\n" between them; "?": has no name */
    char *text;        /* the sides' sentences, in their order, "\n" between them */
} CldFindingRow;

CldFindingRow *cld_finding_row_new(const char *id, CldType type);
CldFindingRow *cld_finding_row_ref(CldFindingRow *self);
void cld_finding_row_unref(CldFindingRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldFindingRow, cld_finding_row_unref)
