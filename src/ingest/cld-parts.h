/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-draft.h"

void cld_labels_mark(CldDraft *draft);
void cld_parts_mark(CldDraft *draft);
