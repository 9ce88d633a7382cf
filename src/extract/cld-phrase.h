/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-passage.h"

/* Noun phrases by word class alone: as long as words go on that can stand in one. */
CldRange cld_phrase_before(const CldPassage *self, CldRange limits, guint end);
CldRange cld_phrase_after(const CldPassage *self, CldRange limits, guint first);
CldRange cld_phrase_after_with_apposition(const CldPassage *self, CldRange limits, guint first);
CldRange cld_phrase_core(const CldPassage *self, CldRange phrase);
gint cld_phrase_head(const CldPassage *self, CldRange phrase);
guint cld_phrase_skip_aux_back(const CldPassage *self, CldRange limits, guint verb);
gboolean cld_phrase_has_finite(const CldPassage *self, CldRange range);
