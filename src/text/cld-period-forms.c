/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include "cld-time-forms.h"
#include <string.h>

#define MAX_COUNT       366 /* units that "ago" and "earlier" go back */
#define DAYS_PER_WEEK   7
#define MONTHS_PER_YEAR 12

typedef enum {
    UNIT_NONE,
    UNIT_DAY,
    UNIT_WEEK,
    UNIT_WEEKEND,
    UNIT_MONTH,
    UNIT_YEAR
} Unit;

static Unit
unit_at(const CldTimeReader *self, guint i)
{
    static const struct {
        const char *word;
        Unit unit;
    } units[] = {{"day", UNIT_DAY},       {"days", UNIT_DAY},    {"week", UNIT_WEEK},
                 {"weeks", UNIT_WEEK},    {"month", UNIT_MONTH}, {"months", UNIT_MONTH},
                 {"year", UNIT_YEAR},     {"years", UNIT_YEAR},  {"weekend", UNIT_WEEKEND},
                 {"fortnight", UNIT_WEEK}};
    for (gsize u = 0; u < G_N_ELEMENTS(units); u++)
        if (cld_time_is(self, i, units[u].word))
            return units[u].unit;
    return UNIT_NONE;
}

static CldWhen
month_of(CldWhen day, gint months)
{
    int year = 0, month = 0, number = 0;
    cld_when_get_date(day, &year, &month, &number);
    if (year == 0)
        return CLD_WHEN_UNKNOWN;
    gint index = year * MONTHS_PER_YEAR + month - 1 + months;
    return cld_when_month(index / MONTHS_PER_YEAR, index % MONTHS_PER_YEAR + 1);
}

static CldWhen
year_of(CldWhen day, gint years)
{
    int year = 0, month = 0, number = 0;
    cld_when_get_date(day, &year, &month, &number);
    return year != 0 ? cld_when_year(year + years) : CLD_WHEN_UNKNOWN;
}

/* The days @from to @to of the week of @day, 0 is its Monday, @weeks on. */
static CldWhen
days_of_week(CldWhen day, gint weeks, gint from, gint to)
{
    gint weekday = cld_when_weekday(day);
    if (weekday == 0)
        return CLD_WHEN_UNKNOWN;
    CldWhen monday = cld_when_add_days(day, weeks * DAYS_PER_WEEK - (weekday - 1));
    return (CldWhen){cld_when_add_days(monday, from).from, cld_when_add_days(monday, to).to};
}

/* The whole @unit that lies @count on from the one that holds @day. */
static CldWhen
shift_period(CldWhen day, Unit unit, gint count)
{
    switch (unit) {
    case UNIT_DAY:
        return cld_when_add_days(day, count);
    case UNIT_WEEK:
        return days_of_week(day, count, 0, 6);
    case UNIT_WEEKEND:
        return days_of_week(day, count, 5, 6);
    case UNIT_MONTH:
        return month_of(day, count);
    case UNIT_YEAR:
        return year_of(day, count);
    case UNIT_NONE:
    default:
        return CLD_WHEN_UNKNOWN;
    }
}

/* "three weeks ago" is a few days around that day; months and years are whole. */
static CldWhen
shift_about(CldWhen day, Unit unit, gint count)
{
    if (unit != UNIT_WEEK || !cld_when_is_known(day))
        return shift_period(day, unit, count);
    CldWhen middle = cld_when_add_days(day, count * DAYS_PER_WEEK);
    return (CldWhen){cld_when_add_days(middle, -3).from, cld_when_add_days(middle, 3).to};
}

/* Returns: %TRUE for a word of a name: the programme "Good Day Today", "Morning Today USA" */
static gboolean
is_in_title(const CldTimeReader *self, guint first, guint end)
{
    const CldToken *before = cld_time_token(self, first - 1);
    const CldToken *after = cld_time_token(self, end);
    if (first == 0 || !cld_time_token(self, first)->is_capital || before->kind != CLD_TOKEN_WORD)
        return FALSE;
    return before->is_capital || (after->kind == CLD_TOKEN_WORD && after->is_capital);
}

/* today, last night, the day before yesterday: days, and for parts of a day two minutes */
static gboolean
match_listed(const CldTimeReader *self, guint i, CldTimePart *part)
{
    guint n = 0;
    const char *const *values =
        cld_lexicon_match(cld_lexicon_get("near-days"), self->tokens, i, &n);
    if (values == NULL || values[0] == NULL || is_in_title(self, i, i + n))
        return FALSE;
    part->end = i + n;
    part->is_one_day = TRUE;
    part->when = cld_when_add_days(self->today, (gint)g_ascii_strtoll(values[0], NULL, 10));
    if (values[1] == NULL || values[2] == NULL || !cld_when_is_known(part->when))
        return TRUE;
    gint64 start = part->when.from;
    part->when = (CldWhen){start + g_ascii_strtoll(values[1], NULL, 10),
                           start + g_ascii_strtoll(values[2], NULL, 10)};
    return TRUE;
}

