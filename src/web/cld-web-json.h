/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-json-writer.h"
#include "cld-review.h"
#include "cld-web-index.h"

/* What the page is told, written from the records. */
void cld_web_json_put_row(CldJsonWriter *w, const CldFindingRow *row, CldReviewState state);
void cld_web_json_put_counts(CldJsonWriter *w, CldWebIndex *index, const CldWebView *view);
void cld_web_json_put_finding(CldJsonWriter *w, const CldReport *report, const CldReview *review);
