/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-attach.h"
#include "cld-detect.h"
#include "cld-lexicon.h"
#include "cld-names.h"
#include "cld-tokens.h"
#include "cld-words.h"

/* The two places must belong to one event at least this surely. */
#define MIN_EVENT 0.6
/* ... and the claims share this much besides. */
#define MIN_TOLD 0.2
#define MIN_BEST 0.3
/* Below this the two are hardly places of one event. */
#define MIN_STRENGTH 0.25
/* "on Kyrgyz territory" and "on Tajik soil": whose land it was is what the two argue about. */
#define TERRITORY_STRENGTH 0.5
/* Other times, or other people: more likely two events. */
#define APART_SHARE 0.6
/* Names less alike than this are two places. */
#define SAME_NAME 0.7
/* Words between the preposition and the name: "in the port of Sorong". */
#define PREPOSITION_BACK 4

/* Where a claim puts its event. */
typedef struct {
    const char *key;
    const char *country; /* (nullable): the country it is said to lie in, or is */
    CldSpan span;
    gboolean is_territory; /* "Tajik soil" */
} Place;

/* Returns: (transfer none) (nullable): interned key of the country that the name is */
static const char *
country_of(const char *key)
{
    const char *const *values = cld_lexicon_lookup(cld_lexicon_get("countries"), key);
    gboolean is_country = values != NULL && values[0] != NULL && values[1] != NULL &&
                          !g_str_equal(values[1], "capital");
    return is_country ? g_intern_string(values[0]) : NULL;
}

/* How many words before the name the preposition stands; 0: there is none */
static guint
find_preposition(const CldTokens *tokens, guint first)
{
    for (guint back = 1; back <= PREPOSITION_BACK && back <= first; back++) {
        const CldToken *token = cld_tokens_get(tokens, first - back);
        if (cld_lexicon_has(cld_lexicon_get("place-prepositions"), tokens, first - back))
            return back;
        if (token->kind == CLD_TOKEN_PUNCT)
            return 0;
    }
    return 0;
}

static gboolean
is_followed_by(const CldTokens *tokens, guint index, const char *lexicon)
{
    return index < cld_tokens_length(tokens) &&
           cld_lexicon_has(cld_lexicon_get(lexicon), tokens, index);
}

/* "In the town's harbour" names the harbour; "in Belarus's Gomel Region" names the region next. */
static gboolean
is_owner(const CldTokens *tokens, guint after)
{
    return after < cld_tokens_length(tokens) &&
           g_str_equal(cld_tokens_get(tokens, after)->lower, "'s");
}

/* "on Ukrainian soil": the demonym makes a place of the noun. */
static gboolean
is_place(const CldTokens *tokens, const CldNameMention *name)
{
    guint back = find_preposition(tokens, name->first_token);
    guint after = name->first_token + name->n_tokens;
    if (back == 0 || name->kind == CLD_NAME_PERSON || name->kind == CLD_NAME_ORGANISATION ||
        is_owner(tokens, after))
        return FALSE;
    if (name->is_demonym)
        return is_followed_by(tokens, after, "territory-words");
    if (is_followed_by(tokens, after, "roles"))
        return FALSE;
    const char *before = cld_tokens_get(tokens, name->first_token - 1)->lower;
    gboolean is_matter = g_str_equal(before, "over") || g_str_equal(before, "on");
    return name->kind == CLD_NAME_PLACE || (back == 1 && !is_matter); /* "talks over Nafta" */
}

/* "in Belarus's Gomel Region": the name before it says in which country. */
static const char *
owner_of(const GArray *names, guint index, const char *text)
{
    if (index == 0)
        return NULL;
    const CldNameMention *before = &g_array_index(names, CldNameMention, index - 1);
    const CldNameMention *name = &g_array_index(names, CldNameMention, index);
    gboolean is_near = name->first_token - (before->first_token + before->n_tokens) <= 1;
    return is_near ? country_of(before->key) : NULL;
}

static GArray *
find_places(const CldView *view)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
    const char *text = view->article->text;
    const CldTokens *tokens = view->tokens;
    const GArray *names = view->names;
    for (guint i = 0; i < names->len; i++) {
        const CldNameMention *name = &g_array_index(names, CldNameMention, i);
        const char *own = country_of(name->key);
        Place place = {name->key, own != NULL ? own : owner_of(names, i, text), name->span,
                       name->is_demonym};
        if (is_place(tokens, name))
            g_array_append_val(places, place);
    }
    return places;
}

static gboolean
is_country(const Place *place)
{
    return place->country != NULL && g_str_equal(place->country, place->key);
}

static gboolean
is_alike(const CldPair *pair, const Place *x, const Place *y)
{
    g_autofree char *p = cld_span_dup_text(x->span, pair->a->article->text);
    g_autofree char *q = cld_span_dup_text(y->span, pair->b->article->text);
    return x->key == y->key || cld_name_similarity(p, q) >= SAME_NAME;
}

/* Two countries are two places; a town may lie in the country that the other names. */
static gboolean
excludes(const CldPair *pair, const Place *x, const Place *y)
{
    if (x->country != NULL && y->country != NULL && x->country != y->country)
        return TRUE;
    return !is_country(x) && !is_country(y) && !is_alike(pair, x, y);
}

static gboolean
shares_place(const CldPair *pair, const GArray *xs, const GArray *ys)
{
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++)
            if (is_alike(pair, &g_array_index(xs, Place, i), &g_array_index(ys, Place, j)))
                return TRUE;
    return FALSE;
}

/* How surely the two are places of one event: by its verb, and by what else is told of it. */
static double
same_event(const CldPair *pair, const Place *x, const Place *y)
{
    CldWords p, q;
    cld_words_collect(&p, pair->story, pair->a, pair->a->claim->clause);
    cld_words_collect(&q, pair->story, pair->b, pair->b->claim->clause);
    CldMatch match = cld_words_match(&p, &q);
    double event = cld_attach_same_event(pair, x->span, y->span);
    double told = cld_match_both(&match);
    double strength = event < MIN_EVENT || told < MIN_TOLD ? 0 : event * MIN(1.0, 0.25 + told);
    if (x->is_territory && y->is_territory && event > 0 && match.best >= MIN_BEST)
        strength = MAX(strength, TERRITORY_STRENGTH);
    if (pair->features[CLD_FEATURE_TIME_APART] > 0)
        strength *= APART_SHARE;
    if (pair->features[CLD_FEATURE_NAMES_CLASH] > 0)
        strength *= APART_SHARE;
    return strength;
}

static void
vote_for(CldVote *vote, const Place *x, const Place *y, double strength)
{
    cld_vote_clear(vote);
    vote->type = CLD_TYPE_PLACE;
    vote->strength = strength;
    cld_vote_mark_a(vote, x->span);
    cld_vote_mark_b(vote, y->span);
    vote->reason = g_strdup("The same event is put in two places.");
}

/* One event in two places of one rank. */
gboolean
cld_detect_place(const CldPair *pair, CldVote *vote)
{
    g_autoptr(GArray) xs = find_places(pair->a);
    g_autoptr(GArray) ys = find_places(pair->b);
    if (shares_place(pair, xs, ys))
        return FALSE;
    for (guint i = 0; i < xs->len; i++)
        for (guint j = 0; j < ys->len; j++) {
            const Place *x = &g_array_index(xs, Place, i);
            const Place *y = &g_array_index(ys, Place, j);
            double strength = excludes(pair, x, y) ? same_event(pair, x, y) : 0;
            if (strength >= MIN_STRENGTH && strength > vote->strength)
                vote_for(vote, x, y, strength);
        }
    return vote->strength > 0;
}
