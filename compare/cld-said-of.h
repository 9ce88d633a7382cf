/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"

double cld_said_of_tie(const CldPair *pair, guint term_a, guint term_b);
double cld_said_of_one(const CldPair *pair, guint term_a, guint term_b);
