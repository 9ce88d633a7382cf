/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-file.h"
#include <errno.h>
#include <gio/gio.h>
#include <unistd.h>

/* Folders that are looked in: a path has not many more parts, and a file system may be slow. */
#define MAX_FOLDERS_UP 64

/**
 * cld_file_find_upwards:
 * @folder: where to begin
 * @name: of a file or folder, perhaps of one in a folder: ".claimdiff/collection.db"
 * @test: what it must be
 *
 * Looks for @name in @folder and, as git does, in the folders above it.
 *
 * Returns: (transfer full) (nullable): the path of the nearest
 */
char *
cld_file_find_upwards(const char *folder, const char *name, GFileTest test)
{
    g_autofree char *at = g_canonicalize_filename(folder, NULL);
    for (guint i = 0; i < MAX_FOLDERS_UP; i++) {
        g_autofree char *path = g_build_filename(at, name, NULL);
        if (g_file_test(path, test))
            return g_steal_pointer(&path);
        char *above = g_path_get_dirname(at);
        gboolean is_top = g_str_equal(above, at);
        g_free(at);
        at = above;
        if (is_top)
            return NULL;
    }
    return NULL;
}

/**
 * cld_file_write_all:
 * @fd: an open descriptor
 * @bytes: (array length=length_bytes): what to write
 * @length_bytes: how much
 *
 * Writes again what a signal or a full pipe interrupted.
 *
 * Returns: %FALSE with errno set if not all was written
 */
gboolean
cld_file_write_all(int fd, const char *bytes, gsize length_bytes)
{
    while (length_bytes > 0) {
        gssize n = write(fd, bytes, length_bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return FALSE;
        bytes += n;
        length_bytes -= (gsize)n;
    }
    return TRUE;
}
