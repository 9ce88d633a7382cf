/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-neighbourhood.h"

CldNeighbourhood *cld_rounds_compare(CldCollection *collection,
                                     const GArray *revisions,
                                     const CldSessionOptions *options,
                                     GError **error);
