/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dates.h"
#include <string.h>

typedef struct {
    const char *line;
    const char *when;  /* NULL: unknown */
    const char *where; /* NULL: no date at all */
} StampRow;

static const StampRow stamps[] = {
    /* year first */
    {"2024-02-10T09:02Z", "2024-02-10T09:02", "2024-02-10T09:02Z"},
    {" date 2024-10-07 All Sections", "2024-10-07", "2024-10-07"},
    {"Markets | Metals | 2024-08-12 08:15 UTC", "2024-08-12T08:15", "2024-08-12 08:15 UTC"},
    {"2024/08/12", "2024-08-12", "2024/08/12"},
    {"2024-02-10T09:02:33.125+02:00", "2024-02-10T09:02", "2024-02-10T09:02:33.125+02:00"},
    {"2024-02-10 23:59:59 -0500", "2024-02-10T23:59", "2024-02-10 23:59:59 -0500"},
    {"20240210T090233Z", "2024-02-10T09:02", "20240210T090233Z"},
    {"20240210T0902", "2024-02-10T09:02", "20240210T0902"},
    {"2024-13-40", NULL, NULL},
    {"2024-02-30", NULL, NULL},
    {"1899-12-31", NULL, NULL},
    {"2200-01-01", NULL, NULL},
    {"1900-01-01", "1900-01-01", "1900-01-01"},
    {"2199-12-31", "2199-12-31", "2199-12-31"},
    /* year last */
    {"20:36 14.05.2024", "2024-05-14T20:36", "20:36 14.05.2024"},
    {"07.10.2024", "2024-10-07", "07.10.2024"},
    {"7.1.2024", "2024-01-07", "7.1.2024"},
    {"06.06.2024 - 09:15", "2024-06-06T09:15", "06.06.2024 - 09:15"},
    {"07.10.2024 15:40", "2024-10-07T15:40", "07.10.2024 15:40"},
    {"18/03/2024 17:52 WITA", "2024-03-18T17:52", "18/03/2024 17:52 WITA"},
    {"03/04/2024", "2024-04-03", "03/04/2024"},
    {"03/18/2024", "2024-03-18", "03/18/2024"},
    {"Monday, 03/04/2024", "2024-03-04", "Monday, 03/04/2024"}, /* 3 April was a Wednesday */
    {"Wednesday 03/04/2024", "2024-04-03", "Wednesday 03/04/2024"},
    {"14-05-2024", "2024-05-14", "14-05-2024"},
    {"31/04/2024", NULL, NULL},
    {"14.05/2024", NULL, NULL},
    {"Section 3.14.05.2024", NULL, NULL},
    {"12.05.99", NULL, NULL},
    {"14.05.2024, 8 p.m.", "2024-05-14T20:00", "14.05.2024, 8 p.m."},
    /* day, month name */
    {"Thursday, 5 June 2024", "2024-06-05", "Thursday, 5 June 2024"},
    {"5 June 2024 (Wednesday)", "2024-06-05", "5 June 2024 (Wednesday)"},
    {"24 May 2024, 07:15 UTC", "2024-05-24T07:15", "24 May 2024, 07:15 UTC"},
    {"Mon 10 Nov 2024 06:40 GMT", "2024-11-10T06:40", "Mon 10 Nov 2024 06:40 GMT"},
    {"Wed, 19 Mar 2024 02:30:00 +0000", "2024-03-19T02:30", "Wed, 19 Mar 2024 02:30:00 +0000"},
    {"Tue, 1 Jul 2003 10:52:37 EST", "2003-07-01T10:52", "Tue, 1 Jul 2003 10:52:37 EST"},
    {"5th of June, 2024", "2024-06-05", "5th of June, 2024"},
    {"21st June 2024", "2024-06-21", "21st June 2024"},
    {"14-May-2024", "2024-05-14", "14-May-2024"},
    {"Sat 1. Feb. 2024", "2024-02-01", "Sat 1. Feb. 2024"},
    {"Ann BakeSunday, 9 November 2024, 14:05", "2024-11-09T14:05",
     "Sunday, 9 November 2024, 14:05"},
    {"Nurlan ToTuesday, 7 October 2024, 09:12", "2024-10-07T09:12",
     "Tuesday, 7 October 2024, 09:12"},
    {"By IVO KANESunday, 9 November 2024", "2024-11-09", "Sunday, 9 November 2024"},
    {"Ivo Kane9 November 2024", "2024-11-09", "9 November 2024"},
    {"By Ivo Kane | 9 November 2024 | 4 min read", "2024-11-09", "9 November 2024"},
    {"31 June 2024", NULL, NULL},
    /* month name, day */
    {"Oct. 16, 2024 14:20 CET", "2024-10-16T14:20", "Oct. 16, 2024 14:20 CET"},
    {"November 13, 2024 at 09:00", "2024-11-13T09:00", "November 13, 2024 at 09:00"},
    {"June 6, 2024 at 12:10 PM", "2024-06-06T12:10", "June 6, 2024 at 12:10 PM"},
    {"June 6, 2024 at 12:10 a.m. EDT", "2024-06-06T00:10", "June 6, 2024 at 12:10 a.m. EDT"},
    {"June 6, 2024 1:05pm", "2024-06-06T13:05", "June 6, 2024 1:05pm"},
    {"Sept. 3rd, 2024", "2024-09-03", "Sept. 3rd, 2024"},
    {"Updated 4:30 PM ET, Tue March 5, 2024", "2024-03-05T16:30", "4:30 PM ET, Tue March 5, 2024"},
    {"Published at 17:52 on 18 March 2024", "2024-03-18T17:52", "17:52 on 18 March 2024"},
    {"May 5 2024, 10:00 (GMT+3)", "2024-05-05T10:00", "May 5 2024, 10:00 (GMT+3)"},
    {"JUNE 6, 2024", "2024-06-06", "JUNE 6, 2024"},
    {"June 2024", "2024-06-01", "June 2024"},
    {"1 May 2024 Updated 3 May 2024", "2024-05-01", "1 May 2024"},
    {"5 June 2024 25:70", "2024-06-05", "5 June 2024"},
    {"5 June 2024 7", "2024-06-05", "5 June 2024"},
    /* no year: found, but nothing is guessed */
    {"Weekly Sheet | Politics | Jan. 24", NULL, "Jan. 24"},
    {"Ada Stone, Oct. 21", NULL, "Oct. 21"},
    {"Feb 29", NULL, "Feb 29"},
    {"Monday, 4 March", NULL, "Monday, 4 March"},
    {"Jan. 24 | updated 3 February 2024", "2024-02-03", "3 February 2024"},
    /* nothing there */
    {"", NULL, NULL},
    {"Home / Nation / Transport", NULL, NULL},
    {"4 min read", NULL, NULL},
    {"A ship with 58 aboard is missing", NULL, NULL},
    {"Flight 2024 - 2025", NULL, NULL},
    {"1.2.3", NULL, NULL},
    {"10:30", NULL, NULL},
    {"Monday", NULL, NULL},
};

