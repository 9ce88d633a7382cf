#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Where reports go: a report is written whole or not at all, and the exit status says which."""
import json
import os
import pty
import re
import stat
import subprocess
import sys
import tap

# A word that the start of each form must have.
FORMS = {"terminal": b"claimdiff", "json": b'"schema"', "jsonl": b"{", "markdown": b"#",
         "html": b"<!"}
ESCAPE = re.compile(rb"\x1b")


def list_formats(bench):
    text = bench.run("compare", "--help").stdout.decode()
    block = text.split("Formats:\n", 1)[1].split("\n\n", 1)[0]
    return [line.split()[0] for line in block.splitlines() if line.strip()]


def formats(bench):
    for name in list_formats(bench):
        run = bench.run("compare", f"--format={name}", *bench.articles)
        for complaint in tap.complain_status(run, 0):
            yield f"{name}: {complaint}"
        if FORMS.get(name, b"") not in run.stdout[:400]:
            yield f"{name}: begins with {run.stdout[:80]!r}"
        run.stdout.decode("utf-8")


def promised_formats(bench):
    missing = set(FORMS) - set(list_formats(bench))
    if missing:
        yield f"not offered: {sorted(missing)}"


def json_of_commands(bench):
    for command, schema in (("compare", "claimdiff-report-1"), ("claims", "claimdiff-claims-1"),
                            ("events", "claimdiff-events-1")):
        run = bench.run(command, "--format=json", *bench.articles)
        document = json.loads(run.stdout)
        if document.get("schema") != schema or len(document["articles"]) != 2:
            yield f"{command}: {document.get('schema')}, {len(document['articles'])} articles"


def spans(bench):
    """Spans of `claims --format=json` count bytes of the text that stands beside them."""
    document = json.loads(bench.run("claims", "--format=json", *bench.articles).stdout)
    texts = {row["article"]: row["text"].encode() for row in document["readings"]}
    for claim in document["claims"]:
        span, text = claim["span"], texts[claim["article"]]
        if text[span["start"]:span["end"]].decode() != claim["text"]:
            yield f"{claim['id']}: {claim['text']!r}"
    if not document["claims"]:
        yield "no claims"


def several(bench):
    outputs = [f"--output={name}=out.{name}" for name in list_formats(bench)]
    run = bench.run("compare", *outputs, *bench.articles)
    yield from tap.complain_status(run, 0)
    for name in list_formats(bench):
        alone = bench.run("compare", f"--format={name}", "--color=never", *bench.articles).stdout
        if bench.get(f"out.{name}") != alone:
            yield f"{name}: the file differs from standard output"


def replaces(bench):
    """A file keeps its mode, and no draft is left behind."""
    bench.put("report.json", "old")
    os.chmod(bench.path("report.json"), 0o640)
    run = bench.run("compare", "--output=json=report.json", *bench.articles)
    yield from tap.complain_status(run, 0)
    json.loads(bench.get("report.json"))
    if stat.S_IMODE(os.stat(bench.path("report.json")).st_mode) != 0o640:
        yield "the mode changed"
    if [name for name in os.listdir(bench.folder) if name.startswith(".claimdiff-")]:
        yield "a draft was left"


def new_file_mode(bench):
    bench.run("compare", "--output=json=new.json", *bench.articles, umask=0o027)
    mode = stat.S_IMODE(os.stat(bench.path("new.json")).st_mode)
    if mode != 0o640:
        yield f"mode {mode:o}, not 640"


def refused_targets(bench):
    """Devices, pipes, folders and links are refused and stay what they are."""
    os.mkdir(bench.path("folder"))
    os.mkfifo(bench.path("pipe"))
    bench.put("target.json", "old")
    os.symlink("target.json", bench.path("link"))
    targets = ["folder", "pipe", "link", "/dev/full", "/dev/zero", "absent/report.json"]
    for target in targets:
        run = bench.run("compare", f"--output=json={target}", *bench.articles)
        for complaint in tap.complain_status(run, 2):
            yield f"{target}: {complaint}"
        if target.encode() not in run.stderr:
            yield f"{target}: not named: {run.stderr!r}"
    if bench.get("target.json") != b"old" or not os.path.islink(bench.path("link")):
        yield "the link or its target was touched"
    if not stat.S_ISCHR(os.stat("/dev/full").st_mode):
        yield "the device was replaced"


def allowed_targets(bench):
    for target in ("-", "/dev/stdout", "/dev/null"):
        run = bench.run("compare", "--quiet", f"--output=json={target}", *bench.articles)
        for complaint in tap.complain_status(run, 0):
            yield f"{target}: {complaint}"
        if (b'"schema"' in run.stdout) != (target != "/dev/null"):
            yield f"{target}: {run.stdout[:80]!r}"


def one_full_disk(bench):
    """An output that fails does not cost the others, and the run still fails."""
    run = bench.run("compare", "--output=json=absent/a.json", "--output=json=b.json",
                    *bench.articles)
    yield from tap.complain_status(run, 2)
    json.loads(bench.get("b.json"))


