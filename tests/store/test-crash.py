#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Kills, power cuts and failing disks: what was told as stored is there, and nothing is there by half.

usage: test-crash.py --writer PROGRAM --tool PROGRAM [--rounds N]   (30 for a quick look, 300 for a long)"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
import base

OPERATIONS = 400  # of the writer: cuts and faults fall into these
CODES = {"disk full": 13, "read error": 10, "write error": 778, "sync error": 1034}


def write(options, path, prefix, n, **env):
    run = subprocess.run([options.writer, path, prefix, str(n)], capture_output=True, check=False, timeout=120,
                         env={**os.environ, **{name.upper(): str(value) for name, value in env.items()}})
    return run.returncode, run.stdout.decode().splitlines(), run.stderr.decode()


def judge(path, acknowledged):
    """Complaints on what is there after a crash."""
    complaints, there = base.look(path)
    lost = acknowledged - there
    return complaints + ([f"{len(lost)} of {len(acknowledged)} lost"] if lost else [])


def kills(options, folder):
    """kill -9 at any moment, from the first byte of the file on."""
    path, n_acknowledged, acknowledged = os.path.join(folder, "c.db"), 0, set()
    for round_number in range(options.rounds):
        if round_number % 20 == 0:
            base.remove(path)
            acknowledged = set()
        with open(os.path.join(folder, "told"), "w+", encoding="utf-8") as told:
            child = subprocess.Popen([options.writer, path, f"r{round_number}", "100000"], stdout=told,
                                     stderr=subprocess.PIPE)
            time.sleep(random.uniform(0.002, 0.25))
            child.kill()
            problem = child.communicate()[1]
            told.seek(0)
            lines = told.read().split("\n")[:-1]
        if problem:
            yield f"round {round_number}: {problem!r}"
        acknowledged |= set(lines)
        n_acknowledged += len(lines)
        yield from (f"round {round_number}: {said}" for said in judge(path, acknowledged))
    print(f"# {options.rounds} kills, {n_acknowledged} articles told as stored")
    if n_acknowledged < options.rounds // 3:
        yield f"{n_acknowledged} articles: too few to tell anything"


def cut(options, path, seed, lies):
    """One power cut in three, each on what the one before left; how many complaints."""
    base.remove(path)
    acknowledged, complaints = set(), []
    for step in range(3):
        at = random.randint(1, OPERATIONS)
        _, told, _ = write(options, path, f"s{step}", 60, crash_at=at, crash_seed=seed * 3 + step,
                           crash_lies=int(lies))
        acknowledged |= set(told)
        if os.path.exists(path + "-shm"):
            os.unlink(path + "-shm")  # memory: gone with the power
        complaints += judge(path, acknowledged)
        if complaints:
            break
    return complaints, len(acknowledged)


def power(options, folder, lies=False):
    path, n_bad, n_told = os.path.join(folder, "p.db"), 0, 0
    for seed in range(max(1, options.rounds // 3)):
        complaints, told = cut(options, path, seed, lies)
        n_bad += bool(complaints)
        n_told += told
        if not lies:
            yield from (f"seed {seed}: {said}" for said in complaints)
    print(f"# {options.rounds // 3 * 3} power cuts, {n_told} articles told as stored, {n_bad} bad ends")
    if lies and n_bad == 0:
        yield "a disk that does not sync was not noticed: this test sees nothing"


def lying(options, folder):
    yield from power(options, folder, lies=True)


def faults(options, folder):
    """Every operation fails once, with every code: an error is told, and what was told is there."""
    path, n = os.path.join(folder, "f.db"), 0
    step = max(1, OPERATIONS * len(CODES) // max(options.rounds * 4, 1))
    for name, code in CODES.items():
        for at in range(1, OPERATIONS, step):
            base.remove(path)
            status, told, said = write(options, path, "f", 40, fault_at=at, fault_code=code)
            n += 1
            if status not in (0, 2) or (status == 2) != bool(said):
                yield f"{name} at {at}: exit status {status}: {said}"
            if status == 0 and len(told) != 40:
                yield f"{name} at {at}: {len(told)} of 40, and no error"
            yield from (f"{name} at {at}: {text}" for text in judge(path, set(told)))
    print(f"# {n} faults")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writer", required=True, type=os.path.abspath)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    cases = {"kill -9": kills, "power cuts": power, "a disk that lies": lying, "failing operations": faults}
    n_bad = 0
    print(f"1..{len(cases)}")
    for number, (name, function) in enumerate(cases.items(), 1):
        random.seed(number)
        with tempfile.TemporaryDirectory() as folder:
            complaints = list(function(options, folder))
        n_bad += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {number} - {name}")
        for line in complaints[:20]:
            print(f"# {line}")
    return 1 if n_bad else 0


if __name__ == "__main__":
    sys.exit(main())
