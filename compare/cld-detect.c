/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"

static const CldDetector detectors[] = {
    {CLD_TYPE_NUMBER, "number", cld_detect_number, 0.05},
    {CLD_TYPE_DATE, "date", cld_detect_date, 0.05},
    {CLD_TYPE_PLACE, "place", cld_detect_place, 0.05},
    {CLD_TYPE_NEGATION, "negation", cld_detect_negation, 0.05},
    {CLD_TYPE_ANTONYM, "antonym", cld_detect_antonym, 0.05},
    {CLD_TYPE_STATUS, "status", cld_detect_status, 0.05},
    {CLD_TYPE_ATTRIBUTION, "attribution", cld_detect_attribution, 0.05},
    {CLD_TYPE_MODALITY, "modality", cld_detect_modality, 0.05},
    {CLD_TYPE_ORDER, "order", cld_detect_order, 0.05},
    {CLD_TYPE_CAUSE, "cause", cld_detect_cause, 0.05},
    {CLD_TYPE_IDENTITY, "identity", cld_detect_identity, 0.05},
};

/* Returns: (transfer none) (array length=n_detectors): one row a detector */
const CldDetector *
cld_detect_list(guint *n_detectors)
{
    *n_detectors = G_N_ELEMENTS(detectors);
    return detectors;
}

/* Returns: %TRUE if the claim is only asked or supposed: then it states nothing that could clash */
gboolean
cld_detect_is_idle(const CldClaim *claim)
{
    return claim->modality == CLD_MODALITY_CONDITIONAL || claim->modality == CLD_MODALITY_ASKED;
}

static void
mark(CldSpan *marks, CldSpan span)
{
    for (guint i = 0; i < CLD_VOTE_MAX_MARKS; i++)
        if (cld_span_is_empty(marks[i])) {
            marks[i] = span;
            return;
        }
}

/* Marks words of the first claim; @span counts in its article. Beyond the maximum, nothing. */
void
cld_vote_mark_a(CldVote *self, CldSpan span)
{
    mark(self->marks_a, span);
}

/* Marks words of the second claim. */
void
cld_vote_mark_b(CldVote *self, CldSpan span)
{
    mark(self->marks_b, span);
}

/* Frees what the vote owns and empties it. */
void
cld_vote_clear(CldVote *self)
{
    g_free(self->reason);
    *self = (CldVote){0};
}
