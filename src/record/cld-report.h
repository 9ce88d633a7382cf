/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-checked.h"
#include "cld-finding.h"

/* Articles that report one event. */
typedef struct {
    char *title;      /* (owned) */
    GArray *articles; /* (element-type guint) indices, ascending */
    CldWhen from;
    CldWhen to;
} CldEvent;

/* Claims that state the same thing. */
typedef struct {
    GPtrArray *claims;         /* (owned) (element-type CldClaim) two or more, in input order */
    double similarity;         /* 0 to 1 */
    guint independent_origins; /* outlets and speakers, copies and shared speakers counted once */
} CldAgreement;

/* What was not compared, and why. */
typedef struct {
    gint article; /* index, or -1: the input did not become an article */
    char *source; /* (owned) */
    char *reason; /* (owned) */
} CldNotCompared;

/* Everything one run found out; what every renderer draws from. Built by the session and the
 * engine, then read only. */
typedef struct {
    GPtrArray *inputs;       /* (element-type CldInput) in input order */
    GPtrArray *articles;     /* (element-type CldArticle) */
    GArray *copy_of;         /* (element-type gint) per article: index of the original or -1 */
    GArray *event_of;        /* (element-type gint) per article: index into events or -1 */
    GPtrArray *events;       /* (element-type CldEvent) */
    GPtrArray *claims;       /* (element-type CldClaim) by article, then number */
    GPtrArray *findings;     /* (element-type CldFinding) in cld_finding_compare() order */
    GPtrArray *agreements;   /* (element-type CldAgreement) */
    GPtrArray *not_compared; /* (element-type CldNotCompared) */
    char *model;             /* (owned) (nullable): name of the model; NULL: rules only */
    char *model_sha256;      /* (owned) (nullable): of its model.json, which names the rest */
    char *model_runtime;     /* (owned) (nullable): what ran it: "OpenVINO 2026.4.1" */
    guint aligned_pairs;     /* pairs that passed the subject test, for "flags per 1,000" */
    CldCheck *check;         /* (owned) (nullable): what a check knows of the findings; NULL: the
                                report of a comparison */
} CldReport;

CldReport *cld_report_new(void);
CldReport *cld_report_ref(CldReport *self);
void cld_report_unref(CldReport *self);
CldEvent *cld_report_add_event(CldReport *self, const char *title);
CldAgreement *cld_report_add_agreement(CldReport *self);
void
cld_report_add_not_compared(CldReport *self, gint article, const char *source, const char *reason);
void cld_report_sort(CldReport *self);
guint cld_report_find_claims(const CldReport *self, guint article);
const CldChecked *cld_report_get_checked(const CldReport *self, guint finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldReport, cld_report_unref)
