/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

#define CLD_DB_APPLICATION_ID 0x436c6466 /* "Cldf" */

gboolean cld_db_file_check(const char *path, guint newest_version, GError **error);
gboolean cld_db_file_check_closed(const char *path, guint newest_version, GError **error);
gboolean cld_db_file_publish(const char *made, const char *path, GError **error);
