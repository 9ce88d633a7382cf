#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The server of `review web`: who is let in, what is refused and how, and what the page is told."""
import contextlib
import hashlib
import json
import os
import socket
import sys
import time
import urllib.parse

from review_server import Server, make_report, receive, send, tap

GUESSES = 10000  # row 45 of the list of bad inputs
HALF_OPEN = 300
STALL_S = 10  # after which the server cuts a client that sends too little
DECISIONS = "d.jsonl"
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
FIXED = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
         "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
         "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY", "Server": None,
         "Access-Control-Allow-Origin": None}
TYPES = {"/": "text/html; charset=utf-8", "/review.css": "text/css; charset=utf-8", "/icon.svg": "image/svg+xml",
         "/app.js": "text/javascript; charset=utf-8", "/api/session": "application/json",
         "/api/findings": "application/json"}


@contextlib.contextmanager
def entered(bench):
    with Server(bench, make_report(bench), decisions=DECISIONS) as server:
        server.enter()
        yield server


def on_disk(bench):
    """Digest of the decisions file."""
    path = bench.path(DECISIONS)
    return hashlib.sha256(bench.get(DECISIONS)).hexdigest() if os.path.exists(path) else None


def expect(name, answer, *wanted):
    if answer.status not in wanted:
        yield f"{name}: {answer.status}, not {' or '.join(map(str, wanted))}: {answer.body[:120]!r}"
    if answer.status and not 200 <= answer.status < 300 and b"evil" in answer.body:
        yield f"{name}: the refusal repeats the request"


def first_id(server):
    return server.get("/api/findings?limit=1")["items"][0]["id"]


def one_time(bench):
    """The address works once, and brings a cookie that scripts and other sites never get."""
    with Server(bench, make_report(bench)) as server:
        yield from expect("without anything", server.ask("/"), 401)
        yield from expect("a wrong key", server.ask("/open?key=" + "0" * 64), 401)
        yield from expect("no key", server.ask("/open"), 401)
        yield from expect("half a key", server.ask(f"/open?key={server.key[:32]}"), 401)
        yield from expect("the key twice", server.ask(f"/open?key={server.key}&key={server.key}"), 400)
        answer = server.enter()
        yield from expect("the key", answer, 200)
        parts = {part.strip() for part in (answer.header("Set-Cookie") or "").split(";")[1:]}
        if parts != {"Path=/", "HttpOnly", "SameSite=Strict"}:
            yield f"cookie: {parts}"
        yield from expect("the page with the cookie", server.ask("/"), 200)
        yield from expect("the key again", server.ask(f"/open?key={server.key}"), 401)
        _, second = server.next_address(2)
        yield from expect("the next key", server.ask(f"/open?key={second}"), 200)
        yield from expect("an altered cookie", server.ask("/", headers={"Cookie": server.cookie[:-1] + "x"}), 401)
        yield from expect("a longer cookie", server.ask("/", headers={"Cookie": server.cookie + "0"}), 401)


def hosts(bench):
    """Row 43: a request that names another host, two, or none does not get as far as the routes."""
    with entered(bench) as server:
        good = f"127.0.0.1:{server.port}"
        for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1", "127.0.0.1:1", f"{good}.", f"{good},evil",
                     f"localhost.:{server.port}", f"127.1:{server.port}", f"0.0.0.0:{server.port}", f"LOCALHOST:{server.port}",
                     f"a@{good}", f"127.0.0.1.evil.example:{server.port}", ""):
            yield from expect(f"Host: {host}", server.ask("/api/session", headers={"Host": host}), 403, 400)
        for name, lines in {"two, good first": [good, "evil.example"], "two, good last": ["evil.example", good],
                            "the same twice": [good, good], "none": []}.items():
            head = "".join(f"Host: {host}\r\n" for host in lines)
            data = f"GET /api/session HTTP/1.1\r\n{head}Cookie: {server.cookie}\r\nConnection: close\r\n\r\n"
            yield from expect(name, send(server.port, data.encode()), 403, 400)
        data = f"GET /api/session HTTP/1.0\r\nCookie: {server.cookie}\r\n\r\n"
        yield from expect("none in HTTP/1.0", send(server.port, data.encode()), 403, 400)
        data = f"GET http://evil.example/api/session HTTP/1.1\r\nHost: {good}\r\nCookie: {server.cookie}\r\nConnection: close\r\n\r\n"
        yield from expect("another host in the first line", send(server.port, data.encode()), 403, 400)
        for host in (good, f"localhost:{server.port}", f"[::1]:{server.port}"):
            yield from expect(f"Host: {host}", server.ask("/api/session", headers={"Host": host}), 200)


