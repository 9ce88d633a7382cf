/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-attribution.h"

gboolean cld_content_find(const CldPassage *passage, CldRange limits, CldAttribution *attribution);
void
cld_content_find_around(const CldPassage *passage, CldRange limits, CldAttribution *attribution);
void
cld_content_add(const CldPassage *passage, CldAttribution *attribution, guint first, guint end);
void
cld_content_find_behind(const CldPassage *passage, CldRange limits, CldAttribution *attribution);
CldRange cld_content_trim_occasion(const CldPassage *passage, CldRange holder);
