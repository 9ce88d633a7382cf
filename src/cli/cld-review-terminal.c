/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-review-terminal.h"
#include "cld-encode.h"
#include "cld-message.h"
#include "cld-raw-terminal.h"
#include "cld-review-page.h"
#include "cld-terminal.h"
#include <string.h>

/* How often what others wrote is looked at. */
#define REFRESH_MSEC 1000
#define MIN_BODY     4
#define MAX_UNDO     1000
#define MAX_TYPED    4000 /* characters of a reason or a filter */
#define SHORT_ID     8
/* So that a key and its word stay on one line. */
#define NO_BREAK_SPACE "\302\240"

/* What fills the middle of the screen. */
typedef enum {
    SHOWS_FINDING,
    SHOWS_CONTEXT,
    SHOWS_HELP,
} Shows;

typedef struct {
    CldReviews *reviews;
    const CldSettings *settings;
    GPtrArray *queue; /* (element-type utf8): ids, in the order they are gone through */
    guint at;         /* in the queue; its length: all gone through */
    GPtrArray *undo;  /* (element-type utf8): ids decided here, the last one last */
    guint n_decided;
    CldReviewFilter filter;
    char *filter_text; /* (nullable): what the user typed */
    char *note;        /* (nullable): reason for the next decision on the finding shown */
    char *message;     /* (nullable): what happened last */
    CldStyle message_style;
    Shows shows;
    guint scroll; /* lines of the middle that are above the screen */
    gboolean is_over;
} Desk;

static void G_GNUC_PRINTF(3, 4) say(Desk *desk, CldStyle style, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_free(desk->message);
    desk->message = g_strdup_vprintf(format, arguments);
    desk->message_style = style;
    va_end(arguments);
}

/* Returns: %FALSE if all are gone through, or the finding is not there any more */
static gboolean
get_index(const Desk *desk, guint at, guint *index)
{
    return at < desk->queue->len &&
           cld_reviews_find(desk->reviews, g_ptr_array_index(desk->queue, at), index, NULL);
}

static const CldReviewItem *
get_item(const Desk *desk, guint at)
{
    guint index = 0;
    return get_index(desk, at, &index) ? cld_reviews_get_item(desk->reviews, index) : NULL;
}

static gboolean
is_open(const Desk *desk, guint at)
{
    const CldReviewItem *item = get_item(desk, at);
    return item != NULL && !cld_review_state_is_decided(item->review->state);
}

static guint
count_open(const Desk *desk)
{
    guint n = 0;
    for (guint i = 0; i < desk->queue->len; i++)
        n += is_open(desk, i);
    return n;
}

static void
fill_queue(Desk *desk)
{
    g_autoptr(GArray) indices = cld_reviews_filter(desk->reviews, &desk->filter);
    g_ptr_array_set_size(desk->queue, 0);
    for (guint i = 0; i < indices->len; i++) {
        guint index = g_array_index(indices, guint, i);
        g_ptr_array_add(desk->queue, g_strdup(cld_reviews_get_item(desk->reviews, index)->row->id));
    }
    desk->at = 0;
}

static void
go_to(Desk *desk, guint at)
{
    desk->at = MIN(at, desk->queue->len);
    desk->scroll = 0;
    desk->shows = SHOWS_FINDING;
    g_clear_pointer(&desk->note, g_free);
}

/* On to the next that waits, from here to the end and then from the start. */
static void
go_on(Desk *desk)
{
    for (guint i = desk->at + 1; i < desk->queue->len; i++) {
        if (is_open(desk, i)) {
            go_to(desk, i);
            return;
        }
    }
    for (guint i = 0; i < desk->at; i++) {
        if (is_open(desk, i)) {
            go_to(desk, i);
            return;
        }
    }
    go_to(desk, desk->queue->len);
}

static void
put_key(CldTerminalPage *page, const char *key, const char *word)
{
    g_auto(GStrv) words = g_strsplit(word, " ", -1);
    g_autofree char *joined = g_strjoinv(NO_BREAK_SPACE, words);
    cld_terminal_page_add(page, CLD_STYLE_BOLD, key);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, NO_BREAK_SPACE);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, joined);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, "   ");
}

