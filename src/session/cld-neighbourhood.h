/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-collection.h"
#include "cld-session.h"

/* One of the articles of a comparison. Belongs to whoever prepares the comparison. */
typedef struct {
    CldArticle *article; /* (owned) */
    gint64 revision;     /* in the collection; 0: not in it */
    char *identity;      /* (owned) */
    gboolean is_new;     /* what the comparison is for; the others are neighbours */
    GPtrArray *claims;   /* (owned) (nullable) (element-type CldClaim) */
} CldMember;

/* What is new, compared with what is near it. */
typedef struct {
    CldReport *report; /* (owned): findings that what is new has a part in, and the articles these
                          rest on; no agreements */
    GArray *revisions; /* (owned) (element-type gint64) per article of the report; 0: not stored */
    GArray *is_new;    /* (owned) (element-type gboolean) per article of the report */
    guint n_compared;  /* articles that what is new was compared with */
} CldNeighbourhood;

CldMember *
cld_member_new(CldArticle *article, const char *identity, gint64 revision, gboolean is_new);
void cld_member_free(CldMember *self);
GPtrArray *cld_members_new(void);
CldNeighbourhood *cld_neighbourhood_new(void);
CldNeighbourhood *cld_neighbourhood_compare(CldCollection *collection,
                                            GPtrArray *members,
                                            const CldSessionOptions *options,
                                            GError **error);
void cld_neighbourhood_free(CldNeighbourhood *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldMember, cld_member_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldNeighbourhood, cld_neighbourhood_free)
