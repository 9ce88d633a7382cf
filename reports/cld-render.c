/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-render.h"
const CldRenderFormat *
cld_render_get_format(const char *name)
{
    return NULL;
}
const CldRenderFormat *
cld_render_list_formats(guint *n_formats)
{
    *n_formats = 0;
    return NULL;
}
