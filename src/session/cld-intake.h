/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-project.h"
#include "cld-rewrite.h"
#include "cld-session.h"
#include "cld-stored.h"

/* What became of one article that was read into the collection. */
typedef struct {
    guint article; /* index in the report */
    CldStored stored;
    CldRewrites rewrites;
    GPtrArray *findings; /* (owned) (nullable) (element-type CldFinding): what the outlet rewrote */
} CldIntakeRow;

/* What was read into the collection. */
typedef struct {
    CldReport *report; /* (owned): inputs and articles */
    GPtrArray *rows;   /* (owned) (element-type CldIntakeRow) one an article, in their order */
} CldIntake;

CldIntake *cld_project_add(CldProject *self,
                           const char *const *paths,
                           const CldSessionOptions *options,
                           GError **error);
CldIntake *cld_project_rebuild(CldProject *self,
                               const char *const *paths,
                               const CldSessionOptions *options,
                               GError **error);
GPtrArray *cld_project_fsck(CldProject *self, GError **error);
CldIntake *cld_intake_new(CldReport *report);
guint cld_intake_count(const CldIntake *self, CldStored stored);
void cld_intake_free(CldIntake *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldIntake, cld_intake_free)
