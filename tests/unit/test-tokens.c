/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-tokens.h"
#include <string.h>

typedef struct {
    const char *path;
    const char *text;
    const char *expected; /* tokens between bars */
} Row;

static const Row rows[] = {
    {"/tokens/words", "The pro-Russian mayor isn't here.", "The|pro-Russian|mayor|isn't|here|."},
    {"/tokens/curly-apostrophe", "It isn’t.", "It|isn’t|."},
    {"/tokens/possessive", "Peru's and the Joneses' car", "Peru|'s|and|the|Joneses|'|car"},
    {"/tokens/possessive-curly", "Peru’s car", "Peru|’s|car"},
    {"/tokens/inner-apostrophe", "O'Brien at six o'clock", "O'Brien|at|six|o'clock"},
    {"/tokens/dotted", "U.S. troops left at 5 p.m. on Friday",
     "U.S.|troops|left|at|5|p.m.|on|Friday"},
    {"/tokens/dotted-end", "He left the U.K.", "He|left|the|U.K."},
    {"/tokens/initials", "J. K. Smith and A.B. Jones", "J.|K.|Smith|and|A.B.|Jones"},
    {"/tokens/letter-ends", "This is plan B.", "This|is|plan|B|."},
    {"/tokens/abbreviation", "Gen. Smith", "Gen|.|Smith"},
    {"/tokens/hyphens", "Kok-Tash, Kim Min-su and al-Amin", "Kok-Tash|,|Kim|Min-su|and|al-Amin"},
    {"/tokens/hyphen-number", "Covid-19 and mid-2019", "Covid-19|and|mid-2019"},
    {"/tokens/number-hyphen", "a 17-year-old", "a|17|-|year-old"},
    {"/tokens/dash", "peace - or war – or both", "peace|-|or|war|–|or|both"},
    {"/tokens/dangling-hyphen", "pre- and post-war", "pre|-|and|post-war"},
    {"/tokens/thousands", "4,200 and 1.25", "4,200|and|1.25"},
    {"/tokens/space-thousands", "5\u00a0000 or 12\u202f500\u202f000",
     "5\u00a0000|or|12\u202f500\u202f000"},
    {"/tokens/no-thousands", "In 2019\u00a0300 left 5 000", "In|2019\u00a0300|left|5|000"},
    {"/tokens/clock", "at 18:40", "at|18|:|40"},
    {"/tokens/range", "20-30", "20|-|30"},
    {"/tokens/glued-unit", "2m, 25km, 9am, £3bn", "2|m|,|25|km|,|9|am|,|£|3|bn"},
    {"/tokens/ordinals", "the 21st of the 1990s on 5G", "the|21st|of|the|1990s|on|5G"},
    {"/tokens/code", "G20 and F-16", "G20|and|F-16"},
    {"/tokens/money", "$3,800 (25%)", "$|3,800|(|25|%|)"},
    {"/tokens/quotes", "“Yes,” he said. «No»", "“|Yes|,|”|he|said|.|«|No|»"},
    {"/tokens/lost-space", "It ended.Then example.org", "It|ended|.|Then|example.org"},
    {"/tokens/slash", "90 km/h", "90|km|/|h"},
    {"/tokens/accents", "Šarić à Đakovo", "Šarić|à|Đakovo"},
    {"/tokens/cyrillic", "Він сказав", "Він|сказав"},
    {"/tokens/space-only", " \n\t ", ""},
};

static void
test_cut(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldTokens) tokens = cld_tokens_new(row->text, (CldSpan){0, strlen(row->text)});
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        g_autofree char *word = cld_span_dup_text(cld_tokens_get(tokens, i)->span, row->text);
        g_string_append_printf(joined, "%s%s", i > 0 ? "|" : "", word);
    }
    g_assert_cmpstr(joined->str, ==, row->expected);
}

static void
test_facts(void)
{
    static const char text[] = "NATO’s Denied 12 “É”";
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    const CldToken *nato = cld_tokens_get(tokens, 0);
    g_assert_cmpstr(nato->lower, ==, "nato");
    g_assert_true(nato->is_capital && nato->is_all_caps && nato->is_spaced);
    g_assert_cmpstr(cld_tokens_get(tokens, 1)->lower, ==, "'s");
    g_assert_false(cld_tokens_get(tokens, 1)->is_spaced);
    const CldToken *denied = cld_tokens_get(tokens, 2);
    g_assert_cmpstr(denied->lower, ==, "denied");
    g_assert_cmpstr(denied->stem, ==, "deni");
    g_assert_true(denied->is_capital && !denied->is_all_caps);
    const CldToken *twelve = cld_tokens_get(tokens, 3);
    g_assert_cmpint(twelve->kind, ==, CLD_TOKEN_NUMBER);
    g_assert_true(twelve->stem == twelve->lower);
    const CldToken *quote = cld_tokens_get(tokens, 4);
    g_assert_cmpint(quote->kind, ==, CLD_TOKEN_PUNCT);
    g_assert_cmpstr(quote->lower, ==, "\"");
    const CldToken *letter = cld_tokens_get(tokens, 5);
    g_assert_cmpstr(letter->lower, ==, "é");
    g_assert_true(letter->is_capital && !letter->is_all_caps);
    g_assert_null(cld_tokens_get(tokens, cld_tokens_length(tokens)));
}

