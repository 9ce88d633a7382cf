#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The collection as its users meet it: init, add, check, decide, check again."""
import json
import os
import sqlite3
import sys
import tap

LEDE = ("{count} people were injured when two ferries collided outside the harbour of Velmouth on "
        "Tuesday morning, {who} said.")
FOG = "“The fog signal {was} working,” harbour master Tomas Reid said."


def article(outlet, title, day, *paragraphs):
    return f"{outlet}\n{title}\n{day}\n\n" + "\n\n".join(paragraphs) + "\n"


FIVE = {
    "one.txt": article("Harbour Gazette", "Ferry collision leaves nine injured", "12 March 2024, 18:30",
                       LEDE.format(count="Nine", who="the port authority"), FOG.format(was="was")),
    "two.txt": article("Coast Herald", "Fourteen hurt as ferries collide", "12 March 2024, 19:05",
                       LEDE.format(count="Fourteen", who="the coast guard"), FOG.format(was="was not")),
    "three.txt": article("Inland Post", "Plum harvest begins early", "12 March 2024",
                         "The plum harvest began two weeks early in the Aller valley, growers said."),
    "four.txt": article("Hill Courier", "Library reopens after repairs", "11 March 2024",
                        "The library of Oberstadt reopened on Monday after eight months of repairs."),
    "five.txt": article("Market Mail", "Bus fares to rise in May", "10 March 2024",
                        "Bus fares in Lindow will rise by four per cent in May, the council said."),
}
SIXTH = article("Island Times", "Thirty hurt in ferry crash", "12 March 2024, 21:00",
                LEDE.format(count="Thirty", who="the island council"))


def put_all(bench, texts):
    for name in bench.articles:
        os.remove(bench.path(name))
    for name, text in texts.items():
        bench.put(name, text)


def check(bench, *words):
    """Exit status, and {id: (kind, standing, sources of its sides)} of the findings."""
    run = bench.run("check", "--format=json", *words)
    if run.returncode == 2:
        raise AssertionError(run.stderr.decode())
    report = json.loads(run.stdout)
    sources = {row["id"]: row["source"] for row in report["articles"]}
    return run.returncode, {
        row["id"]: (row["kind"], row["check"]["state"], {sources[side["article"]] for side in row["sides"]})
        for row in report["findings"]}


def open_ids(findings):
    return {key for key, (_, standing, _) in findings.items() if standing in ("new", "stale")}


def story(bench):
    """The whole way of a project: what is decided stays decided, what is new is told, and only that."""
    put_all(bench, FIVE)
    yield from tap.complain_status(bench.run("init"), 0)
    yield from tap.complain_status(bench.run("add", *FIVE), 0)
    status, first = check(bench)
    if status != 1 or not first:
        yield f"five articles: {status}, {first}"
    if any(parts != {"one.txt", "two.txt"} for _, _, parts in first.values()):
        yield f"what has nothing to do with each other was compared: {first}"
    yield from tap.complain_status(bench.run("review", "dismiss", *first, "--note=seen"), 0)
    status, again = check(bench)
    if status != 0 or open_ids(again) or {state for _, state, _ in again.values()} != {"decided"}:
        yield f"all decided: {status}, {again}"
    status, none = check(bench)
    if status != 0 or none:
        yield f"nothing added: {status}, {none}"
    bench.put("six.txt", SIXTH)
    yield from tap.complain_status(bench.run("add", "six.txt"), 0)
    status, sixth = check(bench)
    new = open_ids(sixth)
    if status != 1 or not any(sixth[key][0] == "contradiction" for key in new):
        yield f"the sixth contradicts: {status}, {sixth}"
    if new & set(first):
        yield f"told again: {new & set(first)}"
    if any("six.txt" not in sixth[key][2] for key in new if sixth[key][0] != "omission"):
        yield f"not of the sixth: {sixth}"
    status, repeated = check(bench)
    if status != 1 or open_ids(repeated) != new:
        yield f"a check that failed is made again: {status}, {repeated}"
    yield from readded(bench, set(first), new)


