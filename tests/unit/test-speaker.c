/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-speaker.h"

/* Two holders as printed, with their entity keys, and whether they are one. */
typedef struct {
    const char *path;
    const char *a;
    const char *entity_a;
    const char *b;
    const char *entity_b;
    gboolean is_same;
    gboolean is_alike;
} Row;

static const Row rows[] = {
    {"/speaker/one-entity", "Mina Ode", "ode", "the mayor", "ode", TRUE, TRUE},
    {"/speaker/transliteration", "Oleh Hrymych", "hrymych", "Oleg Grimich", "grimich", TRUE, TRUE},
    {"/speaker/two-people", "Anna Weil", "weil", "Jon Marsh", "marsh", FALSE, FALSE},
    {"/speaker/nameless", "a source", NULL, "an official", NULL, FALSE, FALSE},
    {"/speaker/body-and-members", "the bakers' federation", "federation", "Bakers", "bakers", FALSE,
     TRUE},
    {"/speaker/longer-name", "Coast Service", "coast service", "State Coast Service",
     "state coast service", FALSE, TRUE},
    {"/speaker/one-country-two-bodies", "Norwegian police", "police", "the Norwegian government",
     "government", FALSE, FALSE},
};

static CldClaim *
make_claim(const char *holder, const char *entity)
{
    CldClaim *claim = cld_claim_alloc(0, 1);
    claim->holder = g_strdup(holder);
    claim->holder_entity = entity == NULL ? NULL : g_intern_string(entity);
    return claim;
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldClaim) a = make_claim(row->a, row->entity_a);
    g_autoptr(CldClaim) b = make_claim(row->b, row->entity_b);
    g_assert_cmpint(cld_speaker_is_alike(a, b), ==, row->is_alike);
    g_assert_cmpint(cld_speaker_is_alike(b, a), ==, row->is_alike);
    if (row->is_same || !row->is_alike)
        g_assert_cmpint(cld_speaker_is_same(a, b), ==, row->is_same);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_row);
    return g_test_run();
}
