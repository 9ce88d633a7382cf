/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dates.h"
#include "cld-lexicon.h"
#include <string.h>

#define MAX_LINE_BYTES 600 /* a longer line is prose */
#define MAX_PIECES     160 /* words, numbers and signs of a line that are looked at */
#define MAX_WORD_BYTES 24  /* longer words are no names of months */
#define MAX_DIGITS     8   /* longer numbers are no dates */

/* A word, a number or one other character of a line. A word also ends where lower case meets upper
 * case, because pages print an author and a weekday without a blank between them. */
typedef struct {
    CldSpan span;
    gboolean is_word;
    guint n_digits; /* 0: not a number */
    int value;      /* of a number; of a word: month or weekday, see below */
    gunichar sign;  /* 0: word or number; ' ': blanks */
} Piece;

typedef struct {
    const char *text;
    Piece pieces[MAX_PIECES];
    guint n_pieces;
} Line;

typedef struct {
    int year, month, day; /* 0: not printed */
    int weekday;          /* 1 is Monday; 0: not printed */
    int hour, minute;     /* -1: not printed */
    guint first, end;     /* pieces */
} Stamp;

/* ---- pieces ---- */

static gboolean
begins_fused_word(gunichar before, gunichar here, gunichar after)
{
    return g_unichar_isupper(here) && g_unichar_islower(after) &&
           (g_unichar_islower(before) || g_unichar_isupper(before));
}

static const char *
word_end(const char *start, const char *end)
{
    gunichar before = g_utf8_get_char(start);
    const char *at = g_utf8_next_char(start);
    while (at < end && g_unichar_isalpha(g_utf8_get_char(at))) {
        gunichar here = g_utf8_get_char(at);
        const char *next = g_utf8_next_char(at);
        if (begins_fused_word(before, here, next < end ? g_utf8_get_char(next) : 0))
            break;
        before = here;
        at = next;
    }
    return at;
}

static const char *
take_piece(const char *at, const char *end, Piece *piece)
{
    gunichar c = g_utf8_get_char(at);
    if (g_ascii_isdigit(*at)) {
        for (; at < end && g_ascii_isdigit(*at); at++) {
            piece->n_digits++;
            piece->value = piece->n_digits <= MAX_DIGITS ? piece->value * 10 + (*at - '0') : 0;
        }
        return at;
    }
    if (g_unichar_isalpha(c)) {
        piece->is_word = TRUE;
        return word_end(at, end);
    }
    piece->sign = g_unichar_isspace(c) ? ' ' : c;
    do {
        at = g_utf8_next_char(at);
    } while (piece->sign == ' ' && at < end && g_unichar_isspace(g_utf8_get_char(at)));
    return at;
}

static void
split_line(Line *self, const char *text, gsize length)
{
    self->text = text;
    self->n_pieces = 0;
    for (const char *at = text; at < text + length && self->n_pieces < MAX_PIECES;) {
        Piece piece = {.span = {(gsize)(at - text), 0}};
        at = take_piece(at, text + length, &piece);
        piece.span.end = (gsize)(at - text);
        self->pieces[self->n_pieces++] = piece;
    }
}

static const Piece *
piece_at(const Line *self, guint i)
{
    static const Piece nothing = {.sign = 0};
    return i < self->n_pieces ? &self->pieces[i] : &nothing;
}

static gboolean
is_sign(const Line *self, guint i, const char *signs)
{
    gunichar sign = piece_at(self, i)->sign;
    return sign != 0 && g_utf8_strchr(signs, -1, sign) != NULL;
}

static gboolean
is_number(const Line *self, guint i, guint min_digits, guint max_digits)
{
    const Piece *piece = piece_at(self, i);
    return piece->n_digits >= min_digits && piece->n_digits <= max_digits;
}

static gboolean
is_year(const Line *self, guint i)
{
    const Piece *piece = piece_at(self, i);
    return piece->n_digits == 4 && piece->value >= CLD_FIRST_YEAR && piece->value <= CLD_LAST_YEAR;
}

