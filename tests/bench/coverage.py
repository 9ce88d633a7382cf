#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Count what is flagged in real coverage: ten events, each told by five outlets of different slant.

usage: coverage.py TOOL [SHARED [FOLDER]]

SHARED (../shared) has data/events/newswcl50_articles.jsonl, the articles that NewsWCL50 annotates, which may
not be shipped; skips with a word when they are absent. Nothing here knows which flags are right: an editor
who reads them does. FOLDER keeps the articles, the reports and, in read.txt, some of the contradictions for that;
without it they are thrown away.
"""
import json
import os
import subprocess
import sys
import tempfile

ARTICLES = "data/events/newswcl50_articles.jsonl"
KINDS = "contradiction update".split()
MODELS = "none default".split()
# The data has no dates. This is the day on which most of an event's articles came out, told by its number.
DAYS = {"0": "2018-04-18", "1": "2018-04-20", "2": "2018-04-21", "3": "2018-04-20", "4": "2018-04-24",
        "5": "2018-04-26", "6": "2018-04-29", "7": "2018-04-30", "8": "2018-05-01", "9": "2018-05-01"}
N_READ = 5  # of each event
SKIPPED = 77


def as_news_article(row):
    paragraphs = [line.strip() for line in row["text"].split("\n") if line.strip()]
    return {"@context": "https://schema.org", "@type": "NewsArticle", "inLanguage": "en",
            "headline": (row["title"] or row["title_page"] or row["title_rss"] or "").strip() or paragraphs[0],
            "publisher": {"@type": "Organization", "name": f"Outlet {row['outlet_slant']}"},
            "datePublished": DAYS[row["event"].split("_")[0]],
            "articleBody": "\n\n".join(paragraphs)}


def write_articles(shared, folder):
    """Returns the events, each a folder of articles."""
    with open(os.path.join(shared, ARTICLES), encoding="utf-8") as file:
        for row in map(json.loads, file):
            event = os.path.join(folder, row["event"])
            os.makedirs(event, exist_ok=True)
            with open(os.path.join(event, row["outlet_slant"] + ".json"), "w", encoding="utf-8") as out:
                json.dump(as_news_article(row), out, ensure_ascii=False, indent=1)
    return sorted(entry.path for entry in os.scandir(folder) if entry.is_dir())


def compare(tool, event, model):
    """Returns the report, which also lies beside the event's folder; None where it cannot be made."""
    command = [tool, "compare", "--one-event", "--format=json", "--no-progress", f"--model={model}",
               f"--output=json={event}.{model}.json", event]
    if subprocess.run(command, stdout=subprocess.DEVNULL).returncode != 0:
        return None
    with open(f"{event}.{model}.json", encoding="utf-8") as file:
        return json.load(file)


def count(report):
    counts = {kind: sum(finding["kind"] == kind for finding in report["findings"]) for kind in KINDS}
    return {"aligned": report["aligned_pairs"], **counts}


def pick(report):
    """Returns contradictions to read, at even steps from the most to the least confident."""
    flags = sorted((finding for finding in report["findings"] if finding["kind"] == "contradiction"),
                   key=lambda finding: (-finding["confidence"], finding["id"]))
    return [flags[round(i * (len(flags) - 1) / (N_READ - 1))] for i in range(N_READ)] if len(flags) > N_READ else flags


def write_flags(reports, path):
    with open(path, "w", encoding="utf-8") as out:
        for flag in (flag for report in reports for flag in pick(report)):
            print(f"{flag['confidence']:.2f} {flag['type']} {flag['relation']}: {flag['explanation']}", file=out)
            for side in flag["sides"]:
                text = " ".join(side["text"].split())
                print(f"  {side['camp']} {side['article']} [{side['holder'] or '-'}] {text}", file=out)


def show(name, counts):
    rates = [1000 * counts[kind] / max(counts["aligned"], 1) for kind in KINDS]
    print(f"{name:16}{counts['aligned']:>8}" + "".join(f"{counts[kind]:>15}" for kind in KINDS)
          + "".join(f"{rate:>15.1f}" for rate in rates))


def count_all(tool, events, model):
    reports = [compare(tool, event, model) for event in events]
    if None in reports:
        print(f"--model={model}: skipped, a run failed")
        return False
    rows = [count(report) for report in reports]
    print(f"--model={model}: {sum(len(report['articles']) for report in reports)} articles in {len(events)} events")
    print(f"{'event':16}{'aligned':>8}" + "".join(f"{kind:>15}" for kind in KINDS)
          + "".join(f"{'per 1,000':>15}" for kind in KINDS))
    for event, row in zip(events, rows):
        show(os.path.basename(event)[:15], row)
    show("all", {key: sum(row[key] for row in rows) for key in rows[0]})
    write_flags(reports, os.path.join(os.path.dirname(events[0]), "read.txt"))
    return True


def main():
    tool = os.path.abspath(sys.argv[1])
    shared = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else "../shared")
    if not os.path.exists(os.path.join(shared, ARTICLES)):
        print("coverage: skipped, no articles of NewsWCL50")
        return SKIPPED
    with tempfile.TemporaryDirectory() as scratch:
        events = write_articles(shared, sys.argv[3] if len(sys.argv) > 3 else scratch)
        done = [count_all(tool, events, model) for model in MODELS]
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