def forged(bench):
    """Row 44: what another page sends is refused, and the decisions stay as they are."""
    with entered(bench) as server:
        decision = {"id": first_id(server), "decision": "confirmed"}
        own = f"http://127.0.0.1:{server.port}"
        for headers, drop, wanted in (
                ({"Origin": "http://evil.example"}, (), 403), ({"Origin": "null"}, (), 403),
                ({"Origin": own.replace("http:", "https:")}, (), 403), ({"Origin": f"http://localhost:{server.port}"}, (), 403),
                ({"Origin": "http://127.0.0.1:1"}, (), 403), ({"Sec-Fetch-Site": "cross-site"}, (), 403),
                ({"Sec-Fetch-Site": "same-site"}, (), 403), ({"Sec-Fetch-Site": "evil"}, (), 403),
                ({}, ("X-Claimdiff-Token",), 403), ({"X-Claimdiff-Token": ""}, (), 401),
                ({"X-Claimdiff-Token": "0" * 64}, (), 401), ({"Content-Type": "application/x-www-form-urlencoded"}, (), 415),
                ({"Content-Type": "text/plain"}, (), 415), ({"Content-Type": "application/json, text/plain"}, (), 415),
                ({}, ("Content-Type",), 415), ({}, ("Cookie",), 401), ({"Cookie": "claimdiff=1"}, (), 401),
                ({}, ("Content-Length",), 411)):
            answer = server.post("/api/decide", decision, headers=headers, drop=drop)
            yield from expect(f"{headers} without {drop}", answer, wanted)
        for site in ("cross-site", "same-site"):
            yield from expect(f"reading from {site}", server.ask("/api/findings", headers={"Sec-Fetch-Site": site}), 403)
        yield from expect("a form", server.ask("/api/undo", "POST", b"id=1", headers={
            "Content-Type": "application/x-www-form-urlencoded"}, drop=("X-Claimdiff-Token",)), 403)
        if on_disk(bench) is not None:
            yield "a refused request has written decisions"
        yield from expect("the page itself", server.post("/api/decide", decision), 200)
        if on_disk(bench) is None:
            yield "an accepted one has not"


def guesses(bench):
    """Row 45: no guess gets in, and the secrets stand nowhere but where they must."""
    with entered(bench) as server:
        before = on_disk(bench)
        wrong = set()
        for i in range(GUESSES):
            guess = hashlib.sha256(str(i).encode()).hexdigest()
            if i % 3 == 0:
                answer = server.ask("/api/session", headers={"Cookie": f"claimdiff-{server.port}={guess}"})
            elif i % 3 == 1:
                answer = server.ask(f"/open?key={guess}")
            else:
                answer = server.post("/api/undo", {}, headers={"X-Claimdiff-Token": guess})
            wrong.add(answer.status)
        if wrong != {401}:
            yield f"statuses: {wrong}"
        secrets = {"cookie": server.cookie.split("=")[1], "token": server.token}
        with open(f"/proc/{server.process.pid}/cmdline", "rb") as line:
            places = {"arguments": line.read(), "terminal": "".join(server.lines).encode()}
        with open(f"/proc/{server.process.pid}/environ", "rb") as line:
            places["environment"] = line.read()
        for path in [*TYPES, "/api/changes"]:
            if path != "/api/session":
                places[path] = server.ask(path).body
        for name, secret in secrets.items():
            yield from (f"{name} stands in {place}" for place, text in places.items() if secret.encode() in text)
        yield from (f"the key stands in {place}" for place, text in places.items()
                    if server.key.encode() in text and place != "terminal")
        if on_disk(bench) != before:
            yield "the decisions have changed"


