/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-when.h"
#include <string.h>

static void
assert_when(CldWhen when, const char *from, const char *to)
{
    g_autofree char *first = cld_when_dup_from(when);
    g_autofree char *last = cld_when_dup_to(when);
    g_assert_cmpstr(first, ==, from);
    g_assert_cmpstr(last, ==, to);
}

typedef struct {
    const char *path;
    int year, month, day; /* month, day 0: the whole year or month */
    const char *from, *to;
    int weekday;
} Civil;

/* Weekdays from the table of the Gregorian calendar, ISO 8601: 1 is Monday. */
static const Civil civil[] = {
    {"/when/day/epoch", 1970, 1, 1, "1970-01-01", "1970-01-01", 4},
    {"/when/day/before-epoch", 1969, 12, 31, "1969-12-31", "1969-12-31", 3},
    {"/when/day/first", 1, 1, 1, "0001-01-01", "0001-01-01", 1},
    {"/when/day/last", 9999, 12, 31, "9999-12-31", "9999-12-31", 5},
    {"/when/day/leap", 2024, 2, 29, "2024-02-29", "2024-02-29", 4},
    {"/when/day/leap-400", 2000, 2, 29, "2000-02-29", "2000-02-29", 2},
    {"/when/day/leap-100", 1900, 2, 29, NULL, NULL, 0},
    {"/when/day/no-leap", 2025, 2, 29, NULL, NULL, 0},
    {"/when/day/april-31", 2025, 4, 31, NULL, NULL, 0},
    {"/when/day/32", 2025, 1, 32, NULL, NULL, 0},
    {"/when/day/wraps-8-bits", 2025, 1, 257, NULL, NULL, 0},
    {"/when/day/negative", 2025, 1, -255, NULL, NULL, 0},
    {"/when/day/month-13", 2025, 13, 1, NULL, NULL, 0},
    {"/when/day/month-negative", 2025, -1, 1, NULL, NULL, 0},
    {"/when/day/year-0", 0, 1, 1, NULL, NULL, 0},
    {"/when/day/year-10000", 10000, 1, 1, NULL, NULL, 0},
    {"/when/month/january", 2025, 1, 0, "2025-01-01", "2025-01-31", 3},
    {"/when/month/february", 2025, 2, 0, "2025-02-01", "2025-02-28", 6},
    {"/when/month/february-leap", 2024, 2, 0, "2024-02-01", "2024-02-29", 4},
    {"/when/month/april", 2025, 4, 0, "2025-04-01", "2025-04-30", 2},
    {"/when/month/december", 2025, 12, 0, "2025-12-01", "2025-12-31", 1},
    {"/when/month/13", 2025, 13, 0, NULL, NULL, 0},
    {"/when/month/last", 9999, 12, 0, "9999-12-01", "9999-12-31", 3},
    {"/when/year/common", 2025, 0, 0, "2025-01-01", "2025-12-31", 3},
    {"/when/year/last", 9999, 0, 0, "9999-01-01", "9999-12-31", 5},
    {"/when/year/0", 0, 0, 0, NULL, NULL, 0},
    {"/when/year/10000", 10000, 0, 0, NULL, NULL, 0},
};

static CldWhen
civil_when(const Civil *row)
{
    if (row->day != 0)
        return cld_when_day(row->year, row->month, row->day);
    return row->month != 0 ? cld_when_month(row->year, row->month) : cld_when_year(row->year);
}

static void
test_civil(gconstpointer data)
{
    const Civil *row = data;
    CldWhen when = civil_when(row);
    int year = -1, month = -1, day = -1;
    assert_when(when, row->from, row->to);
    g_assert_cmpint(cld_when_is_known(when), ==, row->from != NULL);
    g_assert_cmpint(cld_when_weekday(when), ==, row->weekday);
    g_assert_false(cld_when_has_time(when));
    cld_when_get_date(when, &year, &month, &day);
    g_assert_cmpint(year, ==, row->from != NULL ? row->year : 0);
    g_assert_cmpint(month, ==, row->from != NULL ? MAX(row->month, 1) : 0);
    g_assert_cmpint(day, ==, row->from != NULL ? MAX(row->day, 1) : 0);
}

typedef struct {
    const char *path;
    int hour, minute;
    const char *printed;
} Clock;

static const Clock clocks[] = {
    {"/when/minute/midnight", 0, 0, "2025-04-25T00:00"},
    {"/when/minute/last", 23, 59, "2025-04-25T23:59"},
    {"/when/minute/evening", 20, 36, "2025-04-25T20:36"},
    {"/when/minute/hour-24", 24, 0, NULL},
    {"/when/minute/hour-negative", -1, 0, NULL},
    {"/when/minute/minute-60", 23, 60, NULL},
    {"/when/minute/minute-negative", 23, -1, NULL},
};

