/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-names.h"
#include "cld-tokens.h"

/* Names less alike than this are two. */
#define SAME_NAME 0.6

/* A role and the name that fills it: "Captain Ode". */
typedef struct {
    const char *role;
    CldSpan name;
    const char *key;
} Filled;

static const char *
role_in(const char *text, CldSpan title)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, title);
    for (guint i = cld_tokens_length(tokens); i-- > 0;) {
        const char *const *values = cld_lexicon_match(cld_lexicon_get("roles"), tokens, i, NULL);
        if (values != NULL && values[0] != NULL)
            return g_intern_string(values[0]);
    }
    return NULL;
}

/* Roles that one person fills at a time: the second column after the role says "single". */
static GArray *
find_filled(const CldView *view)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Filled));
    const char *text = view->article->text;
    g_autoptr(CldTokens) tokens = cld_tokens_ref(view->tokens);
    g_autoptr(GArray) names = g_array_ref(view->names);
    for (guint i = 0; i < names->len; i++) {
        const CldNameMention *name = &g_array_index(names, CldNameMention, i);
        Filled filled = {NULL, name->span, name->key};
        if (name->kind == CLD_NAME_PERSON && !cld_span_is_empty(name->title))
            filled.role = role_in(text, name->title);
        if (filled.role != NULL)
            g_array_append_val(found, filled);
    }
    return found;
}

static gboolean
is_other_name(const CldPair *pair, const Filled *x, const Filled *y)
{
    g_autofree char *p = cld_span_dup_text(x->name, pair->a->article->text);
    g_autofree char *q = cld_span_dup_text(y->name, pair->b->article->text);
    return x->key != y->key && cld_name_similarity(p, q) < SAME_NAME;
}

/* One role, two names. */
gboolean
cld_detect_identity(const CldPair *pair, CldVote *vote)
{
    g_autoptr(GArray) xs = find_filled(pair->a);
    g_autoptr(GArray) ys = find_filled(pair->b);
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const Filled *x = &g_array_index(xs, Filled, i);
            const Filled *y = &g_array_index(ys, Filled, j);
            if (x->role != y->role || !is_other_name(pair, x, y))
                continue;
            vote->type = CLD_TYPE_IDENTITY;
            vote->strength = 0.7;
            cld_vote_mark_a(vote, x->name);
            cld_vote_mark_b(vote, y->name);
            vote->reason = g_strdup("One role is given to two people.");
            return TRUE;
        }
    return FALSE;
}
