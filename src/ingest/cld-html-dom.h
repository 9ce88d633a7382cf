/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-html-guard.h"
#include <libxml/tree.h>

xmlDoc *cld_html_parse(const char *html, CldHtmlGuardNotes *notes);
gboolean cld_dom_is(const xmlNode *node, const char *name);
gboolean cld_dom_is_any(const xmlNode *node, const char *const *names);
char *cld_dom_dup_attribute(xmlNode *node, const char *name);
char *cld_dom_dup_text(xmlNode *node);
xmlNode *cld_dom_find(xmlNode *root, const char *name);
xmlNode *cld_dom_next(xmlNode *node, const xmlNode *root);
xmlNode *cld_dom_skip(xmlNode *node, const xmlNode *root);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlDoc, xmlFreeDoc)
