/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-review.h"

/* How the review is served as a page. Borrowed while it is. */
typedef struct {
    guint port;                                   /* 0: any that is free */
    gboolean is_without_browser;                  /* only say the address */
    const char *source;                           /* what is reviewed, in words */
    void (*say)(const char *line, gpointer data); /* takes a line for the reviewer's terminal */
    gpointer say_data;
} CldServeOptions;

/* Serves until it is interrupted; %FALSE if it cannot begin. The command line is handed the one of
 * src/web by main(), so that neither of the two folders knows the other. */
typedef gboolean (*CldServe)(CldReviews *reviews, const CldServeOptions *options, GError **error);
