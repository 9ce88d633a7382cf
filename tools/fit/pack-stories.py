#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Turn the kept events of event packs into stories: articles an outlet and day, and their gold.json.

usage: pack-stories.py OUT PACKS…    (folders of .jsonl packs; the last two events of each file are kept from training)

What story-votes.py prints of them is read by fit-levels.py beside the development stories, which are few, and which
the rules know too well to tell what a model adds.
"""
import collections
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "models", "train"))
import pairs


def name_of(statement):
    outlet = "".join(c for c in statement["outlet"].lower() if c.isalnum())
    return f"{statement['published'][:10]}-{outlet}.json"


def write_article(path, rows):
    article = {"@context": "https://schema.org", "@type": "NewsArticle",
               "datePublished": rows[0]["published"], "inLanguage": "en", "publisher": {"@type": "Organization", "name": rows[0]["outlet"]},
               "articleBody": "\n\n".join(row["text"] for row in rows)}
    with open(path, "w", encoding="utf-8") as out:
        json.dump(article, out, ensure_ascii=False, indent=1)


def side(statement):
    return {"file": name_of(statement), "text": statement["text"], "camp": statement["camp"]}


def gold_of(event, files):
    gold = {"articles": [{"file": file} for file in files], "findings": [], "traps": [], "agreements": []}
    for fact in event["facts"]:
        camps = collections.defaultdict(list)
        for statement in fact["statements"]:
            camps[statement["camp"]].append(side(statement))
        for members in camps.values():
            if len(members) > 1:
                gold["agreements"].append({"sides": [dict(s, camp=k) for k, s in enumerate(members)]})
        for relation in fact["relations"]:
            sides = [s for camp in relation["camps"] for s in camps[camp]]
            name = relation["relation"]
            if name in ("contradiction", "update"):
                gold["findings"].append({"kind": name, "type": relation["type"], "sides": sides})
            else:
                gold["agreements" if name == "agreement" else "traps"].append({"sides": sides})
    return gold


def main():
    out, *packs = sys.argv[1:]
    for event in pairs.load_events(packs)[1]:
        folder = os.path.join(out, event["event"])
        os.makedirs(folder, exist_ok=True)
        articles = collections.defaultdict(list)
        for fact in event["facts"]:
            for statement in fact["statements"]:
                articles[name_of(statement)].append(statement)
        for name, rows in sorted(articles.items()):
            write_article(os.path.join(folder, name), sorted(rows, key=lambda row: row["published"]))
        with open(os.path.join(folder, "gold.json"), "w", encoding="utf-8") as gold:
            json.dump(gold_of(event, sorted(articles)), gold, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
