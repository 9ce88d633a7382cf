/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "crash-vfs.h"
#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SECTOR       512
#define EXIT_POWER   137
#define MAX_FILENAME 512

/* What stood in a file before a write that is not synced. */
typedef struct Undo Undo;
struct Undo {
    Undo *next;
    char *path;
    sqlite3_int64 offset, old_size;
    int length;
    guint8 *old;
};

/* The real file lies behind it in the same block of memory. */
typedef struct {
    sqlite3_file base;
    char *path; /* NULL: a temporary file, which a crash may take */
    sqlite3_file *real;
} File;

static sqlite3_vfs *parent;
static Undo *undo;
static guint64 n_operations, crash_at, fault_at;
static int fault_code;
static gboolean is_lying;
static guint32 seed;

static guint32
next_random(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed;
}

static sqlite3_file *
real_of(sqlite3_file *file)
{
    return ((File *)file)->real;
}

static void
spoil_sector(FILE *stream, const Undo *write, int at)
{
    guint8 bytes[SECTOR];
    int n = MIN(write->length - at, SECTOR);
    guint32 fate = next_random() % 8; /* 0 to 3: lost; 4: garbage; else on the disk */
    if (fate > 4)
        return;
    for (int i = 0; i < n; i++)
        bytes[i] = fate == 4 ? (guint8)next_random() : write->old[at + i];
    fseek(stream, (long)(write->offset + at), SEEK_SET);
    fwrite(bytes, 1, (size_t)n, stream);
}

/* The newest write first, so that the oldest state comes out where several lie on each other. */
static void
lose_power(void)
{
    for (const Undo *write = undo; write != NULL; write = write->next) {
        FILE *stream = fopen(write->path, "r+b");
        if (stream == NULL)
            continue;
        for (int at = 0; at < write->length; at += SECTOR)
            spoil_sector(stream, write, at);
        fflush(stream);
        if (next_random() % 2 != 0 && write->old_size < write->offset + write->length &&
            ftruncate(fileno(stream), write->old_size) != 0)
            fputs("cannot be cut\n", stderr);
        fclose(stream);
    }
    _exit(EXIT_POWER);
}

/* Returns: how the operation ends, before it is done */
static int
count_operation(void)
{
    n_operations++;
    return fault_at > 0 && n_operations >= fault_at ? fault_code : SQLITE_OK;
}

static void
maybe_lose_power(void)
{
    if (crash_at > 0 && n_operations >= crash_at)
        lose_power();
}

static int
file_close(sqlite3_file *file)
{
    int code = real_of(file)->pMethods->xClose(real_of(file));
    g_free(((File *)file)->path);
    return code;
}

static int
file_read(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
    return real_of(file)->pMethods->xRead(real_of(file), bytes, length, offset);
}

static void
remember(File *self, int length, sqlite3_int64 offset)
{
    Undo *write = g_new0(Undo, 1);
    write->path = g_strdup(self->path);
    write->offset = offset;
    write->length = length;
    write->old = g_malloc0((gsize)length);
    self->real->pMethods->xFileSize(self->real, &write->old_size);
    sqlite3_int64 there = write->old_size - offset;
    if (there > 0)
        self->real->pMethods->xRead(self->real, write->old, (int)MIN(there, length), offset);
    write->next = undo;
    undo = write;
}

static int
file_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
    File *self = (File *)file;
    int code = count_operation();
    if (code != SQLITE_OK)
        return code;
    if (self->path != NULL && crash_at > 0)
        remember(self, length, offset);
    code = self->real->pMethods->xWrite(self->real, bytes, length, offset);
    maybe_lose_power();
    return code;
}

static int
file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    int code = count_operation();
    return code != SQLITE_OK ? code : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static void
forget(const char *path)
{
    for (Undo **at = &undo; *at != NULL;) {
        Undo *write = *at;
        if (g_strcmp0(write->path, path) != 0) {
            at = &write->next;
            continue;
        }
        *at = write->next;
        g_free(write->path);
        g_free(write->old);
        g_free(write);
    }
}

static int
file_sync(sqlite3_file *file, int flags)
{
    File *self = (File *)file;
    int code = count_operation();
    if (code != SQLITE_OK)
        return code;
    maybe_lose_power();
    if (!is_lying && self->path != NULL)
        forget(self->path);
    return self->real->pMethods->xSync(self->real, flags);
}

static int
file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int
file_lock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int
file_unlock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int
file_check_lock(sqlite3_file *file, int *result)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), result);
}

static int
file_control(sqlite3_file *file, int op, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), op, argument);
}

static int
file_sector_size(sqlite3_file *file)
{
    return SECTOR;
}

/* Above all, no promise that a cut leaves the neighbours of what was being written alone. */
static int
file_characteristics(sqlite3_file *file)
{
    return 0;
}

/* The last parameter is of a type that is banned here; a pointer is a pointer. */
static int
file_shm_map(sqlite3_file *file, int page, int size, int extend, gpointer map)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, map);
}

static int
file_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, n, flags);
}

static void
file_shm_barrier(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int
file_shm_unmap(sqlite3_file *file, int is_deleted)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), is_deleted);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_lock,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
    .xShmMap = (__typeof__(((sqlite3_io_methods *)NULL)->xShmMap))(void (*)(void))file_shm_map,
    .xShmLock = file_shm_lock,
    .xShmBarrier = file_shm_barrier,
    .xShmUnmap = file_shm_unmap,
};

static int
vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
    File *self = (File *)file;
    memset(self, 0, sizeof *self);
    self->real = (sqlite3_file *)(self + 1);
    int code = parent->xOpen(parent, name, self->real, flags, out_flags);
    if (code != SQLITE_OK)
        return code;
    self->base.pMethods = &methods;
    self->path = g_strdup(name);
    return SQLITE_OK;
}

static int
vfs_delete(sqlite3_vfs *vfs, const char *name, int is_synced)
{
    return parent->xDelete(parent, name, is_synced);
}

static int
vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
    return parent->xAccess(parent, name, flags, result);
}

static int
vfs_full_path(sqlite3_vfs *vfs, const char *name, int length, char *out)
{
    return parent->xFullPathname(parent, name, length, out);
}

static guint64
ask(const char *name)
{
    const char *value = g_getenv(name);
    return value == NULL ? 0 : g_ascii_strtoull(value, NULL, 10);
}

void
crash_vfs_register(void)
{
    static sqlite3_vfs vfs;
    crash_at = ask("CRASH_AT");
    fault_at = ask("FAULT_AT");
    fault_code = (int)ask("FAULT_CODE");
    is_lying = ask("CRASH_LIES") != 0;
    seed = (guint32)(ask("CRASH_SEED") + 1) * 2654435761u + 1;
    parent = sqlite3_vfs_find(NULL);
    vfs = *parent;
    vfs.zName = "crash";
    vfs.szOsFile = (int)sizeof(File) + parent->szOsFile;
    vfs.mxPathname = MAX_FILENAME;
    vfs.xOpen = vfs_open;
    vfs.xDelete = vfs_delete;
    vfs.xAccess = vfs_access;
    vfs.xFullPathname = vfs_full_path;
    sqlite3_vfs_register(&vfs, 1);
}
