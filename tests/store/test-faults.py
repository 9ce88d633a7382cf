#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""System calls of `claimdiff add` and `check` that fail: an error is told, or all was done; the collection is
sound either way. usage: test-faults.py --tool PROGRAM [--faults N]   (40 for a quick look; 0: every one)"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
import tap  # noqa: E402
import base  # noqa: E402

PATH = ".claimdiff/collection.db"
KINDS = (("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("fdatasync", "EIO"), ("fsync", "EIO"), ("openat", "EMFILE"),
         ("openat", "EACCES"), ("ftruncate", "EIO"), ("mmap", "ENOMEM"), ("read", "EIO"), ("pread64", "EIO"),
         ("fcntl", "EINTR"), ("write", "EPIPE"))
MAX_EACH = 200
N_ARTICLES = 3


def prepare(options, folder):
    """An empty collection and one with articles not yet checked, each in one file."""
    for name in ("empty", "full"):
        os.makedirs(os.path.join(folder, name))
        for i in range(N_ARTICLES):
            with open(os.path.join(folder, name, f"{i}.txt"), "w", encoding="utf-8") as stream:
                stream.write(tap.ARTICLES["coast-herald.txt"].replace("Fourteen", f"{i + 20}")
                             .replace("Coast Herald", f"Paper {i}"))
        run(options, os.path.join(folder, name), "init")
    run(options, os.path.join(folder, "full"), "add", ".")


def run(options, folder, *words, strace=()):
    return subprocess.run([*strace, options.tool, *words], cwd=folder, capture_output=True, check=False, timeout=120,
                          env={**tap.CLEAN, "HOME": folder, "CLAIMDIFF_MODEL": "none"})


def inject(options, folder, state, words, call, error, number):
    """(run, folder) with the call's Nth use failing; None when there is no such use."""
    place, log = os.path.join(folder, "now"), os.path.join(folder, "log")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(os.path.join(folder, state), place)
    done = run(options, place, *words, strace=(
        "strace", "-f", "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={number}"))
    with open(log, encoding="utf-8", errors="replace") as stream:
        return (done, place) if "INJECTED" in stream.read() else None


def count_at_start(options, folder, call):
    """Uses of the call by the loader and libraries, which end a program in their own way."""
    log = os.path.join(folder, "log")
    run(options, folder, "--version", strace=("strace", "-f", "-o", log, "-e", f"trace={call}"))
    with open(log, encoding="utf-8", errors="replace") as stream:
        return sum(f"{call}(" in line for line in stream)


def judge(options, done, place, words, call):
    status = done.returncode
    complaints, there = base.look(os.path.join(place, PATH))
    yield from complaints
    if status not in (0, 1, 2):
        yield f"exit status {status}: {done.stderr[-300:]!r}"
    if status == 2 and not done.stderr and call != "write":
        yield "trouble, and not a word"
    if status == 0 and words[0] == "add" and len(there) != N_ARTICLES:
        yield f"exit status 0, and {len(there)} of {N_ARTICLES} stored"
    if status in (0, 1) and call == "write" and not done.stdout:
        yield f"exit status {status}, and nothing was written"
    sound = run(options, place, "fsck")
    if sound.returncode != 0:
        yield f"fsck: {sound.stdout!r} {sound.stderr!r}"


def commands(options, folder):
    each = MAX_EACH if options.faults == 0 else max(1, options.faults // (2 * len(KINDS)))
    n = 0
    for state, words in (("empty", ["add", "."]), ("full", ["check", "--quiet", "--jobs=1"])):
        for call, error in KINDS:
            first = 1 if call == "write" else 1 + count_at_start(options, folder, call)
            for k in range(each):
                number = first + (k if options.faults == 0 else k * 7)
                injected = inject(options, folder, state, words, call, error, number)
                if injected is None:
                    break
                n += 1
                yield from (f"{words[0]}: {call} {error} {number}: {said}"
                            for said in judge(options, *injected, words, call))
    print(f"# {n} faults")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True, type=os.path.abspath)
    parser.add_argument("--faults", type=int, default=40)
    options = parser.parse_args()
    print("1..1")
    if shutil.which("strace") is None:
        print("ok 1 - system calls # SKIP there is no strace")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        prepare(options, folder)
        if inject(options, folder, "empty", ["add", "."], "read", "EIO", 1) is None:
            print("ok 1 - system calls # SKIP strace may not trace here")
            return 0
        complaints = list(commands(options, folder))
    print(f"{'not ok' if complaints else 'ok'} 1 - system calls")
    for line in complaints[:30]:
        print(f"# {line}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
