/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-draft.h"

CldDraft *cld_html_read(const char *html, const char *source);
void cld_html_read_fragment(const char *html, CldDraft *draft);
