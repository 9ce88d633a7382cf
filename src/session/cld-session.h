/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-engine.h"
#include "cld-ingest.h"
#include "cld-outlet-names.h"
#include "cld-report.h"

/* A trained model, see cld-model.h; opened by cld_model_choice_open(), only passed on here. */
struct _CldModel;

/* A collection, see cld-collection.h; only passed on here. */
struct CldCollection;

/* What a run is doing: "reading", "extracting", "comparing". */
typedef void (*CldSessionProgress)(const char *stage, guint done, guint total, gpointer user_data);

typedef struct {
    CldIngestOptions ingest;
    CldEngineOptions engine;
    const CldOutletNames *outlets; /* (nullable) names given by the user; ingest.outlet wins */
    struct _CldModel *model;       /* (nullable) (unowned): NULL: rules only; wins over engine's */
    struct CldCollection *collection; /* (nullable) (unowned): keeps the model's vectors; in no
                                         sequence while the engine runs */
    guint n_jobs;                     /* 0: as many as there are processors */
    CldSessionProgress progress;      /* (nullable) called on the calling thread */
    gpointer progress_data;
} CldSessionOptions;

CldReport *
cld_session_compare(const char *const *paths, const CldSessionOptions *options, GError **error);
CldReport *
cld_session_read(const char *const *paths, const CldSessionOptions *options, GError **error);
CldReport *cld_session_read_articles(const char *const *paths,
                                     const CldSessionOptions *options,
                                     GError **error);
GPtrArray *cld_session_extract(const GPtrArray *articles, const CldSessionOptions *options);
void cld_session_add_claims(CldReport *report, const GPtrArray *claims_of_articles);
gboolean
cld_session_run_engine(CldReport *report, const CldSessionOptions *options, GError **error);
guint cld_session_count_unread(const CldReport *report);
gboolean cld_session_parse_date(const char *text, CldWhen *when);
