/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-decision.h"

/* Decisions whose findings are gone, made ready to be found again by the words around their
 * passages. */
typedef struct CldStale CldStale;

CldStale *cld_stale_new(const GPtrArray *decisions);
void cld_stale_free(CldStale *self);
CldDecision *cld_stale_find(const CldStale *self, const CldTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldStale, cld_stale_free)
