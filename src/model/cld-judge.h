/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib-object.h>

/* Two statements to be judged: plain text, names and pronouns resolved. Borrowed. */
typedef struct {
    const char *premise;
    const char *hypothesis;
} CldJudgePair;

/* What a model thinks of a pair: probabilities of the four relations, which sum to 1, and that both
 * speak of one subject. is_scored is FALSE where it could not judge: "unscored" is never "no". */
typedef struct {
    double agreement;
    double contradiction;
    double update;
    double neutral;
    double same_subject;
    const char *type; /* (nullable) static: the likeliest way to clash, a tag of the kinds table */
    gboolean is_scored;
} CldJudgement;

/* The seat of the trained model: one more voter beside the rules. Implementations must be
 * deterministic and callable from one thread at a time. */
#define CLD_TYPE_JUDGE (cld_judge_get_type())
G_DECLARE_INTERFACE(CldJudge, cld_judge, CLD, JUDGE, GObject)

struct _CldJudgeInterface {
    GTypeInterface parent;
    const char *(*get_name)(CldJudge *self);
    gboolean (*judge)(CldJudge *self,
                      const CldJudgePair *pairs,
                      guint n_pairs,
                      CldJudgement *judgements,
                      GError **error);
};

const char *cld_judge_get_name(CldJudge *self);
gboolean cld_judge_pairs(CldJudge *self,
                         const CldJudgePair *pairs,
                         guint n_pairs,
                         CldJudgement *judgements,
                         GError **error);
