/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-claim.h"

const char *cld_opposites_class(const CldTerm *x, const CldTerm *y);
gboolean cld_opposites_can_clash(const CldTerm *term);
gboolean cld_states_compare(const CldTerm *x, const CldTerm *y, double *rank_x, double *rank_y);
