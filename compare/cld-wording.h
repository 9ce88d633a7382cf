/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-holders.h"
#include "cld-pair.h"
#include "cld-report.h"
#include "cld-view.h"

/* Measures of how alike two utterances are, see cld_wording_get_name(). */
#define CLD_WORDING_N_MEASURES 14

const char *cld_wording_get_name(guint measure);
gboolean cld_wording_measure(const CldPair *pair, CldHolders *holders, double *measures);
void cld_wording_from_pairs(CldReport *report, const CldStory *story, GPtrArray *pairs);
