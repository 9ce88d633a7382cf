/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-json-writer.h"
#include "cld-notice.h"

/* What one run of SARIF is written from. */
typedef struct {
    CldJsonWriter w;
    const CldReport *report;
    CldView *view;
    GArray *notices; /* (element-type CldNotice) */
    GArray *files;   /* of cld_sarif_list_files() */
} CldSarif;

GArray *cld_sarif_list_files(const CldReport *report);
void cld_sarif_put_text(CldJsonWriter *w, const char *name, const char *text);
void cld_sarif_put_message(CldJsonWriter *w, const char *name, const char *text);
void cld_sarif_put_file(CldSarif *s, const char *path);
void cld_sarif_put_locations(CldSarif *s, const CldNotice *notice);
void cld_sarif_put_flow(CldSarif *s, const CldNotice *notice);
void cld_sarif_put_artifacts(CldSarif *s);
