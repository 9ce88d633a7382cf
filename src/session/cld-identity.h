/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-article.h"

char *cld_identity_dup_source(const char *source, const char *folder);
char *cld_identity_dup_path(const char *source, const char *folder);
char *cld_identity_of(const CldArticle *article);
