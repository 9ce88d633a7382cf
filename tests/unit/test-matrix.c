/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-matrix.h"

/* Small disputes, one claim an article, and the positions that must come out. */

#define MAX_ARTICLES 5
#define MAX_LINKS    6

typedef struct {
    char op; /* '/': number contradiction, 'n': negation, 'p': place, 'u': update, '=': agreement,
                '+': also */
    guint a, b;
} Link;

typedef struct {
    const char *path;
    guint n_articles;
    Link links[MAX_LINKS];
    const char *rows; /* a row a word: position letter of each article, '-' silent, '?' also */
} MatrixRow;

static const MatrixRow rows[] = {
    {"/matrix/pair", 2, {{'/', 0, 1}}, "AB"},
    {"/matrix/silent", 3, {{'/', 0, 2}}, "A-B"},
    {"/matrix/reversed", 2, {{'/', 1, 0}}, "AB"},
    {"/matrix/two-counts-against-one", 3, {{'/', 0, 1}, {'/', 0, 2}}, "ABC"},
    {"/matrix/two-denials-of-one", 3, {{'n', 0, 1}, {'n', 0, 2}}, "ABB"},
    {"/matrix/denials-that-clash", 3, {{'n', 0, 1}, {'n', 0, 2}, {'n', 1, 2}}, "ABC"},
    {"/matrix/ally-that-clashes", 3, {{'/', 0, 1}, {'/', 1, 2}, {'=', 0, 1}}, "ABC"},
    {"/matrix/chain", 3, {{'/', 0, 1}, {'/', 1, 2}}, "ABC"},
    {"/matrix/chain-agrees", 3, {{'/', 0, 1}, {'/', 1, 2}, {'=', 0, 2}}, "ABA"},
    {"/matrix/agreements-join-no-rows", 4, {{'/', 0, 1}, {'/', 2, 3}, {'=', 1, 2}}, "AB-- --AB"},
    {"/matrix/triangle", 3, {{'/', 0, 1}, {'/', 0, 2}, {'/', 1, 2}}, "ABC"},
    {"/matrix/ally", 3, {{'/', 0, 1}, {'=', 1, 2}}, "ABB"},
    {"/matrix/ally-of-first", 3, {{'/', 0, 1}, {'=', 0, 2}}, "ABA"},
    {"/matrix/agreed-twice", 2, {{'=', 0, 1}, {'=', 0, 1}}, "AA"},
    {"/matrix/agreed", 3, {{'=', 0, 2}}, "A-A"},
    {"/matrix/two-rows", 4, {{'/', 0, 1}, {'=', 2, 3}}, "AB-- --AA"},
    {"/matrix/disputes-first", 4, {{'=', 0, 1}, {'/', 2, 3}}, "--AB AA--"},
    {"/matrix/two-types", 2, {{'/', 0, 1}, {'p', 0, 1}}, "AB AB"},
    {"/matrix/ally-in-both", 3, {{'/', 0, 1}, {'p', 0, 1}, {'=', 1, 2}}, "ABB ABB"},
    {"/matrix/update", 2, {{'u', 0, 1}}, "AB"},
    {"/matrix/update-apart", 3, {{'/', 0, 1}, {'u', 0, 2}}, "AB- A-B"},
    {"/matrix/also", 3, {{'+', 2, 0}, {'/', 0, 1}}, "AB?"},
    {"/matrix/empty", 2, {{0, 0, 0}}, ""},
};

static CldClaim *
add_article(CldReport *report, CldViewGroup *group, guint i)
{
    CldClaim *claim = cld_claim_alloc(i, 1);
    claim->text = g_strdup_printf("Claim of article %u.", i);
    claim->sentence = (CldSpan){0, 19};
    g_array_append_val(group->event->articles, i);
    g_ptr_array_add(report->claims, claim);
    return claim;
}

static void
add_finding(CldReport *report, CldViewGroup *group, CldType type, const Link *link)
{
    CldFinding *finding = cld_finding_new(type);
    cld_side_add_highlight(cld_finding_add_side(finding, report->claims->pdata[link->a]),
                           (CldSpan){0, 18});
    cld_side_add_highlight(cld_finding_add_side(finding, report->claims->pdata[link->b]),
                           (CldSpan){0, 18});
    cld_finding_seal(finding);
    g_ptr_array_add(report->findings, finding);
    g_ptr_array_add(group->findings[cld_type_get_info(type)->kind], finding);
}

