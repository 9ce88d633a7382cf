/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-view.h"

/* A report seen by another program: every finding is one place in one file with a level and a
 * message; what SARIF, JUnit, GitHub and GitLab are drawn from. */

typedef enum {
    CLD_LEVEL_NOTE,
    CLD_LEVEL_WARNING,
    CLD_LEVEL_ERROR, /* only what --fail-on names */
    CLD_N_LEVELS,
} CldLevel;

/* A finding, known ones included. Borrows everything. */
typedef struct {
    const CldFinding *finding;
    const CldChecked *checked; /* (nullable): NULL in a comparison */
    guint lead;                /* index of the side that the finding is told at: the newest */
    guint occurrence;          /* from 1, among the findings with this id */
    CldLevel level;
} CldNotice;

/* Where a passage stands in its file. Columns count UTF-16 units from 1, as SARIF does. */
typedef struct {
    char *path;       /* (owned): as given, without the number of an item of a container */
    guint line;       /* from 1; 0: the file has no lines */
    guint column;     /* 0: not known */
    guint end_column; /* behind the last character; 0: not known */
} CldPlace;

GArray *cld_notice_list(const CldReport *report);
gboolean cld_notice_is_shown(const CldNotice *self);
char *cld_notice_dup_rule(CldType type);
char *cld_notice_dup_text(const CldNotice *self, const CldView *view, gboolean is_linked);
char *cld_notice_dup_passage(const CldSide *side);
char *cld_notice_dup_file(const char *source);
void cld_place_init(CldPlace *self, const CldReport *report, const CldSide *side);
void cld_place_clear(CldPlace *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CldPlace, cld_place_clear)
