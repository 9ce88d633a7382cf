/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-feature.h"
#include <glib.h>

static const char *const feature_names[] = {
#define CLD_FEATURE(id, name) name,
#include "cld-feature.def"
#undef CLD_FEATURE
};

/* Returns: (transfer none): the name that goes with the weight in data/weights.txt */
const char *
cld_feature_get_name(CldFeature feature)
{
    g_return_val_if_fail(feature >= 0 && feature < CLD_N_FEATURES, NULL);
    return feature_names[feature];
}
