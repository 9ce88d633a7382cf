#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Feeds the program the bad inputs and checks how each ends. Speaks TAP.

usage: run.py --tool CLAIMDIFF [--cpu SECONDS] [--memory MIB] [--few-forms]

Every row: a documented exit status, no signal, bounded time and memory, valid UTF-8 out, no control
character and no CI command from the input in any output, and a good input beside it still read.
"""
import argparse
import html.parser
import json
import os
import re
import resource
import subprocess
import sys
import tempfile

import badinputs

GOOD = "good-companion.txt"
FORMS = (["claims", "--format=json"], ["claims"], ["compare", "--format=terminal"], ["compare", "--format=json"],
         ["compare", "--format=html"], ["compare", "--format=markdown"])
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]")
# Row: outcome and code of every input, and whether articles come of them.
EXPECTED = {
    1: ("refused", "encoding"), 2: ("refused", "json-nul"), 3: ("refused", "json-surrogate"),
    4: ("refused", "encoding"), 5: ("accepted", None), 6: ("warned", "no-text"), 7: ("warned", "combining-marks"),
    8: ("accepted", None), 9: ("limited", "paragraph-length"), 10: ("limited", None),
    11: ("warned", "control-characters"), 12: ("warned", "control-characters"), 13: ("accepted", None),
    14: ("refused", "json-depth"), 15: ("refused", "json-duplicate-key"), 16: ("refused", "json-trailing"),
    17: ("refused", "json-syntax"), 18: ("refused", "json-number"), 19: ("refused", "json-members"),
    20: ("refused", "json-type"), 21: ("refused", None), 22: ("refused", "json-syntax"), 24: ("refused", "dtd"),
    25: ("refused", "dtd"), 26: ("refused", "dtd"), 27: ("warned", "attributes"), 28: ("warned", "depth"),
    31: ("accepted", None), 32: ("warned", None), 33: ("refused", "format"), 34: ("refused", "format"),
    37: ("accepted", None), 38: ("accepted", None), 39: ("warned", "sentence-length"),
}
OFFSETS = {1: 9, 2: 38, 4: 5, 14: 64}
LATER = {41: "disk full under the store (tests/store)", 42: "damaged database (tests/store)", 43: "Host of the server (tests/web)", 44: "forged POST (tests/web)",
         45: "guessed token (tests/web)"}


class Failure(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Failure(message)


class Elements(html.parser.HTMLParser):
    """Counts the elements of a report and gathers its links."""

    def __init__(self):
        super().__init__()
        self.tags, self.links, self.events = {}, [], []

    def handle_starttag(self, tag, attrs):
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.links += [v or "" for k, v in attrs if k in ("href", "src", "action", "srcset", "data")]
        self.events += [k for k, _ in attrs if k.startswith("on")]


class Runner:
    def __init__(self, args, folder):
        self.args, self.folder, self.number, self.failed = args, folder, 0, 0

    def limit(self):
        resource.setrlimit(resource.RLIMIT_CPU, (self.args.cpu + 20, self.args.cpu + 20))

    def run(self, command, names, *more):
        """Returns: exit status, standard output and error; all that holds for every row is checked."""
        paths = [os.path.join(self.folder, name) for name in names]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        env = {**os.environ, "NO_COLOR": "1", "LC_ALL": "C", "CLAIMDIFF_MODEL": "none"}
        done = subprocess.run([self.args.tool, *command, *more, *paths], capture_output=True, env=env,
                              preexec_fn=self.limit, stdin=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        where = " ".join(command)
        expect(done.returncode in (0, 2), f"{where}: exit status {done.returncode}")
        expect(cpu <= self.args.cpu, f"{where}: {cpu:.1f} s of processor time")
        expect(not self.args.memory or after.ru_maxrss <= self.args.memory * 1024,
               f"{where}: {after.ru_maxrss // 1024} MiB")
        out, err = done.stdout.decode("utf-8", "strict"), done.stderr.decode("utf-8", "strict")
        for text in (out, err):
            expect(not FORBIDDEN.search(text), f"{where}: a control character gets out")
            expect(not re.search(r"^(::|##\w)", text, re.M), f"{where}: a CI command gets out")
            expect(badinputs.CANARY not in text, f"{where}: a file of the user gets out")
        return done.returncode, out, err

    def claims(self, names, *more):
        return json.loads(self.run(["claims", "--format=json"], names, *more)[1])

    def check_every_form(self, names):
        for form in self.args.forms:
            status, out, _ = self.run(form, [*names, GOOD])
            expect("harbour" in out.lower() or "good companion" in out.lower(), f"{' '.join(form)}: the good input beside it was lost")
        return status

    def check_outcomes(self, row, names):
        data = self.claims(names)
        outcome, code = EXPECTED[row]
        expect(len(data["inputs"]) >= len(names), "an input has no outcome")
        for item in data["inputs"]:
            expect(item["outcome"] == outcome, f"{item['source']}: {item['outcome']} ({item['code']}), not {outcome}")
            expect(code is None or item["code"] == code, f"{item['source']}: code {item['code']}, not {code}")
            expect(row not in OFFSETS or item["offset"] == OFFSETS[row], f"offset {item['offset']}")
        expect((outcome == "refused") == (not data["articles"]) or row in (6, 9), "articles do not fit the outcome")
        status = self.run(["claims"], names)[0]
        expect(status == (0 if outcome in ("accepted", "warned") and row != 6 else 2), f"exit status {status}")
        return data

    def tap(self, title, function, *args):
        self.number += 1
        try:
            function(*args)
            print(f"ok {self.number} - {title}", flush=True)
        except Failure as failure:
            self.failed += 1
            print(f"not ok {self.number} - {title}\n# {failure}", flush=True)

    def skip(self, title, reason):
        self.number += 1
        print(f"ok {self.number} - {title} # SKIP {reason}")


def texts(data):
    return " ".join(claim["text"] for claim in data["claims"])


def row_4(runner, names):
    expect(runner.claims(names, "--charset=iso-8859-1")["inputs"][0]["outcome"] == "accepted", "not read as declared")


def row_5(runner, names):
    expect(badinputs.SENTENCE in texts(runner.claims(names)), "not converted")


def row_7(runner, names):
    expect("mayor resigned" in texts(runner.claims(names)), "the sentence was lost")


def row_8(runner, names):
    for form in (["compare", "--format=terminal"], ["claims"]):
        expect("\u202e" not in runner.run(form, names)[1], "a raw override gets to the terminal")
    expect("\u202e" in texts(runner.claims(names)), "the stored text was changed")


def row_12(runner, names):
    out = runner.run(["claims"], names)[1]
    expect("CONTRADICTION found here" in out and "no problem found here" in out, "one part is not seen")


def row_23(runner, names):
    data = runner.claims(names)
    refused = [item for item in data["inputs"] if item["outcome"] == "refused"]
    expect(len(data["articles"]) == 999 and len(refused) == 1, f"{len(data['articles'])} articles")
    expect(refused[0]["source"].endswith("#501"), refused[0]["source"])


def row_27(runner, names):
    expect("mayor resigned" in texts(runner.claims(names)), "the sentence was lost")


def row_29(runner, names):
    def elements(which):
        parser = Elements()
        parser.feed(runner.run(["compare", "--format=html"], which)[1])
        return parser

    for name in names:
        page = elements([name, GOOD])
        for tag in ("img", "iframe", "base", "object", "embed"):
            expect(tag not in page.tags, f"{name}: <{tag}> in the report")
        plain = elements([GOOD, "good-2.json"])
        for tag in ("script", "style", "meta", "link"):
            expect(page.tags.get(tag, 0) <= plain.tags.get(tag, 0), f"{name}: more <{tag}> than usual")
        expect(not page.events, f"{name}: event attribute {page.events}")


def row_30(runner, names):
    for name in names:
        parser = Elements()
        parser.feed(runner.run(["compare", "--format=html"], [name, GOOD])[1])
        for link in parser.links:
            expect(re.match(r"(https?://|#|data:image/)", link) and "@" not in link and "evil" not in link,
                   f"{name}: link {link}")


def row_31(runner, names):
    data = runner.claims(names)
    found = texts(data)
    expect("The mayor resigned." in found, "the visible sentence was lost")
    for hidden in ("did not resign", "Tpl", "Svg", "ran", "lied", "No."):
        expect(hidden not in found, f"hidden text is a claim: {hidden}")
    expect(runner.claims(names) == data, "not the same twice")


def row_32(runner, names):
    data = runner.claims(names)
    expect(len(data["articles"]) == 2, "one of the two texts was lost")
    expect(all("same id" in item["message"] for item in data["inputs"]), "the conflict is not shown")


def row_35(runner, names):
    before = sorted(os.listdir(runner.folder))
    data = runner.claims(names)
    refused = [item["source"] for item in data["inputs"] if item["outcome"] == "refused"]
    expect(len(refused) == 1 and refused[0].endswith("id-05.json"), f"refused: {refused}")
    expect(sorted(os.listdir(runner.folder)) == before, "files appeared")


def row_36(runner, names):
    expect("50% of_voters' said." in texts(runner.claims(names)), "not kept literally")


def row_37(runner, names):
    one, other = runner.claims(names), runner.claims(names[::-1])
    expect(len(one["articles"]) == len(other["articles"]) == 2, "one of the two was lost")
    expect(sorted(c["text"] for c in one["claims"]) == sorted(c["text"] for c in other["claims"]), "order matters")


def row_38(runner, names):
    """The flags between the other sentences of two articles are the same with the line and without."""
    def findings(*files):
        report = json.loads(runner.run(["compare", "--format=json"], files)[1])
        return sorted((f["kind"], f["type"], sorted(s["text"] for s in f["sides"])) for f in report["findings"]
                      if f["kind"] in ("contradiction", "update") and not any("SYSTEM" in s["text"] for s in f["sides"]))

    write(runner.folder, badinputs.STEERING)
    plain, steered = findings("steer-a.txt", "steer-b.txt"), findings("steer-a-prompt.txt", "steer-b.txt")
    expect(plain and plain == steered, f"the text talked to the checker: {plain} became {steered}")


def row_40(runner):
    path = os.path.join(runner.folder, GOOD)
    for form in FORMS:
        with open("/dev/full", "wb") as full:
            done = subprocess.run([runner.args.tool, *form, path], stdout=full, stderr=subprocess.PIPE,
                                  env={**os.environ, "CLAIMDIFF_MODEL": "none"})
        expect(done.returncode == 2 and done.stderr, f"{' '.join(form)}: exit {done.returncode} on a full disk")
        pipe = subprocess.Popen([runner.args.tool, *form, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env={**os.environ, "CLAIMDIFF_MODEL": "none"})
        pipe.stdout.close()
        error = pipe.stderr.read()
        pipe.stderr.close()
        expect(pipe.wait() in (0, 2), f"{' '.join(form)}: exit {pipe.returncode} into a closed pipe: {error[:80]}")


MORE = {number: globals()[f"row_{number}"] for number in range(1, 40) if f"row_{number}" in globals()}


def write(folder, files):
    for name, content in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))


def check_row(runner, row, names):
    if row in EXPECTED:
        runner.check_outcomes(row, names)
    if row in MORE:
        MORE[row](runner, names)
    runner.check_every_form(names[:3])


def row_46(runner, change):
    """A model that is not what it says it is judges nothing: the file is named, no report is written."""
    with tempfile.TemporaryDirectory() as folder:
        files = badinputs.model()
        name = change(files) or "model.json"
        write(folder, files)
        report = os.path.join(folder, "report.json")
        status, out, err = runner.run(["compare", f"--model={folder}", f"--output=json={report}"], [GOOD])
        expect(status == 2, f"exit status {status}")
        expect(not out and not os.path.exists(report), "a report was written")
        expect(os.path.join(folder, name) in err, f"{name} is not named: {err}")
        status, out, _ = runner.run(["compare", "--model=none", "--format=json"], [GOOD])
        expect(status == 0 and json.loads(out)["tool"]["model"] is None, "not without it either")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--cpu", type=float, default=2)
    parser.add_argument("--memory", type=int, default=256)
    parser.add_argument("--few-forms", action="store_true", help="each input in two forms only")
    args = parser.parse_args()
    args.cpu = int(args.cpu)
    args.forms = FORMS[::3] if args.few_forms else FORMS
    with tempfile.TemporaryDirectory() as folder:
        rows = badinputs.make(folder)
        write(folder, {GOOD: "Harbour opens\n\nThe harbour of the old town was opened again on Friday.\n",
                       "good-2.json": badinputs.article(), "canary.dat": badinputs.CANARY})
        print(f"1..{45 + len(badinputs.MODEL_CHANGES)}")
        runner = Runner(args, folder)
        for row, files in rows.items():
            write(folder, files)
            runner.tap(f"{row} {min(files)}", check_row, runner, row, list(files))
        for name, change in badinputs.MODEL_CHANGES.items():
            runner.tap(f"46 model: {name}", row_46, runner, change)
        runner.tap("40 standard output is full or closed", row_40, runner)
        for row, reason in LATER.items():
            runner.skip(f"{row} {reason}", "has tests of its own")
    return 1 if runner.failed else 0


if __name__ == "__main__":
    sys.exit(main())
