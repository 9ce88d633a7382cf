/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-detect.h"

/* What came of a pair: the votes, their sum, and what it is to be called. */
typedef struct {
    CldVote vote;       /* (owned): the leading one */
    const char *leader; /* static: name of its detector, or "model" */
    double lead;        /* what it adds to the log-odds */
    CldType type;       /* contradiction type, or update type when time explains the clash */
    double confidence;  /* 0 to 1 */
    GPtrArray *basis;   /* (owned) (element-type utf8) */
} CldRuling;

gboolean cld_judge_has_ground(const CldPair *pair);
CldRuling *cld_judge_pair(const CldPair *pair);
gboolean cld_ruling_is_explained(const CldRuling *self, const CldPair *pair);
gboolean cld_ruling_is_of_model(const CldRuling *self);
void cld_ruling_free(CldRuling *self);
CldFinding *cld_ruling_to_finding(const CldRuling *self, const CldPair *pair);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldRuling, cld_ruling_free)
