/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-dates.h"
#include "cld-lexicon.h"
#include "cld-time-forms.h"
#include <string.h>

#define MAX_GAP       4  /* tokens between a day and its clock time */
#define MAX_LEAD      5  /* tokens before a mention that tell its relation */
#define ABOUT_MINUTES 30 /* "about 2 a.m." may be this much earlier or later */
#define NEAR_MINUTES  60 /* "shortly before noon" is within this */
#define HALF_DAY      720
#define DAYS_PER_WEEK 7

/* A mention while it is put together from its parts. */
typedef struct {
    CldTimePart day, clock, part;
    gboolean has_day, has_clock, has_part;
    gboolean has_vague_clock; /* "at five o'clock": morning or evening */
    guint first, end;
    guint sentence;
    char relation; /* 0: not told by the parts */
} Draft;

/* ---- parts ---- */

static gboolean
is_single_day(CldWhen when)
{
    return cld_when_is_known(when) && when.to - when.from <= CLD_MINUTES_PER_DAY;
}

/* Returns: '~' about, 'b' shortly before, 'a' shortly after, 0 nothing; with its number of tokens
 */
static char
approximation_before(const CldTimeReader *self, guint i, guint *n_tokens)
{
    for (guint n = 3; n >= 1; n--) {
        guint length = 0;
        const char *const *values = i >= n
                                        ? cld_lexicon_match(cld_lexicon_get("clock-approximations"),
                                                            self->tokens, i - n, &length)
                                        : NULL;
        if (values == NULL || values[0] == NULL || length != n)
            continue;
        *n_tokens = n;
        return *values[0];
    }
    *n_tokens = 0;
    return 0;
}

static void
take_approximation(const CldTimeReader *self, guint free_from, CldTimePart *part)
{
    guint n = 0;
    char kind = approximation_before(self, part->first, &n);
    if (part->kind != CLD_TIME_CLOCK || kind == 0 || part->first - n < free_from)
        return;
    part->first -= n;
    part->relation = '~';
    if (kind == '~') {
        part->from -= ABOUT_MINUTES;
        part->to += ABOUT_MINUTES;
    } else if (kind == 'b') {
        part->to = part->from;
        part->from -= NEAR_MINUTES;
    } else {
        part->to = part->from + NEAR_MINUTES;
    }
}

static gboolean
match_part(const CldTimeReader *self, guint i, CldTimePart *part)
{
    static gboolean (*const forms[])(const CldTimeReader *, guint, CldTimePart *) = {
        cld_period_form_match, cld_day_form_match, cld_clock_form_match};
    gboolean found = FALSE;
    for (gsize f = 0; f < G_N_ELEMENTS(forms); f++) {
        CldTimePart attempt;
        if (!forms[f](self, i, &attempt) || (found && attempt.end <= part->end))
            continue;
        *part = attempt;
        found = TRUE;
    }
    return found;
}

/* "early" was taken for a part of a day, but it belongs to the month: "early June". Returns: the
 * token from which on @part may begin */
static guint
give_back(GArray *parts, const CldTimePart *part, guint free_from)
{
    const CldTimePart *last =
        parts->len > 0 ? &g_array_index(parts, CldTimePart, parts->len - 1) : NULL;
    if (last == NULL || last->kind != CLD_TIME_PART || part->kind != CLD_TIME_DAY ||
        part->first > last->first)
        return free_from;
    free_from = last->first;
    g_array_set_size(parts, parts->len - 1);
    return MIN(free_from, part->first);
}

static GArray *
collect_parts(CldTimeReader *self)
{
    GArray *parts = g_array_new(FALSE, TRUE, sizeof(CldTimePart));
    guint free_from = 0;
    for (guint i = 0; i < self->n_tokens;) {
        CldTimePart part;
        if (!match_part(self, i, &part)) {
            i++;
            continue;
        }
        take_approximation(self, free_from, &part);
        free_from = give_back(parts, &part, free_from);
        part.first = MAX(part.first, free_from);
        free_from = i = part.end;
        if (part.kind == CLD_TIME_DAY && is_single_day(part.when))
            self->reference = cld_when_whole_day(part.when);
        g_array_append_val(parts, part);
    }
    return parts;
}

