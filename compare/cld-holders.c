/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-holders.h"
#include "cld-speaker.h"
#include "cld-standing.h"

/* Holders of a story that are looked into; the rest are only known by name. */
#define MAX_HOLDERS 256

struct _CldHolders {
    const CldStory *story; /* (unowned) */
    GHashTable *standings; /* (owned) name -> (owned) CldStanding; bounded by %MAX_HOLDERS */
};

/**
 * cld_holders_new:
 * @story: a story; must outlive the holders
 *
 * Returns: (transfer full): its holders
 */
CldHolders *
cld_holders_new(const CldStory *story)
{
    CldHolders *self = g_new0(CldHolders, 1);
    self->story = story;
    self->standings =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)cld_standing_free);
    return self;
}

void
cld_holders_free(CldHolders *self)
{
    g_hash_table_unref(self->standings);
    g_free(self);
}

/* A holder that is printed in two ways is looked up for each. */
static const CldStanding *
standing_of(CldHolders *self, const CldView *view)
{
    const char *key = view->claim->holder;
    CldStanding *standing = g_hash_table_lookup(self->standings, key);
    if (standing == NULL && g_hash_table_size(self->standings) < MAX_HOLDERS) {
        standing = cld_standing_new(self->story, view);
        g_hash_table_insert(self->standings, g_strdup(key), standing);
    }
    return standing;
}

/**
 * cld_holders_tie:
 * @self: the holders of a story
 * @a: one of its claims
 * @b: another
 *
 * Returns: whether the two claims have one holder
 */
CldHoldersTie
cld_holders_tie(CldHolders *self, const CldView *a, const CldView *b)
{
    if (a->claim->holder == NULL || b->claim->holder == NULL)
        return CLD_HOLDERS_APART;
    if (cld_speaker_is_same(a->claim, b->claim))
        return CLD_HOLDERS_SAME;
    const CldStanding *x = standing_of(self, a);
    const CldStanding *y = standing_of(self, b);
    return x != NULL && y != NULL && cld_standing_is_speaker(x) && cld_standing_is_speaker(y) &&
                   cld_standing_is_linked(x, y)
               ? CLD_HOLDERS_LINKED
               : CLD_HOLDERS_APART;
}