/* A key, what it does and how it is said in one word. The order is that of the line of hints. */
static const struct {
    const char *key;
    const char *word;
    const char *help;
} hints[] = {
    {"a", "confirm", "confirm: so it is"},
    {"x", "dismiss", "dismiss: true, but nobody will act on it"},
    {"f", "false positive", "false positive: the program is wrong"},
    {"d", "defer", "defer: decide later"},
    {"space", "skip", "go on without a decision"},
    {"u", "undo", "take your last decision back"},
    {"j/k", "next/previous", "next and previous, decided or not"},
    {"e", "reason", "write a reason, for this decision or the one made already"},
    {"o", "source", "show the passages in their context; again for the finding"},
    {"/", "filter",
     "filter: words in the passages, a kind, a type, a state, “all”; empty: no filter"},
    {"?", "help", "this page"},
    {"q", "quit", "end; everything decided is saved already"},
};

static void
put_help(CldTerminalPage *page)
{
    cld_terminal_page_blank(page);
    for (gsize i = 0; i < G_N_ELEMENTS(hints); i++) {
        g_autofree char *key = g_strdup_printf("%8s", hints[i].key);
        cld_terminal_page_add(page, CLD_STYLE_BOLD, key);
        cld_terminal_page_add(page, CLD_STYLE_PLAIN, "  ");
        cld_terminal_page_add(page, CLD_STYLE_PLAIN, hints[i].help);
        cld_terminal_page_end(page, 2, 12);
    }
    cld_terminal_page_add(page, CLD_STYLE_FAINT, "Arrows and Page Up/Down move a long finding.");
    cld_terminal_page_end(page, 12, 12);
}

static void
put_end(Desk *desk, CldTerminalPage *page)
{
    cld_terminal_page_blank(page);
    cld_terminal_page_add(page, CLD_STYLE_HEADING,
                          desk->queue->len == 0   ? "Nothing here to decide."
                          : count_open(desk) == 0 ? "Nothing left to decide."
                                                  : "That was the last one.");
    cld_terminal_page_end(page, 2, 4);
    cld_terminal_page_blank(page);
    cld_review_page_put_counts(page, desk->reviews);
    cld_terminal_page_blank(page);
    cld_terminal_page_add(page, CLD_STYLE_FAINT,
                          "k goes back, u takes the last decision back, / filters, q ends.");
    cld_terminal_page_end(page, 2, 4);
}

static void
put_current(Desk *desk, CldTerminalPage *page)
{
    guint index = 0;
    g_autoptr(GError) error = NULL;
    if (!get_index(desk, desk->at, &index)) {
        put_end(desk, page);
        return;
    }
    g_autoptr(CldReport) report = cld_reviews_load(desk->reviews, index, &error);
    if (report == NULL) {
        cld_terminal_page_add(page, CLD_STYLE_BAD, error->message);
        cld_terminal_page_end(page, 2, 4);
        return;
    }
    if (desk->shows == SHOWS_CONTEXT)
        cld_review_page_put_context(page, report);
    else
        cld_review_page_put_finding(page, report, cld_reviews_get_item(desk->reviews, index));
    if (desk->note == NULL)
        return;
    cld_terminal_page_add(page, CLD_STYLE_FAINT, "reason: ");
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, desk->note);
    cld_terminal_page_end(page, 6, 8);
}

static void
put_header(Desk *desk, CldTerminalPage *page)
{
    g_autofree char *place = desk->at < desk->queue->len
                                 ? g_strdup_printf(" · %u of %u · %u left", desk->at + 1,
                                                   desk->queue->len, count_open(desk))
                                 : g_strdup_printf(" · %u left", count_open(desk));
    cld_terminal_page_add(page, CLD_STYLE_HEADING, "claimdiff review");
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, place);
    if (desk->filter_text != NULL) {
        cld_terminal_page_add(page, CLD_STYLE_FAINT, " · filter: ");
        cld_terminal_page_add(page, CLD_STYLE_PLAIN, desk->filter_text);
    }
    cld_terminal_page_end(page, 0, 2);
    cld_terminal_page_rule(page, 0x2500);
}

