/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-cast.h"
#include "cld-claim.h"
#include "cld-mood.h"

gint
cld_clause_find_verb(const CldPassage *passage, const CldClauses *clauses, const CldClause *clause);
void cld_terms_collect(const CldPassage *passage,
                       const CldClauses *clauses,
                       const CldClause *clause,
                       const CldCast *cast,
                       CldClaim *claim);
