"""What is read from files of other programs, before anybody says what it means."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.words.imports import HeadsWords
from gartenjahr_tui.words.imports import ReadingWords as words

MOST_ROWS = 20_000
"""Rows a file may have, those that cannot be read included."""


class NotRead(StoreError):
    """A file cannot be read; ``str()`` is German and says what to do."""


def refuse_many(count: int, name: str) -> None:
    """Refuse a file that is no list of contacts by its length.

    Raises:
        NotRead: It has too many rows.
    """
    if count > MOST_ROWS:
        raise NotRead(words.TOO_MANY_ROWS.format(file=name, most=MOST_ROWS))


@dataclass(frozen=True)
class SourceRow:
    """What one person or organisation is said to be.

    Attributes:
        line: Where it begins in the file, from 1.
        cells: A text for every head, possibly empty.
    """

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Unreadable:
    """A part of a file that could not be read.

    Attributes:
        line: Where it begins, from 1.
        reason: Why, in German.
    """

    line: int
    reason: str


@dataclass(frozen=True)
class Incoming:
    """A file as it was read.

    Attributes:
        name: Name of the file.
        encoding: Encoding it was read in, or „vcard“.
        heads: What the columns are called; no two alike.
        rows: What stands under them.
        unreadable: What could not be read, in the order of the file.
        left: Kinds of things the file holds that have no column, in German: they stay out.
    """

    name: str
    encoding: str
    heads: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    unreadable: tuple[Unreadable, ...] = ()
    left: tuple[str, ...] = ()

    @cached_property
    def used(self) -> dict[int, str]:
        """The columns in which anything stands, and the first text of each."""
        found: dict[int, str] = {}
        missing = set(range(len(self.heads)))
        for row in self.rows:
            filled = {column for column in missing if row.cells[column]}
            found |= {column: one_line(row.cells[column]) for column in filled}
            missing -= filled
            if not missing:
                break
        return dict(sorted(found.items()))


def is_private(label: str) -> bool:
    """Whether a name of a column or of a number says that it is no official one."""
    words = set(re.findall(r"[a-z]+", folded(label)))
    return bool(words & _PRIVATE) or _begins(words, ("privat", "mobil"))


def _begins(words: Collection[str], beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in words)


_PRIVATE = frozenset(HeadsWords.PRIVATE)
