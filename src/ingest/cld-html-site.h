/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-draft.h"
#include <libxml/tree.h>

void cld_html_site_read(xmlNode *root, CldDraft *draft);
