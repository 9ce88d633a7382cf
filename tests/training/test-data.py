# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the model is trained on: every written story and event pack is well formed, and a mistake in one is told.

usage: test-data.py FOLDER    (models/train)
"""
import contextlib
import glob
import importlib.util
import io
import os
import random
import re
import sys
import tempfile

FOLDER = sys.argv[1]
sys.path.insert(0, FOLDER)
import pairs  # noqa: E402
import stories  # noqa: E402

STORY = """story: quay-lights | local
fact a: the number of lamps
camp a1: twelve
camp a2: nine
camp a3: fifteen, a week later
rel a: 1 2 contradiction number; 1 3 update number; 2 3 neutral
fact b: the place
camp b1: Quay Street
article: Quay Post | 2025-03-01 | local
title: Lamps for Quay Street {b1}
The council bought twelve lamps. {a1@council; q1@mayor}

Nobody was asked. {}
article: Pier Times | 2025-03-08T10:00 | broadsheet
title: Nine lamps for a street {a2}
There are fifteen now on Quay Street. {a3; b1}
"It will be bright," the mayor said. {q1@mayor}
"""
MISTAKES = {
    "a relation left out": ("1 3 update number; ", "", "fact a: no relation of 1 and 3"),
    "a type that is none": ("contradiction number", "contradiction colour", "relation not understood"),
    "a camp nobody states": ("{a2}", "{}", "camp a2 stands nowhere"),
    "a camp not declared": ("{a2}", "{a4}", "camp a4 is not declared"),
    "a line without tags": ("asked. {}", "asked.", "no tags"),
    "an utterance told once": ("{a1@council; q1@mayor}", "{a1@council}", "utterance q1 stands in one article only"),
    "a date that is none": ("2025-03-01 |", "1 March |", "date of Quay Post"),
}


def story_of(text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        return stories.Story(file.name)


def all_stories():
    return [stories.Story(path) for path in sorted(glob.glob(os.path.join(FOLDER, "stories", "*", "*.txt")))]


def clean_stories():
    told = all_stories()
    if len(told) < 20:
        yield f"only {len(told)} stories were found"
    for story in told:
        yield from (f"{story.path}: {text}" for text in stories.check(story))


def one_folder_each():
    names = [story.name for story in all_stories()]
    yield from (f"{name} stands twice: what fits the weights must not train" for name in sorted(set(names)) if names.count(name) > 1)


def mistakes_are_told():
    if stories.check(story_of(STORY)):
        yield f"the sound story: {stories.check(story_of(STORY))}"
    for name, (old, new, words) in MISTAKES.items():
        if old not in STORY:
            yield f"{name}: nothing was changed"
        found = stories.check(story_of(STORY.replace(old, new)))
        if not any(words in text for text in found):
            yield f"{name}: told {found}"


def relations():
    story = story_of(STORY)
    lines = [line for _, line in story.rows()]
    for first, second, wanted in ((1, 3, "contradiction"), (1, 4, "update"), (3, 4, "neutral"), (0, 4, "agreement"), (1, 5, "agreement"), (2, 3, None)):
        found = stories.between(story, lines[first], lines[second])
        if (found and found[0]) != wanted:
            yield f"lines {first} and {second}: {found}, not {wanted}"


def rows_of_training():
    story = story_of(STORY)
    rows = pairs.story_rows([story], random.Random(1), lambda texts, groups: [[(i + 1) % len(texts)] for i in range(len(texts))])
    if not any(row[2] == pairs.CONTRADICTION and row[4] == pairs.TYPES.index("number") for row in rows):
        yield "no row of the dispute"
    if not any(row[2] == pairs.NEUTRAL and row[3] == 0 for row in rows):
        yield "no row of two things"
    if not any(row[1].startswith("a week later | ") for row in rows):
        yield "the later text is not told how much later it is"


def said(text):
    return {"text": text, "published": "2025-03-01", "holder": "outlet"}


# (a, b, the words of b that must go, what they may become): b is edited where it shares them with a.
EDITS = {
    "edited": [("The council bought 12 lamps.", "Some 12 lamps stand there.", "12", r"Some \d+ lamps stand there\.", "number"),
               ("The lamps came on Monday.", "They arrived on Monday.", "Monday", r"They arrived on \w+day\.", "date"),
               ("The council bought 12 lamps.", "Some 14 lamps stand there.", None, None, None),
               ("It was so in 2019.", "That was in 2019.", None, None, None)],
    "turned": [("Sales rose in May.", "They rose again.", "rose", r"They \w+ again\.", "antonym"),
               ("Sales rose in May.", "They climbed again.", None, None, None),
               ("Sales rose in May.", "Nobody knows whether they rose.", None, None, None)]}
DENIALS = [("The lamps were bought.", "The lamps were not bought."), ("The lamps were not bought.", "The lamps were bought."),
           ("The lamps, which were bought, have been lit.", None), ("The mayor denied that lamps were bought.", None)]


def minimal_edits():
    for name, rows in EDITS.items():
        for a, b, gone, form, kind in rows:
            changed, found = getattr(pairs, name)(said(a), said(b), random.Random(1))
            if gone is None and (changed, found) != (None, -1):
                yield f"{name}: {b} became {changed}"
            if gone and (not changed or gone in changed["text"] or not re.fullmatch(form, changed["text"]) or pairs.TYPES[found] != kind):
                yield f"{name}: {b} became {changed}, {found}"
    yield from (f"denied: {text} became {pairs.negated(text)}" for text, wanted in DENIALS if pairs.negated(text) != wanted)


def opposites_go_both_ways():
    yield from (f"{a} has the opposite {b}, which has not {a}" for a, words in pairs.OPPOSITES.items() for b in words if a not in pairs.OPPOSITES[b])
    if len(pairs.OPPOSITES) < 50:
        yield f"only {len(pairs.OPPOSITES)} words have an opposite"


def edits_of_a_story():
    """Where two lines state one camp with a shared number, some rows dispute it; a line of three facts is left alone."""
    text = STORY.replace("There are fifteen now on Quay Street. {a3; b1}", "Of 12 lamps all shine. {a1}").replace("bought twelve", "bought 12")
    for tags, wanted in (("{a1@council; q1@mayor}", True), ("{a1; b1; a3}", False)):
        story = story_of(text.replace("{a1@council; q1@mayor}", tags))
        rows = [row for seed in range(8) for row in pairs.story_edits(story, story.rows(), random.Random(seed))]
        if bool(rows) != wanted or any(row[2] != pairs.CONTRADICTION for row in rows):
            yield f"{tags}: {rows}"


def gold():
    found = stories.gold_of(story_of(STORY))
    kinds = sorted(f["kind"] for f in found["findings"])
    if kinds != ["contradiction", "update", "wording"] or len(found["traps"]) != 1 or len(found["agreements"]) != 1:
        yield f"findings {kinds}, {len(found['traps'])} traps, {len(found['agreements'])} agreements"
    if any(not side["file"].endswith((".json")) for f in found["findings"] for side in f["sides"]):
        yield "a side without its file"


def packs():
    spec = importlib.util.spec_from_file_location("check", os.path.join(FOLDER, "packs", "check.py"))
    check = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(check)
    paths = sorted(glob.glob(os.path.join(FOLDER, "packs", "*.txt")))
    for path in paths:
        reader = check.Reader(path)
        with contextlib.redirect_stdout(io.StringIO()):
            reader.read()
        yield from reader.errors
    if not paths:
        yield "no pack was found"


CASES = [clean_stories, one_folder_each, mistakes_are_told, relations, rows_of_training, minimal_edits, opposites_go_both_ways, edits_of_a_story, gold, packs]


def main():
    print(f"1..{len(CASES)}")
    for number, case in enumerate(CASES, 1):
        complaints = list(case())
        print(f"{'not ok' if complaints else 'ok'} {number} - {case.__name__}")
        print("".join(f"# {text}\n" for text in complaints), end="")


if __name__ == "__main__":
    main()
