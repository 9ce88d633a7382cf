/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dates.h"
#include <string.h>

#define LONGEST_OFFSET 14 /* hours: Kiribati */

/* Reads exactly @n digits. Returns: their value, -1 if they are not there */
static int
take_digits(const char **at, guint n)
{
    int value = 0;
    for (guint i = 0; i < n; i++, (*at)++) {
        if (!g_ascii_isdigit(**at))
            return -1;
        value = value * 10 + (**at - '0');
    }
    return value;
}

static gboolean
take_char(const char **at, const char *allowed)
{
    if (**at == '\0' || strchr(allowed, **at) == NULL)
        return FALSE;
    (*at)++;
    return TRUE;
}

/* Reads ":07.25"; seconds are not kept. Returns: %FALSE if what stands there is wrong */
static gboolean
take_iso_seconds(const char **at)
{
    if (!take_char(at, ":"))
        return TRUE;
    int second = take_digits(at, 2);
    if (second < 0 || second > 59)
        return FALSE;
    if (!take_char(at, ".,"))
        return TRUE;
    if (!g_ascii_isdigit(**at))
        return FALSE;
    while (g_ascii_isdigit(**at))
        (*at)++;
    return TRUE;
}

static gboolean
take_iso_zone(const char **at)
{
    if (**at == '\0' || take_char(at, "Zz"))
        return TRUE;
    if (!take_char(at, "+-"))
        return FALSE;
    int hours = take_digits(at, 2), minutes = 0;
    if (take_char(at, ":") || g_ascii_isdigit(**at))
        minutes = take_digits(at, 2);
    return hours >= 0 && hours <= LONGEST_OFFSET && minutes >= 0 && minutes <= 59;
}

/**
 * cld_dates_parse_iso:
 * @text: the text of a field, NUL-terminated
 * @when: (out): a day or a minute as printed, the zone left aside; unknown on failure
 *
 * Reads an extended ISO 8601 date, alone or with a time of minutes, seconds or fractions and "Z" or
 * an offset. Nothing may stand around it. Years run from 1900 to 2199; hour 24, second 60 and
 * offsets beyond 14:59 are refused.
 *
 * Returns: %FALSE if it is anything else
 */
gboolean
cld_dates_parse_iso(const char *text, CldWhen *when)
{
    *when = CLD_WHEN_UNKNOWN;
    const char *at = text;
    int year = take_digits(&at, 4);
    int month = take_char(&at, "-") ? take_digits(&at, 2) : -1;
    int day = month >= 0 && take_char(&at, "-") ? take_digits(&at, 2) : -1;
    if (day < 0 || year < CLD_FIRST_YEAR || year > CLD_LAST_YEAR)
        return FALSE;
    CldWhen found = cld_when_day(year, month, day);
    if (take_char(&at, "Tt ")) {
        int hour = take_digits(&at, 2);
        int minute = hour >= 0 && take_char(&at, ":") ? take_digits(&at, 2) : -1;
        found = cld_when_minute(year, month, day, hour, minute);
        if (minute < 0 || !take_iso_seconds(&at) || !take_iso_zone(&at))
            return FALSE;
    }
    if (*at != '\0' || !cld_when_is_known(found))
        return FALSE;
    *when = found;
    return TRUE;
}
