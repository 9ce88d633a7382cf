/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-finding-row.h"

/**
 * cld_finding_row_new:
 * @id: of the finding
 * @type: what it is
 *
 * Returns: (transfer full): a row without texts; the caller fills it in
 */
CldFindingRow *
cld_finding_row_new(const char *id, CldType type)
{
    CldFindingRow *self = g_atomic_rc_box_new0(CldFindingRow);
    self->id = g_strdup(id);
    self->type = type;
    return self;
}

CldFindingRow *
cld_finding_row_ref(CldFindingRow *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void
row_clear(CldFindingRow *self)
{
    g_free(self->id);
    g_free(self->outlets);
    g_free(self->text);
}

void
cld_finding_row_unref(CldFindingRow *self)
{
    g_atomic_rc_box_release_full(self, (GDestroyNotify)row_clear);
}
