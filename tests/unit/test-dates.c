/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dates.h"
#include <string.h>

/* Published on Wednesday, 12 June 2024, at 15:00. */
#define ANCHOR cld_when_minute(2024, 6, 12, 15, 0)

/* "2024-06-10", a minute, or "first..last" for any other stretch */
static char *
describe_when(CldWhen when)
{
    g_autofree char *from = cld_when_dup_from(when);
    g_autofree char *to = cld_when_dup_to(when);
    if (from == NULL)
        return g_strdup("?");
    gint64 length = when.to - when.from;
    if (length == 1 || length == CLD_MINUTES_PER_DAY)
        return g_steal_pointer(&from);
    return g_strdup_printf("%s..%s", from, to);
}

/* Each mention as "words: when relation", '^' for one from which something lasts, "@hh:mm" for a
 * clock time, joined by " | ". */
static char *
describe(const char *text, CldWhen anchor)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    g_autoptr(GArray) found = cld_dates_find(text, tokens, anchor);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        const CldDateMention *mention = &g_array_index(found, CldDateMention, i);
        g_autofree char *words = cld_span_dup_text(mention->span, text);
        g_autofree char *when = describe_when(mention->when);
        g_string_append_printf(out, "%s%s: %s %c%s", i > 0 ? " | " : "", words, when,
                               mention->relation, mention->is_duration_anchor ? "^" : "");
        if (mention->clock_minute >= 0)
            g_string_append_printf(out, " @%02d:%02d", mention->clock_minute / 60,
                                   mention->clock_minute % 60);
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

typedef struct {
    const char *text, *found;
} Row;

