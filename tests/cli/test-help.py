#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the program says of itself is one story: help, manual, completion."""
import os
import re
import shutil
import subprocess
import sys
import tap

COMMANDS = ("compare", "claims", "events", "explain", "init", "add", "check", "review", "stats", "rebuild",
            "fsck", "doctor")
MAX_COLUMNS = 100


def list_flags(bench, command):
    text = bench.run(command, "--help").stdout.decode()
    return re.findall(r"^  (?:-\w, )?(--[a-z-]+)", text, re.MULTILINE)


def help_case(command):
    def check(bench):
        texts = set()
        for words in ([command, "--help"], ["help", command], [command, "-h"]):
            run = bench.run(*words)
            yield from tap.complain_status(run, 0)
            texts.add(run.stdout)
        if len(texts) != 1:
            yield "different help by different ways"
        text = texts.pop().decode()
        if f"Examples:\n  claimdiff {command}" not in text:
            yield "no example"
        yield from (f"too wide: {line}" for line in text.splitlines() if len(line) > MAX_COLUMNS)
    return check


def usage(bench):
    text = bench.run("--help").stdout.decode()
    listed = re.findall(r"^  ([a-z]+) ", text, re.MULTILINE)
    if listed != [*COMMANDS, "help"]:
        yield f"{listed}"


def version(bench):
    text = bench.run("--version").stdout.decode()
    if not re.fullmatch(r"claimdiff \d+\.\d+\.\d+\nmodel: claimdiff doctor tells which\n", text):
        yield repr(text)


def manual(bench):
    """Every command and flag is in the manual, and every flag of the manual exists."""
    with open(os.path.join(bench.options.root, "docs/man/claimdiff.1"), encoding="utf-8") as stream:
        page = stream.read().replace("\\-", "-")
    flags = {"--version"}.union(*(list_flags(bench, command) for command in COMMANDS))
    options = page.split(".SH OPTIONS", 1)[1].split(".SH EXIT", 1)[0]
    described = set(re.findall(r"--[a-z-]+", options))
    yield from (f"not in the manual: {flag}" for flag in sorted(flags - described))
    yield from (f"only in the manual: {flag}" for flag in sorted(described - flags))
    yield from (f"not in the manual: {name}" for name in COMMANDS if f".B {name}\n" not in page)


def complete(bench, *words):
    script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _claimdiff; '
              'printf "%s\\n" "${COMPREPLY[@]}"')
    file = os.path.join(bench.options.root, "tools/completion/claimdiff.bash")
    run = subprocess.run(["bash", "-c", script, "bash", file, bench.options.tool, *words],
                         check=True, capture_output=True, text=True, cwd=bench.folder,
                         env=tap.CLEAN)
    return set(run.stdout.split())


def completion(bench):
    if not shutil.which("bash") or not os.path.exists("/dev/fd"):
        raise tap.Skip("there is no bash, or none that can read from a process")
    if complete(bench, "") != {*COMMANDS, "help", "--help", "--version"}:
        yield f"commands: {complete(bench, '')}"
    if complete(bench, "cl") != {"claims"}:
        yield f"cl: {complete(bench, 'cl')}"
    for command in COMMANDS:
        if complete(bench, command, "--") != set(list_flags(bench, command)):
            yield f"flags of {command}: {complete(bench, command, '--')}"
    if complete(bench, "explain", "contra") != {"contradiction"}:
        yield f"kinds: {complete(bench, 'explain', 'contra')}"
    for words in (["-f", "j"], ["--format", "j"], ["--format", "=", "j"]):
        if complete(bench, "check", *words) != {"json", "jsonl", "junit"}:
            yield f"formats: {words}: {complete(bench, 'check', *words)}"
    if complete(bench, "claims", "--format", "") != {"terminal", "json"}:
        yield f"formats of claims: {complete(bench, 'claims', '--format', '')}"
    if complete(bench, "compare", "coast") != {"coast-herald.txt"}:
        yield f"files: {complete(bench, 'compare', 'coast')}"


CASES = {f"help of {command}": help_case(command) for command in COMMANDS}
CASES |= {"usage": usage, "version": version, "manual": manual, "completion": completion}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
