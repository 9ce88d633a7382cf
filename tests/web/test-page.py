#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The page of `review web` in Chromium, as a reviewer uses it: by keyboard, by mouse, on a phone."""
import contextlib
import json
import os
import sys

import axe
import browser
from review_server import Server, make_report, tap

DECISIONS = "d.jsonl"
HOSTILE = '<img src=x onerror="window.evil=1"><script>window.evil=1</script>'
READY = "document.documentElement.classList.contains('ready') && !document.documentElement.classList.contains('busy')"


@contextlib.contextmanager
def opened(bench, width=1360, height=860, report=None):
    if browser.find() is None:
        raise tap.Skip("there is no Chromium")
    with Server(bench, report or make_report(bench), decisions=DECISIONS) as server, \
            browser.Browser(width, height) as page:
        page.server = server
        page.open(f"http://127.0.0.1:{server.port}/open?key={server.key}")
        page.wait(READY + " && document.querySelector('#finding-title') !== null")
        yield page


def decided(bench):
    """What is on the disk: fingerprints to records."""
    if not os.path.exists(bench.path(DECISIONS)):
        return {}
    return {row["fingerprint"]: row for row in map(json.loads, bench.get(DECISIONS).decode().splitlines())}


def shown(page):
    return page.run("document.querySelector('.id code')?.textContent || ''")


def place(page):
    return page.run("document.querySelector('.place')?.textContent || ''")


def press(page, key):
    page.press(key)
    page.wait(READY)


def settle(page, before):
    """Waits until another finding is on the screen."""
    page.wait(f"{READY} && document.querySelector('.id code')?.textContent !== {json.dumps(before)}")
    return shown(page)


def quiet(page):
    """No script failed, nothing was refused by the policy, nothing went to another host."""
    yield from page.complaints()
    own = f"http://127.0.0.1:{page.server.port}/"
    yield from (f"asked for {address}" for address in page.requests()
                if not address.startswith((own, "data:", "about:")))


def by_keyboard(bench):
    """Decide, reload, see it kept, take it back; a reason; skipping; the ends of the list."""
    with opened(bench) as page:
        first = shown(page)
        page.press("a")
        second = settle(page, first)
        if decided(bench).get(first, {}).get("decision") != "confirmed":
            yield f"a: {decided(bench)}"
        page.press(" ")
        third = settle(page, second)
        page.press("e")
        page.wait("document.activeElement.id === 'reason'")
        page.type("both counts are right")
        page.press("Enter")
        page.press("x")
        settle(page, third)
        record = decided(bench).get(third, {})
        if (record.get("decision"), record.get("reason")) != ("dismissed", "both counts are right"):
            yield f"e and x: {record}"
        if page.run("document.querySelector('#reason').value") != "":
            yield "the reason is kept for the next finding"
        now = shown(page)
        page.press("f")
        settle(page, now)
        if decided(bench)[now]["decision"] != "false-positive":
            yield "f: not saved"
        page.press("u")
        page.wait(f"document.querySelector('.id code')?.textContent === {json.dumps(now)}")
        if now in decided(bench) and decided(bench)[now]["decision"] == "false-positive":
            yield "u: still on the disk"
        before = shown(page)
        page.press("k")
        settle(page, before)
        page.press("j")
        page.wait(f"document.querySelector('.id code')?.textContent === {json.dumps(before)}")
        page.open("about:blank")
        page.open(f"http://127.0.0.1:{page.server.port}/#state=all")
        page.wait(READY + " && document.querySelector('#finding-title') !== null")
        states = page.run("[...document.querySelectorAll('.row')].map((row) => row.dataset.state).join()")
        if "confirmed" not in states or "dismissed" not in states:
            yield f"after opening it again: {states}"
        if page.run("document.querySelector('.history .badge')?.textContent.trim()") != "Confirmed":
            yield "the history does not show the decision"
        yield from quiet(page)


