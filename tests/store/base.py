# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests of the collection share: looking at a file as SQLite sees it, apart from the program."""
import os
import sqlite3

ENDS = ("", "-wal", "-shm")
TORN = """
SELECT count(*) FROM article AS a WHERE NOT EXISTS (SELECT 1 FROM revision WHERE article = a.id)
UNION ALL
SELECT count(*) FROM revision AS r
  WHERE r.row_hash = '' OR NOT EXISTS (SELECT 1 FROM block WHERE revision = r.id)
UNION ALL
SELECT count(*) FROM finding AS f WHERE f.row_hash = '' OR NOT EXISTS (SELECT 1 FROM side WHERE finding = f.id)
"""


def remove(path):
    for end in ENDS:
        if os.path.exists(path + end):
            os.unlink(path + end)


def look(path):
    """(complaints, identities of the articles that are there)"""
    if not os.path.exists(path):
        return [], set()
    base = sqlite3.connect(path)
    try:
        said = base.execute("PRAGMA integrity_check").fetchone()[0]
        complaints = [] if said == "ok" else [said]
        if base.execute("PRAGMA foreign_key_check").fetchall():
            complaints.append("a reference to nothing")
        if any(row[0] for row in base.execute(TORN)):
            complaints.append("half of an article or finding")
        if base.execute("PRAGMA user_version").fetchone()[0] < 1:
            complaints.append("half of a schema")
        return complaints, {row[0] for row in base.execute("SELECT identity FROM article")}
    except sqlite3.DatabaseError as error:
        return [f"{error}"], set()
    finally:
        base.close()
