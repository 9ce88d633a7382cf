/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-quantity.h"
#include "cld-tokens.h"

GArray *cld_quantities_find(const char *text, const CldTokens *tokens);
gboolean cld_number_parse(const CldTokens *tokens, guint index, guint *n_tokens, double *value);
