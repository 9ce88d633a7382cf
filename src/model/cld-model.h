/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-encoder.h"
#include "cld-judge.h"
#include "cld-model-info.h"

/* A folder with a trained model in it, checked and loaded: a model.json and the files it names,
 * with a part for sentence vectors, a part for pairs, or both. Immutable but for its judge and
 * encoder, which are used by one thread at a time. */
#define CLD_TYPE_MODEL (cld_model_get_type())
G_DECLARE_FINAL_TYPE(CldModel, cld_model, CLD, MODEL, GObject)

/* How a model is run. Strings borrowed. */
typedef struct {
    const char *runtime; /* (nullable): the only library or folder to look for the runtime in */
    const char *const *places; /* (nullable) (array zero-terminated=1): else, folders before the
                                  system's */
    const char *cache;         /* (nullable): folder for compiled models; NULL: the user's */
    guint n_threads;           /* 0: as many as there are processors */
} CldModelOptions;

CldModel *cld_model_open(const char *folder, const CldModelOptions *options, GError **error);
const CldModelInfo *cld_model_get_info(CldModel *self);
CldJudge *cld_model_get_judge(CldModel *self);
CldEncoder *cld_model_get_encoder(CldModel *self);
const char *cld_model_get_runtime_version(CldModel *self);
const char *cld_model_get_runtime_path(CldModel *self);
