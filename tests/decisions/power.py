#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""power.py --loop DECIDE-LOOP --shim DISK-SHIM [--cuts N] [--seed N]: writes down all that reaches the
disk while decisions are made, then cuts the power after every call and makes what could be left.

What a disk may do, by POSIX: bytes written since the last fsync of their file are there, or not, or
are others, sector by sector; the length too; a name made, moved or removed since the last fsync of its
folder has or has not been, each by itself. What was acknowledged before the cut must be there. The
same with every fsync taken out must lose something, or the test could not see a loss. TAP."""
import argparse
import os
import random
import subprocess
import sys
import tempfile

import decisionsfile

SECTOR = 512
DECISIONS = "40"
FINDINGS = "6"


class File:
    """One inode: what is on the disk for sure, and what was written since."""

    def __init__(self):
        self.safe = b""
        self.now = b""

    def after_cut(self, chance):
        if self.safe == self.now:
            return self.now
        length = chance.choice((len(self.safe), len(self.now), chance.randint(0, len(self.now))))
        old, new = self.safe.ljust(length, b"\0"), self.now.ljust(length, b"\0")
        out = b""
        for at in range(0, length, SECTOR):
            end = min(at + SECTOR, length)
            kind = chance.randrange(8)
            out += (new[at:end] if kind < 4 else old[at:end] if kind < 7 else
                    bytes(chance.randrange(256) for _ in range(end - at)))
        return out


class Disk:
    """Names and files as the calls leave them, and the changes of names that may still be lost."""

    def __init__(self, has_fsync):
        self.has_fsync = has_fsync
        self.safe_names = {}
        self.pending = []  # (name, File or None), in order
        self.open = {}  # descriptor: File, or the path of a folder

    def names(self):
        names = dict(self.safe_names)
        for name, file in self.pending:
            self.set(names, name, file)
        return names

    @staticmethod
    def set(names, name, file):
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file

    def do(self, line):
        call, _, rest = line.partition(" ")
        getattr(self, "do_" + call)(rest)

    def do_open(self, rest):
        fd, _, path = rest.partition(" ")
        file = self.names().get(path)
        if file is None and os.path.basename(path).startswith("."):
            file = File()
            self.pending.append((path, file))
        self.open[fd] = file if file is not None else path

    def do_trunc(self, fd):
        if isinstance(self.open.get(fd), File):
            self.open[fd].now = b""

    def do_write(self, rest):
        fd, _, data = rest.partition(" ")
        if isinstance(self.open.get(fd), File):
            self.open[fd].now += bytes.fromhex(data)

    def do_fsync(self, fd):
        file = self.open.get(fd)
        if not self.has_fsync:
            return
        if isinstance(file, File):
            file.safe = file.now
        else:
            self.safe_names = self.names()
            self.pending = []

    def do_rename(self, rest):
        old, new = rest.split("\t")
        file = self.names().get(old)
        # One change of two names: rename() is atomic.
        self.pending.append((new, file))
        self.pending.append((old, None))

    def do_unlink(self, path):
        if path in self.names():
            self.pending.append((path, None))

    def do_close(self, fd):
        self.open.pop(fd, None)

    def after_cut(self, chance, path):
        names = dict(self.safe_names)
        for name, file in self.pending:
            if chance.randrange(2):
                self.set(names, name, file)
        file = names.get(path)
        return b"" if file is None else file.after_cut(chance)


def record(options, folder):
    trace, path = os.path.join(folder, "trace"), os.path.join(folder, decisionsfile.NAME)
    environment = dict(os.environ, LD_PRELOAD=options.shim, DISK_TRACE=trace)
    subprocess.run([options.loop, path, DECISIONS, FINDINGS, "power"], env=environment, check=True,
                   stdout=subprocess.DEVNULL)
    with open(trace, encoding="utf-8") as stream:
        return path, stream.read().splitlines()


def cut(lines, path, at, chance, has_fsync):
    """Returns (what the file holds after a cut behind line @at, what had been promised by then)."""
    disk, promised = Disk(has_fsync), {}
    for line in lines[:at]:
        if line.startswith("out "):
            decisionsfile.acknowledged(bytes.fromhex(line[4:]), promised)
        else:
            disk.do(line)
    return disk.after_cut(chance, path), promised


def run(options, has_fsync):
    chance = random.Random(options.seed)
    n_bad, first = 0, None
    with tempfile.TemporaryDirectory() as folder:
        path, lines = record(options, folder)
        for number in range(options.cuts):
            at = 1 + number % len(lines) if number < len(lines) else chance.randint(1, len(lines))
            data, promised = cut(lines, path, at, chance, has_fsync)
            complaints = list(decisionsfile.complain(data, promised))
            n_bad += bool(complaints)
            first = first or (complaints and f"after call {at}: {complaints[0]}") or None
    print(f"# {options.cuts} cuts over {len(lines)} calls, fsync {'kept' if has_fsync else 'left out'}:"
          f" {n_bad} with a loss")
    return n_bad, first


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loop", required=True)
    parser.add_argument("--shim", required=True)
    parser.add_argument("--cuts", type=int, default=600)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    print("1..2")
    n_bad, first = run(options, True)
    print(f"{'not ok' if n_bad else 'ok'} 1 - nothing acknowledged is lost")
    if first:
        print(f"# {first}")
    n_lost, _ = run(options, False)
    print(f"{'ok' if n_lost else 'not ok'} 2 - without fsync something is lost, and it is seen")
    return 0 if n_bad == 0 and n_lost > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
