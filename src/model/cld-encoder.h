/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib-object.h>

/* Texts to vectors of one length in which nearness of meaning is the cosine. Implementations must
 * be deterministic, whatever else is in the batch, and callable from one thread at a time. */
#define CLD_TYPE_ENCODER (cld_encoder_get_type())
G_DECLARE_INTERFACE(CldEncoder, cld_encoder, CLD, ENCODER, GObject)

struct _CldEncoderInterface {
    GTypeInterface parent;
    const char *(*get_name)(CldEncoder *self);
    guint (*get_dimension)(CldEncoder *self);
    gboolean (*encode)(
        CldEncoder *self, const char *const *texts, guint n_texts, float *vectors, GError **error);
};

const char *cld_encoder_get_name(CldEncoder *self);
guint cld_encoder_get_dimension(CldEncoder *self);
gboolean cld_encoder_encode(
    CldEncoder *self, const char *const *texts, guint n_texts, float *vectors, GError **error);
