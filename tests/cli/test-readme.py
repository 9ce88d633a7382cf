#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the examples of the README: a ```console block holds a command after "$ " and what it prints.
A line with nothing but an ellipsis stands for any lines. --regen writes the outputs anew: of one with an
ellipsis, as many lines before it and after it as there were."""
import argparse
import os
import re
import shlex
import subprocess
import sys
import tap

PAGE = "README.md"
BLOCK = re.compile(r"^```console\n\$ (.*?[^\\])\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELLIPSIS = "…"


def run(options, command):
    words = shlex.split(command.replace("\\\n", " "))
    if words[0] != "build/claimdiff":
        raise ValueError(f"an example runs {words[0]}")
    ended = subprocess.run([options.tool, *words[1:]], cwd=options.root, check=False, text=True,
                           capture_output=True, env=tap.CLEAN, stdin=subprocess.DEVNULL)
    return ended.stdout + ended.stderr


def as_pattern(wanted):
    lines = [".*" if line.strip() == ELLIPSIS else re.escape(line) for line in wanted.splitlines()]
    return re.compile("\n".join(lines) + "\n", re.DOTALL)


def check_block(options, command, wanted):
    got = run(options, command)
    if not as_pattern(wanted).fullmatch(got):
        yield "the program prints:"
        yield from got.splitlines()


def shorten(wanted, got):
    before, after = wanted.splitlines(), got.splitlines()
    if ELLIPSIS not in map(str.strip, before):
        return got
    n_first = [line.strip() for line in before].index(ELLIPSIS)
    n_last = len(before) - n_first - 1
    kept = after[:n_first] + [before[n_first]] + after[len(after) - n_last:]
    return "".join(line + "\n" for line in kept)


def regenerate(options, text):
    def renew(match):
        output = shorten(match[2], run(options, match[1]))
        return f"```console\n$ {match[1]}\n{output}```"
    return BLOCK.sub(renew, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True, type=os.path.abspath)
    parser.add_argument("--root", default=".", type=os.path.abspath)
    parser.add_argument("--regen", action="store_true")
    options = parser.parse_args()
    path = os.path.join(options.root, PAGE)
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    if options.regen:
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(regenerate(options, text))
        return 0
    blocks = BLOCK.findall(text)
    print(f"1..{len(blocks) + 1}")
    print(f"{'ok' if blocks else 'not ok'} 1 - there is an example")
    n_bad = not blocks
    for number, (command, wanted) in enumerate(blocks, 2):
        complaints = list(check_block(options, command, wanted))
        n_bad += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {number} - {command.splitlines()[0]}")
        for line in complaints:
            print(f"# {line}")
    return 1 if n_bad else 0


if __name__ == "__main__":
    sys.exit(main())
