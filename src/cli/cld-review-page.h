/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-review.h"
#include "cld-terminal-page.h"

void cld_review_page_put_state(CldTerminalPage *page, CldReviewState state);
void cld_review_page_put_finding(CldTerminalPage *page,
                                 const CldReport *report,
                                 const CldReviewItem *item);
void cld_review_page_put_context(CldTerminalPage *page, const CldReport *report);
void cld_review_page_put_row(CldTerminalPage *page, const CldReviewItem *item);
void cld_review_page_put_counts(CldTerminalPage *page, const CldReviews *reviews);
char *cld_review_dup_json(const CldReviews *reviews, const GArray *indices, gsize *length_bytes);
