/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-stored-encoder.h"
#include "cld-collection-vectors.h"
#include <string.h>

struct _CldStoredEncoder {
    GObject parent_instance;
    CldEncoder *inner;         /* (owned) */
    CldCollection *collection; /* (unowned) */
    char *model;               /* (owned) */
    char *runtime;             /* (owned) */
};

static void encoder_init(CldEncoderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(CldStoredEncoder,
                              cld_stored_encoder,
                              G_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(CLD_TYPE_ENCODER, encoder_init))

static const char *
get_name(CldEncoder *encoder)
{
    return cld_encoder_get_name(CLD_STORED_ENCODER(encoder)->inner);
}

static guint
get_dimension(CldEncoder *encoder)
{
    return cld_encoder_get_dimension(CLD_STORED_ENCODER(encoder)->inner);
}

/* Which of the texts are to be encoded. */
typedef struct {
    const char *const *texts;
    guint n_texts;
    const gboolean *is_found; /* (array length=n_texts) */
} Request;

static void
spread(const Request *request, const float *made, guint dimension, float *vectors)
{
    for (guint i = 0; i < request->n_texts; i++) {
        if (request->is_found[i])
            continue;
        memcpy(vectors + (gsize)i * dimension, made, dimension * sizeof *made);
        made += dimension;
    }
}

/* That they could not be stored costs time at the next run, and nothing else. */
static gboolean
encode_missing(CldStoredEncoder *self,
               const CldVectorMaker *maker,
               const Request *request,
               float *vectors,
               GError **error)
{
    g_autofree const char **missing = g_new0(const char *, request->n_texts + 1);
    guint n = 0;
    for (guint i = 0; i < request->n_texts; i++)
        if (!request->is_found[i])
            missing[n++] = request->texts[i];
    g_autofree float *made = g_new0(float, (gsize)n * maker->dimension + 1);
    if (!cld_encoder_encode(self->inner, missing, n, made, error))
        return FALSE;
    cld_collection_put_vectors(self->collection, maker, missing, n, made, NULL);
    spread(request, made, maker->dimension, vectors);
    return TRUE;
}

static gboolean
encode(CldEncoder *encoder, const char *const *texts, guint n_texts, float *vectors, GError **error)
{
    CldStoredEncoder *self = CLD_STORED_ENCODER(encoder);
    const CldVectorMaker maker = {self->model, self->runtime, get_dimension(encoder)};
    g_autofree gboolean *is_found = g_new0(gboolean, n_texts + 1);
    const Request request = {texts, n_texts, is_found};
    guint n_found =
        cld_collection_get_vectors(self->collection, &maker, texts, n_texts, vectors, is_found);
    return n_found == n_texts || encode_missing(self, &maker, &request, vectors, error);
}

static void
encoder_init(CldEncoderInterface *iface)
{
    iface->get_name = get_name;
    iface->get_dimension = get_dimension;
    iface->encode = encode;
}

static void
cld_stored_encoder_finalize(GObject *object)
{
    CldStoredEncoder *self = CLD_STORED_ENCODER(object);
    g_object_unref(self->inner);
    g_free(self->model);
    g_free(self->runtime);
    G_OBJECT_CLASS(cld_stored_encoder_parent_class)->finalize(object);
}

static void
cld_stored_encoder_class_init(CldStoredEncoderClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = cld_stored_encoder_finalize;
}

static void
cld_stored_encoder_init(CldStoredEncoder *self)
{
}

/**
 * cld_stored_encoder_new:
 * @inner: what encodes; a reference is taken
 * @collection: where vectors are kept; must outlive the encoder, and be in no sequence whenever it
 *   encodes
 * @model: SHA-256 of the model's model.json, in hexadecimal digits
 * @runtime: version of what runs the model
 *
 * A collection that cannot be read or written costs time only: then all is encoded, and %FALSE
 * comes from @inner alone.
 *
 * Returns: (transfer full): an encoder
 */
CldStoredEncoder *
cld_stored_encoder_new(CldEncoder *inner,
                       CldCollection *collection,
                       const char *model,
                       const char *runtime)
{
    g_return_val_if_fail(CLD_IS_ENCODER(inner) && collection != NULL, NULL);
    CldStoredEncoder *self = g_object_new(CLD_TYPE_STORED_ENCODER, NULL);
    self->inner = g_object_ref(inner);
    self->collection = collection;
    self->model = g_strdup(model);
    self->runtime = g_strdup(runtime != NULL ? runtime : "");
    return self;
}
