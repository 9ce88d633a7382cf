#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes a collection as SQL, for tests/store/v<N>.sql, and makes one of it again.

usage: dump.py COLLECTION.db > v1.sql"""
import sqlite3
import sys

PRAGMAS = ("application_id", "user_version")
HEADER = ("-- SPDX-File" "CopyrightText: 2026 The claimdiff authors\n"
          "-- SPDX-License" "-Identifier: CC0-1.0\n")


def dump(path, out):
    with sqlite3.connect(path) as base:
        out.write(HEADER)
        for name in PRAGMAS:
            out.write(f"PRAGMA {name} = {base.execute(f'PRAGMA {name}').fetchone()[0]};\n")
        for line in base.iterdump():
            out.write(line + "\n")


def make(script, path):
    """A database file as a program of that version would have left it."""
    base = sqlite3.connect(path)
    base.execute("PRAGMA journal_mode = WAL")
    with open(script, encoding="utf-8") as stream:
        base.executescript(stream.read())
    base.close()


if __name__ == "__main__":
    dump(sys.argv[1], sys.stdout)
