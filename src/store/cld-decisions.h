/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-decision.h"

#define CLD_DECISIONS_FILE "claimdiff.decisions.jsonl" /* beside the sources, in the repository */

#define CLD_DECISIONS_ERROR (cld_decisions_error_quark())
typedef enum {
    CLD_DECISIONS_ERROR_READ,    /* the system does not give the file out */
    CLD_DECISIONS_ERROR_SIZE,    /* too long, or too many records */
    CLD_DECISIONS_ERROR_DAMAGED, /* lines that are no records; each is named */
    CLD_DECISIONS_ERROR_LOCKED,  /* another program keeps writing it */
    CLD_DECISIONS_ERROR_WRITE,   /* not on the disk: nothing was saved */
    CLD_DECISIONS_ERROR_UNKNOWN, /* there is no decision to undo */
} CldDecisionsError;
GQuark cld_decisions_error_quark(void);

/* A line of the file that cannot be used. */
typedef struct {
    guint line;    /* from 1 */
    char *message; /* (owned): "merge conflict: …", "the record of line 4 again" */
} CldDecisionProblem;

/* The decisions file: JSON lines, sorted by fingerprint. Belongs to one thread; any number of
 * programs may read and write the file at once. */
typedef struct CldDecisions CldDecisions;

CldDecisions *cld_decisions_open(const char *path, GPtrArray **problems, GError **error);
void cld_decisions_free(CldDecisions *self);
const char *cld_decisions_get_path(const CldDecisions *self);
gboolean cld_decisions_refresh(CldDecisions *self, gboolean *has_changed, GError **error);
GPtrArray *cld_decisions_get_all(const CldDecisions *self);
CldDecision *cld_decisions_find_settling(const CldDecisions *self, const char *fingerprint);
GPtrArray *cld_decisions_list_untrue(const CldDecisions *self, const GPtrArray *known);
CldDecision *cld_decisions_find(const CldDecisions *self, const char *fingerprint);
GPtrArray *
cld_decisions_match(const CldDecisions *self, const GPtrArray *targets, const char *today);
GPtrArray *cld_decisions_match_among(const CldDecisions *self,
                                     const GPtrArray *targets,
                                     const GPtrArray *known,
                                     const char *today);
GPtrArray *cld_decisions_list_unused_by(const CldDecisions *self, const GPtrArray *known);
GPtrArray *cld_decisions_list_unused(const CldDecisions *self, const GPtrArray *targets);
gboolean cld_decisions_decide(CldDecisions *self, const GPtrArray *decisions, GError **error);
gboolean cld_decisions_undo(CldDecisions *self, const GPtrArray *fingerprints, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldDecisions, cld_decisions_free)