static const Row rows[] = {
    {"The pier closed on 6 October.", "6 October: 2023-10-06 ="},
    {"The pier closed on 6 October 2021.", "6 October 2021: 2021-10-06 ="},
    {"The pier closed on October 6, 2021, after a storm.", "October 6, 2021: 2021-10-06 ="},
    {"The pier closed on Oct. 6.", "Oct. 6: 2023-10-06 ="},
    {"The pier closed on the 6th of October, 2021.", "6th of October, 2021: 2021-10-06 ="},
    {"The pier closed on Monday, 10 June.", "Monday, 10 June: 2024-06-10 ="},
    {"The pier closed on Monday, June 10, 2024.", "Monday, June 10, 2024: 2024-06-10 ="},
    {"The pier closed on 2023-02-10 for good.", "2023-02-10: 2023-02-10 ="},
    {"The pier closed on 14.05.2023 for good.", "14.05.2023: 2023-05-14 ="},
    {"The ship was in port from 3 to 5 May.", "3 to 5 May: 2024-05-03..2024-05-05 ="},
    {"The ship was in port between 3 and 5 May 2023.",
     "3 and 5 May 2023: 2023-05-03..2023-05-05 ="},
    {"The ship was in port on May 3-5.", "May 3-5: 2024-05-03..2024-05-05 ="},
    {"On the night of 8 to 9 March the lock froze.", "8 to 9 March: 2024-03-08..2024-03-09 ="},
    {"The pier closes on July 1.", "July 1: 2024-07-01 ="},
    {"The rule will bind all on July 15.", "July 15: 2024-07-15 ="},
    {"The rule applies as of July 1.", "July 1: 2024-07-01 >^"},
    {"They will ask for a toll from 1 August.", "1 August: 2024-08-01 >^"},
    {"The pier has been shut since 1 March.", "1 March: 2024-03-01 >^"},
    {"The pier shut on 29 February.", "29 February: 2024-02-29 ="},
    {"The pier shut on 31 June.", "31 June: ? ="},
    {"The pier shut on 12 June.", "12 June: 2024-06-12 ="},
    {"It is due to reopen on 20 May.", "20 May: 2024-05-20 ="},
    {"The pier closed in June.", "June: 2024-06-01..2024-06-30 ="},
    {"The pier closed in July.", "July: 2023-07-01..2023-07-31 ="},
    {"The new pier will open in May.", "May: 2024-05-01..2024-05-31 ="},
    {"The new pier will open in July.", "July: 2024-07-01..2024-07-31 ="},
    {"The pier closed in August 2023.", "August 2023: 2023-08-01..2023-08-31 ="},
    {"The pier closed in early August 2023.", "early August 2023: 2023-08-01..2023-08-10 ="},
    {"The pier closed in mid-July.", "mid-July: 2023-07-11..2023-07-21 ="},
    {"The pier will stay shut until at least the middle of July.",
     "the middle of July: 2024-07-11..2024-07-21 <"},
    {"They left at the end of March.", "the end of March: 2024-03-22..2024-03-31 ="},
    {"They left last March.", "last March: 2024-03-01..2024-03-31 ="},
    {"It will open next June.", "next June: 2025-06-01..2025-06-30 ="},
    {"Nobody came, in April or later.", "April: 2024-04-01..2024-04-30 ="},
    {"She may march in the May parade.", ""},
    {"April and June went to the pier.", ""},
    {"The Women's March was large.", ""},
    {"The pier was built in 2018.", "2018: 2018-01-01..2018-12-31 ="},
    {"The pier was built in early 2018.", "early 2018: 2018-01-01..2018-05-01 ="},
    {"The pier has been open since 2019.", "2019: 2019-01-01..2019-12-31 >^"},
    {"The bill of 2016 was repealed by 2020.",
     "2016: 2016-01-01..2016-12-31 = | 2020: 2020-01-01..2020-12-31 <"},
    {"Between 2014 and 2016 the pier was shut.", "2014 and 2016: 2014-01-01..2016-12-31 ="},
    {"From 2014 to 2016 the pier was shut.", "2014 to 2016: 2014-01-01..2016-12-31 ="},
    {"The pier was famous in the 1990s.", "1990s: 1990-01-01..1999-12-31 ="},
    {"The fair drew 2000 people and cost 1950 crowns.", ""},
    {"A crowd of 2000 people came in 1950 boats.", ""},
    {"He left in the summer of 2023.", "2023: 2023-01-01..2023-12-31 ="},

    {"He said on Monday that it was over.", "Monday: 2024-06-10 ="},
    {"He said on Wednesday that it was over.", "Wednesday: 2024-06-12 ="},
    {"He said on Thursday that it was over.", "Thursday: 2024-06-06 ="},
    {"The council will meet on Monday.", "Monday: 2024-06-17 ="},
    {"The council will meet on Wednesday.", "Wednesday: 2024-06-12 ="},
    {"The council will meet on Thursday.", "Thursday: 2024-06-13 ="},
    {"On Friday the court will decide.", "Friday: 2024-06-14 ="},
    {"On Friday he said the court will decide.", "Friday: 2024-06-07 ="},
    {"He said on Friday that the council would meet on Monday.",
     "Friday: 2024-06-07 = | Monday: 2024-06-17 ="},
    {"The council meets next Wednesday.", "next Wednesday: 2024-06-19 ="},
    {"The council met last Wednesday.", "last Wednesday: 2024-06-05 ="},
    {"The council meets this coming Friday.", "coming Friday: 2024-06-14 ="},
    {"The match is due to be played on Saturday.", "Saturday: 2024-06-15 ="},
    {"Monday's picnic was cold.", "Monday: 2024-06-10 ="},
    {"They must reply by Friday.", "Friday: 2024-06-14 <"},
    {"By Friday, 40 had died.", "Friday: 2024-06-07 <"},
    {"The road will stay shut until Sunday.", "Sunday: 2024-06-16 <"},
    {"The road has been shut since Sunday.", "Sunday: 2024-06-09 >^"},
    {"From Monday to Friday the road was shut.", "Monday to Friday: 2024-06-03..2024-06-07 ="},
    {"The Sunday Times and the Sun wrote about Good Friday.", ""},
    {"They bought nothing on Black Friday.", ""},
    {"He sat in the sun.", ""},
    {"The pier closed yesterday.", "yesterday: 2024-06-11 ="},
    {"The pier closes tomorrow.", "tomorrow: 2024-06-13 ="},
    {"The pier closed today.", "today: 2024-06-12 ="},
    {"The pier closed the day before yesterday.", "the day before yesterday: 2024-06-10 ="},
    {"The pier closes tonight.", "tonight: 2024-06-12T18:00..2024-06-13T04:59 ="},
    {"The pier closed last night.", "last night: 2024-06-11T18:00..2024-06-12T05:59 ="},
    {"The ferry sank overnight.", "overnight: 2024-06-11T20:00..2024-06-12T07:59 ="},
    {"It rained this morning.", "this morning: 2024-06-12T00:00..2024-06-12T11:59 ="},
    {"It rained on Saturday evening.", "Saturday evening: 2024-06-08T17:00..2024-06-08T23:59 ="},
    {"It rained on Sunday night.", "Sunday night: 2024-06-09T18:00..2024-06-10T04:59 ="},
    {"It rained in the early hours of Sunday.",
     "early hours of Sunday: 2024-06-09T00:00..2024-06-09T05:59 ="},
    {"It broke shortly before midnight on Saturday.",
     "shortly before midnight on Saturday: 2024-06-08T23:00..2024-06-08T23:59 ~ @00:00"},
    {"It broke at midnight on Saturday.", "midnight on Saturday: 2024-06-09T00:00 = @00:00"},
    {"It broke at noon on Sunday.", "noon on Sunday: 2024-06-09T12:00 = @12:00"},
    {"By noon on Sunday the ferry was full.", "noon on Sunday: 2024-06-09T12:00 < @12:00"},
    {"It broke at dawn on Sunday.", "dawn on Sunday: 2024-06-09T04:00..2024-06-09T07:59 ="},
    {"It broke before dawn on Sunday.",
     "before dawn on Sunday: 2024-06-09T00:00..2024-06-09T05:59 ="},
    {"It broke late on Saturday.", "late on Saturday: 2024-06-08T19:00..2024-06-08T23:59 ="},
    {"It broke early Sunday.", "early Sunday: 2024-06-09T00:00..2024-06-09T08:59 ="},
    {"On the afternoon of 6 October guests came.",
     "afternoon of 6 October: 2023-10-06T12:00..2023-10-06T17:59 ="},
    {"It rained yesterday afternoon.", "yesterday afternoon: 2024-06-11T12:00..2024-06-11T17:59 ="},
    {"It broke at about 2 a.m. on Sunday.",
     "about 2 a.m. on Sunday: 2024-06-09T01:30..2024-06-09T02:30 ~ @02:00"},
    {"It broke at 2 a.m. on Sunday.", "2 a.m. on Sunday: 2024-06-09T02:00 = @02:00"},
    {"On Sunday, at around 2 a.m., it broke.",
     "Sunday, at around 2 a.m.: 2024-06-09T01:30..2024-06-09T02:30 ~ @02:00"},
    {"It broke at 2am local time on Sunday.",
     "2am local time on Sunday: 2024-06-09T02:00 = @02:00"},
    {"It broke on Sunday at 14:30.", "Sunday at 14:30: 2024-06-09T14:30 = @14:30"},
    {"It broke at 18:40 GMT on Monday.", "18:40 GMT on Monday: 2024-06-10T18:40 = @18:40"},
    {"It broke on 6 October, at 18:35, in the rain.",
     "6 October, at 18:35: 2023-10-06T18:35 = @18:35"},
    {"It broke at 0640 GMT on Monday.", "0640 GMT on Monday: 2024-06-10T06:40 = @06:40"},
    {"At 14:30 the horn blew.", "14:30: ? = @14:30"},
    {"At 14:30 the horn blew for which everyone in the hall had waited since the vote of Monday.",
     "14:30: 2024-06-10T14:30 = @14:30 | Monday: 2024-06-10 ="},
    {"It broke at 1:20 in the morning.", "1:20 in the morning: ? = @01:20"},
    {"It broke at 1:20 in the morning on Sunday.",
     "1:20 in the morning on Sunday: 2024-06-09T01:20 = @01:20"},
    {"It broke at five o'clock.", "five o'clock: ? ="},
    {"It broke at five o'clock on Sunday morning.",
     "five o'clock on Sunday morning: 2024-06-09T05:00 = @05:00"},
    {"At seven on Monday morning the ferry sailed.",
     "seven on Monday morning: 2024-06-10T07:00 = @07:00"},
    {"The ferry sailed at six in the morning on Sunday.",
     "six in the morning on Sunday: 2024-06-09T06:00 = @06:00"},
    {"It ended at about three in the afternoon.", "about three in the afternoon: ? ~ @15:00"},
    {"It ended at half past seven on Sunday evening.",
     "half past seven on Sunday evening: 2024-06-09T19:30 = @19:30"},
    {"It ended at a quarter to seven on Sunday evening.",
     "quarter to seven on Sunday evening: 2024-06-09T18:45 = @18:45"},
    {"The ferry left at 9:50 local time on Tuesday.",
     "9:50 local time on Tuesday: 2024-06-11T09:50 = @09:50"},
    {"The ferry came in shortly before 11:00 on Tuesday.",
     "shortly before 11:00 on Tuesday: 2024-06-11T10:00..2024-06-11T10:59 ~ @11:00"},
    {"The ferry came in shortly after 2 p.m. on Tuesday.",
     "shortly after 2 p.m. on Tuesday: 2024-06-11T14:00..2024-06-11T14:59 ~ @14:00"},
    {"The shop was open between 2 and 4 p.m. on Tuesday.",
     "2 and 4 p.m. on Tuesday: 2024-06-11T14:00..2024-06-11T16:00 = @14:00"},
    {"The shop was open from 2-4 p.m. on Tuesday.",
     "2-4 p.m. on Tuesday: 2024-06-11T14:00..2024-06-11T16:00 = @14:00"},
    {"The shop was open after 2 p.m. on Tuesday.", "2 p.m. on Tuesday: 2024-06-11T14:00 > @14:00"},
    {"The shop was open until 7.30pm on Tuesday.", "7.30pm on Tuesday: 2024-06-11T19:30 < @19:30"},
    {"At 11 p.m. last night the light went out.", "11 p.m. last night: 2024-06-11T23:00 = @23:00"},
    {"At 2 a.m. last night the light went out.", "2 a.m. last night: 2024-06-12T02:00 = @02:00"},
    {"They came at eight with nine men.", ""},
    {"They won 3:2 in the end.", ""},
    {"It lasted for two hours and 40 minutes.", ""},
    {"They waited for three days.", ""},
    {"He left two days ago.", "two days ago: 2024-06-10 ="},
    {"He left three weeks ago.", "three weeks ago: 2024-05-19..2024-05-25 ~"},
    {"He left a month ago.", "a month ago: 2024-05-01..2024-05-31 ~"},
    {"He left two years ago.", "two years ago: 2022-01-01..2022-12-31 ~"},
    {"He left a year ago.", "a year ago: 2023-01-01..2023-12-31 ~"},
    {"On Monday he came, two days earlier he had left.",
     "Monday: 2024-06-10 = | two days earlier: 2024-06-08 ="},
    {"He came on Monday and left a day later.", "Monday: 2024-06-10 = | a day later: 2024-06-11 ="},
    {"He came on Monday and left the following day.",
     "Monday: 2024-06-10 = | the following day: 2024-06-11 ="},
    {"He came on Monday. That evening it rained.",
     "Monday: 2024-06-10 = | evening: 2024-06-10T17:00..2024-06-10T23:59 ="},
    {"He left two days earlier.", "two days earlier: ? ="},
    {"He left the day before the vote.", ""},
    {"He came on Monday; he had called the day before.",
     "Monday: 2024-06-10 = | the day before: 2024-06-09 ="},
    {"He left last week.", "last week: 2024-06-03..2024-06-09 ="},
    {"He left earlier this week.", "earlier this week: 2024-06-10..2024-06-12 ="},
    {"He left last month.", "last month: 2024-05-01..2024-05-31 ="},
    {"He left earlier this month.", "earlier this month: 2024-06-01..2024-06-12 ="},
    {"He will leave later this month.", "later this month: 2024-06-12..2024-06-30 ="},
    {"He left last year.", "last year: 2023-01-01..2023-12-31 ="},
    {"He left late last year.", "late last year: 2023-09-02..2023-12-31 ="},
    {"He will leave next year.", "next year: 2025-01-01..2025-12-31 ="},
    {"He will leave next week.", "next week: 2024-06-17..2024-06-23 ="},
    {"He left last weekend.", "last weekend: 2024-06-08..2024-06-09 ="},
    {"He left at the weekend.", "the weekend: 2024-06-08..2024-06-09 ="},
    {"He will leave at the weekend.", "the weekend: 2024-06-15..2024-06-16 ="},
    {"He left over the last two years.", ""},
    {"It will be ready by Christmas.", "Christmas: 2024-12-25 <"},
    {"It was ready by the end of May.", "the end of May: 2024-05-22..2024-05-31 <"},
    {"It will last until the end of the month.", "the end of the month: 2024-06-21..2024-06-30 <"},
    {"It will be ready by the end of 2025.", "the end of 2025: 2025-09-02..2025-12-31 <"},
    {"It will be mended within twelve days.", "within twelve days: 2024-06-12..2024-06-24 <"},
    {"The fire was put out within two days.", ""},
    {"It will be ready within a week.", "within a week: 2024-06-12..2024-06-19 <"},
    {"The pier was shut in 2018 and 2019.",
     "2018: 2018-01-01..2018-12-31 = | 2019: 2019-01-01..2019-12-31 ="},
    {"The talks begin at 9 a.m. and end at noon.", "9 a.m.: ? = @09:00 | noon: ? = @12:00"},
    {"On Tuesday the talks begin at 9 a.m. and go on until noon.",
     "Tuesday: 2024-06-11 = | 9 a.m.: 2024-06-11T09:00 = @09:00 | noon: 2024-06-11T12:00 < @12:00"},
    {"It was sung in Oslo in October 2023. It is not long.",
     "October 2023: 2023-10-01..2023-10-31 ="},
    {"On October 6, 2021 at 10 p.m. it broke.",
     "October 6, 2021 at 10 p.m.: 2021-10-06T22:00 = @22:00"},
    {"The law of 5 May 2011 was changed on 7 June.",
     "5 May 2011: 2011-05-05 = | 7 June: 2024-06-07 ="},
    {"A 35-year-old man with 1,200 sheep left in 12 trucks.", ""},
    {"Between Monday and Wednesday it rained.", "Monday and Wednesday: 2024-06-10..2024-06-12 ="},
    {"They met on 9 and 10 June.", "9 and 10 June: 2024-06-09..2024-06-10 ="},
    {"The order was valid from January 2020 to March 2021.",
     "January 2020 to March 2021: 2020-01-01..2021-03-31 ="},
    {"The order took effect on Jan. 1, 2024.", "Jan. 1, 2024: 2024-01-01 ="},
    {"It broke on Monday at about noon.",
     "Monday at about noon: 2024-06-10T11:30..2024-06-10T12:30 ~ @12:00"},
    {"In the first half of May it rained.", "first half of May: 2024-05-01..2024-05-16 ="},
    {"The report of Thursday 6 June was short.", "Thursday 6 June: 2024-06-06 ="},
    {"It was due to reopen on 20 May.", "20 May: 2024-05-20 ="},
    {"He left in May and June.", "May: 2024-05-01..2024-05-31 = | June: 2024-06-01..2024-06-30 ="},
    {"It broke at five o'clock on Sunday.", "five o'clock on Sunday: 2024-06-09 ="},
    {"It broke at eight on Sunday.", "Sunday: 2024-06-09 ="},
    {"Around 6 June it rained, from Tuesday on.", "6 June: 2024-06-06 ~ | Tuesday: 2024-06-11 >^"},
    {"The ferry runs from 5 July until 3 September.",
     "5 July until 3 September: 2024-07-05..2024-09-03 ="},
    {"It was their third win since last Sunday.", "last Sunday: 2024-06-09 >^"},
    {"They left no later than 2 June.", "2 June: 2024-06-02 <"},
    {"Nothing had happened before Tuesday.", "Tuesday: 2024-06-11 <"},
    {"He left on New Year's Eve.", "New Year's Eve: 2023-12-31 ="},
    {"It closed the following morning.", "the following morning: ? ="},
    {"She came on 3 June and left the next day, at 6 a.m.",
     "3 June: 2024-06-03 = | the next day, at 6 a.m.: 2024-06-04T06:00 = @06:00"},
    {"At about 11 p.m. on Monday, 10 June, it broke.",
     "about 11 p.m. on Monday, 10 June: 2024-06-10T22:30..2024-06-10T23:30 ~ @23:00"},
    {"The plan, due on 1 May, was late.", "1 May: 2024-05-01 ="},
    {"It has to be paid within the next two weeks.",
     "within the next two weeks: 2024-06-12..2024-06-26 <"},
    {"The strike would last until early July.", "early July: 2024-07-01..2024-07-10 <"},
    {"It was last seen in the spring of 2022, early in the year.",
     "2022: 2022-01-01..2022-12-31 ="},
    {"Some 1,990 ships and 2015 sailors came.", ""},
    {"In 2015 sailors came.", ""},
    {"It rained on Tuesday and on Thursday.", "Tuesday: 2024-06-11 = | Thursday: 2024-06-06 ="},
    {"On Tuesday, Wednesday and Thursday it rained.",
     "Tuesday: 2024-06-11 = | Wednesday: 2024-06-12 = | Thursday: 2024-06-06 ="},
    {"At 9 a.m. on Tuesday and at 4 p.m. on Thursday it rained.",
     "9 a.m. on Tuesday: 2024-06-11T09:00 = @09:00 | 4 p.m. on Thursday: 2024-06-06T16:00 = "
     "@16:00"},
    {"The flight leaves at noon tomorrow.", "noon tomorrow: 2024-06-13T12:00 = @12:00"},
    {"The 2016 season was short.", "2016: 2016-01-01..2016-12-31 ="},
    {"A 2014 study by the harbour office was wrong.", "2014: 2014-01-01..2014-12-31 ="},
    {"The 1850 members and the 2000 seats were ready.", ""},
    {"Sales for 2019 rose.", "2019: 2019-01-01..2019-12-31 ="},
    {"The pier was famous in the 1990's.", "1990's: 1990-01-01..1999-12-31 ="},
    {"It has rained for the past week.", "past week: 2024-06-05..2024-06-12 ~"},
    {"She spoke on Good Day Today with Ann.", ""},
    {"Today it rained.", "Today: 2024-06-12 ="},
    {"He left this past weekend.", "past weekend: 2024-06-08..2024-06-09 ="},
};

