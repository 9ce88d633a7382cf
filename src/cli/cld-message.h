/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

void cld_message_set_up(void);
void cld_message(const char *format, ...) G_GNUC_PRINTF(1, 2);
void cld_message_show_progress(const char *stage, guint done, guint total);
void cld_message_end_progress(void);
