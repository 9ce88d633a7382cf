/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Stands for cld-runtime.c and cld-network.c in a program that is built without OpenVINO. */
#include "cld-network.h"

const CldRuntime *
cld_runtime_load(const char *only, const char *const *places, GError **error)
{
    g_set_error_literal(error, CLD_MODEL_ERROR, CLD_MODEL_ERROR_NO_RUNTIME,
                        "this claimdiff was built without OpenVINO");
    return NULL;
}

const char *
cld_runtime_get_version(const CldRuntime *self)
{
    return NULL;
}

const char *
cld_runtime_get_path(const CldRuntime *self)
{
    return NULL;
}

CldNetwork *
cld_network_new(const CldRuntime *runtime,
                const CldModelInfo *info,
                CldModelPartKind kind,
                const CldModelOptions *options,
                GError **error)
{
    cld_runtime_load(NULL, NULL, error);
    return NULL;
}

gboolean
cld_network_run(CldNetwork *self,
                const CldJudgePair *texts,
                guint n_texts,
                float *rows,
                CldReading *readings,
                GError **error)
{
    return cld_runtime_load(NULL, NULL, error) != NULL;
}

void
cld_network_free(CldNetwork *self)
{
}
