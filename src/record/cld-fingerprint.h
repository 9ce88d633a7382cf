/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

char *cld_fingerprint_fold(const char *text);
char *cld_fingerprint_new(const char *kind, const char *type, const char *const *texts);
