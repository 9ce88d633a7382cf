/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-text-encoder.h"
#include <math.h>
#include <string.h>

struct _CldTextEncoder {
    GObject parent_instance;
    const CldModelInfo *info; /* (not owned) */
    CldNetwork *network;      /* (owned) */
};

static void encoder_init(CldEncoderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CldTextEncoder,
                              cld_text_encoder,
                              G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(CLD_TYPE_ENCODER, encoder_init))

static const char *
get_name(CldEncoder *encoder)
{
    return CLD_TEXT_ENCODER(encoder)->info->name;
}

static guint
get_dimension(CldEncoder *encoder)
{
    return CLD_TEXT_ENCODER(encoder)->info->parts[CLD_MODEL_PART_VECTORS]->dimension;
}

/* To length 1, or to zeros if it has none. */
static void
normalise(float *row, guint n)
{
    double sum = 0;
    for (guint i = 0; i < n; i++)
        sum += (double)row[i] * (double)row[i];
    double scale = isfinite(sum) && sum > 0 ? 1 / sqrt(sum) : 0;
    for (guint i = 0; i < n; i++)
        row[i] = scale > 0 ? (float)((double)row[i] * scale) : 0;
}

static gboolean
encode(CldEncoder *encoder, const char *const *texts, guint n_texts, float *vectors, GError **error)
{
    CldTextEncoder *self = CLD_TEXT_ENCODER(encoder);
    guint dimension = get_dimension(encoder);
    g_autofree CldJudgePair *rows = g_new0(CldJudgePair, n_texts + 1);
    g_autofree CldReading *readings = g_new0(CldReading, n_texts + 1);
    for (guint i = 0; i < n_texts; i++)
        rows[i].premise = texts[i];
    if (!cld_network_run(self->network, rows, n_texts, vectors, readings, error))
        return FALSE;
    for (guint i = 0; i < n_texts; i++) {
        float *row = vectors + (gsize)i * dimension;
        if (readings[i] == CLD_READING_NONE)
            memset(row, 0, dimension * sizeof *row);
        else
            normalise(row, dimension);
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
cld_text_encoder_finalize(GObject *object)
{
    g_clear_pointer(&CLD_TEXT_ENCODER(object)->network, cld_network_free);
    G_OBJECT_CLASS(cld_text_encoder_parent_class)->finalize(object);
}

static void
cld_text_encoder_class_init(CldTextEncoderClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = cld_text_encoder_finalize;
}

static void
cld_text_encoder_init(CldTextEncoder *self)
{
}

/**
 * cld_text_encoder_new:
 * @info: the model, with a vectors part; must outlive the encoder
 * @network: (transfer full): that part
 *
 * Of a text that is longer than the model reads, its beginning counts; one without a word is zeros.
 *
 * Returns: (transfer full): an encoder
 */
CldTextEncoder *
cld_text_encoder_new(const CldModelInfo *info, CldNetwork *network)
{
    CldTextEncoder *self = g_object_new(CLD_TYPE_TEXT_ENCODER, NULL);
    self->info = info;
    self->network = network;
    return self;
}
