/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-review-private.h"
#include <string.h>

/* Counts the findings of each state into @counts. */
void
cld_reviews_count(const CldReviews *self, guint counts[CLD_N_REVIEWS])
{
    memset(counts, 0, CLD_N_REVIEWS * sizeof(guint));
    for (guint i = 0; i < self->items->len; i++) {
        const CldReviewItem *item = g_ptr_array_index(self->items, i);
        counts[item->review->state]++;
    }
}

static gboolean
has_outlet(const CldFindingRow *row, const char *folded)
{
    g_auto(GStrv) outlets = g_strsplit(row->outlets, "\n", -1);
    for (guint i = 0; outlets[i] != NULL; i++) {
        g_autofree char *outlet = g_utf8_casefold(outlets[i], -1);
        if (g_str_equal(outlet, folded))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_wanted(const CldReviewItem *item,
          const CldReviewFilter *filter,
          const char *outlet,
          const char *text)
{
    const CldTypeInfo *info = cld_type_get_info(item->row->type);
    if (filter->states != 0 && (filter->states & 1u << item->review->state) == 0)
        return FALSE;
    if (filter->kind >= 0 && (gint)info->kind != filter->kind)
        return FALSE;
    if (filter->type != NULL && !g_str_equal(info->tag, filter->type))
        return FALSE;
    if (outlet != NULL && !has_outlet(item->row, outlet))
        return FALSE;
    g_autofree char *folded = text == NULL ? NULL : g_utf8_casefold(item->row->text, -1);
    return text == NULL || strstr(folded, text) != NULL;
}

/* Returns: (transfer full) (element-type guint): indices of the items that @filter lets through */
GArray *
cld_reviews_filter(const CldReviews *self, const CldReviewFilter *filter)
{
    GArray *indices = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autofree char *outlet = filter->outlet == NULL ? NULL : g_utf8_casefold(filter->outlet, -1);
    g_autofree char *text = filter->text == NULL ? NULL : g_utf8_casefold(filter->text, -1);
    for (guint i = 0; i < self->items->len; i++) {
        if (is_wanted(g_ptr_array_index(self->items, i), filter, outlet, text))
            g_array_append_val(indices, i);
    }
    return indices;
}

static const char *
id_at(const CldReviews *self, guint place)
{
    const CldReviewItem *item =
        g_ptr_array_index(self->items, g_array_index(self->by_id, guint, place));
    return item->row->id;
}

static gboolean
has_id_prefix(const CldReviews *self, guint place, const char *prefix)
{
    return place < self->by_id->len && g_str_has_prefix(id_at(self, place), prefix);
}

/* Returns: the first place of by_id whose id is not before @prefix */
static guint
find_first(const CldReviews *self, const char *prefix)
{
    guint low = 0, high = self->by_id->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (strcmp(id_at(self, middle), prefix) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/**
 * cld_reviews_find:
 * @self: the reviews
 * @id_prefix: an id, or as much of its beginning as is unique
 * @index: (out): the item
 * @error: return location for a #CldReviewsError, or %NULL
 *
 * Returns: %FALSE if no finding or more than one has an id that begins so
 */
gboolean
cld_reviews_find(const CldReviews *self, const char *id_prefix, guint *index, GError **error)
{
    guint at = find_first(self, id_prefix);
    gboolean is_known = has_id_prefix(self, at, id_prefix);
    if (is_known && !has_id_prefix(self, at + 1, id_prefix) && *id_prefix != '\0') {
        *index = g_array_index(self->by_id, guint, at);
        return TRUE;
    }
    g_set_error(error, CLD_REVIEWS_ERROR, CLD_REVIEWS_ERROR_ID,
                is_known ? "several findings have an id that begins with “%s”: give more of it"
                         : "no finding has an id that begins with “%s”",
                id_prefix);
    return FALSE;
}
