/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-parallel.h"

/* More threads than this only cost memory. */
#define MAX_JOBS 64

typedef struct {
    CldParallelTask task;
    gpointer data;
    GMutex mutex;
    GCond changed;
    guint n_done; /* under the mutex */
} Work;

static void
run_piece(gpointer number, gpointer user_data)
{
    Work *work = user_data;
    work->task(GPOINTER_TO_UINT(number) - 1, work->data); /* a pool takes no NULL: counted from 1 */
    g_mutex_lock(&work->mutex);
    work->n_done++;
    g_cond_signal(&work->changed);
    g_mutex_unlock(&work->mutex);
}

static void
wait_for_all(Work *work, guint n_pieces, CldParallelProgress progress)
{
    guint n_told = 0;
    while (n_told < n_pieces) {
        g_mutex_lock(&work->mutex);
        while (work->n_done == n_told)
            g_cond_wait(&work->changed, &work->mutex);
        n_told = work->n_done;
        g_mutex_unlock(&work->mutex);
        if (progress != NULL)
            progress(n_told, work->data);
    }
}

static void
run_here(guint n_pieces, CldParallelTask task, CldParallelProgress progress, gpointer data)
{
    for (guint i = 0; i < n_pieces; i++) {
        task(i, data);
        if (progress != NULL)
            progress(i + 1, data);
    }
}

/**
 * cld_parallel_run:
 * @n_pieces: how many pieces there are
 * @n_jobs: threads to use; 0: as many as there are processors
 * @task: does one piece; writes its result to a place of its own, so that the order in which
 *   pieces end never shows
 * @progress: (nullable): called on this thread
 * @data: for @task and @progress
 *
 * Does every piece once and returns when all are done. Without threads to be had, the pieces are
 * done on this thread.
 */
void
cld_parallel_run(
    guint n_pieces, guint n_jobs, CldParallelTask task, CldParallelProgress progress, gpointer data)
{
    guint n_threads = MIN(n_jobs > 0 ? n_jobs : g_get_num_processors(), MIN(n_pieces, MAX_JOBS));
    Work work = {.task = task, .data = data};
    GThreadPool *pool = NULL;
    if (n_threads > 1)
        pool = g_thread_pool_new(run_piece, &work, (gint)n_threads, TRUE, NULL);
    if (pool == NULL) {
        run_here(n_pieces, task, progress, data);
        return;
    }
    g_mutex_init(&work.mutex);
    g_cond_init(&work.changed);
    for (guint i = 0; i < n_pieces; i++)
        g_thread_pool_push(pool, GUINT_TO_POINTER(i + 1), NULL);
    wait_for_all(&work, n_pieces, progress);
    g_thread_pool_free(pool, FALSE, TRUE);
    g_cond_clear(&work.changed);
    g_mutex_clear(&work.mutex);
}
