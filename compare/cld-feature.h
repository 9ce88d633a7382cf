/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* What is measured on two claims to tell whether they share their subject. The weights that go with
 * the names are data (data/en/weights.txt), fitted by tools/fit. */
typedef enum {
#define CLD_FEATURE(id, name) CLD_FEATURE_##id,
#include "cld-feature.def"
#undef CLD_FEATURE
    CLD_N_FEATURES,
} CldFeature;

const char *cld_feature_get_name(CldFeature feature);
