#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""crash.py --loop DECIDE-LOOP [--kills N] [--seed N]: kills a program that decides, at a time it does
not choose, and looks: every decision that it acknowledged is in the file, and the file is whole. Then
two that write at once, one of them killed now and then: neither loses what the other wrote. TAP."""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time

import decisionsfile

FINDINGS = "12"


def start(options, folder, name, count="100000"):
    path = os.path.join(folder, decisionsfile.NAME)
    return subprocess.Popen([options.loop, path, count, FINDINGS, name], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def kill_loop(options):
    chance = random.Random(options.seed)
    promised, n_acks = {}, 0
    with tempfile.TemporaryDirectory() as folder:
        for kill in range(options.kills):
            # Another name each time: numbers begin anew, so must the findings.
            process = start(options, folder, f"run{kill % 5}-{kill}")
            time.sleep(chance.uniform(0.003, 0.1))
            process.kill()
            output, _ = process.communicate()
            n_acks += decisionsfile.acknowledged(output, promised)
            for complaint in decisionsfile.complain(decisionsfile.load(folder), promised):
                yield f"kill {kill}: {complaint}"
        left = sorted(set(os.listdir(folder)) - {decisionsfile.NAME, f".{decisionsfile.NAME}.new"})
        if left:
            yield f"left behind: {left}"
        print(f"# {options.kills} kills, {n_acks} acknowledged, {len(promised)} findings")
    if n_acks < options.kills // 4:
        yield f"only {n_acks} acknowledged: the test did not test"


def two_writers(options):
    """One is killed and begun again while the other writes on."""
    chance = random.Random(options.seed + 1)
    promised, n_acks = {}, 0
    with tempfile.TemporaryDirectory() as folder:
        steady = start(options, folder, "steady", str(60 + options.kills // 2))
        for kill in range(max(5, options.kills // 10)):
            restless = start(options, folder, f"restless{kill}")
            time.sleep(chance.uniform(0.01, 0.05))
            restless.kill()
            n_acks += decisionsfile.acknowledged(restless.communicate()[0], promised)
        output, errors = steady.communicate()
        n_acks += decisionsfile.acknowledged(output, promised)
        if steady.returncode != 0:
            yield f"the steady one ended with {steady.returncode}: {errors.decode()}"
        yield from decisionsfile.complain(decisionsfile.load(folder), promised)
        print(f"# two writers: {n_acks} acknowledged, {len(promised)} findings")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loop", required=True)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    cases = (kill_loop, two_writers)
    print(f"1..{len(cases)}")
    failed = False
    for number, case in enumerate(cases, 1):
        complaints = list(case(options))
        failed |= bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {number} - {case.__name__}")
        for complaint in complaints[:10]:
            print(f"# {complaint}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
