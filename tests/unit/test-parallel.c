/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-parallel.h"

typedef struct {
    const char *path;
    guint n_pieces;
    guint n_jobs;
} Row;

static const Row rows[] = {
    {"/parallel/none", 0, 4},
    {"/parallel/one", 1, 4},
    {"/parallel/one-thread", 100, 1},
    {"/parallel/two-threads", 1000, 2},
    {"/parallel/machine", 1000, 0},
    {"/parallel/more-threads-than-pieces", 3, 64},
    {"/parallel/far-too-many", 500, 100000},
};

typedef struct {
    guint *times;     /* per piece: how often it was done */
    guint n_told;     /* the last number told */
    gboolean is_back; /* a number was told that was not larger than the one before */
    GThread *caller;
} Work;

static void
do_piece(guint index, gpointer data)
{
    Work *work = data;
    work->times[index]++; /* a place of its own: no lock */
}

static void
hear(guint done, gpointer data)
{
    Work *work = data;
    g_assert_true(g_thread_self() == work->caller);
    work->is_back |= done <= work->n_told;
    work->n_told = done;
}

static void
test_run(gconstpointer data)
{
    const Row *row = data;
    g_autofree guint *times = g_new0(guint, row->n_pieces + 1);
    Work work = {.times = times, .caller = g_thread_self()};
    cld_parallel_run(row->n_pieces, row->n_jobs, do_piece, hear, &work);
    for (guint i = 0; i < row->n_pieces; i++)
        g_assert_cmpuint(times[i], ==, 1);
    g_assert_cmpuint(times[row->n_pieces], ==, 0);
    g_assert_cmpuint(work.n_told, ==, row->n_pieces);
    g_assert_false(work.is_back);
}

static void
test_silent(void)
{
    guint times[50] = {0};
    Work work = {.times = times};
    cld_parallel_run(G_N_ELEMENTS(times), 3, do_piece, NULL, &work);
    for (gsize i = 0; i < G_N_ELEMENTS(times); i++)
        g_assert_cmpuint(times[i], ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_run);
    g_test_add_func("/parallel/silent", test_silent);
    return g_test_run();
}
