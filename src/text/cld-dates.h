/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-tokens.h"
#include "cld-when.h"

/* Years outside these are no years of news. */
#define CLD_FIRST_YEAR 1900
#define CLD_LAST_YEAR  2199

/* A time expression in running text. */
typedef struct {
    CldSpan span;
    CldWhen when;      /* resolved against the anchor; unknown when it cannot be */
    gint clock_minute; /* minute of the day; -1: none printed */
    char relation;     /* '=' on/at, '<' before/by/until, '>' after/since/from, '~' about */
    gboolean is_duration_anchor; /* "since 2019", "from 1 July", "as of" */
    guint first_token;
    guint n_tokens;
} CldDateMention;

GArray *cld_dates_find(const char *text, const CldTokens *tokens, CldWhen anchor);
gboolean cld_dates_parse_stamp(const char *text, gsize length_bytes, CldWhen *when, CldSpan *where);
double cld_dates_stamp_share(const char *text, gsize length_bytes, CldSpan where);
gboolean cld_dates_parse_iso(const char *text, CldWhen *when);
