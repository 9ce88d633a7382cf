/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-db-file.h"
#include "cld-collection.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where things stand in the first bytes of a database: https://sqlite.org/fileformat2.html */
#define HEADER_BYTES      100
#define PAGE_SIZE_AT      16 /* two bytes; 1 means 65,536 */
#define N_PAGES_AT        28
#define USER_VERSION_AT   60
#define APPLICATION_ID_AT 68
#define LARGEST_PAGE      65536

static const char magic[16] = "SQLite format 3";

static gboolean
refuse(GError **error, CldCollectionError code, const char *path, const char *why)
{
    g_set_error(error, CLD_COLLECTION_ERROR, code, "%s %s", path, why);
    return FALSE;
}

static guint32
number_at(const guint8 *header, guint at)
{
    return (guint32)header[at] << 24 | (guint32)header[at + 1] << 16 |
           (guint32)header[at + 2] << 8 | header[at + 3];
}

static gint64
page_bytes(const guint8 *header)
{
    guint size = (guint)header[PAGE_SIZE_AT] << 8 | header[PAGE_SIZE_AT + 1];
    return size == 1 ? LARGEST_PAGE : size;
}

/* Reads the start of a file. Nothing else is opened for it: SQLite would write beside it. */
static gboolean
read_header(const char *path, guint8 *header, gint64 *size_bytes, GError **error)
{
    struct stat info;
    int fd =
        g_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0); /* a pipe would wait for a writer */
    gssize n = fd < 0 ? -1 : read(fd, header, HEADER_BYTES);
    gboolean is_read = n >= 0 && fstat(fd, &info) == 0;
    int problem = errno;
    if (fd >= 0)
        close(fd);
    if (!is_read)
        return refuse(error, CLD_COLLECTION_ERROR_SYSTEM, path, g_strerror(problem));
    *size_bytes = info.st_size;
    if (n == 0)
        return refuse(error, CLD_COLLECTION_ERROR_DAMAGED, path, "is empty");
    if (n < HEADER_BYTES || memcmp(header, magic, sizeof magic) != 0)
        return refuse(error, CLD_COLLECTION_ERROR_FOREIGN, path, "is not a collection");
    return TRUE;
}

static gboolean
lacks_pages(const guint8 *header, gint64 size)
{
    return size < page_bytes(header) * number_at(header, N_PAGES_AT);
}

static gboolean
has_log(const char *path)
{
    g_autofree char *log = g_strconcat(path, "-wal", NULL);
    return g_file_test(log, G_FILE_TEST_EXISTS);
}

/* While a log is written back, the first page tells of pages that follow only later; then SQLite
 * takes them from the log. So a file is cut off only if it has no log, and still lacks
 * pages once the log is seen to be gone: another program may have finished in between. */
static gboolean
is_cut_off(const char *path, const guint8 *header, gint64 size)
{
    guint8 again[HEADER_BYTES];
    if (!lacks_pages(header, size) || has_log(path))
        return FALSE;
    return !read_header(path, again, &size, NULL) || lacks_pages(again, size);
}

/**
 * cld_db_file_check:
 * @path: of a file
 * @newest_version: the newest schema version that is known
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Looks at the first bytes of the file only, so that what is refused stays untouched.
 *
 * Returns: %FALSE if it is no collection, cut off, or newer than the program
 */
gboolean
cld_db_file_check(const char *path, guint newest_version, GError **error)
{
    guint8 header[HEADER_BYTES];
    gint64 size = 0;
    if (!read_header(path, header, &size, error))
        return FALSE;
    if (number_at(header, APPLICATION_ID_AT) != CLD_DB_APPLICATION_ID)
        return refuse(error, CLD_COLLECTION_ERROR_FOREIGN, path,
                      "is a database of another program");
    if (number_at(header, USER_VERSION_AT) > newest_version)
        return refuse(error, CLD_COLLECTION_ERROR_NEWER, path,
                      "was made by a later version of claimdiff");
    if (is_cut_off(path, header, size))
        return refuse(error, CLD_COLLECTION_ERROR_DAMAGED, path,
                      "is cut off; try: claimdiff rebuild");
    return TRUE;
}

/**
 * cld_db_file_check_closed:
 * @path: of a file that was made and closed
 * @newest_version: the newest schema version that is known
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Returns: %FALSE if a part of it is still in a log beside it, or it is none at all
 */
gboolean
cld_db_file_check_closed(const char *path, guint newest_version, GError **error)
{
    if (has_log(path))
        return refuse(error, CLD_COLLECTION_ERROR_WRITE, path, "was not written to its end");
    return cld_db_file_check(path, newest_version, error);
}

static gboolean
sync_folder_of(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    gboolean is_synced = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return is_synced;
}

/**
 * cld_db_file_publish:
 * @made: path of a finished, closed file; it is gone afterwards
 * @path: where it is to stand
 * @error: return location for a #CldCollectionError, or %NULL
 *
 * Puts a file in its place in one step, so that nobody ever sees half of it; never over another.
 *
 * Returns: %FALSE if there is a file already, or the folder cannot be written
 */
gboolean
cld_db_file_publish(const char *made, const char *path, GError **error)
{
    int problem = link(made, path) == 0 ? 0 : errno;
    if (problem == EPERM || problem == ENOTSUP) /* a file system without hard links */
        problem = g_file_test(path, G_FILE_TEST_EXISTS) ? EEXIST
                  : g_rename(made, path) == 0           ? 0
                                                        : errno;
    g_unlink(made);
    if (problem == EEXIST)
        return refuse(error, CLD_COLLECTION_ERROR_EXISTS, path, "is there already");
    if (problem != 0 || !sync_folder_of(path))
        return refuse(error, CLD_COLLECTION_ERROR_WRITE, path,
                      g_strerror(problem != 0 ? problem : errno));
    return TRUE;
}
