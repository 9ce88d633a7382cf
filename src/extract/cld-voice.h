/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-attribution.h"
#include "cld-discourse.h"

/* Who says something, by which words, when, and who passes it on. Ref-counted, not changed once the
 * article is read. */
typedef struct {
    gint figure;        /* of the cast, -1: somebody without a name */
    char *name;         /* (owned): as named in the article */
    const char *entity; /* (nullable) interned */
    gboolean is_unnamed;
    gboolean is_plural;
    gboolean is_somebody; /* without a name, but told by a noun of persons: "the minister" */
    CldSpan span;         /* where the holder is named */
    GPtrArray *chain;     /* (element-type utf8): nearest first */
    char *cue;            /* (owned) (nullable) */
    CldSpan cue_span;
    CldWhen said; /* unknown: the words of saying give no time */
    gboolean is_earlier;
    gboolean is_now; /* "while now he admitted" */
    gboolean is_negative;
} CldVoice;

CldVoice *cld_voice_new(void);
CldVoice *cld_voice_new_for(CldDiscourse *discourse,
                            CldPassage *passage,
                            const GArray *attributions,
                            guint index,
                            GPtrArray *voices,
                            const CldVoice *last);
CldVoice *cld_voice_new_named(CldDiscourse *discourse,
                              CldPassage *passage,
                              CldRange holder,
                              const CldVoice *last);
CldVoice *cld_voice_copy(const CldVoice *self);
CldVoice *cld_voice_ref(CldVoice *self);
void cld_voice_unref(CldVoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldVoice, cld_voice_unref)
