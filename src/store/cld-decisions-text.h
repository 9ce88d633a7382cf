/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-decisions.h"

/* A record as it stands in the file. Immutable, ref-counted. */
typedef struct {
    CldDecision *decision; /* (owned) */
    char *line;            /* (owned): as it was read or is to be written, without its end */
    gint trueness;         /* whether the fingerprint is that of the passages; 0: not looked at */
} CldDecisionEntry;

CldDecisionEntry *cld_decision_entry_new(CldDecision *decision);
CldDecisionEntry *cld_decision_entry_ref(CldDecisionEntry *self);
void cld_decision_entry_unref(CldDecisionEntry *self);
const char *cld_decision_entry_get_fingerprint(const CldDecisionEntry *self);
gboolean cld_decision_entry_is_true(CldDecisionEntry *self);

GPtrArray *cld_decisions_parse(const char *bytes, gsize length_bytes, GPtrArray **problems);
char *cld_decisions_print(const GPtrArray *entries, gsize *length_bytes);
