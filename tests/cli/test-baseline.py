#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The baseline of a check, and the forms in which a check tells how its findings stand."""
import json
import os
import sys
import xml.etree.ElementTree
import tap

FORMS = ("sarif", "junit", "github", "gitlab", "summary", "json", "jsonl", "markdown", "html", "terminal")
BASELINE = "claimdiff.baseline"
EVENING = """Evening Ledger
Seventeen hurt in ferry collision off Velmouth
12 March 2024, 21:40
By Ines Moreau

Seventeen people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the mayor said.
"""


def check(bench, *words, **more):
    return bench.run("check", "--no-progress", *words, **more)


def start(bench):
    """A collection of the two articles, whose findings stand in the baseline."""
    bench.run("init")
    bench.run("add", *bench.articles)
    run = check(bench, f"--baseline={BASELINE}", "--update-baseline", "--format=sarif")
    yield from tap.complain_status(run, 0)


def results(data):
    return json.loads(data)["runs"][0]["results"]


def test_write(bench):
    yield from tap.complain_status(check(bench, *bench.articles), 1)
    yield from start(bench)
    lines = bench.get(BASELINE).decode().splitlines()
    found = [line for line in lines if not line.startswith("#")]
    if lines[0] != "# claimdiff baseline 1" or not found or found != sorted(found):
        yield f"baseline {lines}"
    before = bench.get(BASELINE)
    yield from tap.complain_status(check(bench, f"--baseline={BASELINE}", "--update-baseline"), 0)
    if bench.get(BASELINE) != before:
        yield "writing it again changes it"


def test_known(bench):
    yield from start(bench)
    run = check(bench, f"--baseline={BASELINE}", "--format=sarif", *bench.articles)
    yield from tap.complain_status(run, 0)
    states = {result["baselineState"] for result in results(run.stdout)}
    if states - {"unchanged"}:
        yield f"states {states}"


def test_new(bench):
    """Only what the third article brings is new, and it stands there."""
    yield from start(bench)
    bench.put("evening-ledger.txt", EVENING)
    run = check(bench, f"--baseline={BASELINE}", "--format=sarif", "evening-ledger.txt")
    yield from tap.complain_status(run, 1)
    new = [result for result in results(run.stdout) if result["baselineState"] == "new"]
    if "error" not in {result["level"] for result in new}:
        yield f"nothing fails: {new}"
    for result in new:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        if uri != "evening-ledger.txt":
            yield f"{result['ruleId']} stands in {uri}"


def test_dismissed(bench):
    """What is dismissed stays in SARIF with the reason, and is counted on every run."""
    bench.run("init")
    bench.run("add", *bench.articles)
    run = check(bench, "--format=sarif")
    yield from tap.complain_status(run, 1)
    for result in results(run.stdout):
        bench.run("review", "dismiss", result["fingerprints"]["claimdiff/v1"], "--note", "::error:: [x](y) {0}")
    run = check(bench, "--format=sarif", "--output=summary=page.md", "--output=github=log", "--output=junit=tests.xml")
    yield from tap.complain_status(run, 0)
    n = len(results(run.stdout))
    if any(r["suppressions"][0]["status"] != "accepted" or "[x](y)" not in r["suppressions"][0]["justification"]
           for r in results(run.stdout)):
        yield "not suppressed with the reason"
    for name in ("page.md", "log"):
        if f"0 new findings, {n} dismissed" not in bench.get(name).decode():
            yield f"{name} does not count {n} dismissed: {bench.get(name)}"
    if bench.get("log").startswith(b"::"):
        yield "an annotation for what is dismissed"
    if xml.etree.ElementTree.fromstring(bench.get("tests.xml")).get("skipped") != str(n):
        yield f"not {n} tests are skipped"


def test_unused(bench):
    yield from start(bench)
    with open(bench.path(BASELINE), "a", encoding="utf-8") as stream:
        stream.write("fedcba9876543210 update/status gone\n")
    run = check(bench, f"--baseline={BASELINE}", "--report-unused", "--output=summary=page.md")
    yield from tap.complain_status(run, 0)
    if b"fedcba9876543210" not in run.stderr or b"fedcba9876543210" not in bench.get("page.md"):
        yield f"the unused line is not told: {run.stderr}"


def test_faults(bench):
    """A baseline that is not understood fails the check by the number of the line."""
    yield from start(bench)
    good = bench.get(BASELINE).decode()
    faults = {"conflict": (good.replace("\n", "\n<<<<<<< HEAD\n", 1), "line 2 is the mark of a merge"),
              "words": (good + "something else\n", "does not begin with the id"),
              "version": (good.replace("baseline 1", "baseline 2"), "version"),
              "another file": ("{}\n", "this is no baseline"), "nothing": ("", "this is no baseline")}
    for name, (text, told) in faults.items():
        bench.put("bad", text)
        run = check(bench, "--baseline=bad", "--update-baseline")
        yield from tap.complain_status(run, 2)
        if told not in run.stderr.decode() or "bad" not in run.stderr.decode():
            yield f"{name}: {run.stderr}"
        if bench.get("bad").decode() != text:
            yield f"{name}: the file was changed"
    yield from tap.complain_status(check(bench, "--baseline=nowhere"), 2)
    os.mkdir(bench.path("folder"))
    yield from tap.complain_status(check(bench, "--baseline=folder"), 2)


def test_unread(bench):
    """An input that was not read fails the check, and every form says so."""
    bench.run("init")
    bench.put("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    words = [f"--output={form}=out.{form}" for form in FORMS]
    run = check(bench, *words, "picture.txt", bench.articles[0])
    yield from tap.complain_status(run, 2)
    for form in FORMS:
        if b"picture.txt" not in bench.get("out." + form):
            yield f"{form} is silent"
    invocation = json.loads(bench.get("out.sarif"))["runs"][0]["invocations"][0]
    if invocation["executionSuccessful"] or invocation["exitCode"] != 2:
        yield f"SARIF says {invocation}"


def test_same_bytes(bench):
    """The same check gives the same bytes in every form."""
    yield from start(bench)
    for form in FORMS:
        runs = [check(bench, f"--format={form}", f"--baseline={BASELINE}", *bench.articles, env={"LC_ALL": locale})
                for locale in ("C", "de_DE.UTF-8")]
        if runs[0].stdout != runs[1].stdout or not runs[0].stdout:
            yield f"{form} differs, or is empty"


CASES = {
    "baseline/write": test_write,
    "baseline/known": test_known,
    "baseline/new": test_new,
    "baseline/dismissed": test_dismissed,
    "baseline/unused": test_unused,
    "baseline/faults": test_faults,
    "baseline/unread": test_unread,
    "baseline/same-bytes": test_same_bytes,
}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
