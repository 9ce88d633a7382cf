/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* Texts in order, where a hash table of what comes from outside could be flooded. */
void cld_texts_sort(GPtrArray *texts);
gboolean cld_texts_has(const GPtrArray *sorted, const char *text);
