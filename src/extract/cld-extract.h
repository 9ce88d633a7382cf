/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-claim.h"

GPtrArray *cld_extract_claims(const CldArticle *article, guint article_index);
