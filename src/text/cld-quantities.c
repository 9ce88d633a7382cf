/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-quantities.h"
#include "cld-counted.h"
#include "cld-lexicon.h"
#include "cld-named-count.h"
#include "cld-number-context.h"
#include "cld-numbers.h"
#include <math.h>
#include <string.h>

#define QUANTITIES_MAX 10000 /* of one range */
#define TOLL_DISTANCE  6     /* words between "toll" and its number */
#define SHARED_GAP_MAX 3     /* words between two numbers that share a noun */

/* A number with what belongs to it, while it is being read. Token indexes, half-open. */
typedef struct {
    CldNumber number;
    guint start;        /* with a currency sign or a minus */
    guint number_start; /* the number alone */
    guint number_end;
    guint end;        /* with the unit and the noun */
    const char *unit; /* interned */
    const char *noun; /* interned */
    double factor;
    double offset;
    double sign;
    gboolean is_money; /* the currency stood before the number */
} Amount;

static gboolean
is_word(const CldTokens *tokens, guint index, const char *word)
{
    const CldToken *token = cld_tokens_get(tokens, index);
    return token != NULL && g_str_equal(token->lower, word);
}

/* "-5" is negative when the sign is spaced before and not after; "3-5" and "- 5" are not. */
static gboolean
is_minus(const CldTokens *tokens, guint index)
{
    const CldToken *sign = cld_tokens_get(tokens, index);
    const CldToken *next = cld_tokens_get(tokens, index + 1);
    return sign != NULL && next != NULL && g_str_equal(sign->lower, "-") && sign->is_spaced &&
           next->kind == CLD_TOKEN_NUMBER && !next->is_spaced;
}

/* "$", "US$", "EUR" before digits */
static guint
read_currency(const CldTokens *tokens, guint index, Amount *amount)
{
    guint n = 0;
    const char *const *row = cld_lexicon_match(cld_lexicon_get("unit-prefixes"), tokens, index, &n);
    const CldToken *next = cld_tokens_get(tokens, index + n);
    if (row == NULL || row[0] == NULL || next == NULL || next->kind != CLD_TOKEN_NUMBER)
        return index;
    const CldToken *sign = cld_tokens_get(tokens, index + n - 1);
    if (n > 1 && sign->kind == CLD_TOKEN_PUNCT && sign->is_spaced)
        return index; /* "a $250 fine" is not in Australian dollars */
    amount->unit = g_intern_string(row[0]);
    amount->is_money = TRUE;
    return index + n;
}

/* "$2m" and "2m people" are millions, "2m wide" are metres. */
static gboolean
is_million_sign(const CldTokens *tokens, guint index, const Amount *amount)
{
    const CldToken *sign = cld_tokens_get(tokens, index);
    if (sign == NULL || !g_str_equal(sign->lower, "m") || amount->number.is_scaled ||
        amount->number.is_word)
        return FALSE;
    if (amount->is_money)
        return TRUE;
    guint n = 0;
    const char *const *row = cld_lexicon_match(cld_lexicon_get("units"), tokens, index + 1, &n);
    if (row != NULL && n > 0)
        return TRUE; /* "2m euros", "2m tonnes" */
    return !sign->is_spaced && cld_counted_find(tokens, index + 1, FALSE).noun != NULL;
}

static const struct {
    const char *name;
    CldBound bound;
} bounds[] = {
    {"about", CLD_BOUND_ABOUT},
    {"least", CLD_BOUND_AT_LEAST},
    {"most", CLD_BOUND_AT_MOST},
    {"exact", CLD_BOUND_EXACT},
};

/* Words of bounding on one @side of a number. Returns: how many tokens they take */
static guint
read_bound(const CldTokens *tokens, guint index, const char *side, CldBound *bound)
{
    guint n = 0;
    const char *const *row = cld_lexicon_match(cld_lexicon_get("bounds"), tokens, index, &n);
    if (row == NULL)
        return 0;
    gboolean is_both = g_str_equal(row[0], "least") || g_str_equal(row[0], "most");
    if (!g_str_equal(row[1], side) && !(is_both && n == 2))
        return 0;
    for (gsize i = 0; i < G_N_ELEMENTS(bounds); i++)
        if (g_str_equal(bounds[i].name, row[0]))
            *bound = bounds[i].bound;
    return n;
}

