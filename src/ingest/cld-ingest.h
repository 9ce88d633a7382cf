/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-article.h"

/* What the command line says about all inputs; what is NULL or unknown is looked for in the input.
 */
typedef struct {
    const char *outlet; /* (nullable) */
    CldWhen published;
    const char *language; /* (nullable) */
    const char *charset;  /* (nullable): for inputs that declare none */
} CldIngestOptions;

/* What one input gave. */
typedef struct {
    GPtrArray *inputs;   /* (owned) (element-type CldInput): one, or one per item of a container */
    GPtrArray *articles; /* (owned) (element-type CldArticle): none, one or several */
} CldIngestResult;

CldIngestResult *cld_ingest_file(const char *path, const CldIngestOptions *options);
CldIngestResult *cld_ingest_found_file(const char *path, const CldIngestOptions *options);
gboolean cld_ingest_is_skipped(const CldInput *input);
CldIngestResult *
cld_ingest_bytes(GBytes *bytes, const char *source, const CldIngestOptions *options);
void cld_ingest_result_free(CldIngestResult *self);
GPtrArray *cld_ingest_expand(const char *const *paths, GError **error);
void cld_ingest_settle_years(GPtrArray *articles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldIngestResult, cld_ingest_result_free)
