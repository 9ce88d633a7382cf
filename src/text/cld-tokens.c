/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-tokens.h"
#include <libstemmer.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define TOKENS_MAX     500000 /* of one list; the rest of the range is not cut */
#define STEM_MAX_BYTES 64     /* longer words are their own stem: no language has such words */
#define MARKS_MAX      30     /* combining marks kept in a row: the stream-safe bound of UAX #15 */

struct CldTokens {
    GArray *items; /* (owned) (element-type CldToken) */
    GStringChunk *strings;
};

/* A run that ICU's word break gives, in bytes of the text. */
typedef struct {
    CldSpan span;
    CldTokenKind kind;
    gboolean is_spaced;
} Segment;

/* Break iterators and stemmers cost far more to make than to use, and are not thread-safe. */
static GPrivate word_breaks = G_PRIVATE_INIT((GDestroyNotify)ubrk_close);
static GPrivate stemmers = G_PRIVATE_INIT((GDestroyNotify)sb_stemmer_delete);

static UBreakIterator *
peek_word_breaks(void)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = g_private_get(&word_breaks);
    if (breaks != NULL)
        return breaks;
    breaks = ubrk_open(UBRK_WORD, "en", NULL, 0, &status);
    if (U_FAILURE(status))
        g_error("ICU has no word break data: %s", u_errorName(status));
    g_private_set(&word_breaks, breaks);
    return breaks;
}

/* Returns: (transfer none): the stem, valid until the thread stems again; NULL: @word itself */
static const char *
peek_stem(const char *word, gsize length_bytes)
{
    if (length_bytes > STEM_MAX_BYTES)
        return NULL;
    struct sb_stemmer *stemmer = g_private_get(&stemmers);
    if (stemmer == NULL) {
        stemmer = sb_stemmer_new("english", "UTF_8");
        g_private_set(&stemmers, stemmer);
    }
    return (const char *)sb_stemmer_stem(stemmer, (const sb_symbol *)word, (int)length_bytes);
}

/* Quotation marks and dashes of every style, and what they are straightened to. */
static const struct {
    gunichar from;
    char to;
} straight[] = {
    {0x2018, '\''}, {0x2019, '\''}, {0x201A, '\''}, {0x201B, '\''}, {0x2032, '\''},
    {0x02BC, '\''}, {0x0060, '\''}, {0x00B4, '\''}, {0x201C, '"'},  {0x201D, '"'},
    {0x201E, '"'},  {0x201F, '"'},  {0x00AB, '"'},  {0x00BB, '"'},  {0x2033, '"'},
    {0x2010, '-'},  {0x2011, '-'},  {0x2012, '-'},  {0x2013, '-'},  {0x2014, '-'},
    {0x2015, '-'},  {0x2212, '-'},  {0x00A0, ' '},  {0x202F, ' '},  {0x2009, ' '},
};

static gunichar
straighten(gunichar c)
{
    for (gsize i = 0; c >= 0x60 && i < G_N_ELEMENTS(straight); i++)
        if (straight[i].from == c)
            return (gunichar)straight[i].to;
    return c;
}

/* Zero-width characters and soft hyphens are not part of how a word is spelled. */
static gboolean
is_invisible(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_FORMAT;
}

static gboolean
is_ascii(const char *text, gsize length_bytes)
{
    for (gsize i = 0; i < length_bytes; i++)
        if ((guchar)text[i] >= 0x80 || text[i] == '`')
            return FALSE;
    return TRUE;
}

/* Returns: (transfer full): @text without the combining marks that would make NFC quadratic */
static char *
dup_stream_safe(const char *text, gsize length_bytes)
{
    GString *out = g_string_sized_new(length_bytes);
    guint marks = 0;
    for (const char *p = text; p < text + length_bytes; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        marks = g_unichar_ismark(c) ? marks + 1 : 0;
        if (marks <= MARKS_MAX && !is_invisible(c))
            g_string_append_len(out, p, g_utf8_next_char(p) - p);
    }
    return g_string_free(out, FALSE);
}

/**
 * cld_text_fold:
 * @text: valid UTF-8
 * @length_bytes: its length; -1: NUL-terminated
 *
 * What two spellings of a word have in common: lower case (without regard to the locale), NFC,
 * straight quotation marks and dashes, no zero-width characters.
 *
 * Returns: (transfer full): the folded text
 */
