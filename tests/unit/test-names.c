/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-names.h"
#include <string.h>

/* A row gives every name: "[title] name|kind|key|given", separated by " ; ". */
typedef struct {
    const char *path;
    const char *text;
    const char *expected;
} Row;

static const Row rows[] = {
    {"/names/title", "The talks with Kenyan President Joseph Otile went on.",
     "Kenyan|?|kenya|- ; [Kenyan President] Joseph Otile|P|otile|joseph"},
    {"/names/small-title", "It works, managing director Bo Lund told us.",
     "[managing director] Bo Lund|P|lund|bo"},
    {"/names/rank", "They met Maj. Gen. Amos Reed there.", "[Maj. Gen.] Amos Reed|P|reed|amos"},
    {"/names/mr", "We asked Mr Stone and Mr. Frost about it.",
     "[Mr] Stone|P|stone|- ; [Mr.] Frost|P|frost|-"},
    {"/names/title-alone", "Then the Prime Minister went home.", ""},
    {"/names/secretary", "It fell to US Secretary of State Ida Roe to answer.",
     "US|L|united states|- ; [US Secretary of State] Ida Roe|P|roe|ida"},
    {"/names/starter", "But Kenya refused to say why.", "Kenya|L|kenya|-"},
    {"/names/day", "Yesterday Kenya refused, and on Monday Peru did in May.",
     "Kenya|L|kenya|- ; Peru|L|peru|-"},
    {"/names/common-first", "Police said that nobody had come.", ""},
    {"/names/quoted-surname", "Frost said that nobody had come.", "Frost|?|frost|-"},
    {"/names/ministry", "An aide at the Ministry of Trade and Industry said so.",
     "Ministry of Trade and Industry|O|ministry of trade and industry|-"},
    {"/names/body", "It sued the Tavas Mining Company and NATO over it.",
     "Tavas Mining Company|O|tavas mining company|- ; NATO|O|nato|-"},
    {"/names/common-body", "He wrote to the Supreme Court about it.",
     "Supreme Court|O|supreme court|-"},
    {"/names/acronym", "He wrote to the European Union and the EU about it.",
     "European Union|O|eu|- ; EU|O|eu|-"},
    {"/names/place", "The road from Lake Tavas to St. Orvin was shut.",
     "Lake Tavas|L|lake tavas|- ; St. Orvin|L|st orvin|-"},
    {"/names/in-place", "The road was shut in Kok-Tash at noon.", "Kok-Tash|L|kok-tash|-"},
    {"/names/alias-place", "The road was shut around Kiev and Kyiv at noon.",
     "Kiev|L|kyiv|- ; Kyiv|L|kyiv|-"},
    {"/names/particles", "They had asked Ursula von der Leyen and Omar bin Salman first.",
     "Ursula von der Leyen|P|leyen|ursula ; Omar bin Salman|P|salman|omar"},
    {"/names/article", "They had asked Yusuf al-Amin first.", "Yusuf al-Amin|P|amin|yusuf"},
    {"/names/initials", "They had asked J. K. Harrow first.", "J. K. Harrow|P|harrow|-"},
    {"/names/korean", "They had asked Kim Min-su and Xi Jinping first.",
     "Kim Min-su|P|kim|min-so ; Xi Jinping|P|xi|jinping"},
    {"/names/possessive", "This was Peru's plan and Ida Roe's idea.",
     "Peru|L|peru|- ; Ida Roe|P|roe|ida"},
    {"/names/demonym", "The plan pleased Peruvian officials and Germans alike.",
     "Peruvian|?|peru|- ; Germans|?|germany|-"},
    {"/names/country-longest", "The plan pleased South Sudan and the United States of America.",
     "South Sudan|L|south sudan|- ; United States of America|L|united states|-"},
    {"/names/us-pronoun", "\"Us? They never asked us,\" he said.", ""},
    {"/names/headline", "Mine Blast Kills Fourteen Workers In Peru", "Peru|L|peru|-"},
    {"/names/shouting", "MINE BLAST KILLS FOURTEEN WORKERS", ""},
    {"/names/shouted-word", "They saw SEVEN people, a MUST READ story.", ""},
    {"/names/number", "Fifty-one of them came home.", ""},
    {"/names/diacritics", "They had asked Ana Šarić first.", "Ana Šarić|P|saric|ana"},
};

static void
test_find(gconstpointer data)
{
    static const char kinds[] = "?PLO";
    const Row *row = data;
    g_autoptr(CldTokens) tokens = cld_tokens_new(row->text, (CldSpan){0, strlen(row->text)});
    g_autoptr(GArray) names = cld_names_find(row->text, tokens);
    g_autoptr(GString) got = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++) {
        const CldNameMention *name = &g_array_index(names, CldNameMention, i);
        g_autofree char *words = cld_span_dup_text(name->span, row->text);
        g_autofree char *title = cld_span_dup_text(name->title, row->text);
        g_string_append_printf(got, "%s%s%s%s%s|%c|%s|%s", i > 0 ? " ; " : "", *title ? "[" : "",
                               title, *title ? "] " : "", words, kinds[name->kind], name->key,
                               name->given != NULL ? name->given : "-");
        g_assert_true(name->key == g_intern_string(name->key));
    }
    g_assert_cmpstr(got->str, ==, row->expected);
}

