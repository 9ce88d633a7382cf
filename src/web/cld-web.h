/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-serve.h"

gboolean cld_web_run(CldReviews *reviews, const CldServeOptions *options, GError **error);
