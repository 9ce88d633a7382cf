/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-neighbourhood.h"

void cld_neighbourhood_trim(CldNeighbourhood *self);
