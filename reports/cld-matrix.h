/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-view.h"

/* Who says what: a row for each dispute and each agreement, a column for each article of the event.
 * The positions of a row are numbered from 0. Claims that clash never share one; others share one
 * only where there is a reason to: the same words, an agreement, or a dispute that knows two sides
 * only. A row never claims more agreement than was found. */

/* Positions told apart in one row; further ones share the last. */
#define CLD_MATRIX_POSITIONS 6
/* A table is to be read: what is beyond these stands in the findings and agreements below it. */
#define CLD_MATRIX_COLUMNS 16
#define CLD_MATRIX_AGREED  8

/* What one article says on one subject. */
typedef struct {
    gboolean takes[CLD_MATRIX_POSITIONS];
    char *words[CLD_MATRIX_POSITIONS]; /* (owned) (nullable): its words that clash */
    gboolean is_also;                  /* it takes a side, and the finding does not say which */
} CldMatrixCell;

typedef struct {
    char *label;               /* (owned): the subject, or the first claim */
    const CldFinding *finding; /* (nullable) borrowed: the strongest of the row; NULL: all agree */
    guint n_findings;
    guint n_positions;
    guint independent_origins; /* of the agreement; 0 when they disagree */
    GArray *cells;             /* (owned) (element-type CldMatrixCell), one a column */
} CldMatrixRow;

typedef struct {
    GArray *columns; /* (owned) (element-type guint) article indices */
    GPtrArray *rows; /* (owned) (element-type CldMatrixRow) disputes first */
    guint n_findings_left_out;
    guint n_agreed_left_out;
    guint n_columns_left_out;
} CldMatrix;

CldMatrix *cld_matrix_new(const CldViewGroup *group);
void cld_matrix_free(CldMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldMatrix, cld_matrix_free)
