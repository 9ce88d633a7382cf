/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-masthead.h"
#include "cld-dates.h"
#include "cld-furniture.h"
#include "cld-imprint.h"
#include "cld-lines.h"
#include "cld-outlet.h"
#include <string.h>

#define MAX_LINES        40 /* above the story */
#define OUTLET_LINES     3  /* from the top */
#define OUTLET_WORDS     5  /* of the name behind a headline */
#define TITLE_MIN_WORDS  3
#define TITLE_MAX_WORDS  40
#define STAMP_REST_CHARS 60 /* of a line with a date: a name, a section */
#define REPEAT_WINDOW    20 /* pieces within which a headline is printed again */
#define REPEAT_SCORE     20
#define ISO_DAY_BYTES    10

static CldPiece *
piece_at(const CldDraft *draft, guint index)
{
    return draft->pieces->pdata[index];
}

/* Everything above the first sentence of the story. */
static guint
count_zone(const CldDraft *draft)
{
    guint i = 0;
    while (i < draft->pieces->len && i < MAX_LINES) {
        const CldPiece *piece = piece_at(draft, i);
        if (cld_line_is_prose(piece->text) && cld_furniture_classify(piece) == NULL)
            break;
        i++;
    }
    return i;
}

/* " date 2025-08-17 The minister said …": the stamp goes, the sentence stays. */
static void
cut_leading_stamp(CldDraft *draft)
{
    static const char word[] = "date ";
    const gsize stamp_end = strlen(word) + ISO_DAY_BYTES;
    CldWhen when;
    if (draft->pieces->len == 0)
        return;
    CldPiece *piece = piece_at(draft, 0);
    if (!g_str_has_prefix(piece->folded, word) || strlen(piece->text) < stamp_end)
        return;
    g_autofree char *stamp = g_strndup(piece->text + strlen(word), ISO_DAY_BYTES);
    if (!g_utf8_validate(stamp, -1, NULL) || !cld_dates_parse_iso(stamp, &when))
        return;
    cld_draft_set_published(draft, stamp, "text");
    g_autofree char *rest = g_strdup(piece->text + stamp_end);
    if (!cld_line_is_prose(rest)) {
        piece->reason = "date";
        return;
    }
    g_autofree char *head = g_strndup(piece->text, stamp_end);
    guint line = piece->line;
    cld_draft_add(draft, rest, strlen(rest), line, CLD_PIECE_PARAGRAPH);
    CldPiece *cut = g_ptr_array_steal_index(draft->pieces, draft->pieces->len - 1);
    cut->after_gap = TRUE;
    g_ptr_array_insert(draft->pieces, 1, cut);
    g_free(piece->text);
    piece->text = g_steal_pointer(&head);
    piece->reason = "date";
}

/* A reporter's name beside the date: "Ann LeeMonday, 3 March 2025". */
static void
take_byline(CldDraft *draft, const CldPiece *piece, CldSpan stamp)
{
    g_autofree char *name = g_strndup(piece->text, stamp.start);
    g_strchomp(g_strdelimit(name, ",|·", ' '));
    gboolean has_by = g_ascii_strncasecmp(name, "by ", 3) == 0;
    g_autofree char *outlet = has_by ? NULL : cld_outlet_from_line(name, draft->source);
    if (has_by || (outlet == NULL && cld_line_is_person(name)))
        cld_draft_add_author(draft, name);
}

static gboolean
is_more_precise(CldWhen a, CldWhen b)
{
    return !cld_when_is_known(b) ||
           (cld_when_has_time(a) && !cld_when_has_time(b) && cld_when_contains(b, a));
}

/* Returns: 100 * month + day of a stamp without a year */
static guint
read_month_day(const char *text, CldSpan where)
{
    int year, month, day;
    CldWhen when;
    CldSpan found;
    g_autofree char *stamp = cld_span_dup_text(where, text);
    /* Any leap year will do: 29 February must pass. */
    g_autofree char *dated = g_strdup_printf("%s 2000", stamp);
    if (!cld_dates_parse_stamp(dated, strlen(dated), &when, &found) || !cld_when_is_known(when))
        return 0;
    cld_when_get_date(when, &year, &month, &day);
    return (guint)(100 * month + day);
}

