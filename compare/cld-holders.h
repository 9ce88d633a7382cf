/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-view.h"

/* How two holders of claims belong together. */
typedef enum {
    CLD_HOLDERS_APART,
    CLD_HOLDERS_LINKED, /* a description and a name, a body and who speaks for it */
    CLD_HOLDERS_SAME,
} CldHoldersTie;

/* Who the holders of a story are, worked out when first asked for. Belongs to one thread. */
typedef struct _CldHolders CldHolders;

CldHolders *cld_holders_new(const CldStory *story);
void cld_holders_free(CldHolders *self);
CldHoldersTie cld_holders_tie(CldHolders *self, const CldView *a, const CldView *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldHolders, cld_holders_free)
