/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-view.h"

/* The page being written. Markup is only ever written by literals in the code; everything else goes
 * through the escapes of cld_html_put(). */
typedef struct {
    GString *out; /* (owned) */
    CldView *view;
} CldHtml;

void cld_html_put(CldHtml *self, const char *markup, ...) G_GNUC_PRINTF(2, 3);
void cld_html_put_link(CldHtml *self, const char *url, const char *text);
void cld_html_put_passage(CldHtml *self, const CldSide *side, const char *css_class);
void cld_html_put_snippet(CldHtml *self, const CldSide *side, const char *css_class);
void cld_html_put_origin(CldHtml *self, const CldSide *side);
char *cld_html_dup_hash(const char *text);

/* Parts of the page, a file each. */
void cld_html_put_finding(CldHtml *self, const CldFinding *finding);
void cld_html_put_framing(CldHtml *self, const GPtrArray *findings);
void cld_html_put_matrix(CldHtml *self, const CldViewGroup *group);
void cld_html_put_timeline(CldHtml *self, const CldViewGroup *group);
void cld_html_put_agreements(CldHtml *self, const CldViewGroup *group);
void cld_html_put_sources(CldHtml *self);
void cld_html_put_filters(CldHtml *self);
