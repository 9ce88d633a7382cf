/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-view.h"

gboolean cld_count_is_compatible(const CldQuantity *x, const CldQuantity *y);
gboolean cld_count_is_one_kind(const CldQuantity *x, const CldQuantity *y);
gboolean cld_count_may_have_grown(const CldQuantity *x, const CldQuantity *y);
gboolean cld_count_is_measure(const CldQuantity *quantity);
gboolean cld_count_is_partial(const CldView *view, const CldQuantity *quantity);
gboolean cld_count_is_change(const CldView *view, const CldQuantity *quantity);
gboolean cld_count_is_past(const CldView *view, const CldQuantity *quantity);
gboolean cld_count_is_told(const CldStory *story, const CldView *view, const CldQuantity *wanted);
