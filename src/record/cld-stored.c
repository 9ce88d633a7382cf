/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-stored.h"
#include <glib.h>

/* Returns: (transfer none): "added", "revised", "refreshed" or "unchanged" */
const char *
cld_stored_get_tag(CldStored stored)
{
    static const char *const tags[CLD_N_STORED] = {"added", "revised", "refreshed", "unchanged"};
    g_return_val_if_fail(stored >= 0 && stored < CLD_N_STORED, NULL);
    return tags[stored];
}
