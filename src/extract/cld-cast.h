/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-passage.h"

/* Somebody or something an article names. */
typedef struct {
    const char *key;   /* interned: entity key */
    char *name;        /* (owned): the fullest form printed */
    const char *given; /* (nullable) interned: folded given name */
    CldNameKind kind;
    char gender;      /* 'm', 'f', 0: not known */
    GPtrArray *roles; /* (element-type utf8) interned stems of titles and descriptions */
    CldSpan span;     /* where the fullest form stands */
    gboolean has_spoken;
    guint n_place_roles; /* of the roles, names: "French" */
    guint n_mentions;
    guint last_passage; /* where it was named last */
} CldFigure;

/* Everybody and everything an article names: one row a person, place or body, whatever the number
 * of its spellings. */
typedef struct {
    GPtrArray *figures; /* (element-type CldFigure) in the order of first mention */
} CldCast;

CldCast *cld_cast_new(const CldArticle *article, GPtrArray *passages);
void cld_cast_free(CldCast *self);
const CldFigure *cld_cast_get(const CldCast *self, gint index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldCast, cld_cast_free)
