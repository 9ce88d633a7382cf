/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-quantities.h"
#include <string.h>

/* A row gives every quantity of its text, in order: "span|bound value..max|unit|noun", '-' for no
 * unit or noun, '#' as the bound of an ordinal, separated by " ; ". */
typedef struct {
    const char *path;
    const char *text;
    const char *expected;
} Row;

static const Row rows[] = {
    {"/quantities/people", "The 41 dead and 58 missing people.",
     "41 dead|=41|people|dead ; 58 missing people|=58|people|peopl"},
    {"/quantities/passive", "64 people had been found, three of them in lofts.",
     "64 people|=64|people|peopl ; three|=3|-|-"},
    {"/quantities/partitive", "22 of the 31 sailors swam.",
     "22|=22|people|sailor ; 31 sailors|=31|people|sailor"},
    {"/quantities/states", "14 dead, dozens injured",
     "14 dead|=14|people|dead ; "
     "dozens injured|..20..150|people|injur"},
    {"/quantities/toll", "The toll rose to 52.", "52|=52|people|-"},
    {"/quantities/toll-afar", "The dead brought the toll of the burst at the pit to 41.",
     "41|=41|people|-"},
    {"/quantities/number-of", "The number of persons in custody has risen to 31.",
     "31|=31|people|person"},
    {"/quantities/number-of-those", "That took the number of those freed since May to 16.",
     "16|=16|people|-"},
    {"/quantities/number-of-things", "The number of lifts that were shut rose to 16.",
     "16|=16|lift|lift"},
    {"/quantities/number-of-state", "Number of injured rises to sixteen", "sixteen|=16|people|-"},
    {"/quantities/state-behind", "Police said 19 had been found dead.", "19|=19|people|-"},
    {"/quantities/no-state-behind", "Police said 19 had been sold.", "19|=19|-|-"},
    {"/quantities/killed", "It killed at least 41.", "at least 41|>=41|people|-"},
    {"/quantities/shared-noun", "two Greek and three Welsh cooks",
     "two|=2|cook|cook ; three Welsh cooks|=3|cook|cook"},
    {"/quantities/shared-vote", "It passed by 45 votes to 12.",
     "45 votes|=45|vote|vote ; 12|=12|vote|vote"},
    {"/quantities/village", "three villages, three villagers",
     "three villages|=3|villag|villag ; three villagers|=3|people|villag"},
    {"/quantities/words", "Fifty-eight cars, one hundred and twenty vans and a dozen mules",
     "Fifty-eight cars|=58|car|car ; one hundred and twenty vans|=120|van|van ; a dozen "
     "mules|=12|mule|mule"},
    {"/quantities/large", "two hundred thousand and six tins, half a million jars",
     "two hundred thousand and six tins|=200006|tin|tin ; half a million jars|=500000|jar|jar"},
    {"/quantities/halves", "two and a half million trees, 1½ km, half of the trees",
     "two and a half million trees|=2500000|tree|tree ; 1½ km|=1500|m|- ; half of the "
     "trees|~50|%|tree"},
    {"/quantities/vague", "hundreds of lamps, tens of thousands of lamps",
     "hundreds of lamps|..150..2000|lamp|lamp ; tens of thousands of "
     "lamps|..15000..120000|lamp|lamp"},
    {"/quantities/groups", "4,200 mules, 5\u00a0000 mules, 12 500 mules, 1.250.000 mules",
     "4,200 mules|=4200|mule|mule ; 5\u00a0000 mules|=5000|mule|mule ; 12 500 "
     "mules|=12500|mule|mule ; 1.250.000 mules|=1250000|mule|mule"},
    {"/quantities/money",
     "$3,800, £3bn, 2m euros, €1.25 billion, US$5m and 40 million Canadian dollars",
     "$3,800|=3800|USD|- ; £3bn|=3000000000|GBP|- ; 2m euros|=2000000|EUR|- ; €1.25 "
     "billion|=1250000000|EUR|- ; US$5m|=5000000|USD|- ; 40 million Canadian "
     "dollars|=40000000|CAD|-"},
    {"/quantities/article-dollar", "a $250 fine", "$250|=250|USD|-"},
    {"/quantities/percent", "25 per cent, 25 percent, 25%, 15 percentage points",
     "25 per cent|=25|%|- ; 25 percent|=25|%|- ; 25%|=25|%|- ; 15 percentage points|=15|pp|-"},
    {"/quantities/percent-of", "12 per cent of voters", "12 per cent|=12|%|voter"},
    {"/quantities/fractions", "two-thirds of voters, a third of the fleet",
     "two-thirds of voters|~66.666667|%|voter ; a third|~33.333333|%|-"},
    {"/quantities/lengths", "90 km/h, 12 kilometres, 3 miles, 2m deep",
     "90 km/h|=90|km/h|- ; 12 kilometres|=12000|m|- ; 3 miles|=4828.032|m|- ; 2m|=2|m|-"},
    {"/quantities/millions", "nearly 2m people", "nearly 2m people|~2000000|people|peopl"},
    {"/quantities/areas", "3,400 hectares, 34 sq km, 100 acres, 34,000 stremmata",
     "3,400 hectares|=34000000|m2|- ; 34 sq km|=34000000|m2|- ; 100 acres|=404685.64224|m2|- ; "
     "34,000 stremmata|=34000000|m2|-"},
    {"/quantities/of-what", "90 tonnes of fuel oils", "90 tonnes|=90000|kg|oil"},
    {"/quantities/degrees", "41 degrees, 100F, -5C, 20 degrees Celsius",
     "41 degrees|=41|degC|- ; 100F|=37.777778|degC|- ; -5C|=-5|degC|- ; 20 degrees "
     "Celsius|=20|degC|-"},
    {"/quantities/time", "40 minutes, two days, a three-year term, ten months",
     "40 minutes|=0.666667|h|- ; two days|=48|h|- ; three-year|=36|month|- ; ten "
     "months|=10|month|-"},
    {"/quantities/age", "A 17-year-old truck, Ida Roe, 31, and a boy aged 12.",
     "17-year-old|=17|year|age ; 31|=31|year|age ; 12|=12|year|age"},
    {"/quantities/ages", "two 17-year-old boys", "two 17-year-old boys|=2|people|boy"},
    {"/quantities/hyphen", "a 12-hour truce in a five-storey block on a ten-point plan",
     "12-hour|=12|h|- ; five-storey|=5|storey|storey ; ten-point|=10|point|point"},
    {"/quantities/quake", "a 6.1-magnitude quake and one of magnitude 4.5",
     "6.1-magnitude|=6.1|magnitude|- ; magnitude 4.5|=4.5|magnitude|-"},
    {"/quantities/least", "more than 40 cars, over 40 cars, 40 or more cars, 40-plus cars",
     "more than 40 cars|>=40|car|car ; over 40 cars|>=40|car|car ; 40 or more cars|>=40|car|car ; "
     "40-plus cars|>=40|car|car"},
    {"/quantities/most", "up to 40 cars, as many as 40 cars, fewer than 40 cars",
     "up to 40 cars|<=40|car|car ; as many as 40 cars|<=40|car|car ; fewer than 40 "
     "cars|<=40|car|car"},
    {"/quantities/about", "some 40 cars, nearly 40 cars, an estimated 40 cars, 40-odd cars",
     "some 40 cars|~40|car|car ; nearly 40 cars|~40|car|car ; an estimated 40 cars|~40|car|car ; "
     "40-odd cars|~40|car|car"},
    {"/quantities/odd-shoes", "three odd shoes", "three odd shoes|=3|shoe|shoe"},
    {"/quantities/ranges", "30 to 40 cars, between 30 and 40 cars, 30-40 cars, two or three cars",
     "30 to 40 cars|..30..40|car|car ; between 30 and 40 cars|..30..40|car|car ; 30-40 "
     "cars|..30..40|car|car ; two or three cars|..2..3|car|car"},
    {"/quantities/range-scale", "3 to 4 million tonnes, £20-£30m",
     "3 to 4 million tonnes|..3000000000..4000000000|kg|- ; £20-£30m|..20000000..30000000|GBP|-"},
    {"/quantities/change", "It rose from 30 cars to 40 cars",
     "30 cars|=30|car|car ; 40 cars|=40|car|car"},
    {"/quantities/score", "They won 3-1.", ""},
    {"/quantities/clock", "at 18:40, 9.30pm, 9 am, 1400 GMT, 18.30 or nine o'clock",
     "18.30|=18.3|-|-"},
    {"/quantities/clock-at", "It began at 18.30, at eight or at about three.", ""},
    {"/quantities/dates", "On 12 May 2024, Oct. 12, May 12, 12-15 May, 21st of May, 2024-05-01",
     ""},
    {"/quantities/may", "Of these, 12 may leave.", "12|=12|-|-"},
    {"/quantities/years", "in 2019, the 2014 sanctions, since 1998", ""},
    {"/quantities/no-years", "2000 people, about 1900 homes",
     "2000 people|=2000|people|peopl ; about 1900 homes|~1900|home|home"},
    {"/quantities/year-then", "In 2014 300 people came.", "300 people|=300|people|peopl"},
    {"/quantities/one", "one of the men, no one, one day, one another, one person",
     "one person|=1|people|person"},
    {"/quantities/names", "Under Article 5, Flight 418 left room 12 for the Covid-19 ward of G20.",
     "5|#5|-|- ; 418|#418|-|- ; 12|#12|-|-"},
    {"/quantities/model", "The Boeing 737 had 112 passengers.",
     "737|#737|-|- ; 112 passengers|=112|people|passeng"},
    {"/quantities/group", "they spoke with the Group of Seven later", "Seven|#7|-|-"},
    {"/quantities/ordinals", "the third attack on the 21st floor", "third|#3|-|- ; 21st|#21|-|-"},
    {"/quantities/title-case", "Mine Blast Kills 14", "14|=14|people|-"},
    {"/quantities/phone", "Call +44 20 7946 0958 or 555-0199-22.", ""},
    {"/quantities/list", "1. The mayor left", ""},
    {"/quantities/slash", "open 24/7", ""},
    {"/quantities/none", "The mayor left.", ""},
};

