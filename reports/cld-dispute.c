/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dispute.h"
#include <string.h>

/* Claims of one event's table; a story has a tenth of it. The choice of positions is quadratic in
 * the claims of one row. */
#define MAX_NODES 400

/* Types whose question has many answers: who contradicts "14" may still say something else than the
 * next who does. In all others two who contradict the same claim stand on one side. */
static const gboolean is_many_valued[CLD_N_TYPES] = {
    [CLD_TYPE_NUMBER] = TRUE,        [CLD_TYPE_DATE] = TRUE,  [CLD_TYPE_PLACE] = TRUE,
    [CLD_TYPE_ATTRIBUTION] = TRUE,   [CLD_TYPE_CAUSE] = TRUE, [CLD_TYPE_IDENTITY] = TRUE,
    [CLD_TYPE_UPDATE_NUMBER] = TRUE,
};

typedef struct {
    guint low;
    guint high;
} Pair;

/* Returns: (transfer none): node @i, valid until the next node is added */
CldDisputeNode *
cld_dispute_node_at(const CldDispute *self, guint i)
{
    return &g_array_index(self->nodes, CldDisputeNode, i);
}

/* Returns: the first node of the row that node @i belongs to */
guint
cld_dispute_row_of(const CldDispute *self, guint i)
{
    while (cld_dispute_node_at(self, i)->parent != i)
        i = cld_dispute_node_at(self, i)->parent;
    return i;
}

static gint
compare_nodes(gconstpointer a, gconstpointer b)
{
    const CldDisputeNode *x = a, *y = b;
    if (x->claim->article != y->claim->article)
        return x->claim->article < y->claim->article ? -1 : 1;
    if (x->claim->number != y->claim->number)
        return x->claim->number < y->claim->number ? -1 : 1;
    return (x->type > y->type) - (x->type < y->type);
}

static gint
compare_pairs(gconstpointer a, gconstpointer b)
{
    const Pair *x = a, *y = b;
    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    return (x->high > y->high) - (x->high < y->high);
}

static gboolean
has_pair(const GArray *pairs, guint a, guint b)
{
    const Pair wanted = {MIN(a, b), MAX(a, b)};
    return g_array_binary_search((GArray *)pairs, &wanted, compare_pairs, NULL);
}

static void
add_pair(GArray *pairs, guint a, guint b)
{
    const Pair pair = {MIN(a, b), MAX(a, b)};
    if (a != b)
        g_array_append_val(pairs, pair);
}

/**
 * cld_dispute_find:
 * @self: the claims
 * @claim: a claim
 * @type: in which respect
 * @index: (out) (optional): its node
 *
 * Returns: %FALSE if no finding of @type is about @claim
 */
gboolean
cld_dispute_find(const CldDispute *self, const CldClaim *claim, CldType type, guint *index)
{
    const CldDisputeNode wanted = {.claim = claim, .type = type};
    return g_array_binary_search(self->nodes, &wanted, compare_nodes, index);
}

static gboolean
is_dispute(const CldFinding *finding)
{
    CldKind kind = cld_type_get_info(finding->type)->kind;
    return (kind == CLD_KIND_CONTRADICTION || kind == CLD_KIND_UPDATE) && finding->sides->len > 1;
}

static void
add_node(CldDispute *self, const CldClaim *claim, CldType type)
{
    const CldDisputeNode node = {.claim = claim, .type = type};
    g_array_append_val(self->nodes, node);
}

static void
add_nodes_of(CldDispute *self, const CldFinding *finding)
{
    if (!is_dispute(finding))
        return;
    if (self->nodes->len + finding->sides->len + finding->also->len > MAX_NODES) {
        self->n_left_out++;
        return;
    }
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        add_node(self, side->claim, finding->type);
    }
    for (guint i = 0; i < finding->also->len; i++)
        add_node(self, g_ptr_array_index(finding->also, i), finding->type);
}

static void
sort_nodes(CldDispute *self)
{
    guint kept = 0;
    g_array_sort(self->nodes, compare_nodes);
    for (guint i = 0; i < self->nodes->len; i++) {
        if (kept > 0 &&
            compare_nodes(cld_dispute_node_at(self, kept - 1), cld_dispute_node_at(self, i)) == 0)
            continue;
        *cld_dispute_node_at(self, kept) = *cld_dispute_node_at(self, i);
        cld_dispute_node_at(self, kept)->parent = kept;
        kept++;
    }
    g_array_set_size(self->nodes, kept);
}

/* The smaller index is the root, so a row begins with the claim that was read first. */
static void
join(CldDispute *self, guint a, guint b)
{
    a = cld_dispute_row_of(self, a);
    b = cld_dispute_row_of(self, b);
    cld_dispute_node_at(self, MAX(a, b))->parent = MIN(a, b);
}

static char *
dup_marked(const CldSide *side)
{
    g_autoptr(GArray) pieces = cld_view_pieces(side);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < pieces->len; i++) {
        const CldSpanPiece *piece = &g_array_index(pieces, CldSpanPiece, i);
        if (!piece->is_marked)
            continue;
        g_string_append(out, out->len > 0 ? " … " : "");
        g_string_append_len(out, side->claim->text + piece->span.start,
                            (gssize)cld_span_length(piece->span));
    }
    char *words = g_string_free(out, out->len == 0);
    return words == NULL ? NULL : g_strstrip(words);
}