/* Without a date of publication only what is printed in full can be told. */
static const Row undated[] = {
    {"It broke on Monday.", "Monday: ? ="},
    {"It broke on 6 October.", "6 October: ? ="},
    {"It broke on 6 October 2021.", "6 October 2021: 2021-10-06 ="},
    {"It broke last night at 11 p.m.", "last night at 11 p.m.: ? = @23:00"},
    {"It broke in June and will open next year.", "June: ? = | next year: ? ="},
    {"It will be shut by the end of the month.", "the end of the month: ? <"},
    {"It broke on 6 October 2021 and again two days later.",
     "6 October 2021: 2021-10-06 = | two days later: 2021-10-08 ="},
    {"It broke three weeks ago, in late 2019.",
     "three weeks ago: ? ~ | late 2019: 2019-09-02..2019-12-31 ="},
    {"It will be mended within ten days, or by Christmas.",
     "within ten days: ? < | Christmas: ? <"},
    {"It rained at the weekend, earlier this week and on 1 and 2 May.",
     "the weekend: ? = | earlier this week: ? = | 1 and 2 May: ? ="},
};

static void
check_row(const Row *row, CldWhen anchor)
{
    g_autofree char *found = describe(row->text, anchor);
    g_autofree char *got = g_strdup_printf("%s -> %s", row->text, found);
    g_autofree char *wanted = g_strdup_printf("%s -> %s", row->text, row->found);
    g_assert_cmpstr(got, ==, wanted);
}

