/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

/* The sentences of an article that others print. */
typedef struct _CldCopied CldCopied;

CldCopied *cld_copied_new(const CldReport *report, guint article, guint first);
gboolean cld_copied_has(const CldCopied *self, const CldClaim *claim);
void cld_copied_free(CldCopied *self);
guint cld_copied_get_origin(const CldReport *report, guint article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldCopied, cld_copied_free)
