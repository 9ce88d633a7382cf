/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-opposites.h"

/* Words of this class are the modality detector's, those of "state" the status detector's. */
#define MODAL "modal"
/* A word beside the opposites must be shared, and tell at least this much: the subject. */
#define MIN_SUBJECT 0.25
/* A word shared elsewhere than in the subject says less of what the opposites are about. */
#define OTHER_SHARE 0.5

static gboolean
is_kept(const char *class, gboolean is_modal)
{
    return class != NULL && g_str_equal(class, MODAL) == is_modal;
}

/* What is shared beside the two opposite words themselves. */
static double
subject_weight(const CldPair *pair, guint term_a, guint term_b)
{
    double best = 0;
    for (guint i = 0; i < pair->shared->len; i++) {
        const CldSharedKey *key = &g_array_index(pair->shared, CldSharedKey, i);
        gboolean is_subject = cld_view_get_term(pair->a, key->term_a)->role == CLD_ROLE_SUBJECT &&
                              cld_view_get_term(pair->b, key->term_b)->role == CLD_ROLE_SUBJECT;
        if (key->is_parent || key->term_a == term_a || key->term_b == term_b)
            continue;
        best = MAX(best, MIN(1.0, key->weight / 25.0) * (is_subject ? 1.0 : OTHER_SHARE));
    }
    return best;
}

static gboolean
find_opposites(const CldPair *pair, gboolean is_modal, guint *a, guint *b, double *weight)
{
    const GArray *xs = pair->a->claim->terms;
    const GArray *ys = pair->b->claim->terms;
    *weight = 0;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const CldTerm *x = &g_array_index(xs, CldTerm, i);
            const CldTerm *y = &g_array_index(ys, CldTerm, j);
            if (x->is_negated != y->is_negated || !cld_opposites_can_clash(x) ||
                !cld_opposites_can_clash(y) || !is_kept(cld_opposites_class(x, y), is_modal))
                continue;
            double here = subject_weight(pair, i, j);
            if (here > *weight) {
                *weight = here;
                *a = i;
                *b = j;
            }
        }
    return *weight >= MIN_SUBJECT;
}

static gboolean
vote_opposites(const CldPair *pair, CldVote *vote, CldType type, gboolean is_modal)
{
    guint a = 0, b = 0;
    double weight = 0;
    if (!find_opposites(pair, is_modal, &a, &b, &weight))
        return FALSE;
    vote->type = type;
    vote->update_type = CLD_TYPE_UPDATE_STATUS;
    vote->strength = 0.4 + 0.6 * weight;
    vote->is_mutable =
        cld_attach_get_tense_of(pair->a, cld_view_get_term(pair->a, a)) != CLD_TENSE_PAST ||
        cld_attach_get_tense_of(pair->b, cld_view_get_term(pair->b, b)) != CLD_TENSE_PAST;
    cld_vote_mark_a(vote, cld_view_get_term(pair->a, a)->span);
    cld_vote_mark_b(vote, cld_view_get_term(pair->b, b)->span);
    vote->reason = g_strdup(cld_type_get_info(type)->meaning);
    return TRUE;
}

/* Opposite words about one subject. */
gboolean
cld_detect_antonym(const CldPair *pair, CldVote *vote)
{
    return vote_opposites(pair, vote, CLD_TYPE_ANTONYM, FALSE);
}

/* Ordered against advised, must against may: opposites of force, not of fact. */
gboolean
cld_detect_modality(const CldPair *pair, CldVote *vote)
{
    return vote_opposites(pair, vote, CLD_TYPE_MODALITY, TRUE);
}
