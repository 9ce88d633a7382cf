/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dates.h"
#include "cld-lexicon.h"
#include "cld-time-forms.h"
#include <string.h>

#define NUMERIC_BYTES      10  /* 2024-05-14, 14.05.2024 */
#define MAX_DAYS_BACK      270 /* a day without a year is not put further back… */
#define MAX_DAYS_AHEAD     100 /* …if it lies no further ahead than this */
#define MONTHS_PER_YEAR    12
#define MAX_MONTHS_AHEAD   9 /* what lies further ahead would have its year printed */
#define MIN_MONTH_BYTES    3 /* shorter words are no names of months */
#define MAX_NUMERIC_TOKENS 6

static gint
month_at(const CldTimeReader *self, guint i)
{
    const CldToken *token = cld_time_token(self, i);
    return token->kind == CLD_TOKEN_WORD && token->is_capital
               ? cld_time_list_number(self, i, "months")
               : 0;
}

static guint
skip_full_stop(const CldTimeReader *self, guint i)
{
    return cld_time_is(self, i, ".") && !cld_time_token(self, i)->is_spaced ? i + 1 : i;
}

static gint
year_at(const CldTimeReader *self, guint i)
{
    const CldToken *token = cld_time_token(self, i);
    if (token->kind != CLD_TOKEN_NUMBER || strspn(token->lower, "0123456789") != 4 ||
        token->lower[4] != '\0')
        return 0;
    gint value = (gint)g_ascii_strtoll(token->lower, NULL, 10);
    return value >= CLD_FIRST_YEAR && value <= CLD_LAST_YEAR ? value : 0;
}

/* A day of the month in digits: "6", "6th". Words are too often something else. */
static gint
day_at(const CldTimeReader *self, guint i)
{
    const CldToken *token = cld_time_token(self, i);
    gint day = token->kind == CLD_TOKEN_NUMBER ? cld_time_number(self, i) : 0;
    return day <= 31 ? day : 0;
}

/* Takes a year after a day and month, with or without a comma. */
static guint
take_year(const CldTimeReader *self, guint i, gint *year)
{
    guint at = cld_time_is(self, i, ",") ? i + 1 : i;
    *year = year_at(self, at);
    return *year != 0 ? at + 1 : i;
}

/* Which year a day without one belongs to: the last such day, or the next one if the verb says so
 * or if the last one is most of a year ago and the next one near. */
static CldWhen
resolve_day(const CldTimeReader *self, const CldTimePart *part, gint month, gint day)
{
    int year = 0, this_month = 0, this_day = 0;
    cld_when_get_date(self->today, &year, &this_month, &this_day);
    if (year == 0)
        return CLD_WHEN_UNKNOWN;
    CldWhen last = cld_when_day(year, month, day);
    CldWhen next = last;
    if (cld_when_is_before(self->today, last))
        last = cld_when_day(year - 1, month, day);
    else if (cld_when_is_before(last, self->today))
        next = cld_when_day(year + 1, month, day);
    if (!cld_when_is_known(last) || !cld_when_is_known(next))
        return cld_when_is_known(last) ? last : next; /* 29 February */
    gint64 back = cld_when_days_between(last, self->today);
    gint64 ahead = cld_when_days_between(self->today, next);
    if (back > MAX_DAYS_BACK && ahead <= MAX_DAYS_AHEAD)
        return next;
    /* What lies most of a year ahead would have its year printed: "was to follow on 20 May". */
    if (ahead > MAX_DAYS_BACK)
        return last;
    return cld_time_is_future(self, part->first, part->end) ? next : last;
}

static CldWhen
day_in_year(const CldTimeReader *self, const CldTimePart *part, gint year, gint month, gint day)
{
    return year != 0 ? cld_when_day(year, month, day) : resolve_day(self, part, month, day);
}

static void
set_days(const CldTimeReader *self, CldTimePart *part, gint year, gint month, const gint days[2])
{
    part->when = day_in_year(self, part, year, month, days[0]);
    part->is_one_day = days[1] == 0;
    if (days[1] == 0 || !cld_when_is_known(part->when))
        return;
    CldWhen last = day_in_year(self, part, year, month, days[1]);
    part->relation = '=';
    if (cld_when_is_before(part->when, last))
        part->when.to = last.to;
}

