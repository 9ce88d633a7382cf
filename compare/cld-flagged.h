/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

/* The pairs of sentences that a report already speaks of, so that nothing is said twice. */
typedef struct CldFlagged CldFlagged;

CldFlagged *cld_flagged_new(const CldReport *report);
gboolean cld_flagged_has(const CldFlagged *self, const CldClaim *a, const CldClaim *b);
gboolean cld_flagged_add(CldFlagged *self, const CldClaim *a, const CldClaim *b);
void cld_flagged_free(CldFlagged *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldFlagged, cld_flagged_free)
