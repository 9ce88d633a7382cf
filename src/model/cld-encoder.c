/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-encoder.h"

G_DEFINE_INTERFACE(CldEncoder, cld_encoder, G_TYPE_OBJECT)

static void
cld_encoder_default_init(CldEncoderInterface *iface)
{
}

/* Returns: (transfer none): name and version, as the report prints it */
const char *
cld_encoder_get_name(CldEncoder *self)
{
    g_return_val_if_fail(CLD_IS_ENCODER(self), NULL);
    return CLD_ENCODER_GET_IFACE(self)->get_name(self);
}

/* Returns: numbers in one vector; at least 1 */
guint
cld_encoder_get_dimension(CldEncoder *self)
{
    g_return_val_if_fail(CLD_IS_ENCODER(self), 0);
    return CLD_ENCODER_GET_IFACE(self)->get_dimension(self);
}

/**
 * cld_encoder_encode:
 * @self: an encoder
 * @texts: (array length=n_texts): what to encode, in UTF-8
 * @n_texts: how many
 * @vectors: (out caller-allocates): @n_texts rows of cld_encoder_get_dimension() numbers, each row
 * of length 1, so that the cosine of two is their dot product; a row of zeros where the text could
 *   not be encoded
 * @error: return location, or %NULL
 *
 * Returns: %FALSE with @error set when the back end failed as a whole
 */
gboolean
cld_encoder_encode(
    CldEncoder *self, const char *const *texts, guint n_texts, float *vectors, GError **error)
{
    g_return_val_if_fail(CLD_IS_ENCODER(self), FALSE);
    return CLD_ENCODER_GET_IFACE(self)->encode(self, texts, n_texts, vectors, error);
}