static void
mark_stamps(CldDraft *draft, guint n)
{
    for (guint i = 0; i < n; i++) {
        CldPiece *piece = piece_at(draft, i);
        CldWhen when = CLD_WHEN_UNKNOWN;
        CldSpan where = {0, 0};
        gsize length = strlen(piece->text);
        if (piece->reason != NULL || cld_line_is_terminated(piece->text) ||
            !cld_dates_parse_stamp(piece->text, length, &when, &where) ||
            length - cld_span_length(where) > STAMP_REST_CHARS)
            continue;
        if (!cld_when_is_known(when)) {
            draft->month_day = read_month_day(piece->text, where);
        } else if (is_more_precise(when, draft->published)) {
            draft->published = when;
            draft->published_from = "text";
        }
        take_byline(draft, piece, where);
        piece->reason = draft->authors->len > 0 && where.start > 0 ? "byline" : "date";
    }
}

static char *
dup_before_stamp(const char *text)
{
    CldWhen when;
    CldSpan where;
    if (!cld_dates_parse_stamp(text, strlen(text), &when, &where) || where.start == 0)
        return g_strdup(text);
    return g_strchomp(g_strndup(text, where.start));
}

static char *
dup_after_stamp(const char *text)
{
    CldWhen when;
    CldSpan where;
    if (!cld_dates_parse_stamp(text, strlen(text), &when, &where))
        return g_strdup("");
    const char *rest = text + where.end;
    return g_strchomp(g_strdup(rest + strspn(rest, " ,;|/-")));
}

static char *
outlet_of_line(const char *text, const char *source)
{
    if (cld_imprint_is_credit(text))
        return NULL;
    char *outlet = cld_outlet_from_line(text, source);
    g_autofree char *before = outlet == NULL ? dup_before_stamp(text) : NULL;
    g_autofree char *after = outlet == NULL ? dup_after_stamp(text) : NULL;
    if (outlet == NULL)
        outlet = cld_outlet_from_line(before, source);
    return outlet == NULL ? cld_outlet_from_line(after, source) : outlet;
}

/* "Menu", "Log in", "Home News Sport" stand above the name of the paper as well. */
static gboolean
is_chrome(const CldPiece *piece)
{
    return cld_furniture_classify(piece) != NULL || cld_line_is_sections(piece->text);
}

/* In "The Echo | 6 February" the name is in the line of the date. */
static void
mark_outlet(CldDraft *draft, guint n)
{
    guint n_read = 0;
    for (guint i = 0; i < n && n_read < OUTLET_LINES; i++) {
        CldPiece *piece = piece_at(draft, i);
        if (is_chrome(piece))
            continue;
        n_read++;
        g_autofree char *outlet = outlet_of_line(piece->text, draft->source);
        gboolean is_whole = outlet != NULL && cld_outlet_same_letters(outlet, piece->text);
        /* A name alone on top is only a name when a headline is still to come. */
        if (outlet == NULL || (is_whole && n - i < 2))
            continue;
        cld_draft_set_outlet(draft, outlet, "text");
        if (piece->reason == NULL)
            piece->reason = "masthead";
        return;
    }
}

static gint
title_score(const CldDraft *draft, guint index, guint n)
{
    const CldPiece *piece = piece_at(draft, index);
    guint words = cld_line_count_words(piece->text);
    if (piece->reason != NULL || words < TITLE_MIN_WORDS || words > TITLE_MAX_WORDS ||
        cld_furniture_classify(piece) != NULL || cld_line_is_sections(piece->text) ||
        cld_line_is_person(piece->text))
        return -1;
    gint score = (gint)MIN(words, 10);
    if (!cld_line_has_small_word(piece->text) && words <= 5)
        score -= 3;
    for (guint i = 0; i < MIN(draft->pieces->len, n + 2); i++)
        if (i != index && strcmp(piece_at(draft, i)->folded, piece->folded) == 0)
            score += REPEAT_SCORE;
    /* A sentence with its full stop is a headline only if it is printed twice. */
    if (g_str_has_suffix(piece->text, ".") && score < REPEAT_SCORE)
        return -1;
    return MAX(score, 0);
}

