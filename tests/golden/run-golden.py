#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""run-golden.py --tool PROGRAM [--regen] [--root DIR] [STORY…]: compares the reports on the samples
with the expected ones, byte for byte, and prints what differs. Prints TAP.

Each folder samples/STORY holds the articles, tests/golden/reports/STORY their report.json and
report.txt (not beside the articles: a reader of folders would take them for more of these), of one
story also the forms for build servers. --regen writes them anew; the change is for a person to read
before it is kept."""
import argparse
import difflib
import os
import subprocess
import sys

# Name of the expected file, and how it is made. The second way of making it differs in all that must
# not matter: threads, time zone, locale.
FORMS = {
    "report.json": ["--format=json"],
    "report.txt": ["--format=terminal", "--color=never"],
}
BUILD_STORY = "ferry-collision"
BUILD_FORMS = {
    "report.sarif": ["--format=sarif"],
    "report.xml": ["--format=junit"],
    "github.txt": ["--format=github"],
    "gitlab.json": ["--format=gitlab"],
    "summary.md": ["--format=summary"],
}
PLAIN = ({"LC_ALL": "C.UTF-8", "TZ": "UTC"}, ["--jobs=1"])
OTHER = ({"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia"}, ["--jobs=4"])
MAX_DIFF_LINES = 60


def list_stories(root):
    samples = os.path.join(root, "samples")
    names = sorted(os.listdir(samples)) if os.path.isdir(samples) else []
    return [name for name in names if os.path.isdir(os.path.join(samples, name))]


def find_reports(options, story):
    return os.path.join(options.root, "tests", "golden", "reports", story)


def list_forms(story):
    return FORMS | BUILD_FORMS if story == BUILD_STORY else FORMS


def list_articles(root, story):
    folder = os.path.join(root, "samples", story)
    return [f"samples/{story}/{name}" for name in sorted(os.listdir(folder))
            if os.path.isfile(os.path.join(folder, name)) and not name.startswith(".")]


def compare(options, story, form, way):
    """Standard output of the program, or None and what it complained of."""
    environment, jobs = way
    command = [os.path.abspath(options.tool), "compare", *list_forms(story)[form], *jobs,
               *list_articles(options.root, story)]
    run = subprocess.run(command, cwd=options.root, capture_output=True, check=False,
                         env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100",
                              "CLAIMDIFF_MODEL": "none", **environment})
    if run.returncode != 0:
        return None, f"status {run.returncode}: {run.stderr.decode(errors='replace').strip()}"
    return run.stdout, ""


def read(path):
    if not os.path.isfile(path):
        return b""
    with open(path, "rb") as stream:
        return stream.read()


def describe(wanted, got):
    lines = difflib.unified_diff(wanted.decode(errors="replace").splitlines(),
                                 got.decode(errors="replace").splitlines(), "expected", "now",
                                 n=2, lineterm="")
    return list(lines)[:MAX_DIFF_LINES]


def check_form(options, story, form):
    """What is wrong with one form of a story's report, line by line; nothing if all is well."""
    path = os.path.join(find_reports(options, story), form)
    got, complaint = compare(options, story, form, PLAIN)
    if got is None:
        return [complaint]
    if options.regen:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(got)
    wanted = read(path)
    if got != wanted:
        return describe(wanted, got) or ["only line ends differ"]
    again, complaint = compare(options, story, form, OTHER)
    if again != got:
        return ["other bytes with more threads, another locale or time zone:", complaint,
                *describe(got, again or b"")]
    return []


def is_awaited(options, story):
    """A new story whose reports nobody has read yet; told, and not held against anyone."""
    return not options.regen and not options.strict and not os.path.isdir(
        find_reports(options, story))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--root", default=".")
    parser.add_argument("--regen", action="store_true")
    parser.add_argument("--strict", action="store_true", help="a story without reports is wrong")
    parser.add_argument("stories", nargs="*")
    options = parser.parse_args()
    stories = options.stories or list_stories(options.root)
    if not stories:
        print("1..0 # SKIP there are no samples")
        return 0
    print(f"1..{sum(len(list_forms(story)) for story in stories)}")
    n_bad = number = 0
    for story in stories:
        for form in list_forms(story):
            number += 1
            if is_awaited(options, story):
                print(f"ok {number} - {story}/{form} # SKIP no expected report: tests/golden/regen")
                continue
            complaints = check_form(options, story, form)
            n_bad += bool(complaints)
            print(f"{'not ok' if complaints else 'ok'} {number} - {story}/{form}")
            for line in complaints:
                print(f"# {line}")
    return 1 if n_bad else 0


if __name__ == "__main__":
    sys.exit(main())
