/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-outlet-names.h"

static const char *const rows[][2] = {
    {"herald", "The Herald"},    {"coast", "Coast Daily"},    {"herald.example", "Herald Online"},
    {"example", "Some Example"}, {"herald", "Never Reached"},
};

typedef struct {
    const char *path;
    const char *input;
    const char *name; /* NULL: none */
} Row;

static const Row paths[] = {
    {"/outlet-names/path/file", "a/herald.txt", "The Herald"},
    {"/outlet-names/path/whole", "herald", "The Herald"},
    {"/outlet-names/path/two-endings", "herald.tar.gz", NULL},
    {"/outlet-names/path/longer", "heralds.txt", NULL},
    {"/outlet-names/path/folder", "coast/page.txt", "Coast Daily"},
    {"/outlet-names/path/file-before-folder", "coast/herald.html", "The Herald"},
    {"/outlet-names/path/near-folder-first", "herald/coast/x.html", "Coast Daily"},
    {"/outlet-names/path/stdin", "-", NULL},
    {"/outlet-names/path/empty", "", NULL},
};

static const Row urls[] = {
    {"/outlet-names/url/domain", "https://herald.example/x", "Herald Online"},
    {"/outlet-names/url/under", "http://www.herald.example/", "Herald Online"},
    {"/outlet-names/url/case", "https://WWW.Herald.EXAMPLE/", "Herald Online"},
    {"/outlet-names/url/end-of-word", "https://myherald.example/", "Some Example"},
    {"/outlet-names/url/other", "https://herald.invalid/", NULL},
    {"/outlet-names/url/in-path", "https://a.invalid/herald.example", NULL},
    {"/outlet-names/url/no-host", "mailto:a@b", NULL},
    {"/outlet-names/url/not-one", "::", NULL},
    {"/outlet-names/url/none", NULL, NULL},
};

static CldOutletNames *
make_names(void)
{
    CldOutletNames *names = cld_outlet_names_new();
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_true(cld_outlet_names_add(names, rows[i][0], rows[i][1]));
    return names;
}

static void
test_path(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldOutletNames) names = make_names();
    g_assert_cmpstr(cld_outlet_names_find_path(names, row->input), ==, row->name);
}

static void
test_url(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(CldOutletNames) names = make_names();
    g_assert_cmpstr(cld_outlet_names_find_url(names, row->input), ==, row->name);
}

static void
test_none(void)
{
    g_assert_null(cld_outlet_names_find_path(NULL, "herald"));
    g_assert_null(cld_outlet_names_find_url(NULL, "https://herald.example/"));
}

static void
test_full(void)
{
    g_autoptr(CldOutletNames) names = cld_outlet_names_new();
    guint n = 0;
    while (cld_outlet_names_add(names, "k", "v"))
        n++;
    g_assert_cmpuint(n, ==, 2000);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(paths); i++)
        g_test_add_data_func(paths[i].path, &paths[i], test_path);
    for (gsize i = 0; i < G_N_ELEMENTS(urls); i++)
        g_test_add_data_func(urls[i].path, &urls[i], test_url);
    g_test_add_func("/outlet-names/none", test_none);
    g_test_add_func("/outlet-names/full", test_full);
    return g_test_run();
}
