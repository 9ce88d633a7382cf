# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests of the decisions file know of it: how it must look, and what was promised."""
import json
import os
import re

NAME = "claimdiff.decisions.jsonl"
ACK = re.compile(rb"ack ([0-9a-f]{16}) ([0-9]+)\n")


def read(data):
    """Returns {fingerprint: number}, or raises ValueError for a file that is not whole."""
    found = {}
    if data and not data.endswith(b"\n"):
        raise ValueError("torn: no end of line")
    for line in data.decode("utf-8").splitlines():
        record = json.loads(line)
        numbers = [int(past["reason"][2:]) for past in [record, *record.get("history", [])]]
        if numbers != sorted(numbers, reverse=True):
            raise ValueError(f"history out of order: {numbers}")
        found[record["fingerprint"]] = numbers[0]
    if list(found) != sorted(found) or len(found) != data.count(b"\n"):
        raise ValueError("not sorted, or one finding twice")
    return found


def acknowledged(output, promised):
    """Adds what the program printed as saved to {fingerprint: number}; returns how many that were."""
    acks = ACK.findall(output)
    for fingerprint, number in acks:
        promised[fingerprint.decode()] = int(number)
    return len(acks)


def complain(data, promised):
    """Yields what is wrong with the content @data after @promised was promised."""
    try:
        found = read(data)
    except ValueError as trouble:  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        yield f"corrupt: {trouble}"
        return
    for fingerprint, number in promised.items():
        if found.get(fingerprint, -1) < number:
            yield f"lost: {fingerprint} {number}, there is {found.get(fingerprint)}"


def load(folder):
    try:
        with open(os.path.join(folder, NAME), "rb") as stream:
            return stream.read()
    except FileNotFoundError:
        return b""