static void
test_row(gconstpointer data)
{
    check_row(data, ANCHOR);
}

static void
test_undated(gconstpointer data)
{
    check_row(data, CLD_WHEN_UNKNOWN);
}

/* A month of publication is no day to count from. */
static void
test_vague_anchor(void)
{
    g_autofree char *found = describe("It broke on Monday.", cld_when_month(2024, 6));
    g_assert_cmpstr(found, ==, "Monday: ? =");
}

/* Days at the turn of the year and of a leap year. */
static void
test_turn_of_year(void)
{
    g_autofree char *back = describe("It broke on 30 December.", cld_when_day(2024, 1, 2));
    g_autofree char *ahead = describe("It opens on 2 January.", cld_when_day(2024, 12, 30));
    g_autofree char *leap = describe("It broke on 29 February.", cld_when_day(2024, 3, 1));
    g_autofree char *week = describe("It broke last week.", cld_when_day(2024, 1, 2));
    g_autofree char *month = describe("It broke last month.", cld_when_day(2024, 1, 31));
    g_assert_cmpstr(back, ==, "30 December: 2023-12-30 =");
    g_assert_cmpstr(ahead, ==, "2 January: 2025-01-02 =");
    g_assert_cmpstr(leap, ==, "29 February: 2024-02-29 =");
    g_assert_cmpstr(week, ==, "last week: 2023-12-25..2023-12-31 =");
    g_assert_cmpstr(month, ==, "last month: 2023-12-01..2023-12-31 =");
}