static char *
dup_described(const CldQuantity *quantity, const char *text)
{
    static const char *const bounds[] = {"=", "~", ">=", "<=", ".."};
    char value[G_ASCII_DTOSTR_BUF_SIZE], max[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *words = cld_span_dup_text(quantity->span, text);
    g_ascii_formatd(value, sizeof value, "%.15g", quantity->value);
    g_ascii_formatd(max, sizeof max, "%.15g", quantity->max);
    gboolean is_range = quantity->bound == CLD_BOUND_RANGE;
    return g_strdup_printf(
        "%s|%s%s%s%s|%s|%s", words, quantity->is_ordinal ? "#" : bounds[quantity->bound], value,
        is_range ? ".." : "", is_range ? max : "", quantity->unit != NULL ? quantity->unit : "-",
        quantity->noun != NULL ? quantity->noun : "-");
}

static void
test_find(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldTokens) tokens = cld_tokens_new(row->text, (CldSpan){0, strlen(row->text)});
    g_autoptr(GArray) quantities = cld_quantities_find(row->text, tokens);
    g_autoptr(GString) got = g_string_new(NULL);
    for (guint i = 0; i < quantities->len; i++) {
        const CldQuantity *quantity = &g_array_index(quantities, CldQuantity, i);
        g_autofree char *described = dup_described(quantity, row->text);
        g_string_append_printf(got, "%s%s", i > 0 ? " ; " : "", described);
        g_assert_true(cld_span_contains(quantity->span, quantity->number));
        g_assert_true(quantity->unit == g_intern_string(quantity->unit));
        g_assert_true(quantity->noun == g_intern_string(quantity->noun));
    }
    g_assert_cmpstr(got->str, ==, row->expected);
}

