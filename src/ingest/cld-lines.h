/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

guint cld_line_count_words(const char *text);
gboolean cld_line_is_terminated(const char *text);
gboolean cld_line_is_prose(const char *text);
gboolean cld_line_is_person(const char *text);
gboolean cld_line_is_sections(const char *text);
gboolean cld_line_has_small_word(const char *text);