char *
cld_text_fold(const char *text, gssize length_bytes)
{
    gsize length = length_bytes < 0 ? strlen(text) : (gsize)length_bytes;
    if (is_ascii(text, length))
        return g_ascii_strdown(text, (gssize)length);
    g_autofree char *safe = dup_stream_safe(text, length);
    g_autofree char *composed = g_utf8_normalize(safe, -1, G_NORMALIZE_NFC);
    const char *source = composed != NULL ? composed : safe;
    GString *out = g_string_sized_new(strlen(source));
    for (const char *p = source; *p != '\0'; p = g_utf8_next_char(p))
        g_string_append_unichar(out, straighten(g_unichar_tolower(g_utf8_get_char(p))));
    return g_string_free(out, FALSE);
}

/**
 * cld_text_intern_stem:
 * @folded_word: a word as cld_text_fold() gives it
 *
 * Returns: (transfer none): its Snowball English ("Porter2") stem, interned
 */
const char *
cld_text_intern_stem(const char *folded_word)
{
    const char *stem = peek_stem(folded_word, strlen(folded_word));
    return g_intern_string(stem != NULL ? stem : folded_word);
}

static gboolean
is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_group_space(gunichar c)
{
    return c == 0xA0 || c == 0x202F || c == 0x2009;
}

static gunichar
char_at(const char *text, gsize offset)
{
    return g_utf8_get_char(text + offset);
}

static gunichar
char_before(const char *text, gsize offset)
{
    return g_utf8_get_char(g_utf8_prev_char(text + offset));
}

/* "U.S", "p.m", "J": single letters, each but the last with its full stop. */
static gboolean
is_dotted_letters(const char *text, CldSpan span)
{
    const char *p = text + span.start;
    const char *end = text + span.end;
    while (p < end) {
        if (!g_unichar_isalpha(g_utf8_get_char(p)))
            return FALSE;
        p = g_utf8_next_char(p);
        if (p == end)
            return TRUE;
        if (*p++ != '.')
            return FALSE;
    }
    return FALSE;
}

/* A single letter takes the full stop only before a capital ("J. Smith"): else "Plan B." ends. */
static gboolean
takes_full_stop(const char *text, CldSpan word, gsize end)
{
    if (!is_dotted_letters(text, word))
        return FALSE;
    gboolean is_single = g_utf8_next_char(text + word.start) == text + word.end;
    gsize after = word.end + 1;
    if (!is_single)
        return TRUE;
    if (!g_unichar_isupper(char_at(text, word.start)) || after >= end)
        return FALSE;
    if (text[after] == ' ' && after + 1 < end)
        after++;
    return g_unichar_isupper(char_at(text, after));
}

static gboolean
is_three_digits(const char *text, CldSpan span)
{
    return span.end - span.start == 3 && g_ascii_isdigit(text[span.start]) &&
           g_ascii_isdigit(text[span.start + 1]) && g_ascii_isdigit(text[span.start + 2]);
}

/* "Kok" + "-" + "Tash": the word goes on when letters stand on both sides of one hyphen. */
static gboolean
joins_hyphen(const char *text, const Segment *word, const Segment *hyphen, const Segment *next)
{
    return word->kind == CLD_TOKEN_WORD && next->kind != CLD_TOKEN_PUNCT && !hyphen->is_spaced &&
           !next->is_spaced && is_hyphen(char_at(text, hyphen->span.start)) &&
           g_unichar_isalnum(char_before(text, word->span.end));
}

/* "5" + no-break space + "000" */
static gboolean
joins_digits(const char *text, const Segment *number, const Segment *next)
{
    return number->kind == CLD_TOKEN_NUMBER && next->kind == CLD_TOKEN_NUMBER &&
           next->span.start > number->span.end && is_three_digits(text, next->span) &&
           is_group_space(char_at(text, number->span.end)) &&
           g_utf8_next_char(text + number->span.end) == text + next->span.start &&
           number->span.end - number->span.start <= 16 && g_ascii_isdigit(text[number->span.start]);
}

static gboolean
is_all_space(const char *text, CldSpan span)
{
    for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isspace(c) && !is_invisible(c) && !g_unichar_iscntrl(c))
            return FALSE;
    }
    return TRUE;
}

static CldTokenKind
kind_of(const char *text, CldSpan span, int32_t status)
{
    if (status < UBRK_WORD_NONE_LIMIT)
        return CLD_TOKEN_PUNCT;
    if (g_unichar_isdigit(char_at(text, span.start)))
        return CLD_TOKEN_NUMBER;
    return CLD_TOKEN_WORD;
}