static gboolean
is_range_word(const CldTimeReader *self, guint i)
{
    return cld_time_is(self, i, "-") || cld_time_is(self, i, "to") || cld_time_is(self, i, "and") ||
           cld_time_is(self, i, "or");
}

/* 6 October, 3 to 5 May 2024, the 1st of July */
static gboolean
match_day_month(const CldTimeReader *self, guint i, CldTimePart *part)
{
    gint days[2] = {day_at(self, i), 0}, year = 0;
    guint at = i + 1;
    if (days[0] != 0 && is_range_word(self, at) && day_at(self, at + 1) != 0) {
        days[1] = day_at(self, at + 1);
        at += 2;
    }
    if (cld_time_is(self, at, "of"))
        at++;
    gint month = month_at(self, at);
    if (days[0] == 0 || month == 0)
        return FALSE;
    part->end = take_year(self, skip_full_stop(self, at + 1), &year);
    if (year == 0)
        part->end = at + 1;
    set_days(self, part, year, month, days);
    return TRUE;
}

/* Oct. 6, May 3-5, 2024 */
static gboolean
match_month_day(const CldTimeReader *self, guint i, CldTimePart *part)
{
    gint month = month_at(self, i), year = 0;
    guint at = skip_full_stop(self, i + 1);
    gint days[2] = {month != 0 ? day_at(self, at) : 0, 0};
    if (days[0] == 0 || cld_time_is(self, at + 1, ":")) /* a clock time */
        return FALSE;
    if (cld_time_is(self, at + 1, "-") && day_at(self, at + 2) != 0) {
        days[1] = day_at(self, at + 2);
        at += 2;
    }
    part->end = take_year(self, at + 1, &year);
    set_days(self, part, year, month, days);
    return TRUE;
}

/* 2024-05-14, 14.05.2024 */
static gboolean
match_numeric(const CldTimeReader *self, guint i, CldTimePart *part)
{
    const CldToken *token = cld_time_token(self, i);
    CldSpan where;
    if (token->kind != CLD_TOKEN_NUMBER)
        return FALSE;
    gsize last = cld_time_token(self, self->n_tokens - 1)->span.end;
    gsize length = MIN(NUMERIC_BYTES, last - token->span.start);
    const char *start = self->text + token->span.start;
    if (length < 8 || strspn(start, "0123456789./-") < 8)
        return FALSE;
    length = MIN(length, strspn(start, "0123456789./-"));
    if (!cld_dates_parse_stamp(start, length, &part->when, &where) || where.start != 0)
        return FALSE;
    part->end = i;
    while (part->end < i + MAX_NUMERIC_TOKENS && part->end < self->n_tokens &&
           cld_time_token(self, part->end)->span.start < token->span.start + where.end)
        part->end++;
    return TRUE;
}

/* -1 last, 0 this, 1 next; 2: none of them stands before @i */
static gint
direction_before(const CldTimeReader *self, guint i)
{
    const char *const *values = i > 0 ? cld_lexicon_lookup(cld_lexicon_get("time-directions"),
                                                           cld_time_token(self, i - 1)->lower)
                                      : NULL;
    return values != NULL && values[0] != NULL ? (gint)g_ascii_strtoll(values[0], NULL, 10) : 2;
}

/* Moves the beginning over a word that was read backwards, so that the span holds it. */
static void
include_before(CldTimePart *part)
{
    part->first--;
}

static CldWhen
resolve_weekday(const CldTimeReader *self, const CldTimePart *part, gint weekday, gint direction)
{
    gint today = cld_when_weekday(self->today);
    if (today == 0)
        return CLD_WHEN_UNKNOWN;
    gint back = (today - weekday + 7) % 7, ahead = (weekday - today + 7) % 7;
    gboolean is_future = direction == 2 || direction == 0
                             ? cld_time_is_future(self, part->first, part->end)
                             : direction > 0;
    if (direction == 1 && ahead == 0)
        ahead = 7;
    if (direction == -1 && back == 0)
        back = 7;
    return cld_when_add_days(self->today, is_future ? ahead : -back);
}

