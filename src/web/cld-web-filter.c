/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-filter.h"
#include <string.h>

#define MAX_WANTED_BYTES 1000

static const char *const names[CLD_WEB_N_FACETS] = {
    "state", "kind", "type", "severity", "relation", "outlet",
};

/* Returns: (transfer none): "state", "kind", … */
const char *
cld_web_facet_get_name(CldWebFacet facet)
{
    return names[facet];
}

static gboolean
take(char **field, const char *value)
{
    if (value != NULL && strlen(value) > MAX_WANTED_BYTES)
        return FALSE;
    *field = g_strdup(value == NULL ? "" : value);
    return TRUE;
}

/* Returns: %FALSE if a field is too long; @self is to be cleared in any case */
gboolean
cld_web_filter_init_query(CldWebFilter *self, GHashTable *query)
{
    gboolean is_good = take(&self->words, g_hash_table_lookup(query, "words"));
    for (guint i = 0; i < CLD_WEB_N_FACETS; i++)
        is_good &= take(&self->wanted[i], g_hash_table_lookup(query, names[i]));
    return is_good;
}

/* Returns: (transfer none) (nullable): a member that is a string */
static const char *
get_text(JsonObject *object, const char *name)
{
    return cld_json_get_string(cld_json_find_member(object, name));
}

/* Returns: %FALSE if there is no @object (nullable) or a field is too long; @self is to be cleared
 * in any case */
gboolean
cld_web_filter_init_json(CldWebFilter *self, JsonObject *object)
{
    if (object == NULL)
        return FALSE;
    gboolean is_good = take(&self->words, get_text(object, "words"));
    for (guint i = 0; i < CLD_WEB_N_FACETS; i++)
        is_good &= take(&self->wanted[i], get_text(object, names[i]));
    return is_good;
}

/* Frees the strings, leaves a filter that can be cleared again. */
void
cld_web_filter_clear(CldWebFilter *self)
{
    g_clear_pointer(&self->words, g_free);
    for (guint i = 0; i < CLD_WEB_N_FACETS; i++)
        g_clear_pointer(&self->wanted[i], g_free);
}

/* Returns: %TRUE if both let the same findings through */
gboolean
cld_web_filter_equal(const CldWebFilter *self, const CldWebFilter *other)
{
    gboolean is_equal = g_strcmp0(self->words, other->words) == 0;
    for (guint i = 0; i < CLD_WEB_N_FACETS; i++)
        is_equal &= g_strcmp0(self->wanted[i], other->wanted[i]) == 0;
    return is_equal;
}