/* Returns: (element-type Segment): what ICU sees, without white space */
static GArray *
find_segments(const char *text, CldSpan range)
{
    GArray *segments = g_array_new(FALSE, FALSE, sizeof(Segment));
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    UBreakIterator *breaks = peek_word_breaks();
    utext_openUTF8(&view, text + range.start, (int64_t)(range.end - range.start), &status);
    ubrk_setUText(breaks, &view, &status);
    gboolean is_spaced = TRUE;
    int32_t from = ubrk_first(breaks);
    for (int32_t to = ubrk_next(breaks); U_SUCCESS(status) && to != UBRK_DONE;
         from = to, to = ubrk_next(breaks)) {
        CldSpan span = {range.start + (gsize)from, range.start + (gsize)to};
        if (is_all_space(text, span)) {
            is_spaced = TRUE;
            continue;
        }
        if (segments->len == TOKENS_MAX)
            break;
        Segment segment = {span, kind_of(text, span, ubrk_getRuleStatus(breaks)), is_spaced};
        g_array_append_val(segments, segment);
        is_spaced = FALSE;
    }
    utext_close(&view);
    return segments;
}

static void
set_case(CldToken *token, const char *text)
{
    guint n_letters = 0, n_upper = 0;
    for (const char *p = text + token->span.start; p < text + token->span.end;
         p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isalpha(c))
            continue;
        gboolean is_upper =
            c < 0x80 ? g_ascii_isupper((char)c) : g_unichar_isupper(c) || g_unichar_istitle(c);
        if (n_letters == 0)
            token->is_capital = is_upper;
        n_letters++;
        n_upper += is_upper ? 1 : 0;
    }
    token->is_all_caps = n_letters >= 2 && n_letters == n_upper;
}

static void
append_token(CldTokens *self, const char *text, CldSpan span, CldTokenKind kind, gboolean is_spaced)
{
    CldToken token = {.span = span, .kind = kind, .is_spaced = is_spaced};
    gsize length = span.end - span.start;
    g_autofree char *lower = cld_text_fold(text + span.start, (gssize)length);
    token.lower = g_string_chunk_insert(self->strings, lower);
    token.stem = token.lower;
    set_case(&token, text);
    if (kind == CLD_TOKEN_WORD) {
        const char *stem = peek_stem(lower, strlen(lower));
        if (stem != NULL && !g_str_equal(stem, lower))
            token.stem = g_string_chunk_insert(self->strings, stem);
    }
    g_array_append_val(self->items, token);
}

/* Letters that stay on the number they follow; every other unit is a word of its own. */
static const char *const number_tails[] = {"st", "nd", "rd", "th", "s", "G", "D", "TH", "ST", NULL};

/* "2m" is cut before the letters, "21st" is not. Returns: where the number ends */
static gsize
number_end(const char *text, CldSpan span)
{
    gsize end = span.start;
    while (end < span.end && !g_unichar_isalpha(char_at(text, end)))
        end = (gsize)(g_utf8_next_char(text + end) - text);
    g_autofree char *tail = g_strndup(text + end, span.end - end);
    if (g_strv_contains(number_tails, tail))
        return span.end;
    for (const char *p = tail; *p != '\0'; p = g_utf8_next_char(p))
        if (g_unichar_isdigit(g_utf8_get_char(p)))
            return span.end;
    return end;
}

/* Where "'s" begins at the end of a word; the word's end when there is none. */
static gsize
possessive_start(const char *text, CldSpan span)
{
    if (span.end - span.start < 3 || (text[span.end - 1] != 's' && text[span.end - 1] != 'S'))
        return span.end;
    const char *mark = g_utf8_prev_char(text + span.end - 1);
    gunichar c = g_utf8_get_char(mark);
    return c == '\'' || c == 0x2019 ? (gsize)(mark - text) : span.end;
}

/* ICU keeps "ended.Then" together because of names like "example.org". */
static gsize
lost_space_at(const char *text, CldSpan span)
{
    for (gsize i = span.start + 2; i + 2 < span.end; i++)
        if (text[i] == '.' && g_ascii_islower(text[i - 1]) && g_ascii_islower(text[i - 2]) &&
            g_ascii_isupper(text[i + 1]) && g_ascii_islower(text[i + 2]))
            return i;
    return span.end;
}

