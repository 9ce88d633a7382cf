/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-guard.h"
#include <string.h>

#define PORT 4711
#define HOST "127.0.0.1:4711"

static const CldWebRoute routes[] = {
    {"/", CLD_WEB_GET, .is_page = TRUE},
    {"/open", CLD_WEB_GET, .is_open = TRUE, .is_page = TRUE},
    {"/list", CLD_WEB_GET},
    {"/save", CLD_WEB_POST},
};

/* A request that passes, but for what a row changes; "!" leaves a header out, "=" is the secret. */
typedef struct {
    const char *name;
    guint wanted;
    const char *method, *path, *host, *origin, *site, *cookie, *token, *type, *length, *encoding;
    guint n_hosts;
} Row;

static const Row rows[] = {
    {"list", 0, "GET", "/list"},
    {"page", 0, "GET", "/", .site = "cross-site"},
    {"open-without-cookie", 0, "GET", "/open", .cookie = "!"},
    {"save", 0, "POST", "/save", .length = "2"},
    {"localhost", 0, "GET", "/list", .host = "localhost:4711"},
    {"six", 0, "GET", "/list", .host = "[::1]:4711"},
    {"own-origin", 0, "POST", "/save", .origin = "http://" HOST, .length = "2"},
    {"no-host", 403, "GET", "/list", .host = "!"},
    {"two-hosts", 403, "GET", "/list", .n_hosts = 2},
    {"evil-host", 403, "GET", "/list", .host = "evil.example:4711"},
    {"other-port", 403, "GET", "/list", .host = "127.0.0.1:4712"},
    {"no-port", 403, "GET", "/list", .host = "127.0.0.1"},
    {"evil-origin", 403, "POST", "/save", .origin = "http://evil.example", .length = "2"},
    {"https-origin", 403, "POST", "/save", .origin = "https://" HOST, .length = "2"},
    {"other-name", 403, "POST", "/save", .origin = "http://localhost:4711", .length = "2"},
    {"same-site", 403, "GET", "/list", .site = "same-site"},
    {"cross-site", 403, "POST", "/save", .site = "cross-site", .length = "2"},
    {"typed-in", 0, "GET", "/list", .site = "none"},
    {"no-cookie", 401, "GET", "/list", .cookie = "!"},
    {"wrong-cookie", 401, "GET", "/list", .cookie = "claimdiff-4711=0"},
    {"unknown-without-cookie", 401, "GET", "/x", .cookie = "!"},
    {"unknown", 404, "GET", "/x"},
    {"longer-path", 404, "GET", "/list/"},
    {"method", 405, "POST", "/list", .length = "2"},
    {"read-of-save", 405, "GET", "/save"},
    {"no-token", 403, "POST", "/save", .token = "!", .length = "2"},
    {"wrong-token", 401, "POST", "/save", .token = "0", .length = "2"},
    {"form", 415, "POST", "/save", .type = "application/x-www-form-urlencoded", .length = "2"},
    {"no-type", 415, "POST", "/save", .type = "!", .length = "2"},
    {"no-length", 411, "POST", "/save", .length = "!"},
    {"chunked", 411, "POST", "/save", .encoding = "chunked"},
    {"longest", 0, "POST", "/save", .length = "65536"},
    {"too-long", 413, "POST", "/save", .length = "65537"},
    {"negative", 400, "POST", "/save", .length = "-1"},
    {"too-long-to-read", 413, "GET", "/list", .length = "70000"},
};

static CldWebHeader
header(const char *given, const char *usual)
{
    const char *value = given == NULL ? usual : given;
    if (value == NULL || g_str_equal(value, "!"))
        return (CldWebHeader){0, NULL};
    return (CldWebHeader){1, value};
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    CldWebGuard guard;
    const CldWebRoute *route = NULL;
    cld_web_guard_init(&guard, PORT);
    g_autofree char *cookie = g_strdup_printf("a=b; %s=%s", guard.cookie_name, guard.session);
    CldWebFacts facts = {
        .method = row->method,
        .path = row->path,
        .target = "127.0.0.1",
        .host = header(row->host, HOST),
        .origin = header(row->origin, NULL),
        .fetch_site = header(row->site, NULL),
        .cookie = header(row->cookie, cookie),
        .token = header(row->token, guard.token),
        .type = header(row->type, "application/json"),
        .length = header(row->length, NULL),
        .encoding = header(row->encoding, NULL),
    };
    if (row->n_hosts > 0)
        facts.host.n = row->n_hosts;
    g_assert_cmpuint(cld_web_guard_judge(&guard, &facts, routes, G_N_ELEMENTS(routes), &route), ==,
                     row->wanted);
    g_assert_true((route != NULL) == (row->wanted == 0));
    facts.target = "evil.example";
    g_assert_cmpuint(cld_web_guard_judge(&guard, &facts, routes, G_N_ELEMENTS(routes), &route), ==,
                     403);
    cld_web_guard_clear(&guard);
}

static void
test_key(void)
{
    CldWebGuard guard;
    cld_web_guard_init(&guard, PORT);
    g_autofree char *key = g_strdup(guard.key);
    g_assert_cmpuint(strlen(key), ==, 2 * CLD_WEB_SECRET_BYTES);
    g_assert_false(cld_web_guard_take_key(&guard, ""));
    g_assert_false(cld_web_guard_take_key(&guard, guard.token));
    g_assert_cmpstr(guard.key, ==, key);
    g_assert_true(cld_web_guard_take_key(&guard, key));
    g_assert_false(cld_web_guard_take_key(&guard, key));
    g_assert_cmpstr(guard.key, !=, guard.session);
    cld_web_guard_clear(&guard);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/web-guard/", rows[i].name, NULL);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    g_test_add_func("/web-guard/key", test_key);
    return g_test_run();
}
