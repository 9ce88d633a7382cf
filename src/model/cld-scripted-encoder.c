/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-scripted-encoder.h"
#include <math.h>
#include <string.h>

struct _CldScriptedEncoder {
    GObject parent_instance;
    guint dimension;
    guint n_texts;       /* that were asked for, since it was made */
    GHashTable *vectors; /* (owned) text -> row of floats */
};

static void encoder_init(CldEncoderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CldScriptedEncoder,
                              cld_scripted_encoder,
                              G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(CLD_TYPE_ENCODER, encoder_init))

static const char *
get_name(CldEncoder *encoder)
{
    return "scripted";
}

static guint
get_dimension(CldEncoder *encoder)
{
    return CLD_SCRIPTED_ENCODER(encoder)->dimension;
}

static gboolean
encode(CldEncoder *encoder, const char *const *texts, guint n_texts, float *vectors, GError **error)
{
    CldScriptedEncoder *self = CLD_SCRIPTED_ENCODER(encoder);
    self->n_texts += n_texts;
    for (guint i = 0; i < n_texts; i++) {
        float *row = vectors + (gsize)i * self->dimension;
        const float *known = g_hash_table_lookup(self->vectors, texts[i]);
        if (known == NULL)
            memset(row, 0, self->dimension * sizeof *row);
        else
            memcpy(row, known, self->dimension * sizeof *row);
    }
    return TRUE;
}

static void
encoder_init(CldEncoderInterface *iface)
{
    iface->get_name = get_name;
    iface->get_dimension = get_dimension;
    iface->encode = encode;
}

static void
cld_scripted_encoder_finalize(GObject *object)
{
    g_hash_table_unref(CLD_SCRIPTED_ENCODER(object)->vectors);
    G_OBJECT_CLASS(cld_scripted_encoder_parent_class)->finalize(object);
}

static void
cld_scripted_encoder_class_init(CldScriptedEncoderClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = cld_scripted_encoder_finalize;
}

static void
cld_scripted_encoder_init(CldScriptedEncoder *self)
{
    self->vectors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

/* Returns: (transfer full): an encoder of vectors of @dimension numbers that knows nothing yet */
CldScriptedEncoder *
cld_scripted_encoder_new(guint dimension)
{
    CldScriptedEncoder *self = g_object_new(CLD_TYPE_SCRIPTED_ENCODER, NULL);
    self->dimension = dimension;
    return self;
}

/* Makes the encoder answer @vector (copied, brought to length 1) for that text. */
void
cld_scripted_encoder_add(CldScriptedEncoder *self, const char *text, const float *vector)
{
    g_return_if_fail(CLD_IS_SCRIPTED_ENCODER(self));
    float *row = g_memdup2(vector, self->dimension * sizeof *row);
    double sum = 0;
    for (guint i = 0; i < self->dimension; i++)
        sum += (double)row[i] * (double)row[i];
    for (guint i = 0; sum > 0 && i < self->dimension; i++)
        row[i] = (float)((double)row[i] / sqrt(sum));
    g_hash_table_insert(self->vectors, g_strdup(text), row);
}

/* Returns: how many texts it was asked for since it was made */
guint
cld_scripted_encoder_get_n_texts(CldScriptedEncoder *self)
{
    g_return_val_if_fail(CLD_IS_SCRIPTED_ENCODER(self), 0);
    return self->n_texts;
}
