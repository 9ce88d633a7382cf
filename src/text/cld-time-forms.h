/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-tokens.h"
#include "cld-when.h"

/* The pieces of a time expression in running text: "on Sunday" + "at about 2 a.m.". Used inside the
 * text layer only; cld-dates.c joins them. */

typedef enum {
    CLD_TIME_DAY,   /* a day or a longer period */
    CLD_TIME_CLOCK, /* a clock time */
    CLD_TIME_PART,  /* a part of some day: morning, the early hours */
} CldTimeKind;

typedef struct {
    CldTimeKind kind;
    guint first;         /* token */
    guint end;           /* token after the last */
    CldWhen when;        /* of a DAY; unknown when it cannot be told */
    gint from;           /* of the others: minutes from the beginning of the day… */
    gint to;             /* …to the end, which may lie in the next day */
    gint clock;          /* of a CLOCK: the printed minute of the day */
    char relation;       /* 0: it says nothing itself */
    gboolean is_one_day; /* of a DAY: it is one, be it known or not */
    gboolean is_bare;    /* a CLOCK without its half of the day: "at eight" */
} CldTimePart;

typedef struct {
    const char *text;
    const CldTokens *tokens;
    guint n_tokens;
    CldWhen today;     /* day of publication; unknown: no relative date can be told */
    CldWhen reference; /* the day that was spoken of last; unknown: none */
} CldTimeReader;

const CldToken *cld_time_token(const CldTimeReader *self, guint i);
gboolean cld_time_is(const CldTimeReader *self, guint i, const char *word);
gboolean cld_time_is_listed(const CldTimeReader *self, guint i, const char *list);
gint cld_time_number(const CldTimeReader *self, guint i);
gint cld_time_list_number(const CldTimeReader *self, guint i, const char *list);
gboolean cld_time_is_sentence_end(const CldTimeReader *self, guint i);
gboolean cld_time_is_future(const CldTimeReader *self, guint first, guint end);

CldWhen cld_time_narrow(CldWhen when, char third);
char cld_time_third_before(const CldTimeReader *self, guint i, guint *n_tokens);

gboolean cld_day_form_match(const CldTimeReader *self, guint i, CldTimePart *part);
gboolean cld_period_form_match(const CldTimeReader *self, guint i, CldTimePart *part);
gboolean cld_clock_form_match(const CldTimeReader *self, guint i, CldTimePart *part);
