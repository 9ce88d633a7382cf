/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"

/* Most words a vote marks on one side. */
#define CLD_VOTE_MAX_MARKS 4

/* What a detector says of a pair: how strongly the two clash in its way, which words show it, and a
 * sentence for the reader. Filled in by the detector, a plain value; reason is to be freed. */
typedef struct {
    CldType type;
    double strength; /* 0: abstains; 1: as clear as it gets; negative: speaks against any clash */
    gboolean is_mutable; /* the clash is of a count, state or position that may move on with time */
    gboolean is_reversal;  /* one speaker goes back behind his own earlier word */
    gboolean is_replaced;  /* the text says itself that the later value takes the earlier's place */
    gboolean is_continued; /* a count that runs on, told later and the way it runs */
    CldType update_type;   /* what it is called when the later one replaces the earlier */
    CldSpan marks_a[CLD_VOTE_MAX_MARKS]; /* in the article of a; empty ones are unused */
    CldSpan marks_b[CLD_VOTE_MAX_MARKS];
    char *reason; /* (owned) (nullable): explains the clash, quoting nothing but short words */
} CldVote;

/* A detector: a pure function of the pair. Returns: %TRUE if it has something to say. */
typedef gboolean (*CldDetect)(const CldPair *pair, CldVote *vote);

typedef struct {
    CldType type;
    const char *name; /* as in basis ("rule:number") and in data/en/weights.txt */
    CldDetect detect;
    double min_aligned; /* the subject test this detector asks for */
} CldDetector;

const CldDetector *cld_detect_list(guint *n_detectors);
gboolean cld_detect_is_idle(const CldClaim *claim);
void cld_vote_mark_a(CldVote *self, CldSpan span);
void cld_vote_mark_b(CldVote *self, CldSpan span);
void cld_vote_clear(CldVote *self);

gboolean cld_detect_number(const CldPair *pair, CldVote *vote);
gboolean cld_detect_date(const CldPair *pair, CldVote *vote);
gboolean cld_detect_place(const CldPair *pair, CldVote *vote);
gboolean cld_detect_negation(const CldPair *pair, CldVote *vote);
gboolean cld_detect_antonym(const CldPair *pair, CldVote *vote);
gboolean cld_detect_status(const CldPair *pair, CldVote *vote);
gboolean cld_detect_attribution(const CldPair *pair, CldVote *vote);
gboolean cld_detect_modality(const CldPair *pair, CldVote *vote);
gboolean cld_detect_order(const CldPair *pair, CldVote *vote);
gboolean cld_detect_cause(const CldPair *pair, CldVote *vote);
gboolean cld_detect_identity(const CldPair *pair, CldVote *vote);

gboolean cld_detect_number_is_open(const CldPair *pair, CldVote *vote);
