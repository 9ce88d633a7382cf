#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Check the forms that build servers read, as those servers read them.

usage: check-forms.py WRITE_FORMS              (files from that program)
       check-forms.py WRITE_FORMS --multitool  (SARIF by Microsoft's validator: $SARIF_MULTITOOL, or
                                                build-ci/sarif/Sarif.Multitool; skips without it)
       check-forms.py WRITE_FORMS --self-test  (each rule refuses a file that breaks it)
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

SKIPPED = 77
COMPLAINTS_TOLD = 5
LEVELS = {"note", "warning", "error"}
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
                      r"\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]")
LINK = re.compile(r"(?<!\\)\[(?:[^\\\[\]]|\\.)*\]\((\d+)\)")
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[\[\]]")
# What a home on the web would mend; the project has none yet.
ACCEPTED_WARNINGS = {"SARIF2005"}


def check_result(run, result):
    rules = run["tool"]["driver"]["rules"]
    if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield f"ruleIndex {result['ruleIndex']} is not {result['ruleId']}"
    if result["level"] not in LEVELS or result["baselineState"] not in ("new", "unchanged", "updated"):
        yield f"level {result['level']}, state {result['baselineState']}"
    if len(result["locations"]) != 1:
        yield f"{len(result['locations'])} locations"
    related = result.get("relatedLocations", [])
    if [place["id"] for place in related] != list(range(1, len(related) + 1)):
        yield "related locations are not numbered from 1"
    text = result["message"]["text"]
    links = sorted(int(number) for number in LINK.findall(text))
    if links != list(range(1, len(related) + 1)):
        yield f"the message links {links} of {len(related)} related locations"
    if UNESCAPED.search(LINK.sub("", text)):
        yield f"a bracket of the text is not escaped: {text!r}"
    if re.search(r"(?<!{)(?:{{)*{(?!{)", text):
        yield f"a brace of the text is not doubled: {text!r}"
    flow = [step["location"] for flows in result.get("codeFlows", []) for step in flows["threadFlows"][0]["locations"]]
    if flow and len(flow) != 1 + len(related):
        yield f"a flow through {len(flow)} of {1 + len(related)} places"
    for place in [*result["locations"], *related, *flow]:
        yield from check_place(run, place["physicalLocation"])


def check_place(run, place):
    region = place["region"]
    yield from check_file(run, place["artifactLocation"])
    if region["startLine"] < 1 or ("startColumn" in region) != ("endColumn" in region):
        yield f"region {region}"
    if "startColumn" in region:
        length = len(region["snippet"]["text"].encode("utf-16-le")) // 2
        if "<U+" not in region["snippet"]["text"] and region["endColumn"] - region["startColumn"] != length:
            yield f"columns {region['startColumn']}..{region['endColumn']} for {length} UTF-16 units"


def check_file(run, location):
    uri = location["uri"]
    if "index" in location and run["artifacts"][location["index"]]["location"]["uri"] != uri:
        yield f"the index of {uri} is another file's"
    if not re.fullmatch(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#\[\]]|%[0-9A-F]{2})*", uri):
        yield f"{uri!r} is no URI"
    scheme = urllib.parse.urlsplit(uri).scheme
    if (scheme == "") != ("uriBaseId" in location) or scheme not in ("", "file", "http", "https"):
        yield f"{uri!r} has scheme {scheme!r}, base {location.get('uriBaseId')}"


def check_notification(run, notification):
    if notification["level"] not in LEVELS or not notification["descriptor"]["id"]:
        yield f"level {notification['level']}, descriptor {notification['descriptor']}"
    for place in notification.get("locations", []):
        yield from check_file(run, place["physicalLocation"]["artifactLocation"])


def strings(value):
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)
    if isinstance(value, str):
        yield value


def check_sarif(text):
    log = json.loads(text)
    run = log["runs"][0]
    if log["version"] != "2.1.0" or run["columnKind"] != "utf16CodeUnits":
        yield "version or columnKind"
    for rule in run["tool"]["driver"]["rules"]:
        for name in ("shortDescription", "fullDescription", "help"):
            if not rule[name]["text"].strip():
                yield f"{rule['id']} has no {name}"
    for notification in run["invocations"][0]["toolExecutionNotifications"]:
        yield from check_notification(run, notification)
    for result in run["results"]:
        yield from check_result(run, result)
    hashes = [r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]]
    if len(set(hashes)) != len(hashes):
        yield "two results have one primaryLocationLineHash"
    places = {json.dumps(a["location"], sort_keys=True) for a in run["artifacts"]}
    if len(places) != len(run["artifacts"]):
        yield "an artifact is there twice"
    for value in strings(run):
        if STEERING.search(value):
            yield f"steering character in {value!r}"


