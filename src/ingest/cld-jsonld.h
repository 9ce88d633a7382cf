/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-draft.h"
#include "cld-json-reader.h"

char *cld_jsonld_read_script(const char *json, CldDraft *draft);
JsonObject *cld_jsonld_find_article(JsonNode *root);
char *cld_jsonld_read_article(JsonObject *article, CldDraft *draft);
