/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* What every target has; libFuzzer's name. Returns: 0. Aborts when a promise is broken. */
int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes);