static void
put_footer(Desk *desk, CldTerminalPage *page)
{
    cld_terminal_page_rule(page, 0x2500);
    if (desk->message != NULL)
        cld_terminal_page_add(page, desk->message_style, desk->message);
    cld_terminal_page_add(page, CLD_STYLE_PLAIN, " ");
    cld_terminal_page_end(page, 0, 2);
    for (gsize i = 0; i < G_N_ELEMENTS(hints); i++)
        put_key(page, hints[i].key, hints[i].word);
    cld_terminal_page_end(page, 0, 0);
}

typedef void (*Put)(Desk *desk, CldTerminalPage *page);

static void
put_middle(Desk *desk, CldTerminalPage *page)
{
    if (desk->shows == SHOWS_HELP)
        put_help(page);
    else
        put_current(desk, page);
}

static char **
draw_lines(Desk *desk, Put put, guint columns, guint *n_lines)
{
    CldTerminalPage page;
    cld_terminal_page_init(&page, columns, cld_terminal_use_color(desk->settings, TRUE));
    put(desk, &page);
    gsize length = 0;
    g_autofree char *text = cld_terminal_page_finish(&page, &length);
    if (length > 0 && text[length - 1] == '\n')
        text[length - 1] = '\0';
    char **lines = g_strsplit(text, "\n", -1);
    *n_lines = g_strv_length(lines);
    return lines;
}

static void
append_line(GString *out, const char *line)
{
    g_string_append(out, line);
    g_string_append(out, "\033[K\r\n");
}

static void
append_middle(Desk *desk, GString *out, char **lines, guint n_lines, guint rows)
{
    guint most = n_lines > rows ? n_lines - rows : 0;
    desk->scroll = MIN(desk->scroll, most);
    for (guint i = 0; i < rows; i++) {
        guint line = desk->scroll + i;
        if (i + 1 == rows && line + 1 < n_lines)
            append_line(out, "  ↓ more below: arrow down or Page Down");
        else
            append_line(out, line < n_lines ? lines[line] : "");
    }
}

static void
draw(Desk *desk)
{
    guint columns = 0, rows = 0, n_header = 0, n_middle = 0, n_footer = 0;
    cld_raw_terminal_get_size(&columns, &rows);
    g_auto(GStrv) header = draw_lines(desk, put_header, columns, &n_header);
    g_auto(GStrv) middle = draw_lines(desk, put_middle, columns, &n_middle);
    g_auto(GStrv) footer = draw_lines(desk, put_footer, columns, &n_footer);
    guint taken = n_header + n_footer;
    guint n_body = rows > taken + MIN_BODY ? rows - taken : MIN_BODY;
    g_autoptr(GString) out = g_string_new("\033[H");
    for (guint i = 0; i < n_header; i++)
        append_line(out, header[i]);
    append_middle(desk, out, middle, n_middle, n_body);
    for (guint i = 0; i < n_footer; i++)
        append_line(out, footer[i]);
    g_string_truncate(out, out->len - 2); /* the last line end would move the screen up */
    g_string_append(out, "\033[J");
    if (!cld_raw_terminal_write(out->str, out->len))
        desk->is_over = TRUE;
}

/* Draws the line the user types on. */
static void
draw_field(const char *label, const char *text)
{
    guint columns = 0, rows = 0;
    cld_raw_terminal_get_size(&columns, &rows);
    glong n_chars = g_utf8_strlen(text, -1), room = (glong)columns - (glong)strlen(label) - 4;
    const char *from =
        n_chars > room && room > 0 ? g_utf8_offset_to_pointer(text, n_chars - room) : text;
    g_autoptr(GString) out = g_string_new(NULL);
    g_string_printf(out, "\033[%u;1H%s", rows > 2 ? rows - 2 : 1, label);
    cld_encode_terminal(out, from, -1);
    g_string_append(out, "▏\033[K");
    cld_raw_terminal_write(out->str, out->len);
}

/* Takes one key into the line. Returns: %FALSE if it ends it */
static gboolean
type_key(GString *text, CldKey key)
{
    if (key.kind == CLD_KEY_ENTER || key.kind == CLD_KEY_ESCAPE || key.kind == CLD_KEY_QUIT)
        return FALSE;
    if (key.kind == CLD_KEY_CHAR && g_utf8_strlen(text->str, -1) < MAX_TYPED)
        g_string_append_unichar(text, key.c);
    else if (key.kind == CLD_KEY_BACKSPACE && text->len > 0)
        g_string_truncate(text, (gsize)(g_utf8_prev_char(text->str + text->len) - text->str));
    else if (key.kind == CLD_KEY_ERASE_LINE)
        g_string_truncate(text, 0);
    return TRUE;
}