static void
test_clock(gconstpointer data)
{
    const Clock *row = data;
    CldWhen when = cld_when_minute(2025, 4, 25, row->hour, row->minute);
    assert_when(when, row->printed, row->printed);
    g_assert_cmpint(cld_when_has_time(when), ==, row->printed != NULL);
    if (row->printed == NULL)
        return;
    g_assert_cmpint(when.to - when.from, ==, 1);
    assert_when(cld_when_whole_day(when), "2025-04-25", "2025-04-25");
    g_assert_true(cld_when_contains(cld_when_day(2025, 4, 25), when));
    g_assert_false(cld_when_contains(when, cld_when_day(2025, 4, 25)));
}

typedef struct {
    const char *path;
    CldWhen a, b;
    char relation; /* '<' a before b, '>' after, '&' they overlap, '0' one is unknown */
} Order;

#define DAY(n)                                                                                     \
    {                                                                                              \
        (n) * CLD_MINUTES_PER_DAY, ((n) + 1) * CLD_MINUTES_PER_DAY                                 \
    }

static const Order orders[] = {
    {"/when/order/next-day", DAY(5), DAY(6), '<'},
    {"/when/order/day-before", DAY(6), DAY(5), '>'},
    {"/when/order/same-day", DAY(5), DAY(5), '&'},
    {"/when/order/across-epoch", DAY(-1), DAY(0), '<'},
    {"/when/order/minute-in-day", DAY(0), {10, 11}, '&'},
    {"/when/order/next-minute", {10, 11}, {11, 12}, '<'},
    {"/when/order/unknown-first", {0, 0}, DAY(5), '0'},
    {"/when/order/unknown-second", DAY(5), {0, 0}, '0'},
    {"/when/order/unknown-in-the-middle", {0, 0}, {-5, 5}, '0'},
};

static void
test_order(gconstpointer data)
{
    const Order *row = data;
    g_assert_cmpint(cld_when_is_before(row->a, row->b), ==, row->relation == '<');
    g_assert_cmpint(cld_when_is_before(row->b, row->a), ==, row->relation == '>');
    g_assert_cmpint(cld_when_overlaps(row->a, row->b), ==, row->relation == '&');
    g_assert_cmpint(cld_when_overlaps(row->b, row->a), ==, row->relation == '&');
    if (row->relation == '0')
        g_assert_cmpint(cld_when_days_between(row->a, row->b), ==, 0);
}

static void
test_days(void)
{
    CldWhen leap = cld_when_day(2024, 2, 28);
    CldWhen old = cld_when_minute(1969, 12, 30, 23, 59);
    assert_when(cld_when_add_days(leap, 2), "2024-03-01", "2024-03-01");
    assert_when(cld_when_add_days(leap, -59), "2023-12-31", "2023-12-31");
    assert_when(cld_when_add_days(old, 2), "1970-01-01T23:59", "1970-01-01T23:59");
    g_assert_false(cld_when_is_known(cld_when_add_days(CLD_WHEN_UNKNOWN, 3)));
    g_assert_false(cld_when_is_known(cld_when_whole_day(CLD_WHEN_UNKNOWN)));
    g_assert_cmpint(cld_when_days_between(leap, cld_when_day(2024, 3, 1)), ==, 2);
    g_assert_cmpint(cld_when_days_between(cld_when_day(2024, 3, 1), leap), ==, -2);
    g_assert_cmpint(cld_when_days_between(old, cld_when_minute(1970, 1, 1, 0, 0)), ==, 2);
    g_assert_cmpint(cld_when_weekday(old), ==, 2); /* a Tuesday */
    assert_when(cld_when_whole_day(old), "1969-12-30", "1969-12-30");
}

/* Outside the years that a date has four digits for, a time is kept but has no date. */
static void
test_outside(void)
{
    CldWhen later = cld_when_add_days(cld_when_day(9999, 12, 31), 1);
    CldWhen earlier = cld_when_add_days(cld_when_day(1, 1, 1), -1);
    int year = 1, month = 1, day = 1;
    cld_when_get_date(later, &year, &month, &day);
    g_assert_cmpint(year + month + day, ==, 0);
    year = 1;
    cld_when_get_date(earlier, &year, &month, &day);
    g_assert_cmpint(year + month + day, ==, 0);
    g_assert_cmpint(cld_when_weekday(later), ==, 6);
    g_assert_cmpint(cld_when_weekday(earlier), ==, 7);
}

static void
test_utc(void)
{
    g_autofree char *moment = cld_when_dup_utc(951827696, "%FT%TZ");
    g_autofree char *now = cld_when_dup_utc(0, "%F");
    g_assert_cmpstr(moment, ==, "2000-02-29T12:34:56Z");
    g_assert_cmpstr(now, >, "2026-01-01");
    g_assert_cmpuint(strlen(now), ==, 10);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(civil); i++)
        g_test_add_data_func(civil[i].path, &civil[i], test_civil);
    for (gsize i = 0; i < G_N_ELEMENTS(clocks); i++)
        g_test_add_data_func(clocks[i].path, &clocks[i], test_clock);
    for (gsize i = 0; i < G_N_ELEMENTS(orders); i++)
        g_test_add_data_func(orders[i].path, &orders[i], test_order);
    g_test_add_func("/when/days", test_days);
    g_test_add_func("/when/outside", test_outside);
    g_test_add_func("/when/utc", test_utc);
    return g_test_run();
}
