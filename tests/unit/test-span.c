/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-span.h"
#include <string.h>

static const char *text = "“Ça va”"; /* “ is bytes 0..3, Ç 3..5, a 5..6, ” 9..12 */

typedef struct {
    const char *path;
    CldSpan a, b;
    gboolean contains, overlaps;
    CldSpan joined;
} Relation;

static const Relation relations[] = {
    {"/span/relation/same", {2, 5}, {2, 5}, TRUE, TRUE, {2, 5}},
    {"/span/relation/inside", {2, 9}, {3, 4}, TRUE, TRUE, {2, 9}},
    {"/span/relation/outside", {3, 4}, {2, 9}, FALSE, TRUE, {2, 9}},
    {"/span/relation/touching", {2, 5}, {5, 9}, FALSE, FALSE, {2, 9}},
    {"/span/relation/touching-before", {5, 9}, {2, 5}, FALSE, FALSE, {2, 9}},
    {"/span/relation/one-byte-shared", {2, 6}, {5, 9}, FALSE, TRUE, {2, 9}},
    {"/span/relation/apart", {0, 1}, {7, 9}, FALSE, FALSE, {0, 9}},
    {"/span/relation/sticks-out-left", {2, 9}, {1, 4}, FALSE, TRUE, {1, 9}},
    {"/span/relation/sticks-out-right", {2, 9}, {8, 10}, FALSE, TRUE, {2, 10}},
    {"/span/relation/empty-inside", {2, 9}, {4, 4}, TRUE, FALSE, {2, 9}},
};

static void
test_relation(gconstpointer data)
{
    const Relation *row = data;
    CldSpan joined = cld_span_join(row->a, row->b);
    g_assert_cmpint(cld_span_contains(row->a, row->b), ==, row->contains);
    g_assert_cmpint(cld_span_overlaps(row->a, row->b), ==, row->overlaps);
    g_assert_cmpint(cld_span_overlaps(row->b, row->a), ==, row->overlaps);
    g_assert_cmpuint(joined.start, ==, row->joined.start);
    g_assert_cmpuint(joined.end, ==, row->joined.end);
}

static void
test_length(void)
{
    g_assert_cmpuint(cld_span_length((CldSpan){3, 5}), ==, 2);
    g_assert_cmpuint(cld_span_length((CldSpan){5, 5}), ==, 0);
    g_assert_cmpuint(cld_span_length((CldSpan){5, 3}), ==, 0);
    g_assert_true(cld_span_is_empty((CldSpan){5, 5}));
    g_assert_true(cld_span_is_empty((CldSpan){5, 3}));
    g_assert_false(cld_span_is_empty((CldSpan){4, 5}));
}

static void
test_text(void)
{
    g_autofree char *word = cld_span_dup_text((CldSpan){3, 6}, text);
    g_autofree char *reversed = cld_span_dup_text((CldSpan){6, 3}, text);
    g_assert_cmpstr(word, ==, "Ça");
    g_assert_cmpstr(reversed, ==, "");
}

typedef struct {
    const char *path;
    CldSpan span;
    gboolean is_valid;
} Bound;

static const Bound bounds[] = {
    {"/span/valid/whole", {0, 12}, TRUE},
    {"/span/valid/empty-at-end", {12, 12}, TRUE},
    {"/span/valid/character", {3, 5}, TRUE},
    {"/span/valid/reversed", {5, 3}, FALSE},
    {"/span/valid/past-end", {9, 13}, FALSE},
    {"/span/valid/starts-inside", {4, 6}, FALSE},
    {"/span/valid/ends-inside", {3, 4}, FALSE},
    {"/span/valid/empty-inside", {4, 4}, FALSE},
    {"/span/valid/start-past-end", {99, 99}, FALSE},
};

static void
test_bound(gconstpointer data)
{
    const Bound *row = data;
    g_assert_cmpuint(strlen(text), ==, 12);
    g_assert_cmpint(cld_span_is_valid_in(row->span, text, 12), ==, row->is_valid);
}

/* What is cut is whole again, and what the marks say wrongly is drawn in. */
static void
test_cut(void)
{
    static const char *const passage = "né à Paris";
    static const CldSpan spans[] = {{2, 3}, {1, 6}, {90, 99}};
    static const char *const wanted[] = {"n", "é", " à", " Paris"};
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(CldSpan));
    g_autoptr(GArray) whole = cld_span_cut(passage, marks);
    g_assert_cmpuint(whole->len, ==, 1);
    g_array_append_vals(marks, spans, G_N_ELEMENTS(spans));
    g_autoptr(GArray) pieces = cld_span_cut(passage, marks);
    g_assert_cmpuint(pieces->len, ==, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < pieces->len; i++) {
        const CldSpanPiece *piece = &g_array_index(pieces, CldSpanPiece, i);
        g_autofree char *words = cld_span_dup_text(piece->span, passage);
        g_assert_cmpstr(words, ==, wanted[i]);
        g_assert_cmpint(piece->is_marked, ==, i == 1 || i == 2);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(relations); i++)
        g_test_add_data_func(relations[i].path, &relations[i], test_relation);
    for (gsize i = 0; i < G_N_ELEMENTS(bounds); i++)
        g_test_add_data_func(bounds[i].path, &bounds[i], test_bound);
    g_test_add_func("/span/length", test_length);
    g_test_add_func("/span/text", test_text);
    g_test_add_func("/span/cut", test_cut);
    return g_test_run();
}
