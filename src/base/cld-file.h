/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

char *cld_file_find_upwards(const char *folder, const char *name, GFileTest test);
gboolean cld_file_write_all(int fd, const char *bytes, gsize length_bytes);