static void
set_unit(Amount *amount, const char *const *row, guint end)
{
    amount->unit = g_intern_string(row[0]);
    amount->factor = row[1] != NULL ? g_ascii_strtod(row[1], NULL) : 1;
    amount->offset = row[1] != NULL && row[2] != NULL ? g_ascii_strtod(row[2], NULL) : 0;
    amount->end = end;
}

/* "30C" is a temperature, "30 C" need not be. */
static gboolean
is_stray_letter(const CldToken *token, guint n_tokens)
{
    return n_tokens == 1 && token->is_spaced &&
           (g_str_equal(token->lower, "c") || g_str_equal(token->lower, "f"));
}

/* "five-storey", "10-point", "two-man": what stands behind the hyphen is counted. */
static void
read_hyphenated(Amount *amount, const char *rest)
{
    if (amount->number.value == 1 || strchr(rest, '-') != NULL)
        return;
    amount->noun = cld_text_intern_stem(rest);
    gboolean is_people = cld_lexicon_lookup(cld_lexicon_get("persons"), rest) != NULL;
    amount->unit = is_people ? g_intern_static_string("people") : amount->noun;
}

/* The unit behind the number, perhaps hyphenated: "12 km", "12-hour", "17-year-old", "ten-year" */
static gboolean
read_unit(const CldTokens *tokens, Amount *amount)
{
    const CldLexicon *units = cld_lexicon_get("units");
    guint n = 0;
    guint from = amount->number_end;
    if (amount->number.rest != NULL) {
        const char *const *row = cld_lexicon_lookup(units, amount->number.rest);
        if (row != NULL && row[0] != NULL)
            set_unit(amount, row, from);
        else
            read_hyphenated(amount, amount->number.rest);
        return amount->unit != NULL;
    }
    const CldToken *first = cld_tokens_get(tokens, from);
    if (first != NULL && g_str_equal(first->lower, "-") && !first->is_spaced)
        first = cld_tokens_get(tokens, ++from);
    const char *const *row = cld_lexicon_match(units, tokens, from, &n);
    if (row == NULL && first != NULL && from > amount->number_end &&
        first->kind == CLD_TOKEN_WORD && !first->is_spaced &&
        read_bound(tokens, amount->number_end, "after", &(CldBound){0}) == 0) {
        read_hyphenated(amount, first->lower);
        amount->end = from + 1;
        return amount->unit != NULL;
    }
    if (row == NULL || row[0] == NULL || is_stray_letter(first, n))
        return FALSE;
    set_unit(amount, row, from + n);
    return TRUE;
}

static void
read_money_scale(const CldTokens *tokens, Amount *amount)
{
    if (!is_million_sign(tokens, amount->number_end, amount))
        return;
    amount->number.value *= 1e6;
    amount->number.max *= 1e6;
    amount->number.is_scaled = TRUE;
    amount->number_end++;
    amount->end = amount->number_end;
}

/* What is measured: "90 tonnes of fuel", "25 per cent of voters", "a 12-hour ceasefire" */
static void
read_measured(const CldTokens *tokens, Amount *amount)
{
    if (amount->unit == g_intern_static_string("year")) {
        amount->noun = g_intern_static_string("age");
        return;
    }
    if (!is_word(tokens, amount->end, "of"))
        return;
    CldCounted counted = cld_counted_find(tokens, amount->end, FALSE);
    if (counted.noun == NULL)
        return;
    amount->noun = counted.noun;
}

/* The people or things that a bare number counts. */
static void
read_counted(const CldTokens *tokens, Amount *amount)
{
    if (amount->number.rest != NULL)
        return;
    gboolean is_one = amount->number.value == 1 && !amount->number.is_part;
    CldCounted counted = cld_counted_find(tokens, amount->number_end, is_one);
    if (counted.noun == NULL)
        return;
    amount->noun = counted.noun;
    amount->end = counted.end;
    if (!amount->number.is_part)
        amount->unit = counted.is_people ? g_intern_static_string("people") : counted.noun;
}

