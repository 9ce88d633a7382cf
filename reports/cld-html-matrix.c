/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-html.h"
#include "cld-matrix.h"

/* Rows of agreements shown; all of them stand in their own section. */
#define MAX_AGREED_ROWS 8
#define MAX_COLUMNS     16

/* Shape, letter and class of each position: told apart without colour. */
static const struct {
    const char *shape;
    const char *letter;
} positions[CLD_MATRIX_POSITIONS] = {
    {"●", "A"}, {"◆", "B"}, {"▲", "C"}, {"■", "D"}, {"★", "E"}, {"✚", "F"},
};

static gboolean
is_silent(const CldMatrixCell *cell)
{
    gboolean takes_any = cell->is_also;
    for (guint i = 0; i < CLD_MATRIX_POSITIONS; i++)
        takes_any = takes_any || cell->takes[i];
    return !takes_any;
}

static void
put_position(CldHtml *h, const CldMatrixRow *row, const CldMatrixCell *cell, guint i)
{
    cld_html_put(h, "<span class=\"position p%u\"><span aria-hidden=\"true\">%s</span> ", i,
                 positions[i].shape);
    cld_html_put(h, row->finding == NULL ? "says so</span> " : "version %s</span> ",
                 positions[i].letter);
    if (cell->words[i] != NULL)
        cld_html_put(h, "<span class=\"words\" dir=\"auto\">%s</span> ", cell->words[i]);
}

static void
put_cell(CldHtml *h, const CldMatrixRow *row, const CldMatrixCell *cell)
{
    gboolean takes_any = FALSE;
    if (is_silent(cell)) {
        cld_html_put(h, "<td class=\"silent\"><span aria-hidden=\"true\">○</span> silent</td>");
        return;
    }
    cld_html_put(h, "<td>");
    for (guint i = 0; i < CLD_MATRIX_POSITIONS; i++) {
        if (cell->takes[i])
            put_position(h, row, cell, i);
        takes_any = takes_any || cell->takes[i];
    }
    if (!takes_any)
        cld_html_put(h, "<span class=\"position\"><span aria-hidden=\"true\">◐</span> "
                        "also speaks of it</span>");
    cld_html_put(h, "</td>");
}

static void
put_row_name(CldHtml *h, const CldMatrixRow *row)
{
    if (row->finding == NULL) {
        cld_html_put(h,
                     "<th scope=\"row\"><span class=\"state agreed\">agreed, %u independent"
                     "</span>%s</th>",
                     row->independent_origins, row->label);
        return;
    }
    g_autofree char *type = cld_view_dup_type(row->finding->type);
    const char *kind = cld_kind_get_tag(cld_type_get_info(row->finding->type)->kind);
    cld_html_put(h,
                 "<th scope=\"row\"><span class=\"state %s\">%s: %s</span>"
                 "<a href=\"#f%u\">%s</a></th>",
                 kind, kind, type, cld_view_get_number(h->view, row->finding), row->label);
}

static void
put_columns(CldHtml *h, const CldMatrix *matrix)
{
    cld_html_put(h, "<thead><tr><th scope=\"col\">Subject</th>");
    for (guint i = 0; i < matrix->columns->len; i++) {
        guint article = g_array_index(matrix->columns, guint, i);
        cld_html_put(h, "<th scope=\"col\"><a href=\"#a%u\">%s</a></th>", article + 1,
                     cld_view_get_label(h->view, article));
    }
    cld_html_put(h, "</tr></thead><tbody>\n");
}

/* What the table leaves out, so that nothing is missing without a word. */
static void
put_rest(CldHtml *h, const CldMatrix *matrix)
{
    if (matrix->n_findings_left_out > 0)
        cld_html_put(h, "<p class=\"key\">Findings that stand below only: %u.</p>",
                     matrix->n_findings_left_out);
    if (matrix->n_agreed_left_out > 0)
        cld_html_put(h,
                     "<p class=\"key\">Agreed and not in this table: %u; they stand under "
                     "Agreements.</p>",
                     matrix->n_agreed_left_out);
    if (matrix->n_columns_left_out > 0)
        cld_html_put(h,
                     "<p class=\"key\">Articles without a column: %u; what they say stands in "
                     "the findings.</p>",
                     matrix->n_columns_left_out);
}

/* Writes who says what on each subject, if two or more articles were lined up. */
void
cld_html_put_matrix(CldHtml *h, const CldViewGroup *group)
{
    g_autoptr(CldMatrix) matrix = cld_matrix_new(group);
    if (matrix->columns->len < 2 || matrix->rows->len == 0)
        return;
    cld_html_put(h,
                 "<section class=\"matrix\"><h3 id=\"matrix-%u\">Who says what</h3>"
                 "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                 "aria-labelledby=\"matrix-%u\"><table>\n",
                 (guint)group->index + 1, (guint)group->index + 1);
    put_columns(h, matrix);
    for (guint i = 0; i < matrix->rows->len; i++) {
        const CldMatrixRow *row = g_ptr_array_index(matrix->rows, i);
        cld_html_put(h, "<tr>");
        put_row_name(h, row);
        for (guint k = 0; k < matrix->columns->len; k++)
            put_cell(h, row, &g_array_index(row->cells, CldMatrixCell, k));
        cld_html_put(h, "</tr>\n");
    }
    cld_html_put(h, "</tbody></table></div>");
    put_rest(h, matrix);
    cld_html_put(h, "</section>\n");
}
