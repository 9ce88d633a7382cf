#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""faults.py --loop DECIDE-LOOP --shim DISK-SHIM [--all]: lets each call to the system fail in turn, one
a run, while decisions are made. Whatever fails, the file is whole, what was acknowledged is in it, and
a run that ends with 0 has acknowledged everything. Without --all it stops at the fifth call of each
kind. TAP."""
import argparse
import errno
import os
import subprocess
import sys
import tempfile

import decisionsfile

FAULTS = (("open", "EMFILE"), ("open", "EACCES"), ("open", "ENOSPC"), ("write", "ENOSPC"), ("write", "EIO"),
          ("write", "EINTR"), ("write", "EDQUOT"), ("write", "short"), ("read", "EIO"), ("read", "EINTR"),
          ("read", "short"), ("fsync", "EIO"), ("fsync", "ENOSPC"), ("rename", "EACCES"), ("rename", "EIO"),
          ("rename", "ENOSPC"), ("unlink", "EACCES"), ("unlink", "EIO"), ("close", "EIO"), ("close", "EDQUOT"),
          ("flock", "ENOLCK"), ("flock", "EINTR"), ("fchmod", "EPERM"), ("futimens", "EIO"), ("stat", "EIO"),
          ("stat", "EACCES"), ("fstat", "EIO"), ("stdout", "EPIPE"))
# A fault the program must get over without a word.
HARMLESS = {("write", "EINTR"), ("write", "short"), ("read", "EINTR"), ("read", "short"),
            ("flock", "EINTR")}
BEFORE, DECISIONS, FINDINGS = "5", "14", "4"
MAX_CALLS = 200


def run(options, folder, fault):
    """Returns the finished process and whether the fault happened; None in its place: it hung."""
    log = os.path.join(folder, "fault")
    path = os.path.join(folder, decisionsfile.NAME)
    environment = dict(os.environ, LD_PRELOAD=options.shim, DISK_FAULT=fault, DISK_FAULT_LOG=log)
    try:
        process = subprocess.run([options.loop, path, DECISIONS, FINDINGS, "fault"], env=environment,
                                 capture_output=True, timeout=30, check=False)
    except subprocess.TimeoutExpired:
        process = None
    return process, os.path.exists(log)


def complain(kind, process, folder, promised):
    if process is None:
        yield "hangs"
        return
    n_acks = decisionsfile.acknowledged(process.stdout, promised)
    yield from decisionsfile.complain(decisionsfile.load(folder), promised)
    n_all = int(DECISIONS) + int(DECISIONS) // 7
    if process.returncode == 0 and n_acks != n_all:
        yield f"ended with 0 after {n_acks} of {n_all}"
    if process.returncode < 0:
        yield f"died of signal {-process.returncode}"
    if process.returncode != 0 and kind in HARMLESS:
        yield f"gave up: {process.stderr.decode()}"
    if process.returncode == 1 and not process.stderr.strip():
        yield "failed without a word"


def one(options, kind, number):
    """Returns (whether the fault happened, complaints)."""
    call, name = kind
    code = name if name == "short" else getattr(errno, name)
    with tempfile.TemporaryDirectory() as folder:
        promised = {}
        path = os.path.join(folder, decisionsfile.NAME)
        first = subprocess.run([options.loop, path, BEFORE, FINDINGS, "before"], capture_output=True,
                               check=True)
        decisionsfile.acknowledged(first.stdout, promised)
        process, happened = run(options, folder, f"{call}:{code}:{number}")
        return happened, [f"{call} {name} {number}: {text}"
                          for text in complain(kind, process, folder, promised)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loop", required=True)
    parser.add_argument("--shim", required=True)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    print(f"1..{len(FAULTS)}")
    n_faults, failed = 0, False
    for place, kind in enumerate(FAULTS, 1):
        complaints, n_here = [], 0
        for number in range(1, (MAX_CALLS if options.all else 5) + 1):
            happened, said = one(options, kind, number)
            complaints += said
            if not happened:
                break
            n_here += 1
        n_faults += n_here
        if n_here == 0:
            complaints.append("never happened: the test did not test")
        failed |= bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {place} - {' '.join(kind)}, {n_here} times")
        for complaint in complaints[:5]:
            print(f"# {complaint}")
    print(f"# {n_faults} faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
