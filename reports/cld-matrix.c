/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-matrix.h"
#include <string.h>

/* Characters of a claim that stand for its subject when the finding names none. */
#define LABEL_CHARS 90
/* Marked words of a side kept in a cell. */
#define WORDS_CHARS 48
/* Claims in rows of one event; a story has far fewer, a flood is cut here. */
#define MAX_NODES 4000

/* Type of a node that no finding uses. */
#define NO_TYPE CLD_N_TYPES

/* A claim that a finding or an agreement lines up with another, in one respect: "41 died in Oslo"
 * is lined up with other counts in one row and with other places in another. */
typedef struct {
    const CldClaim *claim;
    guint type;                 /* CldType of the findings, or NO_TYPE */
    const CldSide *side;        /* (nullable): where its clashing words are marked */
    const CldFinding *finding;  /* (nullable): the first that uses it */
    const CldAgreement *agrees; /* (nullable): the first that uses it */
    guint parent;               /* union-find: claims of one row */
    guint peer;                 /* union-find: claims that state the same */
    guint position;
    gboolean is_also;
} Node;

typedef struct {
    guint a;
    guint b;
} Edge;

typedef struct {
    GArray *nodes;   /* (element-type Node) sorted by claim */
    GArray *clashes; /* (element-type Edge) between nodes that cannot both be so */
} Graph;

static Node *
node_at(const Graph *self, guint i)
{
    return &g_array_index(self->nodes, Node, i);
}

static guint
root_of_row(const Graph *self, guint i)
{
    while (node_at(self, i)->parent != i)
        i = node_at(self, i)->parent;
    return i;
}

static guint
root_of_peers(const Graph *self, guint i)
{
    while (node_at(self, i)->peer != i)
        i = node_at(self, i)->peer;
    return i;
}

/* The smaller index is the root, so a row begins with the claim that was read first. */
static void
join_row(Graph *self, guint a, guint b)
{
    a = root_of_row(self, a);
    b = root_of_row(self, b);
    node_at(self, MAX(a, b))->parent = MIN(a, b);
}

static void
join_peers(Graph *self, guint a, guint b)
{
    join_row(self, a, b);
    a = root_of_peers(self, a);
    b = root_of_peers(self, b);
    node_at(self, MAX(a, b))->peer = MIN(a, b);
}

static gint
compare_claims(const CldClaim *a, const CldClaim *b)
{
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static gint
compare_nodes(gconstpointer a, gconstpointer b)
{
    const Node *x = a, *y = b;
    gint order = compare_claims(x->claim, y->claim);
    return order != 0 ? order : (x->type > y->type) - (x->type < y->type);
}

static void
add_node(Graph *self, const CldClaim *claim, guint type)
{
    Node node = {.claim = claim, .type = type};
    if (self->nodes->len < MAX_NODES)
        g_array_append_val(self->nodes, node);
}

static gboolean
is_lined_up(const CldFinding *finding)
{
    CldKind kind = cld_type_get_info(finding->type)->kind;
    return (kind == CLD_KIND_CONTRADICTION || kind == CLD_KIND_UPDATE) && finding->sides->len > 1;
}

static void
collect_from_findings(Graph *self, const CldViewGroup *group)
{
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        for (guint i = 0; i < group->findings[kind]->len; i++) {
            const CldFinding *finding = g_ptr_array_index(group->findings[kind], i);
            if (!is_lined_up(finding))
                continue;
            for (guint k = 0; k < finding->sides->len; k++) {
                const CldSide *side = g_ptr_array_index(finding->sides, k);
                add_node(self, side->claim, finding->type);
            }
            for (guint k = 0; k < finding->also->len; k++)
                add_node(self, g_ptr_array_index(finding->also, k), finding->type);
        }
    }
}

static void
drop_doubles(Graph *self)
{
    guint kept = 0;
    g_array_sort(self->nodes, compare_nodes);
    for (guint i = 0; i < self->nodes->len; i++) {
        if (kept > 0 && compare_nodes(node_at(self, kept - 1), node_at(self, i)) == 0)
            continue;
        *node_at(self, kept++) = *node_at(self, i);
    }
    g_array_set_size(self->nodes, kept);
    for (guint i = 0; i < kept; i++)
        node_at(self, i)->parent = node_at(self, i)->peer = i;
}

/* Returns: %FALSE if no node has that claim and type, or the claim was beyond the limit */
static gboolean
find_node(const Graph *self, const CldClaim *claim, guint type, guint *index)
{
    Node wanted = {.claim = claim, .type = type};
    return g_array_binary_search(self->nodes, &wanted, compare_nodes, index);
}

/* Who agrees with a claim that is disputed takes its side in that dispute; who agrees where nobody
 * disputes makes a row of its own. */
