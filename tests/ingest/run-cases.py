#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads every case with ingest-dump and compares. Speaks TAP. usage: run-cases.py --tool T --cases DIR [--regen]"""
import argparse
import difflib
import os
import subprocess
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--cases", required=True)
    parser.add_argument("--regen", action="store_true", help="write what is read now; look at the difference")
    args = parser.parse_args()
    tool = os.path.abspath(args.tool) if os.path.exists(args.tool) else args.tool
    names = sorted(n for n in os.listdir(args.cases) if not n.endswith((".expected", ".license")))
    failed = 0
    print(f"1..{len(names)}")
    for number, name in enumerate(names, 1):
        done = subprocess.run([tool, name], cwd=args.cases, capture_output=True, timeout=30)
        got = done.stdout.decode("utf-8")
        path = os.path.join(args.cases, name + ".expected")
        if args.regen:
            with open(path, "w", encoding="utf-8") as file:
                file.write(got)
        with open(path, encoding="utf-8") as file:
            want = file.read()
        good = got == want and done.returncode == 0
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} - {name}")
        for line in [] if good else difflib.unified_diff(want.splitlines(), got.splitlines(), "expected", "read", lineterm=""):
            print("#", line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
