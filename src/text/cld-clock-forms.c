/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include "cld-time-forms.h"
#include <string.h>

#define HOUR 60
#define NOON 720

static guint
skip_zone(const CldTimeReader *self, guint i)
{
    if (cld_time_is(self, i, "local") && cld_time_is(self, i + 1, "time"))
        return i + 2;
    if (cld_time_is(self, i, "hours") || cld_time_is(self, i, "hrs"))
        i++;
    return cld_time_is_listed(self, i, "zones") && cld_time_token(self, i)->is_all_caps ? i + 1 : i;
}

/* Returns: -1 "a.m.", 1 "p.m.", 0 neither */
static gint
half_of_day(const CldTimeReader *self, guint i)
{
    static const struct {
        const char *word;
        gint half;
    } halves[] = {{"a.m.", -1}, {"am", -1}, {"a.m", -1}, {"p.m.", 1}, {"pm", 1}, {"p.m", 1}};
    for (gsize h = 0; h < G_N_ELEMENTS(halves); h++)
        if (cld_time_is(self, i, halves[h].word))
            return halves[h].half;
    return 0;
}

static gint
to_24_hours(gint hour, gint half)
{
    return half == 0 ? hour : hour % 12 + (half > 0 ? 12 : 0);
}

static void
set_clock(CldTimePart *part, guint end, gint minutes)
{
    part->kind = CLD_TIME_CLOCK;
    part->end = end;
    part->clock = minutes % CLD_MINUTES_PER_DAY;
    part->from = minutes;
    part->to = minutes + 1;
}

/* Two digits that follow @i without a blank after ':' */
static gint
minutes_after_colon(const CldTimeReader *self, guint i)
{
    const CldToken *colon = cld_time_token(self, i);
    const CldToken *minutes = cld_time_token(self, i + 1);
    if (strcmp(colon->lower, ":") != 0 || colon->is_spaced || minutes->is_spaced ||
        minutes->kind != CLD_TOKEN_NUMBER || strlen(minutes->lower) != 2)
        return -1;
    gint value = (gint)g_ascii_strtoll(minutes->lower, NULL, 10);
    return value < 60 ? value : -1;
}

/* 18:40, 1:20 p.m., 18:40:05 GMT */
static gboolean
match_colon(const CldTimeReader *self, guint i, CldTimePart *part)
{
    const CldToken *hours = cld_time_token(self, i);
    gint minutes = minutes_after_colon(self, i + 1);
    if (hours->kind != CLD_TOKEN_NUMBER || strlen(hours->lower) > 2 || minutes < 0)
        return FALSE;
    gint hour = (gint)g_ascii_strtoll(hours->lower, NULL, 10);
    guint end = i + 3;
    if (minutes_after_colon(self, end) >= 0)
        end += 2;
    gint half = half_of_day(self, end);
    if (hour > 23 || (half != 0 && (hour < 1 || hour > 12)))
        return FALSE;
    set_clock(part, skip_zone(self, half != 0 ? end + 1 : end),
              to_24_hours(hour, half) * HOUR + minutes);
    part->is_bare = FALSE;
    return TRUE;
}

/* 2 a.m., 2am, 7.30pm */
static gboolean
match_half(const CldTimeReader *self, guint i, CldTimePart *part)
{
    const CldToken *token = cld_time_token(self, i);
    gint hour = cld_time_number(self, i), minutes = 0;
    if (hour == 0 && token->kind != CLD_TOKEN_NUMBER)
        return FALSE;
    gint half = half_of_day(self, i + 1);
    if (half == 0)
        return FALSE;
    if (hour == 0 && token->kind == CLD_TOKEN_NUMBER) {
        char *end = NULL;
        hour = (gint)g_ascii_strtoll(token->lower, &end, 10);
        if (*end != '.' || strlen(end) != 3)
            return FALSE;
        minutes = (gint)g_ascii_strtoll(end + 1, NULL, 10);
    }
    if (hour < 1 || hour > 12 || minutes > 59)
        return FALSE;
    set_clock(part, skip_zone(self, i + 2), to_24_hours(hour, half) * HOUR + minutes);
    return TRUE;
}

