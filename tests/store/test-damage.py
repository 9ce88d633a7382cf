#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Databases that are none any more, that another program made, that came from another version; and several
programs at once. usage: test-damage.py --tool PROGRAM --root DIR (as tests/cli/tap.py)"""
import glob
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
import tap  # noqa: E402
import base  # noqa: E402
import dump  # noqa: E402

PATH = ".claimdiff/collection.db"
NOBODY = 65534
N_FLIPS = 60
USERS = (["check", "--quiet"], ["fsck"], ["review", "list"], ["add", "harbour-gazette.txt"])


def prepare(bench):
    """A collection with findings, all of it in one file."""
    bench.run("init")
    bench.run("add", *bench.articles)
    bench.run("check", "--quiet")
    with sqlite3.connect(bench.path(PATH)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def spoil(kind, data):
    half = len(data) // 2
    return {"empty": b"", "cut to half": data[:half], "random": random.Random(5).randbytes(len(data)),
            "an image": b"\x89PNG\r\n\x1a\n" + bytes(2000), "text": b"not a database at all\n" * 50,
            "newer": data[:60] + (99).to_bytes(4, "big") + data[64:],
            "of another program": data[:68] + bytes(4) + data[72:],
            "no header": bytes(100) + data[100:]}[kind]


SAID = {"empty": b"is empty", "cut to half": b"is cut off", "random": b"is not a collection",
        "an image": b"is not a collection", "text": b"is not a collection",
        "newer": b"later version", "of another program": b"another program", "no header": b"is not a collection"}


def refused_case(kind):
    def check(bench):
        prepare(bench)
        bad = spoil(kind, bench.get(PATH))
        base.remove(bench.path(PATH))
        bench.put(PATH, bad)
        for words in USERS:
            run = bench.run(*words)
            yield from tap.complain_status(run, 2)
            if SAID[kind] not in run.stderr:
                yield f"{words}: {run.stderr!r}"
        if bench.get(PATH) != bad:
            yield "the file was changed"
        left = sorted(name for name in os.listdir(bench.path(".claimdiff")) if not name.startswith("."))
        if left != ["collection.db"]:
            yield f"files beside it: {left}"
        yield from rebuilt(bench, kind, bad)
    return check


def rebuilt(bench, kind, bad):
    """What is no collection any more is put aside; what a later version made is not."""
    run = bench.run("rebuild", *bench.articles)
    if kind == "newer":
        yield from tap.complain_status(run, 2)
        return
    yield from tap.complain_status(run, 0)
    if bench.get(PATH + ".damaged-1") != bad:
        yield "the damaged file is gone"
    yield from tap.complain_status(bench.run("fsck"), 0)


def schemed(bench):
    """What a supplied database would have the program run is not run."""
    prepare(bench)
    with sqlite3.connect(bench.path(PATH)) as connection:
        connection.execute("CREATE TRIGGER added AFTER INSERT ON article BEGIN DELETE FROM finding; END")
        before = connection.execute("SELECT count(*) FROM finding").fetchone()[0]
    bench.put("new.txt", "Bridge of Halden closed\n\nThe bridge was closed on Monday, the council said.\n")
    yield from tap.complain_status(bench.run("add", "new.txt"), 0)
    with sqlite3.connect(bench.path(PATH)) as connection:
        if not before or connection.execute("SELECT count(*) FROM finding").fetchone()[0] != before:
            yield "a trigger of the file was run"


def piped(bench):
    """A pipe in the collection's place is refused; nobody writes into it."""
    os.mkdir(bench.path(".claimdiff"))
    os.mkfifo(bench.path(PATH))
    for words in USERS:
        yield from tap.complain_status(bench.run(*words), 2)


def flips(bench):
    """A changed byte never crashes or hangs the program, and fsck sees it where it is data."""
    prepare(bench)
    good = bench.get(PATH)
    used = find_used(good)
    chance, n_seen = random.Random(11), 0
    for i in range(N_FLIPS):
        at = chance.choice(used)
        bad = bytearray(good)
        bad[at] ^= chance.randrange(1, 256)
        base.remove(bench.path(PATH))
        bench.put(PATH, bytes(bad))
        words = USERS[i % len(USERS)]
        run = bench.run(*words)
        if run.returncode not in (0, 1, 2):
            yield f"byte {at}: {words}: exit status {run.returncode}: {run.stderr!r}"
        base.remove(bench.path(PATH))
        bench.put(PATH, bytes(bad))
        n_seen += bench.run("fsck").returncode == 2
    if n_seen < N_FLIPS * 0.99:
        yield f"fsck saw {n_seen} of {N_FLIPS} changed bytes"


