/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-ingest.h"
CldIngestResult *
cld_ingest_file(const char *path, const CldIngestOptions *options)
{
    CldIngestResult *r = g_new0(CldIngestResult, 1);
    r->inputs = g_ptr_array_new_with_free_func((GDestroyNotify)cld_input_unref);
    r->articles = g_ptr_array_new_with_free_func((GDestroyNotify)cld_article_unref);
    return r;
}
CldIngestResult *
cld_ingest_bytes(GBytes *bytes, const char *source, const CldIngestOptions *options)
{
    return cld_ingest_file(source, options);
}
void
cld_ingest_result_free(CldIngestResult *self)
{
    g_ptr_array_unref(self->inputs);
    g_ptr_array_unref(self->articles);
    g_free(self);
}
GPtrArray *
cld_ingest_expand(const char *const *paths, GError **error)
{
    return g_ptr_array_new_with_free_func(g_free);
}
