"""Says what the columns of a file mean: which of them is the name, which the telephone.

A proposal knows what Outlook, Google, Thunderbird and German lists call them; what the person
chose for a set of heads is kept in the garden and taken the next time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from gartenjahr_tui.exchange.incoming import VCARD, Incoming, SourceRow, is_private
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.words.imports import FieldsWords, HeadsWords

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

OUT = ""
"""Stands for a column that stays out."""

FIELDS = tuple(FieldsWords.LABELS)
"""Where a column can go."""

NAMING = frozenset({"name", "vorname", "nachname", "organisation"})
"""One of these is needed."""

SETTING = "import.columns"
"""Key of the setting: set of heads → head → field."""

MOST_KEPT = 30
"""Sets of heads that are remembered."""

_JOINED = {"strasse": "\n", "funktion": ", "}
"""Fields several columns go into together; of others the first one counts that says something."""

Matching = tuple[str, ...]
"""The field of each column, in their order."""


@dataclass(frozen=True)
class Understood:
    """What the row that begins in a line says of a person or an organisation; texts may be empty.

    The address is in lines, as on an envelope.
    """

    line: int
    name: str
    organisation: str
    funktion: str
    mail: str
    telefon: str
    anschrift: str
    web: str


# Proposing


def proposal(heads: Sequence[str]) -> Matching:
    """What the columns mean by what they are called."""
    fields = [_known().get(_key(head), OUT) for head in heads]
    if "vorname" in fields and "nachname" not in fields and "name" in fields:
        fields[fields.index("name")] = "nachname"  # „Name; Vorname“
    if "vorname" in fields and "nachname" in fields:
        fields = [OUT if field == "name" else field for field in fields]
    title = _key(HeadsWords.ENGLISH_TITLE)
    meant = "titel" if "vorname" in fields else "funktion"
    return tuple(
        meant if _key(head) == title else field for head, field in zip(heads, fields, strict=True)
    )


@cache
def _known() -> dict[str, str]:
    return {_key(name): field for field, names in HeadsWords.KNOWN.items() for name in names}


def _key(head: str) -> str:
    """A head without what programs write differently: case, signs, umlauts."""
    return " ".join(re.findall(r"[a-z0-9]+", folded(head)))


def has_name(matching: Matching) -> bool:
    """Whether it is said where the names are."""
    return bool(NAMING.intersection(matching))


def field_of(text: str) -> str | None:
    """The field that is meant by its label or id; None when there is none of that name."""
    wanted = folded(text)
    if wanted in map(folded, FieldsWords.OUT_WORDS):
        return OUT
    named = {folded(label): id for id, label in FieldsWords.LABELS.items()}
    return named.get(wanted) or (wanted if wanted in FIELDS else None)


def label_of(field: str) -> str:
    """What a field is called."""
    return FieldsWords.LABELS.get(field, FieldsWords.OUT)


# Remembering


def chosen(book: Workbook, heads: Sequence[str]) -> Matching:
    """What was chosen for these heads before, or else the proposal."""
    kept = _kept(book).get(_fingerprint(heads))
    if kept is None:
        return proposal(heads)
    fields = (kept.get(head, OUT) for head in heads)
    return tuple(field if field in FIELDS else OUT for field in fields)


def remember(book: Workbook, heads: Sequence[str], matching: Matching) -> None:
    """Keep what was chosen; nothing is kept of what the proposal says anyway."""
    kept = _kept(book)
    former = kept.pop(_fingerprint(heads), None)
    if matching != proposal(heads):
        named = zip(heads, matching, strict=True)
        kept[_fingerprint(heads)] = {head: field for head, field in named if field}
    elif former is None:
        return
    book.remember(SETTING, dict(list(kept.items())[-MOST_KEPT:]), common=True)


def _kept(book: Workbook) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = book.common(SETTING, {str: {str: str}})
    return found


def _fingerprint(heads: Sequence[str]) -> str:
    return sha256("\n".join(heads).encode()).hexdigest()[:16]


# Understanding


def records(incoming: Incoming, matching: Matching) -> Iterator[Understood]:
    """What the rows of a file say."""
    columns = {field: [i for i, given in enumerate(matching) if given == field] for field in FIELDS}
    labels = _label_columns(incoming) if incoming.encoding != VCARD else {}
    for row in incoming.rows:
        said = {
            field: _JOINED.get(field, "\n").join(_texts(row, found, labels, field))
            for field, found in columns.items()
            if found
        }
        yield _record(row.line, said)


def _texts(row: SourceRow, columns: list[int], labels: Mapping[int, int], field: str) -> list[str]:
    """What a row says for a field; the numbers that are marked as private are left out."""
    texts = []
    for column in columns:
        text, label = row.cells[column], labels.get(column)
        if text and not (label is not None and is_private(row.cells[label])):
            # Google writes several values of a kind into one cell.
            texts.append(text.split(" ::: ")[0].strip())
    return texts if field in _JOINED else texts[:1]


def _label_columns(incoming: Incoming) -> dict[int, int]:
    """Column of a value → the column that says of what kind it is."""
    places = {head: column for column, head in enumerate(incoming.heads)}
    found = {}
    for head, column in places.items():
        stem, ending, _ = head.rpartition(HeadsWords.LABEL_BREAK)
        names = (f"{stem}{HeadsWords.LABEL_BREAK}{label}" for label in HeadsWords.LABELS)
        label = next((places[name] for name in names if name in places), None)
        if ending and label is not None and label != column:
            found[column] = label
    return found


def _record(line: int, said: Mapping[str, str]) -> Understood:
    parts = (said.get(field, "") for field in ("titel", "vorname", "nachname"))
    composed = said.get("vorname") or said.get("nachname")
    name = " ".join(filter(None, parts)) if composed else said.get("name", "")
    town = " ".join(filter(None, (said.get("plz"), said.get("ort"))))
    address = said.get("anschrift") or "\n".join(filter(None, (said.get("strasse"), town)))
    fields = ("organisation", "funktion", "mail", "telefon", "web")
    one_liners = {field: one_line(said.get(field, "")) for field in fields}
    return Understood(line, one_line(name), anschrift=address, **one_liners)
