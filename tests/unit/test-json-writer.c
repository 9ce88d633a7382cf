/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-json-writer.h"
#include <locale.h>
#include <math.h>

static void
write_sample(CldJsonWriter *w)
{
    cld_json_open(w, NULL, '{');
    cld_json_string(w, "s", "a\"b");
    cld_json_string(w, "none", NULL);
    cld_json_open(w, "list", '[');
    cld_json_integer(w, NULL, G_MININT64);
    cld_json_integer(w, NULL, 7);
    cld_json_close(w, ']');
    cld_json_open(w, "empty", '[');
    cld_json_close(w, ']');
    cld_json_open_inline(w, "inline", '{');
    cld_json_boolean(w, "t", TRUE);
    cld_json_open_inline(w, "deep", '[');
    cld_json_boolean(w, NULL, FALSE);
    cld_json_null(w, NULL);
    cld_json_close(w, ']');
    cld_json_close(w, '}');
    cld_json_null(w, "after");
    cld_json_close(w, '}');
}

static void
test_pretty(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    CldJsonWriter w = {.out = out, .is_pretty = TRUE};
    write_sample(&w);
    g_assert_cmpstr(out->str, ==,
                    "{\n  \"s\": \"a\\\"b\",\n  \"none\": null,\n  \"list\": [\n"
                    "    -9223372036854775808,\n    7\n  ],\n  \"empty\": [],\n"
                    "  \"inline\": {\"t\": true, \"deep\": [false, null]},\n  \"after\": null\n}");
}

static void
test_compact(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    CldJsonWriter w = {.out = out};
    write_sample(&w);
    g_assert_cmpstr(out->str, ==,
                    "{\"s\":\"a\\\"b\",\"none\":null,\"list\":[-9223372036854775808,7],"
                    "\"empty\":[],\"inline\":{\"t\":true,\"deep\":[false,null]},\"after\":null}");
}

typedef struct {
    double value;
    const char *decimal;
    const char *number;
} NumberRow;

static const NumberRow numbers[] = {
    {0, "0.00", "0"},
    {0.914, "0.91", "0.914"},
    {1, "1.00", "1"},
    {-2.5, "-2.50", "-2.5"},
    {1.25e9, "1250000000.00", "1250000000"},
    {1e21, NULL, "1e+21"},
    {0.1, "0.10", "0.1"},
    {NAN, "null", "null"},
    {INFINITY, "null", "null"},
};

static void
test_numbers(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        CldJsonWriter w = {.out = out};
        cld_json_number(&w, NULL, numbers[i].value);
        g_assert_cmpstr(out->str, ==, numbers[i].number);
        if (numbers[i].decimal == NULL)
            continue;
        g_autoptr(GString) decimal = g_string_new(NULL);
        CldJsonWriter d = {.out = decimal};
        cld_json_decimal(&d, NULL, numbers[i].value, 2);
        g_assert_cmpstr(decimal->str, ==, numbers[i].decimal);
    }
}

/* More digits than a double has are not asked for. */
static void
test_digits(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    CldJsonWriter w = {.out = out};
    cld_json_decimal(&w, NULL, 0.5, 12);
    g_assert_cmpstr(out->str, ==, "0.500000000");
}

/* A decimal comma in the user's language changes nothing. */
static void
test_locale(void)
{
    if (setlocale(LC_NUMERIC, "de_DE.UTF-8") == NULL)
        g_test_message("no such locale here; the numbers are checked in this one");
    test_numbers();
    setlocale(LC_NUMERIC, "C");
}

/* Nesting beyond the limit and closing what is not open are refused, not written. */
static void
test_depth(void)
{
    if (g_test_subprocess()) {
        g_autoptr(GString) out = g_string_new(NULL);
        CldJsonWriter w = {.out = out};
        for (guint i = 0; i < CLD_JSON_WRITER_DEPTH; i++)
            cld_json_open(&w, NULL, '[');
        return;
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_failed();
    g_test_trap_assert_stderr("*CLD_JSON_WRITER_DEPTH*");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json-writer/pretty", test_pretty);
    g_test_add_func("/json-writer/compact", test_compact);
    g_test_add_func("/json-writer/numbers", test_numbers);
    g_test_add_func("/json-writer/digits", test_digits);
    g_test_add_func("/json-writer/locale", test_locale);
    g_test_add_func("/json-writer/depth", test_depth);
    return g_test_run();
}
