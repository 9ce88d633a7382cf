/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-judge.h"

G_DEFINE_INTERFACE(CldJudge, cld_judge, G_TYPE_OBJECT)

static void
cld_judge_default_init(CldJudgeInterface *iface)
{
}

/* Returns: (transfer none): name and version, as the report prints it: "minilm-nli-1" */
const char *
cld_judge_get_name(CldJudge *self)
{
    g_return_val_if_fail(CLD_IS_JUDGE(self), NULL);
    return CLD_JUDGE_GET_IFACE(self)->get_name(self);
}

/**
 * cld_judge_pairs:
 * @self: a judge
 * @pairs: (array length=n_pairs): what to judge
 * @n_pairs: how many
 * @judgements: (out caller-allocates) (array length=n_pairs): one answer for each pair, in order
 * @error: return location, or %NULL
 *
 * Returns: %FALSE with @error set when the back end failed as a whole; then nothing is judged
 */
gboolean
cld_judge_pairs(CldJudge *self,
                const CldJudgePair *pairs,
                guint n_pairs,
                CldJudgement *judgements,
                GError **error)
{
    g_return_val_if_fail(CLD_IS_JUDGE(self), FALSE);
    return CLD_JUDGE_GET_IFACE(self)->judge(self, pairs, n_pairs, judgements, error);
}
