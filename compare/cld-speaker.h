/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-claim.h"

gboolean cld_speaker_is_same(const CldClaim *a, const CldClaim *b);
gboolean cld_speaker_is_alike(const CldClaim *a, const CldClaim *b);
