/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-finding.h"
#include "cld-json-writer.h"

/* Characters of the article kept on either side of a passage. */
#define CLD_SELECTOR_CHARS 32u

/* Where a passage stands, told by its words and those around it, so that it is found again in a
 * text that moved or changed (W3C Web Annotation, text quote selector). Immutable. Strings owned.
 */
typedef struct {
    char *exact;     /* the passage, verbatim */
    char *prefix;    /* up to CLD_SELECTOR_CHARS characters before it; "": none */
    char *suffix;    /* and after it */
    char *outlet;    /* (nullable) */
    char *text_hash; /* (nullable): SHA-256 of the whole article's text, hex */
} CldSelector;

/* What a reviewer decides about: a finding without its scores, places and explanation. Made from a
 * finding of a run, a saved report or the collection alike. Immutable, ref-counted. Strings owned.
 */
typedef struct {
    char *fingerprint; /* the finding's id */
    char *kind;        /* tag, "contradiction" */
    char *type;        /* tag, "number" */
    GPtrArray *sides;  /* (element-type CldSelector): the first two make the fingerprint */
} CldTarget;

CldTarget *cld_target_new(const char *fingerprint, const char *kind, const char *type);
void cld_target_add_side(CldTarget *self,
                         const char *exact,
                         const char *prefix,
                         const char *suffix,
                         const char *outlet,
                         const char *text_hash);
CldTarget *cld_target_new_for_finding(const CldFinding *finding, const GPtrArray *articles);
char *cld_target_dup_own_fingerprint(const CldTarget *self);
void cld_target_put_names(const CldTarget *self, CldJsonWriter *w);
void cld_target_put_sides(const CldTarget *self, CldJsonWriter *w);
char *cld_selector_dup_prefix(const CldArticle *article, CldSpan span);
char *cld_selector_dup_suffix(const CldArticle *article, CldSpan span);
CldTarget *cld_target_ref(CldTarget *self);
void cld_target_unref(CldTarget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldTarget, cld_target_unref)
