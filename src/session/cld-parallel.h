/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* Does piece @index of the work. Runs on any thread; pieces share nothing but what they only read.
 */
typedef void (*CldParallelTask)(guint index, gpointer data);

/* Hears how far the work is; runs on the thread that asked for the work. */
typedef void (*CldParallelProgress)(guint done, gpointer data);

void cld_parallel_run(guint n_pieces,
                      guint n_jobs,
                      CldParallelTask task,
                      CldParallelProgress progress,
                      gpointer data);
