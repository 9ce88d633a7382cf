#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Check that pages of the HTML report hold nothing but what the program itself writes.

usage: check-page.py WRITE_PAGES [--browser CHROMIUM]   (pages from that program; with a browser, as its DOM)
       check-page.py --self-test                        (each rule refuses a page that breaks it)

Rules: known elements and attributes only; one style and one script, each with the hash that the
policy names; no style attribute, no handler; links to http, https or inside the page; unique ids,
every fragment has its target; every table, picture and control has a name.
"""
import base64
import hashlib
import html.parser
import os
import re
import subprocess
import sys
import tempfile

ELEMENTS = set("""html head meta title style body a header p span h1 h2 h3 h4 section ul ol li code form fieldset
legend label input select option button kbd main article table caption thead tbody tr th td div figure figcaption
blockquote mark del ins details summary strong svg g rect circle path line text nav footer dialog dl dt dd script""".split())
ATTRIBUTES = set("""lang charset http-equiv content name class href id rel dir role tabindex aria-label aria-labelledby
aria-hidden aria-keyshortcuts type checked value for scope title width height viewbox x y x1 x2 y1 y2 d r overflow
text-anchor autocomplete spellcheck method data-kind data-type data-severity data-articles data-event data-target data-state maxlength placeholder disabled aria-pressed value hidden open""".split())
VOID = {"meta", "input", "path", "rect", "circle", "line"}
NAMED = {"input", "select", "button", "svg", "table", "section"}
BROWSER_ARGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --virtual-time-budget=2000""".split()

BROWSER_PAGES = ["all.html", "story.html"]  # a start of the browser takes seconds


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.faults, self.ids, self.targets, self.data, self.stack = [], [], [], {}, []
        self.policy = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in ELEMENTS:
            self.faults.append(f"element <{tag}>")
        for name, value in attrs:
            self.attribute(tag, name, value or "")
        if tag == "meta" and dict(attrs).get("http-equiv") == "Content-Security-Policy":
            self.policy = dict(attrs)["content"]
        elif tag == "meta" and "http-equiv" in dict(attrs):
            self.faults.append("meta http-equiv other than the policy")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.stack or self.stack.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def attribute(self, tag, name, value):
        if name not in ATTRIBUTES:
            self.faults.append(f"attribute {name} of <{tag}>")
        if name == "id":
            self.ids.append(value)
        if name == "href" and value.startswith("#"):
            self.targets.append(value[1:])
        elif name == "href" and not re.match(r"https?://[^/]", value):
            self.faults.append(f"link to {value!r}")

    def handle_data(self, data):
        where = self.stack[-1] if self.stack else ""
        if where in ("style", "script"):
            self.data.setdefault(where, []).append(data)

    def handle_comment(self, data):
        self.faults.append("a comment")


def check(text):
    page = Page(text)
    faults = page.faults
    if page.stack:
        faults.append(f"left open: {page.stack}")
    for part in ("style", "script"):
        blocks = page.data.get(part, [])
        if len(blocks) != 1:
            faults.append(f"{len(blocks)} blocks of {part}")
            continue
        digest = base64.b64encode(hashlib.sha256(blocks[0].encode()).digest()).decode()
        if f"{part}-src 'sha256-{digest}'" not in page.policy:
            faults.append(f"the policy does not name this {part}")
    if not page.policy.startswith("default-src 'none';"):
        faults.append("the policy does not begin with nothing allowed")
    doubles = {i for i in page.ids if page.ids.count(i) > 1}
    if doubles:
        faults.append(f"ids twice: {sorted(doubles)}")
    lost = set(page.targets) - set(page.ids)
    if lost:
        faults.append(f"links to nothing: {sorted(lost)}")
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text):
        faults.append("a control character")
    if "<title>PWNED<" in text:
        faults.append("a script of the input ran")
    return faults


def dump_dom(browser, path):
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, *BROWSER_ARGS, f"--user-data-dir={profile}", "--dump-dom", "file://" + path]
        return subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()


def check_pages(writer, browser):
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer, folder], check=True)
        names = BROWSER_PAGES if browser else sorted(os.listdir(folder))
        for name in names:
            path = os.path.join(folder, name)
            text = dump_dom(browser, path) if browser else open(path, encoding="utf-8").read()
            faults = check(text)
            bad += bool(faults)
            print("not ok" if faults else "ok", name, *faults, sep="\n    " if faults else " ")
    return 1 if bad or not names else 0


def self_test():
    style, script = "a{}", "'use strict';"

    def digest(text):
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    good = ("<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            f"style-src 'sha256-{digest(style)}'; script-src 'sha256-{digest(script)}'\"><title>x</title>"
            f"<style>{style}</style></head><body><p id=\"a\">x <a href=\"#a\">y</a></p>"
            f"<script>{script}</script></body></html>")
    breaks = {
        "an image": ("<p id", "<img src=x><p id"), "a handler": ("<p id", "<p onclick=x id"),
        "a style attribute": ("<p id", "<p style=x id"), "a script": ("</body>", "<script>1</script></body>"),
        "another style": ("a{}</style>", "b{}</style>"), "a link": ("#a\"", "javascript:1\""),
        "a lost target": ("#a\"", "#b\""), "ids twice": ("<p id", "<p id=\"a\"></p><p id"),
        "an open element": ("</p>", ""), "a comment": ("<p id", "<!-- --><p id"), "a control": ("x <a", "\x1b <a"),
        "a lax policy": ("'none'; style", "*; style"), "a refresh": ("<title>", "<meta http-equiv=\"refresh\"><title>"),
        "a title": ("<title>x", "<title>PWNED"),
    }
    failed = [] if not check(good) else [f"the good page is refused: {check(good)}"]
    for name, (old, new) in breaks.items():
        if good.count(old) < 1 or not check(good.replace(old, new, 1)):
            failed.append(f"not refused: {name}")
    print(*failed or [f"{len(breaks)} faults refused"], sep="\n")
    return 1 if failed else 0


def main(args):
    if args == ["--self-test"]:
        return self_test()
    browser = args[2] if len(args) == 3 and args[1] == "--browser" else None
    return check_pages(args[0], browser)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
