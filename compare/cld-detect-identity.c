/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-names.h"
#include "cld-tokens.h"
#include "cld-words.h"

/* Names less alike than this are two. */
#define SAME_NAME 0.6
/* Words between a role and its name: "the captain of the ship, Ode". */
#define ROLE_BACK 3
/* Words between a name and its role: "Ode, the captain". */
#define ROLE_FORWARD 3
/* What else the two must share, for a role that an event has and for one that a place has. */
#define MIN_TOLD_EVENT 0.15
#define MIN_TOLD_POST  0.3
/* What a role filled twice comes to before the rest is looked at. */
#define ROLE_STRENGTH 0.4
/* What the two must share where only the doers differ. */
#define MIN_TOLD_DEED 0.45

/* A role and the name that fills it: "Captain Ode". */
typedef struct {
    const char *role; /* interned */
    CldSpan name;
    const char *key;
    gboolean is_event;
} Filled;

static gboolean
take_role(const CldTokens *tokens, guint index, Filled *filled)
{
    guint n = 0;
    const char *const *values =
        cld_lexicon_match(cld_lexicon_get("single-roles"), tokens, index, &n);
    if (values == NULL || values[0] == NULL)
        return FALSE;
    const CldToken *last = cld_tokens_get(tokens, index + MAX(n, 1) - 1);
    filled->role = g_intern_string(last->stem);
    filled->is_event = g_str_equal(values[0], "event");
    return TRUE;
}

/* "Captain Ode", "the captain, Ode", "Ode, the captain". */
static gboolean
find_role(const CldTokens *tokens, const CldNameMention *name, Filled *filled)
{
    gboolean comma = FALSE;
    const CldLexicon *subordinators = cld_lexicon_get("subordinators");
    for (guint back = 1; back <= ROLE_BACK && back <= name->first_token; back++) {
        const CldToken *token = cld_tokens_get(tokens, name->first_token - back);
        if ((token->kind == CLD_TOKEN_PUNCT && *token->lower != ',') ||
            cld_lexicon_has(subordinators, tokens, name->first_token - back))
            break; /* "Ode, the captain, and Rix": the role is the first one's */
        if (take_role(tokens, name->first_token - back, filled))
            return TRUE;
    }
    for (guint k = name->first_token + name->n_tokens, n = 0;
         n < ROLE_FORWARD && k < cld_tokens_length(tokens); k++, n++) {
        const CldToken *token = cld_tokens_get(tokens, k);
        comma |= token->kind == CLD_TOKEN_PUNCT && *token->lower == ',';
        if (!comma)
            break;
        if (take_role(tokens, k, filled))
            return TRUE;
    }
    return FALSE;
}

static GArray *
find_filled(const CldView *view)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Filled));
    const CldTokens *tokens = view->tokens;
    const GArray *names = view->names;
    for (guint i = 0; i < names->len; i++) {
        const CldNameMention *name = &g_array_index(names, CldNameMention, i);
        Filled filled = {NULL, name->span, name->key, FALSE};
        gboolean is_person = name->kind == CLD_NAME_PERSON || name->kind == CLD_NAME_UNKNOWN;
        if (is_person && find_role(tokens, name, &filled))
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

/* A role that one text gives to both, or that both give to one, has room for two: the chairmen of
 * three committees. */
static gboolean
is_shared_role(const CldPair *pair, const GArray *xs, const GArray *ys, const char *role)
{
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const Filled *x = &g_array_index(xs, Filled, i);
            const Filled *y = &g_array_index(ys, Filled, j);
            if (x->role == role && y->role == role && !is_other_name(pair, x, y))
                return TRUE;
        }
    return FALSE;
}

static CldMatch
match_clauses(const CldPair *pair)
{
    CldWords x, y;
    cld_words_collect(&x, pair->story, pair->a, pair->a->claim->clause);
    cld_words_collect(&y, pair->story, pair->b, pair->b->claim->clause);
    return cld_words_match(&x, &y);
}

/* One role, two names. */
static gboolean
has_two_names(const CldPair *pair, CldVote *vote)
{
    g_autoptr(GArray) xs = find_filled(pair->a);
    g_autoptr(GArray) ys = find_filled(pair->b);
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const Filled *x = &g_array_index(xs, Filled, i);
            const Filled *y = &g_array_index(ys, Filled, j);
            if (x->role != y->role || is_shared_role(pair, xs, ys, x->role))
                continue;
            CldMatch match = match_clauses(pair);
            double told = MAX(cld_match_both(&match), match.best * MIN_TOLD_POST);
            if (told < (x->is_event ? MIN_TOLD_EVENT : MIN_TOLD_POST))
                continue;
            vote->strength = MIN(1.0, ROLE_STRENGTH + told);
            cld_vote_mark_a(vote, x->name);
            cld_vote_mark_b(vote, y->name);
            vote->reason = g_strdup("One role is given to two people.");
            return TRUE;
        }
    return FALSE;
}

/* The name nearest before the verb of the clause: who did it. */
static const CldTerm *
find_doer(const CldView *view, const CldTerm **verb)
{
    const CldTerm *doer = NULL;
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (term->role == CLD_ROLE_SUBJECT && term->entity != NULL)
            doer = term;
        if (term->role == CLD_ROLE_PREDICATE && *verb == NULL)
            *verb = term;
    }
    return doer;
}

static gboolean
is_exclusive(const CldView *view)
{
    const CldTokens *tokens = view->sentence;
    for (guint i = 0; i < cld_tokens_length(tokens); i++)
        if (cld_lexicon_has(cld_lexicon_get("exclusive-markers"), tokens, i))
            return TRUE;
    return FALSE;
}

/* One deed that only one can have done, two doers: all is told alike but the name before the verb.
 */
static gboolean
has_two_doers(const CldPair *pair, CldVote *vote)
{
    const CldTerm *p = NULL, *q = NULL;
    const CldTerm *x = find_doer(pair->a, &p), *y = find_doer(pair->b, &q);
    if (x == NULL || y == NULL || p == NULL || q == NULL || x->entity == y->entity ||
        pair->a->claim->polarity != pair->b->claim->polarity)
        return FALSE;
    gboolean same = p->stem == q->stem || (p->concept != NULL && p->concept == q->concept);
    if (!is_exclusive(pair->a) || !is_exclusive(pair->b))
        return FALSE;
    if (!same || cld_story_is_generic(p) || cld_story_is_generic(q))
        return FALSE;
    CldMatch match = match_clauses(pair);
    double told = cld_match_both(&match);
    if (told < MIN_TOLD_DEED)
        return FALSE;
    vote->strength = told;
    cld_vote_mark_a(vote, x->span);
    cld_vote_mark_b(vote, y->span);
    vote->reason = g_strdup("One deed is ascribed to two.");
    return TRUE;
}

/* One role, two names; or one deed, two doers. */
gboolean
cld_detect_identity(const CldPair *pair, CldVote *vote)
{
    vote->type = CLD_TYPE_IDENTITY;
    return has_two_names(pair, vote) || has_two_doers(pair, vote);
}
