/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-durable-file.h"
#include "cld-file.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A writer holds the lock for milliseconds; one that holds it longer is stuck, and waiting for it
 * for ever would only make two. */
#define LOCK_WAIT_USEC (10 * G_USEC_PER_SEC)
#define LOCK_STEP_USEC (10 * 1000)
#define READ_BYTES     65536
#define NSEC_PER_SEC   G_GINT64_CONSTANT(1000000000)

struct CldFileLock {
    int folder; /* descriptor of the folder the file stands in */
};

static gboolean
fail(GError **error, const char *path, int code)
{
    g_set_error(error, G_IO_ERROR, (gint)g_io_error_from_errno(code), "%s: %s", path,
                g_strerror(code));
    return FALSE;
}

/**
 * cld_durable_file_dup_real_path:
 * @path: a file that may or may not be there
 * @error: return location for a #GIOErrorEnum error, or %NULL
 *
 * Returns: (transfer full): the file that is to be replaced: behind all links, so that a link stays
 * one; @path if nothing is there; %NULL for a link that leads nowhere or cannot be followed
 */
char *
cld_durable_file_dup_real_path(const char *path, GError **error)
{
    struct stat info;
    char resolved[PATH_MAX];
    if (realpath(path, resolved) != NULL)
        return g_strdup(resolved);
    int code = errno;
    if (code == ENOENT && lstat(path, &info) != 0 && errno == ENOENT)
        return g_strdup(path);
    fail(error, path, code);
    return NULL;
}

static gint64
nsec_of(struct timespec time)
{
    return (gint64)time.tv_sec * NSEC_PER_SEC + (gint64)time.tv_nsec;
}

static CldFileStamp
stamp_of(const struct stat *info)
{
    return (CldFileStamp){
        .device = (guint64)info->st_dev,
        .inode = (guint64)info->st_ino,
        .size_bytes = (guint64)info->st_size,
        .changed_nsec = nsec_of(info->st_ctim),
        .written_nsec = nsec_of(info->st_mtim),
    };
}

/* Returns: %FALSE if the system does not tell; a file that is not there has the stamp of zeros */
gboolean
cld_durable_file_get_stamp(const char *path, CldFileStamp *stamp, GError **error)
{
    struct stat info;
    memset(stamp, 0, sizeof(*stamp));
    if (stat(path, &info) == 0) {
        *stamp = stamp_of(&info);
        return TRUE;
    }
    return errno == ENOENT || fail(error, path, errno);
}

static GByteArray *
read_all(int fd, const char *path, gsize max_bytes, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (;;) {
        guint8 buffer[READ_BYTES];
        gssize n = read(fd, buffer, sizeof(buffer));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            fail(error, path, errno);
            return NULL;
        }
        if (n == 0)
            return g_steal_pointer(&bytes);
        if (bytes->len + (gsize)n > max_bytes) {
            g_set_error(error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                        "%s: longer than %" G_GSIZE_FORMAT " bytes", path, max_bytes);
            return NULL;
        }
        g_byte_array_append(bytes, buffer, (guint)n);
    }
}

static GByteArray *
read_open_file(int fd, const char *path, gsize max_bytes, CldFileStamp *stamp, GError **error)
{
    struct stat info;
    if (fstat(fd, &info) != 0) {
        fail(error, path, errno);
        return NULL;
    }
    if (!S_ISREG(info.st_mode)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s: not a regular file", path);
        return NULL;
    }
    *stamp = stamp_of(&info);
    return read_all(fd, path, max_bytes, error);
}

/**
 * cld_durable_file_read:
 * @path: the file
 * @max_bytes: a longer one is refused
 * @stamp: (out): what was read; zeros if there is no file
 * @error: return location for a #GIOErrorEnum error, or %NULL
 *
 * Returns: (transfer full): the content, no bytes if there is no file; %NULL if it cannot be read
 */
GBytes *
cld_durable_file_read(const char *path, gsize max_bytes, CldFileStamp *stamp, GError **error)
{
    memset(stamp, 0, sizeof(*stamp));
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK); /* a pipe would wait */
    if (fd < 0 && errno == ENOENT)
        return g_bytes_new(NULL, 0);
    if (fd < 0) {
        fail(error, path, errno);
        return NULL;
    }
    GByteArray *bytes = read_open_file(fd, path, max_bytes, stamp, error);
    close(fd);
    return bytes == NULL ? NULL : g_byte_array_free_to_bytes(bytes);
}

