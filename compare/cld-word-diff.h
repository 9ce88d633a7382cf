/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-finding.h"

double cld_word_diff_similarity(const char *a, const char *b);
void cld_word_diff_add(CldFinding *finding, const char *a, const char *b);
void cld_word_diff_add_sides(CldFinding *finding);
