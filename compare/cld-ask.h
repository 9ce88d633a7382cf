/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-pair.h"
#include "cld-reading.h"

/* Sentences of a story that a model reads: every two of them are held against each other. */
#define CLD_MAX_READ_SENTENCES 4000

gboolean cld_ask_is_too_much(const CldStory *story, const CldEngineOptions *options);
GPtrArray *cld_ask_pairs(const CldStory *story, const CldEngineOptions *options, GError **error);
