/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-when.h"

/* GDate's Julian day of 1970-01-01. */
#define EPOCH_JULIAN 719163

static gint64
minutes_of(int year, int month, int day)
{
    GDate date;
    /* The day is checked first: GDateDay has 8 bits, and 257 would pass as the 1st. */
    if (year < 1 || year > 9999 || day < 1 || day > 31 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return G_MININT64;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return ((gint64)g_date_get_julian(&date) - EPOCH_JULIAN) * CLD_MINUTES_PER_DAY;
}

/* Returns: that day, or unknown if there is no such day in the calendar */
CldWhen
cld_when_day(int year, int month, int day)
{
    gint64 from = minutes_of(year, month, day);
    return from == G_MININT64 ? CLD_WHEN_UNKNOWN : (CldWhen){from, from + CLD_MINUTES_PER_DAY};
}

/* Returns: that minute, or unknown if there is no such minute (24:00 and leap seconds are not) */
CldWhen
cld_when_minute(int year, int month, int day, int hour, int minute)
{
    gint64 from = minutes_of(year, month, day);
    if (from == G_MININT64 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return CLD_WHEN_UNKNOWN;
    from += hour * 60 + minute;
    return (CldWhen){from, from + 1};
}

static CldWhen
from_first_to_last(gint64 first_day, gint64 last_day)
{
    return first_day == G_MININT64 || last_day == G_MININT64
               ? CLD_WHEN_UNKNOWN
               : (CldWhen){first_day, last_day + CLD_MINUTES_PER_DAY};
}

/* Returns: the whole month, or unknown */
CldWhen
cld_when_month(int year, int month)
{
    gint64 first = minutes_of(year, month, 1);
    if (first == G_MININT64)
        return CLD_WHEN_UNKNOWN;
    int n_days = g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
    return from_first_to_last(first, minutes_of(year, month, n_days));
}

/* Returns: the whole year, or unknown */
CldWhen
cld_when_year(int year)
{
    return from_first_to_last(minutes_of(year, 1, 1), minutes_of(year, 12, 31));
}

/* Returns: %FALSE for CLD_WHEN_UNKNOWN and any other stretch of no length */
gboolean
cld_when_is_known(CldWhen self)
{
    return self.from < self.to;
}

/* Returns: %TRUE if it is finer than a day, so that a clock time can be printed */
gboolean
cld_when_has_time(CldWhen self)
{
    return cld_when_is_known(self) && self.to - self.from < CLD_MINUTES_PER_DAY;
}

/* Returns: %TRUE if both are known and @self ends before @other begins */
gboolean
cld_when_is_before(CldWhen self, CldWhen other)
{
    return cld_when_is_known(self) && cld_when_is_known(other) && self.to <= other.from;
}

/* Returns: %TRUE if both are known and share a minute */
gboolean
cld_when_overlaps(CldWhen self, CldWhen other)
{
    return cld_when_is_known(self) && cld_when_is_known(other) && self.from < other.to &&
           other.from < self.to;
}

/* Returns: %TRUE if both are known and all of @inner lies in @self */
gboolean
cld_when_contains(CldWhen self, CldWhen inner)
{
    return cld_when_is_known(inner) && self.from <= inner.from && inner.to <= self.to;
}

static gint64
day_number(gint64 minutes)
{
    return minutes >= 0 ? minutes / CLD_MINUTES_PER_DAY
                        : -((-minutes + CLD_MINUTES_PER_DAY - 1) / CLD_MINUTES_PER_DAY);
}

/* Returns: @self widened to whole days; unknown stays unknown */
CldWhen
cld_when_whole_day(CldWhen self)
{
    if (!cld_when_is_known(self))
        return self;
    return (CldWhen){day_number(self.from) * CLD_MINUTES_PER_DAY,
                     (day_number(self.to - 1) + 1) * CLD_MINUTES_PER_DAY};
}

/* Returns: @self moved by whole days; unknown stays unknown */
CldWhen
cld_when_add_days(CldWhen self, gint days)
{
    if (!cld_when_is_known(self))
        return self;
    gint64 shift = (gint64)days * CLD_MINUTES_PER_DAY;
    return (CldWhen){self.from + shift, self.to + shift};
}

/* Returns: 1 (Monday) to 7 (Sunday) of its first day, 0 if unknown */
gint
cld_when_weekday(CldWhen self)
{
    if (!cld_when_is_known(self))
        return 0;
    gint64 day = day_number(self.from) + 3; /* 1970-01-01 was a Thursday */
    return (gint)(((day % 7) + 7) % 7) + 1;
}

/* Gives the calendar date of its first day; all 0 if unknown or outside the years 1 to 9999. */
void
cld_when_get_date(CldWhen self, int *year, int *month, int *day)
{
    GDate date;
    *year = *month = *day = 0;
    gint64 julian = day_number(self.from) + EPOCH_JULIAN;
    if (!cld_when_is_known(self) || julian < 1 || julian > 3652059) /* 9999-12-31 */
        return;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)julian);
    *year = g_date_get_year(&date);
    *month = (int)g_date_get_month(&date);
    *day = g_date_get_day(&date);
}

/* Returns: whole days from the first day of @self to the first day of @other (negative: earlier);
 * 0 if either is unknown */
gint64
cld_when_days_between(CldWhen self, CldWhen other)
{
    if (!cld_when_is_known(self) || !cld_when_is_known(other))
        return 0;
    return day_number(other.from) - day_number(self.from);
}

static char *
dup_minute(gint64 minutes, gboolean with_time)
{
    int year = 0, month = 0, day = 0;
    cld_when_get_date((CldWhen){minutes, minutes + 1}, &year, &month, &day);
    gint64 rest = minutes - day_number(minutes) * CLD_MINUTES_PER_DAY;
    if (!with_time)
        return g_strdup_printf("%04d-%02d-%02d", year, month, day);
    return g_strdup_printf("%04d-%02d-%02dT%02d:%02d", year, month, day, (int)(rest / 60),
                           (int)(rest % 60));
}

/* Returns: (transfer full) (nullable): "2025-04-25" or "2025-04-25T20:36"; NULL if unknown */
char *
cld_when_dup_from(CldWhen self)
{
    return cld_when_is_known(self) ? dup_minute(self.from, cld_when_has_time(self)) : NULL;
}

/* Returns: (transfer full) (nullable): its last day or minute, written like cld_when_dup_from() */
char *
cld_when_dup_to(CldWhen self)
{
    return cld_when_is_known(self) ? dup_minute(self.to - 1, cld_when_has_time(self)) : NULL;
}

/* Returns: (transfer full): a moment in UTC, @unix_seconds or, for 0, now, as @format of
 * g_date_time_format() says: "%F" is "2026-11-23" */
char *
cld_when_dup_utc(gint64 unix_seconds, const char *format)
{
    g_autoptr(GDateTime) moment =
        unix_seconds != 0 ? g_date_time_new_from_unix_utc(unix_seconds) : g_date_time_new_now_utc();
    return g_date_time_format(moment, format);
}
