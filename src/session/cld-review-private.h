/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-decisions.h"
#include "cld-durable-file.h"
#include "cld-project.h"
#include "cld-review.h"
#include "cld-saved-report.h"

struct CldReviews {
    char *report_path;     /* (nullable) */
    CldSavedReport *saved; /* (owned) (nullable): one of the two sources */
    CldFileStamp stamp;
    CldProject *project; /* (owned) (nullable): the other */
    guint64 version;
    CldDecisions *decisions; /* (owned) */
    GPtrArray *items;        /* (owned) (element-type CldReviewItem) in report order */
    GArray *by_id;           /* (owned) (element-type guint): indices of items, sorted by id */
    char *by;                /* (nullable) */
    gint64 now_unix;
};
