/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-decision.h"

CldDecision *cld_decision_parse_line(const char *line, gsize length_bytes, GError **error);
char *cld_decision_dup_line(const CldDecision *self);
