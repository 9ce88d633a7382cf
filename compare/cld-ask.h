/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"
#include "cld-reading.h"

GPtrArray *cld_ask_pairs(const CldStory *story, const CldEngineOptions *options, GError **error);