static void
collect_from_agreement(Graph *self, const Graph *disputed, const CldAgreement *agreement)
{
    gboolean is_disputed = FALSE;
    for (guint type = 0; type <= NO_TYPE; type++) {
        gboolean is_wanted = type == NO_TYPE && !is_disputed;
        for (guint i = 0; i < agreement->claims->len && !is_wanted; i++)
            is_wanted = find_node(disputed, g_ptr_array_index(agreement->claims, i), type, NULL);
        for (guint i = 0; i < agreement->claims->len && is_wanted; i++)
            add_node(self, g_ptr_array_index(agreement->claims, i), type);
        is_disputed = is_disputed || is_wanted;
    }
}

static void
collect_nodes(Graph *self, const CldViewGroup *group)
{
    collect_from_findings(self, group);
    drop_doubles(self);
    g_autoptr(GArray) copy = g_array_copy(self->nodes);
    const Graph disputed = {copy, NULL};
    for (guint i = 0; i < group->agreements->len; i++)
        collect_from_agreement(self, &disputed, g_ptr_array_index(group->agreements, i));
    drop_doubles(self);
}

static void
link_finding(Graph *self, const CldFinding *finding)
{
    guint first = 0, other = 0;
    const CldSide *a = finding->sides->pdata[0];
    if (!find_node(self, a->claim, finding->type, &first))
        return;
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        if (!find_node(self, side->claim, finding->type, &other))
            continue;
        Node *node = node_at(self, other);
        node->finding = node->finding == NULL ? finding : node->finding;
        node->side = node->side == NULL ? side : node->side;
        Edge edge = {first, other};
        if (first != other)
            g_array_append_val(self->clashes, edge);
        join_row(self, first, other);
    }
    for (guint i = 0; i < finding->also->len; i++) {
        if (!find_node(self, g_ptr_array_index(finding->also, i), finding->type, &other))
            continue;
        node_at(self, other)->is_also = TRUE;
        join_row(self, first, other);
    }
}

static void
link_agreement(Graph *self, const CldAgreement *agreement, guint type)
{
    guint first = G_MAXUINT, other = 0;
    for (guint i = 0; i < agreement->claims->len; i++) {
        if (!find_node(self, g_ptr_array_index(agreement->claims, i), type, &other))
            continue;
        Node *node = node_at(self, other);
        node->agrees = node->agrees == NULL ? agreement : node->agrees;
        first = first == G_MAXUINT ? other : first;
        join_peers(self, first, other);
    }
}

static void
link_all(Graph *self, const CldViewGroup *group)
{
    for (guint kind = 0; kind < CLD_N_KINDS; kind++) {
        for (guint i = 0; i < group->findings[kind]->len; i++) {
            const CldFinding *finding = g_ptr_array_index(group->findings[kind], i);
            if (is_lined_up(finding))
                link_finding(self, finding);
        }
    }
    for (guint i = 0; i < group->agreements->len; i++) {
        for (guint type = 0; type <= NO_TYPE; type++)
            link_agreement(self, g_ptr_array_index(group->agreements, i), type);
    }
}

/* Gives every claim the lowest position that none of those it clashes with has: a greedy colouring
 * in reading order, so the first to be read has position 0. */
static void
choose_positions(Graph *self)
{
    for (guint i = 0; i < self->nodes->len; i++) {
        guint taken = 0, position = 0, peers = root_of_peers(self, i);
        if (peers != i) {
            node_at(self, i)->position = node_at(self, peers)->position;
            continue;
        }
        for (guint e = 0; e < self->clashes->len; e++) {
            Edge edge = g_array_index(self->clashes, Edge, e);
            guint a = root_of_peers(self, edge.a), b = root_of_peers(self, edge.b);
            if (a == i && b < i)
                taken |= 1u << node_at(self, b)->position;
            if (b == i && a < i)
                taken |= 1u << node_at(self, a)->position;
        }
        while (position + 1 < CLD_MATRIX_POSITIONS && (taken & (1u << position)) != 0)
            position++;
        node_at(self, i)->position = position;
    }
}

static void
cell_clear(CldMatrixCell *self)
{
    g_free(self->words);
}

static void
row_free(CldMatrixRow *self)
{
    g_free(self->label);
    g_array_unref(self->cells);
    g_free(self);
}

static char *
dup_start(const char *text, glong max_chars)
{
    if (text == NULL || !g_utf8_validate(text, -1, NULL) || g_utf8_strlen(text, -1) <= max_chars)
        return g_strdup(text == NULL ? "" : text);
    gsize cut = (gsize)(g_utf8_offset_to_pointer(text, max_chars) - text);
    gsize end = cld_view_word_end(text, cut / 2, cut);
    g_autofree char *start = g_strndup(text, end > cut / 2 ? end : cut);
    return g_strconcat(start, " …", NULL);
}

