/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-json-reader.h"
#include "cld-json-scan.h"
#include "cld-limits.h"
#include <string.h>

typedef struct {
    const char *path;
    const char *json;
} Accepted;

static const Accepted accepted[] = {
    {"/json-scan/accepts/object", "{}"},
    {"/json-scan/accepts/array", " [ ] "},
    {"/json-scan/accepts/string", "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\""},
    {"/json-scan/accepts/pair", "\"\\ud83d\\ude00\""},
    {"/json-scan/accepts/numbers", "[0,-0,1.5,-2e3,1E+2,9223372036854775807,-9223372036854775808]"},
    {"/json-scan/accepts/words", "[true,false,null]"},
    {"/json-scan/accepts/nested", "{\"a\":{\"b\":[1,{\"c\":\"d\"}]}}"},
    {"/json-scan/accepts/same-key-elsewhere", "[{\"a\":1},{\"a\":2}]"},
    {"/json-scan/accepts/utf8", "{\"ü\":\"“x”\"}"},
    {"/json-scan/accepts/empty-key", "{\"\":1}"},
};

static void
test_accepted(gconstpointer data)
{
    const Accepted *row = data;
    g_autoptr(GError) error = NULL;
    gboolean ok = cld_json_scan(row->json, strlen(row->json), NULL, &error);
    g_assert_no_error(error);
    g_assert_true(ok);
    g_autoptr(JsonNode) node = cld_json_read(row->json, strlen(row->json), NULL, &error);
    g_assert_no_error(error);
    g_assert_nonnull(node);
}

typedef struct {
    const char *path;
    const char *json;
    int code;
    gsize offset;
} Refused;

static const Refused refused[] = {
    {"/json-scan/refuses/nothing", "", CLD_JSON_ERROR_SYNTAX, 0},
    {"/json-scan/refuses/blanks", "  ", CLD_JSON_ERROR_SYNTAX, 2},
    {"/json-scan/refuses/two-roots", "{} {}", CLD_JSON_ERROR_TRAILING, 3},
    {"/json-scan/refuses/assignment", "var x = {};", CLD_JSON_ERROR_SYNTAX, 0},
    {"/json-scan/refuses/comment", "/**/{}", CLD_JSON_ERROR_SYNTAX, 0},
    {"/json-scan/refuses/single-quotes", "{'a':1}", CLD_JSON_ERROR_SYNTAX, 1},
    {"/json-scan/refuses/hexadecimal", "[0x1f]", CLD_JSON_ERROR_SYNTAX, 2},
    {"/json-scan/refuses/leading-zero", "[01]", CLD_JSON_ERROR_SYNTAX, 2},
    {"/json-scan/refuses/plus", "[+1]", CLD_JSON_ERROR_SYNTAX, 1},
    {"/json-scan/refuses/no-fraction", "[1.]", CLD_JSON_ERROR_SYNTAX, 3},
    {"/json-scan/refuses/no-exponent", "[1e]", CLD_JSON_ERROR_SYNTAX, 3},
    {"/json-scan/refuses/raw-tab", "\"a\tb\"", CLD_JSON_ERROR_SYNTAX, 2},
    {"/json-scan/refuses/unknown-escape", "\"\\q\"", CLD_JSON_ERROR_SYNTAX, 2},
    {"/json-scan/refuses/short-escape", "\"\\u12\"", CLD_JSON_ERROR_SYNTAX, 3},
    {"/json-scan/refuses/open-string", "\"abc", CLD_JSON_ERROR_SYNTAX, 4},
    {"/json-scan/refuses/open-object", "{\"a\":1", CLD_JSON_ERROR_SYNTAX, 6},
    {"/json-scan/refuses/comma-at-end", "[1,]", CLD_JSON_ERROR_SYNTAX, 3},
    {"/json-scan/refuses/no-colon", "{\"a\" 1}", CLD_JSON_ERROR_SYNTAX, 5},
    {"/json-scan/refuses/wrong-closer", "[1}", CLD_JSON_ERROR_SYNTAX, 2},
    {"/json-scan/refuses/word", "[nul]", CLD_JSON_ERROR_SYNTAX, 1},
    {"/json-scan/refuses/nan", "[NaN]", CLD_JSON_ERROR_SYNTAX, 1},
    {"/json-scan/refuses/nul-escape", "\"a\\u0000b\"", CLD_JSON_ERROR_NUL, 2},
    {"/json-scan/refuses/nul-escape-in-key", "{\"\\u0000\":1}", CLD_JSON_ERROR_NUL, 2},
    {"/json-scan/refuses/high-alone", "\"\\ud800 \"", CLD_JSON_ERROR_SURROGATE, 1},
    {"/json-scan/refuses/high-high", "\"\\ud800\\ud800\"", CLD_JSON_ERROR_SURROGATE, 1},
    {"/json-scan/refuses/low-alone", "\"\\udc00\"", CLD_JSON_ERROR_SURROGATE, 1},
    {"/json-scan/refuses/double-key", "[{\"a\":1,\"a\":2}]", CLD_JSON_ERROR_DUPLICATE, 1},
    {"/json-scan/refuses/double-escaped-key", "{\"a\":1,\"\\u0061\":2}", CLD_JSON_ERROR_DUPLICATE,
     0},
    {"/json-scan/refuses/large-integer", "[99999999999999999999]", CLD_JSON_ERROR_NUMBER, 1},
    {"/json-scan/refuses/large-double", "[1e999]", CLD_JSON_ERROR_NUMBER, 1},
    {"/json-scan/refuses/bad-utf8", "\"\xff\"", CLD_JSON_ERROR_ENCODING, 1},
};

