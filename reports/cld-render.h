/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

typedef struct {
    gboolean use_color; /* terminal only */
    guint width;        /* columns, terminal only; 0: 80 */
    gboolean is_quiet;  /* verdict line only, terminal only */
    gint exit_status;   /* how the program is about to end: SARIF tells it */
} CldRenderOptions;

/* A form of report. */
typedef struct {
    const char *name;      /* "json" */
    const char *extension; /* ".json" */
    const char *summary;   /* one line for --help */
    char *(*render)(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes);
} CldRenderFormat;

const CldRenderFormat *cld_render_get_format(const char *name);
const CldRenderFormat *cld_render_list_formats(guint *n_formats);
