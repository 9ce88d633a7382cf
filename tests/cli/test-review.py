#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Findings are reviewed: without questions, and in a terminal."""
import contextlib
import fcntl
import json
import os
import pty
import random
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
import tap

DECISIONS = "claimdiff.decisions.jsonl"
VERDICTS = {"confirm": "confirmed", "dismiss": "dismissed", "false-positive": "false-positive",
            "defer": "deferred", "reopen": "open"}
REPORT = ("--report", "r.json")
WAIT_S = 20


def compare(bench, *paths, name="r.json"):
    run = bench.run("compare", "--format", name.rsplit(".", 1)[1], *(paths or bench.articles))
    bench.put(name, run.stdout)


def findings(bench, *words, report="r.json"):
    run = bench.run("review", "list", "--json", "--report", report, *words)
    return json.loads(run.stdout)["findings"] if run.returncode == 0 else []


def records(bench):
    if not os.path.exists(bench.path(DECISIONS)):
        return []
    with open(bench.path(DECISIONS), encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def verdicts(bench):
    """Each decides what it says, on a short id, and says so."""
    compare(bench)
    for word, verdict in VERDICTS.items():
        one = findings(bench)[0]
        run = bench.run("review", word, one["id"][:10], *REPORT, "--note", f"note {word}", "--by", "Ida")
        yield from tap.complain_status(run, 0)
        kept = [row for row in records(bench) if row["fingerprint"] == one["id"]]
        if [(row["decision"], row["reason"], row["by"]) for row in kept] != [(verdict, f"note {word}", "Ida")]:
            yield f"{word}: {kept}"
    history = [past["decision"] for past in records(bench)[0]["history"]]
    if history != ["deferred", "false-positive", "dismissed", "confirmed"]:
        yield f"history: {history}"
    yield from tap.complain_status(bench.run("review", "undo", one["id"], *REPORT), 0)
    if records(bench)[0]["decision"] != "deferred":
        yield "not taken back"


def states(bench):
    compare(bench)
    ids = [row["id"] for row in findings(bench)]
    if len(ids) < 3:
        yield f"only {len(ids)} findings"
        return
    bench.run("review", "dismiss", ids[0], *REPORT, "--expires", "2999-01-01")
    bench.put(DECISIONS, bench.get(DECISIONS).replace(b"2999-01-01", b"2001-01-01"))
    bench.run("review", "confirm", ids[1], ids[2], *REPORT)
    wanted = {"expired": ids[:1], "confirmed": ids[1:3], "open": [i for i in ids if i not in ids[1:3]]}
    for state, names in wanted.items():
        found = [row["id"] for row in findings(bench, "--state", state)]
        if found != names:
            yield f"{state}: {found}, not {names}"


def refusals(bench):
    compare(bench)
    bench.put("broken.json", b'{"schema": "claimdiff-report-1", "findings": [{}]}')
    bench.put("other.json", b'{"schema": "something-else-1"}')
    some = findings(bench)[0]["id"]
    cases = (["review", "dismiss", "ffffffffffff", *REPORT], ["review", "dismiss", *REPORT],
             ["review", "dismiss", "", *REPORT], ["review", "praise", some, *REPORT],
             ["review", "dismiss", some, *REPORT, "--expires", "2031-02-30"],
             ["review", "dismiss", some, *REPORT, "--expires", "2001-01-01"],
             ["review", "dismiss", some, *REPORT, "--note", "x" * 4001],
             ["review", "list", "--report", "broken.json"], ["review", "list", "--report", "other.json"],
             ["review", "list", "--report", "absent.json"], ["review", "list"],
             ["review", "list", *REPORT, "--state", "sure"], ["review", "list", *REPORT, "--type", "lie"],
             ["review", "import", "absent.jsonl"], ["review", *REPORT])
    for words in cases:
        run = bench.run(*words)
        yield from (f"{words}: {text}" for text in tap.complain_status(run, 2))
        if not run.stderr.startswith(b"claimdiff: "):
            yield f"{words}: nothing said"
    if records(bench):
        yield "something was saved"
    past = bench.run("review", "dismiss", some, *REPORT, "--expires", "2001-01-01")
    if b"2001-01-01, is over" not in past.stderr:
        yield f"a day of the past: {past.stderr!r}"
    today = time.strftime("%Y-%m-%d", time.gmtime())
    yield from tap.complain_status(bench.run("review", "dismiss", some, *REPORT, "--expires", today), 0)


def broken(bench):
    """A report that is not whole, or whose ids are not those of its texts, is refused."""
    compare(bench)
    with open(bench.path("r.json"), encoding="utf-8") as stream:
        text = stream.read()
    one = findings(bench)[0]
    changes = ((f'"{one["id"]}"', '"0123456789abcdef"'), ('"sides": [', '"sideways": ['), ('"id": "a1"', '"id": "b1"'),
               ('"id": "a1:1"', '"id": "a1-1"'), ('"kind": "contradiction"', '"kind": "lie"'),
               ('"start": ', '"start": 1'), ('"highlights": [{"start": ', '"highlights": [{"start": 7'),
               ('"claims": [', '"claims": [7, '), ("claimdiff-report-1", "claimdiff-report-9"), ("}", ""))
    for old, new in changes:
        if old not in text:
            yield f"no {old} in the report"
        bench.put("r.json", text.replace(old, new, 1))
        run = bench.run("review", "list", *REPORT)
        yield from (f"{old}: {complaint}" for complaint in tap.complain_status(run, 2))
        if b"r.json: " not in run.stderr:
            yield f"{old}: {run.stderr.decode()}"
    for content in (b"", b"7", b'{"record":"run","schema":"claimdiff-report-1"}\n{"record":"else"}\n'):
        bench.put("r.json", content)
        yield from tap.complain_status(bench.run("review", "list", *REPORT), 2)


def collection(bench):
    """Without a report the collection is reviewed; a changed article makes its decision stale."""
    for words in (["init"], ["add", *bench.articles], ["check"]):
        bench.run(*words)
    found = json.loads(bench.run("review", "list", "--json").stdout)["findings"]
    if not found:
        yield "no findings"
        return
    one = next(row for row in found if row["type"] == "number")
    yield from tap.complain_status(bench.run("review", "dismiss", one["id"][:10], "--note", "so"), 0)
    yield from tap.complain_status(bench.run("review", "show", one["id"]), 0)
    run = bench.run("check")
    yield from tap.complain_status(run, 1 if len(found) > 1 else 0)
    with open(bench.path(bench.articles[1]), encoding="utf-8") as stream:
        text = stream.read()
    bench.put(bench.articles[1], text.replace("Fourteen people were injured", "Sixteen people were injured"))
    for words in (["add", *bench.articles], ["check"]):
        bench.run(*words)
    now = json.loads(bench.run("review", "list", "--json", "--state", "stale").stdout)["findings"]
    if [(row["type"], row["review"]["fingerprint"]) for row in now] != [("number", one["id"])]:
        yield f"not stale: {now}"


def edited(bench):
    """A record whose fingerprint is not that of its passages hides nothing, and is named."""
    bench.run("init")
    bench.run("add", *bench.articles)
    bench.run("check")
    rows = json.loads(bench.run("review", "list", "--json").stdout)["findings"]
    one, other = [row["id"] for row in rows if row["kind"] == "contradiction"][:2]
    bench.run("review", "dismiss", one)
    before = json.loads(bench.run("check", "--format=json").stdout)["findings"]
    bench.put(DECISIONS, bench.get(DECISIONS).replace(one.encode(), other.encode()))
    words = f"the decision {other} (".encode(), f"has the passages of {one}".encode()
    for command in (["review", "list"], ["check"]):
        run = bench.run(*command)
        said = b" ".join((run.stdout + run.stderr).split())
        for part in words:
            if part not in said:
                yield f"{command}: {part!r} not in {said!r}"
    now = {row["id"]: row["check"]["state"]
           for row in json.loads(bench.run("check", "--format=json").stdout)["findings"]}
    if {row["id"]: row["check"]["state"] for row in before}[one] != "decided":
        yield "the record did not settle anything before"
    if "decided" in now.values():
        yield f"it settles {now}"
    listed = json.loads(bench.run("review", "list", "--json", "--state", "dismissed").stdout)["findings"]
    if listed:
        yield f"it settles {listed}"
    yield from tap.complain_status(bench.run("review", "confirm", other), 0)
    past = [past["decision"] for row in records(bench) for past in row.get("history", [])]
    if past != ["dismissed"]:
        yield f"history: {past}"


def conflict(bench):
    """A merge that was not finished is named line by line, and the file left alone."""
    compare(bench)
    ids = [row["id"] for row in findings(bench)]
    bench.run("review", "dismiss", ids[0], *REPORT)
    with open(bench.path(DECISIONS), "rb") as stream:
        line = stream.read()
    text = b"<<<<<<< HEAD\n" + line + b"=======\n" + line + b">>>>>>> branch\n"
    bench.put(DECISIONS, text)
    for words in (["list"], ["confirm", ids[1]]):
        run = bench.run("review", *words, *REPORT)
        yield from tap.complain_status(run, 2)
        for number in (1, 3, 4, 5):
            if f"{DECISIONS}:{number}: ".encode() not in run.stderr:
                yield f"line {number} is not named: {run.stderr.decode()}"
    with open(bench.path(DECISIONS), "rb") as stream:
        if stream.read() != text:
            yield "the file was changed"


def attached(bench):
    """All decisions hold after the articles come in another order, in another folder, with others
    beside them that say the same."""
    chance = random.Random(5)
    compare(bench)
    ids = [row["id"] for row in findings(bench)]
    bench.run("review", "dismiss", *ids, *REPORT)
    for turn in range(4):
        os.mkdir(bench.path(f"moved{turn}"))
        names = list(bench.articles)
        chance.shuffle(names)
        paths = [shutil.copy(bench.path(name), bench.path(f"moved{turn}/{name}")) for name in names]
        compare(bench, *paths, name="again.json")
        now = findings(bench, report="again.json")
        lost = [row["id"] for row in now if row["state"] != "dismissed"]
        if lost or sorted(row["id"] for row in now) != sorted(ids):
            yield f"turn {turn}: {len(lost)} of {len(ids)} lost"


def stale(bench):
    """A number changes in one article: the finding is shown again, with what was decided."""
    compare(bench)
    one = next(row for row in findings(bench) if row["type"] == "number")
    bench.run("review", "dismiss", one["id"], *REPORT)
    with open(bench.path(bench.articles[1]), encoding="utf-8") as stream:
        text = stream.read()
    bench.put(bench.articles[1], text.replace("Fourteen people were injured", "Sixteen people were injured"))
    compare(bench)
    now = [row for row in findings(bench, "--state", "stale")]
    if [(row["type"], row["review"]["fingerprint"]) for row in now] != [("number", one["id"])]:
        yield f"{now}"
    listed = json.loads(bench.run("review", "list", "--json", *REPORT).stdout)
    if one["id"] not in listed["unused"]:
        yield f"not told as unused: {listed['unused']}"
    bench.run("review", "confirm", now[0]["id"], *REPORT)
    shown = json.loads(bench.run("review", "show", "--json", now[0]["id"], *REPORT).stdout)
    if "dismissed" not in json.dumps(shown):
        yield "what was decided on the earlier texts is not in the history"
    bench.run("review", "undo", now[0]["id"], *REPORT)
    if [row["id"] for row in findings(bench, "--state", "stale")] != [now[0]["id"]]:
        yield "taking a decision back settled it by the one on the earlier texts"


def imported(bench):
    """The later of two decisions stands, and a second import changes nothing."""
    compare(bench)
    ids = [row["id"] for row in findings(bench)]
    bench.run("review", "dismiss", ids[0], ids[1], *REPORT, "--decisions", "theirs.jsonl")
    with open(bench.path("theirs.jsonl"), encoding="utf-8") as stream:
        theirs = [json.loads(line) for line in stream]
    theirs[0]["at"], theirs[1]["at"] = "2001-01-01T00:00:00Z", "2099-01-01T00:00:00Z"
    bench.put("theirs.jsonl", "".join(json.dumps(row) + "\n" for row in theirs))
    bench.run("review", "confirm", ids[0], ids[1], *REPORT)
    for _ in range(2):
        run = bench.run("review", "import", "theirs.jsonl")
        yield from tap.complain_status(run, 0)
        now = {row["fingerprint"]: row["decision"] for row in records(bench)}
        if now != {theirs[0]["fingerprint"]: "confirmed", theirs[1]["fingerprint"]: "dismissed"}:
            yield f"{now}"
    if b"0 decisions taken over, 1 there already, 1 older" not in run.stdout:
        yield run.stdout.decode()


def lines(bench):
    """A report of JSON lines is as good as one of JSON."""
    compare(bench)
    compare(bench, name="r.jsonl")
    if [row["id"] for row in findings(bench)] != [row["id"] for row in findings(bench, report="r.jsonl")]:
        yield "other findings"


def shown(bench):
    compare(bench)
    one = findings(bench)[0]
    run = bench.run("review", "show", one["id"][:8], *REPORT)
    yield from tap.complain_status(run, 0)
    text = " ".join(run.stdout.decode().split())
    if one["id"] not in text or "harbour-gazette.txt" not in text:
        yield text


def stats(bench):
    compare(bench)
    ids = [row["id"] for row in findings(bench)]
    bench.run("review", "false-positive", ids[0], *REPORT)
    bench.run("review", "confirm", ids[1], ids[2], *REPORT)
    rows = json.loads(bench.run("stats", "--json").stdout)["detectors"]
    last = rows[-1]
    if (last["detector"], last["judged"], last["false_positive_rate"]) != ("all", 3, 0.3333):
        yield f"{last}"
    if b"33 % (1 of 3; 6 to 79 %)" not in bench.run("stats").stdout:
        yield "another table"
    run = bench.run("stats", "--fit", *REPORT)
    yield from tap.complain_status(run, 0)
    if b"Nothing was changed" not in run.stdout or b" are needed" not in run.stdout:
        yield run.stdout.decode()


def fitted(bench):
    """Where the surer half is right and the other wrong, the thresholds of the busy types rise, the weight
    of the judge falls, and the proposal says how it was made."""
    samples = os.path.join(bench.options.root, "samples")
    compare(bench, *(os.path.join(samples, name) for name in sorted(os.listdir(samples))))
    by_kind = {}
    for row in findings(bench):
        by_kind.setdefault((row["kind"], row["type"]), []).append((row["confidence"], row["id"]))
    right, wrong = [], []
    for rows in by_kind.values():
        rows.sort()
        wrong += [name for _, name in rows[:2 * len(rows) // 3]]
        right += [name for _, name in rows[2 * len(rows) // 3:]]
    bench.run("review", "confirm", *right, *REPORT)
    bench.run("review", "false-positive", *wrong, *REPORT)
    before = bench.get(DECISIONS)
    run = bench.run("stats", "--fit", *REPORT)
    yield from tap.complain_status(run, 0)
    with open(os.path.join(bench.options.root, "data/en/weights.txt"), encoding="utf-8") as stream:
        present = dict(line.split("\t") for line in stream if "\t" in line and not line.startswith("#"))
    proposed = {}
    for line in run.stdout.decode().splitlines():
        if not line.startswith("#"):
            name, _, number = line.partition("\t")
            proposed[name] = float(number)
    if not proposed.get("judge bias", 0) < float(present["judge bias"]):
        yield f"the judge: {proposed.get('judge bias')}, was {present['judge bias']}"
    raised = [name for name in proposed if name.startswith(("threshold ", "framing "))]
    if not raised:
        yield f"no threshold is proposed: {run.stdout.decode()}"
    for name in raised:
        if name in present and not proposed[name] > float(present[name]):
            yield f"{name}: {proposed[name]}, was {present[name]}"
    if bench.get(DECISIONS) != before:
        yield "the decisions were changed"


class Screen:
    """The program in a terminal of its own."""

    def __init__(self, bench, *words, columns=80, rows=24):
        self.main, self.side = pty.openpty()
        fcntl.ioctl(self.side, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(self.side)
        self.process = subprocess.Popen([bench.options.tool, "review", *REPORT, *words], cwd=bench.folder,
                                        env=tap.CLEAN, stdin=self.side, stdout=self.side, stderr=self.side,
                                        start_new_session=True)
        self.text = b""

    def wait_for(self, wanted):
        end = time.monotonic() + WAIT_S
        while wanted not in self.text and time.monotonic() < end:
            if select.select([self.main], [], [], 0.1)[0]:
                with contextlib.suppress(OSError):
                    self.text += os.read(self.main, 65536)
        return wanted in self.text

    def press(self, keys):
        self.text = b""
        os.write(self.main, keys)

    def end(self):
        """Returns the exit status, and whether the terminal is as it was."""
        end = time.monotonic() + WAIT_S
        while self.process.poll() is None and time.monotonic() < end:
            if select.select([self.main], [], [], 0.05)[0]:
                with contextlib.suppress(OSError):
                    self.text += os.read(self.main, 65536)
        if self.process.poll() is None:
            self.process.kill()
        status = self.process.wait()
        after = termios.tcgetattr(self.side)
        while select.select([self.main], [], [], 0.05)[0]:
            self.text += os.read(self.main, 65536)
        os.close(self.main)
        os.close(self.side)
        return status, after == self.before


def keys(bench):
    """One key decides and goes on; what is shown as saved is in the file."""
    compare(bench)
    n = len(findings(bench))
    screen = Screen(bench)
    if not screen.wait_for(f"1 of {n}".encode()):
        yield f"no first screen: {screen.text[-300:]!r}"
    for key, wanted in ((b"?", b"this page"), (b"?", b" of "), (b"o", b".txt"), (b"o", b" of "),
                        (b"\033[B", b" of "), (b"j", f"2 of {n}".encode()), (b"k", f"1 of {n}".encode()),
                        (b"/number\r", b"1 of 1 "), (b"/number\r", b"1 of 1 "), (b"/\r", f"1 of {n}".encode()),
                        (b"/nothing has this\r", b"0 findings"), (b"/\033", b"Nothing here"),
                        (b"/all\r", f"1 of {n}".encode())):
        screen.press(key)
        if not screen.wait_for(wanted):
            yield f"{key}: {screen.text[-300:]!r}"
    for key, verdict, kept in ((b"a", b"confirmed", 1), (b"x", b"dismissed", 2),
                               (b"f", b"false-positive", 3)):
        screen.press(key)
        if not screen.wait_for(verdict + b" (u takes it back)"):
            yield f"{key}: {screen.text[-300:]!r}"
        if len(records(bench)) != kept:
            yield f"{key}: shown as saved, and is not"
    screen.press(b"u")
    if not screen.wait_for("✓ taken back".encode()) or len(records(bench)) != 2:
        yield f"not taken back: {records(bench)}"
    screen.press(b"e")
    screen.wait_for(b"reason: ")
    screen.press("weil’s regnet\r".encode())
    screen.wait_for("weil’s regnet".encode())
    screen.press(b"d")
    if not screen.wait_for(b"deferred (u"):
        yield f"not deferred: {screen.text[-300:]!r}"
    if [row["reason"] for row in records(bench) if row["decision"] == "deferred"] != ["weil’s regnet"]:
        yield f"{records(bench)}"
    screen.press(b"q")
    status, is_same = screen.end()
    if status != 0 or not is_same or b"3 decided" not in screen.text:
        yield f"ended with {status}, terminal restored: {is_same}, {screen.text[-200:]!r}"


def given_back(bench):
    """Whatever ends the program, the terminal is as it was."""
    compare(bench)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGSEGV):
        screen = Screen(bench)
        screen.wait_for(b"1 of ")
        screen.process.send_signal(number)
        status, is_same = screen.end()
        if status != -number or not is_same or b"\033[?1049l" not in screen.text:
            yield f"{number.name}: {status}, terminal restored: {is_same}"
    for key in (b"\003", b"\004", b"q"):
        screen = Screen(bench)
        screen.wait_for(b"1 of ")
        screen.press(key)
        status, is_same = screen.end()
        if status != 0 or not is_same:
            yield f"{key}: {status}, terminal restored: {is_same}"


def pasted(bench):
    """Pasted text is not taken for keys."""
    compare(bench)
    screen = Screen(bench)
    screen.wait_for(b"1 of ")
    screen.press(b"\033[200~axfaxf\033[201~")
    if not screen.wait_for(b"pasted text is not taken for keys") or records(bench):
        yield f"{records(bench)}"
    screen.press(b"q")
    screen.end()


def hostile(bench):
    """What steers a terminal comes out as text; an unknown key does nothing."""
    bench.put("evil.txt", "Evening Wire\nTwo ferries met\n12 March 2024\n\nEighty people were injured when two ferries "
              "collided outside the harbour of Velmouth on Tuesday morning, \033]0;owned\007 the port \u202eauthority said.\n")
    compare(bench, *bench.articles, "evil.txt")
    screen = Screen(bench)
    screen.wait_for(b"1 of ")
    for key in (b"z", b"\033[1;5C", b"\xff", b"\033OQ", b"j" * 30):
        screen.press(key)
        screen.wait_for(b"quit")
    screen.press(b"q")
    status, is_same = screen.end()
    if b"\033]0;" in screen.text or "\u202e".encode() in screen.text or b"\007" in screen.text:
        yield "the text steers the terminal"
    if status != 0 or not is_same:
        yield f"{status}, {is_same}"
    if records(bench):
        yield "something was decided"


CASES = {"each verdict": verdicts, "states": states, "refusals": refusals, "broken reports": broken, "collection": collection, "merge conflict": conflict, "edited by hand": edited,
         "attached after another order and place": attached, "stale": stale, "import": imported,
         "JSON lines": lines, "show": shown, "stats": stats, "a proposal of weights": fitted, "keys": keys, "the terminal is given back": given_back,
         "pasted text": pasted, "hostile text": hostile}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
