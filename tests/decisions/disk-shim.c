/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* both names of open() and stat() are defined here */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Stands between a program and the C library (LD_PRELOAD).
 *
 * DISK_TRACE=FILE writes down what reaches the disk, one call a line, in the order of the calls:
 *   open FD PATH | trunc FD | write FD HEX | fsync FD | rename OLD\tNEW | unlink PATH | close FD
 * and what the program writes to standard output, as "out HEX". tests/decisions/power.py makes of
 * it what could be on the disk after a power cut at any point.
 *
 * DISK_FAULT=CALL:ERRNO:N lets the Nth call of CALL that concerns a file fail with that number;
 * ERRNO "short" writes half of the bytes and says so. When it has happened, "fault" stands in the
 * file DISK_FAULT_LOG. */

#define MAX_FDS  256
#define TRACE_FD 250 /* out of the way of the program's own */

static int trace_fd = -1;
static char fault_call[32];
static int fault_errno;
static int is_short;
static long fault_at;
static long n_calls;
static char is_file[MAX_FDS]; /* opened by path, not a standard stream */

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static long
read_number(const char *digits)
{
    long value = 0;
    for (; *digits >= '0' && *digits <= '9'; digits++)
        value = value * 10 + (*digits - '0');
    return value;
}

__attribute__((constructor)) static void
set_up(void)
{
    const char *trace = getenv("DISK_TRACE");
    const char *fault = getenv("DISK_FAULT");
    if (trace != NULL) {
        int fd = REAL(open)(trace, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        trace_fd = dup2(fd, TRACE_FD);
        close(fd);
    }
    const char *code = fault == NULL ? NULL : strchr(fault, ':');
    const char *number = code == NULL ? NULL : strchr(code + 1, ':');
    if (number == NULL || (size_t)(code - fault) >= sizeof(fault_call))
        return;
    memcpy(fault_call, fault, (size_t)(code - fault));
    is_short = strncmp(code + 1, "short", 5) == 0;
    fault_errno = is_short ? 0 : (int)read_number(code + 1);
    fault_at = read_number(number + 1);
}

static void
note_fault(void)
{
    const char *path = getenv("DISK_FAULT_LOG");
    int fd = path == NULL ? -1 : REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (fd < 0)
        return;
    (void)!REAL(write)(fd, "fault\n", 6);
    REAL(close)(fd);
}

/* Returns: 1 if this call is the one that is to fail */
static int
fails(const char *call)
{
    if (fault_at == 0 || strcmp(fault_call, call) != 0 || ++n_calls != fault_at)
        return 0;
    note_fault();
    errno = fault_errno;
    return 1;
}

static void
put(const char *text, size_t length)
{
    if (trace_fd >= 0)
        (void)!REAL(write)(trace_fd, text, length);
}

__attribute__((format(printf, 1, 2))) static void
trace(const char *format, ...)
{
    char line[2 * PATH_MAX + 64];
    va_list arguments;
    if (trace_fd < 0)
        return;
    va_start(arguments, format);
    int n = vsnprintf(line, sizeof(line), format, arguments);
    va_end(arguments);
    if (n > 0)
        put(line, (size_t)n);
}

static void
trace_bytes(const char *head, int fd, const void *bytes, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    const unsigned char *p = bytes;
    if (trace_fd < 0)
        return;
    char *line = malloc(64 + 2 * length);
    if (line == NULL)
        abort();
    size_t n = (size_t)snprintf(line, 64, fd < 0 ? "%s " : "%s %d ", head, fd);
    for (size_t i = 0; i < length; i++) {
        line[n++] = digits[p[i] >> 4];
        line[n++] = digits[p[i] & 15];
    }
    line[n++] = '\n';
    put(line, n);
    free(line);
}

static int
has_mode(int flags)
{
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
}

static int
note_open(int fd, const char *path, int flags)
{
    if (fd >= 0 && fd < MAX_FDS)
        is_file[fd] = 1;
    if (fd >= 0)
        trace("open %d %s\n", fd, path);
    if (fd >= 0 && (flags & O_TRUNC) != 0)
        trace("trunc %d\n", fd);
    return fd;
}

#define DEFINE_OPEN(name)                                                                          \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list arguments;                                                                         \
        va_start(arguments, flags);                                                                \
        mode_t mode = has_mode(flags) ? va_arg(arguments, mode_t) : 0;                             \
        va_end(arguments);                                                                         \
        if (fails("open"))                                                                         \
            return -1;                                                                             \
        return note_open(REAL(name)(path, flags, mode), path, flags);                              \
    }

DEFINE_OPEN(open)
DEFINE_OPEN(open64)

ssize_t
write(int fd, const void *bytes, size_t length)
{
    if (fd < 0 || fd >= MAX_FDS || fd == TRACE_FD)
        return REAL(write)(fd, bytes, length);
    if (fd == STDOUT_FILENO) {
        if (fails("stdout"))
            return -1;
        trace_bytes("out", -1, bytes, length);
        return REAL(write)(fd, bytes, length);
    }
    if (!is_file[fd])
        return REAL(write)(fd, bytes, length);
    if (fails("write")) {
        if (!is_short)
            return -1;
        length = length / 2 + 1;
    }
    ssize_t n = REAL(write)(fd, bytes, length);
    if (n > 0)
        trace_bytes("write", fd, bytes, (size_t)n);
    return n;
}

ssize_t
read(int fd, void *bytes, size_t length)
{
    if (fd >= 0 && fd < MAX_FDS && is_file[fd] && fails("read")) {
        if (!is_short)
            return -1;
        length = length / 2 + 1;
    }
    return REAL(read)(fd, bytes, length);
}

int
fsync(int fd)
{
    if (fails("fsync"))
        return -1;
    trace("fsync %d\n", fd);
    return REAL(fsync)(fd);
}

int
rename(const char *from, const char *to)
{
    if (fails("rename"))
        return -1;
    int result = REAL(rename)(from, to);
    if (result == 0)
        trace("rename %s\t%s\n", from, to);
    return result;
}

int
unlink(const char *path)
{
    if (fails("unlink"))
        return -1;
    int result = REAL(unlink)(path);
    if (result == 0)
        trace("unlink %s\n", path);
    return result;
}

int
close(int fd)
{
    int is_ours = fd >= 0 && fd < MAX_FDS && is_file[fd];
    if (is_ours) {
        is_file[fd] = 0;
        trace("close %d\n", fd);
    }
    int result = REAL(close)(fd);
    return is_ours && fails("close") ? -1 : result;
}

int
flock(int fd, int operation)
{
    return fails("flock") ? -1 : REAL(flock)(fd, operation);
}

int
fchmod(int fd, mode_t mode)
{
    return fails("fchmod") ? -1 : REAL(fchmod)(fd, mode);
}

int
futimens(int fd, const struct timespec times[2])
{
    return fails("futimens") ? -1 : REAL(futimens)(fd, times);
}

#define DEFINE_STAT(name, type)                                                                    \
    int name(const char *path, struct type *info)                                                  \
    {                                                                                              \
        return fails("stat") ? -1 : REAL(name)(path, info);                                        \
    }

#define DEFINE_FSTAT(name, type)                                                                   \
    int name(int fd, struct type *info)                                                            \
    {                                                                                              \
        return fails("fstat") ? -1 : REAL(name)(fd, info);                                         \
    }

DEFINE_STAT(stat, stat)
DEFINE_STAT(stat64, stat64)
DEFINE_FSTAT(fstat, stat)
DEFINE_FSTAT(fstat64, stat64)