static const struct {
    const char *name, *key, *given;
} persons[] = {
    {"Zelenskyy", "zelensky", NULL},
    {"Volodymyr Zelenskiy", "zelensky", "vladimir"},
    {"Vladimir Zelenskij", "zelensky", "vladimir"},
    {"Зеленський", "zelensky", NULL},
    {"Ana Šarić", "saric", "ana"},
    {"Pak Chong-ho", "park", "conk-ho"},
    {"Park Jung-ho", "park", "conk-ho"},
    {"Xi Jinping", "xi", "jinping"},
    {"Mary Smith-Jones", "smith-jones", "mary"},
    {"Omar al-Amin", "amin", "omar"},
    {"John Roe Jr.", "roe", "john"},
    {"J. Roe", "roe", NULL},
    {"O'Hara", "ohara", NULL},
    {"", "", NULL},
};

static const struct {
    const char *name, *key;
} others[] = {
    {"Kiev", "kyiv"},
    {"the United Nations", "un"},
    {"Ukrainian", "ukraine"},
    {"U.S.", "united states"},
    {"Deutschland", "germany"},
    {"Aghia Marina", "ayia marina"},
    {"Ayia Marina", "ayia marina"},
};

static void
test_keys(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(persons); i++) {
        g_autofree char *key = cld_name_dup_key(persons[i].name, CLD_NAME_PERSON);
        g_autofree char *given = cld_name_dup_given(persons[i].name);
        g_assert_cmpstr(key, ==, persons[i].key);
        g_assert_cmpstr(given, ==, persons[i].given);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *key = cld_name_dup_key(others[i].name, CLD_NAME_PLACE);
        g_assert_cmpstr(key, ==, others[i].key);
    }
}

static const struct {
    const char *a, *b;
    gboolean is_same;
} pairs[] = {
    {"Hrynchuk", "Grinchuk", TRUE},
    {"Petro Hrynchuk", "Pyotr Grinchuk", TRUE},
    {"Khodorkovsky", "Hodorkovskiy", TRUE},
    {"Müller", "Mueller", TRUE},
    {"Kryk", "Krik", TRUE},
    {"Petrov", "Pavlov", FALSE},
    {"Sharapov", "Shapovalov", FALSE},
    {"Ivan Petrov", "Maria Petrova", FALSE},
    {"Reed", "Roe", FALSE},
    {"", "Roe", FALSE},
};

static void
test_similarity(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        double there = cld_name_similarity(pairs[i].a, pairs[i].b);
        double back = cld_name_similarity(pairs[i].b, pairs[i].a);
        g_test_message("%s %s", pairs[i].a, pairs[i].b);
        g_assert_cmpfloat_with_epsilon(there, back, 1e-9);
        g_assert_cmpint(there > 0.8, ==, pairs[i].is_same);
        g_assert_cmpfloat(there, <=, 1);
        g_assert_cmpfloat(there, >=, 0);
    }
}

static void
test_skeleton(void)
{
    g_autofree char *h = cld_name_dup_skeleton("Hrynchuk");
    g_autofree char *g = cld_name_dup_skeleton("Grinchuk");
    g_autofree char *vowel = cld_name_dup_skeleton("Anna");
    g_assert_cmpstr(h, ==, g);
    g_assert_cmpstr(vowel, ==, "AN");
}

static void
check_names(const char *text)
{
    gsize length = strlen(text), last = 0;
    g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, length});
    g_autoptr(GArray) names = cld_names_find(text, tokens);
    g_autoptr(GArray) again = cld_names_find(text, tokens);
    g_assert_cmpuint(names->len, ==, again->len);
    for (guint i = 0; i < names->len; i++) {
        const CldNameMention *name = &g_array_index(names, CldNameMention, i);
        g_assert_true(cld_span_is_valid_in(name->span, text, length));
        g_assert_true(cld_span_is_valid_in(name->title, text, length));
        g_assert_cmpuint(name->span.start, >=, last);
        g_assert_cmpuint(name->first_token + name->n_tokens, <=, cld_tokens_length(tokens));
        g_assert_true(name->key == g_array_index(again, CldNameMention, i).key);
        last = name->span.end;
    }
}

static void
test_random(void)
{
    static const char *const pieces[] = {
        " ",
        "Kenya ",
        "Ida ",
        "of ",
        "the ",
        "President ",
        "Gen",
        ". ",
        "Ministry ",
        "von der ",
        "\"",
        "US ",
        "Kim Min-su ",
        "said ",
        "-",
        "'s ",
        "&",
        "Šarić ",
        "Secretary of State ",
        "al-",
        "Roe ",
        ", ",
        "É",
        "漢",
        "MAY ",
        "St",
        "and ",
    };
    for (int i = 0; i < 3000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        int n = g_test_rand_int_range(0, 40);
        for (int j = 0; j < n; j++)
            g_string_append(text, pieces[g_test_rand_int_range(0, (gint32)G_N_ELEMENTS(pieces))]);
        check_names(text->str);
    }
    for (int i = 0; i < 300; i++) {
        char bytes[64];
        for (gsize j = 0; j < sizeof bytes; j++)
            bytes[j] = (char)g_test_rand_int_range(1, 256);
        g_autofree char *text = g_utf8_make_valid(bytes, sizeof bytes);
        check_names(text);
        g_autofree char *key = cld_name_dup_key(text, CLD_NAME_PERSON);
        g_assert_true(g_utf8_validate(key, -1, NULL));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_find);
    g_test_add_func("/names/keys", test_keys);
    g_test_add_func("/names/similarity", test_similarity);
    g_test_add_func("/names/skeleton", test_skeleton);
    g_test_add_func("/names/random", test_random);
    return g_test_run();
}
