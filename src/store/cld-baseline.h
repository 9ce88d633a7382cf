/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

#define CLD_BASELINE_ERROR (cld_baseline_error_quark())
typedef enum {
    CLD_BASELINE_ERROR_LINE,     /* lines that no baseline has; the message names them */
    CLD_BASELINE_ERROR_CONFLICT, /* marks of a merge that was not finished */
    CLD_BASELINE_ERROR_VERSION,  /* the first line is missing or of another version */
    CLD_BASELINE_ERROR_SIZE,     /* over a limit of this file */
} CldBaselineError;
GQuark cld_baseline_error_quark(void);

/* The findings that were there when the user began to check: a text file, one finding a line,
 * sorted, with the id first and words for people behind it. Only the id counts. What is read and
 * not used any more is kept until cld_baseline_remove_unused(). */
typedef struct CldBaseline CldBaseline;

CldBaseline *cld_baseline_new(void);
void cld_baseline_free(CldBaseline *self);
CldBaseline *cld_baseline_parse(const char *text, gsize length_bytes, GError **error);
CldBaseline *cld_baseline_load(const char *path, GError **error);
guint cld_baseline_get_size(CldBaseline *self);
gboolean cld_baseline_use(CldBaseline *self, const char *id);
void cld_baseline_add(CldBaseline *self, const CldReport *report, const CldFinding *finding);
GPtrArray *cld_baseline_list_unused(CldBaseline *self);
guint cld_baseline_remove_unused(CldBaseline *self);
char *cld_baseline_dup_text(CldBaseline *self, gsize *length_bytes);
gboolean cld_baseline_save(CldBaseline *self, const char *path, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldBaseline, cld_baseline_free)
