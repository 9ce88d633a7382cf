/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <gio/gio.h>

/* Tells one content of a file from the next: every writer here puts a new inode with a later time
 * in its place. A value; all zero: there is no file. */
typedef struct {
    guint64 device;
    guint64 inode;
    guint64 size_bytes;
    gint64 changed_nsec;
    gint64 written_nsec;
} CldFileStamp;

/* Held over reading, changing and replacing a file, so that of two writers neither loses what the
 * other wrote. */
typedef struct CldFileLock CldFileLock;

char *cld_durable_file_dup_real_path(const char *path, GError **error);
gboolean cld_durable_file_get_stamp(const char *path, CldFileStamp *stamp, GError **error);
GBytes *
cld_durable_file_read(const char *path, gsize max_bytes, CldFileStamp *stamp, GError **error);
CldFileLock *cld_durable_file_lock(const char *path, GError **error);
void cld_durable_file_unlock(CldFileLock *self);
gboolean cld_durable_file_replace(const CldFileLock *lock,
                                  const char *path,
                                  const char *bytes,
                                  gsize length_bytes,
                                  GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldFileLock, cld_durable_file_unlock)
