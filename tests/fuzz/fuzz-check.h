/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-ingest.h"

char *fuzz_dup_text(const guint8 *bytes, gsize length_bytes);
void fuzz_check_span(CldSpan span, const char *text);
void fuzz_check_reader(const guint8 *bytes, gsize length_bytes, const char *source);
