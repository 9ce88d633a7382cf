/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-fold.h"

/* Passages shown for one camp beside the leading one; more would bury the dispute. */
#define MAX_ALLIES 4

/* Detectors that see one dispute from different ends: their pairs may share a finding. */
static const CldType family[] = {CLD_TYPE_NEGATION, CLD_TYPE_STATUS, CLD_TYPE_ANTONYM,
                                 CLD_TYPE_MODALITY};

/* One passage that takes part in a dispute. */
typedef struct {
    CldClaim *claim; /* (unowned) */
    guint camp;      /* 1 or 2 */
    char *marked; /* (owned): the words that clash, folded: two camps of numbers differ by them */
    const CldSpan *marks; /* (unowned) CLD_VOTE_MAX_MARKS of them */
} Member;

/* What was said of a pair. */
typedef struct {
    const CldRuling *ruling; /* (unowned) */
    const CldPair *pair;     /* (unowned) */
} Told;

/* One finding under construction. */
typedef struct {
    GArray *told;    /* (element-type Told) the surest first */
    GArray *members; /* (element-type Member) those of the surest pair first */
} Dispute;

struct CldFold {
    GPtrArray *disputes; /* (owned) (element-type Dispute) surest first */
};

static void
member_clear(Member *self)
{
    g_free(self->marked);
}

static void
dispute_free(Dispute *self)
{
    g_array_unref(self->told);
    g_array_unref(self->members);
    g_free(self);
}

/* Returns: (transfer full): no disputes yet; the pairs that are added must outlive it */
CldFold *
cld_fold_new(void)
{
    CldFold *self = g_new0(CldFold, 1);
    self->disputes = g_ptr_array_new_with_free_func((GDestroyNotify)dispute_free);
    return self;
}

void
cld_fold_free(CldFold *self)
{
    g_ptr_array_unref(self->disputes);
    g_free(self);
}

static gboolean
is_in_family(CldType type)
{
    for (guint i = 0; i < G_N_ELEMENTS(family); i++)
        if (family[i] == type)
            return TRUE;
    return FALSE;
}

static gboolean
is_one_question(CldType x, CldType y)
{
    return x == y || (is_in_family(x) && is_in_family(y));
}

static gboolean
is_of_values(CldType type)
{
    return type == CLD_TYPE_NUMBER || type == CLD_TYPE_DATE || type == CLD_TYPE_UPDATE_NUMBER;
}

/* Steps of a status follow each other and are not two camps; a number that took the place of
 * another may be told by many. */
static gboolean
may_have_allies(CldType type)
{
    return cld_type_get_info(type)->kind == CLD_KIND_CONTRADICTION ||
           type == CLD_TYPE_UPDATE_NUMBER;
}

static CldType
type_of(const Dispute *self)
{
    return g_array_index(self->told, Told, 0).ruling->type;
}

static const Member *
find_member(const Dispute *self, const CldClaim *claim)
{
    for (guint i = 0; i < self->members->len; i++) {
        const Member *member = &g_array_index(self->members, Member, i);
        if (cld_claim_is_same_sentence(member->claim, claim))
            return member;
    }
    return NULL;
}

static Member
make_member(const CldView *view, guint camp, const CldSpan *marks)
{
    g_autofree char *text = cld_span_is_empty(marks[0])
                                ? g_strdup("")
                                : cld_span_dup_text(marks[0], view->article->text);
    return (Member){view->claim, camp, g_utf8_casefold(text, -1), marks};
}

/* A third number is a third camp, not an ally. */
static gboolean
may_join(const Dispute *self, const Member *candidate)
{
    guint allies = 0;
    for (guint i = 0; i < self->members->len; i++) {
        const Member *member = &g_array_index(self->members, Member, i);
        if (member->camp != candidate->camp)
            continue;
        allies++;
        if (is_of_values(type_of(self)) && !g_str_equal(member->marked, candidate->marked))
            return FALSE;
    }
    return allies <= MAX_ALLIES;
}

/* Returns: %TRUE if the pair has found its place in the dispute */
static gboolean
take_in(Dispute *self, const CldRuling *ruling, const CldPair *pair)
{
    const Member *a = find_member(self, pair->a->claim);
    const Member *b = find_member(self, pair->b->claim);
    if (!is_one_question(type_of(self), ruling->type) || (a == NULL && b == NULL))
        return FALSE;
    if (a != NULL && b != NULL)
        return a->camp != b->camp; /* it says the same again */
    if (is_of_values(ruling->type) && cld_span_is_empty(ruling->vote.marks_a[0]))
        return FALSE; /* the model does not say which values clash */
    Member next = a != NULL ? make_member(pair->b, 3 - a->camp, ruling->vote.marks_b)
                            : make_member(pair->a, 3 - b->camp, ruling->vote.marks_a);
    if (!may_join(self, &next)) {
        member_clear(&next);
        return FALSE;
    }
    g_array_append_val(self->members, next);
    return TRUE;
}