static const struct {
    const char *text;
    guint n_tokens; /* 0: no plain number */
    double value;
} numbers[] = {
    {"4,200", 1, 4200},
    {"1.25 billion", 2, 1.25e9},
    {"2,5", 1, 2.5},
    {"1,2345", 0, 0},
    {"12,34,567", 0, 0},
    {"12.05.2026", 0, 0},
    {"1,250.75", 1, 1250.75},
    {"1.250.000,5", 1, 1250000.5},
    {"zero", 1, 0},
    {"twenty one", 2, 21},
    {"twenty-one", 1, 21},
    {"twenty twenty", 1, 20},
    {"nineteen five", 1, 19},
    {"three hundred", 2, 300},
    {"one million two", 3, 1000002},
    {"a hundred", 2, 100},
    {"a man", 0, 0},
    {"million", 0, 0},
    {"third", 0, 0},
    {"dozens", 0, 0},
    {"half of it", 0, 0},
    {"ten and six", 1, 10},
    {"five hundred and six", 4, 506},
    {"10k", 2, 10000},
    {"99999999999999999999999999999999999", 0, 0},
    {"1990s", 0, 0},
    {"five thousand thousand", 2, 5000},
};

static void
test_numbers(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
        const char *text = numbers[i].text;
        g_autoptr(CldTokens) tokens = cld_tokens_new(text, (CldSpan){0, strlen(text)});
        guint n = 0;
        double value = 0;
        gboolean is_number = cld_number_parse(tokens, 0, &n, &value);
        g_test_message("%s", text);
        g_assert_cmpint(is_number, ==, numbers[i].n_tokens > 0);
        g_assert_cmpuint(n, ==, numbers[i].n_tokens);
        g_assert_cmpfloat_with_epsilon(value, numbers[i].value, 1e-9);
    }
}

