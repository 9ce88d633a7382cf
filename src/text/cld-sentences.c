/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-sentences.h"
#include "cld-lexicon.h"
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define SENTENCE_MAX_CHARS 4000  /* a longer one is cut, at a blank if there is one */
#define SENTENCES_MAX      20000 /* of one range: a list of that length was cut short */
#define WORD_MAX_BYTES     32    /* looked at before a full stop or after it */
#define TAG_MAX_WORDS      5     /* between a quoted question and its verb of saying */

static GPrivate sentence_breaks = G_PRIVATE_INIT((GDestroyNotify)ubrk_close);

/* What is known about the place where a sentence may end. Offsets are bytes of the text. */
typedef struct {
    const char *text;
    gsize start;    /* of the sentence */
    gsize stop_end; /* after the last full stop, question or exclamation mark */
    gsize end;      /* after the closing quotes and brackets */
    gsize next;     /* where the next sentence would begin */
    gsize range_end;
} Place;

static UBreakIterator *
peek_sentence_breaks(void)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = g_private_get(&sentence_breaks);
    if (breaks != NULL)
        return breaks;
    breaks = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &status);
    if (U_FAILURE(status))
        g_error("ICU has no sentence break data: %s", u_errorName(status));
    g_private_set(&sentence_breaks, breaks);
    return breaks;
}

static gboolean
is_stop(gunichar c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203D;
}

static gboolean
is_quote(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return c == '"' || c == '\'' || type == G_UNICODE_INITIAL_PUNCTUATION ||
           type == G_UNICODE_FINAL_PUNCTUATION || c == 0x201E || c == 0x201A;
}

static gboolean
is_closer(gunichar c)
{
    return is_quote(c) || c == ')' || c == ']';
}

static gboolean
is_opener(gunichar c)
{
    return is_quote(c) || c == '(' || c == '[';
}

static gunichar
char_at(const char *text, gsize offset)
{
    return g_utf8_get_char(text + offset);
}

static gsize
after(const char *text, gsize offset)
{
    return (gsize)(g_utf8_next_char(text + offset) - text);
}

static gsize
before(const char *text, gsize offset)
{
    return (gsize)(g_utf8_prev_char(text + offset) - text);
}

static gsize
skip(const char *text, gsize from, gsize end, gboolean (*is)(gunichar))
{
    while (from < end && is(char_at(text, from)))
        from = after(text, from);
    return from;
}

static gsize
skip_back(const char *text, gsize from, gsize start, gboolean (*is)(gunichar))
{
    while (from > start && is(char_at(text, before(text, from))))
        from = before(text, from);
    return from;
}

