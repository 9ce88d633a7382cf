/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-verdict.h"

static const char *const verdicts[CLD_N_VERDICTS] = {
    "open", "confirmed", "dismissed", "false-positive", "deferred",
};

static const char *const states[CLD_N_REVIEWS] = {
    "none", "confirmed", "dismissed", "false-positive", "deferred", "stale", "expired",
};

static gint
find_tag(const char *const *tags, gint n, const char *tag)
{
    for (gint i = 0; tag != NULL && i < n; i++) {
        if (g_str_equal(tags[i], tag))
            return i;
    }
    return -1;
}

/* Returns: (transfer none): "confirmed", "false-positive", … */
const char *
cld_verdict_get_tag(CldVerdict verdict)
{
    g_return_val_if_fail(verdict >= 0 && verdict < CLD_N_VERDICTS, NULL);
    return verdicts[verdict];
}

/* Returns: %FALSE, and leaves @out alone, if no verdict has this tag (nullable) */
gboolean
cld_verdict_from_tag(const char *tag, CldVerdict *out)
{
    gint found = find_tag(verdicts, CLD_N_VERDICTS, tag);
    if (found >= 0)
        *out = (CldVerdict)found;
    return found >= 0;
}

/* Returns: (transfer none): "none", "stale", … */
const char *
cld_review_state_get_tag(CldReviewState state)
{
    g_return_val_if_fail(state >= 0 && state < CLD_N_REVIEWS, NULL);
    return states[state];
}

/* Returns: %FALSE, and leaves @out alone, if no state has this tag (nullable) */
gboolean
cld_review_state_from_tag(const char *tag, CldReviewState *out)
{
    gint found = find_tag(states, CLD_N_REVIEWS, tag);
    if (found >= 0)
        *out = (CldReviewState)found;
    return found >= 0;
}

/* Returns: %TRUE if somebody has decided and the decision holds: such a finding is not new. Stale
 * and expired ones are shown again. */
gboolean
cld_review_state_is_decided(CldReviewState state)
{
    return state >= CLD_REVIEW_CONFIRMED && state <= CLD_REVIEW_DEFERRED;
}