def check_junit(text):
    root = xml.etree.ElementTree.fromstring(text.encode())
    cases = {"tests": root.findall("./testsuite/testcase")}
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        cases[name] = root.findall(f"./testsuite/testcase/{tag}")
    for name, found in cases.items():
        if int(root.get(name)) != len(found):
            yield f"{name}=\"{root.get(name)}\", and there are {len(found)}"
        if sum(int(suite.get(name)) for suite in root) != len(found):
            yield f"the suites do not add up to {len(found)} {name}"
    if not cases["tests"]:
        yield "no test at all"
    allowed = {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}
    if {element.tag for element in root.iter()} - allowed:
        yield f"elements {({element.tag for element in root.iter()} - allowed)}"
    for element in root.iter():
        for value in [element.text or "", *element.attrib.values()]:
            if STEERING.search(value):
                yield f"steering character in {value!r}"


def parse_command(line):
    """A workflow command as the runner of GitHub reads it (ActionCommand.TryParseV2)."""
    if not line.lstrip().startswith("::"):
        return None
    head, _, data = line.lstrip()[2:].partition("::")
    name, _, rest = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in rest.split(",")) if rest else {}
    for old, new in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        properties = {key: value.replace(old, new) for key, value in properties.items()}
        data = data.replace(old, new) if old not in ("%3A", "%2C") else data
    return name, properties, data


def check_github(text):
    *lines, last, empty = text.split("\n")
    if empty or not last.startswith("claimdiff: "):
        yield f"the last line is {last!r}"
    for line in lines:
        name, properties, data = parse_command(line) or ("", {}, "")
        if name not in ("error", "warning", "notice"):
            yield f"command {name!r} in {line!r}"
        if set(properties) - {"file", "line", "endLine", "col", "endColumn", "title"} or "file" not in properties:
            yield f"properties {sorted(properties)} in {line!r}"
        if not all(properties.get(key, "1").isdigit() for key in ("line", "endLine", "col", "endColumn")):
            yield f"a number that is none in {line!r}"
        if STEERING.search("".join(properties.values()) + data) or "##[" in line or not data:
            yield f"unsafe or empty: {line!r}"


def check_gitlab(text):
    prints = []
    for entry in json.loads(text):
        prints.append(entry["fingerprint"])
        if entry["severity"] not in SEVERITIES or entry["location"]["lines"]["begin"] < 1:
            yield f"{entry['severity']} at {entry['location']}"
        if not entry["description"] or not entry["check_name"] or STEERING.search(entry["description"]):
            yield f"description {entry['description']!r}"
        if entry["location"]["path"].startswith("./"):
            yield f"path {entry['location']['path']}"
    if len(set(prints)) != len(prints):
        yield "two entries have one fingerprint"


def check_summary(text):
    lines = text.split("\n")
    if not lines[0].startswith("### claimdiff: ") or STEERING.search(text):
        yield f"begins with {lines[0]!r}, or is unsafe"
    rows = [line for line in lines if line.startswith("| ")]
    for row in rows:
        cells = len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) - 1
        if cells != 5:
            yield f"{cells} cells in {row!r}"
    if re.search(r"<(?!U\+)", text) or re.search(r"@(?!&#8203;)", text):
        yield "markup or a mention"


CHECKS = {"sarif": check_sarif, "junit": check_junit, "github": check_github, "gitlab": check_gitlab,
          "summary": check_summary}


def complaints(name, text):
    try:
        return list(CHECKS[name](text))[:COMPLAINTS_TOLD]
    except (ValueError, KeyError, IndexError, TypeError, xml.etree.ElementTree.ParseError) as error:
        return [f"{type(error).__name__}: {error}"]


def read(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return stream.read()


def check_all(writer):
    n_bad = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer, folder], check=True)
        names = sorted(os.listdir(folder))
        for name in names:
            found = complaints(name.rsplit(".", 1)[1], read(os.path.join(folder, name)))
            n_bad += bool(found)
            print("not ok" if found else "ok", name, *found, sep="\n    " if found else " ")
    return 1 if n_bad or not names else 0