/* Cuts what is left of "earlier this week" and "later this month". */
static void
take_earlier_later(const CldTimeReader *self, CldTimePart *part)
{
    gboolean is_earlier = part->first > 0 && cld_time_is(self, part->first - 1, "earlier");
    gboolean is_later = part->first > 0 && cld_time_is(self, part->first - 1, "later");
    if (!is_earlier && !is_later)
        return;
    part->first--;
    if (is_earlier && part->when.to > self->today.to)
        part->when.to = self->today.to;
    if (is_later && part->when.from < self->today.from && self->today.from < part->when.to)
        part->when.from = self->today.from;
}

static CldWhen
resolve_weekend(const CldTimeReader *self, const CldTimePart *part, gint direction)
{
    CldWhen this_one = shift_period(self->today, UNIT_WEEKEND, 0);
    gboolean has_come = this_one.from <= self->today.from;
    if (direction == 0)
        return this_one;
    if (direction == 2 && !cld_time_is_future(self, part->first, part->end))
        return has_come ? this_one : shift_period(self->today, UNIT_WEEKEND, -1);
    if (direction == -1)
        return shift_period(self->today, UNIT_WEEKEND, -1);
    return has_come ? shift_period(self->today, UNIT_WEEKEND, 1) : this_one;
}

static gint
direction_at(const CldTimeReader *self, guint i)
{
    const char *const *values =
        cld_lexicon_lookup(cld_lexicon_get("time-directions"), cld_time_token(self, i)->lower);
    return values != NULL && values[0] != NULL ? (gint)g_ascii_strtoll(values[0], NULL, 10) : 2;
}

/* "the past week" ends today; calendar weeks are not meant. */
static gboolean
match_past_period(const CldTimeReader *self, guint i, CldTimePart *part)
{
    static const gint days[] = {
        [UNIT_DAY] = 1, [UNIT_WEEK] = 7, [UNIT_MONTH] = 30, [UNIT_YEAR] = 365};
    Unit unit = cld_time_is(self, i, "past") ? unit_at(self, i + 1) : UNIT_NONE;
    if (unit == UNIT_NONE || unit == UNIT_WEEKEND ||
        g_str_has_suffix(cld_time_token(self, i + 1)->lower, "s"))
        return FALSE;
    part->end = i + 2;
    part->relation = '~';
    if (cld_when_is_known(self->today))
        part->when = (CldWhen){cld_when_add_days(self->today, -days[unit]).from, self->today.to};
    return TRUE;
}

/* last week, this month, next year, the weekend */
static gboolean
match_near_period(const CldTimeReader *self, guint i, CldTimePart *part)
{
    gint direction = direction_at(self, i);
    if (direction == 2 && !cld_time_is(self, i, "the"))
        return FALSE;
    Unit unit = unit_at(self, i + 1);
    gboolean is_weekend = unit == UNIT_WEEKEND;
    if (unit == UNIT_NONE || unit == UNIT_DAY || (direction == 2 && !is_weekend) ||
        g_str_has_suffix(cld_time_token(self, i + 1)->lower, "s") || cld_time_is(self, i + 2, "of"))
        return FALSE;
    part->end = i + 2;
    part->when = is_weekend ? resolve_weekend(self, part, direction)
                            : shift_period(self->today, unit, direction);
    take_earlier_later(self, part);
    guint n = 0;
    char third = cld_time_third_before(self, part->first, &n);
    part->first -= n;
    part->when = cld_time_narrow(part->when, third);
    return TRUE;
}

/* "a day earlier" counts from the day spoken of, "a day ago" from publication. */
static gboolean
match_counted(const CldTimeReader *self, guint i, CldTimePart *part)
{
    gint count =
        cld_time_is(self, i, "a") || cld_time_is(self, i, "one") ? 1 : cld_time_number(self, i);
    if (count < 1 || count > MAX_COUNT)
        return FALSE;
    Unit unit = unit_at(self, i + 1);
    if (unit == UNIT_NONE || unit == UNIT_WEEKEND)
        return FALSE;
    part->end = i + 3;
    part->is_one_day = unit == UNIT_DAY;
    part->relation = unit == UNIT_DAY ? 0 : '~';
    count *= cld_time_is(self, i + 1, "fortnight") ? 2 : 1;
    if (cld_time_is(self, i + 2, "ago"))
        part->when = shift_about(self->today, unit, -count);
    else if (cld_time_is(self, i + 2, "earlier") || cld_time_is(self, i + 2, "previously"))
        part->when = shift_about(self->reference, unit, -count);
    else if (cld_time_is(self, i + 2, "later"))
        part->when = shift_about(self->reference, unit, count);
    else
        return FALSE;
    return TRUE;
}