/* Reads a number with its currency, unit and noun. Returns: %FALSE if none begins at @index */
static gboolean
read_amount(const CldTokens *tokens, guint index, Amount *amount)
{
    *amount = (Amount){.start = index, .factor = 1, .sign = 1};
    guint at = index;
    if (is_minus(tokens, at)) {
        amount->sign = -1;
        at++;
    }
    at = read_currency(tokens, at, amount);
    if (!cld_number_read(tokens, at, &amount->number))
        return FALSE;
    amount->number_start = amount->sign < 0 && !amount->is_money ? index : at;
    amount->number_end = at + amount->number.n_tokens;
    amount->end = amount->number_end;
    if (amount->number.is_ordinal)
        return TRUE;
    read_money_scale(tokens, amount);
    if (amount->number.is_part) {
        amount->factor = 100;
        amount->unit = g_intern_static_string("%");
        read_counted(tokens, amount);
        return TRUE;
    }
    const char *money = amount->unit;
    if (read_unit(tokens, amount) && money == NULL) {
        read_measured(tokens, amount);
        return TRUE;
    }
    if (money != NULL) { /* "$5 a barrel": the sign decides */
        amount->unit = money;
        amount->factor = 1;
        amount->offset = 0;
        amount->end = MAX(amount->number_end, amount->start);
        return TRUE;
    }
    read_counted(tokens, amount);
    return TRUE;
}

static double
in_base(const Amount *amount, double value)
{
    double base = amount->sign * value * amount->factor + amount->offset;
    return round(base * 1e6) / 1e6; /* 25 miles and 40.2336 km are one distance */
}

/* "30 to 40", "20-30", "between 30 and 40", "two or three" */
static gboolean
is_range_word(const CldTokens *tokens, guint index, gboolean is_between)
{
    if (is_between)
        return is_word(tokens, index, "and");
    return is_word(tokens, index, "to") || is_word(tokens, index, "-") ||
           is_word(tokens, index, "or");
}

/* "3 to 4 million" and "$3-4bn": the first number takes the scale of the second. */
static void
share_scale(Amount *low, const Amount *high)
{
    static const double scales[] = {1e12, 1e9, 1e6, 1e3};
    if (low->number.is_scaled || !high->number.is_scaled)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(scales); i++)
        if (high->number.value >= scales[i] && low->number.value < scales[i]) {
            low->number.value *= scales[i];
            low->number.max = low->number.value;
            return;
        }
}

/* Returns: %TRUE if @low and @high are the ends of one range: same unit, growing */
static gboolean
is_range(const Amount *low, const Amount *high)
{
    if (low->number.is_vague || high->number.is_vague || high->number.is_ordinal)
        return FALSE;
    if (low->unit != NULL && high->unit != NULL && low->unit != high->unit)
        return FALSE;
    if (low->noun != NULL && low->end > low->number_end && low->noun != high->noun)
        return FALSE;
    gboolean has_unit = low->unit != NULL && low->end > low->number_end;
    double factor = has_unit || low->is_money ? low->factor : high->factor;
    return low->sign * low->number.value * factor < high->sign * high->number.value * high->factor;
}

static gboolean
read_range(const CldTokens *tokens, Amount *low, gboolean is_between, Amount *high)
{
    if (low->number.is_ordinal || !is_range_word(tokens, low->end, is_between))
        return FALSE;
    gboolean is_from = low->start > 0 && is_word(tokens, low->start - 1, "from");
    if (is_from && is_word(tokens, low->end, "to"))
        return FALSE; /* "rose from 30 to 40" is a change */
    if (!read_amount(tokens, low->end + 1, high))
        return FALSE;
    Amount scaled = *low;
    share_scale(&scaled, high);
    if (!is_range(&scaled, high))
        return FALSE;
    *low = scaled;
    if (low->unit == NULL || low->end == low->number_end) {
        low->factor = high->factor;
        low->offset = high->offset;
    }
    return TRUE;
}

/* "400 or more", "400-odd", "400+", "400 people or more" */
static void
read_bound_after(const CldTokens *tokens, Amount *amount, CldBound *bound)
{
    const guint places[] = {amount->number_end, amount->end};
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        guint at = places[i];
        guint n = read_bound(tokens, at, "after", bound);
        if (n == 0)
            continue;
        if (at + n > amount->end) {
            guint number_end = amount->number_end;
            amount->number_end = at + n;
            if (amount->unit == NULL)
                read_counted(tokens, amount);
            amount->end = MAX(amount->end, at + n);
            amount->number_end = number_end;
        }
        return;
    }
}