static void
add_link(CldReport *report, CldViewGroup *group, const Link *link)
{
    if (link->op == '/')
        add_finding(report, group, CLD_TYPE_NUMBER, link);
    else if (link->op == 'n')
        add_finding(report, group, CLD_TYPE_NEGATION, link);
    else if (link->op == 'p')
        add_finding(report, group, CLD_TYPE_PLACE, link);
    else if (link->op == 'u')
        add_finding(report, group, CLD_TYPE_UPDATE_NUMBER, link);
    if (link->op != '=')
        return;
    CldAgreement *agreement = cld_report_add_agreement(report);
    agreement->independent_origins = 2;
    g_ptr_array_add(agreement->claims, cld_claim_ref(report->claims->pdata[link->a]));
    g_ptr_array_add(agreement->claims, cld_claim_ref(report->claims->pdata[link->b]));
    g_ptr_array_add(group->agreements, agreement);
}

static void
add_also(CldReport *report, const Link *link)
{
    if (link->op != '+')
        return;
    CldFinding *finding = g_ptr_array_index(report->findings, link->b);
    g_ptr_array_add(finding->also, cld_claim_ref(report->claims->pdata[link->a]));
}

static char
letter_of(const CldMatrixCell *cell)
{
    for (guint i = 0; i < CLD_MATRIX_POSITIONS; i++) {
        if (cell->takes[i])
            return (char)('A' + i);
    }
    return cell->is_also ? '?' : '-';
}

static char *
describe(const CldMatrix *matrix)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < matrix->rows->len; i++) {
        const CldMatrixRow *row = g_ptr_array_index(matrix->rows, i);
        g_string_append(out, i > 0 ? " " : "");
        for (guint k = 0; k < row->cells->len; k++) {
            g_string_append_c(out, letter_of(&g_array_index(row->cells, CldMatrixCell, k)));
        }
    }
    return g_string_free(out, FALSE);
}

static void
test_matrix(gconstpointer data)
{
    const MatrixRow *row = data;
    g_autoptr(CldReport) report = cld_report_new();
    cld_report_add_event(report, "Event");
    g_autoptr(CldView) view = cld_view_new(report);
    CldViewGroup *group = g_ptr_array_index(view->groups, 0);
    for (guint i = 0; i < row->n_articles; i++)
        add_article(report, group, i);
    for (guint i = 0; i < MAX_LINKS && row->links[i].op != 0; i++)
        add_link(report, group, &row->links[i]);
    for (guint i = 0; i < MAX_LINKS && row->links[i].op != 0; i++)
        add_also(report, &row->links[i]);
    g_autoptr(CldMatrix) matrix = cld_matrix_new(group);
    g_autofree char *found = describe(matrix);
    g_assert_cmpstr(found, ==, row->rows);
}

/* Long claims are cut at a word, long marks too. */
static void
test_labels(void)
{
    const Link link = {'/', 0, 1};
    g_autoptr(CldReport) report = cld_report_new();
    cld_report_add_event(report, "Event");
    g_autoptr(CldView) view = cld_view_new(report);
    CldViewGroup *group = g_ptr_array_index(view->groups, 0);
    CldClaim *claim = add_article(report, group, 0);
    add_article(report, group, 1);
    g_free(claim->text);
    claim->text =
        g_strjoin(" ", "The keeper of the old lighthouse counted forty ships",
                  "between the first and the second storm of that long and windy spring", NULL);
    claim->sentence.end = 200;
    add_link(report, group, &link);
    g_autoptr(CldMatrix) matrix = cld_matrix_new(group);
    const CldMatrixRow *row = g_ptr_array_index(matrix->rows, 0);
    g_assert_cmpstr(row->label, ==,
                    "The keeper of the old lighthouse counted forty ships between the first and "
                    "the second …");
    g_assert_cmpstr(g_array_index(row->cells, CldMatrixCell, 0).words[0], ==, "The keeper of the");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_matrix);
    g_test_add_func("/matrix/labels", test_labels);
    return g_test_run();
}