static void
check_mentions(const char *text, CldWhen anchor)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    g_autoptr(GArray) found = cld_dates_find(text, tokens, anchor);
    g_autofree char *once = describe(text, anchor);
    g_autofree char *again = describe(text, anchor);
    gsize length = strlen(text), last = 0;
    g_assert_cmpstr(once, ==, again);
    for (guint i = 0; i < found->len; i++) {
        const CldDateMention *mention = &g_array_index(found, CldDateMention, i);
        guint end = mention->first_token + mention->n_tokens;
        g_assert_true(cld_span_is_valid_in(mention->span, text, length));
        g_assert_false(cld_span_is_empty(mention->span));
        g_assert_cmpuint(mention->span.start, >=, last);
        g_assert_cmpuint(mention->n_tokens, >=, 1);
        g_assert_cmpuint(end, <=, cld_tokens_length(tokens));
        g_assert_cmpuint(cld_tokens_get(tokens, mention->first_token)->span.start, ==,
                         mention->span.start);
        g_assert_cmpuint(cld_tokens_get(tokens, end - 1)->span.end, ==, mention->span.end);
        g_assert_cmpint(mention->when.from, <=, mention->when.to);
        g_assert_cmpint(mention->clock_minute, >=, -1);
        g_assert_cmpint(mention->clock_minute, <, CLD_MINUTES_PER_DAY);
        g_assert_nonnull(strchr("=<>~", mention->relation));
        last = mention->span.end;
    }
}

