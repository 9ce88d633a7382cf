/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-claim.h"
#include "cld-clause.h"

gint
cld_clause_find_verb(const CldPassage *passage, const CldClauses *clauses, const CldClause *clause);
void cld_mood_judge(const CldPassage *passage,
                    const CldClauses *clauses,
                    const CldClause *clause,
                    gboolean is_denied,
                    CldClaim *claim);
void cld_polarity_judge(const CldPassage *passage,
                        const CldClauses *clauses,
                        const CldClause *clause,
                        gboolean is_denied,
                        CldClaim *claim);
