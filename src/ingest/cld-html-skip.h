/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <libxml/tree.h>

const char *cld_html_tag_reason(xmlNode *node);
const char *cld_html_class_reason(xmlNode *node);
