/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-output.h"
#include "cld-file.h"
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names that mean standard output. They are taken by name, for /dev/stdout is a link. */
static const char *const stdout_names[] = {"-", "/dev/stdout", "/dev/fd/1", NULL};

static gboolean
fail(GError **error, const char *target, int code)
{
    g_set_error(error, G_IO_ERROR, (gint)g_io_error_from_errno(code), "cannot write %s: %s", target,
                g_strerror(code));
    return FALSE;
}

/* Devices and pipes are written through, never replaced: renaming over /dev/full would put a file
 * in the place of the device. Only the two that make sense are taken. */
static gboolean
write_through(const char *target, const char *bytes, gsize length, GError **error)
{
    int fd = open(target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return fail(error, target, errno);
    if (!cld_file_write_all(fd, bytes, length)) {
        int code = errno;
        close(fd);
        return fail(error, target, code);
    }
    return close(fd) == 0 || fail(error, target, errno);
}

static mode_t
mode_for_new_file(void)
{
    mode_t mask = umask(0); /* there is no other way to ask; nothing else runs now */
    umask(mask);
    return 0666 & ~mask;
}

/* The file appears whole or not at all: a reader never sees half a report, and a full disk leaves
 * the report of the last run. */
static gboolean
replace_file(const char *target, mode_t mode, const char *bytes, gsize length, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(target);
    g_autofree char *draft = g_build_filename(folder, ".claimdiff-XXXXXX", NULL);
    int fd = g_mkstemp_full(draft, O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(error, target, errno);
    gboolean is_written =
        cld_file_write_all(fd, bytes, length) && fchmod(fd, mode & 07777) == 0 && fsync(fd) == 0;
    int code = errno;
    if (close(fd) != 0 && is_written) {
        is_written = FALSE;
        code = errno;
    }
    if (is_written && g_rename(draft, target) == 0)
        return TRUE;
    code = is_written ? errno : code;
    g_unlink(draft);
    return fail(error, target, code);
}

/**
 * cld_output_write:
 * @target: path of a file, or "-" for standard output
 * @bytes: (array length=length_bytes): what to write
 * @length_bytes: how much
 * @error: return location, or %NULL
 *
 * A regular file is replaced whole. /dev/null is written to; other devices, pipes, folders and
 * links are refused.
 *
 * Returns: %FALSE if not every byte was written
 */
gboolean
cld_output_write(const char *target, const char *bytes, gsize length_bytes, GError **error)
{
    struct stat info;
    if (g_strv_contains(stdout_names, target))
        return cld_file_write_all(STDOUT_FILENO, bytes, length_bytes) ||
               fail(error, "standard output", errno);
    if (g_str_equal(target, "/dev/null"))
        return write_through(target, bytes, length_bytes, error);
    if (lstat(target, &info) != 0) {
        if (errno != ENOENT)
            return fail(error, target, errno);
        return replace_file(target, mode_for_new_file(), bytes, length_bytes, error);
    }
    if (!S_ISREG(info.st_mode)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                    "cannot write %s: it is there and is not a regular file", target);
        return FALSE;
    }
    return replace_file(target, info.st_mode, bytes, length_bytes, error);
}

/* Returns: %FALSE if the system reports only now that standard output was not written */
gboolean
cld_output_finish(GError **error)
{
    if (close(STDOUT_FILENO) != 0 && errno != EBADF)
        return fail(error, "standard output", errno);
    return TRUE;
}

/* Makes a closed pipe an error that can be told instead of a signal, and keeps files that are
 * opened later from taking the place of a standard stream that the caller closed: whoever writes to
 * it gets an error. Called once, at start.
 *
 * Returns: %FALSE if the standard streams cannot be made safe */
gboolean
cld_output_set_up(void)
{
    signal(SIGPIPE, SIG_IGN);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        /* cppcheck-suppress leakReturnValNotUsed; the descriptor is to stay open */
        if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", O_RDONLY) < 0)
            return FALSE;
    }
    return TRUE;
}
