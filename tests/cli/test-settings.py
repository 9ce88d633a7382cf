#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Where settings come from: flag, environment, nearest file upward, the user's file, built in."""
import json
import sys
import tap

SOURCES = ("flag", "environment", "nearest file", "user file")


def read_outlets(run):
    return [article["outlet"] for article in json.loads(run.stdout)["articles"]]


def run_with(bench, sources):
    """Sets the outlet in each of the sources to the source's name."""
    flags, env = [], {"XDG_CONFIG_HOME": bench.path("xdg")}
    bench.put("work/deep/here/a.txt", bench.get(bench.articles[0]))
    if "flag" in sources:
        flags = ["--outlet=flag"]
    if "environment" in sources:
        env["CLAIMDIFF_OUTLET"] = "environment"
    if "nearest file" in sources:
        bench.put("work/.claimdiff.ini", "[claimdiff]\noutlet=farther file\n")
        bench.put("work/deep/.claimdiff.ini", "[claimdiff]\noutlet=nearest file\n")
    if "user file" in sources:
        bench.put("xdg/claimdiff/claimdiff.ini", "[claimdiff]\noutlet=user file\n")
    return bench.run("claims", "--format=json", *flags, "a.txt", env=env,
                     cwd=bench.path("work/deep/here"))


def precedence_case(first):
    def check(bench):
        run = run_with(bench, SOURCES[first:])
        yield from tap.complain_status(run, 0)
        if read_outlets(run) != [SOURCES[first]]:
            yield f"{read_outlets(run)}, not {SOURCES[first]}"
    return check


def per_key(bench):
    """A file that is silent on a setting lets the weaker source speak."""
    bench.put("xdg/claimdiff/claimdiff.ini", "[claimdiff]\noutlet=user file\nlanguage=de\n")
    bench.put(".claimdiff.ini", "[claimdiff]\nlanguage=fr\n")
    run = bench.run("claims", "--format=json", bench.articles[0],
                    env={"XDG_CONFIG_HOME": bench.path("xdg")})
    article = json.loads(run.stdout)["articles"][0]
    if (article["outlet"], article["language"]) != ("user file", "fr"):
        yield f"{article['outlet']}, {article['language']}"


def named_file(bench):
    bench.put(".claimdiff.ini", "[claimdiff]\noutlet=nearest file\n")
    bench.put("other.ini", "[claimdiff]\noutlet=named file\n")
    run = bench.run("claims", "--format=json", "--config=other.ini", bench.articles[0])
    if read_outlets(run) != ["named file"]:
        yield f"{read_outlets(run)}"


def outlets(bench):
    """Rows name outlets by file, by folder and by domain; the option for all is stronger."""
    bench.put("coast/one.txt", bench.get("coast-herald.txt"))
    bench.put("page.html", "<!DOCTYPE html><html><head><title>Tram line opens</title>"
              '<link rel="canonical" href="https://www.tram.example/a"></head><body><article>'
              "<h1>Tram line opens</h1><p>The tram line opened on Monday, the city said.</p>"
              "<p>It has eleven stops and will carry nine thousand people a day.</p>"
              "</article></body></html>")
    bench.put(".claimdiff.ini", "[outlets]\nharbour-gazette=The Gazette\ncoast=Coast Daily\n"
              "tram.example=Tram Times\n")
    files = ["harbour-gazette.txt", "coast/one.txt", "page.html"]
    run = bench.run("claims", "--format=json", *files)
    if read_outlets(run) != ["The Gazette", "Coast Daily", "Tram Times"]:
        yield f"{read_outlets(run)}"
    run = bench.run("claims", "--format=json", "--outlet=All", *files)
    if read_outlets(run) != ["All"] * 3:
        yield f"{read_outlets(run)}"


BAD_FILES = {
    "unknown key": "[claimdiff]\ncolour=always\n",
    "unknown group": "[claimdif]\njobs=1\n",
    "bad value": "[claimdiff]\njobs=several\n",
    "not a key file": "jobs=1\n",
    "output is for flags": "[claimdiff]\noutput=json=x.json\n",
    "too large": "[claimdiff]\n" + "# padding\n" * 40000,
}


def bad_file_case(text):
    def check(bench):
        bench.put(".claimdiff.ini", text)
        run = bench.run("compare", *bench.articles)
        yield from tap.complain_status(run, 2)
        if b".claimdiff.ini: " not in run.stderr:
            yield f"the file is not named: {run.stderr!r}"
    return check


def bad_environment(bench):
    run = bench.run("compare", *bench.articles, env={"CLAIMDIFF_JOBS": "several"})
    yield from tap.complain_status(run, 2)
    if b"CLAIMDIFF_JOBS" not in run.stderr:
        yield f"the variable is not named: {run.stderr!r}"


def flags_in_words(bench):
    """Yes-or-no settings are words in files: yes, no, true, 1."""
    for word, wanted in (("yes", 0), ("true", 0), ("1", 0), ("no", 2), ("off", 2)):
        bench.put(".claimdiff.ini", f"[claimdiff]\nallow-unread={word}\n")
        run = bench.run("compare", "absent.txt", *bench.articles)
        for complaint in tap.complain_status(run, wanted):
            yield f"{word}: {complaint}"


def options_reach_articles(bench):
    run = bench.run("claims", "--format=json", "--outlet=Ñandú Diario", "--date=2024-03-13",
                    "--language=en", bench.articles[0])
    article = json.loads(run.stdout)["articles"][0]
    got = [article[key] for key in ("outlet", "outlet_from", "published", "published_from")]
    if got != ["Ñandú Diario", "option", "2024-03-13", "option"]:
        yield f"{got}"


def charset(bench):
    bench.put("plain.txt", "Market Post\nCafé owners protest\n2 May 2024\n\n"
              "Café owners protested on Thursday against the new rules, the city said.\n"
              .encode("latin-1"))
    yield from tap.complain_status(bench.run("claims", "plain.txt"), 2)
    run = bench.run("claims", "--charset=ISO-8859-1", "plain.txt")
    yield from tap.complain_status(run, 0)
    if "Café".encode() not in run.stdout:
        yield "not converted"


def min_confidence(bench):
    counts = []
    for number in ("0", "0.999999"):
        run = bench.run("compare", "--format=json", f"--min-confidence={number}", *bench.articles)
        counts.append(len(json.loads(run.stdout)["findings"]))
    if not counts[0] > counts[1]:
        yield f"findings: {counts}"


def one_event(bench):
    bench.put("bakery.txt", "Hill Times\nBakery wins bread prize\n3 January 2019\n\n"
              "A bakery in Tarn won the national bread prize on Thursday, the jury said.\n")
    files = [bench.articles[0], "bakery.txt"]
    apart = json.loads(bench.run("events", "--format=json", *files).stdout)
    together = json.loads(bench.run("events", "--format=json", "--one-event", *files).stdout)
    if any(len(event["articles"]) > 1 for event in apart["events"]):
        yield "a ferry and a bakery are one event"
    if [len(event["articles"]) for event in together["events"]] != [2]:
        yield "not one event with --one-event"


CASES = {f"{SOURCES[i]} first": precedence_case(i) for i in range(len(SOURCES))}
CASES |= {"per key": per_key, "named file": named_file, "outlets": outlets}
CASES |= {name: bad_file_case(text) for name, text in BAD_FILES.items()}
CASES |= {"bad environment": bad_environment, "flags in words": flags_in_words,
          "options reach articles": options_reach_articles, "charset": charset,
          "confidence": min_confidence, "one event": one_event}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