/* "Headline | The Echo": a page's title may be saved with the name of its outlet.
 *
 * Returns: (transfer full): the headline alone */
static char *
split_off_outlet(CldDraft *draft, const char *text)
{
    static const char *const separators[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " · "};
    for (guint i = 0; i < G_N_ELEMENTS(separators); i++) {
        const char *at = g_strrstr(text, separators[i]);
        const char *name = at == NULL ? NULL : at + strlen(separators[i]);
        if (name == NULL || cld_line_count_words(name) > OUTLET_WORDS ||
            cld_line_is_sections(name) || cld_line_has_small_word(name) ||
            !cld_outlet_sounds_like(name))
            continue;
        cld_draft_set_outlet(draft, name, "text");
        if (cld_outlet_same_letters(name, draft->outlet))
            return g_strndup(text, (gsize)(at - text));
    }
    return g_strdup(text);
}

static void
mark_title(CldDraft *draft, guint n)
{
    gint best = -1;
    guint found = 0;
    for (guint i = 0; i < n; i++) {
        gint score = title_score(draft, i, n);
        if (score > best) {
            best = score;
            found = i;
        }
    }
    if (best < 0 || draft->title != NULL)
        return;
    CldPiece *piece = piece_at(draft, found);
    g_autofree char *title = split_off_outlet(draft, piece->text);
    cld_draft_set_title(draft, title);
    draft->title_line = piece->line;
    piece->part = CLD_PART_HEADLINE;
    piece->has_part = TRUE;
}

/* "By Ann Lee, The Echo": the name ends at the comma. */
static void
add_reporter(CldDraft *draft, const char *line)
{
    g_autofree char *name = g_strndup(line, strcspn(line, ",|/"));
    char *link = strstr(name, " for ");
    if (link != NULL)
        *link = '\0';
    g_strchomp(name);
    if (g_ascii_strncasecmp(name, "by ", 3) == 0 && cld_line_is_person(name + 3))
        cld_draft_add_author(draft, name);
}

static const char *
zone_reason(CldDraft *draft, const CldPiece *piece)
{
    const char *reason = cld_furniture_classify(piece);
    if (g_strcmp0(reason, "byline") == 0)
        add_reporter(draft, piece->text);
    if (reason != NULL)
        return reason;
    if (cld_imprint_is_credit(piece->text))
        return "credit";
    if (g_str_has_prefix(piece->folded, "by ") || cld_line_is_person(piece->text)) {
        cld_draft_add_author(draft, piece->text);
        return "byline";
    }
    if (cld_line_is_terminated(piece->text))
        return NULL;
    return cld_line_is_sections(piece->text) || cld_line_count_words(piece->text) <= 3
               ? "menu"
               : "standfirst";
}

static void
mark_rest(CldDraft *draft, guint n)
{
    for (guint i = 0; i < n; i++) {
        CldPiece *piece = piece_at(draft, i);
        if (piece->reason == NULL && !piece->has_part && piece->label == NULL)
            piece->reason = zone_reason(draft, piece);
    }
}

/**
 * cld_headline_mark:
 * @draft: a draft
 *
 * A headline that is printed again is one headline: the later ones are dropped. When the title is
 * known from elsewhere, all are.
 */
void
cld_headline_mark(CldDraft *draft)
{
    if (draft->title == NULL)
        return;
    for (guint i = 0; i < MIN(draft->pieces->len, REPEAT_WINDOW); i++) {
        CldPiece *piece = piece_at(draft, i);
        if (piece->reason == NULL && !piece->has_part &&
            cld_outlet_same_letters(piece->text, draft->title)) {
            piece->reason = "headline-repeat";
            if (draft->title_line == 0)
                draft->title_line = piece->line;
        }
    }
}

/**
 * cld_masthead_mark:
 * @draft: of plain text
 *
 * Reads outlet, date, author and headline from the lines above the story, and gives each line its
 * reason.
 */
void
cld_masthead_mark(CldDraft *draft)
{
    cut_leading_stamp(draft);
    guint n = count_zone(draft);
    mark_stamps(draft, n);
    mark_outlet(draft, n);
    mark_title(draft, n);
    cld_headline_mark(draft);
    mark_rest(draft, n);
}