/* Monday; Monday, 6 October; next Monday */
static gboolean
match_weekday(const CldTimeReader *self, guint i, CldTimePart *part)
{
    const CldToken *token = cld_time_token(self, i);
    gint weekday = token->is_capital ? cld_time_list_number(self, i, "weekdays") : 0;
    if (weekday == 0 || cld_lexicon_has(cld_lexicon_get("not-days"), self->tokens, i) ||
        (i > 0 && cld_lexicon_has(cld_lexicon_get("not-days"), self->tokens, i - 1)))
        return FALSE;
    guint at = skip_full_stop(self, i + 1);
    at = cld_time_is(self, at, ",") ? at + 1 : at;
    CldTimePart date = {.first = i, .clock = -1};
    if (match_day_month(self, at, &date) || match_month_day(self, at, &date)) {
        *part = date;
        part->first = i;
        return TRUE;
    }
    if (!g_str_has_suffix(token->lower, "day"))
        return FALSE; /* "Sun", "Sat": the newspaper, the verb */
    gint direction = direction_before(self, i);
    part->end = i + 1;
    part->is_one_day = TRUE;
    part->when = resolve_weekday(self, part, weekday, direction);
    if (direction != 2)
        include_before(part);
    return TRUE;
}

static CldWhen
resolve_month(const CldTimeReader *self, const CldTimePart *part, gint month, gint direction)
{
    int year = 0, this_month = 0, day = 0;
    cld_when_get_date(self->today, &year, &this_month, &day);
    if (year == 0)
        return CLD_WHEN_UNKNOWN;
    gboolean is_future =
        direction == 2 ? cld_time_is_future(self, part->first, part->end) : direction > 0;
    if (direction == 0)
        return cld_when_month(year, month);
    gint ahead = (month - this_month + MONTHS_PER_YEAR) % MONTHS_PER_YEAR;
    if (direction == 2 && ahead > MAX_MONTHS_AHEAD)
        is_future = FALSE;
    if (is_future)
        year += month < this_month || (month == this_month && direction == 1);
    else
        year -= month > this_month || (month == this_month && direction == -1);
    return cld_when_month(year, month);
}

static void
take_third(const CldTimeReader *self, guint i, CldTimePart *part)
{
    guint n = 0;
    char third = cld_time_third_before(self, i, &n);
    part->first = MIN(part->first, i - n);
    part->when = cld_time_narrow(part->when, third);
}

/* "mid-July" is one word. */
static gint
hyphenated_month(const CldTimeReader *self, guint i, char *third)
{
    static const struct {
        const char *prefix;
        char third;
    } prefixes[] = {{"mid-", 'm'}, {"early-", 'e'}, {"late-", 'l'}};
    const char *lower = cld_time_token(self, i)->lower;
    for (gsize p = 0; p < G_N_ELEMENTS(prefixes); p++) {
        if (!g_str_has_prefix(lower, prefixes[p].prefix))
            continue;
        const char *const *values =
            cld_lexicon_lookup(cld_lexicon_get("months"), lower + strlen(prefixes[p].prefix));
        *third = prefixes[p].third;
        return values != NULL && values[0] != NULL ? (gint)g_ascii_strtoll(values[0], NULL, 10) : 0;
    }
    return 0;
}

/* Returns: %TRUE if a word before @i makes a date of the month or year there: "in", "since"; or it
 * follows another: "May and June" */
static gboolean
is_opened(const CldTimeReader *self, guint i, const char *openers, gboolean is_after_another)
{
    guint n = 0;
    if (i == 0)
        return FALSE;
    if (cld_time_is_listed(self, i - 1, "range-words"))
        return (is_after_another && i > 2 && cld_time_is_listed(self, i - 3, openers)) ||
               cld_time_is_listed(self, i - 1, openers);
    return cld_time_is_listed(self, i - 1, openers) || cld_time_third_before(self, i, &n) != 0;
}

