/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <libxml/tree.h>

xmlNode *cld_html_find_body(xmlNode *root);
const char *cld_html_skip_reason(xmlNode *node);
