/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-numbers.h"
#include "cld-lexicon.h"
#include "cld-quantities.h"
#include <string.h>

#define DIGITS_MAX     32 /* bytes of a number in digits; longer ones are codes, not amounts */
#define WORD_MAX       24 /* bytes of a number word; the longest is "seventeenth" */
#define WORDS_MAX      16 /* number words in one number */
#define DECIMAL_PLACES 2  /* digits after a lone comma that make it a decimal comma */

/* Reads the parts of words: "fifty-eight" has two, "fifty eight" too. */
typedef struct {
    const CldTokens *tokens;
    guint index;
    gsize offset; /* in the token's folded text */
} Cursor;

typedef struct {
    const char *const *row; /* kind and values; NULL: not a number word */
    gboolean is_and;
    gboolean is_glued; /* stands in one token with the part before it, or without a blank */
    Cursor after;
} Part;

/* Digits and their group marks, without the marks. Returns: %FALSE if the groups are not right */
static gboolean
drop_groups(const char *digits, char mark, char *out)
{
    gsize n = 0, since_mark = 0;
    gboolean has_mark = FALSE;
    for (const char *p = digits; *p != '\0' && (*p == mark || g_ascii_isdigit(*p)); p++) {
        if (*p == mark) {
            if (has_mark ? since_mark != 3 : since_mark == 0 || since_mark > 3)
                return FALSE;
            has_mark = TRUE;
            since_mark = 0;
            continue;
        }
        since_mark++;
        out[n++] = *p;
    }
    out[n] = '\0';
    return n > 0 && (!has_mark || since_mark == 3);
}

/* Copies the fraction behind @mark, if there is one and nothing else. */
static gboolean
add_fraction(const char *from, char mark, char *out)
{
    if (*from == '\0')
        return TRUE;
    gsize n = strspn(from + 1, "0123456789");
    if (*from != mark || n == 0 || from[1 + n] != '\0')
        return FALSE;
    gsize length = strlen(out);
    out[length] = '.';
    memcpy(out + length + 1, from + 1, n + 1);
    return TRUE;
}

static gboolean
is_decimal_comma(const char *digits)
{
    const char *comma = strchr(digits, ',');
    gsize n = comma != NULL ? strspn(comma + 1, "0123456789") : 0;
    return comma != NULL && n > 0 && n <= DECIMAL_PLACES && comma[1 + n] == '\0' &&
           strspn(digits, "0123456789") == (gsize)(comma - digits);
}

/**
 * cld_number_parse_digits:
 * @digits: a folded token: "4,200", "1.25", "5 000", "1.250.000", "2,5"
 * @value: (out): the number
 *
 * Group marks are commas, blanks or (three groups at least) full stops; a lone comma before one or
 * two digits is a decimal comma. Dates, addresses and ordinals are refused.
 *
 * Returns: %TRUE if it is a plain number
 */
gboolean
cld_number_parse_digits(const char *digits, double *value)
{
    static const char marks[] = {',', ' ', '.'};
    char plain[DIGITS_MAX * 2] = "";
    gsize length = strlen(digits);
    if (length == 0 || length > DIGITS_MAX || strspn(digits, "0123456789., ") != length)
        return FALSE;
    if (is_decimal_comma(digits)) {
        memcpy(plain, digits, length + 1);
        *strchr(plain, ',') = '.';
        *value = g_ascii_strtod(plain, NULL);
        return TRUE;
    }
    const char *point = strchr(digits, '.');
    gboolean has_points = point != NULL && strchr(point + 1, '.') != NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (marks[i] == '.' && !has_points)
            continue;
        char set[] = {marks[i], '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '\0'};
        gsize whole = strspn(digits, set);
        if (!drop_groups(digits, marks[i], plain))
            continue;
        if (add_fraction(digits + whole, marks[i] == '.' ? ',' : '.', plain)) {
            *value = g_ascii_strtod(plain, NULL);
            return TRUE;
        }
    }
    return FALSE;
}

static const CldLexicon *
numbers(void)
{
    return cld_lexicon_get("numbers");
}

static gboolean
is_kind(const char *const *row, const char *kind)
{
    return row != NULL && row[0] != NULL && row[1] != NULL && g_str_equal(row[0], kind);
}

static double
value_of(const char *const *row)
{
    return g_ascii_strtod(row[1], NULL);
}

