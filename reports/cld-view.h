/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

/* A report seen by a reader: what the terminal, Markdown and HTML forms say in the same words. */

/* Findings and agreements of one event, or of the articles without one. */
typedef struct {
    const CldEvent *event;            /* (nullable) */
    gint index;                       /* of the event, -1: none */
    GPtrArray *findings[CLD_N_KINDS]; /* (element-type CldFinding) borrowed, in report order */
    GPtrArray *agreements;            /* (element-type CldAgreement) borrowed */
} CldViewGroup;

/* Borrows @report, which must outlive it. Of a check it holds the findings that are new or stale:
 * the known ones are counted, and the forms for programs have them. */
typedef struct {
    const CldReport *report;
    GPtrArray *labels;    /* (element-type utf8) per article: outlet, told apart inside one event */
    GPtrArray *by_source; /* (element-type CldArticle) borrowed, sorted by source */
    GPtrArray *groups;    /* (element-type CldViewGroup) events in order, then "no event" if any */
    GHashTable *numbers;  /* finding to its place in reading order; looked up, never walked */
    GHashTable *checked;  /* finding to its CldChecked, of a check; looked up, never walked */
} CldView;

CldView *cld_view_new(const CldReport *report);
void cld_view_free(CldView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldView, cld_view_free)

const char *cld_view_get_label(const CldView *self, guint article);
const CldArticle *cld_view_get_article(const CldView *self, guint article);
guint cld_view_get_number(const CldView *self, const CldFinding *finding);
const CldChecked *cld_view_get_checked(const CldView *self, const CldFinding *finding);
guint cld_view_count_kind(const CldView *self, CldKind kind);
guint cld_view_count_findings(const CldViewGroup *group);
gboolean cld_view_is_repeated(const CldView *self, const CldInput *input);
guint cld_view_count_unread(const CldReport *report);
guint cld_view_count_independent(const GPtrArray *agreements);

GArray *cld_view_pieces(const CldSide *side);
gsize cld_view_word_start(const char *text, gsize from, gsize limit);
CldSpan cld_view_shorten(
    const char *text, const CldSpanPiece *piece, guint n_pieces, guint i, gsize max_bytes);
gsize cld_view_word_end(const char *text, gsize limit, gsize from);
char *cld_view_dup_date(CldWhen when);
char *cld_view_dup_event_date(const CldEvent *event);
char *cld_view_dup_short_date(CldWhen when);
char *cld_view_dup_attribution(const CldClaim *claim);
char *cld_view_dup_said(const CldView *self, const CldClaim *claim);
char *cld_view_dup_about(const CldView *self, const CldClaim *claim);
char *cld_view_dup_type(CldType type);
char *cld_view_dup_missing(const CldView *self, const CldFinding *finding);
char *cld_view_dup_verdict(const CldView *self);
char *cld_view_dup_standing(const CldChecked *checked);
char *cld_view_dup_known(const CldReport *report);
char *cld_view_dup_group_line(const CldViewGroup *group);
char *cld_view_dup_scope(const CldReport *report);
char *cld_view_dup_input(const CldInput *input);
char *cld_view_dup_count(guint n, const char *singular, const char *plural);
const char *cld_view_get_kind_heading(CldKind kind);
const char *cld_view_get_relation(CldRelation relation);
char *cld_view_dup_confidence(double confidence);