static void
test_refused(gconstpointer data)
{
    const Refused *row = data;
    g_autoptr(GError) error = NULL;
    gsize offset = G_MAXSIZE;
    g_assert_false(cld_json_scan(row->json, strlen(row->json), &offset, &error));
    g_assert_error(error, CLD_JSON_ERROR, row->code);
    g_assert_cmpuint(offset, ==, row->offset);
    g_assert_null(cld_json_read(row->json, strlen(row->json), NULL, NULL));
}

static int
scan_code(const char *json, gsize length)
{
    g_autoptr(GError) error = NULL;
    return cld_json_scan(json, length, NULL, &error) ? -1 : error->code;
}

static char *
repeat(const char *open, const char *piece, const char *close, guint n)
{
    GString *json = g_string_new(open);
    for (guint i = 0; i < n; i++)
        g_string_append(json, piece);
    g_string_append(json, close);
    return g_string_free(json, FALSE);
}

static void
test_depth(void)
{
    g_autofree char *open = g_strnfill(CLD_LIMIT_JSON_DEPTH, '[');
    g_autofree char *close = g_strnfill(CLD_LIMIT_JSON_DEPTH, ']');
    g_autofree char *most = g_strconcat(open, close, NULL);
    g_autofree char *more = g_strconcat("[", most, "]", NULL);
    g_assert_cmpint(scan_code(most, strlen(most)), ==, -1);
    g_assert_cmpint(scan_code(more, strlen(more)), ==, CLD_JSON_ERROR_DEPTH);
}

static void
test_members(void)
{
    g_autoptr(GString) json = g_string_new("{");
    for (guint i = 0; i < CLD_LIMIT_JSON_MEMBERS; i++)
        g_string_append_printf(json, "%s\"k%u\":1", i > 0 ? "," : "", i);
    g_autofree char *most = g_strconcat(json->str, "}", NULL);
    g_autofree char *more = g_strconcat(json->str, ",\"k\":1}", NULL);
    g_assert_cmpint(scan_code(most, strlen(most)), ==, -1);
    g_assert_cmpint(scan_code(more, strlen(more)), ==, CLD_JSON_ERROR_MEMBERS);
}

