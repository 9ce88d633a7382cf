/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

/* A report that was written as JSON or JSON lines, read back. Of the texts of its articles it has
 * what the report has: passages stand where they stood, between them are blanks. */
typedef struct {
    CldReport *report;  /* (owned): articles, claims as far as they are written, findings */
    GPtrArray *targets; /* (owned) (element-type CldTarget): one for each finding */
} CldSavedReport;

CldSavedReport *cld_saved_report_parse(const char *bytes, gsize length_bytes, GError **error);
void cld_saved_report_free(CldSavedReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldSavedReport, cld_saved_report_free)