/* ---- joining ---- */

static gboolean
is_gap(const CldTimeReader *self, guint first, guint end)
{
    if (end < first || end - first > MAX_GAP)
        return FALSE;
    for (guint i = first; i < end; i++)
        if (!cld_time_is_listed(self, i, "time-connectors"))
            return FALSE;
    return TRUE;
}

static gboolean
is_day(const CldTimePart *part)
{
    return part->is_one_day || is_single_day(part->when);
}

static gboolean
has_room(const Draft *draft, const CldTimePart *part)
{
    switch (part->kind) {
    case CLD_TIME_DAY:
        return !draft->has_day && is_day(part);
    case CLD_TIME_CLOCK:
        return !draft->has_clock && (!draft->has_day || is_day(&draft->day));
    case CLD_TIME_PART:
    default:
        return !draft->has_part && (!draft->has_day || is_day(&draft->day));
    }
}

static void
add_part(Draft *draft, const CldTimePart *part)
{
    CldTimePart *slots[] = {&draft->day, &draft->clock, &draft->part};
    gboolean *flags[] = {&draft->has_day, &draft->has_clock, &draft->has_part};
    *slots[part->kind] = *part;
    *flags[part->kind] = TRUE;
    draft->end = part->end;
    if (part->relation != 0)
        draft->relation = part->relation;
}

/* Brings "at eight" + "morning" together: the half of the day in which the hour lies. */
static gboolean
fit_clock(Draft *draft)
{
    static const gint shifts[] = {0, HALF_DAY, CLD_MINUTES_PER_DAY};
    CldTimePart *clock = &draft->clock;
    if (!draft->has_part)
        return !clock->is_bare;
    for (gsize s = 0; s < G_N_ELEMENTS(shifts); s++) {
        gint at = clock->clock + shifts[s];
        if (at < draft->part.from || at >= draft->part.to)
            continue;
        gint move = at - clock->clock;
        clock->clock = at % CLD_MINUTES_PER_DAY;
        clock->from += move;
        clock->to += move;
        clock->is_bare = FALSE;
        return TRUE;
    }
    return !clock->is_bare;
}

/* "that evening": the day that was spoken of last */
static void
take_reference(const CldTimeReader *self, Draft *draft, CldWhen reference)
{
    guint before = draft->first;
    if (draft->has_day || !draft->has_part || before == 0 ||
        !(cld_time_is(self, before - 1, "that") ||
          (before > 1 && cld_time_is(self, before - 1, "same"))))
        return;
    draft->day = (CldTimePart){.when = reference};
    draft->has_day = cld_when_is_known(reference);
}

static CldWhen
within_day(CldWhen day, const CldTimePart *part)
{
    CldWhen whole = cld_when_whole_day(day);
    CldWhen when = {whole.from + part->from, whole.from + part->to};
    /* "at 2 a.m. last night" lies in the second of its two days */
    if (day.from > when.from && day.to > whole.from + CLD_MINUTES_PER_DAY && part->from < HALF_DAY)
        return cld_when_add_days(when, 1);
    return when;
}

static CldWhen
when_of(const Draft *draft)
{
    if (!draft->has_day || !cld_when_is_known(draft->day.when))
        return CLD_WHEN_UNKNOWN;
    if (draft->has_clock)
        return within_day(draft->day.when, &draft->clock);
    if (draft->has_part)
        return within_day(draft->day.when, &draft->part);
    return draft->day.when;
}

/* "at five o'clock" may be in either half of the day: a time, but not to be told. "five" alone
 * is no time at all. */
static void
drop_clock(const CldTimeReader *self, Draft *draft)
{
    draft->has_clock = FALSE;
    draft->has_vague_clock = cld_time_is(self, draft->clock.end - 1, "o'clock");
    if (draft->has_vague_clock || !draft->has_day)
        return;
    if (draft->clock.first == draft->first)
        draft->first = draft->day.first;
    else if (draft->clock.end == draft->end)
        draft->end = draft->day.end;
}

