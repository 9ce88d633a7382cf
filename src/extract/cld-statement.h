/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-claim.h"
#include "cld-speech.h"

CldClaim *cld_statement_new(const CldArticle *article,
                            guint article_index,
                            guint number,
                            const CldReading *reading,
                            const CldClause *clause,
                            const GArray *quotations,
                            const CldCast *cast);