static guint
skip(const Line *self, guint i, const char *signs)
{
    while (is_sign(self, i, signs))
        i++;
    return i;
}

/* Returns: (nullable): what the list says of the word */
static const char *const *
look_up(const Line *self, guint i, const char *list)
{
    const Piece *piece = piece_at(self, i);
    gsize length = cld_span_length(piece->span);
    if (!piece->is_word || length > MAX_WORD_BYTES)
        return NULL;
    g_autofree char *folded = cld_text_fold(self->text + piece->span.start, (gssize)length);
    return cld_lexicon_lookup(cld_lexicon_get(list), folded);
}

static int
number_of(const Line *self, guint i, const char *list)
{
    const char *const *values = look_up(self, i, list);
    return values != NULL && values[0] != NULL ? (int)g_ascii_strtoll(values[0], NULL, 10) : 0;
}

static gboolean
is_word(const Line *self, guint i, const char *word)
{
    const Piece *piece = piece_at(self, i);
    gsize length = cld_span_length(piece->span);
    return piece->is_word && length == strlen(word) &&
           g_ascii_strncasecmp(self->text + piece->span.start, word, length) == 0;
}

/* ---- days ---- */

/* 18/03/2025 is day first, unless only the other order is a date or fits the printed weekday. */
static void
order_day_and_month(Stamp *stamp, int first, int second)
{
    stamp->day = first;
    stamp->month = second;
    gint weekday = cld_when_weekday(cld_when_day(stamp->year, second, first));
    gint other = cld_when_weekday(cld_when_day(stamp->year, first, second));
    if (weekday == 0 || (stamp->weekday != 0 && other == stamp->weekday)) {
        stamp->day = second;
        stamp->month = first;
    }
}

/* 2025-02-10, 2025/2/10 */
static gboolean
match_year_first(const Line *self, guint i, Stamp *stamp)
{
    if (!is_year(self, i) || !is_sign(self, i + 1, "-/.") || !is_number(self, i + 2, 1, 2) ||
        piece_at(self, i + 3)->sign != piece_at(self, i + 1)->sign || !is_number(self, i + 4, 1, 2))
        return FALSE;
    stamp->year = piece_at(self, i)->value;
    stamp->month = piece_at(self, i + 2)->value;
    stamp->day = piece_at(self, i + 4)->value;
    stamp->end = i + 5;
    return TRUE;
}

/* 14.05.2025, 18/03/2025 */
static gboolean
match_year_last(const Line *self, guint i, Stamp *stamp)
{
    if (!is_number(self, i, 1, 2) || !is_sign(self, i + 1, "-/.") ||
        !is_number(self, i + 2, 1, 2) ||
        piece_at(self, i + 3)->sign != piece_at(self, i + 1)->sign || !is_year(self, i + 4))
        return FALSE;
    stamp->year = piece_at(self, i + 4)->value;
    order_day_and_month(stamp, piece_at(self, i)->value, piece_at(self, i + 2)->value);
    stamp->end = i + 5;
    return TRUE;
}

static guint
skip_ordinal(const Line *self, guint i)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (gsize e = 0; e < G_N_ELEMENTS(endings); e++)
        if (is_word(self, i, endings[e]))
            return i + 1;
    return i;
}

/* Takes a year that follows; without one the stamp ends here. */
static void
take_year(const Line *self, guint i, Stamp *stamp)
{
    guint year = skip(self, i, " ,.-/");
    stamp->end = i;
    if (!is_year(self, year))
        return;
    stamp->year = piece_at(self, year)->value;
    stamp->end = year + 1;
}

/* 5 June 2025, 5th of June, 14-May-2025 */
static gboolean
match_day_name(const Line *self, guint i, Stamp *stamp)
{
    if (!is_number(self, i, 1, 2))
        return FALSE;
    guint name = skip(self, skip_ordinal(self, i + 1), " .-/");
    if (is_word(self, name, "of"))
        name = skip(self, name + 1, " ");
    stamp->month = number_of(self, name, "months");
    stamp->day = piece_at(self, i)->value;
    if (stamp->month == 0)
        return FALSE;
    if (is_sign(self, name + 1, ".") && cld_span_length(piece_at(self, name)->span) <= 4)
        name++; /* of an abbreviation, not of a sentence */
    take_year(self, name + 1, stamp);
    return TRUE;
}

