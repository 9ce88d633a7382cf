/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-project.h"
#include "cld-session.h"

/* What to check, and against what. All borrowed. */
typedef struct {
    const CldSessionOptions *session;
    const char *const *paths; /* (nullable): new sources; NULL: what no check has passed yet */
    const char *decisions;    /* (nullable): the decisions file; NULL: it is searched */
    const char *baseline;     /* (nullable): the baseline file */
    gboolean updates_baseline;
    gboolean reports_unused;
    const GArray *fail_on; /* (element-type CldFailOn) */
} CldCheckOptions;

/* A check that was made. */
typedef struct {
    CldReport *report;     /* (owned): with CldReport.check */
    GArray *revisions;     /* (owned) (element-type gint64): stored articles that it was about */
    guint n_unread_before; /* inputs of the report that an earlier run could not read */
    gboolean is_failing;
} CldCheckRun;

CldCheckRun *cld_check_run_new(CldProject *project, const CldCheckOptions *options, GError **error);
gboolean cld_check_run_pass(CldCheckRun *self, CldProject *project, GError **error);
void cld_check_run_free(CldCheckRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldCheckRun, cld_check_run_free)