static void
test_values(void)
{
    /* the array itself and its last element are values, too */
    g_autofree char *most = repeat("[", "1,", "1]", CLD_LIMIT_JSON_VALUES - 2);
    g_autofree char *more = repeat("[", "1,", "1]", CLD_LIMIT_JSON_VALUES - 1);
    g_assert_cmpint(scan_code(most, strlen(most)), ==, -1);
    g_assert_cmpint(scan_code(more, strlen(more)), ==, CLD_JSON_ERROR_VALUES);
}

static void
test_digits(void)
{
    g_autofree char *most = repeat("[0.", "1", "]", CLD_LIMIT_JSON_DIGITS - 2);
    g_autofree char *more = repeat("[0.", "1", "]", CLD_LIMIT_JSON_DIGITS - 1);
    g_assert_cmpint(scan_code(most, strlen(most)), ==, -1);
    g_assert_cmpint(scan_code(more, strlen(more)), ==, CLD_JSON_ERROR_NUMBER);
}

static void
test_length(void)
{
    g_autofree char *json = g_strnfill(CLD_LIMIT_FILE_BYTES + 1, ' ');
    g_assert_cmpint(scan_code(json, CLD_LIMIT_FILE_BYTES + 1), ==, CLD_JSON_ERROR_SIZE);
    json[0] = '1';
    g_assert_cmpint(scan_code(json, CLD_LIMIT_FILE_BYTES), ==, -1);
}

/* The bytes need not end in NUL, and nothing behind them is looked at. */
static void
test_every_prefix(void)
{
    const char *json = "{\"a\":[1.5e3,\"\\u00e9\\ud83d\\ude00\",null],\"b\":{\"c\":true}}";
    for (gsize length = 0; length < strlen(json); length++) {
        g_autofree char *prefix = g_memdup2(json, MAX(length, 1));
        g_assert_cmpint(scan_code(prefix, length), >=, 0);
    }
}

static void
test_members_by_any_case(void)
{
    const char *json = "{\"infoSources\":1,\"INFOSOURCES\":2,\"Text\":\"x\",\"n\":4}";
    g_autoptr(JsonNode) node = cld_json_read(json, strlen(json), NULL, NULL);
    JsonObject *object = cld_json_get_object(node);
    g_assert_cmpint(json_node_get_int(cld_json_find_member(object, "INFOSOURCES")), ==, 2);
    g_assert_cmpint(json_node_get_int(cld_json_find_member(object, "infosources")), ==, 1);
    g_assert_cmpstr(cld_json_get_string(cld_json_find_member(object, "text")), ==, "x");
    g_assert_null(cld_json_get_string(cld_json_find_member(object, "n")));
    g_assert_null(cld_json_find_member(object, "absent"));
    g_assert_null(cld_json_get_array(node));
}

static void
test_tags(void)
{
    for (int code = 0; code <= CLD_JSON_ERROR_SIZE; code++)
        g_assert_nonnull(cld_json_error_get_tag(code));
    g_assert_cmpstr(cld_json_error_get_tag(CLD_JSON_ERROR_DEPTH), ==, "json-depth");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(accepted); i++)
        g_test_add_data_func(accepted[i].path, &accepted[i], test_accepted);
    for (gsize i = 0; i < G_N_ELEMENTS(refused); i++)
        g_test_add_data_func(refused[i].path, &refused[i], test_refused);
    g_test_add_func("/json-scan/depth", test_depth);
    g_test_add_func("/json-scan/members", test_members);
    g_test_add_func("/json-scan/values", test_values);
    g_test_add_func("/json-scan/digits", test_digits);
    g_test_add_func("/json-scan/length", test_length);
    g_test_add_func("/json-scan/every-prefix", test_every_prefix);
    g_test_add_func("/json-scan/members-by-any-case", test_members_by_any_case);
    g_test_add_func("/json-scan/tags", test_tags);
    return g_test_run();
}