def readded(bench, decided, new):
    """A collection made anew, in another order: the decisions are still attached."""
    names = [*FIVE, "six.txt"]
    for folder in (".claimdiff",):
        for name in os.listdir(bench.path(folder)):
            os.remove(bench.path(f"{folder}/{name}"))
    yield from tap.complain_status(bench.run("init"), 0)
    for name in reversed(names):
        yield from tap.complain_status(bench.run("add", name), 0)
    status, findings = check(bench, "--report-unused")
    settled = {key for key, (_, state, _) in findings.items() if state == "decided"}
    if status != 1 or not new <= open_ids(findings) or open_ids(findings) & decided:
        yield f"in another order: {status}, {findings}, not {new}"
    if not settled:
        yield "no decision is attached any more"


def idempotent(bench):
    put_all(bench, FIVE)
    bench.run("init")
    bench.run("add", *FIVE)
    again = bench.run("add", ".")
    if not again.stdout.endswith(b"0 added, 0 revised, 0 refreshed, 5 unchanged\n"):
        yield repr(again.stdout)
    os.makedirs(bench.path("sub"))
    below = bench.run("add", "../one.txt", cwd=bench.path("sub"))
    if b"unchanged one.txt" not in below.stdout:
        yield f"from a folder below: {below.stdout!r} {below.stderr!r}"
    os.rename(bench.path("two.txt"), bench.path("moved.txt"))
    moved = bench.run("add", "moved.txt")
    if b"0 added, 0 revised" not in moved.stdout:
        yield f"a moved file is another article: {moved.stdout!r}"
    bench.put("moved.txt", bench.get("moved.txt").decode() + "\nAnd then it rained for days, the mayor said.\n")
    revised = bench.run("add", "moved.txt")
    if b"0 added, 1 revised" not in revised.stdout:
        yield f"what is rewritten after a move is another article: {revised.stdout!r}"
    yield from tap.complain_status(bench.run("fsck"), 0)
    os.rename(bench.path("one.txt"), bench.path("sub/one.txt"))
    bench.put("one.txt", bench.get("sub/one.txt").decode())
    copied = bench.run("add", "sub/one.txt")
    if b"1 unchanged" not in copied.stdout:
        yield f"a copy takes the article with it: {copied.stdout!r}"


FORMS = {"html": "r.html", "markdown": "r.md", "terminal": "r.txt", "json": "r.json", "jsonl": "r.jsonl",
         "sarif": "r.sarif", "junit": "r.xml", "github": "annotations.txt", "gitlab": "quality.json",
         "summary": "s.txt"}


def own_files(bench):
    """What the program wrote beside the articles is passed over with a word each, and not read."""
    put_all(bench, FIVE)
    outputs = [f"--output={form}={name}" for form, name in FORMS.items()]
    bench.run("init")
    bench.run("add", *FIVE)
    bench.run("check", "--baseline=base.txt", "--update-baseline")
    found = json.loads(bench.run("review", "list", "--json").stdout)["findings"]
    bench.run("review", "dismiss", found[0]["id"], "--decisions=mine.jsonl")
    bench.put("stats.json", bench.run("stats", "--json", "--decisions=mine.jsonl").stdout)
    bench.put("proposal.txt", bench.run("stats", "--fit", "--decisions=mine.jsonl").stdout)
    bench.run("check", *outputs, *FIVE)
    again = bench.run("add", ".")
    yield from tap.complain_status(again, 0)
    if not again.stdout.endswith(b"0 added, 0 revised, 0 refreshed, 5 unchanged\n"):
        yield repr(again.stdout)
    for name in (*FORMS.values(), "base.txt", "mine.jsonl", "stats.json", "proposal.txt"):
        if f"{name}: warned (skipped)".encode() not in again.stderr:
            yield f"{name} was passed over in silence, or is not there"
    named = bench.run("add", "r.txt")
    if b"r.txt" not in named.stdout:
        yield f"one that is named is read: {named.stdout!r}"


def rewrite(bench):
    """What an outlet silently changed is told by add, and is a finding of the next check."""
    put_all(bench, FIVE)
    bench.run("init")
    bench.run("add", *FIVE)
    check(bench, "--baseline=base", "--update-baseline")
    bench.put("three.txt", FIVE["three.txt"].replace("two weeks early", "three weeks late"))
    added = bench.run("add", "three.txt")
    for part in (b"revised   three.txt", b"1 rewritten, 0 taken out, 0 new", b"- The plum", b"+ The plum"):
        if part not in added.stdout:
            yield f"{part!r} not in {added.stdout!r}"
    status, findings = check(bench, "--baseline=base", "--fail-on=update")
    if status != 1 or [kind for kind, _, _ in findings.values()] != ["update"]:
        yield f"{status}, {findings}"
    status, findings = check(bench, "--baseline=base")
    if status != 0:
        yield f"a rewrite alone is no contradiction: {status}"