/* June 2024; in June, last June, early June, mid-June */
static gboolean
match_month(const CldTimeReader *self, guint i, CldTimePart *part)
{
    char third = 0;
    gint month = hyphenated_month(self, i, &third), year = 0;
    gboolean is_hyphenated = month != 0;
    month = is_hyphenated ? month : month_at(self, i);
    if (month == 0)
        return FALSE;
    gint direction = direction_before(self, i);
    part->end = take_year(self, skip_full_stop(self, i + 1), &year);
    gboolean is_dated = is_hyphenated || direction != 2 ||
                        is_opened(self, i, "month-openers", i > 1 && month_at(self, i - 2) != 0);
    if (year == 0 &&
        (!is_dated || cld_span_length(cld_time_token(self, i)->span) < MIN_MONTH_BYTES))
        return FALSE;
    if (year == 0)
        part->end = i + 1;
    part->when =
        year != 0 ? cld_when_month(year, month) : resolve_month(self, part, month, direction);
    part->when = cld_time_narrow(part->when, third);
    if (direction != 2)
        include_before(part);
    else
        take_third(self, i, part);
    return TRUE;
}

/* 2,000 would be a count; so is "of 2000 people". */
static gboolean
is_counted(const CldTimeReader *self, guint i)
{
    const CldToken *next = cld_time_token(self, i + 1);
    if (next->kind != CLD_TOKEN_WORD || next->is_capital || !next->is_spaced)
        return cld_time_is(self, i + 1, "%") || cld_time_is(self, i + 1, "km");
    if (cld_time_is_listed(self, i + 1, "year-followers"))
        return FALSE;
    return g_str_has_suffix(next->lower, "s") || cld_time_is_listed(self, i + 1, "counted-people");
}

/* the 1990s, the 1990's */
static gboolean
match_decade(const CldTimeReader *self, guint i, CldTimePart *part)
{
    const char *lower = cld_time_token(self, i)->lower;
    gint year = year_at(self, i);
    part->end = i + 1;
    if (strlen(lower) == 5 && g_str_has_suffix(lower, "0s"))
        year = (gint)g_ascii_strtoll(lower, NULL, 10);
    else if (year % 10 != 0 || !cld_time_is(self, i - 1, "the"))
        return FALSE;
    else if (cld_time_is(self, i + 1, "'s"))
        part->end = i + 2;
    else if (cld_time_is(self, i + 1, "'") && cld_time_is(self, i + 2, "s"))
        part->end = i + 3;
    else
        return FALSE;
    part->when = (CldWhen){cld_when_year(year).from, cld_when_year(year + 9).to};
    return year >= CLD_FIRST_YEAR && year <= CLD_LAST_YEAR;
}

/* in 2018, since 2019, the 2016 season */
static gboolean
match_year(const CldTimeReader *self, guint i, CldTimePart *part)
{
    gint year = year_at(self, i);
    part->end = i + 1;
    gboolean is_dated = is_opened(self, i, "year-openers", i > 1 && year_at(self, i - 2) != 0);
    if (year == 0 || !is_dated || is_counted(self, i))
        return FALSE;
    part->when = cld_when_year(year);
    take_third(self, i, part);
    return TRUE;
}

/**
 * cld_day_form_match:
 * @self: the text
 * @i: token where the form may begin
 * @part: (out): what it says, if it is one; its first token may lie before @i ("last" Monday)
 *
 * Returns: %TRUE if a calendar date, weekday, month or year begins at @i
 */
gboolean
cld_day_form_match(const CldTimeReader *self, guint i, CldTimePart *part)
{
    static gboolean (*const forms[])(const CldTimeReader *, guint, CldTimePart *) = {
        match_numeric, match_day_month, match_month_day, match_weekday,
        match_month,   match_decade,    match_year};
    for (gsize f = 0; f < G_N_ELEMENTS(forms); f++) {
        *part = (CldTimePart){.first = i, .clock = -1};
        if (forms[f](self, i, part))
            return TRUE;
    }
    return FALSE;
}
