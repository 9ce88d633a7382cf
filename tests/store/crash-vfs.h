/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* A file system for SQLite that fails. It stands in front of the real one, and what was written
 * since a file's last sync can be lost. All of it comes from the environment:
 *
 * CRASH_AT=N    the power goes at the Nth write or sync: of what is not synced, each sector of 512
 *               bytes is lost by half, garbage by an eighth, and the file may be as short as before
 * CRASH_SEED=N  which of them
 * CRASH_LIES=1  a disk that says that it synced, and did not: what the test must be able to see
 * FAULT_AT=N    the Nth write, sync or truncation fails, and so do those after it
 * FAULT_CODE=N  as what: a code of SQLite */
void crash_vfs_register(void);
