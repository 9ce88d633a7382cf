/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

gboolean
cld_output_write(const char *target, const char *bytes, gsize length_bytes, GError **error);
gboolean cld_output_finish(GError **error);
gboolean cld_output_set_up(void);