/* The part at @at, up to a hyphen or the end of the word. */
static Part
read_part(Cursor at)
{
    Part part = {.after = at};
    const CldToken *token = cld_tokens_get(at.tokens, at.index);
    if (token == NULL || token->kind != CLD_TOKEN_WORD)
        return part;
    const char *from = token->lower + at.offset;
    gsize length = strcspn(from, "-");
    if (length == 0 || length > WORD_MAX)
        return part;
    char word[WORD_MAX + 1] = "";
    memcpy(word, from, length);
    part.row = cld_lexicon_lookup(numbers(), word);
    part.is_and = g_str_equal(word, "and");
    part.is_glued = at.offset > 0 || !token->is_spaced;
    if (from[length] == '-')
        part.after.offset = at.offset + length + 1;
    else
        part.after = (Cursor){at.tokens, at.index + 1, 0};
    return part;
}

/* What has been added up so far. */
typedef struct {
    double total; /* closed by a scale of a thousand or more */
    double group; /* below a thousand, still open */
    double last_scale;
    gboolean is_open; /* the group has a number */
    gboolean has_scale;
} Sum;

static gboolean
add_small(Sum *sum, double value, gboolean is_ten)
{
    double tail = sum->group - 100 * (double)(gint64)(sum->group / 100);
    gboolean fits =
        tail == 0 || (!is_ten && tail >= 20 && value > 0 && value < 10 && (gint64)tail % 10 == 0);
    if (!fits || (sum->is_open && sum->group == 0))
        return FALSE;
    sum->group += value;
    sum->is_open = TRUE;
    return TRUE;
}

static gboolean
add_scale(Sum *sum, double scale)
{
    if (!sum->is_open || (sum->last_scale > 0 && scale >= sum->last_scale && scale > 100))
        return FALSE;
    sum->has_scale = TRUE;
    if (scale < 1000) {
        sum->group *= scale;
        return sum->group < 1000000;
    }
    sum->total += sum->group * scale;
    sum->group = 0;
    sum->is_open = FALSE;
    sum->last_scale = scale;
    return TRUE;
}

/* One more part. Returns: %FALSE if the number ends before it */
static gboolean
add_part(Sum *sum, const Part *part, gboolean is_first)
{
    if (is_kind(part->row, "unit") || is_kind(part->row, "ten"))
        return add_small(sum, value_of(part->row), is_kind(part->row, "ten"));
    if (is_kind(part->row, "scale"))
        return !is_first && add_scale(sum, value_of(part->row));
    return FALSE;
}

static gboolean
is_small(const Part *part)
{
    return is_kind(part->row, "unit") || is_kind(part->row, "ten");
}

/* "and" goes on with the number only behind a scale and before a small number. */
static gboolean
skip_and(const Sum *sum, Cursor *at, const Part *part)
{
    if (!part->is_and || part->is_glued != (at->offset > 0) || !sum->has_scale)
        return FALSE;
    Part next = read_part(part->after);
    if (!is_small(&next))
        return FALSE;
    Part later = read_part(next.after); /* "a hundred and two thousand" are two amounts or one */
    if (is_kind(later.row, "scale") && sum->total == 0 && sum->group < 1000 &&
        value_of(later.row) < 1000)
        return FALSE;
    *at = part->after;
    return TRUE;
}

static void
finish(CldNumber *number, guint index, Cursor at)
{
    number->n_tokens = at.index - index;
    number->max = MAX(number->max, number->value);
    if (at.offset > 0) {
        number->rest = cld_tokens_get(at.tokens, at.index)->lower + at.offset;
        number->n_tokens++;
    }
}

/* "twenty-first": what was added up, then an ordinal */
static gboolean
read_ordinal(const Sum *sum, const Part *part, gboolean is_first)
{
    gint64 tail = (gint64)sum->group % 100;
    return is_kind(part->row, "ordinal") &&
           (is_first ||
            (part->is_glued && tail >= 20 && tail % 10 == 0 && value_of(part->row) < 10));
}

static gboolean
read_words(const CldTokens *tokens, guint index, Cursor at, Sum sum, CldNumber *number)
{
    gboolean is_first = !sum.is_open;
    guint n_parts = 0;
    for (; n_parts < WORDS_MAX; n_parts++) {
        Part part = read_part(at);
        if (n_parts > 0 && skip_and(&sum, &at, &part))
            part = read_part(at);
        if (read_ordinal(&sum, &part, n_parts == 0 && is_first)) {
            number->is_ordinal = TRUE;
            sum.group += value_of(part.row);
            at = part.after;
            n_parts++;
            break;
        }
        if (!add_part(&sum, &part, n_parts == 0 && is_first))
            break;
        at = part.after;
    }
    if (n_parts == 0)
        return FALSE;
    number->value = sum.total + sum.group;
    number->is_scaled = sum.has_scale;
    finish(number, index, at);
    return TRUE;
}

