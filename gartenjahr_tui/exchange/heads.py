"""Says what columns are called by the programs and offices that write lists, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from gartenjahr_tui.text import folded
from gartenjahr_tui.words.imports import FieldsWords
from gartenjahr_tui.words.imports import HeadsWords as words

OUT = ""
"""Stands for a column that stays out."""

FIELDS = tuple(FieldsWords.LABELS)
"""Where a column can go."""

Matching = tuple[str, ...]
"""The field of each column, in their order."""

_PRIVATE = ("privat", "mobil")
_OFFICIAL = ("dienst", "geschaeft", "buero", "beruf", "arbeit", "firmen")
"""How a word begins that tells a private number, or an official one, beside those the words
list."""

_PEOPLE = frozenset({"vorname", "nachname", "leitung"})
_ABOUT = (
    re.compile(r" (?:1|(?:der|des|im) (?:schule|kita|einrichtung|dienststelle|vereins?))$"),
    re.compile(r" (?:geschaeftl(?:ich)?|dienstl(?:ich)?|beruflich|buero|arbeit)$"),
    re.compile(r"^(?:kontakt|kontaktperson|ansprechpersone?|ansprechpartner(?:in)?) (?!privat)"),
)
"""What only says whom a head is about: „Ansprechperson der Schule“, „PLZ geschäftlich“."""

_NUMBER = re.compile(r"[+(]?\d[\d\s()/.-]{2,}")


def key(head: str) -> str:
    """A head without what programs write differently: case, signs, umlauts."""
    return " ".join(re.findall(r"[a-z0-9]+", folded(head)))


@cache
def _fields() -> dict[str, str]:
    return {key(name): field for field, names in words.KNOWN.items() for name in names}


def _field(name: str) -> str:
    """The field a key means, by itself or without what only says whom it is about."""
    for about in ("", *_ABOUT):
        name = re.sub(about, "", name)
        if found := _fields().get(name):
            return found
    return OUT


@cache
def _weak() -> dict[str, str]:
    return {key(name): field for field, names in words.WEAK.items() for name in names}


@cache
def _kinds() -> dict[str, str]:
    found = words.OF_ORGANISATIONS
    return {key(name): kind for kind, names in found.items() for name in names}


@cache
def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(key, names))


def is_private(label: str) -> bool:
    """Whether a name of a number says that it is no official one."""
    if is_official(label):
        return False
    found = re.findall(r"[a-z]+", folded(label))
    return any(word in words.PRIVATE or word.startswith(_PRIVATE) for word in found)


def is_official(label: str) -> bool:
    """Whether a name of a number says that it is an official one."""
    found = re.findall(r"[a-z]+", folded(label))
    return any(word in words.OFFICIAL or word.startswith(_OFFICIAL) for word in found)


def proposal(heads: Sequence[str]) -> Matching:
    """What the columns mean by what they are called."""
    keys = list(map(key, heads))
    fields = list(map(_field, keys))
    if not _keys(words.OUTLOOK).isdisjoint(keys):
        out = _keys(words.OUTLOOK_OUT)
        fields = [OUT if name in out else field for name, field in zip(keys, fields, strict=True)]
    else:
        _take_weak(keys, fields)
    if "privat" in fields and "vorname" not in fields:
        fields = [OUT if field == "privat" else field for field in fields]
    if "vorname" in fields and "nachname" not in fields and "name" in fields:
        fields[fields.index("name")] = "nachname"  # „Name; Vorname“
    if "vorname" in fields and "nachname" in fields:
        fields = ["ersatzname" if field == "name" else field for field in fields]
    if "ersatzname" in fields and not {"name", "vorname", "nachname"}.intersection(fields):
        fields[fields.index("ersatzname")] = "name"
    if _lists_organisations(keys, fields):
        fields[fields.index("name")] = "organisation"
        fields = [
            OUT if name in _weak() and field == "organisation" else field
            for name, field in zip(keys, fields, strict=True)
        ]
    title = key(words.ENGLISH_TITLE)
    meant = "titel" if "vorname" in fields else "funktion"
    return tuple(
        meant if name == title else field for name, field in zip(keys, fields, strict=True)
    )


def _take_weak(keys: Sequence[str], fields: list[str]) -> None:
    """Let a head that means several things say what no other says."""
    there = set(fields)
    for place, name in enumerate(keys):
        field = _weak().get(name, OUT)
        if field and field not in there and not (name == "partner" and "vorname" in there):
            fields[place] = field


def _lists_organisations(keys: Sequence[str], fields: Sequence[str]) -> bool:
    """Whether „Name“ is that of an organisation, by what stands in the columns beside it."""
    if "name" not in fields or {"vorname", "nachname"}.intersection(fields):
        return False
    strong = {
        field
        for name, field in zip(keys, fields, strict=True)
        if not (field == "organisation" and name in _weak())
    }
    if "organisation" in strong:
        return False
    return bool({"leitung", "art"} & strong) or any(name in _kinds() for name in keys)


def implied_kind(heads: Sequence[str]) -> str:
    """The kind of partner that all rows of a list are by its heads; empty for none or several."""
    found = {_kinds().get(key(head), "") for head in heads} - {""}
    return found.pop() if len(found) == 1 else ""


# The row of the heads


def heads_known(cells: Sequence[str]) -> int:
    """How many cells of a row are names of columns, as far as anybody knows."""
    return sum(bool(_field(key(cell))) or key(cell) in _weak() for cell in cells if cell)


def is_aside(cells: Sequence[str], heads: Sequence[str]) -> bool:
    """Whether a row of a table speaks of nobody: the heads once more, a heading, a sum."""
    filled = [(cell, head) for cell, head in zip(cells, heads, strict=True) if cell]
    if not filled or len(heads) < 2:
        return False
    if not any(sign.isalnum() for cell, _ in filled for sign in cell):
        return True  # a line that is drawn
    first = key(filled[0][0][:200])
    if first in words.SUMS:
        return True
    if len(filled) > 1:
        return all(folded(cell) == folded(head) for cell, head in filled)
    is_sum = first.partition(" ")[0] in (*words.SUMS, "stand") and any(map(str.isdigit, first))
    return is_sum or first.endswith(words.SECTION_ENDINGS)


def is_data(cells: Sequence[str]) -> bool:
    """Whether a row speaks of somebody: it has an address or a number in it."""
    return any("@" in cell or bool(_NUMBER.fullmatch(cell)) for cell in cells)
