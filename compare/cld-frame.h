/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"

/* What a framing detector says of two aligned claims of different outlets. reason is to be freed.
 */
typedef struct {
    double strength; /* 0: nothing; 1: as clear as it gets */
    gboolean is_b;   /* the light falls on b: it is the loaded, careful, blaming… one */
    CldSpan mark_a;  /* in the article of a; may be empty */
    CldSpan mark_b;
    char *reason; /* (owned) (nullable) */
} CldFrameVote;

typedef gboolean (*CldFrameDetect)(const CldPair *pair, CldFrameVote *vote);

/* Whether one side alone could be the one the light falls on; cheap, and most sides are not. */
typedef gboolean (*CldFrameMayLight)(const CldView *view);

/* One row a framing type that stands on pairs of claims. */
typedef struct {
    CldType type;
    const char *name; /* as in basis and in data/en/weights.txt */
    CldFrameDetect detect;
    CldFrameMayLight may_light; /* a pair with no such side is not looked at */
    double min_aligned;         /* the two must speak of one thing at least this surely */
    double base;                /* of the score, before what alignment adds to it */
    guint max_told;             /* findings for one article: the clearest */
} CldFrameDetector;

gboolean cld_frame_voice(const CldPair *pair, CldFrameVote *vote);
gboolean cld_frame_hedging(const CldPair *pair, CldFrameVote *vote);
gboolean cld_frame_sourcing(const CldPair *pair, CldFrameVote *vote);
gboolean cld_frame_softening(const CldPair *pair, CldFrameVote *vote);
gboolean cld_frame_loaded_term(const CldPair *pair, CldFrameVote *vote);
gboolean cld_frame_attribution_verb(const CldPair *pair, CldFrameVote *vote);

void cld_framing_find(CldReport *report, const CldStory *story, GPtrArray *pairs);
void cld_framing_naming(CldReport *report, const CldStory *story);
void cld_framing_headline(CldReport *report, const CldStory *story);

double cld_frame_weigh(const char *list, const char *text, CldSpan range, CldSpan *strongest);
gboolean cld_frame_is_factive(const CldClaim *claim);
double cld_frame_cue_colour(const CldClaim *claim);
gboolean cld_frame_is_blunt(const CldView *view);
gboolean cld_frame_tells_view(const CldView *view);
gboolean cld_frame_may_blame(const CldView *view);
gboolean cld_frame_is_careful(const CldView *view);
gboolean cld_frame_hides_source(const CldView *view);
gboolean cld_frame_is_loaded(const CldView *view);
gboolean cld_frame_is_coloured(const CldView *view);
