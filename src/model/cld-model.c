/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-model.h"
#include "cld-network.h"
#include "cld-pair-scorer.h"
#include "cld-text-encoder.h"

struct _CldModel {
    GObject parent_instance;
    CldModelInfo *info;        /* (owned) */
    const CldRuntime *runtime; /* static */
    CldJudge *judge;           /* (owned) (nullable) */
    CldEncoder *encoder;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE(CldModel, cld_model, G_TYPE_OBJECT)

static void
cld_model_finalize(GObject *object)
{
    CldModel *self = CLD_MODEL(object);
    g_clear_object(&self->judge);
    g_clear_object(&self->encoder);
    g_clear_pointer(&self->info, cld_model_info_free);
    G_OBJECT_CLASS(cld_model_parent_class)->finalize(object);
}

static void
cld_model_class_init(CldModelClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = cld_model_finalize;
}

static void
cld_model_init(CldModel *self)
{
}

static gboolean
load_part(CldModel *self, CldModelPartKind kind, const CldModelOptions *options, GError **error)
{
    if (self->info->parts[kind] == NULL)
        return TRUE;
    CldNetwork *network = cld_network_new(self->runtime, self->info, kind, options, error);
    if (network == NULL)
        return FALSE;
    if (kind == CLD_MODEL_PART_PAIR)
        self->judge = CLD_JUDGE(cld_pair_scorer_new(self->info, network));
    else
        self->encoder = CLD_ENCODER(cld_text_encoder_new(self->info, network));
    return TRUE;
}

/**
 * cld_model_open:
 * @folder: a folder with a model.json
 * @options: (nullable): how to run it
 * @error: return location for a #CldModelError, or %NULL
 *
 * Checks every file against the SHA-256 that model.json gives, loads the runtime and the parts, and
 * tries each on a sentence.
 *
 * Returns: (transfer full): the model, or %NULL with @error naming the file and what is wrong
 */
CldModel *
cld_model_open(const char *folder, const CldModelOptions *options, GError **error)
{
    g_autoptr(CldModel) self = g_object_new(CLD_TYPE_MODEL, NULL);
    self->info = cld_model_info_read(folder, error);
    if (self->info == NULL || !cld_model_info_check_files(self->info, error))
        return NULL;
    self->runtime = cld_runtime_load(options == NULL ? NULL : options->runtime,
                                     options == NULL ? NULL : options->places, error);
    if (self->runtime == NULL)
        return NULL;
    for (guint kind = 0; kind < CLD_MODEL_N_PARTS; kind++)
        if (!load_part(self, kind, options, error))
            return NULL;
    return g_steal_pointer(&self);
}

/* Returns: (transfer none): what its model.json says */
const CldModelInfo *
cld_model_get_info(CldModel *self)
{
    g_return_val_if_fail(CLD_IS_MODEL(self), NULL);
    return self->info;
}

/* Returns: (transfer none) (nullable): who judges pairs; %NULL if the model has no such part */
CldJudge *
cld_model_get_judge(CldModel *self)
{
    g_return_val_if_fail(CLD_IS_MODEL(self), NULL);
    return self->judge;
}

/* Returns: (transfer none) (nullable): who makes vectors; %NULL if the model has no such part */
CldEncoder *
cld_model_get_encoder(CldModel *self)
{
    g_return_val_if_fail(CLD_IS_MODEL(self), NULL);
    return self->encoder;
}

/* Returns: (transfer none): "OpenVINO 2026.4.1" */
const char *
cld_model_get_runtime_version(CldModel *self)
{
    g_return_val_if_fail(CLD_IS_MODEL(self), NULL);
    return cld_runtime_get_version(self->runtime);
}

/* Returns: (transfer none): path of the library that runs it */
const char *
cld_model_get_runtime_path(CldModel *self)
{
    g_return_val_if_fail(CLD_IS_MODEL(self), NULL);
    return cld_runtime_get_path(self->runtime);
}