static gboolean
take_lock(int folder)
{
    gint64 until_usec = g_get_monotonic_time() + LOCK_WAIT_USEC;
    while (flock(folder, LOCK_EX | LOCK_NB) != 0) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || g_get_monotonic_time() > until_usec)
            return FALSE;
        g_usleep(LOCK_STEP_USEC);
    }
    return TRUE;
}

/**
 * cld_durable_file_lock:
 * @path: the file to be replaced, which need not be there; not a link
 * @error: return location for a #GIOErrorEnum error, or %NULL
 *
 * Locks the folder of @path, which leaves no lock file in the user's repository and, unlike a lock
 * of the file, outlives the rename that replaces it. The system gives it back when the program
 * dies.
 *
 * Returns: (transfer full): the lock; %NULL if there is no folder, or after 10 seconds
 */
CldFileLock *
cld_durable_file_lock(const char *path, GError **error)
{
    g_autofree char *name = g_path_get_dirname(path);
    int folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        fail(error, name, errno);
        return NULL;
    }
    if (!take_lock(folder)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_BUSY, "%s: %s", path,
                    errno == EWOULDBLOCK ? "another program is writing it" : g_strerror(errno));
        close(folder);
        return NULL;
    }
    CldFileLock *self = g_new0(CldFileLock, 1);
    self->folder = folder;
    return self;
}

/* Gives the lock back and frees @self. */
void
cld_durable_file_unlock(CldFileLock *self)
{
    close(self->folder);
    g_free(self);
}

/* The new file gets the permissions of the old one, and its owner where the system lets us. */
static gboolean
copy_rights(int fd, const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return errno == ENOENT; /* a first file has what the user's umask leaves */
    if (access(path, W_OK) != 0)
        return FALSE; /* rename() would not mind; whoever made it read-only does */
    if (info.st_uid != geteuid() || info.st_gid != getegid())
        (void)!fchown(fd, info.st_uid, info.st_gid);
    return fchmod(fd, info.st_mode & 07777) == 0;
}

/* The kernel's clock for files goes in steps of milliseconds, inode numbers come back and two
 * records may be equally long, so the time is set here: always later than that of the file before.
 */
static gboolean
set_later_time(int fd, const char *path)
{
    struct stat info;
    struct timespec times[2] = {{0, UTIME_OMIT}, {0, 0}};
    gint64 nsec = g_get_real_time() * 1000;
    if (stat(path, &info) == 0)
        nsec = MAX(nsec, nsec_of(info.st_mtim) + 1000);
    times[1].tv_sec = (time_t)(nsec / NSEC_PER_SEC);
    times[1].tv_nsec = (long)(nsec % NSEC_PER_SEC);
    return futimens(fd, times) == 0;
}

static gboolean
write_draft(int fd, const char *path, const char *bytes, gsize length)
{
    gboolean is_written = copy_rights(fd, path) && cld_file_write_all(fd, bytes, length) &&
                          set_later_time(fd, path) && fsync(fd) == 0;
    int code = errno;
    if (close(fd) != 0 && is_written)
        return FALSE;
    errno = code;
    return is_written;
}

/**
 * cld_durable_file_replace:
 * @lock: of @path
 * @path: the file; not a link
 * @bytes: (array length=length_bytes): what it is to hold
 * @length_bytes: how much
 * @error: return location for a #GIOErrorEnum error, or %NULL
 *
 * Puts a new file in the place of the old one: written beside it, on the disk (fsync), then
 * renamed, then the folder on the disk. Whoever reads sees the old or the new content, never a
 * part, and so does whoever looks after a crash or a power cut.
 *
 * Returns: %TRUE when the new content outlives a power cut from now on; %FALSE when it may not: the
 * old content stands, unless the folder alone could not be synced
 */
gboolean
cld_durable_file_replace(const CldFileLock *lock,
                         const char *path,
                         const char *bytes,
                         gsize length_bytes,
                         GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *hidden = g_strdup_printf(".%s.new", name);
    g_autofree char *draft = g_build_filename(folder, hidden, NULL);
    /* One name for all drafts: what a crash left behind is taken away by the next writer. */
    if (g_unlink(draft) != 0 && errno != ENOENT)
        return fail(error, draft, errno);
    int fd = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                  g_access(path, F_OK) == 0 ? 0600 : 0666);
    if (fd < 0)
        return fail(error, draft, errno);
    if (!write_draft(fd, path, bytes, length_bytes) || g_rename(draft, path) != 0) {
        int code = errno;
        g_unlink(draft);
        return fail(error, path, code);
    }
    return fsync(lock->folder) == 0 || fail(error, folder, errno);
}
