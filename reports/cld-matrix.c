/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-matrix.h"
#include "cld-dispute.h"
#include <string.h>

/* Characters of a claim that stand for its subject when the finding names none. */
#define LABEL_CHARS 90
/* Characters of the marked words kept in a cell. */
#define WORDS_CHARS 48

static void
cell_clear(CldMatrixCell *self)
{
    for (guint i = 0; i < CLD_MATRIX_POSITIONS; i++)
        g_free(self->words[i]);
}

static void
row_free(CldMatrixRow *self)
{
    g_free(self->label);
    g_array_unref(self->cells);
    g_free(self);
}

/* The beginning of @text, cut at a word. */
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

static CldMatrixRow *
add_row(CldMatrix *self, const CldClaim *first)
{
    CldMatrixRow *row = g_new0(CldMatrixRow, 1);
    row->cells = g_array_sized_new(FALSE, TRUE, sizeof(CldMatrixCell), self->columns->len);
    g_array_set_clear_func(row->cells, (GDestroyNotify)cell_clear);
    g_array_set_size(row->cells, self->columns->len);
    row->label = dup_start(first->text, LABEL_CHARS);
    g_ptr_array_add(self->rows, row);
    return row;
}

/* Returns: (transfer none) (nullable): the article's cell; NULL if it is not of the event */
static CldMatrixCell *
cell_of(const CldMatrix *self, const CldMatrixRow *row, guint article)
{
    for (guint i = 0; i < self->columns->len; i++) {
        if (g_array_index(self->columns, guint, i) == article)
            return &g_array_index(row->cells, CldMatrixCell, i);
    }
    return NULL;
}

static gboolean
is_silent(const CldMatrixCell *cell)
{
    for (guint i = 0; i < CLD_MATRIX_POSITIONS; i++) {
        if (cell->takes[i])
            return FALSE;
    }
    return !cell->is_also;
}

static void
take_position(CldMatrix *self, CldMatrixRow *row, const CldClaim *claim, guint position)
{
    CldMatrixCell *cell = cell_of(self, row, claim->article);
    row->n_positions = MAX(row->n_positions, position + 1);
    if (cell != NULL)
        cell->takes[position] = TRUE;
}

static void
add_finding(CldMatrixRow *row, const CldFinding *finding)
{
    row->n_findings++;
    if (row->finding != NULL && cld_finding_compare(row->finding, finding) <= 0)
        return;
    row->finding = finding;
    if (finding->subject != NULL && *finding->subject != '\0') {
        g_free(row->label);
        row->label = g_strdup(finding->subject);
    }
}

static void
add_node(CldMatrix *self, CldMatrixRow *row, const CldDisputeNode *node)
{
    CldMatrixCell *cell = cell_of(self, row, node->claim->article);
    if (node->finding == NULL) {
        if (cell != NULL)
            cell->is_also = TRUE;
        return;
    }
    add_finding(row, node->finding);
    take_position(self, row, node->claim, node->position);
    if (cell != NULL && cell->words[node->position] == NULL && node->words != NULL)
        cell->words[node->position] = dup_start(node->words, WORDS_CHARS);
}

/* Returns: (transfer container): for every node the row that begins with it, or NULL */
static GPtrArray *
add_disputes(CldMatrix *self, const CldDispute *dispute)
{
    GPtrArray *rows = g_ptr_array_new();
    g_ptr_array_set_size(rows, (gint)dispute->nodes->len);
    for (guint i = 0; i < dispute->nodes->len; i++) {
        guint root = cld_dispute_row_of(dispute, i);
        if (rows->pdata[root] == NULL)
            rows->pdata[root] = add_row(self, cld_dispute_node_at(dispute, root)->claim);
        add_node(self, rows->pdata[root], cld_dispute_node_at(dispute, i));
    }
    return rows;
}

/* Puts the other claims of an agreement on the side of @ally. An article whose own words stand in
 * the row already is left as it is: what it says itself counts for more than what it says alike. */
static void
join_ally(CldMatrix *self,
          const CldDispute *dispute,
          CldMatrixRow *row,
          const CldAgreement *agreement,
          const CldDisputeNode *ally)
{
    g_autoptr(GPtrArray) joining = g_ptr_array_new();
    for (guint i = 0; i < agreement->claims->len; i++) {
        CldClaim *claim = g_ptr_array_index(agreement->claims, i);
        const CldMatrixCell *cell = cell_of(self, row, claim->article);
        gboolean has_own_row = cld_dispute_find(dispute, claim, ally->type, NULL);
        if (cell != NULL && is_silent(cell) && !has_own_row)
            g_ptr_array_add(joining, claim);
    }
    for (guint i = 0; i < joining->len; i++)
        take_position(self, row, g_ptr_array_index(joining, i), ally->position);
}

