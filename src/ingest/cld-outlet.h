/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

gboolean cld_outlet_word_is(const char *word, const char *meaning);
gboolean cld_outlet_sounds_like(const char *name);
char *cld_outlet_normalise(const char *name);
char *cld_outlet_from_path(const char *path);
char *cld_outlet_from_channel(const char *title);
char *cld_outlet_from_line(const char *line, const char *path);
char *cld_outlet_find_printed(const char *text, const char *name);
gboolean cld_outlet_same_letters(const char *a, const char *b);
