/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-counted.h"

CldCounted cld_named_count_find(const CldTokens *tokens, guint start, guint end);
