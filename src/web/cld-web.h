/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-review.h"

/* Takes a line meant for the reviewer's terminal. */
typedef void (*CldWebSay)(const char *line, gpointer data);

/* How the page is served. Borrowed while it is. */
typedef struct {
    guint port;                  /* 0: any that is free */
    gboolean is_without_browser; /* only say the address */
    const char *source;          /* what is reviewed, in words */
    const GPtrArray *problems;   /* (nullable) (element-type utf8): of the decisions file */
    CldWebSay say;
    gpointer say_data;
} CldWebOptions;

gboolean cld_web_run(CldReviews *reviews, const CldWebOptions *options, GError **error);
