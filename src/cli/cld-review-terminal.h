/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-command.h"
#include "cld-review.h"

gboolean cld_review_terminal_is_there(void);
CldExit cld_review_terminal_run(CldReviews *reviews, const CldSettings *settings);