static char *
dup_words(const Node *node)
{
    if (node->side == NULL)
        return NULL;
    g_autoptr(GArray) pieces = cld_view_pieces(node->side);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < pieces->len; i++) {
        const CldViewPiece *piece = &g_array_index(pieces, CldViewPiece, i);
        if (!piece->is_marked)
            continue;
        g_string_append(out, out->len > 0 ? " … " : "");
        g_string_append_len(out, node->claim->text + piece->span.start,
                            (gssize)cld_span_length(piece->span));
    }
    return out->len == 0 ? NULL : dup_start(out->str, WORDS_CHARS);
}

static CldMatrixRow *
make_row(const Node *node, guint n_columns)
{
    const CldMatrixCell silent = {0, NULL, FALSE};
    CldMatrixRow *row = g_new0(CldMatrixRow, 1);
    row->cells = g_array_sized_new(FALSE, TRUE, sizeof(CldMatrixCell), n_columns);
    g_array_set_clear_func(row->cells, (GDestroyNotify)cell_clear);
    for (guint i = 0; i < n_columns; i++)
        g_array_append_val(row->cells, silent);
    row->label = dup_start(node->claim->text, LABEL_CHARS);
    return row;
}

static void
set_label(CldMatrixRow *row, const CldFinding *finding)
{
    row->finding = finding;
    if (finding->subject == NULL || *finding->subject == '\0')
        return;
    g_free(row->label);
    row->label = g_strdup(finding->subject);
}

static void
add_to_row(const CldMatrix *self, CldMatrixRow *row, const Node *node)
{
    for (guint i = 0; i < self->columns->len; i++) {
        if (g_array_index(self->columns, guint, i) != node->claim->article)
            continue;
        CldMatrixCell *cell = &g_array_index(row->cells, CldMatrixCell, i);
        if (node->is_also && node->side == NULL && node->agrees == NULL)
            cell->is_also = TRUE;
        else
            cell->positions |= 1u << node->position;
        if (cell->words == NULL)
            cell->words = dup_words(node);
    }
    row->n_positions = MAX(row->n_positions, node->position + 1);
    row->n_findings += node->finding != NULL;
    if (row->finding == NULL && node->finding != NULL)
        set_label(row, node->finding);
    if (row->independent_origins == 0 && node->agrees != NULL)
        row->independent_origins = node->agrees->independent_origins;
}

static gint
compare_rows(gconstpointer a, gconstpointer b)
{
    const CldMatrixRow *x = *(CldMatrixRow *const *)a;
    const CldMatrixRow *y = *(CldMatrixRow *const *)b;
    if (x->finding == NULL || y->finding == NULL)
        return (x->finding == NULL) - (y->finding == NULL);
    return cld_finding_compare(x->finding, y->finding);
}

static void
make_rows(CldMatrix *self, const Graph *graph)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    g_ptr_array_set_size(rows, (gint)graph->nodes->len);
    for (guint i = 0; i < graph->nodes->len; i++) {
        guint root = root_of_row(graph, i);
        if (rows->pdata[root] == NULL) {
            rows->pdata[root] = make_row(node_at(graph, root), self->columns->len);
            g_ptr_array_add(self->rows, rows->pdata[root]);
        }
        add_to_row(self, rows->pdata[root], node_at(graph, i));
    }
    /* Rows that agree keep the order of reading: the sort of GPtrArray is stable. */
    g_ptr_array_sort(self->rows, compare_rows);
}

/**
 * cld_matrix_new:
 * @group: an event with its findings and agreements
 *
 * Returns: (transfer full): the matrix; without columns when the group has no event
 */
CldMatrix *
cld_matrix_new(const CldViewGroup *group)
{
    CldMatrix *self = g_new0(CldMatrix, 1);
    Graph graph = {g_array_new(FALSE, FALSE, sizeof(Node)),
                   g_array_new(FALSE, FALSE, sizeof(Edge))};
    self->columns = g_array_new(FALSE, FALSE, sizeof(guint));
    self->rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
    if (group->event != NULL)
        g_array_append_vals(self->columns, group->event->articles->data,
                            group->event->articles->len);
    collect_nodes(&graph, group);
    link_all(&graph, group);
    choose_positions(&graph);
    make_rows(self, &graph);
    g_array_unref(graph.nodes);
    g_array_unref(graph.clashes);
    return self;
}

void
cld_matrix_free(CldMatrix *self)
{
    g_array_unref(self->columns);
    g_ptr_array_unref(self->rows);
    g_free(self);
}
