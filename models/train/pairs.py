#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Rows of training for the pair model: from event packs, public NLI sets and minimal edits.

A row is (first, second, label, same, type): two texts as the program hands them over, the relation (index into
LABELS), whether they speak of one fact (1, 0; -1 where the source does not say) and how they clash (index into
TYPES; -1 where they do not, or nobody said). The program and this
file write the context in one way, see with_context().
"""
import datetime
import itertools
import json
import lzma
import os
import random
import re

import stories

LABELS = ["agreement", "contradiction", "update", "neutral"]
AGREEMENT, CONTRADICTION, UPDATE, NEUTRAL = range(4)
TYPES = ["number", "date", "place", "negation", "antonym", "status", "attribution", "modality", "order", "cause", "identity"]
UPDATE_TYPES = {"number": 0, "status": 5, "position": 5}
NLI_LABELS = {"entailment": AGREEMENT, "contradiction": CONTRADICTION, "neutral": NEUTRAL}
KEPT_EVENTS_A_FILE = 2  # the last ones of every pack measure, they never train
# One-sided or artificial sets, which would teach a shortcut: rows taken of each at most.
NLI_CAPS = {"wikifactcheck_negated": 3000, "fever_dev_supports_refutes": 6000, "help": 1500, "conjnli": 6000,
            "vitaminc/synthetic_train": 8000}
OPPOSED_SHARE = 0.8  # of the agreeing pairs, those also asked with an opposite
# Part of the pairs inside a fact that one pass takes; the disputes and updates all stand.
KEEP = {AGREEMENT: 0.7, NEUTRAL: 0.5}
SHORT = 60  # characters of a statement that is short
ONE_THING = 110  # characters of a statement that says one thing
# Sentences that lean on the one before them: alone they dispute nothing.
FRAGMENTS = ["The company rejects this.", "Villagers dispute that.", "It never did.", "She denied it.", "That is not true.",
             "He did not elaborate.", "Nobody knows why.", "That was wrong.", "No one came.", "They disagree.", "It was not.",
             "The ministry declined to comment.", "This was denied in Moscow.", "“Not at all,” he said.", "There was no answer.",
             "“It is a lie,” she said.", "Others tell it differently.", "The claim could not be verified.", "Nothing happened.",
             "But that is only half of the story.", "“We never said so.”", "Officials have not commented on this.", "Why?"]


def detokenise(text):
    """Undo Penn and wiki tokenising: brackets, quotes, spaces before punctuation."""
    for token, mark in (("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("-LCB-", "{"), ("-RCB-", "}"),
                        ("``", '"'), ("''", '"'), ("~", " ")):
        text = text.replace(token, mark)
    text = re.sub(r" ([,.;:?!%)\]])", r"\1", text)
    text = re.sub(r"([(\[$£€]) ", r"\1", text)
    text = re.sub(r" (n't|'s|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    return re.sub(r"\s+", " ", text).strip()


def days_apart(first, second):
    return (datetime.date.fromisoformat(second[:10]) - datetime.date.fromisoformat(first[:10])).days


def when_words(days):
    """How much later the second text was published; the program says the same words."""
    if days < 0:
        return ""
    if days < 1:
        return "same day"
    if days < 2:
        return "a day later"
    if days < 7:
        return f"{days} days later"
    return "a week later" if days < 14 else "weeks later" if days < 60 else "months later"


def with_context(text, holder, when=""):
    """"when | holder: text": the parts that are known; the speaker is no news where the text names him first."""
    head = f"{holder}: " if holder else ""
    return (f"{when} | " if when else "") + head + text


def load_events(folders):
    """(train, kept): the events of every pack of the folders, the last two of every .jsonl kept apart."""
    train, kept = [], []
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if name.endswith(".jsonl"):
                events = [json.loads(line) for line in open(path, encoding="utf-8")]
                train += events[:-KEPT_EVENTS_A_FILE]
                kept += events[-KEPT_EVENTS_A_FILE:]
            elif name.endswith(".txt"):
                train += read_compact(path)
    return train, kept


def read_compact(path):
    """The compact form of the packs of this folder (packs/README.md)."""
    events, event, fact = [], None, None
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line.startswith("#"):
            continue
        head, _, rest = line.partition(":")
        parts = [part.strip() for part in rest.split("|")]
        if head == "event":
            event = {"event": parts[0], "date": parts[2], "actors": [], "facts": []}
            events.append(event)
        elif head == "fact":
            fact = {"statements": [], "relations": []}
            event["facts"].append(fact)
        elif head == "rel":
            words = parts[0].split()
            fact["relations"].append({"camps": [int(words[0]), int(words[1])], "relation": words[2],
                                      "type": words[3] if len(words) > 3 else None})
        elif re.match(r"\d+ *\|", line):
            camp, published, outlet, holder, mode, text = [part.strip() for part in line.split("|", 5)]
            fact["statements"].append({"camp": int(camp), "published": published, "outlet": outlet, "holder": holder,
                                       "mode": mode, "text": text})
    return events


def statements(event):
    """Every statement of an event, told its fact."""
    return [dict(statement, fact=number) for number, fact in enumerate(event["facts"]) for statement in fact["statements"]]


def type_of(relation):
    if relation["relation"] == "contradiction":
        return TYPES.index(relation["type"])
    return UPDATE_TYPES[relation["type"]] if relation["relation"] == "update" else -1


def relation_of(event, a, b):
    """(label, same fact, type) of two statements of one event."""
    if a["fact"] != b["fact"]:
        return NEUTRAL, 0, -1
    if a["camp"] == b["camp"]:
        return AGREEMENT, 1, -1
    for relation in event["facts"][a["fact"]]["relations"]:
        if set(relation["camps"]) == {a["camp"], b["camp"]}:
            return LABELS.index(relation["relation"]), 1, type_of(relation)
    return NEUTRAL, 1, -1


def holder_of(statement):
    return "" if statement["holder"] == "outlet" else statement["holder"]


def as_row(a, b, label, same, kind=-1, rng=None):
    """Two statements as the model reads them, the earlier first; with rng, ties and context fall at random."""
    if a["published"][:10] > b["published"][:10] or (rng and a["published"][:10] == b["published"][:10] and rng.random() < 0.5):
        a, b = b, a
    when = when_words(days_apart(a["published"], b["published"]))
    first, second = holder_of(a), holder_of(b)
    if rng:
        when = when if rng.random() < 0.9 else ""
        first = first if rng.random() < 0.75 else ""
        second = second if rng.random() < 0.75 else ""
    return with_context(a["text"], first), with_context(b["text"], second, when), label, same, kind


NUMBER = re.compile(r"(?<![\w.,:-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w:]|[.,]\d)")
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def other_number(text, rng):
    value = float(text.replace(",", ""))
    if 1900 <= value <= 2100:
        return None
    while True:
        new = value * rng.choice([0.4, 0.6, 0.7, 0.8, 1.2, 1.3, 1.5, 2, 3]) if value > 9 else value + rng.choice([-3, -2, -1, 1, 2, 3, 4])
        new = round(new, 1) if "." in text else round(new)
        if new > 0 and new != value:
            return f"{new:,}" if "," in text else str(new)


def read_opposites(path=os.path.join(os.path.dirname(os.path.abspath(__file__)), "opposites.txt")):
    """{words: [opposites]} of opposites.txt, in both directions."""
    out = {}
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#") and line.strip():
            a, b = line.rstrip("\n").split("\t")
            out.setdefault(a, []).append(b)
            out.setdefault(b, []).append(a)
    return out


OPPOSITES = read_opposites()
OPPOSED = re.compile(r"(?<![\w-])(" + "|".join(sorted(map(re.escape, OPPOSITES), key=len, reverse=True)) + r")(?![\w-])")
HELPER = r"\b(is|was|are|were|has|have|had|will|would|can|could|should)"
AUXILIARY = re.compile(HELPER + r"(?! (?:not|never|no|nothing|been no)\b)(?= [a-z])")
DENIAL = re.compile(HELPER + r" not (?=[a-z])")
ASIDE = re.compile(r"\b(who|which|when|where|while|after|before|as|whose|also)\b|[\"“‘;:]")
DOUBLE_SIDED = re.compile(r"\b(not|no|never|nothing|nobody|none|neither|nor|without|only|whether|if|until|unless|den\w+|refus\w+)\b|n't")


def turned(a, b, rng):
    """b with a word that it shares with a turned into its opposite; (None, -1) where they share none, or b denies or doubts."""
    text = b["text"]
    shared = [m for m in OPPOSED.finditer(text) if re.search(r"(?<![\w-])" + re.escape(m.group(1)) + r"(?![\w-])", a["text"])]
    if not shared or DOUBLE_SIDED.search(text):
        return None, -1
    match = rng.choice(shared)
    return dict(b, text=text[:match.start()] + rng.choice(OPPOSITES[match.group(1)]) + text[match.end():]), TYPES.index("antonym")


def negated(text):
    """text denied at its one auxiliary, or with its one denial taken away; None where it has several, is long or quotes."""
    helpers, denials = list(AUXILIARY.finditer(text)), list(DENIAL.finditer(text))
    if len(text) >= ONE_THING or len(helpers) + len(denials) != 1 or ASIDE.search(text):
        return None
    if denials and len(DOUBLE_SIDED.findall(text)) == 1:
        return text[:denials[0].end(1)] + text[denials[0].end() - 1:]
    if helpers and not DOUBLE_SIDED.search(text):
        return text[:helpers[0].end()] + " not" + text[helpers[0].end():]
    return None


def opposed(a, b, rng):
    """Rows of a and b, which agree, with a word both have, or a negation, turned: against the other a clash, turned in both none."""
    changed, kind = turned(a, b, rng)
    if changed:
        yield as_row(a, changed, CONTRADICTION, 1, kind, rng)
    text, other = negated(b["text"]), negated(a["text"])
    if text and rng.random() < 0.5:
        yield as_row(a, dict(b, text=text), CONTRADICTION, 1, TYPES.index("negation"), rng)
    if text and other and rng.random() < 0.7:
        yield as_row(dict(a, text=other), dict(b, text=text), AGREEMENT, 1, -1, rng)


def edited(a, b, rng):
    """b with the one number, or weekday, that it shares with a changed; (None, -1) where they share none."""
    shared = [m for m in NUMBER.finditer(b["text"]) if re.search(r"(?<![\w.,])" + re.escape(m.group(1)) + r"(?![\w]|[.,]\d)", a["text"])]
    if shared:
        match = rng.choice(shared)
        new = other_number(match.group(1), rng)
        if new:
            return dict(b, text=b["text"][:match.start()] + new + b["text"][match.end():]), TYPES.index("number")
    days = [day for day in DAYS if day in a["text"] and day in b["text"]]
    if days:
        return dict(b, text=b["text"].replace(days[0], rng.choice([day for day in DAYS if day != days[0]]))), TYPES.index("date")
    return None, -1


def joined(a, event, rng, other):
    """a followed by a statement of a third fact: what is compared is often half of a long sentence."""
    rest = [s for s in event["all"] if s["fact"] not in (a["fact"], other["fact"]) and len(s["text"]) < 160]
    if not rest or len(a["text"]) > 200:
        return a
    more = rng.choice(rest)["text"]
    parts = (a["text"], more) if rng.random() < 0.5 else (more, a["text"])
    return dict(a, text=" ".join(parts))


def rests(event, rng):
    """Rows of every statement and statements of other facts: most of what two outlets write is about two things.

    Without many of these a model takes any two sentences of one event for one subject, and above all a short one
    ("Nobody knocked.") for an answer to everything.
    """
    every, near = event["all"], event["near"]
    for i, a in enumerate(every):
        n_random = 3 if len(a["text"]) < SHORT else 2
        for j in rng.sample(near[i], 1) + rng.sample(range(len(every)), min(n_random, len(every))):
            if every[j]["fact"] != a["fact"]:
                yield as_row(a, every[j], NEUTRAL, 0, -1, rng)
        if rng.random() < 0.2:
            words = rng.choice(FRAGMENTS)
            holder = a["holder"] if rng.random() < 0.3 else rng.choice(every)["holder"]
            yield as_row(a, dict(rng.choice(every), text=words, holder=holder), NEUTRAL, 0, -1, rng)


def insides(event, rng):
    """Rows of the pairs inside a fact: every dispute and update, and a part of the more common kinds."""
    every = event["all"]
    for i, a in enumerate(every):
        for b in every[i + 1:]:
            if b["fact"] != a["fact"]:
                continue
            label, same, kind = relation_of(event, a, b)
            if rng.random() < KEEP.get(label, 1):
                x = joined(a, event, rng, b) if rng.random() < 0.10 else a
                y = joined(b, event, rng, a) if rng.random() < 0.05 else b
                yield as_row(x, y, label, same, kind, rng)
            if label == AGREEMENT and rng.random() < 0.5:
                changed, kind = edited(a, b, rng)
                if changed:
                    yield as_row(a, changed, CONTRADICTION, 1, kind, rng)
            if label == AGREEMENT and rng.random() < OPPOSED_SHARE:
                yield from opposed(a, b, rng)


def pack_rows(events, rng, nearest):
    """One pass over the packs: labelled pairs, edits, joined sentences, and neutrals of other facts and events.

    nearest(texts, groups) gives for every text the indexes of those of other groups that it is most like.
    """
    rows = []
    for event in events:
        event["all"] = every = statements(event)
        event["near"] = nearest([s["text"] for s in every], [s["fact"] for s in every])
        rows += insides(event, rng)
        rows += rests(event, rng)
        stranger = rng.choice(events)
        if stranger is not event:
            others = statements(stranger)
            for a in rng.sample(every, min(10, len(every))):
                rows.append(as_row(a, rng.choice(others), NEUTRAL, 0, -1, rng))
    return rows


def as_statement(story, number, line, letter=""):
    """A line of a written story as a statement of a pack: held by whoever asserts the fact of that letter, or its first."""
    holders = [h for l, _, h in line.facts if not letter or l == letter] + [h for _, h in line.utterances if h]
    return {"text": line.text, "published": story.articles[number].published, "holder": holders[0] if holders else "outlet"}


def story_row(story, first, second, rng):
    (n, a), (m, b) = first, second
    shared = stories.between(story, a, b)
    relation, kind, letter = shared or ("neutral", "", "")
    kind = TYPES.index(kind) if relation == "contradiction" else UPDATE_TYPES.get(kind, -1) if relation == "update" else -1
    return as_row(as_statement(story, n, a, letter), as_statement(story, m, b, letter), LABELS.index(relation), int(shared is not None), kind, rng)


def story_rows(told, rng, nearest):
    """Rows of written stories: every pair of sentences that share a fact, and for each sentence those of other articles that are near it, and chance ones.

    Unlike the statements of packs these are what articles consist of, in the mix in which the program meets them.
    """
    rows = []
    for story in told:
        lines = story.rows()
        near = nearest([line.text for _, line in lines], [n for n, _ in lines])
        wanted = set()
        for i, (_, a) in enumerate(lines):
            wanted |= {(min(i, j), max(i, j)) for j in near[i] + rng.sample(range(len(lines)), 4) if j != i}
            wanted |= {(i, j) for j in range(i + 1, len(lines)) if stories.between(story, a, lines[j][1])}
        rows += [story_row(story, lines[i], lines[j], rng) for i, j in sorted(wanted)]
        rows += story_edits(story, lines, rng)
    return rows


def story_edits(story, lines, rng):
    """Rows of lines that state one fact alike, with a shared number, day or word of one of them changed."""
    for (n, a), (m, b) in itertools.combinations(lines, 2):
        shared = stories.between(story, a, b)
        if not shared or shared[0] != "agreement" or not shared[2] or len(a.facts) > 2 or len(b.facts) > 2:
            continue
        first, second = as_statement(story, n, a, shared[2]), as_statement(story, m, b, shared[2])
        for edit, share in ((edited, 0.5), (turned, 1)):
            changed, kind = edit(first, second, rng)
            if changed and rng.random() < share:
                yield as_row(first, changed, CONTRADICTION, 1, kind, rng)


def source_cap(source):
    return next((cap for name, cap in NLI_CAPS.items() if source.startswith(name)), None)


def nli_rows(path, rng):
    """The NLI rows, capped by source, detokenised; same-fact unknown."""
    by_source = {}
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["label"] in NLI_LABELS and row["premise"] and row["hypothesis"]:
                by_source.setdefault(row["source"], []).append(row)
    rows = []
    for source in sorted(by_source):
        group = by_source[source]
        rng.shuffle(group)
        for row in group[:source_cap(source)]:
            label = NLI_LABELS[row["label"]]
            rows.append((detokenise(row["premise"]), detokenise(row["hypothesis"]), label, -1, -1))
    rng.shuffle(rows)
    return rows