def find_used(data):
    """Bytes of the texts: flips elsewhere may fall into what nothing reads."""
    words = (b"injured when two ferries", b"harbour master Tomas Reid", b"The collision happened", b"between-speakers",
             b"contradiction", b"harbour-gazette.txt", b"The same quantity")
    places = []
    for word in words:
        start = data.find(word)
        while start >= 0:
            places += range(start, start + len(word))
            start = data.find(word, start + 1)
    return places


def read_only(bench):
    """Whoever may only read can check files and list findings; what needs writing says so."""
    prepare(bench)
    os.chmod(bench.folder, 0o755)
    for path in (PATH, ".claimdiff", "."):
        os.chmod(bench.path(path), 0o555 if path != PATH else 0o444)
    as_nobody = {"preexec_fn": lambda: os.setuid(NOBODY)} if os.getuid() == 0 else {}
    try:
        before = bench.get(PATH)
        found = {row["id"] for row in json.loads(bench.run("review", "list", "--json").stdout)["findings"]}
        listed = bench.run("review", "list", **as_nobody)
        yield from tap.complain_status(listed, 0)
        if b"contradiction" not in listed.stdout:
            yield f"{listed.stdout!r}"
        checked = bench.run("check", "--quiet", bench.articles[0], **as_nobody)
        if checked.returncode not in (0, 1):
            yield f"check of a file: {checked.returncode}: {checked.stderr!r}"
        for _ in range(2):
            plain = bench.run("check", "--format=json", **as_nobody)
            if plain.returncode != 1 or b"may only be read" not in plain.stderr:
                yield f"a plain check: {plain.returncode}: {plain.stderr!r}"
            if {row["id"] for row in json.loads(plain.stdout)["findings"]} != found:
                yield "a plain check finds something else"
        passed = bench.run("check", "--fail-on=omission:high", **as_nobody)
        if passed.returncode != 0:
            yield f"a check that passes: {passed.returncode}: {passed.stderr!r}"
        for words in (["add", bench.articles[0]], ["rebuild"]):
            run = bench.run(*words, **as_nobody)
            if words[0] == "rebuild" and (run.returncode != 2 or b"cannot be written" not in run.stderr):
                yield f"{words}: {run.returncode}: {run.stderr!r}"
        if bench.get(PATH) != before:
            yield "the file was changed"
    finally:
        for path in (".", ".claimdiff"):
            os.chmod(bench.path(path), 0o755)


