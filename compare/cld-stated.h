/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"

/* How a word stands in its clause: only what is stated of something can be denied of it. */
typedef enum {
    CLD_STATING_ASIDE,  /* an adverb or a name: nothing is stated by it */
    CLD_STATING_NAMED,  /* a noun, or what stands beside one: "the closure" */
    CLD_STATING_INNER,  /* a verb that hangs on another: "agreed to close" */
    CLD_STATING_STATED, /* the predicate of its clause: "closed", "was not ready" */
    CLD_N_STATINGS,
} CldStating;

CldStating cld_stated_get(const CldView *view, guint term);
const CldTerm *cld_stated_get_governor(const CldView *view, guint term);
gboolean cld_stated_is_light(const CldView *view);
gboolean cld_stated_is_unreal(const CldView *view, guint term);
gboolean cld_stated_is_silence(const CldTerm *term);
gboolean cld_stated_is_sweeping(const CldView *view);
gboolean cld_stated_on_both(const CldPair *pair, guint term_a, guint term_b);
gboolean cld_stated_in_one_mood(const CldPair *pair);
double cld_stated_least_tie(const CldPair *pair, guint term_a, guint term_b);
