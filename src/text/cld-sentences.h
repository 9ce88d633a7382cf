/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-span.h"

GArray *cld_sentences_find(const char *text, CldSpan range);
