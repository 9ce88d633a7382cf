/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-claim.h"
#include "cld-names.h"
#include "cld-report.h"
#include "cld-tokens.h"
#include "cld-vectors.h"

/* What a claim is about, one key for each thing: a concept, a stem or an entity. */
typedef struct {
    guint id; /* of the key in its story's vocabulary: by first appearance, so the same on every run
               */
    guint term; /* index into claim->terms, G_MAXUINT: from the context */
    double
        weight; /* rarity: background and event document frequency, times how telling the word is */
    const gint8 *direction; /* (nullable) (unowned) of the word's meaning, see cld-vectors.h */
    gboolean is_parent;     /* the wider concept of the term's concept */
} CldKey;

/* A claim made ready for comparison. Owned by its story, never changed after cld_story_new(). */
typedef struct {
    CldClaim *claim;           /* (unowned) */
    const CldArticle *article; /* (unowned) */
    CldTokens *tokens;         /* (owned) of the clause */
    CldTokens *sentence;       /* (owned) of the whole sentence */
    GArray *revisions;         /* (owned) (nullable) (element-type CldRevision) of the sentence */
    GArray *names;             /* (owned) (element-type CldNameMention) in the clause */
    guint index;               /* in the story */
    GArray *keys;              /* (element-type CldKey) ascending by id, one entry an id */
    GArray *whole;             /* (element-type CldKey) keys of the whole sentence, the same way */
    GArray *context; /* (element-type CldKey) keys of the neighbouring claims, the same way */
    float direction[CLD_VECTOR_DIMENSIONS]; /* weighted mean of the keys, length 1 or 0 */
    double norm;                            /* length of the vector of keys */
    double context_norm;
} CldView;

/* The claims of one event and how common each key is in it. */
typedef struct {
    const CldReport *report; /* (unowned) */
    gint event;
    GPtrArray *views; /* (element-type CldView) in input order */
    GPtrArray *names; /* (element-type utf8) interned key of every id */
    GArray *df;       /* (element-type guint) views that have the key, by id */
    GHashTable *ids;  /* interned key -> id + 1 */
} CldStory;

CldStory *cld_story_new(const CldReport *report, gint event);
void cld_story_free(CldStory *self);
double cld_key_similarity(const CldKey *x, const CldKey *y);
gboolean cld_story_is_generic(const CldTerm *term);
const CldKey *cld_view_find_key(const CldView *self, guint id);
const CldTerm *cld_view_get_term(const CldView *self, guint index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldStory, cld_story_free)