/* Returns: (transfer full) (nullable): what the user typed; %NULL: thought better of it. While one
 * types, no key is a command. */
static char *
ask(const char *label, const char *begin)
{
    g_autoptr(GString) text = g_string_new(begin);
    gboolean is_pasting = FALSE;
    for (;;) {
        draw_field(label, text->str);
        CldKey key = cld_raw_terminal_read_key(REFRESH_MSEC);
        if (key.kind == CLD_KEY_PASTE_BEGIN || key.kind == CLD_KEY_PASTE_END)
            is_pasting = key.kind == CLD_KEY_PASTE_BEGIN;
        else if (is_pasting && key.kind == CLD_KEY_ENTER)
            g_string_append_c(text, ' ');
        else if (!type_key(text, key))
            return key.kind == CLD_KEY_ENTER ? g_strdup(g_strstrip(text->str)) : NULL;
    }
}

static gboolean
decide_at(Desk *desk, guint at, CldVerdict verdict, const char *note)
{
    guint index = 0;
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) indices = g_array_new(FALSE, FALSE, sizeof(guint));
    if (!get_index(desk, at, &index))
        return FALSE;
    g_array_append_val(indices, index);
    if (cld_reviews_decide(desk->reviews, indices, verdict, note, NULL, desk->settings->expires,
                           &error))
        return TRUE;
    say(desk, CLD_STYLE_BAD, "NOT saved: %s", error->message);
    return FALSE;
}

static void
decide(Desk *desk, CldVerdict verdict)
{
    const CldReviewItem *item = get_item(desk, desk->at);
    if (item == NULL)
        return;
    g_autofree char *id = g_strdup(item->row->id);
    if (!decide_at(desk, desk->at, verdict, desk->note))
        return;
    desk->n_decided++;
    if (desk->undo->len >= MAX_UNDO)
        g_ptr_array_remove_index(desk->undo, 0);
    say(desk, CLD_STYLE_GOOD, "✓ saved: %.*s %s (u takes it back)", SHORT_ID, id,
        cld_verdict_get_tag(verdict));
    g_ptr_array_add(desk->undo, g_steal_pointer(&id));
    go_on(desk);
}

static void
take_back(Desk *desk)
{
    guint index = 0, at = 0;
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) indices = g_array_new(FALSE, FALSE, sizeof(guint));
    if (desk->undo->len == 0) {
        say(desk, CLD_STYLE_CAUTION, "nothing decided here to take back");
        return;
    }
    const char *id = g_ptr_array_index(desk->undo, desk->undo->len - 1);
    if (!cld_reviews_find(desk->reviews, id, &index, &error)) {
        say(desk, CLD_STYLE_BAD, "%s", error->message);
        return;
    }
    g_array_append_val(indices, index);
    if (!cld_reviews_undo(desk->reviews, indices, &error)) {
        say(desk, CLD_STYLE_BAD, "NOT taken back: %s", error->message);
        return;
    }
    desk->n_decided -= desk->n_decided > 0;
    say(desk, CLD_STYLE_GOOD, "✓ taken back: %.*s", SHORT_ID, id);
    if (g_ptr_array_find_with_equal_func(desk->queue, id, g_str_equal, &at))
        go_to(desk, at);
    g_ptr_array_remove_index(desk->undo, desk->undo->len - 1);
}

/* A reason for the decision that stands, or for the one to come. */
static void
write_reason(Desk *desk)
{
    const CldReviewItem *item = get_item(desk, desk->at);
    if (item == NULL)
        return;
    gboolean is_decided = cld_review_state_is_decided(item->review->state);
    CldVerdict verdict = is_decided ? item->review->decision->verdict : CLD_VERDICT_OPEN;
    const char *begin = is_decided ? item->review->decision->reason : desk->note;
    g_autofree char *note = ask("reason: ", begin);
    if (note == NULL)
        return;
    if (!is_decided) {
        g_free(desk->note);
        desk->note = *note == '\0' ? NULL : g_steal_pointer(&note);
        return;
    }
    if (decide_at(desk, desk->at, verdict, *note == '\0' ? NULL : note)) {
        g_ptr_array_add(desk->undo, g_strdup(g_ptr_array_index(desk->queue, desk->at)));
        say(desk, CLD_STYLE_GOOD, "✓ saved: reason");
    }
}

