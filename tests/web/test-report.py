#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The HTML report as a file in Chromium: decide, open it again, download, import; accessibility."""
import contextlib
import json
import os
import sys

import axe
import browser
from review_server import make_report, tap

GOT = "URL.createObjectURL = (blob) => { window.got = blob.text(); return '#'; }"


@contextlib.contextmanager
def opened(bench):
    if browser.find() is None:
        raise tap.Skip("there is no Chromium")
    make_report(bench)
    articles = json.loads(bench.get("r.json"))["articles"]
    run = bench.run("compare", "--output=html=r.html", *[article["source"] for article in articles])
    if run.returncode != 0:
        raise RuntimeError(run.stderr.decode(errors="replace"))
    with browser.Browser() as page:
        page.open("file://" + bench.path("r.html"))
        page.wait("document.querySelector('.review') !== null")
        yield page


def states(page):
    return json.loads(page.run("JSON.stringify([...document.querySelectorAll('.finding')].slice(0, 4).map((f) => f.dataset.state))"))


def deciding(bench):
    """Keys decide and go on; the browser keeps it; the download is what the program imports."""
    with opened(bench) as page:
        if page.run("document.querySelector('.review button').disabled") is not True:
            yield "there is something to download before anything is decided"
        page.press("j")
        for key in ("a", "x"):
            page.press(key)
        page.press("e")
        page.type("a <b>wrong</b> pair, abx")
        page.press("Enter")
        page.press("f")
        page.press("d")
        page.press("u")
        page.press("/")
        page.press("a")
        page.press("Escape")
        wanted = ["confirmed", "dismissed", "false-positive", "open"]
        if states(page) != wanted:
            yield f"after the keys: {states(page)}"
        page.call("Page.reload")
        page.wait("document.querySelector('.review') !== null")
        if states(page) != wanted:
            yield f"after a reload: {states(page)}"
        if "3 of" not in page.run("document.querySelector('.review').textContent"):
            yield "the count is wrong"
        page.run(GOT)
        page.run("document.querySelector('.review button').click()")
        bench.put("download.jsonl", page.run("window.got"))
        run = bench.run("review", "import", "download.jsonl", "--decisions=d.jsonl")
        yield from tap.complain_status(run, 0)
        if not os.path.exists(bench.path("d.jsonl")):
            yield f"nothing imported: {run.stdout!r} from {bench.get('download.jsonl')[:200]!r}"
            return
        rows = [json.loads(line) for line in bench.get("d.jsonl").decode().splitlines()]
        if sorted(row["decision"] for row in rows) != ["confirmed", "dismissed", "false-positive"]:
            yield f"imported: {rows}"
        if [row["reason"] for row in rows if row["decision"] == "false-positive"] != ["a <b>wrong</b> pair, abx"]:
            yield "the reason is lost"
        run = bench.run("review", "list", "--report=r.json", "--decisions=d.jsonl", "--json")
        if run.stdout.count(b'"false-positive"') < 1:
            yield "the decisions are on other findings than those of the saved report"
        again = bench.get("d.jsonl")
        bench.run("review", "import", "download.jsonl", "--decisions=d.jsonl")
        if bench.get("d.jsonl") != again:
            yield "importing twice changes the file"
        if page.complaints():
            yield str(page.complaints())
        yield from (f"asked for {address}" for address in page.requests() if not address.startswith(("file:", "about:", "blob:")))


def accessible(bench):
    """Nothing serious in light, dark and on a phone."""
    script = axe.load()
    with opened(bench) as page:
        yield from axe.check(page, script, "light")
        page.prefer(prefers_color_scheme="dark")
        yield from axe.check(page, script, "dark")
        page.resize(390, 844, 2, True)
        yield from axe.check(page, script, "phone")
        if page.run("document.documentElement.scrollWidth > innerWidth"):
            yield "wider than a phone"


CASES = {"deciding": deciding, "accessible": accessible}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
