/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"

gboolean cld_patient_is_same(const CldPair *pair, guint term_a, guint term_b);
gboolean cld_patient_is_bearer(const CldPair *pair, guint term_a, guint term_b);
gboolean cld_patient_is_other(const CldPair *pair, guint term_a, guint term_b);
gboolean cld_patient_has_other_doer(const CldPair *pair, guint term_a, guint term_b);