/* Oct. 16, 2025; June 2025 */
static gboolean
match_name_day(const Line *self, guint i, Stamp *stamp)
{
    stamp->month = number_of(self, i, "months");
    if (stamp->month == 0)
        return FALSE;
    guint day = skip(self, i + 1, " .-/");
    if (is_year(self, day)) {
        if (i > 1 && is_number(self, i - 2, 1, 2))
            return FALSE; /* a day that this month does not have */
        stamp->year = piece_at(self, day)->value;
        stamp->end = day + 1;
        return TRUE;
    }
    if (!is_number(self, day, 1, 2) || day == i + 1)
        return FALSE;
    stamp->day = piece_at(self, day)->value;
    take_year(self, skip_ordinal(self, day + 1), stamp);
    return TRUE;
}

/* 20250210T0902 */
static gboolean
match_compact(const Line *self, guint i, Stamp *stamp)
{
    const Piece *date = piece_at(self, i);
    const Piece *time = piece_at(self, i + 2);
    if (date->n_digits != 8 || !is_word(self, i + 1, "t") ||
        (time->n_digits != 4 && time->n_digits != 6))
        return FALSE;
    int clock = time->n_digits == 6 ? time->value / 100 : time->value;
    stamp->year = date->value / 10000;
    stamp->month = date->value / 100 % 100;
    stamp->day = date->value % 100;
    stamp->hour = clock / 100;
    stamp->minute = clock % 100;
    stamp->end = i + 3;
    return stamp->year >= CLD_FIRST_YEAR && stamp->year <= CLD_LAST_YEAR;
}

static gboolean
is_in_calendar(const Stamp *stamp)
{
    int leap_year = 2000; /* a day without a year may be 29 February */
    if (stamp->day == 0)
        return stamp->year != 0;
    return cld_when_is_known(
        cld_when_day(stamp->year != 0 ? stamp->year : leap_year, stamp->month, stamp->day));
}

static gboolean
match_day(const Line *self, guint i, Stamp *stamp)
{
    static gboolean (*const forms[])(const Line *, guint, Stamp *) = {
        match_year_first, match_year_last, match_day_name, match_name_day, match_compact};
    for (gsize f = 0; f < G_N_ELEMENTS(forms); f++) {
        Stamp attempt = *stamp;
        if (forms[f](self, i, &attempt) && is_in_calendar(&attempt)) {
            *stamp = attempt;
            return TRUE;
        }
    }
    return FALSE;
}

/* ---- clocks ---- */

/* Takes "am", "p.m."; the hour is put right. Returns: the piece after it, @i if there is none. */
static guint
take_half_day(const Line *self, guint i, int *hour)
{
    guint at = skip(self, i, " ");
    guint end = at + 1;
    gboolean is_am = is_word(self, at, "am") || is_word(self, at, "a");
    gboolean is_pm = is_word(self, at, "pm") || is_word(self, at, "p");
    if ((!is_am && !is_pm) || *hour < 1 || *hour > 12)
        return i;
    if (cld_span_length(piece_at(self, at)->span) == 1) {
        if (!is_sign(self, at + 1, ".") || !is_word(self, at + 2, "m"))
            return i;
        end = is_sign(self, at + 3, ".") ? at + 4 : at + 3;
    }
    *hour = *hour % 12 + (is_pm ? 12 : 0);
    return end;
}