def bodies(bench):
    """A body that is too long is refused from its head: nothing of it is kept."""
    with entered(bench) as server:
        for name, headers, drop, wanted in (
                ("a byte too long", {"Content-Length": str(64 * 1024 + 1)}, (), 413),
                ("very long", {"Content-Length": str(300 << 20)}, (), 413),
                ("longer than numbers go", {"Content-Length": "9" * 30}, (), 400),
                ("negative", {"Content-Length": "-1"}, (), 400), ("not a number", {"Content-Length": "0x10"}, (), 400),
                ("in pieces", {"Transfer-Encoding": "chunked"}, ("Content-Length",), 411),
                ("both", {"Transfer-Encoding": "chunked"}, (), 411)):
            fields = {"Host": f"127.0.0.1:{server.port}", "Cookie": server.cookie, "X-Claimdiff-Token": server.token,
                      "Content-Type": "application/json", "Content-Length": "2", **headers}
            head = "".join(f"{key}: {value}\r\n" for key, value in fields.items() if key not in drop)
            started = time.monotonic()
            answer = send(server.port, f"POST /api/decide HTTP/1.1\r\n{head}\r\n".encode())
            yield from expect(name, answer, wanted, 400)
            if time.monotonic() - started > STALL_S * 0.8:
                yield f"{name}: refused only after {time.monotonic() - started:.1f} s"
        before = server.memory_kib()
        head = (f"POST /api/decide HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Length: {60 << 20}\r\n\r\n").encode()
        send(server.port, head + bytes(60 << 20))
        # What a sanitizer keeps back of freed memory is not held against the server.
        if "ASAN_OPTIONS" not in os.environ and server.memory_kib() - before > 16 * 1024:
            yield f"a long body took {server.memory_kib() - before} KiB"
        for name, body in {"no JSON": b"{", "an array": b"[]", "deep": b'{"a":' * 70 + b"1" + b"}" * 70, "a NUL": b'{"id":"\\u0000"}',
                           "not UTF-8": b'{"id":"\xff"}', "a key twice": b'{"id":"a","id":"b"}', "nothing": b""}.items():
            yield from expect(name, server.post("/api/decide", body), 400)
        yield from expect("after all that", server.ask("/api/session"), 200)


def paths(bench):
    """Paths are compared as they were sent, methods too."""
    with entered(bench) as server:
        for path in ("/../../etc/passwd", "//", "//api/session", "/index.html", "/api", "/api/", "/api/session/", "/API/session",
                     "/api/session%00", "/api/session%2f", "/api%2fsession", "/api/%2e%2e/etc/passwd",
                     "/app.js/", "/app.js%20", "/review.css.map", "/org/claimdiff/web/app.js", "/open.html"):
            yield from expect(path, server.ask(path), 404, 400)
        yield from expect("an unknown path without the cookie", server.ask("/nothing", drop=("Cookie",)), 401)
        for method in ("HEAD", "PUT", "DELETE", "PATCH", "TRACE", "POST", "get"):
            answer = server.ask("/api/session", method)
            yield from expect(method, answer, 405, 400, 501)
        yield from expect("OPTIONS", server.ask("*", "OPTIONS"), 404, 405, 400)
        yield from expect("GET of what changes something", server.ask("/api/undo"), 405)
        yield from expect("a field twice", server.ask("/api/findings?state=open&state=all"), 400)
        yield from expect("a long field", server.ask("/api/findings?words=" + "a" * 2000), 400)
        yield from expect("a long query", server.ask("/api/findings?words=" + "a" * 9000), 400)
        yield from expect("no UTF-8", server.ask("/api/findings?words=%ff"), 400)
        yield from expect("an unknown finding", server.ask("/api/finding?id=0000"), 404)