/* "a hundred", "a dozen", "half a million" */
static gboolean
read_article(const CldTokens *tokens, guint index, CldNumber *number)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    double factor = 1;
    guint next = index + 1;
    if (g_str_equal(token->lower, "half")) {
        token = cld_tokens_get(tokens, next++);
        factor = 0.5;
    }
    if (token == NULL || !(g_str_equal(token->lower, "a") || g_str_equal(token->lower, "an")))
        return FALSE;
    Cursor at = {tokens, next, 0};
    Part part = read_part(at);
    if (!is_kind(part.row, "scale"))
        return FALSE;
    Sum sum = {.group = factor, .is_open = TRUE};
    number->is_word = TRUE;
    return read_words(tokens, index, at, sum, number);
}

/* "two-thirds", "three quarters", "a third of", "half of", "half the" */
static gboolean
read_fraction(const CldTokens *tokens, guint index, CldNumber *number)
{
    Part top = read_part((Cursor){tokens, index, 0});
    const CldToken *first = cld_tokens_get(tokens, index);
    gboolean is_article = g_str_equal(first->lower, "a") && top.after.offset == 0;
    gboolean is_half = g_str_equal(first->lower, "half");
    if (!is_article && !is_half && !is_kind(top.row, "unit"))
        return FALSE;
    Part bottom = is_half ? top : read_part(top.after);
    const CldToken *after = cld_tokens_get(tokens, bottom.after.index);
    gboolean is_of =
        after != NULL && bottom.after.offset == 0 &&
        (g_str_equal(after->lower, "of") || (is_half && g_str_equal(after->lower, "the")));
    double count = is_article || is_half ? 1 : value_of(top.row);
    gboolean is_single = is_kind(bottom.row, "ordinal") && value_of(bottom.row) >= 3;
    if (!is_kind(bottom.row, "part") && !(is_single && count == 1))
        return FALSE;
    if (bottom.after.offset > 0 || (count == 1 && !is_of))
        return FALSE;
    number->value = count / value_of(bottom.row);
    number->is_part = TRUE;
    number->is_word = TRUE;
    finish(number, index, bottom.after);
    return number->value < 1;
}

static gboolean
read_vague(const CldTokens *tokens, guint index, CldNumber *number)
{
    guint n = 0;
    const char *const *row = cld_lexicon_match(numbers(), tokens, index, &n);
    if (is_kind(row, "unit") && n > 1) { /* "a pair of" */
        number->value = value_of(row);
    } else if (is_kind(row, "vague") && row[2] != NULL) {
        number->value = value_of(row);
        number->max = g_ascii_strtod(row[2], NULL);
        number->is_vague = TRUE;
    } else {
        return FALSE;
    }
    number->is_word = TRUE;
    finish(number, index, (Cursor){tokens, index + n, 0});
    return TRUE;
}

/* "½" and its like after digits or alone. */
static double
vulgar_fraction(const CldToken *token)
{
    static const struct {
        const char *sign;
        double value;
    } signs[] = {{"½", 0.5}, {"¼", 0.25}, {"¾", 0.75}, {"⅓", 1.0 / 3}, {"⅔", 2.0 / 3}};
    for (gsize i = 0; token != NULL && i < G_N_ELEMENTS(signs); i++)
        if (g_str_equal(token->lower, signs[i].sign))
            return signs[i].value;
    return 0;
}

/* "3bn", "1.25 billion", "$4-million", "12 thousand". Returns: how many tokens the scale takes */
static guint
read_scale(const CldTokens *tokens, guint index, double *scale)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    guint n = 1;
    if (token != NULL && g_str_equal(token->lower, "-") && !token->is_spaced) {
        token = cld_tokens_get(tokens, index + 1);
        n = 2;
        if (token == NULL || token->is_spaced)
            return 0;
    }
    if (token == NULL || token->kind != CLD_TOKEN_WORD)
        return 0;
    const char *const *row = cld_lexicon_lookup(numbers(), token->lower);
    if (!is_kind(row, "scale") && !is_kind(row, "glued"))
        return 0;
    if (g_str_equal(token->lower, "score") || (g_str_equal(token->lower, "k") && token->is_spaced))
        return 0;
    *scale = value_of(row);
    return n;
}

static gboolean
has_ordinal_tail(const char *lower)
{
    static const char *const tails[] = {"st", "nd", "rd", "th"};
    for (gsize i = 0; i < G_N_ELEMENTS(tails); i++)
        if (g_str_has_suffix(lower, tails[i]))
            return TRUE;
    return FALSE;
}