static void
finish_draft(const CldTimeReader *self, Draft *draft, CldWhen reference, GArray *drafts)
{
    take_reference(self, draft, reference);
    if (draft->has_clock && !fit_clock(draft))
        drop_clock(self, draft);
    if (draft->has_day || draft->has_clock || draft->has_vague_clock)
        g_array_append_val(drafts, *draft);
}

/* Each part joins the one before it if only small words stand between and there is a place free. */
static GArray *
join_parts(const CldTimeReader *self, const GArray *parts)
{
    GArray *drafts = g_array_new(FALSE, TRUE, sizeof(Draft));
    CldWhen reference = CLD_WHEN_UNKNOWN;
    guint sentence = 0, at = 0;
    for (guint i = 0; i < parts->len;) {
        const CldTimePart *part = &g_array_index(parts, CldTimePart, i);
        for (; at < part->first; at++)
            sentence += cld_time_is_sentence_end(self, at);
        Draft draft = {.first = part->first, .sentence = sentence};
        add_part(&draft, part);
        for (i++; i < parts->len; i++) {
            const CldTimePart *next = &g_array_index(parts, CldTimePart, i);
            if (!is_gap(self, draft.end, next->first) || !has_room(&draft, next))
                break;
            add_part(&draft, next);
        }
        finish_draft(self, &draft, reference, drafts);
        if (draft.has_day && is_single_day(draft.day.when))
            reference = cld_when_whole_day(draft.day.when);
    }
    return drafts;
}

/* A clock time whose sentence names one day and no other belongs to that day. */
static void
lend_days(GArray *drafts)
{
    for (guint i = 0, end = 0; i < drafts->len; i = end) {
        guint sentence = g_array_index(drafts, Draft, i).sentence;
        CldWhen day = CLD_WHEN_UNKNOWN;
        gboolean is_one = TRUE;
        for (end = i; end < drafts->len && g_array_index(drafts, Draft, end).sentence == sentence;
             end++) {
            const Draft *draft = &g_array_index(drafts, Draft, end);
            CldWhen whole = cld_when_whole_day(draft->day.when);
            if (!draft->has_day || !is_single_day(draft->day.when))
                continue;
            is_one = is_one && (!cld_when_is_known(day) || day.from == whole.from);
            day = whole;
        }
        for (guint k = i; k < end && is_one && cld_when_is_known(day); k++) {
            Draft *draft = &g_array_index(drafts, Draft, k);
            if (draft->has_day)
                continue;
            draft->day = (CldTimePart){.when = day};
            draft->has_day = TRUE;
        }
    }
}

/* ---- relations ---- */

static const char *const *
lead_before(const CldTimeReader *self, guint first)
{
    const char *const *best = NULL;
    for (guint k = 1; k <= MAX_LEAD && k <= first; k++) {
        guint n = 0;
        const char *const *values =
            cld_lexicon_match(cld_lexicon_get("time-relations"), self->tokens, first - k, &n);
        gboolean reaches = values != NULL && n <= k;
        for (guint i = first - k + n; reaches && i < first; i++)
            reaches = cld_time_is_listed(self, i, "time-fillers");
        if (reaches)
            best = values;
    }
    return best;
}

static void
set_relation(const CldTimeReader *self, const Draft *draft, CldDateMention *mention)
{
    const char *const *lead = lead_before(self, draft->first);
    mention->relation = draft->relation != 0 ? draft->relation : '=';
    if (lead == NULL || lead[0] == NULL || draft->relation == '=') /* "from 3 to 5 May" */
        return;
    mention->is_duration_anchor = lead[1] != NULL && strcmp(lead[1], "anchor") == 0;
    if (*lead[0] != '=')
        mention->relation = *lead[0];
}

