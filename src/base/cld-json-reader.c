/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-json-reader.h"

/**
 * cld_json_read:
 * @bytes: (array length=length_bytes): a document from outside
 * @length_bytes: its length
 * @offset_bytes: (out) (optional): where the first error stands
 * @error: return location for a #CldJsonError, or %NULL
 *
 * The only way JSON from outside is parsed: the strict scan first, then json-glib builds the tree.
 *
 * Returns: (transfer full): the root, or %NULL with @error set
 */
JsonNode *
cld_json_read(const char *bytes, gsize length_bytes, gsize *offset_bytes, GError **error)
{
    g_autoptr(JsonParser) parser = NULL;
    g_autoptr(GError) local = NULL;
    if (!cld_json_scan(bytes, length_bytes, offset_bytes, error))
        return NULL;
    parser = json_parser_new_immutable();
    if (!json_parser_load_from_data(parser, bytes, (gssize)length_bytes, &local)) {
        /* The scan is stricter than the parser, so this is a fault of ours, but never silent. */
        g_set_error(error, CLD_JSON_ERROR, CLD_JSON_ERROR_SYNTAX, "not read by the parser: %s",
                    local->message);
        return NULL;
    }
    return json_node_copy(json_parser_get_root(parser));
}

/* Returns: (transfer none) (nullable): the object a node holds, or %NULL for any other node */
JsonObject *
cld_json_get_object(JsonNode *node)
{
    return node != NULL && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

/* Returns: (transfer none) (nullable): the array a node holds, or %NULL for any other node */
JsonArray *
cld_json_get_array(JsonNode *node)
{
    return node != NULL && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
}

/* Returns: (transfer none) (nullable): the string a node holds when it is valid UTF-8, else %NULL
 */
const char *
cld_json_get_string(JsonNode *node)
{
    if (node == NULL || !JSON_NODE_HOLDS_VALUE(node) ||
        json_node_get_value_type(node) != G_TYPE_STRING)
        return NULL;
    const char *text = json_node_get_string(node);
    return text != NULL && g_utf8_validate(text, -1, NULL) ? text : NULL;
}

/**
 * cld_json_find_member:
 * @object: an object
 * @name: a name in ASCII; letter case is ignored, so that one name serves ninjs 2 and 3
 *
 * Returns: (transfer none) (nullable): the first member of that name in document order
 */
JsonNode *
cld_json_find_member(JsonObject *object, const char *name)
{
    JsonObjectIter iter;
    const char *key;
    JsonNode *node;
    if (json_object_has_member(object, name))
        return json_object_get_member(object, name);
    json_object_iter_init_ordered(&iter, object);
    while (json_object_iter_next_ordered(&iter, &key, &node))
        if (g_ascii_strcasecmp(key, name) == 0)
            return node;
    return NULL;
}
