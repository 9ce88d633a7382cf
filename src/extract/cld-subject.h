/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-phrase.h"

CldRange cld_subject_first(const CldPassage *passage, CldRange limits, guint before);
CldRange cld_subject_nearest(const CldPassage *passage, CldRange limits, guint before);
gboolean cld_subject_can_speak(const CldPassage *passage, CldRange subject);