/* One word of a filter: a state, a kind or a type; %FALSE: something else, to be searched for. */
static gboolean
take_filter_word(CldReviewFilter *filter, const char *word)
{
    CldReviewState state = CLD_REVIEW_NONE;
    CldType type = 0;
    if (g_str_equal(word, "all"))
        filter->states = 0;
    else if (cld_review_state_from_tag(word, &state))
        filter->states = 1u << state;
    else if (cld_type_from_tags(NULL, word, &type))
        filter->type = cld_type_get_info(type)->tag;
    else {
        for (gint kind = 0; kind < CLD_N_KINDS; kind++) {
            if (g_str_equal(cld_kind_get_tag((CldKind)kind), word)) {
                filter->kind = kind;
                return TRUE;
            }
        }
        return FALSE;
    }
    return TRUE;
}

static void
set_filter(Desk *desk, const char *typed)
{
    CldReviewFilter filter = CLD_REVIEW_FILTER_ANY;
    g_auto(GStrv) words = g_strsplit(typed, " ", -1);
    g_autoptr(GString) rest = g_string_new(NULL);
    filter.states = CLD_REVIEW_STATES_OPEN;
    for (guint i = 0; words[i] != NULL; i++) {
        if (*words[i] != '\0' && !take_filter_word(&filter, words[i]))
            g_string_append_printf(rest, "%s%s", rest->len > 0 ? " " : "", words[i]);
    }
    filter.text = rest->len > 0 ? rest->str : NULL;
    desk->filter = filter;
    fill_queue(desk);
    desk->filter.text = NULL; /* it was borrowed; the queue is what stays */
    say(desk, CLD_STYLE_PLAIN, "%u %s", desk->queue->len,
        desk->queue->len == 1 ? "finding" : "findings");
}

/* What is typed takes the place of the filter that was: nothing clears it, Escape keeps it. */
static void
ask_filter(Desk *desk)
{
    g_autofree char *typed = ask("filter (none: all that wait): ", NULL);
    if (typed == NULL)
        return;
    set_filter(desk, typed);
    go_to(desk, 0);
    g_free(desk->filter_text);
    desk->filter_text = *typed == '\0' ? NULL : g_steal_pointer(&typed);
}

static void
show(Desk *desk, Shows shows)
{
    desk->shows = desk->shows == shows ? SHOWS_FINDING : shows;
    desk->scroll = 0;
}

static void
press(Desk *desk, gunichar c)
{
    static const struct {
        char key;
        CldVerdict verdict;
    } verdicts[] = {
        {'a', CLD_VERDICT_CONFIRMED}, {'x', CLD_VERDICT_DISMISSED},
        {'r', CLD_VERDICT_DISMISSED}, {'f', CLD_VERDICT_FALSE_POSITIVE},
        {'d', CLD_VERDICT_DEFERRED},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(verdicts); i++) {
        if ((gunichar)verdicts[i].key == c) {
            decide(desk, verdicts[i].verdict);
            return;
        }
    }
    switch (c) {
    case ' ':
        go_on(desk);
        break;
    case 'u':
        take_back(desk);
        break;
    case 'j':
        go_to(desk, desk->at + 1);
        break;
    case 'k':
        go_to(desk, desk->at > 0 ? desk->at - 1 : 0);
        break;
    case 'e':
        write_reason(desk);
        break;
    case 'o':
        show(desk, SHOWS_CONTEXT);
        break;
    case '/':
        ask_filter(desk);
        break;
    case '?':
        show(desk, SHOWS_HELP);
        break;
    case 'q':
        desk->is_over = TRUE;
        break;
    default:
        say(desk, CLD_STYLE_FAINT, "? tells which keys there are");
    }
}

static void
move(Desk *desk, gint lines)
{
    desk->scroll = lines < 0 && desk->scroll < (guint)-lines ? 0 : desk->scroll + (guint)lines;
}

