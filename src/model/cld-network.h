/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-judge.h"
#include "cld-model.h"
#include "cld-runtime.h"

/* How much of a text was read. */
typedef enum {
    CLD_READING_WHOLE,
    CLD_READING_CUT,  /* it may have been longer than the model reads */
    CLD_READING_NONE, /* there is no word in it */
} CldReading;

/* A tokenizer and an encoder as the runtime holds them: strings in, rows of numbers out. One thread
 * at a time; inside, batches run on as many threads as were asked for. */
typedef struct CldNetwork CldNetwork;

CldNetwork *cld_network_new(const CldRuntime *runtime,
                            const CldModelInfo *info,
                            CldModelPartKind kind,
                            const CldModelOptions *options,
                            GError **error);
gboolean cld_network_run(CldNetwork *self,
                         const CldJudgePair *texts,
                         guint n_texts,
                         float *rows,
                         CldReading *readings,
                         GError **error);
void cld_network_free(CldNetwork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldNetwork, cld_network_free)
