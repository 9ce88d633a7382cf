/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-claim.h"
#include "cld-kind.h"

/* One side of a finding: a claim and the words of it that clash. */
typedef struct {
    CldClaim *claim;    /* (owned) */
    GArray *highlights; /* (element-type CldSpan): bytes of claim->text, ascending, disjoint */
    guint camp; /* contradictions, and updates that many tell: 1 or 2, sides of one camp say the
                   same; 0: there are no camps */
} CldSide;

/* One step of a word diff between the two sides' quotations. */
typedef struct {
    char op;            /* '=' in both, '-' only in the first, '+' only in the second */
    char *text;         /* (owned): the words, as printed */
    gboolean is_marked; /* a number, name, place, modal or negation changed here */
} CldDiffStep;

/* One thing worth telling the reader. Immutable once built, ref-counted. */
typedef struct {
    char *id; /* hex, from kind, type and the normalised texts of the sides: same on every run */
    CldType type;
    CldRelation relation;
    CldSeverity severity;
    double confidence; /* 0 to 1 */
    GPtrArray *basis;  /* (element-type utf8): the votes, "rule:number" … */
    char *explanation; /* one or two sentences for a reader */
    GPtrArray *sides;  /* (element-type CldSide): one for an omission, else two or
                           more: the first two lead and make the id */
    GPtrArray *also;   /* (element-type CldClaim): further claims that take one of the two sides */
    GArray *missing_from; /* (element-type guint): article indices, omission only */
    GPtrArray *diff;      /* (element-type CldDiffStep), wording only */
    char *subject;        /* (nullable): who or what it is about, for naming and headings */
} CldFinding;

CldFinding *cld_finding_new(CldType type);
CldFinding *cld_finding_ref(CldFinding *self);
void cld_finding_unref(CldFinding *self);
CldSide *cld_finding_add_side(CldFinding *self, CldClaim *claim);
void cld_side_add_highlight(CldSide *self, CldSpan in_article);
void cld_finding_add_diff(CldFinding *self, char op, const char *text, gboolean is_marked);
void cld_finding_seal(CldFinding *self);
gint cld_finding_compare(const CldFinding *self, const CldFinding *other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldFinding, cld_finding_unref)
