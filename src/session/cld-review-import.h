/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <gio/gio.h>

/* What an import did. A value. */
typedef struct {
    guint n_taken; /* decided or changed by it */
    guint n_same;  /* there already */
    guint n_older; /* left out: something newer was decided on the finding */
} CldImported;

gboolean cld_review_import(const char *decisions_path,
                           const char *path,
                           CldImported *imported,
                           GPtrArray **problems,
                           GError **error);