def headers(bench):
    """Every answer, refusals included, says that nothing may be loaded, framed, guessed or kept."""
    with entered(bench) as server:
        answers = {path: server.ask(path) for path in TYPES}
        for path, kind in TYPES.items():
            yield from expect(path, answers[path], 200)
            if answers[path].header("Content-Type") != kind:
                yield f"{path}: {answers[path].header('Content-Type')}"
        answers |= {"refused": server.ask("/", headers={"Host": "evil"}), "unknown": server.ask("/x"),
                    "unsigned": server.ask("/", drop=("Cookie",))}
        for path, answer in answers.items():
            for name, value in FIXED.items():
                if answer.header(name) != value:
                    yield f"{path}: {name}: {answer.header(name)}"
            if path not in ("/open",) and answer.header("Set-Cookie"):
                yield f"{path} sets a cookie"
        page = answers["/"].body.decode()
        for bad in ("style=", "<script>", "onclick", "javascript:", "http://", "https://"):
            if bad in page:
                yield f"the page has {bad}"


def slow(bench):
    """Clients that stall take nobody's place, and are cut."""
    with entered(bench) as server, contextlib.ExitStack() as stack:
        dripping = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=30))
        dripping.sendall(b"GET / HTTP/1.1\r\n")
        for _ in range(HALF_OPEN):
            half = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=30))
            half.sendall(b"GET /api/session HTTP/1.1\r\nHost: ")
        began = time.monotonic()
        yield from expect("beside half-open ones", server.ask("/api/session"), 200)
        # It has to be answered while the others stall, which they do for ten seconds: no matter how fast.
        if time.monotonic() - began > STALL_S * 0.8:
            yield f"a good request took {time.monotonic() - began:.1f} s"
        late = stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=30))
        begun = time.monotonic()
        with contextlib.suppress(OSError):
            while time.monotonic() - begun < 6 * STALL_S:
                late.sendall(b"X: y\r\n"[:1])
                late.settimeout(0.5)
                with contextlib.suppress(socket.timeout):
                    if late.recv(1) == b"":
                        break
        if not 2 < time.monotonic() - begun < 6 * STALL_S:
            yield f"a dripping client was cut after {time.monotonic() - begun:.1f} s"
        if receive(dripping).status:
            yield "half a request was answered"


def addresses(bench):
    """Only this machine's own addresses are listened on."""
    with entered(bench) as server:
        found = set()
        for table in ("tcp", "tcp6"):
            with open(f"/proc/net/{table}", encoding="ascii") as rows:
                for row in list(rows)[1:]:
                    local, state = row.split()[1], row.split()[3]
                    if state == "0A" and int(local.split(":")[1], 16) == server.port:
                        found.add(local.split(":")[0])
        if not found or not found <= {"0100007F", "00000000000000000000000001000000"}:
            yield f"listens on {found}"
        if server.stop() != 0:
            yield "an interrupt is no failure"


