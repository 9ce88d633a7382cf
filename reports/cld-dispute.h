/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-view.h"

/* The claims of one event that findings set against each other, as a graph. A row of the matrix is
 * a connected part of it; this gives every claim in a row its position. */

/* A claim in one respect: "41 died in Oslo" clashes with other counts in one row and with other
 * places in another. */
typedef struct {
    const CldClaim *claim; /* borrowed */
    CldType type;
    const CldFinding
        *finding; /* (nullable) borrowed: the first of which it is a side; else "also" */
    char *words;  /* (owned) (nullable): its marked words */
    guint parent; /* union-find */
    guint position;
} CldDisputeNode;

typedef struct {
    GArray *nodes;   /* (owned) (element-type CldDisputeNode) by claim, then type */
    GArray *clashes; /* (owned) pairs that cannot both be so */
    GArray *allies;  /* (owned) pairs that state the same */
    guint n_left_out;
} CldDispute;

void cld_dispute_init(CldDispute *self, const CldViewGroup *group, guint max_positions);
void cld_dispute_clear(CldDispute *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CldDispute, cld_dispute_clear)
CldDisputeNode *cld_dispute_node_at(const CldDispute *self, guint i);
guint cld_dispute_row_of(const CldDispute *self, guint i);
gboolean
cld_dispute_find(const CldDispute *self, const CldClaim *claim, CldType type, guint *index);