static void
append_word(CldTokens *self, const char *text, CldSpan span, gboolean is_spaced)
{
    gsize stop = lost_space_at(text, span);
    if (stop < span.end) {
        append_word(self, text, (CldSpan){span.start, stop}, is_spaced);
        append_token(self, text, (CldSpan){stop, stop + 1}, CLD_TOKEN_PUNCT, FALSE);
        append_token(self, text, (CldSpan){stop + 1, span.end}, CLD_TOKEN_WORD, FALSE);
        return;
    }
    gsize mark = possessive_start(text, span);
    append_token(self, text, (CldSpan){span.start, mark}, CLD_TOKEN_WORD, is_spaced);
    if (mark < span.end)
        append_token(self, text, (CldSpan){mark, span.end}, CLD_TOKEN_WORD, FALSE);
}

static void
append_number(CldTokens *self, const char *text, CldSpan span, gboolean is_spaced)
{
    gsize end = number_end(text, span);
    append_token(self, text, (CldSpan){span.start, end}, CLD_TOKEN_NUMBER, is_spaced);
    if (end < span.end)
        append_token(self, text, (CldSpan){end, span.end}, CLD_TOKEN_WORD, FALSE);
}

/* Grows @word over the segments after @i that belong to it. Returns: the last segment taken */
static guint
grow(const char *text, GArray *segments, guint i, gsize end, Segment *word)
{
    for (;;) {
        const Segment *next =
            i + 1 < segments->len ? &g_array_index(segments, Segment, i + 1) : NULL;
        const Segment *after =
            i + 2 < segments->len ? &g_array_index(segments, Segment, i + 2) : NULL;
        if (next != NULL && after != NULL && joins_hyphen(text, word, next, after)) {
            word->span.end = after->span.end;
            i += 2;
        } else if (next != NULL && joins_digits(text, word, next)) {
            word->span.end = next->span.end;
            i++;
        } else if (next != NULL && word->kind == CLD_TOKEN_WORD && !next->is_spaced &&
                   text[next->span.start] == '.' && takes_full_stop(text, word->span, end)) {
            word->span.end = next->span.end;
            i++;
        } else {
            return i;
        }
    }
}

/**
 * cld_tokens_new:
 * @text: valid UTF-8; need not outlive the list
 * @range: the part to cut, in bytes of @text, on character boundaries
 *
 * Cuts text into words by UAX #29 (ICU), corrected for what newspapers print; see #CldTokenKind.
 * At most 500,000 tokens are cut.
 *
 * Returns: (transfer full): the tokens in text order; their spans count in @text, not in @range
 */
CldTokens *
cld_tokens_new(const char *text, CldSpan range)
{
    CldTokens *self = g_atomic_rc_box_new0(CldTokens);
    self->items = g_array_new(FALSE, FALSE, sizeof(CldToken));
    self->strings = g_string_chunk_new(1024);
    if (cld_span_is_empty(range))
        return self;
    g_autoptr(GArray) segments = find_segments(text, range);
    for (guint i = 0; i < segments->len; i++) {
        Segment segment = g_array_index(segments, Segment, i);
        i = grow(text, segments, i, range.end, &segment);
        if (segment.kind == CLD_TOKEN_WORD)
            append_word(self, text, segment.span, segment.is_spaced);
        else if (segment.kind == CLD_TOKEN_NUMBER)
            append_number(self, text, segment.span, segment.is_spaced);
        else
            append_token(self, text, segment.span, CLD_TOKEN_PUNCT, segment.is_spaced);
    }
    return self;
}

CldTokens *
cld_tokens_ref(CldTokens *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void
clear(gpointer data)
{
    CldTokens *self = data;
    g_clear_pointer(&self->items, g_array_unref);
    g_clear_pointer(&self->strings, g_string_chunk_free);
}

void
cld_tokens_unref(CldTokens *self)
{
    g_atomic_rc_box_release_full(self, clear);
}

/* Returns: how many tokens there are */
guint
cld_tokens_length(const CldTokens *self)
{
    return self->items->len;
}

/**
 * cld_tokens_get:
 * @self: a list
 * @index: which, from 0
 *
 * Returns: (transfer none) (nullable): the token; %NULL past the end
 */
const CldToken *
cld_tokens_get(const CldTokens *self, guint index)
{
    return index < self->items->len ? &g_array_index(self->items, CldToken, index) : NULL;
}

/**
 * cld_tokens_index_at:
 * @self: a list
 * @offset_bytes: a place in the text that the list was cut from
 *
 * Returns: index of the first token that ends after @offset_bytes; the length when none does
 */
guint
cld_tokens_index_at(const CldTokens *self, gsize offset_bytes)
{
    guint low = 0, high = self->items->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(self->items, CldToken, middle).span.end <= offset_bytes)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