static void
test_random(void)
{
    static const char *const pieces[] = {
        " ",        "-",        "two",      "half", "a ",   "and ",     "12",
        "3.5",      " to ",     "%",        "$",    "m",    " people",  "million ",
        " of the ", "twenty-",  "third",    ",",    ".",    "between ", "or more ",
        "½",        "é",        "hundred ", "May ", "2019", "at ",      "dozens ",
        "one ",     "year-old", "1,000",    ":",    "/",    "°C",
    };
    for (int i = 0; i < 4000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        int n = g_test_rand_int_range(0, 40);
        for (int j = 0; j < n; j++)
            g_string_append(text, pieces[g_test_rand_int_range(0, (gint32)G_N_ELEMENTS(pieces))]);
        g_autoptr(CldTokens) tokens = cld_tokens_new(text->str, (CldSpan){0, text->len});
        g_autoptr(GArray) quantities = cld_quantities_find(text->str, tokens);
        gsize last = 0;
        for (guint k = 0; k < quantities->len; k++) {
            const CldQuantity *quantity = &g_array_index(quantities, CldQuantity, k);
            g_assert_true(cld_span_is_valid_in(quantity->span, text->str, text->len));
            g_assert_true(cld_span_contains(quantity->span, quantity->number));
            g_assert_cmpuint(quantity->span.start, >=, last);
            g_assert_cmpuint(quantity->number.end, >, quantity->number.start);
            g_assert_cmpfloat(quantity->max, >=, quantity->value);
            last = quantity->span.end;
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_find);
    g_test_add_func("/quantities/numbers", test_numbers);
    g_test_add_func("/quantities/random", test_random);
    return g_test_run();
}
