/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-finding-row.h"
#include "cld-report.h"

/* A folder with a collection in it: what `check` and `review` work on. Belongs to one thread; open
 * it again for another. */
typedef struct CldProject CldProject;

CldProject *cld_project_init(const char *folder, GError **error);
CldProject *cld_project_open(const char *folder, GError **error);
CldProject *cld_project_new_empty(const char *folder);
CldProject *cld_project_replace(const char *folder, char **moved, GError **error);
gboolean cld_project_is_near(const char *folder);
gboolean cld_project_is_damaged(const GError *error);
void cld_project_close(CldProject *self);
const char *cld_project_get_folder(const CldProject *self);
guint64 cld_project_get_version(CldProject *self);
gboolean cld_project_is_read_only(const CldProject *self);
GPtrArray *cld_project_list_findings(CldProject *self, GError **error);
CldReport *cld_project_load_findings(CldProject *self, const char *const *ids, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldProject, cld_project_close)