static void
test_random(void)
{
    static const char *const words[] = {
        "on",    "Monday",  "May",  "6",    "2023",  ",",       ".",       "at",     "2",
        "a.m.",  "14:30",   "the",  "end",  "of",    "last",    "week",    "next",   "early",
        "night", "morning", "to",   "and",  "from",  "days",    "earlier", "within", "ten",
        "will",  "said",    "noon", "late", "today", "é",       "half",    "past",   "31",
        "Feb.",  "99999",   "that", "-",    "month", "mid-July"};
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    for (guint n = 0; n < 10000; n++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (gint i = g_rand_int_range(random, 0, 16); i > 0; i--)
            g_string_append_printf(text, "%s%s",
                                   words[g_rand_int_range(random, 0, (gint32)G_N_ELEMENTS(words))],
                                   g_rand_int_range(random, 0, 8) > 0 ? " " : "");
        check_mentions(text->str, n % 3 > 0 ? ANCHOR : CLD_WHEN_UNKNOWN);
    }
}

/* At the edges of the calendar nothing breaks. */
static void
test_far_anchor(void)
{
    static const char *const text = "Last week, two years ago, next year, tomorrow, in May, on "
                                    "Monday, by Christmas, 300 months ago, within 366 weeks.";
    check_mentions(text, cld_when_day(1, 1, 1));
    check_mentions(text, cld_when_day(9999, 12, 31));
}