static CldSpan
span_of(const CldTokens *tokens, guint from, guint to)
{
    CldSpan span = {cld_tokens_get(tokens, from)->span.start, 0};
    span.end = cld_tokens_get(tokens, MAX(to, from + 1) - 1)->span.end;
    return span;
}

/* Where the number alone ends: "ten-year" is one word, of which "ten" is the number. */
static CldSpan
number_span(const CldTokens *tokens, const Amount *amount)
{
    CldSpan span = span_of(tokens, amount->number_start, amount->number_end);
    gsize rest = amount->number.rest != NULL ? strlen(amount->number.rest) + 1 : 0;
    const CldToken *last = cld_tokens_get(tokens, amount->number_end - 1);
    if (rest > 0 && strlen(last->lower) == cld_span_length(last->span))
        span.end -= rest;
    return span;
}

static CldQuantity
build(const CldTokens *tokens, guint start, const Amount *low, const Amount *high, CldBound bound)
{
    CldQuantity quantity = {.bound = bound};
    const Amount *last = high != NULL ? high : low;
    quantity.span = span_of(tokens, start, last->end);
    quantity.number = number_span(tokens, low);
    quantity.value = in_base(low, low->number.value);
    quantity.max = in_base(last, last->number.max);
    quantity.unit = last->unit != NULL ? last->unit : low->unit;
    quantity.noun = last->noun != NULL ? last->noun : low->noun;
    quantity.is_ordinal = low->number.is_ordinal;
    if (high != NULL) {
        quantity.number = cld_span_join(quantity.number, number_span(tokens, high));
        quantity.bound = CLD_BOUND_RANGE;
    } else if (low->number.is_vague) {
        quantity.bound = CLD_BOUND_RANGE;
    } else if (low->number.is_part && bound == CLD_BOUND_EXACT) {
        quantity.bound = CLD_BOUND_ABOUT; /* "two-thirds" is never counted out */
    }
    return quantity;
}

/* "killed 41", "the toll rose to at least 41": people are counted though no noun says so. */
static gboolean
counts_victims(const CldTokens *tokens, guint index)
{
    const CldLexicon *cues = cld_lexicon_get("casualty-cues");
    for (guint back = 1; back <= MIN(index, TOLL_DISTANCE); back++) {
        const CldToken *token = cld_tokens_get(tokens, index - back);
        if (token->kind == CLD_TOKEN_PUNCT)
            return FALSE;
        const char *const *row = cld_lexicon_match(cues, tokens, index - back, NULL);
        const char *role = row == NULL || row[0] == NULL ? "" : row[0];
        if (g_str_equal(role, "noun") || (back == 1 && g_str_equal(role, "verb")))
            return TRUE;
    }
    return FALSE;
}

/* A bare number whose name stands elsewhere in the sentence. */
static void
read_named(const CldTokens *tokens, guint index, Amount *amount)
{
    CldCounted counted = cld_named_count_find(tokens, index, amount->number_end);
    gboolean is_people = counted.is_people || counts_victims(tokens, index);
    amount->noun = counted.noun;
    amount->unit = is_people ? g_intern_static_string("people") : counted.noun;
}

/* "3-1" is a score: neither an amount nor a range. Returns: the token after it; 0: it is none */
static guint
skip_score(const CldTokens *tokens, const Amount *low)
{
    const CldToken *dash = cld_tokens_get(tokens, low->end);
    const CldToken *next = cld_tokens_get(tokens, low->end + 1);
    if (dash == NULL || next == NULL || !g_str_equal(dash->lower, "-") || dash->is_spaced ||
        next->is_spaced || next->kind != CLD_TOKEN_NUMBER || low->is_money)
        return 0;
    return low->end + 2;
}

