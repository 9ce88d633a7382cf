/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-project.h"

gboolean cld_unread_note(CldProject *project, const CldReport *report, GError **error);
gboolean cld_unread_settle(CldProject *project, const CldReport *report, GError **error);
gboolean
cld_unread_forget(CldProject *project, const char *path, guint *n_forgotten, GError **error);
gboolean cld_unread_tell(CldProject *project, CldReport *report, guint *n_told, GError **error);
gboolean cld_unread_list_paths(CldProject *project, GPtrArray *paths, GError **error);