def api(bench):
    """The list, a finding, decisions and their undoing, all on the disk."""
    with entered(bench) as server:
        everything = server.get("/api/findings")
        total = everything["total"]
        ids = [item["id"] for item in everything["items"]]
        if total < 4 or len(set(ids)) != total or everything["counts"]["overall"] != {"all": total, "todo": total}:
            yield f"list: {total} {everything['counts']['overall']}"
        page = server.get("/api/findings?offset=2&limit=1")
        if [item["id"] for item in page["items"]] != ids[2:3] or page["total"] != total:
            yield "the second page is another"
        for facet in ("kind", "type", "severity", "relation", "outlet"):
            for row in everything["counts"][facet]:
                n = server.get("/api/findings?" + urllib.parse.urlencode({facet: row["value"]}))["total"]
                if n != row["n"]:
                    yield f"{facet}={row['value']}: {n}, counted {row['n']}"
        word = server.get("/api/finding?id=" + ids[0])["sides"][0]["pieces"][0][0].split()[0]
        query = urllib.parse.urlencode({"words": word.upper()})
        if ids[0] not in [item["id"] for item in server.get("/api/findings?" + query)["items"]]:
            yield f"not found by its own word {word}"
        saved = server.post("/api/decide", {"id": ids[1], "decision": "dismissed", "reason": "both <b>official</b>", "by": "Ada"})
        yield from expect("decide", saved, 200)
        record = json.loads(bench.get(DECISIONS).decode().splitlines()[0])
        if (record["fingerprint"], record["decision"], record["reason"], record["by"]) != (ids[1], "dismissed", "both <b>official</b>", "Ada"):
            yield f"on disk: {record}"
        todo = server.get(f"/api/findings?state=todo&at={ids[2]}")
        if todo["total"] != total - 1 or todo["index"] != 1:
            yield f"todo: {todo['total']}, {todo['index']}"
        history = server.get("/api/finding?id=" + ids[1])
        if history["state"] != "dismissed" or history["history"][0]["by"] != "Ada":
            yield f"history: {history['history']}"
        for body, wanted in (({"id": ids[1], "decision": "maybe"}, 400), ({"decision": "confirmed"}, 404), ({"id": "x", "decision": "confirmed"}, 404),
                             ({"id": ids[1], "decision": "confirmed", "reason": "x" * 5000}, 500)):
            yield from expect(str(body)[:60], server.post("/api/decide", body), wanted)
        filter_ = {"state": "todo"}
        yield from expect("bulk on what has changed", server.post("/api/bulk", {"filter": filter_, "expected": total, "decision": "deferred"}), 409)
        yield from expect("bulk without a filter", server.post("/api/bulk", {"expected": total, "decision": "deferred"}), 400)
        yield from expect("bulk", server.post("/api/bulk", {"filter": filter_, "expected": total - 1, "decision": "deferred"}), 200)
        if server.get("/api/findings")["counts"]["overall"]["todo"] != 0 or len(bench.get(DECISIONS).splitlines()) != total:
            yield "bulk did not reach all"
        if server.post("/api/undo", {}).json()["n"] != total - 1 or server.get("/api/findings")["counts"]["overall"]["todo"] != total - 1:
            yield "one undo does not take bulk back"
        undone = server.post("/api/undo", {}).json()
        if undone["id"] != ids[1] or server.get("/api/finding?id=" + ids[1])["state"] != "open":
            yield f"undo: {undone}"
        if server.post("/api/undo", {}).json()["n"] != 0:
            yield "there was nothing left to undo"


def live(bench):
    """What another program decides beside the page is there at the next look."""
    with entered(bench) as server:
        found = server.get("/api/findings?limit=1")
        run = bench.run("review", "confirm", found["items"][0]["id"], "--report=r.json", f"--decisions={DECISIONS}")
        yield from tap.complain_status(run, 0)
        end = time.monotonic() + 5
        while server.get(f"/api/changes?revision={found['revision']}")["revision"] == found["revision"]:
            if time.monotonic() > end:
                yield "not noticed"
                return
            time.sleep(0.1)
        if server.get("/api/findings?limit=1")["items"][0]["state"] != "confirmed":
            yield "noticed, but not taken up"


CASES = {"one-time address": one_time, "hosts": hosts, "forged requests": forged, "guessed secrets": guesses,
         "bodies": bodies, "paths and methods": paths, "headers": headers, "slow clients": slow,
         "addresses": addresses, "list and decisions": api, "beside another program": live}

if __name__ == "__main__":
    sys.exit(tap.main(CASES, __doc__))
