/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-view.h"

/* Who says what: a row for each subject on which claims were lined up, a column for each article of
 * the event. Positions of a row are numbered from 0; claims that contradict each other never share
 * one, claims that agree always do. */

/* Positions told apart in one row; further ones share the last. */
#define CLD_MATRIX_POSITIONS 6

/* What one article says on one subject. */
typedef struct {
    guint positions;  /* bit n: the article takes position n; 0: silent */
    char *words;      /* (owned) (nullable): its words that clash, "“14”, “fourteen”" */
    gboolean is_also; /* it takes a side, and the finding does not say which */
} CldMatrixCell;

typedef struct {
    char *label;               /* (owned): the subject, or the first claim */
    const CldFinding *finding; /* (nullable) borrowed: the first of the row; NULL: all agree */
    guint n_findings;
    guint n_positions;
    guint independent_origins; /* of the agreement; 0 when they disagree */
    GArray *cells;             /* (owned) (element-type CldMatrixCell), one a column */
} CldMatrixRow;

typedef struct {
    GArray *columns; /* (owned) (element-type guint) article indices */
    GPtrArray *rows; /* (owned) (element-type CldMatrixRow) disagreements first */
} CldMatrix;

CldMatrix *cld_matrix_new(const CldViewGroup *group);
void cld_matrix_free(CldMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldMatrix, cld_matrix_free)