/* Skips "Z", "GMT", "+02:00", "GMT+3": times are kept as printed. */
static guint
skip_zone(const Line *self, guint i)
{
    guint at = skip(self, i, " (");
    guint end = i;
    if (look_up(self, at, "zones") != NULL)
        end = at = at + 1;
    if (is_sign(self, at, "+-−") && is_number(self, at + 1, 1, 4)) {
        end = at + 2;
        if (is_sign(self, end, ":") && is_number(self, end + 1, 2, 2))
            end += 2;
    }
    return end > i && is_sign(self, end, ")") && is_sign(self, i, " (") ? end + 1 : end;
}

/* Skips ":07.250" after the minutes. */
static guint
skip_seconds(const Line *self, guint i)
{
    if (!is_sign(self, i, ":") || !is_number(self, i + 1, 2, 2))
        return i;
    if (is_sign(self, i + 2, ".") && piece_at(self, i + 3)->n_digits > 0)
        return i + 4;
    return i + 2;
}

/* Returns: the piece after a clock time that begins at @i, @i if there is none */
static guint
take_clock(const Line *self, guint i, Stamp *stamp)
{
    if (!is_number(self, i, 1, 2))
        return i;
    int hour = piece_at(self, i)->value, minute = 0;
    guint end = i + 1;
    gboolean has_minutes = (is_sign(self, end, ":.") || is_word(self, end, "h")) &&
                           is_number(self, end + 1, 2, 2) &&
                           !(is_sign(self, end + 2, ".") && is_number(self, end + 3, 2, 4));
    if (has_minutes) {
        minute = piece_at(self, end + 1)->value;
        end = skip_seconds(self, end + 2);
    }
    guint half = take_half_day(self, end, &hour);
    if ((!has_minutes && half == end) || hour > 23 || minute > 59)
        return i;
    stamp->hour = hour;
    stamp->minute = minute;
    return skip_zone(self, half);
}

/* ---- the whole stamp ---- */

#define BETWEEN " ,|-–—·•/;:@\t"

static void
take_clock_after(const Line *self, Stamp *stamp)
{
    guint at = skip(self, stamp->end, BETWEEN);
    if (is_word(self, at, "at") || is_word(self, at, "t"))
        at = skip(self, at + 1, BETWEEN);
    guint end = take_clock(self, at, stamp);
    if (end > at)
        stamp->end = end;
}

/* Returns: the piece before @i that is not one of @signs; G_MAXUINT: none */
static guint
skip_back(const Line *self, guint i, const char *signs)
{
    while (i > 0 && is_sign(self, i - 1, signs))
        i--;
    return i > 0 ? i - 1 : G_MAXUINT;
}

/* Looks for a clock time that ends where the date begins: 20:36 14.05.2025 */
static void
take_clock_before(const Line *self, Stamp *stamp)
{
    guint last = skip_back(self, stamp->first, BETWEEN);
    if (last != G_MAXUINT && is_word(self, last, "on"))
        last = skip_back(self, last, BETWEEN);
    if (last == G_MAXUINT)
        return;
    for (guint i = last > 8 ? last - 8 : 0; i <= last; i++) {
        Stamp attempt = *stamp;
        gboolean is_inside =
            i > 0 && (is_sign(self, i - 1, ":") || piece_at(self, i - 1)->n_digits);
        if (is_inside || take_clock(self, i, &attempt) != last + 1)
            continue;
        *stamp = attempt;
        stamp->first = i;
        return;
    }
}

static void
take_weekday_before(const Line *self, Stamp *stamp)
{
    guint at = skip_back(self, stamp->first, " ,.");
    if (at == G_MAXUINT)
        return;
    stamp->weekday = number_of(self, at, "weekdays");
    if (stamp->weekday != 0)
        stamp->first = at;
}

static void
take_weekday_after(const Line *self, Stamp *stamp)
{
    guint at = skip(self, stamp->end, " ,(");
    if (at > stamp->end && number_of(self, at, "weekdays") != 0)
        stamp->end = is_sign(self, at + 1, ")") ? at + 2 : at + 1;
}