def versions(bench):
    """Collections of every released version are brought up to date and used."""
    scripts = sorted(glob.glob(os.path.join(bench.options.root, "tests/store/v*.sql")))
    if not scripts:
        yield "no dump"
    for script in scripts:
        shutil.rmtree(bench.path(".claimdiff"), ignore_errors=True)
        os.makedirs(bench.path(".claimdiff"))
        dump.make(script, bench.path(PATH))
        yield from tap.complain_status(bench.run("fsck"), 0)
        listed = bench.run("review", "list", "--json")
        if listed.stdout.count(b'"id"') < 3:
            yield f"{script}: {listed.stdout!r} {listed.stderr!r}"
        checked = bench.run("check", "--quiet", "--allow-unread")
        if checked.returncode != 1:
            yield f"{script}: check ends with {checked.returncode}: {checked.stderr!r}"
        yield from tap.complain_status(bench.run("rebuild"), 0)
        with sqlite3.connect(bench.path(PATH)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version != len(scripts):
                yield f"{script}: version {version} of {len(scripts)}: every version has its dump"
            if connection.execute("SELECT count(*) FROM vectors").fetchone()[0]:
                yield f"{script}: rebuild left vectors that rules alone do not make"


def vectors_kept(bench):
    """A step up loses no vector: the model need not encode them again."""
    ask = "SELECT model, runtime, text_hash, dimension, numbers, row_hash FROM vectors ORDER BY text_hash"
    os.makedirs(bench.path(".claimdiff"))
    dump.make(os.path.join(bench.options.root, "tests/store/v2.sql"), bench.path(PATH))
    with sqlite3.connect(bench.path(PATH)) as connection:
        before = connection.execute(ask).fetchall()
    yield from tap.complain_status(bench.run("fsck"), 0)
    with sqlite3.connect(bench.path(PATH)) as connection:
        if connection.execute(ask).fetchall() != before or len(before) < 3:
            yield "the vectors are not what they were"
        if connection.execute("PRAGMA user_version").fetchone()[0] < 3:
            yield "the file stayed at its version"


def small_vectors(bench):
    """A vector of 384 numbers takes little more than its 1,536 bytes, its hashes and its key."""
    n, limit = 400, 2600
    bench.run("init")
    path = bench.path(PATH)
    with sqlite3.connect(path) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.executemany("INSERT INTO vectors VALUES (?, 'OpenVINO 2026.4.1', ?, 384, ?, ?)",
                               [("m" * 64, f"{i:064x}", os.urandom(1536), "h" * 64) for i in range(n)])
        pages = connection.execute("PRAGMA page_count").fetchone()[0] - pages
        each = pages * connection.execute("PRAGMA page_size").fetchone()[0] / n
    print(f"# {each:.0f} bytes a vector")
    if each > limit:
        yield f"{each:.0f} bytes a vector"


def old_read_only(bench):
    """What may only be read stays at its version, and is read."""
    os.makedirs(bench.path(".claimdiff"))
    dump.make(os.path.join(bench.options.root, "tests/store/v1.sql"), bench.path(PATH))
    before = bench.get(PATH)
    os.chmod(bench.folder, 0o755)
    os.chmod(bench.path(PATH), 0o444)
    os.chmod(bench.path(".claimdiff"), 0o555)
    as_nobody = {"preexec_fn": lambda: os.setuid(NOBODY)} if os.getuid() == 0 else {}
    try:
        for words in (["review", "list"], ["fsck"], ["check", "--quiet", bench.articles[0]]):
            run = bench.run(*words, **as_nobody)
            if run.returncode not in (0, 1):
                yield f"{words}: {run.returncode}: {run.stderr!r}"
        if bench.get(PATH) != before:
            yield "the file was changed"
    finally:
        os.chmod(bench.path(".claimdiff"), 0o755)


def many_articles(bench, prefix, n):
    for i in range(n):
        bench.put(f"{prefix}/{i:03}.txt", f"{prefix.title()} Paper\nBells of tower {prefix}{i} ring\n12 March 2024\n\n"
                  f"The {i + 3} bells of tower {prefix}{i} rang at noon, the ringers of {prefix} said.\n")


def together(bench):
    """Two writers and readers beside them: nobody is turned away, nothing is lost."""
    n = 150
    bench.run("init")
    for prefix in ("east", "west"):
        many_articles(bench, prefix, n)
    environment = {**tap.CLEAN, "HOME": bench.folder}
    writers = [subprocess.Popen([bench.options.tool, "add", "--jobs=1", prefix], cwd=bench.folder, env=environment,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for prefix in ("east", "west")]
    n_reads = 0
    while any(writer.poll() is None for writer in writers):
        for words in (["review", "list"], ["check", "--quiet", "east/001.txt"], ["fsck"]):
            run = bench.run(*words)
            n_reads += 1
            if run.returncode not in (0, 1):
                yield f"{words}: {run.returncode}: {run.stderr!r}"
    for writer in writers:
        said = writer.communicate()[1]
        if writer.returncode != 0:
            yield f"a writer ends with {writer.returncode}: {said!r}"
    print(f"# {n_reads} reads beside two writers")
    with sqlite3.connect(bench.path(PATH)) as connection:
        stored = connection.execute("SELECT count(*) FROM article").fetchone()[0]
    if stored != 2 * n:
        yield f"{stored} of {2 * n} articles"
    yield from tap.complain_status(bench.run("fsck"), 0)


def written_back(bench):
    """While another program writes its log back, the first page tells of pages that stand in the log only."""
    prepare(bench)
    path = bench.path(PATH)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    writer.execute("CREATE TABLE filler (text)")
    writer.executemany("INSERT INTO filler VALUES (?)", [("x" * 4000,)] * 50)
    writer.execute("DROP TABLE filler")
    before, log = bench.get(PATH), bench.get(PATH + "-wal")
    writer.execute("PRAGMA wal_checkpoint(PASSIVE)")
    after, n_bytes = bench.get(PATH), writer.execute("PRAGMA page_size").fetchone()[0]
    writer.close()
    if len(after) <= len(before):
        yield "the log brings no new pages"
    for words in (["review", "list"], ["fsck"], ["check", "--quiet", "harbour-gazette.txt"]):
        base.remove(bench.path(PATH))
        bench.put(PATH, after[:n_bytes] + before[n_bytes:])
        bench.put(PATH + "-wal", log)
        run = bench.run(*words)
        if run.returncode not in (0, 1):
            yield f"{words}: {run.returncode}: {run.stderr!r}"


def locked(bench):
    """A reader does not wait for a writer."""
    prepare(bench)
    writer = sqlite3.connect(bench.path(PATH), isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE revision SET is_settled = 1")
    for words in (["review", "list"], ["fsck"], ["check", "--quiet", "harbour-gazette.txt"]):
        run = bench.run(*words)
        if run.returncode not in (0, 1):
            yield f"{words}: {run.returncode}: {run.stderr!r}"
    writer.execute("ROLLBACK")
    writer.close()


def killed(bench):
    """add and check are killed at any moment; what comes after goes on from there."""
    n, chance = 60, random.Random(3)
    bench.run("init")
    many_articles(bench, "north", n)
    environment = {**tap.CLEAN, "HOME": bench.folder}
    for i in range(16):
        words = ["add", "--jobs=1", "north"] if i % 2 == 0 else ["check", "--quiet"]
        child = subprocess.Popen([bench.options.tool, *words], cwd=bench.folder, env=environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            child.wait(timeout=chance.uniform(0.02, 0.25))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        complaints, _ = base.look(bench.path(PATH))
        yield from (f"kill {i} of {words[0]}: {said}" for said in complaints)
    yield from tap.complain_status(bench.run("fsck"), 0)
    added = bench.run("add", "--quiet", "north")
    yield from tap.complain_status(added, 0)
    _, there = base.look(bench.path(PATH))
    if len(there) != n:
        yield f"{len(there)} of {n} articles"


def limit_files(n_bytes):
    """As on a disk that is full: no file grows beyond that."""
    def before():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))
    return before


def full(bench):
    """No room: trouble is told, nothing is there by half, and with room it goes on."""
    bench.run("init")
    many_articles(bench, "south", 20)
    n_told = 0
    for n_bytes in (16384, 65536, 131072, 200000):
        run = bench.run("add", "--jobs=1", "south", preexec_fn=limit_files(n_bytes))
        if run.returncode not in (0, 2) or (run.returncode == 2) != bool(run.stderr):
            yield f"{n_bytes} bytes: exit status {run.returncode}: {run.stderr!r}"
        n_told += run.returncode == 2
        complaints, _ = base.look(bench.path(PATH))
        yield from (f"{n_bytes} bytes: {said}" for said in complaints)
    if n_told == 0:
        yield "there was room every time"
    made = bench.run("init", "elsewhere", preexec_fn=limit_files(16384))
    if made.returncode != 2 or os.path.exists(bench.path("elsewhere/" + PATH)):
        yield f"init: {made.returncode}: {made.stderr!r}"
    yield from tap.complain_status(bench.run("add", "--quiet", "south"), 0)
    yield from tap.complain_status(bench.run("fsck"), 0)


CASES = {**{f"refused: {kind}": refused_case(kind) for kind in SAID},
         "a trigger in the file": schemed,
         "a pipe": piped,
         "changed bytes": flips,
         "read-only": read_only,
         "every version": versions,
         "vectors kept": vectors_kept,
         "small vectors": small_vectors,
         "read-only, an old version": old_read_only,
         "two writers and readers": together,
         "a log written back": written_back,
         "locked": locked,
         "disk full": full,
         "killed": killed}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
