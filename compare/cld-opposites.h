/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-claim.h"

const char *cld_opposites_class(const CldTerm *x, const CldTerm *y);
gboolean cld_states_get(const CldTerm *term, const char **scale, double *rank);