static gboolean
match_stamp(const Line *self, guint i, Stamp *stamp)
{
    *stamp = (Stamp){.hour = -1, .minute = -1, .first = i};
    /* A longer number that only looks like a date inside: 1.14.05.2025, 5/14.05.2025 */
    if (i > 1 && is_sign(self, i - 1, "./") && piece_at(self, i - 2)->n_digits > 0)
        return FALSE;
    take_weekday_before(self, stamp);
    if (!match_day(self, i, stamp))
        return FALSE;
    take_weekday_after(self, stamp);
    if (stamp->hour < 0)
        take_clock_after(self, stamp);
    if (stamp->hour < 0)
        take_clock_before(self, stamp);
    else
        stamp->end = skip_zone(self, stamp->end);
    return TRUE;
}

static CldWhen
when_of(const Stamp *stamp)
{
    if (stamp->year == 0)
        return CLD_WHEN_UNKNOWN; /* the year is not guessed */
    if (stamp->day == 0)
        return cld_when_month(stamp->year, stamp->month);
    if (stamp->hour < 0)
        return cld_when_day(stamp->year, stamp->month, stamp->day);
    return cld_when_minute(stamp->year, stamp->month, stamp->day, stamp->hour, stamp->minute);
}

/**
 * cld_dates_parse_stamp:
 * @text: a short line, valid UTF-8
 * @length_bytes: its length
 * @when: (out) (optional): what the stamp says, as printed, the zone left aside; a day or a minute,
 *   a month if no day is printed; unknown if no year is printed, because none is guessed
 * @where: (out) (optional): the bytes of the stamp: weekday, date, clock time and zone
 *
 * Finds the date that an outlet prints over an article: 20:36 14.05.2025; Mon 10 Nov 2025 06:40
 * GMT; Oct. 16, 2025; 2025-02-10T09:02Z; RFC 822. 03/04/2025 is day first, unless only the other
 * order is a date or fits the weekday. Years run from 1900 to 2199. The first date with a year
 * counts, else the first without one. A sentence of prose can hold a date too: see
 * cld_dates_stamp_share().
 *
 * Returns: %TRUE if there is a date
 */
gboolean
cld_dates_parse_stamp(const char *text, gsize length_bytes, CldWhen *when, CldSpan *where)
{
    Line line;
    Stamp stamp, best = {.year = 0};
    if (length_bytes > MAX_LINE_BYTES)
        return FALSE;
    split_line(&line, text, length_bytes);
    for (guint i = 0; i < line.n_pieces && best.year == 0; i++) {
        if (match_stamp(&line, i, &stamp) && (stamp.year != 0 || best.end == 0))
            best = stamp;
    }
    if (best.end == 0)
        return FALSE;
    if (when != NULL)
        *when = when_of(&best);
    if (where != NULL)
        *where = (CldSpan){line.pieces[best.first].span.start, line.pieces[best.end - 1].span.end};
    return TRUE;
}

/**
 * cld_dates_stamp_share:
 * @text: a short line, valid UTF-8
 * @length_bytes: its length
 * @where: the stamp in it, from cld_dates_parse_stamp()
 *
 * Tells a date line from a sentence with a date in it. Words that belong to date lines ("updated",
 * "local time") count as stamp; blanks and punctuation do not count.
 *
 * Returns: the share of the line's words and numbers, by bytes, that are stamp: 0 to 1
 */
double
cld_dates_stamp_share(const char *text, gsize length_bytes, CldSpan where)
{
    Line line;
    gsize stamp = 0, other = 0;
    split_line(&line, text, MIN(length_bytes, MAX_LINE_BYTES));
    for (guint i = 0; i < line.n_pieces; i++) {
        const Piece *piece = &line.pieces[i];
        if (piece->sign != 0)
            continue;
        gboolean belongs =
            cld_span_contains(where, piece->span) || look_up(&line, i, "stamp-words") != NULL;
        *(belongs ? &stamp : &other) += cld_span_length(piece->span);
    }
    if (length_bytes > MAX_LINE_BYTES)
        other += length_bytes - MAX_LINE_BYTES;
    return stamp == 0 || cld_span_is_empty(where) ? 0.0 : (double)stamp / (double)(stamp + other);
}