def left_open(bench):
    """What a passing check found is not told again, but it is said that it is open, until it is decided."""
    put_all(bench, FIVE)
    bench.run("init")
    bench.run("add", *FIVE)
    status, found = check(bench, "--fail-on=omission")
    if status != 0 or not found:
        yield f"{status}, {found}"
    said = bench.run("check").stderr.decode()
    if f"still open from earlier checks: {len(found)} " not in said:
        yield f"{len(found)} open: {said}"
    bench.run("review", "dismiss", *found, "--note=seen")
    said = bench.run("check").stderr.decode()
    if "still open" in said:
        yield f"none open: {said}"


def baseline(bench):
    put_all(bench, FIVE)
    bench.run("init")
    bench.run("add", *FIVE)
    status, found = check(bench, "--baseline=known.txt", "--update-baseline")
    if status != 0 or {state for _, state, _ in found.values()} != {"baseline"}:
        yield f"{status}, {found}"
    lines = [line for line in bench.get("known.txt").decode().splitlines() if not line.startswith("#")]
    if [line.split()[0] for line in lines] != sorted(found):
        yield f"{lines}"
    bench.run("rebuild")
    bench.put("known.txt", bench.get("known.txt") + b"0123456789abcdef update/status gone\n")
    run = bench.run("check", "--baseline=known.txt", "--report-unused")
    yield from tap.complain_status(run, 0)
    if b"0123456789abcdef" not in run.stderr or b"known.txt" in run.stdout:
        yield f"unused: {run.stderr!r}"
    if any(key.encode() in run.stderr for key in found):
        yield f"in use, and told as unused: {run.stderr!r}"
    yield from tap.complain_status(bench.run("check", "--update-baseline"), 2)
    bench.put("known.txt", "not a baseline\n")
    yield from tap.complain_status(bench.run("check", "--baseline=known.txt"), 2)


def files(bench):
    """Named files are compared with the collection and not added; without one, with each other."""
    put_all(bench, FIVE)
    status, alone = check(bench, "one.txt", "two.txt")
    if status != 1 or not alone:
        yield f"without a collection: {status}, {alone}"
    bench.run("init")
    bench.run("add", "two.txt", "three.txt")
    check(bench)
    version = sqlite3.connect(bench.path(".claimdiff/collection.db"))
    before = version.execute("SELECT count(*) FROM revision").fetchone()
    status, found = check(bench, "one.txt")
    if status != 1 or any(parts != {"one.txt", "two.txt"} for _, _, parts in found.values()):
        yield f"a file beside the collection: {status}, {found}"
    if version.execute("SELECT count(*) FROM revision").fetchone() != before:
        yield "the file was added"
    status, same = check(bench, "two.txt")
    if status != 0 or open_ids(same):
        yield f"a stored article was compared with itself: {status}, {same}"


def unread(bench):
    put_all(bench, FIVE)
    bench.run("init")
    bench.put("noise.txt", b"A bell rang.\x00\xff\xfe It rang twice.\n")
    run = bench.run("add", "noise.txt", "three.txt")
    yield from tap.complain_status(run, 2)
    if b"added     three.txt" not in run.stdout or b"refused (encoding)" not in run.stderr:
        yield f"{run.stdout!r} {run.stderr!r}"
    yield from tap.complain_status(bench.run("check", "noise.txt", "three.txt"), 2)
    yield from tap.complain_status(bench.run("check", "--allow-unread", "noise.txt", "three.txt"), 0)