/* "12 500": blanks between groups of three digits. Returns: tokens that were added to @value */
static guint
read_groups(const CldTokens *tokens, guint index, double *value)
{
    guint n = 0;
    if (strspn(cld_tokens_get(tokens, index)->lower, "0123456789") > 3 || *value == 0)
        return 0;
    for (;; n++) {
        const CldToken *next = cld_tokens_get(tokens, index + 1 + n);
        if (next == NULL || next->kind != CLD_TOKEN_NUMBER || strlen(next->lower) != 3 ||
            strspn(next->lower, "0123456789") != 3 || *value >= 1e12)
            return n;
        *value = *value * 1000 + g_ascii_strtod(next->lower, NULL);
    }
}

static gboolean
read_digits(const CldTokens *tokens, guint index, CldNumber *number)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    double scale = 1;
    if (has_ordinal_tail(token->lower)) {
        number->value = g_ascii_strtod(token->lower, NULL);
        number->is_ordinal = TRUE;
        finish(number, index, (Cursor){tokens, index + 1, 0});
        return TRUE;
    }
    if (!cld_number_parse_digits(token->lower, &number->value))
        return FALSE;
    guint next = index + 1;
    if (strchr(token->lower, '.') == NULL && strchr(token->lower, ',') == NULL)
        next += read_groups(tokens, index, &number->value);
    double part = vulgar_fraction(cld_tokens_get(tokens, next));
    next += part > 0 ? 1 : 0;
    number->value += part;
    guint n = read_scale(tokens, next, &scale);
    number->is_scaled = n > 0;
    number->value *= scale;
    finish(number, index, (Cursor){tokens, next + n, 0});
    return TRUE;
}

/* "two and a half million", "one and a half": adds the half to what was read */
static void
add_half(const CldTokens *tokens, guint index, CldNumber *number)
{
    static const char *const words[] = {"and", "a", "half"};
    guint next = index + number->n_tokens;
    double scale = 1;
    if (number->rest != NULL || number->is_ordinal || number->is_vague || number->is_part)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        const CldToken *token = cld_tokens_get(tokens, next + (guint)i);
        if (token == NULL || !g_str_equal(token->lower, words[i]))
            return;
    }
    next += G_N_ELEMENTS(words);
    guint n = number->is_scaled ? 0 : read_scale(tokens, next, &scale);
    number->value = (number->value + 0.5) * scale;
    number->max = number->value;
    number->is_scaled = number->is_scaled || n > 0;
    number->n_tokens = next + n - index;
}

/**
 * cld_number_read:
 * @tokens: the words of a text
 * @index: where the number may begin
 * @number: (out): what it is
 *
 * Reads digits, number words and vague numbers ("dozens of": bounds), with their scale.
 *
 * Returns: %TRUE if a number begins at @index
 */
gboolean
cld_number_read(const CldTokens *tokens, guint index, CldNumber *number)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    *number = (CldNumber){0};
    if (token == NULL)
        return FALSE;
    gboolean is_read = FALSE;
    if (token->kind == CLD_TOKEN_NUMBER) {
        is_read = read_digits(tokens, index, number);
    } else if (token->kind == CLD_TOKEN_WORD) {
        is_read = read_vague(tokens, index, number) || read_fraction(tokens, index, number) ||
                  read_article(tokens, index, number);
        if (!is_read) {
            *number = (CldNumber){.is_word = TRUE};
            is_read = read_words(tokens, index, (Cursor){tokens, index, 0}, (Sum){0}, number);
        }
    } else if (vulgar_fraction(token) > 0) {
        number->value = vulgar_fraction(token);
        finish(number, index, (Cursor){tokens, index + 1, 0});
        is_read = TRUE;
    }
    if (is_read)
        add_half(tokens, index, number);
    return is_read;
}

/**
 * cld_number_parse:
 * @tokens: the words of a text
 * @index: where the number may begin
 * @n_tokens: (out) (optional): how many tokens it takes
 * @value: (out) (optional): the number
 *
 * Returns: %TRUE if a plain number, in digits or words, begins at @index; not for "third",
 *     "dozens" or "half"
 */
gboolean
cld_number_parse(const CldTokens *tokens, guint index, guint *n_tokens, double *value)
{
    CldNumber number;
    if (!cld_number_read(tokens, index, &number) || number.is_ordinal || number.is_vague ||
        number.is_part)
        return FALSE;
    if (n_tokens != NULL)
        *n_tokens = number.n_tokens;
    if (value != NULL)
        *value = number.value;
    return TRUE;
}
