/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-undone.h"
#include "cld-attach.h"
#include "cld-lexicon.h"
#include "cld-stated.h"

/* A report this much later may tell what became of a thing. */
#define MIN_LATER_MINUTES 180
/* The two must speak of one subject at least as surely as this. */
#define MIN_ALIGNED            0.2
#define MIN_ALIGNED_OTHER_WORD 0.3
/* Words beside an undoing verb that name what it undoes: "the November exercises". */
#define THING_WORDS 2
/* Words between "was" and a participle: "has since been formally dropped". */
#define BEING_REACH 2
/* How clear such a change is. */
#define STRENGTH 0.8

static const CldView *
get_later(const CldPair *pair)
{
    return pair->minutes > 0 ? pair->b : pair->a;
}

static const CldView *
get_earlier(const CldPair *pair)
{
    return pair->minutes > 0 ? pair->a : pair->b;
}

/* "Lifted its ban in November": that was before the other report. */
static gboolean
is_of_before(const CldPair *pair)
{
    CldWhen about = get_later(pair)->claim->about, then = get_earlier(pair)->article->published;
    return cld_when_is_known(about) && cld_when_is_known(then) &&
           cld_when_days_between(about, then) > 0 && !cld_when_overlaps(about, then);
}

/* A verb of the list in a claim. */
typedef struct {
    CldSpan span; /* of all its words */
    guint token;
    gboolean is_passive;
} Deed;

static gboolean
is_passive(const CldTokens *tokens, guint at)
{
    const CldLexicon *being = cld_lexicon_get("be-forms");
    for (guint back = 1; back <= MIN(at, BEING_REACH); back++)
        if (cld_lexicon_has(being, tokens, at - back))
            return TRUE;
    return FALSE;
}

/* Looks for the next verb of the list with that @role, from @from on. */
static gboolean
find_deed(const CldView *view, const char *role, guint from, Deed *deed)
{
    const CldLexicon *list = cld_lexicon_get("undoings");
    for (guint i = from; i < cld_tokens_length(view->tokens); i++) {
        guint n = 0;
        const char *const *values = cld_lexicon_match(list, view->tokens, i, &n);
        if (values == NULL || values[0] == NULL || !g_str_equal(values[0], role))
            continue;
        deed->token = i;
        deed->span = cld_span_join(cld_tokens_get(view->tokens, i)->span,
                                   cld_tokens_get(view->tokens, i + n - 1)->span);
        deed->is_passive = is_passive(view->tokens, i);
        return TRUE;
    }
    return FALSE;
}

/* No noun, no "not", no wish. */
static gboolean
is_stated_deed(const CldView *view, const Deed *deed)
{
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (cld_span_overlaps(term->span, deed->span))
            return term->is_verb && !term->is_negated && !cld_stated_is_unreal(view, i);
    }
    return FALSE;
}

/* The verb itself must be told as done: no "would be". */
static gboolean
is_done(const CldView *view, const Deed *deed)
{
    return view->claim->modality == CLD_MODALITY_ASSERTED && !view->claim->is_reported_past &&
           is_stated_deed(view, deed);
}

static gboolean
is_thing(const CldTerm *term)
{
    return !term->is_verb && term->entity == NULL && !cld_story_is_generic(term);
}

/* Another word for a thing will do only where the rest speaks of one subject too. */
static gboolean
is_same(const CldPair *pair, const CldTerm *x, const CldTerm *y)
{
    return x->stem == y->stem || (x->concept != NULL && x->concept == y->concept &&
                                  pair->aligned >= MIN_ALIGNED_OTHER_WORD);
}

/* Returns: (nullable): the word of @view that names the same thing as @thing */
static const CldTerm *
find_same(const CldPair *pair, const CldView *view, const CldTerm *thing)
{
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        if (term->entity == NULL && is_same(pair, term, thing))
            return term;
    }
    return NULL;
}

/* What a verb is done to stands behind it, in the passive before it. Returns: (nullable): the first
 * word of it that the other report has too */
static const CldTerm *
find_thing(const CldPair *pair, const Deed *deed, const CldTerm **same)
{
    const CldView *later = get_later(pair), *earlier = get_earlier(pair);
    const GArray *terms = later->claim->terms;
    guint seen = 0;
    for (guint k = 0; k < terms->len && seen < THING_WORDS; k++) {
        const CldTerm *term = cld_view_get_term(later, deed->is_passive ? terms->len - 1 - k : k);
        gboolean is_beside = deed->is_passive ? term->span.end <= deed->span.start
                                              : term->span.start >= deed->span.end;
        if (!is_beside || cld_span_overlaps(term->span, deed->span))
            continue;
        if (!deed->is_passive && term->is_verb)
            break;
        if (!is_thing(term))
            continue;
        seen++;
        *same = find_same(pair, earlier, term);
        if (*same != NULL)
            return term;
    }
    return NULL;
}

/* The earlier report says that the thing is planned, begun or in force, and not its end. */
static gboolean
is_alive(const CldView *view, const CldTerm *thing)
{
    Deed deed;
    const CldClaim *claim = view->claim;
    if (thing->is_negated || claim->modality == CLD_MODALITY_CONDITIONAL ||
        claim->modality == CLD_MODALITY_ASKED || find_deed(view, "undoes", 0, &deed))
        return FALSE;

    return claim->modality == CLD_MODALITY_INTENDED ||
           cld_attach_get_tense(view) == CLD_TENSE_FUTURE ||
           (find_deed(view, "does", 0, &deed) && is_stated_deed(view, &deed) &&
            !cld_span_overlaps(deed.span, thing->span));
}

/**
 * cld_undone_find:
 * @pair: two claims
 * @vote: (out): filled in where there is something to say
 *
 * Finds what one report tells as planned, begun or in force and a later one as called off, lifted,
 * withdrawn or put off.
 *
 * Returns: %TRUE if the later one tells the end of what the earlier one tells
 */
gboolean
cld_undone_find(const CldPair *pair, CldVote *vote)
{
    gboolean is_b_later = pair->minutes > 0;
    const CldView *later = get_later(pair);
    if (!pair->is_dated || ABS(pair->minutes) < MIN_LATER_MINUTES || pair->aligned < MIN_ALIGNED ||
        is_of_before(pair))
        return FALSE;
    Deed deed = {{0}, 0, FALSE};
    for (guint from = 0; find_deed(later, "undoes", from, &deed); from = deed.token + 1) {
        const CldTerm *same = NULL;
        const CldTerm *thing = is_done(later, &deed) ? find_thing(pair, &deed, &same) : NULL;
        if (thing == NULL || !is_alive(get_earlier(pair), same))
            continue;
        vote->type = CLD_TYPE_STATUS;
        vote->update_type = CLD_TYPE_UPDATE_STATUS;
        vote->strength = STRENGTH;
        vote->is_mutable = TRUE;
        vote->is_continued = TRUE;
        cld_vote_mark_a(vote, is_b_later ? same->span : deed.span);
        cld_vote_mark_b(vote, is_b_later ? deed.span : same->span);
        vote->reason = g_strdup("The later report tells the end of what the earlier one tells.");
        return TRUE;
    }
    return FALSE;
}
