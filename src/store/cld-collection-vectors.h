/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-collection.h"

/* What made a vector: another model, another release of the runtime or another length is another
 * vector. Strings borrowed. */
typedef struct {
    const char *model;   /* SHA-256 of its model.json, in hexadecimal digits */
    const char *runtime; /* version: releases round differently */
    guint dimension;     /* numbers in one */
} CldVectorMaker;

guint cld_collection_get_vectors(CldCollection *self,
                                 const CldVectorMaker *maker,
                                 const char *const *texts,
                                 guint n_texts,
                                 float *vectors,
                                 gboolean *is_found);
gboolean cld_collection_put_vectors(CldCollection *self,
                                    const CldVectorMaker *maker,
                                    const char *const *texts,
                                    guint n_texts,
                                    const float *vectors,
                                    GError **error);
void cld_collection_drop_vectors(CldCollection *self);