static gboolean
is_word_char(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

static gboolean
is_word_or_dot(gunichar c)
{
    return is_word_char(c) || c == '.';
}

/* Returns: (transfer full) (nullable): the folded bytes; %NULL if there are too many for a word */
static char *
dup_word(const char *text, gsize from, gsize to)
{
    if (from >= to || to - from > WORD_MAX_BYTES)
        return NULL;
    return cld_text_fold(text + from, (gssize)(to - from));
}

/* The next word, behind opening quotes and brackets. */
static char *
dup_next_word(const Place *at)
{
    gsize from = skip(at->text, at->next, at->range_end, is_opener);
    gsize to = from;
    while (to < at->range_end && to - from <= WORD_MAX_BYTES && is_word_char(char_at(at->text, to)))
        to = after(at->text, to);
    return dup_word(at->text, from, to);
}

static gboolean
next_is_starter(const Place *at)
{
    g_autofree char *word = dup_next_word(at);
    return word != NULL && cld_lexicon_lookup(cld_lexicon_get("sentence-starters"), word) != NULL;
}

static gboolean
next_is_calendar(const Place *at)
{
    g_autofree char *word = dup_next_word(at);
    return word != NULL && cld_lexicon_lookup(cld_lexicon_get("calendar-words"), word) != NULL;
}

static gboolean
next_is_digit(const Place *at)
{
    return at->next < at->range_end && g_unichar_isdigit(char_at(at->text, at->next));
}

/* "Gen. Smith", "U.S. officials", "J. Smith", "No. 5", "5 p.m. Monday" */
static gboolean
ends_in_abbreviation(const Place *at)
{
    gsize to = at->stop_end - 1;
    gsize from = to;
    while (from > at->start && to - from <= WORD_MAX_BYTES &&
           is_word_or_dot(char_at(at->text, before(at->text, from))))
        from = before(at->text, from);
    g_autofree char *word = dup_word(at->text, from, to);
    if (word == NULL)
        return FALSE;
    gboolean is_letter = after(at->text, from) == to && g_unichar_isupper(char_at(at->text, from));
    gboolean is_dotted = strchr(word, '.') != NULL && after(at->text, from) < to &&
                         at->text[after(at->text, from)] == '.';
    const char *const *row = cld_lexicon_lookup(cld_lexicon_get("abbreviations"), word);
    const char *class = row != NULL && row[0] != NULL ? row[0] : NULL;
    if (class == NULL)
        return (is_letter || is_dotted) && !next_is_starter(at);
    if (g_str_equal(class, "title"))
        return TRUE;
    if (g_str_equal(class, "number"))
        return next_is_digit(at);
    if (g_str_equal(class, "time"))
        return next_is_calendar(at);
    return !next_is_starter(at);
}

/* "1. Text": the mark of a list, not a sentence */
static gboolean
is_list_mark(const Place *at)
{
    gsize digits = skip(at->text, at->start, at->stop_end, g_unichar_isdigit);
    return digits > at->start && digits + 1 == at->stop_end && digits - at->start <= 3;
}

/* "Is it ready?" Smith asked: capitalised words, then a verb of saying */
static gboolean
has_speech_tag(const Place *at)
{
    const CldLexicon *tags = cld_lexicon_get("speech-tags");
    Place word = *at;
    if (next_is_starter(at))
        return FALSE;
    for (int i = 0; i < TAG_MAX_WORDS; i++) {
        g_autofree char *folded = dup_next_word(&word);
        if (folded == NULL)
            return FALSE;
        if (i > 0 && cld_lexicon_lookup(tags, folded) != NULL)
            return TRUE;
        if (!g_unichar_isupper(char_at(at->text, word.next)))
            return FALSE;
        word.next = skip(at->text, word.next, at->range_end, is_word_or_dot);
        word.next = skip(at->text, word.next, at->range_end, g_unichar_isspace);
    }
    return FALSE;
}

static gboolean
is_lower_next(const Place *at)
{
    gsize letter = skip(at->text, at->next, at->range_end, is_opener);
    return letter < at->range_end && g_unichar_islower(char_at(at->text, letter));
}

static gboolean
is_joining_next(const Place *at)
{
    static const char joining[] = ",;:)]-/";
    gunichar c = char_at(at->text, at->next);
    return (c < 0x80 && strchr(joining, (int)c) != NULL) || c == 0x2013 || c == 0x2014;
}

/* A line end without a stop is a line that was broken for width, if a small letter follows. */
static gboolean
is_soft_line_end(const Place *at)
{
    guint n_lines = 0;
    for (gsize i = at->end; i < at->next; i++)
        n_lines += at->text[i] == '\n' ? 1 : 0;
    return n_lines <= 1 && is_lower_next(at);
}

static gboolean
ends_sentence(const Place *at)
{
    if (at->next >= at->range_end)
        return TRUE;
    gboolean is_quoted =
        at->end > at->stop_end && is_quote(char_at(at->text, before(at->text, at->end)));
    gunichar stop =
        at->stop_end > at->start ? char_at(at->text, before(at->text, at->stop_end)) : 0;
    if (!is_stop(stop))
        return !is_soft_line_end(at);
    if (is_joining_next(at) || is_lower_next(at))
        return FALSE;
    if (stop != '.')
        return !(is_quoted && has_speech_tag(at));
    return !is_list_mark(at) && (at->end > at->stop_end || !ends_in_abbreviation(at));
}

/* Fills in @at for a sentence that might end before @next. */
static Place
look_at(const char *text, gsize start, gsize next, gsize range_end)
{
    Place at = {.text = text, .start = start, .next = next, .range_end = range_end};
    at.end = skip_back(text, next, start, g_unichar_isspace);
    at.stop_end = skip_back(text, at.end, start, is_closer);
    return at;
}

/* Places that ICU does not see: a stop before a digit ("… left. 14 people …"). */
static void
add_stops(const char *text, CldSpan range, GArray *places)
{
    for (gsize i = range.start; i < range.end;) {
        gsize stop = skip(text, i, range.end, is_stop);
        if (stop == i) {
            i = after(text, i);
            continue;
        }
        gsize closed = skip(text, stop, range.end, is_closer);
        gsize next = skip(text, closed, range.end, g_unichar_isspace);
        if (next > closed && next < range.end)
            g_array_append_val(places, next);
        i = MAX(stop, closed);
    }
}

static void
add_icu_breaks(const char *text, CldSpan range, GArray *places)
{
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    UBreakIterator *breaks = peek_sentence_breaks();
    utext_openUTF8(&view, text + range.start, (int64_t)(range.end - range.start), &status);
    ubrk_setUText(breaks, &view, &status);
    ubrk_first(breaks);
    for (int32_t to = ubrk_next(breaks); U_SUCCESS(status) && to != UBRK_DONE;
         to = ubrk_next(breaks)) {
        gsize next = skip(text, range.start + (gsize)to, range.end, g_unichar_isspace);
        g_array_append_val(places, next);
    }
    utext_close(&view);
}

static int
compare_places(gconstpointer a, gconstpointer b)
{
    const gsize *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

static gboolean
has_words(const char *text, CldSpan span)
{
    for (gsize i = span.start; i < span.end; i = after(text, i))
        if (g_unichar_isalnum(char_at(text, i)))
            return TRUE;
    return FALSE;
}

/* Where a sentence that is too long is cut: after the last blank within the limit, or at it. */
static gsize
cut_at(const char *text, CldSpan span)
{
    gsize blank = 0;
    gsize i = span.start;
    for (guint n = 0; n < SENTENCE_MAX_CHARS && i < span.end; n++, i = after(text, i))
        if (g_unichar_isspace(char_at(text, i)))
            blank = i;
    return i < span.end && blank > span.start ? blank : i;
}

static void
append(GArray *sentences, const char *text, CldSpan span)
{
    while (sentences->len < SENTENCES_MAX) {
        span.start = skip(text, span.start, span.end, g_unichar_isspace);
        span.end = skip_back(text, span.end, span.start, g_unichar_isspace);
        if (cld_span_is_empty(span))
            return;
        CldSpan piece = {span.start, cut_at(text, span)};
        if (piece.end < span.end)
            piece.end = skip_back(text, piece.end, piece.start, g_unichar_isspace);
        if (sentences->len > 0 &&
            !has_words(text, piece)) /* a stray mark belongs to what it follows */
            g_array_index(sentences, CldSpan, sentences->len - 1).end = piece.end;
        else
            g_array_append_val(sentences, piece);
        span.start = piece.end;
    }
}

/**
 * cld_sentences_find:
 * @text: valid UTF-8
 * @range: the paragraph to divide, in bytes of @text, on character boundaries
 *
 * Divides a paragraph into sentences by UAX #29 (ICU), corrected for abbreviations, initials,
 * quoted questions, numbers at the start of a sentence and list marks. Closing quotation marks and
 * brackets stay with the sentence that they end. No sentence is longer than 4,000 characters, and
 * at most 20,000 are given: a list of that length was cut short.
 *
 * Returns: (transfer full) (element-type CldSpan): the sentences without outer white space
 */
GArray *
cld_sentences_find(const char *text, CldSpan range)
{
    GArray *sentences = g_array_new(FALSE, FALSE, sizeof(CldSpan));
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(gsize));
    if (cld_span_is_empty(range))
        return sentences;
    add_icu_breaks(text, range, places);
    add_stops(text, range, places);
    g_array_sort(places, compare_places);
    gsize start = skip(text, range.start, range.end, g_unichar_isspace);
    for (guint i = 0; i < places->len && sentences->len < SENTENCES_MAX; i++) {
        gsize next = g_array_index(places, gsize, i);
        if (next <= start)
            continue;
        Place at = look_at(text, start, next, range.end);
        if (!ends_sentence(&at))
            continue;
        append(sentences, text, (CldSpan){start, next});
        start = next;
    }
    return sentences;
}