/* Reads one quantity. Returns: the token after it; @index if none begins there */
static guint
read_quantity(const CldTokens *tokens, guint index, GArray *quantities)
{
    CldBound bound = CLD_BOUND_EXACT;
    Amount low, high;
    gboolean is_between = is_word(tokens, index, "between");
    guint at = index + (is_between ? 1 : read_bound(tokens, index, "before", &bound));
    guint skipped = cld_number_context_skip(tokens, at);
    if (skipped > at)
        return skipped;
    if (!read_amount(tokens, at, &low))
        return index;
    gboolean has_noun = low.unit != NULL || low.noun != NULL;
    CldNumberUse use = cld_number_context_judge(tokens, low.number_start, &low.number, has_noun,
                                                at > index || low.is_money);
    if (use == CLD_NUMBER_USE_NONE)
        return low.number_end;
    low.number.is_ordinal = low.number.is_ordinal || use == CLD_NUMBER_USE_NAME;
    gboolean is_range = use == CLD_NUMBER_USE_AMOUNT && read_range(tokens, &low, is_between, &high);
    guint score = is_range ? 0 : skip_score(tokens, &low);
    if (score > 0)
        return score;
    if (!is_range && !low.number.is_ordinal)
        read_bound_after(tokens, &low, &bound);
    if (use == CLD_NUMBER_USE_AMOUNT && low.unit == NULL && low.noun == NULL)
        read_named(tokens, index, &low);
    if (use == CLD_NUMBER_USE_AGE) {
        low.unit = g_intern_static_string("year");
        low.noun = g_intern_static_string("age");
    }
    CldQuantity quantity =
        build(tokens, is_between && !is_range ? at : index, &low, is_range ? &high : NULL, bound);
    g_array_append_val(quantities, quantity);
    return is_range ? high.end : low.end;
}

/* What stands between two numbers that count the same. */
typedef enum {
    LINK_NONE,
    LINK_BACK,
    LINK_ON
} Link;

static Link
link_between(const CldTokens *tokens, const CldQuantity *left, const CldQuantity *right)
{
    static const char *const on[] = {"to", "against", "versus", NULL};
    static const char *const back[] = {"and", "or", NULL};
    guint from = cld_tokens_index_at(tokens, left->span.end);
    guint to = cld_tokens_index_at(tokens, right->span.start);
    if (to <= from || to - from > SHARED_GAP_MAX)
        return LINK_NONE;
    const char *word = cld_tokens_get(tokens, to - 1)->lower;
    if (to - from == 1 && g_strv_contains(on, word))
        return LINK_ON;
    for (guint i = from; i + 1 < to; i++)
        if (cld_tokens_get(tokens, i)->kind != CLD_TOKEN_WORD)
            return LINK_NONE;
    return g_strv_contains(back, word) ? LINK_BACK : LINK_NONE;
}

static void
copy_unit(CldQuantity *to, const CldQuantity *from)
{
    if (to->unit != NULL || to->noun != NULL || to->is_ordinal || from->noun == NULL)
        return;
    if (from->unit != from->noun && from->unit != g_intern_static_string("people"))
        return; /* only what is counted, not what is measured */
    to->unit = from->unit;
    to->noun = from->noun;
}

/* "three Kenyan and two Greek sailors", "45 votes to 12" */
static void
share_nouns(const CldTokens *tokens, GArray *quantities)
{
    for (guint i = 1; i < quantities->len; i++) {
        CldQuantity *left = &g_array_index(quantities, CldQuantity, i - 1);
        CldQuantity *right = left + 1;
        Link link = link_between(tokens, left, right);
        if (link == LINK_BACK)
            copy_unit(left, right);
        else if (link == LINK_ON)
            copy_unit(right, left);
    }
}

/**
 * cld_quantities_find:
 * @text: the text that @tokens was cut from
 * @tokens: its words
 *
 * Finds counted and measured amounts, in digits and words, with unit, bound, range and counted
 * noun. Years, dates, clock times, telephone numbers and list marks are left out; numbers that are
 * part of a name ("Article 5") and places in a row ("the third") are marked as ordinals.
 *
 * Returns: (transfer full) (element-type CldQuantity): in text order, without overlap
 */
GArray *
cld_quantities_find(const char *text, const CldTokens *tokens)
{
    GArray *quantities = g_array_new(FALSE, FALSE, sizeof(CldQuantity));
    guint n_tokens = cld_tokens_length(tokens);
    for (guint i = 0; i < n_tokens && quantities->len < QUANTITIES_MAX;) {
        guint next = read_quantity(tokens, i, quantities);
        i = next > i ? next : i + 1;
    }
    share_nouns(tokens, quantities);
    return quantities;
}
