/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-names.h"
#include "cld-tokens.h"

/* The two places must belong to one event at least this surely. */
#define MIN_EVENT 0.6

/* Where a claim puts its event. */
typedef struct {
    const char *key;
    CldSpan span;
} Place;

static gboolean
follows_preposition(const CldTokens *tokens, guint first)
{
    for (guint back = 1; back <= 3 && back <= first; back++) {
        const CldToken *token = cld_tokens_get(tokens, first - back);
        if (cld_lexicon_has(cld_lexicon_get("place-prepositions"), tokens, first - back))
            return TRUE;
        if (token->kind == CLD_TOKEN_PUNCT)
            return FALSE;
    }
    return FALSE;
}

static GArray *
find_places(const CldView *view)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    g_autoptr(GArray) names = g_array_ref(view->names);
    for (guint i = 0; i < names->len; i++) {
        const CldNameMention *name = &g_array_index(names, CldNameMention, i);
        Place place = {name->key, name->span};
        if (name->kind == CLD_NAME_PLACE && follows_preposition(tokens, name->first_token))
            g_array_append_val(places, place);
    }
    return places;
}

static gboolean
is_country(const char *key)
{
    return cld_lexicon_lookup(cld_lexicon_get("country-keys"), key) != NULL;
}

static gboolean
shares_place(const GArray *xs, const GArray *ys)
{
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++)
            if (g_array_index(xs, Place, i).key == g_array_index(ys, Place, j).key)
                return TRUE;
    return FALSE;
}

/* One event in two places of one rank; a town may lie in the country that the other names. */
gboolean
cld_detect_place(const CldPair *pair, CldVote *vote)
{
    g_autoptr(GArray) xs = find_places(pair->a);
    g_autoptr(GArray) ys = find_places(pair->b);
    if (shares_place(xs, ys))
        return FALSE;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const Place *x = &g_array_index(xs, Place, i);
            const Place *y = &g_array_index(ys, Place, j);
            double same = cld_attach_same_event(pair, x->span, y->span);
            if (is_country(x->key) != is_country(y->key) || same < MIN_EVENT)
                continue;
            vote->type = CLD_TYPE_PLACE;
            vote->strength = same;
            cld_vote_mark_a(vote, x->span);
            cld_vote_mark_b(vote, y->span);
            vote->reason = g_strdup("The same event is put in two places.");
            return TRUE;
        }
    return FALSE;
}
