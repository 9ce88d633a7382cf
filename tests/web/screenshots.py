#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the pictures of docs/REVIEW.md anew, of the samples: screenshots.py --tool build/claimdiff"""
import argparse
import glob
import os
import tempfile
import time

import browser
from review_server import Server, tap

PICTURES = (("light", "light", (1280, 860, 1, False)), ("dark", "dark", (1280, 860, 1, False)),
            ("phone", "light", (390, 844, 2, True)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True, type=os.path.abspath)
    parser.add_argument("--root", default=".", type=os.path.abspath)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = tap.Bench(options, folder)
        os.symlink(os.path.join(options.root, "samples"), bench.path("samples"))
        articles = sorted(os.path.relpath(path, folder) for path in glob.glob(bench.path("samples/*/*.*")))
        bench.run("compare", "--output=json=r.json", *articles)
        with Server(bench, "r.json", "--by=Ada Reviewer") as server, browser.Browser() as page:
            page.open(f"http://127.0.0.1:{server.port}/open?key={server.key}")
            page.wait("document.querySelector('.id code') !== null")
            for key in "axf  ad  ":
                page.press(key)
                time.sleep(0.5)
            page.run("document.querySelector('[name=state][value=\"\"]').click()")
            time.sleep(5)  # until the last message has gone
            for name, scheme, (width, height, scale, is_phone) in PICTURES:
                page.prefer(prefers_color_scheme=scheme)
                page.resize(width, height, scale, is_phone)
                time.sleep(0.6)
                page.picture(os.path.join(options.root, "docs", f"review-{name}.png"))


if __name__ == "__main__":
    main()
