/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-json-scan.h"
#include <json-glib/json-glib.h>

JsonNode *cld_json_read(const char *bytes, gsize length_bytes, gsize *offset_bytes, GError **error);
JsonObject *cld_json_get_object(JsonNode *node);
JsonArray *cld_json_get_array(JsonNode *node);
const char *cld_json_get_string(JsonNode *node);
JsonNode *cld_json_find_member(JsonObject *object, const char *name);
