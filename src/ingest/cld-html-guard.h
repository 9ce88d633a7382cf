/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

/* What had to be done to a page before libxml2 may have it. */
typedef struct {
    guint n_attributes; /* tags whose attributes were cut */
    guint n_flattened;  /* tags left out because they were nested too deep */
    gboolean is_cut;    /* too many tags: the rest was left out */
} CldHtmlGuardNotes;

char *cld_html_guard(const char *html, CldHtmlGuardNotes *notes);
gboolean cld_xml_guard(const char *xml);
