/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-render.h"

char *
cld_render_sarif(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes);
