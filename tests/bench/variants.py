# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Many articles out of few: copies of stories in which names, numbers, months and most longer words
differ, so that each copy is an event of its own, as in an archive that grows with the years. With the
words kept, copies would be taken for one wire text, which is cheap, or for one event, which is dear."""
import collections
import random
import re

MONTHS = ("January February March April May June July August September October November "
          "December").split()
SHORT = [month[:3] for month in MONTHS]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
KEPT = {*MONTHS, *SHORT, *DAYS, "I"}
FIRST_YEAR = 1960
N_MONTHS = 12
HEAD_LINES = 12

NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}\b")
ISO = re.compile(r"\b(?:19|20)\d\d-\d\d-(\d\d)")
DOTTED = re.compile(r"\b(\d\d?)([./])\d\d?\2(?:19|20)\d\d\b")
YEAR = re.compile(r"\b20[0-3]\d\b")
NUMBER = re.compile(r"(?<![\d:.,-])[1-9]\d{1,4}(?![\d:.,-]|th|st|nd|rd)")
WORD = re.compile(r"\b[a-z]{5,}\b")
BLOCK = 40  # words of about the same frequency, which may stand for each other
KEPT_SHARE = 0.2
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"


def other_name(name, rng):
    """A word of the same shape: vowels for vowels, consonants for consonants."""
    letters = [rng.choice(VOWELS if c in VOWELS else CONSONANTS) for c in name.lower()]
    return "".join(letters).capitalize()


def names_of(texts):
    found = {name for text in texts for name in NAME.findall(text)}
    return sorted(found - KEPT)


def rename(text, names):
    return re.sub(r"\b[A-Z][a-z]{2,}\b", lambda match: names.get(match[0], match[0]), text)


def move_month(text, copy):
    """Puts a text into month number @copy; days over 28 are not in every month."""
    month, year = copy % N_MONTHS, FIRST_YEAR + copy // N_MONTHS
    for words in (MONTHS, SHORT):
        pattern = r"\b(?:" + "|".join(words) + r")\b(?=\.? \d|,)|(?<=\d )(?:" + "|".join(
            words) + r")\b"
        text = re.sub(pattern, words[month], text)
    text = ISO.sub(lambda match: f"{year}-{month + 1:02}-{min(int(match[1]), 28):02}", text)
    text = DOTTED.sub(lambda match: match[1] + f"{match[2]}{month + 1:02}{match[2]}{year}", text)
    return YEAR.sub(str(year), text)


def ensure_date(text, copy):
    """An article without a date cannot be told from its copies of other months by time, as an article
    of an archive can."""
    head, _, rest = text.partition("\n")
    if any(YEAR.search(line) or ISO.search(line) for line in text.splitlines()[:HEAD_LINES]):
        return text
    return f"{head}\n14 {MONTHS[copy % N_MONTHS]} 2025\n{rest}"


def change_numbers(text, offset):
    return NUMBER.sub(lambda match: str(int(match[0]) + offset), text)


def vocabulary_of(stories):
    """The longer words of all stories, the most frequent first."""
    counts = collections.Counter(word for texts in stories for text in texts
                                 for word in WORD.findall(text))
    return sorted(counts, key=lambda word: (-counts[word], word))


def other_words(vocabulary, rng):
    """Puts other words of the same frequency in the place of most words."""
    changed = {}
    for start in range(0, len(vocabulary), BLOCK):
        block = vocabulary[start:start + BLOCK]
        moved = [word for word in block if rng.random() > KEPT_SHARE]
        changed.update(zip(moved, rng.sample(moved, len(moved))))
    return changed


def vary(texts, copy, vocabulary):
    """Copy number @copy of the texts of one story; the same number gives the same texts."""
    rng = random.Random(copy)
    words = other_words(vocabulary, rng)
    texts = [WORD.sub(lambda match: words.get(match[0], match[0]), text) for text in texts]
    names = {name: other_name(name, rng) for name in names_of(texts)}
    texts = [ensure_date(change_numbers(text, copy % 7), copy) for text in texts]
    return [rename(move_month(text, copy), names) for text in texts]