static CldSpan
span_of(const CldTimeReader *self, guint first, guint end)
{
    return (CldSpan){cld_time_token(self, first)->span.start,
                     cld_time_token(self, end - 1)->span.end};
}

static void
add_mention(const CldTimeReader *self, const Draft *draft, GArray *mentions)
{
    CldDateMention mention = {.span = span_of(self, draft->first, draft->end),
                              .when = when_of(draft),
                              .clock_minute = draft->has_clock ? draft->clock.clock : -1,
                              .first_token = draft->first,
                              .n_tokens = draft->end - draft->first};
    set_relation(self, draft, &mention);
    g_array_append_val(mentions, mention);
}

/* Returns: %TRUE if the two are the ends of one stretch: "between Monday and Friday" */
static gboolean
is_range(const CldTimeReader *self, const CldDateMention *first, const CldDateMention *second)
{
    guint end = first->first_token + first->n_tokens;
    if (second->first_token != end + 1 || !cld_time_is_listed(self, end, "range-words") ||
        !cld_when_is_known(first->when) || !cld_when_is_known(second->when) ||
        cld_when_overlaps(first->when, second->when))
        return FALSE;
    guint before = first->first_token;
    return cld_time_is(self, end, "-") ||
           (before > 0 &&
            (cld_time_is(self, before - 1, "between") || cld_time_is(self, before - 1, "from")));
}

/* "from Monday to Friday", said on a Wednesday: the Monday before that Friday */
static CldWhen
range_of(CldWhen first, CldWhen second)
{
    if (cld_when_is_before(second, first) && is_single_day(first) && is_single_day(second))
        first = cld_when_add_days(first, -DAYS_PER_WEEK);
    return cld_when_is_before(first, second) ? (CldWhen){first.from, second.to} : second;
}

static void
join_ranges(const CldTimeReader *self, GArray *mentions)
{
    guint kept = 0;
    for (guint i = 0; i < mentions->len; i++) {
        CldDateMention *next = &g_array_index(mentions, CldDateMention, i);
        CldDateMention *last = kept > 0 ? &g_array_index(mentions, CldDateMention, kept - 1) : NULL;
        if (last == NULL || !is_range(self, last, next)) {
            g_array_index(mentions, CldDateMention, kept++) = *next;
            continue;
        }
        last->when = range_of(last->when, next->when);
        last->span.end = next->span.end;
        last->n_tokens = next->first_token + next->n_tokens - last->first_token;
        last->relation = '=';
        last->is_duration_anchor = FALSE;
    }
    g_array_set_size(mentions, kept);
}

/**
 * cld_dates_find:
 * @text: valid UTF-8
 * @tokens: words of @text, of a sentence or of more
 * @anchor: when it was published; unknown: relative dates are reported, but not told
 *
 * Finds dates, parts of days and clock times in running text and tells which days they are. A
 * weekday or a day without a year is the last one not after publication, unless the verb beside it
 * speaks of the future. A clock time joins the day beside it, or the only day of its sentence. "A
 * day earlier" counts from the day mentioned before it in @tokens. Lengths of time ("for two
 * hours") are not dates. Time grows with the number of tokens.
 *
 * Returns: (transfer full) (element-type CldDateMention): in order, without overlap
 */
GArray *
cld_dates_find(const char *text, const CldTokens *tokens, CldWhen anchor)
{
    g_return_val_if_fail(text != NULL && tokens != NULL, NULL);
    CldTimeReader self = {.text = text, .tokens = tokens, .n_tokens = cld_tokens_length(tokens)};
    CldWhen today = cld_when_whole_day(anchor);
    if (is_single_day(today))
        self.today = today;
    GArray *mentions = g_array_new(FALSE, TRUE, sizeof(CldDateMention));
    g_autoptr(GArray) parts = collect_parts(&self);
    g_autoptr(GArray) drafts = join_parts(&self, parts);
    lend_days(drafts);
    for (guint i = 0; i < drafts->len; i++)
        add_mention(&self, &g_array_index(drafts, Draft, i), mentions);
    join_ranges(&self, mentions);
    return mentions;
}
