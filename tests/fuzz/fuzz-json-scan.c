/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-json-reader.h"
#include "fuzz.h"

/* What the strict scan lets pass, json-glib reads, and every string of it is valid UTF-8. */
static void
check_strings(JsonArray *array, guint index, JsonNode *node, gpointer unused)
{
    const char *text = cld_json_get_string(node);
    g_assert_true(text == NULL || g_utf8_validate(text, -1, NULL));
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GError) read_error = NULL;
    gsize offset_bytes = 0;
    gboolean passes = cld_json_scan((const char *)bytes, length_bytes, &offset_bytes, &error);
    g_assert_true(passes == (error == NULL));
    g_assert_true(passes || offset_bytes <= length_bytes);
    g_assert_true(passes || cld_json_error_get_tag(error->code) != NULL);
    JsonNode *node = cld_json_read((const char *)bytes, length_bytes, &offset_bytes, &read_error);
    g_assert_true(passes == (node != NULL));
    JsonArray *array = node == NULL ? NULL : cld_json_get_array(node);
    if (array != NULL)
        json_array_foreach_element(array, check_strings, NULL);
    g_clear_pointer(&node, json_node_unref);
    return 0;
}
