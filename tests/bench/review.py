#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How long `review web` takes to answer with 100,000 findings in the collection, 50 requests a second.

The findings are pairs of claims of the samples; requests are sent at fixed times, over
six connections as a browser opens them, and each is timed from the moment it was due. Target: 99 % of
lists and details within 100 ms.
"""
import argparse
import concurrent.futures
import http.client
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "web"))
import review_server  # noqa: E402
from review_server import tap  # noqa: E402

CONNECTIONS = 6
TARGET_MS = 100
WORDS = ["police", "said", "the harbour", "million", "vote", "fire", "not", "recall", "xyzzy"]


def fill(bench, count):
    """A collection of the samples, with many pairs of their claims made findings."""
    for words in (["init"], ["add", os.path.join(bench.options.root, "samples")], ["check"]):
        run = bench.run(*words)
        if run.returncode not in (0, 1):
            raise RuntimeError(f"{words}: {run.stderr.decode(errors='replace')}")
    subprocess.run([bench.options.fill, ".claimdiff/collection.db", str(count)], cwd=bench.folder, check=True)


def list_query(dice, total):
    fields = {"offset": dice.randrange(0, total, 100), "limit": 100, "state": dice.choice(["", "todo", "confirmed", "open"])}
    if dice.random() < 0.5:
        fields["kind"] = dice.choice(["contradiction", "update", "framing", "wording"])
    if dice.random() < 0.3:
        fields["words"] = dice.choice(WORDS)
    return "/api/findings?" + urllib.parse.urlencode(fields)


class Load:
    def __init__(self, server):
        self.server, self.local = server, threading.local()

    def get(self, path, due):
        if not hasattr(self.local, "connection"):
            self.local.connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        time.sleep(max(0, due - time.monotonic()))
        self.local.connection.request("GET", path, headers={"Cookie": self.server.cookie})
        reply = self.local.connection.getresponse()
        text = reply.read()
        if reply.status != 200:
            raise RuntimeError(f"{path}: {reply.status} {text[:300]}")
        return (time.monotonic() - due) * 1000

    def run(self, paths, rate):
        start = time.monotonic() + 0.2
        with concurrent.futures.ThreadPoolExecutor(CONNECTIONS) as pool:
            return list(pool.map(lambda pair: self.get(pair[1], start + pair[0] / rate), enumerate(paths)))


def tell(name, times):
    times = sorted(times)
    at = {share: times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.9, 0.99)}
    print(f"{name:8} n={len(times):4}  p50 {at[0.5]:6.1f} ms  p90 {at[0.9]:6.1f} ms  p99 {at[0.99]:6.1f} ms  max {times[-1]:6.1f} ms", flush=True)
    return at[0.99]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True, type=os.path.abspath)
    parser.add_argument("--fill", required=True, type=os.path.abspath)
    parser.add_argument("--root", default=".", type=os.path.abspath)
    parser.add_argument("--findings", type=int, default=100000)
    parser.add_argument("--rate", type=float, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    dice = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        bench = tap.Bench(options, folder)
        fill(bench, options.findings)
        began = time.monotonic()
        with review_server.Server(bench, None) as server:
            ready = time.monotonic() - began
            server.enter()
            total = server.get("/api/findings?limit=1")["total"]
            print(f"{total} findings; ready after {ready:.1f} s", flush=True)
            ids = [item["id"] for offset in range(0, total, total // 50 or 1)
                   for item in server.get(f"/api/findings?offset={offset}&limit=20")["items"]]
            n = int(options.rate * options.seconds)
            paths = [list_query(dice, total) if dice.random() < 0.5 else "/api/finding?id=" + dice.choice(ids) for _ in range(n)]
            times = Load(server).run(paths, options.rate)
            late = [tell(name, [ms for path, ms in zip(paths, times) if path.startswith(start)])
                    for name, start in (("list", "/api/findings?"), ("detail", "/api/finding?"))]
            saves = []
            for ident in dice.sample(ids, 40):
                began = time.monotonic()
                server.post("/api/decide", {"id": ident, "decision": "confirmed"})
                saves.append((time.monotonic() - began) * 1000)
            tell("decide", saves)
            print(f"memory {server.memory_kib() // 1024} MiB")
    return int(max(late) > TARGET_MS)


if __name__ == "__main__":
    sys.exit(main())
