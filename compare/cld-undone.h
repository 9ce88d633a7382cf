/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-detect.h"

gboolean cld_undone_find(const CldPair *pair, CldVote *vote);