def find_multitool():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    paths = [os.environ.get("SARIF_MULTITOOL", ""), os.path.join(root, "build-ci/sarif/Sarif.Multitool")]
    return next((path for path in paths if path and os.access(path, os.X_OK)), None)


def multitool_faults(tool, paths):
    """{path: faults}. Its exit status is 0 whatever it finds; the lines tell."""
    command = [tool, "validate", *paths, "--rule-kind", "Sarif;Ghas"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False,
                         env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
    if f"Done. {len(paths)} files scanned" not in run.stdout:
        return {tool: [f"did not finish: {run.stdout} {run.stderr}"]}
    faults = {}
    for path, level, rule, text in re.findall(r"^(/.*?)\(\d+,\d+\): (error|warning) (\w+): (.*)", run.stdout, re.M):
        if rule not in ACCEPTED_WARNINGS:
            faults.setdefault(os.path.basename(path), []).append(f"{level} {rule} {text}")
    return faults


def check_by_multitool(writer):
    tool, names = find_multitool(), ["check", "story", "empty", "hostile-01", "hostile-07", "hostile-15"]
    if tool is None:
        print("skipped: no Sarif.Multitool; tools/get-sarif-multitool fetches it")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer, folder], check=True)
        log = json.loads(read(os.path.join(folder, "check.sarif")))
        del log["runs"][0]["results"][0]["message"]
        with open(os.path.join(folder, "broken.sarif"), "w", encoding="utf-8") as stream:
            json.dump(log, stream)
        faults = multitool_faults(tool, [os.path.join(folder, f"{name}.sarif") for name in ["broken", *names]])
    if not faults.pop("broken.sarif", None):
        faults["broken.sarif"] = ["a result without a message passes"]
    for name, found in faults.items():
        print("not ok", name, *found, sep="\n    ")
    print(f"{len(names)} files, {len(faults)} at fault")
    return 1 if faults else 0


def self_test(writer):
    changes = [
        ("sarif", '"ruleIndex": 5', '"ruleIndex": 4'), ("sarif", "](1)", "](7)"), ("sarif", "](1)", "] (1)"),
        ("sarif", '"level": "error"', '"level": "loud"'), ("sarif", '"index": 1', '"index": 0'),
        ("sarif", '"uri": "news/', '"uri": "news /'), ("sarif", '"uri": "news/', '"uri": "c:news/'),
        ("sarif", '"startLine": 1', '"startLine": 0'), ("sarif", '"endColumn": ', '"endColumn": 1'),
        ("sarif", '"codeFlows"', '"relatedLocations"'),
        ("sarif", '"help": {\n', '"helps": {\n'), ("sarif", "Ferry Wire: “", "Ferry Wire: {“"),
        ("sarif", "Ferry Wire: “", "Ferry Wire: \\u202e“"), ("sarif", '"baselineState": "new"', '"baselineState": "old"'),
        ("junit", 'failures="', 'failures="1'), ("junit", "<failure", "<fault"), ("junit", "</testsuites>", ""),
        ("junit", "Ferry Wire", "\u202e"), ("junit", "<skipped", "<!-- -->\n<bad"),
        ("github", "::error file=", "::set-env file="), ("github", "\nclaimdiff: ", "\n"),
        ("github", "file=", "name="), ("github", "line=1", "line=x"), ("github", "::Ferry", "::\u202eFerry"),
        ("github", ",title=", ",::x title="), ("gitlab", '"critical"', '"bad"'), ("gitlab", '"begin": 1', '"begin": 0'),
        ("gitlab", '"path": "', '"path": "./'), ("gitlab", '"fingerprint": "', '"print": "'),
        ("summary", "### claimdiff", "# claimdiff"), ("summary", " | **Ferry", " | | **Ferry"),
        ("summary", "**Ferry", "<b>Ferry"), ("summary", "**Ferry", "@Ferry"),
    ]
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer, folder], check=True)
        for name, old, new in changes:
            text = read(os.path.join(folder, "check." + name))
            if old not in text:
                failed.append(f"{name}: nothing to change: {old!r}")
            elif not complaints(name, text.replace(old, new, 1)):
                failed.append(f"{name}: not refused: {old!r} -> {new!r}")
    print(*failed or [f"{len(changes)} faults refused"], sep="\n")
    return 1 if failed else 0


def main(args):
    if args[1:] == ["--self-test"]:
        return self_test(args[0])
    return check_by_multitool(args[0]) if args[1:] == ["--multitool"] else check_all(args[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
