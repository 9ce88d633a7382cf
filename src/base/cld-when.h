/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

#define CLD_MINUTES_PER_DAY 1440

/* A stretch of civil time as a source prints it: minutes since 1970-01-01T00:00, half-open, without
 * a zone (sources rarely print one, and a guess would invent an order). A printed minute is one
 * minute long, a day 1440, a month or a year as long as it is. from == to: unknown. A value. */
typedef struct {
    gint64 from; /* minutes */
    gint64 to;   /* minutes */
} CldWhen;

#define CLD_WHEN_UNKNOWN ((CldWhen){0, 0})

CldWhen cld_when_day(int year, int month, int day);
CldWhen cld_when_minute(int year, int month, int day, int hour, int minute);
CldWhen cld_when_month(int year, int month);
CldWhen cld_when_year(int year);
gboolean cld_when_is_known(CldWhen self);
gboolean cld_when_has_time(CldWhen self);
gboolean cld_when_is_before(CldWhen self, CldWhen other);
gboolean cld_when_overlaps(CldWhen self, CldWhen other);
gboolean cld_when_contains(CldWhen self, CldWhen inner);
CldWhen cld_when_whole_day(CldWhen self);
CldWhen cld_when_add_days(CldWhen self, gint days);
gint cld_when_weekday(CldWhen self);
void cld_when_get_date(CldWhen self, int *year, int *month, int *day);
gint64 cld_when_days_between(CldWhen self, CldWhen other);
char *cld_when_dup_from(CldWhen self);
char *cld_when_dup_to(CldWhen self);
char *cld_when_dup_utc(gint64 unix_seconds, const char *format);
