"""The numbers of the questions in the German library statistics: ours, and a table of one's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.text import one_line
from gartenjahr_tui.words.yearly import CountingWords
from gartenjahr_tui.words.yearly import QuestionsWords as words
from gartenjahr_tui.workbook.years import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = tuple(CountingWords.FIELDS)
"""What is counted, by id."""

UNDATED = "zuletzt"
"""The section of numbers whose source names no year."""

LARGEST = 100_000
"""Bytes a table may have; a guard against a wrong file of that name."""

LONGEST = 120
"""Characters of a number or a title."""

_WHERE = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class StatisticsQuestion:
    """A question of the statistics; where no number is entered for the year, the last one known."""

    number: str
    title: str
    last_known: str = ""


Key = tuple[str, str]
"""Year, or :data:`UNDATED`, and field."""

QuestionEntries = dict[Key, dict[str, str]]
"""What a table says: ``nummer`` and ``titel``."""


class Damaged(ValueError):
    """A table that cannot be read; ``str()`` is a German sentence."""


@dataclass(frozen=True)
class QuestionTable:
    """The table in use, and what is wrong with one's own, in German; empty when all is well."""

    entries: QuestionEntries
    trouble: str = ""

    def of(self, field: str, year: int) -> StatisticsQuestion:
        """The question about a field in a year."""
        entry = self.entries.get((str(year), field), {})
        last = self.entries.get((UNDATED, field), {})
        title = entry.get("titel") or last.get("titel") or CountingWords.FIELDS[field]
        return StatisticsQuestion(entry.get("nummer", ""), title, last.get("nummer", ""))


def questions(folder: Path) -> QuestionTable:
    """The table of a garden's folder: one's own entries win, ours stand where it says nothing."""
    try:
        return QuestionTable({**_ours(), **_own(folder / words.FILE)})
    except Damaged as damaged:
        return QuestionTable(_ours(), str(damaged))


@cache
def _ours() -> QuestionEntries:
    text = files("gartenjahr_tui.reports").joinpath("dbs.toml").read_text("utf-8")
    return _read(text, "dbs.toml")


def _own(path: Path) -> QuestionEntries:
    said = {"file": words.FILE, "kept": words.KEPT}
    try:
        if not path.is_file():
            return {}
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Damaged(words.UNREADABLE.format(**said)) from error
    if len(data) > LARGEST:
        raise Damaged(words.TOO_LARGE.format(**said))
    try:
        return _read(data.decode("utf-8-sig"), words.FILE)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Damaged(words.NOT_UTF8.format(line=line, **said)) from error


def _read(text: str, name: str) -> QuestionEntries:
    """What a table says.

    Raises:
        Damaged: It is none.
    """
    import tomllib

    text = text.replace("\r\n", "\n")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _WHERE.search(str(error))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        raise Damaged(words.DAMAGED.format(file=name, line=line, kept=words.KEPT)) from error
    entries: QuestionEntries = {}
    for year, fields in table.items():
        if not _is_year(year) or not isinstance(fields, dict):
            raise _wrong(text, name, year)
        for field, entry in fields.items():
            if field not in FIELDS or not isinstance(entry, dict):
                raise _wrong(text, name, field)
            entries[year, field] = {key: _part(text, name, key, p) for key, p in entry.items()}
    return entries


def _is_year(text: str) -> bool:
    return text == UNDATED or (text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR)


def _part(text: str, name: str, key: str, part: Any) -> str:
    """A number or a title; a number may be written with or without quotation marks."""
    if key not in ("nummer", "titel") or not isinstance(part, str | int | float):
        raise _wrong(text, name, key)
    said = one_line(str(part))
    if len(said) > LONGEST or isinstance(part, bool):
        raise _wrong(text, name, key)
    return said


def _wrong(text: str, name: str, what: str) -> Damaged:
    lines = text.splitlines()
    line = next((n for n, one in enumerate(lines, 1) if what in one.partition("#")[0]), 1)
    said = one_line(what)[:LONGEST]
    return Damaged(words.WRONG.format(file=name, line=line, what=said, kept=words.KEPT))
