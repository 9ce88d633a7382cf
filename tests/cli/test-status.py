#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the program ends, and what it says when it ends badly."""
import os
import sys
import tap

# What is typed, and the exit status.
STATUS = {
    "no command": ([], 2),
    "unknown command": (["compere", "a"], 2),
    "version": (["--version"], 0),
    "help": (["--help"], 0),
    "help of a command": (["help", "compare"], 0),
    "help of no command": (["help", "compere"], 2),
    "compare": (["compare", "ARTICLES"], 0),
    "claims": (["claims", "ARTICLES"], 0),
    "events": (["events", "ARTICLES"], 0),
    "explain": (["explain"], 0),
    "explain a kind": (["explain", "update"], 0),
    "explain a type": (["explain", "hedging"], 0),
    "explain a type of a kind": (["explain", "update/number"], 0),
    "explain nothing known": (["explain", "update/hedging"], 2),
    "explain two": (["explain", "update", "wording"], 2),
    "too many words": (["fsck", "elsewhere"], 2),
    "a report where a flag is meant": (["review", "list", "report.json"], 2),
    "two collections": (["init", "here", "there"], 2),
    "review of what": (["review", "list", "negation"], 2),
    "review of no report": (["review", "list", "--report=absent.json"], 2),
    "compare nothing": (["compare"], 2),
    "end of flags": (["compare", "--", "ARTICLES"], 0),
    "unknown flag": (["compare", "--no-such-flag", "ARTICLES"], 2),
    "unknown format": (["compare", "--format=papyrus", "ARTICLES"], 2),
    "claims has no html": (["claims", "--format=html", "ARTICLES"], 2),
    "jobs are a number": (["compare", "--jobs=many", "ARTICLES"], 2),
    "too many jobs": (["compare", "--jobs=65", "ARTICLES"], 2),
    "confidence over one": (["compare", "--min-confidence=1.5", "ARTICLES"], 2),
    "confidence not a number": (["compare", "--min-confidence=nan", "ARTICLES"], 2),
    "width too small": (["compare", "--width=3", "ARTICLES"], 2),
    "color of three": (["compare", "--color=sometimes", "ARTICLES"], 2),
    "no such date": (["compare", "--date=2024-02-30", "ARTICLES"], 2),
    "a date": (["compare", "--date=2024-02-29", "ARTICLES"], 0),
    "fail on unknown kind": (["compare", "--fail-on=lie", "ARTICLES"], 2),
    "fail on unknown severity": (["compare", "--fail-on=update:dire", "ARTICLES"], 2),
    "output without a file": (["compare", "--output=json", "ARTICLES"], 2),
    "missing file": (["compare", "absent.txt", "ARTICLES"], 2),
    "missing file allowed": (["compare", "--allow-unread", "absent.txt", "ARTICLES"], 0),
    "empty folder": (["compare", "empty", "ARTICLES"], 2),
    "not text": (["compare", "noise.txt", "ARTICLES"], 2),
    "no such configuration": (["compare", "--config=absent.ini", "ARTICLES"], 2),
}


def typed(bench, words):
    return [name for word in words for name in (bench.articles if word == "ARTICLES" else [word])]


def status_case(words, wanted):
    def check(bench):
        os.mkdir(bench.path("empty"))
        bench.put("noise.txt", b"A bell rang.\x00\xff\xfe It rang twice.\n")
        run = bench.run(*typed(bench, words))
        yield from tap.complain_status(run, wanted)
        if wanted == 2 and not run.stderr.startswith(b"claimdiff: "):
            yield f"nothing said on standard error: {run.stderr!r}"
        if wanted == 0 and not run.stdout:
            yield "nothing on standard output"
    return check


def others_go_on(bench):
    """The findings of what could be read are printed although something could not."""
    alone = bench.run("events", *bench.articles)
    beside = bench.run("events", "absent.txt", *bench.articles)
    yield from tap.complain_status(beside, 2)
    if alone.stdout != beside.stdout:
        yield "an absent file changes what is said of the others"
    if b"absent.txt: refused" not in beside.stderr:
        yield f"the absent file is not named: {beside.stderr!r}"


def fail_on(bench):
    import json
    report = json.loads(bench.run("compare", "--format=json", *bench.articles).stdout)
    kinds = {finding["kind"] for finding in report["findings"]}
    if "contradiction" not in kinds:
        yield f"no contradiction between nine and fourteen injured: {sorted(kinds)}"
    grave = {finding["kind"] for finding in report["findings"] if finding["severity"] == "high"}
    rules = {kind: kind in kinds for kind in
             ("contradiction", "update", "wording", "framing", "omission")}
    rules |= {f"{kind}:high": kind in grave for kind in list(rules)}
    rules |= {"any": bool(kinds), "any:high": bool(grave)}
    for rule, is_met in rules.items():
        run = bench.run("compare", f"--fail-on={rule}", *bench.articles)
        for complaint in tap.complain_status(run, 1 if is_met else 0):
            yield f"{rule}: {complaint}"
    both = bench.run("compare", "--fail-on=any", "absent.txt", *bench.articles)
    for complaint in tap.complain_status(both, 2):
        yield f"trouble outranks findings: {complaint}"


NOBODY = 65534


def unreadable(bench):
    os.chmod(bench.path(bench.articles[0]), 0)
    other = {}
    if os.geteuid() == 0:  # who reads everything
        os.chmod(bench.folder, 0o755)
        other = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    try:
        run = bench.run("compare", *bench.articles, **other)
    except PermissionError as error:
        raise tap.Skip("another user may not run the program here") from error
    yield from tap.complain_status(run, 2)
    if f"{bench.articles[0]}: refused".encode() not in run.stderr:
        yield f"the file is not named: {run.stderr!r}"
    if b"Coast Herald" not in run.stdout:
        yield "the other file was not read"


def standard_input(bench):
    run = bench.run("claims", "--format=json", "-", input=bench.get(bench.articles[0]))
    yield from tap.complain_status(run, 0)
    if b"Tomas Reid" not in run.stdout:
        yield "what stands on standard input was not read"


def quiet(bench):
    run = bench.run("compare", "--quiet", *bench.articles)
    yield from tap.complain_status(run, 0)
    if run.stderr or run.stdout.count(b"\n") > 3:
        yield f"not quiet: {run.stdout!r} {run.stderr!r}"


def hostile_words(bench):
    """Nothing typed or named reaches the terminal as an escape sequence or a build command."""
    name = bench.put("\x1b[31m::error.txt", b"\xff\n")
    for words in (["compare", name], ["compare", "--format", name], ["--\x1b]0;x\x07"],
                  ["compare", "--\x9b31m=2"], ["explain", "\x1b[2J"], ["compare", "--jobs", name]):
        run = bench.run(*words)
        yield from tap.complain_status(run, 2)
        for stream in (run.stdout, run.stderr):
            if set(stream.decode(errors="replace")) & set("\x1b\x07\x9b\r"):
                yield f"{words!r}: raw control characters: {stream!r}"
            if any(line.startswith((b"::", b"##")) for line in stream.splitlines()):
                yield f"{words!r}: a build command: {stream!r}"


CASES = {name: status_case(*row) for name, row in STATUS.items()}
CASES |= {"others go on": others_go_on, "fail on": fail_on, "unreadable file": unreadable,
          "standard input": standard_input, "quiet": quiet, "hostile words": hostile_words}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