/* within ten days: from today on, if it is about what is to come */
static gboolean
match_within(const CldTimeReader *self, guint i, CldTimePart *part)
{
    if (!cld_time_is(self, i, "within"))
        return FALSE;
    gboolean is_next = cld_time_is(self, i + 1, "the") && cld_time_is(self, i + 2, "next");
    guint number = is_next ? i + 3 : i + 1;
    gint count = cld_time_is(self, number, "a") ? 1 : cld_time_number(self, number);
    Unit unit = unit_at(self, number + 1);
    if (count < 1 || count > MAX_COUNT || unit == UNIT_NONE)
        return FALSE;
    part->end = number + 2;
    if (!is_next && !cld_time_is_future(self, part->first, part->end))
        return FALSE; /* "was put out within two days": a duration */
    part->relation = '<';
    CldWhen last = unit == UNIT_DAY    ? cld_when_add_days(self->today, count)
                   : unit == UNIT_WEEK ? cld_when_add_days(self->today, count * DAYS_PER_WEEK)
                                       : shift_period(self->today, unit, count);
    if (cld_when_is_known(last))
        part->when = (CldWhen){self->today.from, last.to};
    return TRUE;
}

/* the following day, the next day, the same day, that day, the previous day */
static gboolean
match_reference(const CldTimeReader *self, guint i, CldTimePart *part)
{
    guint n = 0;
    const char *const *values =
        cld_lexicon_match(cld_lexicon_get("reference-days"), self->tokens, i, &n);
    if (values == NULL || values[0] == NULL)
        return FALSE;
    part->end = i + n;
    part->is_one_day = TRUE;
    const CldToken *next = cld_time_token(self, part->end);
    gboolean needs_end = values[1] != NULL && strcmp(values[1], "end") == 0;
    if (needs_end && next->kind != CLD_TOKEN_PUNCT)
        return FALSE; /* "the day before the vote" */
    part->when = cld_when_add_days(self->reference, (gint)g_ascii_strtoll(values[0], NULL, 10));
    return TRUE;
}

/* the end of the month, the middle of next week */
static gboolean
match_period_end(const CldTimeReader *self, guint i, CldTimePart *part)
{
    guint n = 0;
    const char *const *values =
        cld_lexicon_match(cld_lexicon_get("time-thirds"), self->tokens, i, &n);
    if (values == NULL || values[0] == NULL || n == 0 || !cld_time_is(self, i + n - 1, "of"))
        return FALSE;
    gint direction = direction_at(self, i + n);
    Unit unit = unit_at(self, i + n + 1);
    if (cld_time_is(self, i + n, "the"))
        direction = 0;
    if (direction == 2 || unit == UNIT_NONE || unit == UNIT_DAY || unit == UNIT_WEEKEND)
        return FALSE;
    part->end = i + n + 2;
    part->when = shift_period(self->today, unit, direction);
    part->when = cld_time_narrow(part->when, *values[0]);
    return TRUE;
}

/* Christmas, New Year's Eve */
static gboolean
match_holiday(const CldTimeReader *self, guint i, CldTimePart *part)
{
    guint n = 0;
    const char *const *values = cld_lexicon_match(cld_lexicon_get("holidays"), self->tokens, i, &n);
    if (values == NULL || values[0] == NULL || values[1] == NULL ||
        !cld_time_token(self, i)->is_capital ||
        !(i > 0 && cld_time_is_listed(self, i - 1, "month-openers")))
        return FALSE;
    int year = 0, month = 0, day = 0;
    part->end = i + n;
    cld_when_get_date(self->today, &year, &month, &day);
    if (year == 0)
        return TRUE;
    month = (int)g_ascii_strtoll(values[0], NULL, 10);
    day = (int)g_ascii_strtoll(values[1], NULL, 10);
    CldWhen when = cld_when_day(year, month, day);
    gboolean is_future = cld_time_is_future(self, part->first, part->end) ||
                         (cld_time_is(self, i - 1, "by") || cld_time_is(self, i - 1, "until"));
    if (is_future && cld_when_is_before(when, self->today))
        when = cld_when_day(year + 1, month, day);
    if (!is_future && cld_when_is_before(self->today, when))
        when = cld_when_day(year - 1, month, day);
    part->when = when;
    return TRUE;
}

/**
 * cld_period_form_match:
 * @self: the text
 * @i: token where the form may begin
 * @part: (out): what it says, if it is one
 *
 * Returns: %TRUE if a date begins at @i that counts from publication or from another day
 */
gboolean
cld_period_form_match(const CldTimeReader *self, guint i, CldTimePart *part)
{
    static gboolean (*const forms[])(const CldTimeReader *, guint, CldTimePart *) = {
        match_listed,  match_past_period, match_period_end, match_near_period,
        match_counted, match_reference,   match_within,     match_holiday};
    for (gsize f = 0; f < G_N_ELEMENTS(forms); f++) {
        *part = (CldTimePart){.first = i, .clock = -1};
        if (forms[f](self, i, part))
            return TRUE;
    }
    return FALSE;
}
