# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Many articles out of few: copies of stories in which names, numbers and months differ, so that
each copy is an event of its own, as in an archive that grows with the years."""
import random
import re

MONTHS = ("January February March April May June July August September October November "
          "December").split()
SHORT = [month[:3] for month in MONTHS]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
KEPT = {*MONTHS, *SHORT, *DAYS, "I"}
FIRST_YEAR = 1960
N_MONTHS = 12

NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}\b")
ISO = re.compile(r"\b(?:19|20)\d\d-\d\d-(\d\d)")
DOTTED = re.compile(r"\b(\d\d?)([./])\d\d?\2(?:19|20)\d\d\b")
YEAR = re.compile(r"\b20[0-3]\d\b")
NUMBER = re.compile(r"(?<![\d:.,-])[1-9]\d{1,4}(?![\d:.,-]|th|st|nd|rd)")
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


def change_numbers(text, offset):
    return NUMBER.sub(lambda match: str(int(match[0]) + offset), text)


def vary(texts, copy):
    """Copy number @copy of the texts of one story; the same number gives the same texts."""
    rng = random.Random(copy)
    names = {name: other_name(name, rng) for name in names_of(texts)}
    return [rename(move_month(change_numbers(text, copy % 7), copy), names) for text in texts]
