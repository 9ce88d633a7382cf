#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Written stories (stories/README.md): whole articles of several outlets on one invented event, told sentence by sentence what they state.

usage: stories.py check FILE…          counts, and what is wrong; exit status 1 when something is
       stories.py folders OUT FILE…    a folder a story: its articles as JSON and gold.json, in the form that story-votes.py reads

pairs.py makes rows of training of those in stories/train; those in stories/fit never train, they fit the weights of the judge.
"""
import collections
import itertools
import json
import os
import re
import sys

TYPES = {"contradiction": "number date place negation antonym status attribution modality order cause identity".split(),
         "update": "number status position".split(), "neutral": [""], "agreement": [""]}
MAX_LINE = 420  # characters of one sentence; more are likely two
HEAD = re.compile(r"(story|fact|camp|rel|article|title) ?([a-z]?\d*):\s*(.*)$")
TAG = re.compile(r"([a-z])(\d+)(?:@(.+))?$")

Line = collections.namedtuple("Line", "text facts utterances paragraph")
Fact = collections.namedtuple("Fact", "title camps relations")
Article = collections.namedtuple("Article", "outlet published lines")


class Story:
    """name; facts: {letter: Fact}; articles: [Article], the first line of each its headline; problems: [text]."""

    def __init__(self, path):
        self.path, self.name, self.facts, self.articles, self.problems = path, "", {}, [], []
        self.paragraph = 0
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                self.take(line.strip())

    def take(self, line):
        match = HEAD.match(line)
        if not line:
            self.paragraph += 1
        elif match:
            getattr(self, "take_" + match.group(1))(match.group(2), match.group(3))
        elif not line.startswith("#"):
            self.take_line(line)

    def take_story(self, _, text):
        self.name = text.split("|")[0].strip()

    def take_fact(self, letter, title):
        self.facts[letter] = Fact(title, {}, {})

    def take_camp(self, tag, title):
        self.facts[tag[0]].camps[int(tag[1:])] = title

    def take_rel(self, letter, text):
        for part in filter(None, (p.strip() for p in text.split(";"))):
            a, b, relation, *kind = part.split()
            kind = kind[0] if kind else ""
            if kind not in TYPES.get(relation, []):
                self.problems.append(f"relation not understood: {part}")
            else:
                self.facts[letter].relations[tuple(sorted((int(a), int(b))))] = (relation, kind)

    def take_article(self, _, text):
        outlet, published, *_ = (part.strip() for part in text.split("|"))
        self.articles.append(Article(outlet, published, []))

    def take_title(self, _, text):
        self.paragraph += 1
        self.take_line(text)
        self.paragraph += 1

    def take_line(self, line):
        match = re.match(r"(.*?)\s*\{([^{}]*)\}$", line)
        if not match:
            self.problems.append(f"no tags: {line[:60]}")
            return
        facts, utterances = [], []
        for tag in filter(None, (t.strip() for t in match.group(2).split(";"))):
            m = TAG.match(tag)
            if not m:
                self.problems.append(f"tag not understood: {tag}")
            elif m.group(1) == "q":
                utterances.append((m.group(2), m.group(3) or ""))
            else:
                facts.append((m.group(1), int(m.group(2)), m.group(3) or "outlet"))
        self.articles[-1].lines.append(Line(match.group(1), facts, utterances, self.paragraph))

    def relation(self, letter, a, b):
        """(relation, type) of two camps of a fact."""
        return ("agreement", "") if a == b else self.facts[letter].relations.get((min(a, b), max(a, b)), ("neutral", ""))

    def rows(self):
        """(article number, line) of all sentences."""
        return [(n, line) for n, article in enumerate(self.articles) for line in article.lines]


def load(folders):
    """The stories of every .txt of the folders."""
    return [Story(os.path.join(folder, name)) for folder in folders for name in sorted(os.listdir(folder)) if name.endswith(".txt")]


def between(story, a, b):
    """How two lines stand to each other: (relation, type, letter of the fact), the gravest of what they share; None where they share nothing."""
    shared = [(*story.relation(x[0], x[1], y[1]), x[0]) for x in a.facts for y in b.facts if x[0] == y[0]]
    if {name for name, _ in a.utterances} & {name for name, _ in b.utterances}:
        shared.append(("agreement", "", ""))
    return min(shared, key=lambda r: ["contradiction", "update", "agreement", "neutral"].index(r[0]), default=None)


def check(story):
    found = list(story.problems)
    used, told = set(), collections.defaultdict(set)
    for n, line in story.rows():
        used |= {fact[:2] for fact in line.facts}
        for name, _ in line.utterances:
            told[name].add(n)
        if len(line.text) > MAX_LINE:
            found.append(f"more than one sentence? {line.text[:60]}")
    camps = {(letter, camp) for letter, fact in story.facts.items() for camp in fact.camps}
    found += [f"camp {letter}{camp} is not declared" for letter, camp in sorted(used - camps)]
    found += [f"camp {letter}{camp} stands nowhere" for letter, camp in sorted(camps - used)]
    for letter, fact in story.facts.items():
        found += [f"fact {letter}: no relation of {a} and {b}" for a, b in itertools.combinations(sorted(fact.camps), 2)
                  if (a, b) not in fact.relations]
    found += [f"utterance q{name} stands in one article only" for name, where in sorted(told.items()) if len(where) < 2]
    found += [f"date of {a.outlet}" for a in story.articles if not re.match(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?$", a.published)]
    return found


def file_of(article, number):
    return f"{number + 1:02d}_{re.sub('[^a-z0-9]+', '-', article.outlet.lower()).strip('-')}.json"


def write_article(path, article):
    paragraphs = [" ".join(line.text for line in group) for _, group in itertools.groupby(article.lines[1:], lambda line: line.paragraph)]
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": article.lines[0].text, "datePublished": article.published,
            "inLanguage": "en", "publisher": {"@type": "Organization", "name": article.outlet}, "articleBody": "\n\n".join(paragraphs)}
    with open(path, "w", encoding="utf-8") as out:
        json.dump(data, out, ensure_ascii=False, indent=1)


def gold_of(story):
    """What is to be found: a finding for every two camps that clash or replace each other."""
    files = [file_of(article, n) for n, article in enumerate(story.articles)]
    camps, utterances = collections.defaultdict(list), collections.defaultdict(list)
    for n, line in story.rows():
        for letter, camp, holder in line.facts:
            camps[letter, camp].append({"file": files[n], "text": line.text, "holder": holder, "camp": camp})
        for name, holder in line.utterances:
            utterances[name].append({"file": files[n], "text": line.text, "holder": holder})
    gold = {"story": story.name, "findings": [], "agreements": [], "traps": [],
            "articles": [{"file": files[n], "outlet": a.outlet, "published": a.published, "title": a.lines[0].text, "boilerplate": []}
                         for n, a in enumerate(story.articles)]}
    for letter, fact in story.facts.items():
        for (a, b), (relation, kind) in sorted(fact.relations.items()):
            entry = {"id": f"{letter}{a}{b}", "sides": camps[letter, a] + camps[letter, b], "why": fact.title}
            if relation in ("contradiction", "update"):
                gold["findings"].append(dict(entry, kind=relation, type=kind, level="must", relation=""))
            else:
                gold["agreements" if relation == "agreement" else "traps"].append(entry)
        for camp in fact.camps:
            sides = [dict(side, camp=k) for k, side in enumerate(camps[letter, camp])]
            if len({side["file"] for side in sides}) > 1:
                gold["agreements"].append({"id": f"{letter}{camp}", "sides": sides, "why": fact.camps[camp]})
    gold["findings"] += [{"id": "q" + name, "kind": "wording", "type": "quote", "level": "must", "relation": "", "sides": sides, "why": ""}
                         for name, sides in utterances.items()]
    return gold


def write_folder(out, story):
    folder = os.path.join(out, story.name)
    os.makedirs(folder, exist_ok=True)
    for n, article in enumerate(story.articles):
        write_article(os.path.join(folder, file_of(article, n)), article)
    with open(os.path.join(folder, "gold.json"), "w", encoding="utf-8") as gold:
        json.dump(gold_of(story), gold, ensure_ascii=False, indent=1)


def main():
    command, *rest = sys.argv[1:] or ["help"]
    if command == "check" and rest:
        wrong = 0
        for path in rest:
            story = Story(path)
            found = check(story)
            wrong += len(found)
            counts = collections.Counter(r for fact in story.facts.values() for r, _ in fact.relations.values())
            print(f"{path}: {len(story.articles)} articles, {len(story.rows())} sentences, {len(story.facts)} facts, {dict(sorted(counts.items()))}")
            print("".join(f"   {text}\n" for text in found), end="")
        sys.exit(1 if wrong else 0)
    if command == "folders" and len(rest) > 1:
        for path in rest[1:]:
            write_folder(rest[0], Story(path))
        return
    sys.exit(__doc__)


if __name__ == "__main__":
    main()
