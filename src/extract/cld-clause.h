/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-attribution.h"

/* One statement inside a sentence. The range may hold tokens of another clause (a relative clause
 * in its middle); those carry the other clause's number in the owner list. */
typedef struct {
    guint number;          /* from 1; 0 stands for tokens that state nothing (the attribution) */
    CldRange range;        /* first to last own token */
    CldRange subject;      /* subject taken over from another clause of the sentence; empty: own */
    gint attribution;      /* index of the attribution it stands under, -1: the outlet speaks */
    gboolean is_relative;  /* ", which …" */
    gboolean is_condition; /* stands in or under an "if" */
} CldClause;

/* The clauses of one sentence. */
typedef struct {
    GArray *clauses; /* (element-type CldClause) in text order */
    guint base;      /* token that owner[0] stands for */
    guint16 *owner;  /* per token of the sentence: number of its clause, 0: none */
} CldClauses;

CldClauses *
cld_clauses_new(const CldPassage *passage, const CldSentence *sentence, const GArray *attributions);
void cld_clauses_free(CldClauses *self);
gboolean cld_clause_owns(const CldClauses *clauses, const CldClause *clause, guint token);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldClauses, cld_clauses_free)
