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

/* One finding under construction: the surest pair leads. */
typedef struct {
    const CldRuling *ruling; /* (unowned) */
    const CldPair *pair;     /* (unowned) */
    GArray *members;         /* (element-type Member) the leading two first */
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
    return type == CLD_TYPE_NUMBER || type == CLD_TYPE_DATE;
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
        if (is_of_values(self->ruling->type) && !g_str_equal(member->marked, candidate->marked))
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
    if (!is_one_question(self->ruling->type, ruling->type) || (a == NULL && b == NULL))
        return FALSE;
    if (a != NULL && b != NULL)
        return a->camp != b->camp; /* it says the same again */
    if (is_of_values(ruling->type) && cld_ruling_is_of_model(ruling))
        return FALSE; /* it does not say which numbers clash */
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
    gboolean is_contradiction = cld_type_get_info(ruling->type)->kind == CLD_KIND_CONTRADICTION;
    for (guint i = 0; is_contradiction && i < self->disputes->len; i++)
        if (take_in(g_ptr_array_index(self->disputes, i), ruling, pair))
            return;
    Dispute *dispute = g_new0(Dispute, 1);
    Member first = make_member(pair->a, 1, ruling->vote.marks_a);
    Member second = make_member(pair->b, 2, ruling->vote.marks_b);
    dispute->ruling = ruling;
    dispute->pair = pair;
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

/**
 * cld_fold_finish:
 * @self: a fold
 * @findings: (element-type CldFinding): where the findings go
 *
 * One sealed finding a dispute: the surest pair is its first two sides, and makes its id; the
 * passages that say the same as one of them follow with its camp.
 */
void
cld_fold_finish(CldFold *self, GPtrArray *findings)
{
    for (guint i = 0; i < self->disputes->len; i++) {
        const Dispute *dispute = g_ptr_array_index(self->disputes, i);
        CldFinding *finding = cld_ruling_to_finding(dispute->ruling, dispute->pair);
        for (guint m = 2; m < dispute->members->len; m++)
            add_ally(finding, &g_array_index(dispute->members, Member, m));
        cld_finding_seal(finding);
        g_ptr_array_add(findings, finding);
    }
}
