/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"

gboolean
cld_detect_date(const CldPair *pair, CldVote *vote)
{
    return FALSE;
}
