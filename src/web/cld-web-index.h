/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-web-filter.h"

/* How many findings there would be with this value, the other filters left as they are. */
typedef struct {
    const char *value; /* borrowed from the index, or static */
    guint n;
} CldWebCount;

/* What a filter lets through. Owned by the index, good until it changes or is asked again. */
typedef struct {
    GArray *rows; /* (element-type guint): indices, in the order of the list */
    GArray
        *counts[CLD_WEB_N_FACETS]; /* (element-type CldWebCount): those above 0, in fixed order */
    guint n_all;                   /* with the filter of the state left out */
} CldWebView;

/* The list of findings, made for being filtered again and again: what is compared stands in small
 * numbers and folded text, made once. 100,000 findings take a few milliseconds a question. */
typedef struct CldWebIndex CldWebIndex;

CldWebIndex *cld_web_index_new(void);
void cld_web_index_free(CldWebIndex *self);
void cld_web_index_set_rows(CldWebIndex *self, GPtrArray *rows);
void cld_web_index_set_state(CldWebIndex *self, guint row, CldReviewState state);
guint cld_web_index_get_size(const CldWebIndex *self);
const CldFindingRow *cld_web_index_get_row(const CldWebIndex *self, guint row);
CldReviewState cld_web_index_get_state(const CldWebIndex *self, guint row);
gboolean cld_web_index_find(const CldWebIndex *self, const char *id, guint *row);
guint cld_web_index_count_todo(const CldWebIndex *self);
const CldWebView *cld_web_index_ask(CldWebIndex *self, const CldWebFilter *filter);
const char *cld_web_state_get_name(CldReviewState state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldWebIndex, cld_web_index_free)
