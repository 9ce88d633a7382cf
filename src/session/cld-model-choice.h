/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* A trained model, see cld-model.h; freed with g_object_unref(). */
struct _CldModel;

/* Which model the user wants. Strings borrowed. */
typedef struct {
    const char *model; /* (nullable): "none", "default" or a folder; NULL: the shipped one where it
                          and the runtime are there, else none */
    const char
        *openvino; /* (nullable): library of the runtime or its folder; NULL: it is searched */
    guint n_jobs;  /* threads; 0: as many as there are processors */
} CldModelChoice;

gboolean cld_model_choice_open(const CldModelChoice *self,
                               struct _CldModel **model,
                               char **why_none,
                               GError **error);
char *cld_model_choice_dup_shipped(void);
