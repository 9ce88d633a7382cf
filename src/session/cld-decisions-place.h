/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

char *cld_decisions_find_path(const char *folder, const char *project_folder);
char *cld_decisions_dup_path(const char *given, const char *folder);
char *cld_decisions_dup_reviewer(void);
GPtrArray *cld_decisions_print_problems(const char *path, const GPtrArray *problems);
