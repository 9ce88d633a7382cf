/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-scripted-judge.h"

struct _CldScriptedJudge {
    GObject parent_instance;
    GHashTable *answers; /* (owned) "premise\nhypothesis" -> CldJudgement */
    guint n_pairs;       /* asked so far */
};

static void judge_init(CldJudgeInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CldScriptedJudge,
                              cld_scripted_judge,
                              G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(CLD_TYPE_JUDGE, judge_init))

static const char *
get_name(CldJudge *judge)
{
    return "scripted";
}

static gboolean
judge_pairs(CldJudge *judge,
            const CldJudgePair *pairs,
            guint n_pairs,
            CldJudgement *judgements,
            GError **error)
{
    CldScriptedJudge *self = CLD_SCRIPTED_JUDGE(judge);
    const CldJudgement unscored = {.is_scored = FALSE};
    self->n_pairs += n_pairs;
    for (guint i = 0; i < n_pairs; i++) {
        g_autofree char *key = g_strconcat(pairs[i].premise, "\n", pairs[i].hypothesis, NULL);
        const CldJudgement *answer = g_hash_table_lookup(self->answers, key);
        judgements[i] = answer == NULL ? unscored : *answer;
    }
    return TRUE;
}

static void
judge_init(CldJudgeInterface *iface)
{
    iface->get_name = get_name;
    iface->judge = judge_pairs;
}

static void
cld_scripted_judge_finalize(GObject *object)
{
    g_hash_table_unref(CLD_SCRIPTED_JUDGE(object)->answers);
    G_OBJECT_CLASS(cld_scripted_judge_parent_class)->finalize(object);
}

static void
cld_scripted_judge_class_init(CldScriptedJudgeClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = cld_scripted_judge_finalize;
}

static void
cld_scripted_judge_init(CldScriptedJudge *self)
{
    self->answers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

/* Returns: (transfer full): a judge that knows nothing yet */
CldScriptedJudge *
cld_scripted_judge_new(void)
{
    return g_object_new(CLD_TYPE_SCRIPTED_JUDGE, NULL);
}

/* Makes the judge answer @judgement (copied) for that pair, in that order. */
void
cld_scripted_judge_add(CldScriptedJudge *self,
                       const char *premise,
                       const char *hypothesis,
                       const CldJudgement *judgement)
{
    g_return_if_fail(CLD_IS_SCRIPTED_JUDGE(self));
    g_hash_table_insert(self->answers, g_strconcat(premise, "\n", hypothesis, NULL),
                        g_memdup2(judgement, sizeof *judgement));
}

/* Returns: how many pairs it was asked about so far */
guint
cld_scripted_judge_get_n_pairs(CldScriptedJudge *self)
{
    g_return_val_if_fail(CLD_IS_SCRIPTED_JUDGE(self), 0);
    return self->n_pairs;
}
