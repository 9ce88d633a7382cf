/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-checked.h"

static const char *const states[CLD_N_CHECKED_STATES] = {"new", "baseline", "decided", "stale"};

static void
checked_free(CldChecked *self)
{
    g_clear_pointer(&self->decision, cld_decision_unref);
    g_free(self);
}

/* Returns: (transfer full): a check without findings */
CldCheck *
cld_check_new(void)
{
    CldCheck *self = g_new0(CldCheck, 1);
    self->findings = g_ptr_array_new_with_free_func((GDestroyNotify)checked_free);
    self->unused = g_ptr_array_new_with_free_func(g_free);
    return self;
}

void
cld_check_free(CldCheck *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref(self->findings);
    g_ptr_array_unref(self->unused);
    g_free(self);
}

/**
 * cld_check_add:
 * @self: a check
 * @state: how the next finding of the report stands
 * @decision: (nullable): the decision that it is decided by, or was
 *
 * Returns: (transfer none): what is known of that finding; the caller fills in the rest
 */
CldChecked *
cld_check_add(CldCheck *self, CldCheckedState state, CldDecision *decision)
{
    CldChecked *checked = g_new0(CldChecked, 1);
    checked->state = state;
    checked->decision = decision != NULL ? cld_decision_ref(decision) : NULL;
    g_ptr_array_add(self->findings, checked);
    return checked;
}

/* Returns: how many findings are in @state */
guint
cld_check_count(const CldCheck *self, CldCheckedState state)
{
    guint n = 0;
    for (guint i = 0; i < self->findings->len; i++) {
        const CldChecked *checked = g_ptr_array_index(self->findings, i);
        n += checked->state == state;
    }
    return n;
}

/* Returns: %TRUE if the finding is to be put before the user: new, or decided on other texts.
 * @self may be %NULL: in a comparison every finding is new. */
gboolean
cld_checked_is_shown(const CldChecked *self)
{
    return self == NULL || self->state == CLD_CHECKED_NEW || self->state == CLD_CHECKED_STALE;
}

/* Returns: %TRUE if a decision that holds says @verdict; @self may be %NULL */
gboolean
cld_checked_has_verdict(const CldChecked *self, CldVerdict verdict)
{
    return self != NULL && self->state == CLD_CHECKED_DECIDED && self->decision != NULL &&
           self->decision->verdict == verdict;
}

/* Returns: %TRUE if a decision that holds says that the finding is not to be acted on; a confirmed
 * one stays one. @self may be %NULL */
gboolean
cld_checked_is_dismissed(const CldChecked *self)
{
    return cld_checked_has_verdict(self, CLD_VERDICT_DISMISSED) ||
           cld_checked_has_verdict(self, CLD_VERDICT_FALSE_POSITIVE);
}

/* Returns: (transfer none): "new", "baseline", "decided" or "stale" */
const char *
cld_checked_state_get_tag(CldCheckedState state)
{
    g_return_val_if_fail(state >= 0 && state < CLD_N_CHECKED_STATES, NULL);
    return states[state];
}