static void
test_many_words(void)
{
    static const char *const patterns[] = {"Monday ",    "at ",         "early ",   "May ",
                                           "2 a.m. on ", "the end of ", "between ", "6 "};
    for (gsize i = 0; i < G_N_ELEMENTS(patterns); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (guint n = 0; n < 5000; n++)
            g_string_append(text, patterns[i]);
        g_test_timer_start();
        check_mentions(text->str, ANCHOR);
        g_assert_cmpfloat(g_test_timer_elapsed(), <, 10.0);
    }
}

static void
add_rows(const char *folder, const Row *table, gsize n, GTestDataFunc test)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *path = g_strdup_printf("%s/%" G_GSIZE_FORMAT, folder, i);
        g_test_add_data_func(path, &table[i], test);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_rows("/dates/row", rows, G_N_ELEMENTS(rows), test_row);
    add_rows("/dates/undated", undated, G_N_ELEMENTS(undated), test_undated);
    g_test_add_func("/dates/vague-anchor", test_vague_anchor);
    g_test_add_func("/dates/turn-of-year", test_turn_of_year);
    g_test_add_func("/dates/random", test_random);
    g_test_add_func("/dates/far-anchor", test_far_anchor);
    g_test_add_func("/dates/many-words", test_many_words);
    return g_test_run();
}