def while_typing(bench):
    """Keys are letters in a text field; Escape leaves it; space presses the button that has the focus."""
    with opened(bench) as page:
        first = shown(page)
        page.press("/")
        page.wait("document.activeElement.id === 'words'")
        for key in ("a", "x"):
            page.press(key)
        if page.run("document.querySelector('#words').value") != "ax":
            yield "the letters did not reach the field"
        page.press("Escape")
        if page.run("document.activeElement.id") == "words":
            yield "Escape does not leave the field"
        page.run("document.querySelector('#reviewer').focus()")
        page.press("a")
        if decided(bench):
            yield "typing has decided something"
        page.run("document.querySelector('#clear-button').click()")
        page.wait(f"{READY} && document.querySelector('.id code')?.textContent === {json.dumps(first)}")
        page.run("document.querySelector('.act.dismissed').focus()")
        page.press(" ")
        settle(page, first)
        if decided(bench).get(first, {}).get("decision") != "dismissed":
            yield f"space on a button: {decided(bench)}"
        yield from quiet(page)


def own_keys(bench):
    """Another key for an action, kept over a reload; all keys off."""
    with opened(bench) as page:
        first = shown(page)
        press(page, "?")
        page.wait("document.querySelector('#help').open")
        page.press("x")
        if decided(bench):
            yield "a key worked behind the dialog"
        page.run("document.querySelector('[data-row=confirmed] button').click()")
        page.press("c")
        page.wait("document.querySelector('[data-row=confirmed] kbd').textContent === 'c'")
        page.press("Escape")
        page.wait("!document.querySelector('#help').open")
        if page.run("document.querySelector('.act.confirmed kbd').textContent") != "c":
            yield "the hint on the button is the old one"
        page.call("Page.reload")
        page.wait(READY + " && document.querySelector('.id code') !== null")
        page.press("a")
        page.press("c")
        second = settle(page, first)
        if decided(bench).get(first, {}).get("decision") != "confirmed" or len(decided(bench)) != 1:
            yield f"c instead of a: {decided(bench)}"
        press(page, "?")
        page.run("document.querySelector('#keys-on').click()")
        page.press("Escape")
        page.press("c")
        if shown(page) != second or len(decided(bench)) != 1:
            yield "keys that are off still decide"
        yield from quiet(page)


def filters(bench):
    """State, kind and words narrow the list; the numbers agree; the address keeps the filter."""
    with opened(bench) as page:
        rows = json.loads(page.run("JSON.stringify([...document.querySelector('[name=kind]').options].map((o) => [o.value, o.textContent]))"))
        kind, label = rows[1]
        page.run("document.querySelector('#more').open = true")
        page.run(f"{{ const s = document.querySelector('[name=kind]'); s.value = {json.dumps(kind)};"
                 "s.dispatchEvent(new Event('change', {bubbles: true})); }")
        wanted = label.split("(")[1].rstrip(")")
        page.wait(f"document.querySelector('#shown').textContent === '{wanted} shown'")
        page.run("document.querySelector('[name=state][value=\"\"]').click()")
        page.wait("location.hash.includes('state=all')")
        page.call("Page.reload")
        page.wait(READY + " && document.querySelector('.id code') !== null")
        if page.run("document.querySelector('[name=kind]').value") != kind:
            yield "the filter is gone after a reload"
        if page.run("[...document.querySelectorAll('.row')].some((row) => row.dataset.kind !== %s)" % json.dumps(kind)):
            yield "another kind is in the list"
        page.press("/")
        page.type("zzzqqq")
        page.wait("document.querySelector('#shown').textContent === '0 shown'")
        if "Nothing in this filter" not in page.run("document.querySelector('#finding').textContent"):
            yield "an empty list says nothing"
        yield from quiet(page)


def bulk(bench):
    """One decision for all of a filter, and one undo."""
    with opened(bench) as page:
        total = int(page.run("document.querySelector('#shown').textContent").split()[0])
        page.run("document.querySelector('#bulk-button').click()")
        page.wait("document.querySelector('#bulk').open")
        page.run("document.querySelector('[name=bulk-decision][value=deferred]').click()")
        page.run("document.querySelector('#bulk button.primary').click()")
        page.wait("document.querySelector('#shown').textContent === '0 shown'")
        if len(decided(bench)) != total or {row["decision"] for row in decided(bench).values()} != {"deferred"}:
            yield f"{len(decided(bench))} of {total} decided"
        if "All decided" not in page.run("document.querySelector('#finding').textContent"):
            yield "the end is not told"
        page.press("u")
        page.wait(f"document.querySelector('#shown').textContent === '{total} shown'")
        yield from quiet(page)