def unread_later(bench):
    """What add could not read is told by every check, until it is read or let go of."""
    put_all(bench, {"three.txt": FIVE["three.txt"]})
    bench.run("init")
    noise = b"A bell rang.\x00\xff\xfe It rang twice.\n"
    bench.put("noise.txt", noise)
    bench.put("sub/items.jsonl", b'{"title": "One", "text": "A bell rang in Aller on Monday."}\n{"title": 1\n')
    bench.run("add", "noise.txt", "three.txt", "sub/items.jsonl")
    for words in ([], ["--format=json"], ["three.txt"]):
        run = bench.run("check", *words)
        yield from tap.complain_status(run, 2)
        for part in (b"noise.txt: refused (encoding)", b"sub/items.jsonl#2: refused", b"when it was added",
                     b"add --forget FILE"):
            if part not in run.stderr:
                yield f"check {words}: {part!r} not in {run.stderr!r}"
    listed = json.loads(bench.run("check", "--format=json").stdout)["inputs"]
    if [row["source"] for row in listed] != ["noise.txt", "sub/items.jsonl#2"]:
        yield f"inputs: {listed}"
    once = bench.run("check", "noise.txt")
    if once.stderr.count(b"noise.txt: refused") != 1:
        yield f"told twice: {once.stderr!r}"
    yield from tap.complain_status(bench.run("check", "--allow-unread"), 0)
    bench.run("add", "noise.txt")
    yield from tap.complain_status(bench.run("check"), 2)
    bench.put("sub/items.jsonl", b'{"title": "One", "text": "A bell rang in Aller on Monday."}\n')
    yield from tap.complain_status(bench.run("add", "items.jsonl", cwd=bench.path("sub")), 0)
    still = bench.run("check")
    if b"items" in still.stderr or b"noise.txt: refused" not in still.stderr:
        yield f"one of two was read: {still.stderr!r}"
    os.remove(bench.path("noise.txt"))
    yield from tap.complain_status(bench.run("rebuild"), 0)
    yield from tap.complain_status(bench.run("check"), 2)
    yield from tap.complain_status(bench.run("add", "--forget", "three.txt"), 2)
    yield from tap.complain_status(bench.run("add", "--forget", "noise.txt"), 0)
    yield from tap.complain_status(bench.run("check"), 0)


def pipe(bench):
    bench.run("init")
    text = FIVE["one.txt"].encode()
    for wanted in (b"1 added", b"1 unchanged"):
        run = bench.run("add", "-", input=text)
        if wanted not in run.stdout:
            yield f"{wanted!r} not in {run.stdout!r} {run.stderr!r}"


def rebuild(bench):
    """The same findings, from the sources and from what is stored when a source is gone."""
    put_all(bench, FIVE)
    bench.run("init")
    bench.run("add", *FIVE)
    _, before = check(bench)
    os.remove(bench.path("two.txt"))
    yield from tap.complain_status(bench.run("rebuild"), 0)
    listed = json.loads(bench.run("review", "list", "--json").stdout)
    if {row["id"] for row in listed["findings"]} != set(before):
        yield f"other findings: {listed}"
    yield from tap.complain_status(bench.run("fsck"), 0)


def refused(bench):
    """Without a collection, and twice."""
    for words in (["add", "harbour-gazette.txt"], ["check"], ["fsck"], ["rebuild"]):
        run = bench.run(*words)
        yield from tap.complain_status(run, 2)
        if b"try: claimdiff init" not in run.stderr:
            yield f"{words}: {run.stderr!r}"
    yield from tap.complain_status(bench.run("init"), 0)
    yield from tap.complain_status(bench.run("init"), 2)
    yield from tap.complain_status(bench.run("init", "absent/folder/deep"), 0)
    bench.put("claimdiff.decisions.jsonl", "<<<<<<< ours\n")
    run = bench.run("check")
    yield from tap.complain_status(run, 2)
    if b"line 1" not in run.stderr:
        yield f"the line of the conflict is not named: {run.stderr!r}"
    for words in (["check"], ["review", "list"], ["stats"]):
        said = bench.run(*words).stderr
        if said.count(b"claimdiff.decisions.jsonl") != 1 or b"1 line cannot be used" not in said:
            yield f"{words}: the file is not named once: {said!r}"
    os.remove(bench.path("claimdiff.decisions.jsonl"))
    os.mkdir(bench.path("claimdiff.decisions.jsonl"))
    for words in (["check"], ["review", "list"], ["stats"]):
        said = bench.run(*words).stderr
        if said.count(b"claimdiff.decisions.jsonl") != 1 or b"not a regular file" not in said:
            yield f"{words}: the folder is not named once: {said!r}"


CASES = {
    "five, decide, a sixth": story,
    "added twice": idempotent,
    "own files": own_files,
    "rewritten": rewrite,
    "left open": left_open,
    "baseline": baseline,
    "files": files,
    "unread": unread,
    "unread and remembered": unread_later,
    "standard input": pipe,
    "rebuild": rebuild,
    "refused": refused,
}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
