/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-draft.h"
#include <libxml/tree.h>

char *cld_html_meta_read(xmlNode *root, CldDraft *draft);
