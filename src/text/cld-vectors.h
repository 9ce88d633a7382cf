/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

#define CLD_VECTOR_DIMENSIONS 64

const gint8 *cld_vectors_lookup(const char *stem);
double cld_vectors_similarity(const gint8 *a, const gint8 *b);