/**
 * cld_fold_add:
 * @self: a fold
 * @ruling: what came of a pair; must outlive the fold
 * @pair: the pair; must outlive the fold
 *
 * Adds a pair, surest first. A pair that shares a passage with a dispute on the same question joins
 * it: its other passage takes the opposite camp.
 */
void
cld_fold_add(CldFold *self, const CldRuling *ruling, const CldPair *pair)
{
    const Told told = {ruling, pair};
    for (guint i = 0; may_have_allies(ruling->type) && i < self->disputes->len; i++)
        if (take_in(g_ptr_array_index(self->disputes, i), ruling, pair)) {
            Dispute *joined = g_ptr_array_index(self->disputes, i);
            g_array_append_val(joined->told, told);
            return;
        }
    Dispute *dispute = g_new0(Dispute, 1);
    Member first = make_member(pair->a, 1, ruling->vote.marks_a);
    Member second = make_member(pair->b, 2, ruling->vote.marks_b);
    dispute->told = g_array_new(FALSE, FALSE, sizeof(Told));
    g_array_append_val(dispute->told, told);
    dispute->members = g_array_new(FALSE, FALSE, sizeof(Member));
    g_array_set_clear_func(dispute->members, (GDestroyNotify)member_clear);
    g_array_append_val(dispute->members, first);
    g_array_append_val(dispute->members, second);
    g_ptr_array_add(self->disputes, dispute);
}

static void
add_ally(CldFinding *finding, const Member *member)
{
    CldSide *side = cld_finding_add_side(finding, member->claim);
    side->camp = member->camp;
    for (guint i = 0; i < CLD_VOTE_MAX_MARKS; i++)
        if (!cld_span_is_empty(member->marks[i]))
            cld_side_add_highlight(side, member->marks[i]);
}

static gint64
published_of(const CldView *view)
{
    return cld_when_is_known(view->article->published) ? view->article->published.from : G_MAXINT64;
}

static gint
compare_numbers(gint64 x, gint64 y)
{
    return x < y ? -1 : x > y;
}

/* By what no further article changes: when the two were published, the body before the headline,
 * the place in the text. */
static gint
compare_told(const Told *x, const Told *y)
{
    const CldPair *p = x->pair, *q = y->pair;
    const gint64 ranks[][2] = {
        {MAX(published_of(p->a), published_of(p->b)), MAX(published_of(q->a), published_of(q->b))},
        {MIN(published_of(p->a), published_of(p->b)), MIN(published_of(q->a), published_of(q->b))},
        {(p->a->claim->part == CLD_PART_HEADLINE) + (p->b->claim->part == CLD_PART_HEADLINE),
         (q->a->claim->part == CLD_PART_HEADLINE) + (q->b->claim->part == CLD_PART_HEADLINE)},
        {(gint64)(p->a->claim->sentence.start + p->b->claim->sentence.start),
         (gint64)(q->a->claim->sentence.start + q->b->claim->sentence.start)},
    };
    gint order = 0;
    for (guint i = 0; i < G_N_ELEMENTS(ranks) && order == 0; i++)
        order = compare_numbers(ranks[i][0], ranks[i][1]);
    return order;
}

/* Of a dispute the surest pair leads. How sure a pair is changes with every article that comes in,
 * and a finding that many tell must not look new for that: of an update the first to tell it lead.
 */
static const Told *
find_lead(const Dispute *self)
{
    const Told *lead = &g_array_index(self->told, Told, 0);
    for (guint i = 1; type_of(self) == CLD_TYPE_UPDATE_NUMBER && i < self->told->len; i++) {
        const Told *other = &g_array_index(self->told, Told, i);
        if (compare_told(other, lead) < 0)
            lead = other;
    }
    return lead;
}

static CldFinding *
finish(const Dispute *self)
{
    const Told *lead = find_lead(self);
    CldFinding *finding = cld_ruling_to_finding(lead->ruling, lead->pair);
    finding->confidence = g_array_index(self->told, Told, 0).ruling->confidence;
    for (guint i = 0; i < 2 && self->members->len > 2; i++) { /* an update of two has no camps */
        CldSide *side = g_ptr_array_index(finding->sides, i);
        side->camp = find_member(self, side->claim)->camp;
    }
    for (guint i = 0; i < self->members->len; i++) {
        const Member *member = &g_array_index(self->members, Member, i);
        if (!cld_claim_is_same_sentence(member->claim, lead->pair->a->claim) &&
            !cld_claim_is_same_sentence(member->claim, lead->pair->b->claim))
            add_ally(finding, member);
    }
    cld_finding_seal(finding);
    return finding;
}

/**
 * cld_fold_finish:
 * @self: a fold
 * @findings: (element-type CldFinding): where the findings go
 *
 * One sealed finding a dispute: one of its pairs is its first two sides, and makes its id; the
 * passages that say the same as one of them follow with its camp.
 */
void
cld_fold_finish(CldFold *self, GPtrArray *findings)
{
    for (guint i = 0; i < self->disputes->len; i++)
        g_ptr_array_add(findings, finish(g_ptr_array_index(self->disputes, i)));
}
