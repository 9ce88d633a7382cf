/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-finding-row.h"
#include "cld-json-reader.h"
#include "cld-verdict.h"

/* What a list of findings can be narrowed by. */
typedef enum {
    CLD_WEB_BY_STATE,
    CLD_WEB_BY_KIND,
    CLD_WEB_BY_TYPE,
    CLD_WEB_BY_SEVERITY,
    CLD_WEB_BY_RELATION,
    CLD_WEB_BY_OUTLET,
    CLD_WEB_N_FACETS,
} CldWebFacet;

/* Which findings the reviewer wants to see. Strings owned; "": all. */
typedef struct {
    char *wanted[CLD_WEB_N_FACETS]; /* a tag; of the state also "todo": nobody decided for now */
    char *words;                    /* each of them stands in the passages */
} CldWebFilter;

gboolean cld_web_filter_init_query(CldWebFilter *self, GHashTable *query);
gboolean cld_web_filter_init_json(CldWebFilter *self, JsonObject *object);
void cld_web_filter_clear(CldWebFilter *self);
gboolean cld_web_filter_equal(const CldWebFilter *self, const CldWebFilter *other);
const char *cld_web_facet_get_name(CldWebFacet facet);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CldWebFilter, cld_web_filter_clear)
