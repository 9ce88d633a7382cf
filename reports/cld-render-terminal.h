/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-render.h"
#include "cld-terminal-page.h"
#include "cld-view.h"

char *
cld_render_terminal(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes);
void
cld_render_terminal_finding(CldTerminalPage *page, const CldView *view, const CldFinding *finding);
