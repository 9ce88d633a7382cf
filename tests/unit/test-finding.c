/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-finding.h"
#include <string.h>

static CldClaim *
make_claim(guint article, gsize start, const char *text)
{
    CldClaim *claim = cld_claim_alloc(article, 1);
    claim->text = g_strdup(text);
    claim->sentence = (CldSpan){start, start + strlen(text)};
    return claim;
}

static CldFinding *
make_finding(CldType type, const char *first, const char *second)
{
    g_autoptr(CldClaim) a = make_claim(0, 100, first);
    g_autoptr(CldClaim) b = make_claim(1, 200, second);
    CldFinding *finding = cld_finding_new(type);
    cld_finding_add_side(finding, a);
    cld_finding_add_side(finding, b);
    cld_finding_seal(finding);
    return finding;
}

typedef struct {
    const char *path;
    CldType type;
    const char *first, *second;
    gboolean is_same; /* as number, "The fire killed 14.", "Twelve died." */
} Print;

static const Print prints[] = {
    {"/finding/id/same", CLD_TYPE_NUMBER, "The fire killed 14.", "Twelve died.", TRUE},
    {"/finding/id/other-side-first", CLD_TYPE_NUMBER, "Twelve died.", "The fire killed 14.", TRUE},
    {"/finding/id/punctuation", CLD_TYPE_NUMBER, "The fire killed 14!", "“Twelve, died”", TRUE},
    {"/finding/id/line-break", CLD_TYPE_NUMBER, "The fire\nkilled  14.", "Twelve died.", TRUE},
    {"/finding/id/case", CLD_TYPE_NUMBER, "THE FIRE KILLED 14.", "twelve died.", TRUE},
    {"/finding/id/type", CLD_TYPE_STATUS, "The fire killed 14.", "Twelve died.", FALSE},
    {"/finding/id/kind", CLD_TYPE_UPDATE_NUMBER, "The fire killed 14.", "Twelve died.", FALSE},
    {"/finding/id/number", CLD_TYPE_NUMBER, "The fire killed 15.", "Twelve died.", FALSE},
    {"/finding/id/word", CLD_TYPE_NUMBER, "The fire killed 14.", "Twelve drowned.", FALSE},
    {"/finding/id/moved-word", CLD_TYPE_NUMBER, "The fire killed 14. Twelve", "died.", FALSE},
};

static void
test_print(gconstpointer data)
{
    const Print *row = data;
    g_autoptr(CldFinding) base =
        make_finding(CLD_TYPE_NUMBER, "The fire killed 14.", "Twelve died.");
    g_autoptr(CldFinding) other = make_finding(row->type, row->first, row->second);
    g_assert_cmpuint(strlen(base->id), ==, 16);
    g_assert_cmpint(g_str_equal(base->id, other->id), ==, row->is_same);
}

static void
test_composed(void)
{
    g_autoptr(CldFinding) composed = make_finding(CLD_TYPE_PLACE, "In Orléans.", "In Tours.");
    g_autoptr(CldFinding) separate = make_finding(CLD_TYPE_PLACE, "In Orle\u0301ans.", "In Tours.");
    g_assert_cmpstr(composed->id, ==, separate->id);
}

typedef struct {
    const char *path;
    CldSpan given[3];   /* in the article; the sentence is 100..120; empty: not given */
    const char *wanted; /* in the sentence */
} Highlight;

static const Highlight highlights[] = {
    {"/finding/highlight/one", {{104, 108}}, "4-8"},
    {"/finding/highlight/sorted", {{110, 112}, {101, 103}}, "1-3 10-12"},
    {"/finding/highlight/overlap", {{104, 108}, {106, 111}}, "4-11"},
    {"/finding/highlight/touching", {{104, 108}, {108, 111}}, "4-11"},
    {"/finding/highlight/inside", {{104, 115}, {106, 108}}, "4-15"},
    {"/finding/highlight/gap", {{104, 108}, {109, 111}}, "4-8 9-11"},
    {"/finding/highlight/chain", {{112, 116}, {104, 108}, {107, 113}}, "4-16"},
    {"/finding/highlight/clipped-left", {{90, 103}}, "0-3"},
    {"/finding/highlight/clipped-right", {{118, 130}}, "18-20"},
    {"/finding/highlight/around", {{90, 130}}, "0-20"},
    {"/finding/highlight/before", {{90, 100}}, ""},
    {"/finding/highlight/after", {{120, 130}}, ""},
    {"/finding/highlight/reversed", {{108, 104}}, ""},
};