static void
test_part(void)
{
    static const char text[] = "one two three";
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){4, 7});
    g_assert_cmpuint(cld_tokens_length(tokens), ==, 1);
    g_assert_cmpuint(cld_tokens_get(tokens, 0)->span.start, ==, 4);
    g_assert_cmpuint(cld_tokens_get(tokens, 0)->span.end, ==, 7);
    g_autoptr(CldTokens) none = cld_tokens_new(text, (CldSpan){4, 4});
    g_assert_cmpuint(cld_tokens_length(none), ==, 0);
}

static void
test_index_at(void)
{
    static const char text[] = "one two three";
    static const guint expected[] = {0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3};
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
    for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
        g_assert_cmpuint(cld_tokens_index_at(tokens, i), ==, expected[i]);
}

static const struct {
    const char *text, *folded;
} folds[] = {
    {"ABC", "abc"},         {"İ", "i̇"},         {"“A–B’s”", "\"a-b's\""}, {"e\xcc\x81", "é"},
    {"co\u00adop", "coop"}, {"ŠARIĆ", "šarić"}, {"5\u00a0000", "5 000"},  {"`x´", "'x'"},
};

static void
test_fold(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(folds); i++) {
        g_autofree char *folded = cld_text_fold(folds[i].text, -1);
        if (i != 1) /* the dotted capital I has no agreed small letter */
            g_assert_cmpstr(folded, ==, folds[i].folded);
        g_autofree char *twice = cld_text_fold(folded, -1);
        g_assert_cmpstr(twice, ==, folded);
    }
}

/* A flood of combining marks took seconds where NFC is done without the stream-safe bound. */
static void
test_marks(void)
{
    g_autoptr(GString) text = g_string_new("a");
    for (int i = 0; i < 50000; i++)
        g_string_append(text, i % 2 == 0 ? "\xcc\x81" : "\xcc\xa3");
    g_autofree char *folded = cld_text_fold(text->str, -1);
    g_assert_cmpuint(g_utf8_strlen(folded, -1), <=, 32);
}

static void
test_stem(void)
{
    const char *stem = cld_text_intern_stem("hostages");
    g_assert_cmpstr(stem, ==, "hostag");
    g_assert_true(stem == cld_text_intern_stem("hostage"));
    g_autofree char *endless = g_strnfill(5000, 's');
    g_assert_cmpstr(cld_text_intern_stem(endless), ==, endless);
}

static char *
dup_random_text(void)
{
    static const char *const pieces[] = {
        " ", ".",  "-",    "'",  "’", "\n", "\u00a0",   "A",      "b",    "7",
        ",", "\"", "“",    "é",  "Ж", "漢", "\xcc\x81", "😀",      "s",    "\u200d",
        "%", "$",  "U.S.", "12", "(", ")",  "th",       "\u2028", "\x7f",
    };
    GString *text = g_string_new(NULL);
    int n = g_test_rand_int_range(0, 60);
    for (int i = 0; i < n; i++)
        g_string_append(text, pieces[g_test_rand_int_range(0, (gint32)G_N_ELEMENTS(pieces))]);
    return g_string_free(text, FALSE);
}

static void
check_tokens(const char *text)
{
    gsize length = strlen(text), last = 0;
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, length});
    g_autoptr(CldTokens) again = cld_tokens_new(text, (CldSpan){0, length});
    g_assert_cmpuint(cld_tokens_length(tokens), ==, cld_tokens_length(again));
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        const CldToken *token = cld_tokens_get(tokens, i);
        const CldToken *same = cld_tokens_get(again, i);
        g_assert_true(cld_span_is_valid_in(token->span, text, length));
        g_assert_cmpuint(token->span.start, >=, last);
        g_assert_cmpuint(token->span.end, >, token->span.start);
        g_assert_true(g_utf8_validate(token->lower, -1, NULL));
        g_assert_cmpstr(token->stem, ==, same->stem);
        g_assert_cmpuint(token->span.end, ==, same->span.end);
        last = token->span.end;
    }
}

static void
test_random(void)
{
    for (int i = 0; i < 3000; i++) {
        g_autofree char *text = dup_random_text();
        check_tokens(text);
    }
    for (int i = 0; i < 500; i++) {
        char bytes[64];
        for (gsize j = 0; j < sizeof bytes; j++)
            bytes[j] = (char)g_test_rand_int_range(1, 256);
        g_autofree char *text = g_utf8_make_valid(bytes, sizeof bytes);
        check_tokens(text);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_cut);
    g_test_add_func("/tokens/facts", test_facts);
    g_test_add_func("/tokens/part", test_part);
    g_test_add_func("/tokens/index-at", test_index_at);
    g_test_add_func("/tokens/fold", test_fold);
    g_test_add_func("/tokens/marks", test_marks);
    g_test_add_func("/tokens/stem", test_stem);
    g_test_add_func("/tokens/random", test_random);
    return g_test_run();
}
