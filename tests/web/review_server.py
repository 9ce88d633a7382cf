# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""`claimdiff review web` as a test runs it, and a client that sends exactly the bytes it is told to."""
import glob
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
import tap  # noqa: E402

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/open\?key=([0-9a-f]{64})")


class Answer:
    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split()[1]) if lines[0].startswith("HTTP/") else 0
        self.headers = [tuple(part.strip() for part in line.split(":", 1)) for line in lines[1:] if ":" in line]

    def header(self, name):
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return values[0] if len(values) == 1 else values or None

    def json(self):
        return json.loads(self.body)


def send(port, data, limit=20, address="127.0.0.1"):
    """One connection: the bytes out, then everything that comes back until the server closes."""
    with socket.create_connection((address, port), timeout=limit) as stream:
        try:
            stream.sendall(data)
        except OSError:
            pass  # the server may have answered and hung up before it had it all
        return receive(stream)


def receive(stream):
    data = b""
    while True:
        try:
            piece = stream.recv(1 << 16)
        except (ConnectionResetError, BrokenPipeError):
            return Answer(data)
        if not piece:
            return Answer(data)
        data += piece
        head, mark, body = data.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
        if mark and length and len(body) >= int(length.group(1)):
            return Answer(data)


class Server:
    def __init__(self, bench, report, *arguments, decisions="d.jsonl"):
        self.bench, self.lines, self.cookie, self.token = bench, [], "", ""
        self.process = subprocess.Popen(
            [bench.options.tool, "review", "web", "--no-browser", f"--decisions={decisions}",
             *([f"--report={report}"] if report else []), *arguments],
            cwd=bench.folder, env={**tap.CLEAN, "HOME": bench.folder}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        threading.Thread(target=self.listen, daemon=True).start()
        self.port, self.key = self.next_address(1)

    def listen(self):
        for line in self.process.stdout:
            self.lines.append(line)

    def next_address(self, number, limit=60):
        """The port and key of the address that was said as number @number."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.process.poll() is None:
            found = ADDRESS.findall("".join(self.lines))
            if len(found) >= number:
                return int(found[number - 1][0]), found[number - 1][1]
            time.sleep(0.02)
        raise RuntimeError("no address: " + "".join(self.lines))

    def ask(self, path, method="GET", body=None, headers=None, drop=()):
        """A request as the page sends it; @headers replace or add, @drop leaves out."""
        fields = {"Host": f"127.0.0.1:{self.port}", "Connection": "close"}
        if self.cookie:
            fields["Cookie"] = self.cookie
        if body is not None:
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
            fields |= {"Content-Type": "application/json", "Content-Length": str(len(body)),
                       "X-Claimdiff-Token": self.token, "Origin": f"http://127.0.0.1:{self.port}",
                       "Sec-Fetch-Site": "same-origin"}
        fields |= headers or {}
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if name not in drop)
        return send(self.port, f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + (body or b""))

    def post(self, path, body, **more):
        return self.ask(path, "POST", body, **more)

    def enter(self):
        """What a browser does with the address: the cookie, then the token."""
        answer = self.ask(f"/open?key={self.key}")
        self.cookie = (answer.header("Set-Cookie") or "").split(";")[0]
        self.token = self.ask("/api/session").json()["token"]
        return answer

    def get(self, path):
        return self.ask(path).json()

    def memory_kib(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))

    def stop(self, how=signal.SIGINT):
        self.process.send_signal(how)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()


def make_report(bench, name="r.json"):
    """A report of one story of the samples, or of the articles of the tests where there are none."""
    articles = sorted(glob.glob(os.path.join(bench.options.root, "samples", "coin-theft", "*.*")))
    inputs = [os.path.relpath(path, bench.folder) for path in articles] or bench.articles
    run = bench.run("compare", f"--output=json={name}", *inputs)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.decode(errors="replace"))
    return name
