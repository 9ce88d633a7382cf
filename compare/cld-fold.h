/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-judge-pair.h"

/* Puts the pairs of one dispute into one finding. */
typedef struct CldFold CldFold;

CldFold *cld_fold_new(void);
void cld_fold_add(CldFold *self, const CldRuling *ruling, const CldPair *pair);
void cld_fold_finish(CldFold *self, GPtrArray *findings);
void cld_fold_free(CldFold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldFold, cld_fold_free)
