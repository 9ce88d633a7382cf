/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-agreement.h"
#include "cld-flagged.h"
#include "cld-pair.h"
#include "cld-weights.h"

/* Two outlets in their own voice are two witnesses, two outlets that quote one speaker are one. */
static guint
origins_of(const CldPair *pair)
{
    const CldClaim *a = pair->a->claim;
    const CldClaim *b = pair->b->claim;
    if (a->article == b->article && a->holder_entity == b->holder_entity)
        return 1;
    return a->holder_entity != NULL && a->holder_entity == b->holder_entity ? 1 : 2;
}

/**
 * cld_agreements_from_pairs:
 * @report: where the agreements go; its findings are looked at
 * @story: the story
 * @pairs: (element-type CldPair): its aligned pairs
 *
 * Lists the claims of different articles that state the same thing.
 */
void
cld_agreements_from_pairs(CldReport *report, const CldStory *story, GPtrArray *pairs)
{
    g_autoptr(CldFlagged) flagged = cld_flagged_new(report);
    double threshold = cld_weights_get("threshold", "agreement");
    for (guint i = 0; i < pairs->len; i++) {
        const CldPair *pair = g_ptr_array_index(pairs, i);
        if (pair->aligned < threshold || pair->a->claim->article == pair->b->claim->article ||
            cld_flagged_has(flagged, pair->a->claim, pair->b->claim))
            continue;
        CldAgreement *agreement = cld_report_add_agreement(report);
        g_ptr_array_add(agreement->claims, cld_claim_ref(pair->a->claim));
        g_ptr_array_add(agreement->claims, cld_claim_ref(pair->b->claim));
        agreement->similarity = pair->aligned;
        agreement->independent_origins = origins_of(pair);
    }
}