def hostile(bench):
    """Text from articles stays text wherever it is shown."""
    for name, text in tap.ARTICLES.items():
        for words in ("off Velmouth", "port says", "on Tuesday morning"):
            text = text.replace(words, f"{words} {HOSTILE}")
        bench.put(name, text)
    run = bench.run("compare", "--output=json=evil.json", *tap.ARTICLES)
    if run.returncode != 0 or b'"kind": "contradiction"' not in bench.get("evil.json"):
        yield "the hostile articles make no finding: " + run.stderr.decode(errors="replace")
        return
    with opened(bench, report="evil.json") as page:
        if "<img src=x" not in page.run("document.body.textContent"):
            yield "the text is not shown at all"
        page.press("e")
        page.type(HOSTILE)
        page.press("Enter")
        page.press("x")
        page.wait(READY)
        page.run("document.querySelector('[name=state][value=\"\"]').click()")
        page.wait(READY + " && document.querySelectorAll('.row').length > 0")
        for script in ("typeof window.evil !== 'undefined'", "document.querySelector('img, iframe, main script, base, object') !== null",
                       "[...document.querySelectorAll('a')].some((a) => !/^https?:$/.test(a.protocol))",
                       "[...document.querySelectorAll('*')].some((e) => [...e.attributes].some((a) => a.name.startsWith('on')))"):
            if page.run(script):
                yield f"it came alive: {script}"
        yield from quiet(page)


def beside(bench):
    """A decision from the terminal shows on the open page; a server that has gone is told."""
    with opened(bench) as page:
        fingerprint = shown(page)
        run = bench.run("review", "dismiss", fingerprint, "--report=r.json", f"--decisions={DECISIONS}")
        yield from tap.complain_status(run, 0)
        page.wait("document.querySelector('#progress-text').textContent.startsWith('1 of')")
        page.server.stop()
        page.wait("!document.querySelector('#alarm').hidden")
        if "nothing more is saved" not in page.run("document.querySelector('#alarm').textContent"):
            yield "the alarm does not say it"


def on_a_phone(bench):
    """Nothing is wider than the screen, and the list is a tap away."""
    with opened(bench) as page:
        page.resize(390, 844, 2, True)
        for name in ("the finding", "the list"):
            wide = page.run("document.documentElement.scrollWidth > innerWidth && [...document.querySelectorAll('body *')]"
                            ".filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.className).join()")
            if wide:
                yield f"{name}: wider than the screen: {wide}"
            page.run("document.querySelector('#list-button').click()")
        if page.run("getComputedStyle(document.querySelector('#list')).display") != "none":
            yield "the button does not close the list"
        small = page.run("[...document.querySelectorAll('#buttons button')].filter((b) => b.getBoundingClientRect().height < 32).length")
        if small:
            yield f"{small} buttons are too low for a thumb"
        yield from quiet(page)


def accessible(bench):
    """Nothing serious in light, dark, on a phone, and in the dialogs."""
    script = axe.load()
    with opened(bench) as page:
        yield from axe.check(page, script, "light")
        page.prefer(prefers_color_scheme="dark")
        yield from axe.check(page, script, "dark")
        page.press("?")
        page.wait("document.querySelector('#help').open")
        yield from axe.check(page, script, "help")
        page.press("Escape")
        page.prefer()
        page.run("document.querySelector('#bulk-button').click()")
        yield from axe.check(page, script, "bulk")
        page.run("document.querySelector('#bulk').close('cancel')")
        page.resize(390, 844, 2, True)
        yield from axe.check(page, script, "phone")
        page.run("document.querySelector('#list-button').click()")
        yield from axe.check(page, script, "phone, list")


CASES = {"by keyboard": by_keyboard, "while typing": while_typing, "own keys": own_keys, "filters": filters, "bulk": bulk,
         "hostile text": hostile, "beside other programs": beside, "on a phone": on_a_phone, "accessible": accessible}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
