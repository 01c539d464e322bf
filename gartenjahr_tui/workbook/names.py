"""Names of people, as somebody at the desk writes them: „Müller, Anna“, „Dr. Anna von Müller“.

And their addresses, as on an envelope.
"""

from __future__ import annotations

import re
from itertools import pairwise

from gartenjahr_tui.text import one_line

TITLES = frozenset({"dr.", "prof.", "prof", "dr", "dipl.-ing.", "mag.", "pfr.", "pfarrer"})
PREFIXES = frozenset({"frau", "herr"})
"""Words before a name, lower case."""

PARTICLES = frozenset({"von", "van", "zu", "zum", "zur", "de", "den", "del", "di", "da"})
AFTER_PARTICLE = frozenset({"der", "dem", "den", "la"})
"""Small words within a family name; those of the second kind only behind one of the first."""

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
"""A remark behind a name, in brackets."""

_TOWN = re.compile(r"(?:D-)?(\d{5})\s+(\S.*)")
"""Post code and town."""


def without_remark(name: str) -> str:
    """A name on one line, without a remark in brackets behind it: „M. Lavendel (Vertretung)“."""
    line = one_line(name)
    return _REMARK.sub("", line) or line


def turned(name: str) -> str:
    """First name first: „Müller, Anna“ as „Anna Müller“."""
    family, _, given = name.partition(", ")
    return f"{given} {family}".strip()


def bare(name: str) -> str:
    """A name without a remark, first name first.

    With several words behind the comma it is more likely a place than a person, and stays.
    """
    name = without_remark(name)
    given = name.partition(", ")[2]
    return turned(name) if given and " " not in given else name


def is_personal(name: str) -> bool:
    """Whether a name is that of a person, not of a role or group: „Anna von Müller“."""
    words = bare(name).split()
    if not 2 <= len(words) <= 6 or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    for before, word in pairwise(words):
        small = word in PARTICLES or (word in AFTER_PARTICLE and before in PARTICLES)
        if not (word[0].isupper() or small):
            return False
    return True


def name_parts(name: str) -> tuple[str, str, str]:
    """Family name, given names and titles of „Müller, Anna“ or „Dr. Anna von Müller“.

    A single word is a family name.
    """
    family, comma, given = name.partition(",")
    if comma:
        titles, words = _titles(given.split())
        return family.strip(), " ".join(words), titles
    titles, words = _titles(name.split())
    start = max(len(words) - 1, 0)
    while start > 1 and words[start - 1].casefold() in PARTICLES | AFTER_PARTICLE:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start]), titles


def _titles(words: list[str]) -> tuple[str, list[str]]:
    """What stands before a name, and the rest; the last word is always part of the name."""
    number = 0
    while number < len(words) - 1 and words[number].casefold() in TITLES | PREFIXES:
        number += 1
    return " ".join(words[:number]), words[number:]


def address_parts(address: str) -> tuple[str, str, str]:
    """Street, post code and town of an address as it is written on an envelope.

    What cannot be told apart stays in the first part; nothing is lost.
    """
    parts = re.split(r"\n|,\s*(?=(?:D-)?\d{5}\s)", address)
    lines = list(filter(None, map(str.strip, parts)))
    for number, line in enumerate(lines):
        if found := _TOWN.fullmatch(line):
            rest = lines[:number] + lines[number + 1 :]
            return ", ".join(rest), found[1], found[2]
    return ", ".join(lines), "", ""
