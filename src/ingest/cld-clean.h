/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* What had to be changed in the text of an input, so that its reader can be told. */
typedef struct {
    guint n_controls; /* control characters, now U+FFFD */
    guint n_marks;    /* combining marks left out */
} CldCleanNotes;

char *cld_clean_line(const char *text, gsize length_bytes, CldCleanNotes *notes);
char *cld_clean_fact(const char *text);
char *cld_clean_fold(const char *text);