def full_device(bench):
    if not os.path.exists("/dev/full"):
        raise tap.Skip("there is no /dev/full")
    for words in (["compare", *bench.articles], ["claims", *bench.articles], ["explain"],
                  ["events", *bench.articles], ["--help"], ["--version"], ["compare", "--help"]):
        with open("/dev/full", "wb") as full:
            run = bench.run(*words, stdout=full)
        for complaint in tap.complain_status(run, 2):
            yield f"{words[0]}: {complaint}"
        if b"cannot write standard output" not in run.stderr:
            yield f"{words[0]}: {run.stderr!r}"


def closed_pipe(bench):
    for words in (["compare", *bench.articles], ["explain"]):
        reader, writer = os.pipe()
        os.close(reader)
        run = bench.run(*words, stdout=writer)
        os.close(writer)
        for complaint in tap.complain_status(run, 2):
            yield f"{words[0]}: {complaint}"
        if b"cannot write standard output" not in run.stderr:
            yield f"{words[0]}: {run.stderr!r}"


def closed_streams(bench):
    """With its standard streams closed, the program writes into no file it opens instead."""
    bench.put("kept.json", "old")
    script = '"$0" compare --output json=kept.json "$@" >&- 2>&-'
    run = subprocess.run(["sh", "-c", script, bench.options.tool, *bench.articles], check=False,
                         cwd=bench.folder, env=tap.CLEAN, stdin=subprocess.DEVNULL)
    yield from tap.complain_status(run, 2)
    json.loads(bench.get("kept.json"))


def run_on_terminal(bench, *words, env=None):
    """What the program writes to a terminal."""
    try:
        parent, child = pty.openpty()
    except OSError as error:
        raise tap.Skip("there are no terminals here") from error
    run = bench.run(*words, stdout=child, stderr=child, env=env)
    os.close(child)
    seen = b""
    try:
        while piece := os.read(parent, 65536):
            seen += piece
    except OSError:  # how Linux tells that the other end is closed
        pass
    os.close(parent)
    return run, seen


def colour(bench):
    """Flag, then NO_COLOR, CLICOLOR_FORCE, TERM, then whether it is a terminal."""
    rows = (
        ([], {}, False, False),
        (["--color=always"], {}, False, True),
        (["--color=always"], {"NO_COLOR": "1"}, False, True),
        ([], {"CLICOLOR_FORCE": "1"}, False, True),
        ([], {"CLICOLOR_FORCE": "0"}, False, False),
        ([], {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False, False),
        ([], {}, True, True),
        ([], {"NO_COLOR": ""}, True, True),
        ([], {"NO_COLOR": "1"}, True, False),
        ([], {"TERM": "dumb"}, True, False),
        (["--color=never"], {}, True, False),
        (["--color=always"], {"TERM": "dumb"}, True, True),
    )
    for flags, env, is_terminal, wanted in rows:
        words = ["compare", "--no-progress", *flags, *bench.articles]
        if is_terminal:
            _, seen = run_on_terminal(bench, *words, env=env)
        else:
            seen = bench.run(*words, env=env).stdout
        if bool(ESCAPE.search(seen)) != wanted:
            yield f"{flags} {env} terminal={is_terminal}: colour should be {wanted}"


def colour_in_files(bench):
    bench.run("compare", "--output=terminal=out.txt", *bench.articles, env={"CLICOLOR_FORCE": "1"})
    if ESCAPE.search(bench.get("out.txt")):
        yield "escape sequences in a file"


def progress(bench):
    """Only on a terminal, and not when it is not wanted."""
    _, seen = run_on_terminal(bench, "compare", "--color=never", *bench.articles)
    if b"reading" not in seen:
        yield "no progress on a terminal"
    for flag in ("--no-progress", "--quiet"):
        _, seen = run_on_terminal(bench, "compare", "--color=never", flag, *bench.articles)
        if b"\x1b[K" in seen:
            yield f"progress with {flag}"
    if bench.run("compare", *bench.articles).stderr:
        yield "progress into a pipe"


def width(bench):
    for columns in (40, 72, 120):
        run = bench.run("claims", f"--width={columns}", *bench.articles)
        longest = max(len(line) for line in run.stdout.decode().splitlines())
        if longest > columns:
            yield f"a line of {longest} with --width={columns}"


CASES = {
    "formats": formats, "promised formats": promised_formats, "json": json_of_commands,
    "spans": spans, "several outputs": several, "replaces a file": replaces,
    "mode of a new file": new_file_mode, "refused targets": refused_targets,
    "allowed targets": allowed_targets, "one full disk": one_full_disk, "full device": full_device,
    "closed pipe": closed_pipe, "closed streams": closed_streams, "colour": colour,
    "no colour in files": colour_in_files, "progress": progress, "width": width,
}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