static void
link_side(CldDispute *self, const CldFinding *finding, const CldSide *side, guint node)
{
    CldDisputeNode *self_node = cld_dispute_node_at(self, node);
    if (self_node->finding == NULL)
        self_node->finding = finding;
    if (self_node->words == NULL)
        self_node->words = dup_marked(side);
}

static void
link_finding(CldDispute *self, const CldFinding *finding)
{
    guint first = 0, other = 0;
    const CldSide *lead = is_dispute(finding) ? finding->sides->pdata[0] : NULL;
    if (lead == NULL || !cld_dispute_find(self, lead->claim, finding->type, &first))
        return;
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        if (!cld_dispute_find(self, side->claim, finding->type, &other))
            continue;
        link_side(self, finding, side, other);
        add_pair(self->clashes, first, other);
        join(self, first, other);
    }
    for (guint i = 0; i < finding->also->len; i++) {
        if (cld_dispute_find(self, g_ptr_array_index(finding->also, i), finding->type, &other))
            join(self, first, other);
    }
}

/* Nodes of claims that one agreement holds, type by type. */
static void
link_agreement(CldDispute *self, const CldAgreement *agreement)
{
    for (guint type = 0; type < CLD_N_TYPES; type++) {
        gint first = -1;
        guint other = 0;
        for (guint i = 0; i < agreement->claims->len; i++) {
            if (!cld_dispute_find(self, g_ptr_array_index(agreement->claims, i), type, &other))
                continue;
            first = first < 0 ? (gint)other : first;
            add_pair(self->allies, (guint)first, other);
        }
    }
}

static gboolean
share_an_opponent(const CldDispute *self, guint a, guint b)
{
    for (guint i = 0; i < self->clashes->len; i++) {
        Pair pair = g_array_index(self->clashes, Pair, i);
        if (pair.low == a || pair.high == a) {
            guint opponent = pair.low == a ? pair.high : pair.low;
            if (has_pair(self->clashes, opponent, b))
                return TRUE;
        }
    }
    return FALSE;
}

static gboolean
stand_together(const CldDispute *self, guint a, guint b)
{
    const CldDisputeNode *x = cld_dispute_node_at(self, a);
    const CldDisputeNode *y = cld_dispute_node_at(self, b);
    if (has_pair(self->clashes, a, b) || x->finding == NULL || y->finding == NULL)
        return FALSE;
    if (has_pair(self->allies, a, b))
        return TRUE;
    if (x->words != NULL && g_strcmp0(x->words, y->words) == 0)
        return TRUE;
    gboolean has_two_sides = !is_many_valued[x->type] || x->claim->article == y->claim->article;
    return has_two_sides && share_an_opponent(self, a, b);
}

/* Returns: whether an earlier node on that position clashes with @node */
static gboolean
is_taken(const CldDispute *self, guint node, guint position)
{
    for (guint i = 0; i < node; i++) {
        if (cld_dispute_node_at(self, i)->position == position && has_pair(self->clashes, i, node))
            return TRUE;
    }
    return FALSE;
}

static void
choose_position(CldDispute *self, guint node, guint max_positions)
{
    guint row = cld_dispute_row_of(self, node), next = 0;
    for (guint i = row; i < node; i++) {
        const CldDisputeNode *earlier = cld_dispute_node_at(self, i);
        if (cld_dispute_row_of(self, i) != row || earlier->finding == NULL)
            continue;
        next = MAX(next, earlier->position + 1);
        if (stand_together(self, node, i) && !is_taken(self, node, earlier->position)) {
            cld_dispute_node_at(self, node)->position = earlier->position;
            return;
        }
    }
    cld_dispute_node_at(self, node)->position = MIN(next, max_positions - 1);
}

/**
 * cld_dispute_init:
 * @self: to be filled in; free with cld_dispute_clear()
 * @group: an event with its findings and agreements, which must outlive it
 * @max_positions: how many positions a row may have
 *
 * Finds the rows of the event and the position of every claim in its row.
 */
void
cld_dispute_init(CldDispute *self, const CldViewGroup *group, guint max_positions)
{
    self->nodes = g_array_new(FALSE, TRUE, sizeof(CldDisputeNode));
    self->clashes = g_array_new(FALSE, FALSE, sizeof(Pair));
    self->allies = g_array_new(FALSE, FALSE, sizeof(Pair));
    self->n_left_out = 0;
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        for (guint i = 0; i < group->findings[kind]->len; i++)
            add_nodes_of(self, g_ptr_array_index(group->findings[kind], i));
    }
    sort_nodes(self);
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        for (guint i = 0; i < group->findings[kind]->len; i++)
            link_finding(self, g_ptr_array_index(group->findings[kind], i));
    }
    for (guint i = 0; i < group->agreements->len; i++)
        link_agreement(self, g_ptr_array_index(group->agreements, i));
    g_array_sort(self->clashes, compare_pairs);
    g_array_sort(self->allies, compare_pairs);
    for (guint i = 0; i < self->nodes->len; i++)
        choose_position(self, i, max_positions);
}

/* Frees what cld_dispute_init() made. */
void
cld_dispute_clear(CldDispute *self)
{
    for (guint i = 0; i < self->nodes->len; i++)
        g_free(cld_dispute_node_at(self, i)->words);
    g_array_unref(self->nodes);
    g_array_unref(self->clashes);
    g_array_unref(self->allies);
}
