/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-draft.h"
#include "cld-json-reader.h"

#define CLD_JSON_ARTICLE_ERROR (cld_json_article_error_quark())
typedef enum {
    CLD_JSON_ARTICLE_ERROR_NO_ARTICLE, /* nothing in it is the text of an article */
    CLD_JSON_ARTICLE_ERROR_ID,         /* an id that names nothing */
    CLD_JSON_ARTICLE_ERROR_TYPE,       /* a member of another type than its meaning asks for */
} CldJsonArticleError;
GQuark cld_json_article_error_quark(void);

CldDraft *cld_json_article_read(JsonNode *node, const char *source, GError **error);
