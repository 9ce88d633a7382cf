/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decisions.h"
#include "cld-stale.h"
#include "cld-texts.h"
#include <string.h>

static GPtrArray *
list_fingerprints(const GPtrArray *targets)
{
    GPtrArray *known = g_ptr_array_sized_new(targets->len);
    for (guint i = 0; i < targets->len; i++) {
        const CldTarget *target = g_ptr_array_index(targets, i);
        g_ptr_array_add(known, target->fingerprint);
    }
    return known;
}

/**
 * cld_decisions_list_unused_by:
 * @self: the decisions
 * @known: (element-type utf8): fingerprints of all findings there are now
 *
 * Returns: (transfer full) (element-type CldDecision): decisions on none of them, by fingerprint
 */
GPtrArray *
cld_decisions_list_unused_by(const CldDecisions *self, const GPtrArray *known)
{
    g_autoptr(GPtrArray) all = cld_decisions_get_all(self);
    g_autoptr(GPtrArray) used = g_ptr_array_sized_new(known->len);
    GPtrArray *unused = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_unref);
    for (guint i = 0; i < known->len; i++)
        g_ptr_array_add(used, g_ptr_array_index(known, i));
    cld_texts_sort(used);
    for (guint i = 0, k = 0; i < all->len; i++) {
        CldDecision *decision = g_ptr_array_index(all, i);
        const char *fingerprint = decision->target->fingerprint;
        while (k < used->len && strcmp(g_ptr_array_index(used, k), fingerprint) < 0)
            k++;
        if (k >= used->len || !g_str_equal(g_ptr_array_index(used, k), fingerprint))
            g_ptr_array_add(unused, cld_decision_ref(decision));
    }
    return unused;
}

/**
 * cld_decisions_list_unused:
 * @self: the decisions
 * @targets: (element-type CldTarget): all findings there are now
 *
 * Returns: (transfer full) (element-type CldDecision): decisions on none of them, by fingerprint
 */
GPtrArray *
cld_decisions_list_unused(const CldDecisions *self, const GPtrArray *targets)
{
    g_autoptr(GPtrArray) known = list_fingerprints(targets);
    return cld_decisions_list_unused_by(self, known);
}

/* A reopened decision says nothing about the next wording either. */
static CldStale *
index_unused(const CldDecisions *self, const GPtrArray *known)
{
    g_autoptr(GPtrArray) unused = cld_decisions_list_unused_by(self, known);
    g_autoptr(GPtrArray) closed = g_ptr_array_new();
    for (guint i = 0; i < unused->len; i++) {
        CldDecision *decision = g_ptr_array_index(unused, i);
        if (decision->verdict != CLD_VERDICT_OPEN)
            g_ptr_array_add(closed, decision);
    }
    return closed->len == 0 ? NULL : cld_stale_new(closed);
}

/**
 * cld_decisions_match_among:
 * @self: the decisions
 * @targets: (element-type CldTarget): findings
 * @known: (element-type utf8): fingerprints of all findings there are now, of which @targets may be
 *   a part: a decision that one of them uses is not stale
 * @today: "2026-11-23"
 *
 * A decision settles a finding by its fingerprint alone, which must be that of its passages. Where
 * only the words around its passages are found again, the finding is stale: shown once more, never
 * settled.
 *
 * Returns: (transfer full) (element-type CldReview): how each of @targets stands, in their order
 */
GPtrArray *
cld_decisions_match_among(const CldDecisions *self,
                          const GPtrArray *targets,
                          const GPtrArray *known,
                          const char *today)
{
    g_autoptr(CldStale) stale = index_unused(self, known);
    GPtrArray *reviews = g_ptr_array_new_with_free_func((GDestroyNotify)cld_review_free);
    for (guint i = 0; i < targets->len; i++) {
        const CldTarget *target = g_ptr_array_index(targets, i);
        CldDecision *decision = cld_decisions_find_settling(self, target->fingerprint);
        CldReviewState state = cld_decision_get_state(decision, today);
        if (decision == NULL && stale != NULL) {
            decision = cld_stale_find(stale, target);
            state = decision != NULL ? CLD_REVIEW_STALE : CLD_REVIEW_NONE;
        }
        g_ptr_array_add(reviews, cld_review_new(state, decision));
    }
    return reviews;
}

/**
 * cld_decisions_match:
 * @self: the decisions
 * @targets: (element-type CldTarget): all findings there are now
 * @today: "2026-11-23"
 *
 * As cld_decisions_match_among(), for all findings at once.
 *
 * Returns: (transfer full) (element-type CldReview): how each of @targets stands, in their order
 */
GPtrArray *
cld_decisions_match(const CldDecisions *self, const GPtrArray *targets, const char *today)
{
    g_autoptr(GPtrArray) known = list_fingerprints(targets);
    return cld_decisions_match_among(self, targets, known, today);
}