/* One string, so that a failure shows the row. */
static char *
describe(const char *line, const char *when, const char *where)
{
    return g_strdup_printf("%s -> %s in %s", line, when != NULL ? when : "?",
                           where != NULL ? where : "nothing");
}

static void
test_stamp(gconstpointer data)
{
    const StampRow *row = data;
    CldWhen when = CLD_WHEN_UNKNOWN;
    CldSpan where = {0, 0};
    gboolean found = cld_dates_parse_stamp(row->line, strlen(row->line), &when, &where);
    g_autofree char *printed = cld_when_dup_from(when);
    g_autofree char *there = cld_span_dup_text(where, row->line);
    g_autofree char *wanted = describe(row->line, row->when, row->where);
    g_autofree char *got = describe(row->line, printed, found ? there : NULL);
    g_assert_cmpstr(got, ==, wanted);
}

static void
test_month_is_whole(void)
{
    CldWhen when;
    g_assert_true(cld_dates_parse_stamp("June 2024", 9, &when, NULL));
    g_assert_cmpint(when.to - when.from, ==, 30 * CLD_MINUTES_PER_DAY);
}

static void
test_long_line(void)
{
    g_autofree char *line = g_strnfill(601, 'x');
    memcpy(line, "7 May 2024 ", 11);
    g_assert_false(cld_dates_parse_stamp(line, 601, NULL, NULL));
    g_assert_true(cld_dates_parse_stamp(line, 600, NULL, NULL));
}

static void
test_length_is_kept(void)
{
    CldSpan where;
    g_assert_true(cld_dates_parse_stamp("5 June 2024", 6, NULL, &where));
    g_assert_cmpuint(where.end, ==, 6); /* the year lies outside */
}

typedef struct {
    const char *line;
    double least, most;
} ShareRow;

static const ShareRow shares[] = {
    {"20:36 14.05.2024", 1.0, 1.0},
    {"Published: 5 June 2024, updated", 1.0, 1.0},
    {"Ivo KaneSunday, 9 November 2024, 14:05", 0.7, 0.9},
    {"The mill closed on 5 June 2024 after a strike of nine weeks.", 0.0, 0.4},
    {"No date here", 0.0, 0.0},
};

