/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz-check.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes)
{
    fuzz_check_reader(bytes, length_bytes, "article.json");
    return 0;
}
