/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-file.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define DEEP 70

typedef struct {
    char *folder;
} Fixture;

static void
set_up(Fixture *f, gconstpointer unused)
{
    f->folder = g_dir_make_tmp("claimdiff-XXXXXX", NULL);
}

static void
tear_down(Fixture *f, gconstpointer unused)
{
    g_autofree char *command = g_strdup_printf("rm -r '%s'", f->folder);
    g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    g_free(f->folder);
}

static void
test_upwards(Fixture *f, gconstpointer unused)
{
    g_autofree char *deep = g_build_filename(f->folder, "a", "b", "c", NULL);
    g_autofree char *near = g_build_filename(f->folder, "a", "mark.ini", NULL);
    g_autofree char *inner = g_build_filename(f->folder, "a", "b", "mark.ini", NULL);
    g_assert_cmpint(g_mkdir_with_parents(deep, 0700), ==, 0);
    g_assert_null(cld_file_find_upwards(deep, "no-such-mark.ini", G_FILE_TEST_EXISTS));
    g_assert_true(g_file_set_contents(near, "", 0, NULL));
    g_assert_cmpint(g_mkdir(inner, 0700), ==, 0);
    g_autofree char *any = cld_file_find_upwards(deep, "mark.ini", G_FILE_TEST_EXISTS);
    g_autofree char *file = cld_file_find_upwards(deep, "mark.ini", G_FILE_TEST_IS_REGULAR);
    g_autofree char *part = cld_file_find_upwards(deep, "b/mark.ini", G_FILE_TEST_EXISTS);
    g_assert_cmpstr(any, ==, inner);
    g_assert_cmpstr(file, ==, near);
    g_assert_cmpstr(part, ==, inner);
}

/* However deep one stands, the search ends. */
static void
test_bound(Fixture *f, gconstpointer unused)
{
    g_autofree char *mark = g_build_filename(f->folder, "mark.ini", NULL);
    g_autoptr(GString) deep = g_string_new(f->folder);
    for (guint i = 0; i < DEEP; i++)
        g_string_append(deep, "/d");
    g_assert_cmpint(g_mkdir_with_parents(deep->str, 0700), ==, 0);
    g_assert_true(g_file_set_contents(mark, "", 0, NULL));
    g_assert_null(cld_file_find_upwards(deep->str, "mark.ini", G_FILE_TEST_EXISTS));
    g_string_truncate(deep, deep->len - strlen("/d") * (DEEP - 60));
    g_autofree char *found = cld_file_find_upwards(deep->str, "mark.ini", G_FILE_TEST_EXISTS);
    g_assert_cmpstr(found, ==, mark);
}

static void
test_write(Fixture *f, gconstpointer unused)
{
    g_autofree char *path = g_build_filename(f->folder, "out", NULL);
    g_autofree char *text = NULL;
    int fd = g_open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    g_assert_true(cld_file_write_all(fd, "whole", 5));
    close(fd);
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, "whole");
    g_assert_false(cld_file_write_all(fd, "closed", 6));
    int full = g_open("/dev/full", O_WRONLY | O_CLOEXEC, 0);
    g_assert_false(cld_file_write_all(full, "full", 4));
    close(full);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/file/upwards", Fixture, NULL, set_up, test_upwards, tear_down);
    g_test_add("/file/bound", Fixture, NULL, set_up, test_bound, tear_down);
    g_test_add("/file/write", Fixture, NULL, set_up, test_write, tear_down);
    return g_test_run();
}