/* Who agrees with a claim that is disputed takes its side in that row. Returns: %FALSE if none of
 * the claims is disputed as to @type */
static gboolean
join_dispute(CldMatrix *self,
             const CldDispute *dispute,
             const GPtrArray *rows,
             const CldAgreement *agreement,
             CldType type)
{
    const CldDisputeNode *ally = NULL;
    CldMatrixRow *row = NULL;
    guint node = 0;
    for (guint i = 0; i < agreement->claims->len && ally == NULL; i++) {
        if (!cld_dispute_find(dispute, g_ptr_array_index(agreement->claims, i), type, &node))
            continue;
        ally = cld_dispute_node_at(dispute, node);
        row = rows->pdata[cld_dispute_row_of(dispute, node)];
    }
    if (ally != NULL && ally->finding != NULL)
        join_ally(self, dispute, row, agreement, ally);
    return ally != NULL;
}

/* Two clauses of one sentence may be agreed on apart; the table shows the sentence once. */
static gboolean
is_repeated(const CldMatrix *self, const CldAgreement *agreement)
{
    const CldMatrixRow *last =
        self->rows->len > 0 ? g_ptr_array_index(self->rows, self->rows->len - 1) : NULL;
    const CldClaim *first = agreement->claims->pdata[0];
    g_autofree char *label = dup_start(first->text, LABEL_CHARS);
    return last != NULL && last->finding == NULL && g_str_equal(last->label, label);
}

static void
add_agreement(CldMatrix *self,
              const CldDispute *dispute,
              const GPtrArray *rows,
              const CldAgreement *agreement)
{
    gboolean is_disputed = FALSE;
    for (guint type = 0; type < CLD_N_TYPES; type++)
        is_disputed = join_dispute(self, dispute, rows, agreement, (CldType)type) || is_disputed;
    if (is_disputed || agreement->claims->len == 0 || is_repeated(self, agreement))
        return;
    CldMatrixRow *row = add_row(self, agreement->claims->pdata[0]);
    row->independent_origins = agreement->independent_origins;
    for (guint i = 0; i < agreement->claims->len; i++)
        take_position(self, row, g_ptr_array_index(agreement->claims, i), 0);
}

/* Disputes in the order of their findings, then agreements, the best founded first. */
static gint
compare_rows(gconstpointer a, gconstpointer b)
{
    const CldMatrixRow *x = *(CldMatrixRow *const *)a;
    const CldMatrixRow *y = *(CldMatrixRow *const *)b;
    if (x->finding != NULL && y->finding != NULL)
        return cld_finding_compare(x->finding, y->finding);
    if (x->finding != NULL || y->finding != NULL)
        return x->finding != NULL ? -1 : 1;
    return (x->independent_origins < y->independent_origins) -
           (x->independent_origins > y->independent_origins);
}

static void
add_columns(CldMatrix *self, const GArray *articles)
{
    guint n = MIN(articles->len, CLD_MATRIX_COLUMNS);
    g_array_append_vals(self->columns, articles->data, n);
    self->n_columns_left_out = articles->len - n;
}

static void
cut_agreed(CldMatrix *self)
{
    guint n_disputes = 0;
    while (n_disputes < self->rows->len &&
           ((CldMatrixRow *)g_ptr_array_index(self->rows, n_disputes))->finding != NULL)
        n_disputes++;
    guint kept = MIN(self->rows->len, n_disputes + CLD_MATRIX_AGREED);
    self->n_agreed_left_out = self->rows->len - kept;
    g_ptr_array_set_size(self->rows, (gint)kept);
}

/**
 * cld_matrix_new:
 * @group: an event with its findings and agreements, which must outlive the matrix
 *
 * Returns: (transfer full): the matrix; without columns when the group has no event
 */
CldMatrix *
cld_matrix_new(const CldViewGroup *group)
{
    CldMatrix *self = g_new0(CldMatrix, 1);
    g_auto(CldDispute) dispute;
    cld_dispute_init(&dispute, group, CLD_MATRIX_POSITIONS);
    self->columns = g_array_new(FALSE, FALSE, sizeof(guint));
    self->rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
    self->n_findings_left_out = dispute.n_left_out;
    if (group->event != NULL)
        add_columns(self, group->event->articles);
    g_autoptr(GPtrArray) rows = add_disputes(self, &dispute);
    for (guint i = 0; i < group->agreements->len; i++)
        add_agreement(self, &dispute, rows, g_ptr_array_index(group->agreements, i));
    /* Equal rows keep the order of reading: this sort is stable. */
    g_ptr_array_sort(self->rows, compare_rows);
    cut_agreed(self);
    return self;
}

void
cld_matrix_free(CldMatrix *self)
{
    g_array_unref(self->columns);
    g_ptr_array_unref(self->rows);
    g_free(self);
}