static void
test_highlight(gconstpointer data)
{
    const Highlight *row = data;
    g_autoptr(CldClaim) claim = make_claim(0, 100, "Twenty bytes of text");
    g_autoptr(CldFinding) finding = cld_finding_new(CLD_TYPE_NUMBER);
    CldSide *side = cld_finding_add_side(finding, claim);
    g_autoptr(GString) got = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(row->given); i++)
        cld_side_add_highlight(side, row->given[i]);
    cld_finding_seal(finding);
    for (guint i = 0; i < side->highlights->len; i++) {
        CldSpan span = g_array_index(side->highlights, CldSpan, i);
        g_string_append_printf(got, "%s%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT, i > 0 ? " " : "",
                               span.start, span.end);
    }
    g_assert_cmpstr(got->str, ==, row->wanted);
}

typedef struct {
    const char *path;
    CldType type;
    CldSeverity severity;
    double confidence;
    int order; /* <0: comes before a high contradiction of 0.80 */
} Rank;

static const Rank ranks[] = {
    {"/finding/order/kind", CLD_TYPE_UPDATE_NUMBER, CLD_SEVERITY_HIGH, 0.99, 1},
    {"/finding/order/severity", CLD_TYPE_NUMBER, CLD_SEVERITY_LOW, 0.99, 1},
    {"/finding/order/surer", CLD_TYPE_NUMBER, CLD_SEVERITY_HIGH, 0.90, -1},
    {"/finding/order/less-sure", CLD_TYPE_NUMBER, CLD_SEVERITY_HIGH, 0.70, 1},
    {"/finding/order/third-digit-is-noise", CLD_TYPE_NUMBER, CLD_SEVERITY_HIGH, 0.8012, 0},
};

static void
test_rank(gconstpointer data)
{
    const Rank *row = data;
    g_autoptr(CldFinding) base = make_finding(CLD_TYPE_NUMBER, "One.", "Two.");
    g_autoptr(CldFinding) other = make_finding(row->type, "One.", "Two.");
    base->severity = CLD_SEVERITY_HIGH;
    base->confidence = 0.80;
    other->severity = row->severity;
    other->confidence = row->confidence;
    g_assert_cmpint(cld_finding_compare(other, base), ==, row->order);
    g_assert_cmpint(cld_finding_compare(base, other), ==, -row->order);
}

static void
test_id_breaks_ties(void)
{
    g_autoptr(CldFinding) a = make_finding(CLD_TYPE_NUMBER, "One.", "Two.");
    g_autoptr(CldFinding) b = make_finding(CLD_TYPE_NUMBER, "One.", "Three.");
    g_assert_cmpint(cld_finding_compare(a, b), !=, 0);
    g_assert_cmpint(cld_finding_compare(a, b) > 0, ==, strcmp(a->id, b->id) > 0);
    g_assert_cmpint(cld_finding_compare(a, a), ==, 0);
}

static void
test_parts(void)
{
    CldFinding *finding = make_finding(CLD_TYPE_QUOTE, "“Strong”", "“Robust”");
    g_autoptr(CldFinding) second = cld_finding_ref(finding);
    cld_finding_add_diff(finding, '-', "strong", FALSE);
    cld_finding_add_diff(finding, '+', "robust", TRUE);
    cld_finding_unref(finding);
    const CldDiffStep *step = g_ptr_array_index(second->diff, 1);
    g_assert_cmpuint(second->diff->len, ==, 2);
    g_assert_cmpint(step->op, ==, '+');
    g_assert_cmpstr(step->text, ==, "robust");
    g_assert_true(step->is_marked);
    g_assert_cmpint(second->severity, ==, CLD_SEVERITY_LOW); /* that of its type */
    g_assert_cmpint(second->relation, ==, CLD_RELATION_NONE);
    g_assert_cmpuint(second->sides->len, ==, 2);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(prints); i++)
        g_test_add_data_func(prints[i].path, &prints[i], test_print);
    for (gsize i = 0; i < G_N_ELEMENTS(highlights); i++)
        g_test_add_data_func(highlights[i].path, &highlights[i], test_highlight);
    for (gsize i = 0; i < G_N_ELEMENTS(ranks); i++)
        g_test_add_data_func(ranks[i].path, &ranks[i], test_rank);
    g_test_add_func("/finding/id/composed", test_composed);
    g_test_add_func("/finding/order/id-breaks-ties", test_id_breaks_ties);
    g_test_add_func("/finding/parts", test_parts);
    return g_test_run();
}