/* 0640 GMT, 1840 hours */
static gboolean
match_military(const CldTimeReader *self, guint i, CldTimePart *part)
{
    const CldToken *token = cld_time_token(self, i);
    if (token->kind != CLD_TOKEN_NUMBER || strlen(token->lower) != 4 ||
        strspn(token->lower, "0123456789") != 4)
        return FALSE;
    guint end = skip_zone(self, i + 1);
    gint value = (gint)g_ascii_strtoll(token->lower, NULL, 10);
    gboolean is_count = cld_time_is(self, i + 1, "hours") && *token->lower != '0' &&
                        !cld_time_is(self, i - 1, "at");
    if (end == i + 1 || is_count || value / 100 > 23 || value % 100 > 59)
        return FALSE;
    set_clock(part, end, value / 100 * HOUR + value % 100);
    return TRUE;
}

/* between 2 and 4 p.m., 2-4 p.m. */
static gboolean
match_range(const CldTimeReader *self, guint i, CldTimePart *part)
{
    gint first = cld_time_number(self, i);
    if (first < 1 || first > 12)
        return FALSE;
    gboolean is_range = cld_time_is(self, i + 1, "and") || cld_time_is(self, i + 1, "to") ||
                        cld_time_is(self, i + 1, "-");
    if (!is_range || !match_half(self, i + 2, part))
        return FALSE;
    gint from = to_24_hours(first, half_of_day(self, i + 3)) * HOUR;
    part->from = from <= part->from ? from : from - NOON;
    part->from = MAX(part->from, 0);
    part->clock = part->from;
    part->relation = '=';
    return TRUE;
}

/* Returns: minutes to add for "half past", "quarter to"; 0 for none */
static gint
quarters_at(const CldTimeReader *self, guint i)
{
    static const struct {
        const char *first, *second;
        gint minutes;
    } quarters[] = {{"half", "past", 30}, {"quarter", "past", 15}, {"quarter", "to", -15}};
    for (gsize q = 0; q < G_N_ELEMENTS(quarters); q++)
        if (cld_time_is(self, i, quarters[q].first) && cld_time_is(self, i + 1, quarters[q].second))
            return quarters[q].minutes;
    return 0;
}

/* five o'clock, half past seven, at eight: the half of the day must come from elsewhere */
static gboolean
match_bare(const CldTimeReader *self, guint i, CldTimePart *part)
{
    gint shift = quarters_at(self, i);
    guint at = shift != 0 ? i + 2 : i;
    gint hour = cld_time_number(self, at);
    gboolean has_oclock = cld_time_is(self, at + 1, "o'clock");
    gboolean is_after_at =
        i > 0 && cld_time_is_listed(self, i - 1, "clock-openers") && !cld_time_is(self, i, "a");
    if (hour < 1 || hour > 12 || (shift == 0 && !has_oclock && !is_after_at))
        return FALSE;
    set_clock(part, has_oclock ? at + 2 : at + 1, hour * HOUR + shift);
    part->is_bare = TRUE;
    return TRUE;
}

/* noon, midnight; morning, the early hours */
static gboolean
match_listed(const CldTimeReader *self, guint i, CldTimePart *part)
{
    guint n = 0;
    const char *const *values =
        cld_lexicon_match(cld_lexicon_get("day-parts"), self->tokens, i, &n);
    if (values == NULL || values[0] == NULL || values[1] == NULL)
        return FALSE;
    part->from = (gint)g_ascii_strtoll(values[0], NULL, 10);
    part->to = (gint)g_ascii_strtoll(values[1], NULL, 10);
    part->end = i + n;
    part->kind = part->from == part->to ? CLD_TIME_CLOCK : CLD_TIME_PART;
    if (part->kind == CLD_TIME_CLOCK)
        set_clock(part, i + n, part->from);
    return TRUE;
}

/**
 * cld_clock_form_match:
 * @self: the text
 * @i: token where the form may begin
 * @part: (out): what it says, if it is one
 *
 * Returns: %TRUE if a clock time or the name of a part of the day begins at @i
 */
gboolean
cld_clock_form_match(const CldTimeReader *self, guint i, CldTimePart *part)
{
    static gboolean (*const forms[])(const CldTimeReader *, guint, CldTimePart *) = {
        match_range, match_colon, match_half, match_military, match_listed, match_bare};
    for (gsize f = 0; f < G_N_ELEMENTS(forms); f++) {
        *part = (CldTimePart){.first = i, .clock = -1};
        if (forms[f](self, i, part))
            return TRUE;
    }
    return FALSE;
}