static void
test_share(gconstpointer data)
{
    const ShareRow *row = data;
    CldSpan where = {0, 0};
    cld_dates_parse_stamp(row->line, strlen(row->line), NULL, &where);
    double share = cld_dates_stamp_share(row->line, strlen(row->line), where);
    g_assert_cmpfloat(share, >=, row->least);
    g_assert_cmpfloat(share, <=, row->most);
}

typedef struct {
    const char *text, *when; /* when: NULL: refused */
} IsoRow;

static const IsoRow isos[] = {
    {"2024-05-24", "2024-05-24"},
    {"2024-05-24T07:15", "2024-05-24T07:15"},
    {"2024-05-24 07:15", "2024-05-24T07:15"},
    {"2024-05-24T07:15Z", "2024-05-24T07:15"},
    {"2024-05-24T07:15:00+00:00", "2024-05-24T07:15"},
    {"2024-05-24T07:15:00.25-0330", "2024-05-24T07:15"},
    {"2024-05-24T07:15:59,9z", "2024-05-24T07:15"},
    {"2024-05-24T07:15+14:59", "2024-05-24T07:15"},
    {"2024-05-24T07:15+05", "2024-05-24T07:15"},
    {"2024-02-29", "2024-02-29"},
    {"2023-02-29", NULL},
    {"2024-05-24T", NULL},
    {"2024-05-24T07", NULL},
    {"2024-05-24T07:15:", NULL},
    {"2024-05-24T07:15:60", NULL},
    {"2024-05-24T07:15:00.", NULL},
    {"2024-05-24T24:00", NULL},
    {"2024-05-24T07:60", NULL},
    {"2024-05-24T07:15+15:00", NULL},
    {"2024-05-24T07:15+05:60", NULL},
    {"2024-05-24T07:15+5", NULL},
    {"2024-05-24T07:15X", NULL},
    {"2024-05-24 ", NULL},
    {" 2024-05-24", NULL},
    {"2024-5-24", NULL},
    {"20240524", NULL},
    {"24-05-2024", NULL},
    {"2024-00-10", NULL},
    {"2024-01-00", NULL},
    {"1899-12-31", NULL},
    {"2200-01-01", NULL},
    {"2024", NULL},
    {"", NULL},
    {"-024-05-24", NULL},
};

static void
test_iso(gconstpointer data)
{
    const IsoRow *row = data;
    CldWhen when = cld_when_day(2000, 1, 1);
    g_assert_cmpint(cld_dates_parse_iso(row->text, &when), ==, row->when != NULL);
    g_autofree char *printed = cld_when_dup_from(when);
    g_assert_cmpstr(printed, ==, row->when);
}

/* Any line of pieces of dates: the stamp lies in the line and splits no character. */
static void
test_random_lines(void)
{
    static const char *const parts[] = {"2024", "12",  "31",     ".",  "-", "/", ":",   " ", "May",
                                        "Mon",  "pm",  "T",      "Z",  "+", "é", "–",   ",", "at",
                                        "0",    "7th", "Sunday", "of", "(", ")", "a.m", "h"};
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (guint n = 0; n < 20000; n++) {
        g_autoptr(GString) line = g_string_new(NULL);
        for (gint i = g_rand_int_range(random, 0, 14); i > 0; i--)
            g_string_append(line, parts[g_rand_int_range(random, 0, (gint32)G_N_ELEMENTS(parts))]);
        CldWhen when = CLD_WHEN_UNKNOWN;
        CldSpan where = {0, 0};
        if (!cld_dates_parse_stamp(line->str, line->len, &when, &where))
            continue;
        g_assert_true(cld_span_is_valid_in(where, line->str, line->len));
        g_assert_false(cld_span_is_empty(where));
        g_assert_cmpint(when.from, <=, when.to);
        double share = cld_dates_stamp_share(line->str, line->len, where);
        g_assert_true(share > 0 && share <= 1);
    }
}

static void
add_rows(const char *folder, gconstpointer rows, gsize size, gsize n, GTestDataFunc test)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *path = g_strdup_printf("%s/%" G_GSIZE_FORMAT, folder, i);
        g_test_add_data_func(path, (const char *)rows + i * size, test);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_rows("/stamps/line", stamps, sizeof stamps[0], G_N_ELEMENTS(stamps), test_stamp);
    add_rows("/stamps/share", shares, sizeof shares[0], G_N_ELEMENTS(shares), test_share);
    add_rows("/stamps/iso", isos, sizeof isos[0], G_N_ELEMENTS(isos), test_iso);
    g_test_add_func("/stamps/month", test_month_is_whole);
    g_test_add_func("/stamps/long", test_long_line);
    g_test_add_func("/stamps/length", test_length_is_kept);
    g_test_add_func("/stamps/random", test_random_lines);
    return g_test_run();
}