/* Returns: %TRUE if the screen is to be drawn again */
static gboolean
refresh(Desk *desk)
{
    gboolean has_changed = FALSE;
    g_autoptr(GError) error = NULL;
    if (!cld_reviews_refresh(desk->reviews, &has_changed, &error)) {
        say(desk, CLD_STYLE_BAD, "%s", error->message);
        return TRUE;
    }
    if (has_changed)
        say(desk, CLD_STYLE_PLAIN, "somebody else has written: shown as it is now");
    return has_changed;
}

static void
act(Desk *desk, CldKey key)
{
    static const struct {
        CldKeyKind kind;
        gint lines;
    } moves[] = {
        {CLD_KEY_UP, -1}, {CLD_KEY_DOWN, 1}, {CLD_KEY_PAGE_UP, -10}, {CLD_KEY_PAGE_DOWN, 10}};
    for (gsize i = 0; i < G_N_ELEMENTS(moves); i++) {
        if (moves[i].kind == key.kind)
            move(desk, moves[i].lines);
    }
    if (key.kind == CLD_KEY_CHAR)
        press(desk, key.c);
    else if (key.kind == CLD_KEY_BACKSPACE)
        take_back(desk);
    else if (key.kind == CLD_KEY_ESCAPE)
        desk->shows = SHOWS_FINDING;
    else if (key.kind == CLD_KEY_SUSPEND)
        cld_raw_terminal_suspend();
    else if (key.kind == CLD_KEY_QUIT)
        desk->is_over = TRUE;
}

/* Text that is pasted by mistake would decide a finding a letter. */
static void
skip_paste(Desk *desk)
{
    CldKey key = {CLD_KEY_NONE, 0};
    while (key.kind != CLD_KEY_PASTE_END && key.kind != CLD_KEY_QUIT)
        key = cld_raw_terminal_read_key(REFRESH_MSEC);
    say(desk, CLD_STYLE_CAUTION, "pasted text is not taken for keys");
}

static void
sit(Desk *desk)
{
    gboolean is_new = TRUE;
    while (!desk->is_over) {
        if (is_new)
            draw(desk);
        CldKey key = cld_raw_terminal_read_key(REFRESH_MSEC);
        is_new = key.kind != CLD_KEY_TIMEOUT || refresh(desk);
        if (key.kind == CLD_KEY_PASTE_BEGIN)
            skip_paste(desk);
        else
            act(desk, key);
    }
}

/* Returns: %FALSE after telling what to type where there is no terminal */
gboolean
cld_review_terminal_is_there(void)
{
    if (cld_raw_terminal_is_there())
        return TRUE;
    cld_message("review needs a terminal to show findings on and to take keys from");
    cld_message("without one: claimdiff review list, then claimdiff review dismiss ID --note TEXT");
    return FALSE;
}

static CldExit
tell_end(const Desk *desk)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_string_printf(out, "%u decided, %u left in this list; decisions are in ", desk->n_decided,
                    count_open(desk));
    cld_encode_terminal(out, cld_reviews_get_decisions_path(desk->reviews), -1);
    g_string_append_c(out, '\n');
    return cld_command_write("-", out->str, out->len) ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

/**
 * cld_review_terminal_run:
 * @reviews: the findings and decisions
 * @settings: settings of the run
 *
 * One finding a screen, one key decides and goes on. What is decided is on the disk before the next
 * finding is shown.
 *
 * Returns: how the program ends
 */
CldExit
cld_review_terminal_run(CldReviews *reviews, const CldSettings *settings)
{
    if (!cld_raw_terminal_enter()) {
        cld_message("the terminal does not give its keys one by one");
        return CLD_EXIT_TROUBLE;
    }
    Desk desk = {
        .reviews = reviews,
        .settings = settings,
        .queue = g_ptr_array_new_with_free_func(g_free),
        .undo = g_ptr_array_new_with_free_func(g_free),
        .filter = CLD_REVIEW_FILTER_ANY,
    };
    desk.filter.states = settings->states != 0 ? settings->states : CLD_REVIEW_STATES_OPEN;
    desk.filter.kind = settings->kind;
    desk.filter.type = settings->type;
    fill_queue(&desk);
    sit(&desk);
    cld_raw_terminal_leave();
    CldExit status = tell_end(&desk);
    g_ptr_array_unref(desk.queue);
    g_ptr_array_unref(desk.undo);
    g_free(desk.filter_text);
    g_free(desk.note);
    g_free(desk.message);
    return status;
}
