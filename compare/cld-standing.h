/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-view.h"

/* Who a holder is: the words he is named by and those the articles of his story introduce him
 * with ("X, spokesman for Y"). Strings are interned. */
typedef struct {
    GPtrArray *names;    /* (owned) (element-type utf8): keys of names; his own stand first */
    guint n_own_names;   /* of them, in the words he is named by */
    GPtrArray *words;    /* (owned) (element-type utf8): stems, the same way */
    guint n_own_words;   /* */
    GPtrArray *families; /* (owned) (element-type utf8): of nouns of data/en/roles.txt */
    const char *kind;    /* (nullable): what his head noun is called after: person, body, place */
    gboolean is_named;   /* his head word is a name */
    gboolean is_seat;    /* an office that stands for a state: "the White House" */
} CldStanding;

CldStanding *cld_standing_new(const CldStory *story, const CldView *view);
void cld_standing_free(CldStanding *self);
gboolean cld_standing_is_speaker(const CldStanding *self);
gboolean cld_standing_is_linked(const CldStanding *self, const CldStanding *other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldStanding, cld_standing_free)
