"""Reads files of other programs into plain rows: tables (CSV) and address cards (vCard).

Nothing is understood here yet, only read: which text is the name is said by
:mod:`gartenjahr_tui.exchange.matching`. What cannot be read is listed with its line and a reason.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from gartenjahr_tui.outlet import UNHEARD, WorkProgress
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.text import clean, folded, one_line, rows_kept
from gartenjahr_tui.words.imports import HeadsWords
from gartenjahr_tui.words.imports import ReadingWords as words

MOST_ROWS = 20_000
"""Rows a file may have, those that cannot be read included."""

MOST_BYTES = 50_000_000
"""Size up to which a file is read."""

MOST_COLUMNS = 1000
"""Columns a list of contacts has at most."""

VCARD = "vcard"
"""What stands for the encoding where every card has its own."""

DELIMITERS = ";,\t|"
"""What separates columns; of several that are as frequent, the first counts."""

LONGEST_RECORD = 200
"""Lines one row may have; beyond that a quotation mark was left open."""

STEP_ROWS = 500
"""Rows after which it is said how far reading has come."""

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8"),
)
"""Byte order marks → encoding."""

_OLD_ENCODINGS = ("cp1252", "mac_roman", "cp850")
_WIDE_SIGN = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
"""What looks like a character of UTF-8 beyond ASCII."""

_SEPARATOR_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)
_VCARD = re.compile(r"\s*BEGIN:VCARD\s*\n", re.IGNORECASE)
_VCARD_BYTES = re.compile(rb"BEGIN:VCARD", re.IGNORECASE)
_LOST = "\ufffd"
_PRIVATE = ("privat", "mobil")
"""How a word begins that tells a private number, beside those the words list."""


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
    """What one person or organisation is said to be: a text for every head, possibly empty."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Unreadable:
    """A part of a file that could not be read: the line where it begins, and why, in German."""

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
    found = re.findall(r"[a-z]+", folded(label))
    return any(word in HeadsWords.PRIVATE or word.startswith(_PRIVATE) for word in found)


def read(file: Path, progress: WorkProgress = UNHEARD) -> Incoming:
    """Read a file; nothing is changed.

    Raises:
        NotRead: It is missing, too big, or no text.
        what ``progress`` raises: The person does not want to wait any longer.
    """
    return parsed(_bytes_of(file), file.name, progress)


def parsed(data: bytes, name: str, progress: WorkProgress) -> Incoming:
    """What stands in the bytes of a file; see :func:`read`."""
    from gartenjahr_tui.exchange import vcards

    if _VCARD_BYTES.search(data[:1000]):
        data = vcards.mended(data)
    text, encoding = _text_of(data, name)
    if _VCARD.match(text[:1000]):
        rows, unreadable, left = vcards.cards_in(text, name, progress)
        unreadable += [Unreadable(row.line, words.DAMAGED) for row in rows if _is_damaged(row)]
        rows = [row for row in rows if not _is_damaged(row)]
        return Incoming(name, VCARD, vcards.HEADS, tuple(rows), tuple(unreadable), left)
    separator = _SEPARATOR_LINE.match(text)
    if not text[separator.end() if separator else 0 :].strip():
        raise NotRead(words.EMPTY.format(file=name))
    return _Table(text, name, progress).incoming(encoding)


def _bytes_of(file: Path) -> bytes:
    try:
        if not file.exists():
            raise NotRead(words.MISSING.format(file=file))
        if not file.is_file():
            # A device or a pipe might never end.
            raise NotRead(words.NO_FILE.format(file=file))
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise NotRead(_too_big(file, size))
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise NotRead(words.REFUSED.format(file=file)) from error
    if len(data) > MOST_BYTES:
        raise NotRead(_too_big(file, len(data)))
    return data


def _too_big(file: Path, size: int) -> str:
    return words.TOO_BIG.format(file=file, size=round(size / 1e6), most=MOST_BYTES // 1_000_000)


# Characters


def _text_of(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file, clean, and the encoding it is in.

    Raises:
        NotRead: It is no text.
    """
    if data.startswith(_SPREADSHEETS):
        raise NotRead(words.EXCEL.format(file=name))
    encoding = _encoding_of(data)
    if not encoding:
        raise NotRead(words.BINARY.format(file=name))
    text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding, "replace")
    if "\0" in text:
        raise NotRead(words.BINARY.format(file=name))
    return clean(rows_kept(text)), encoding


def _encoding_of(data: bytes) -> str:
    """The encoding of a text; empty when it is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if b"\0" in data:
        return _wide_without_mark(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    # A single damaged character does not make Windows of a file that is full of UTF-8.
    whole = len(_WIDE_SIGN.findall(data))
    if whole > data.decode("utf-8", "replace").count(_LOST):
        return "utf-8"
    return max(_OLD_ENCODINGS, key=lambda encoding: _umlauts(data, encoding))


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 whose mark is missing: every other byte is zero, and only these."""
    start = data[:2000]
    even, odd = start[::2], start[1::2]
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if b"\0" not in others and zeros.count(0) > len(zeros) * 0.8:
            return encoding
    return ""


def _umlauts(data: bytes, encoding: str) -> int:
    """How many German letters a text has when it is read in an encoding."""
    return sum(map(data.count, (sign.encode(encoding) for sign in "äöüÄÖÜß")))


# Tables


class _Table:
    """Reads a table row by row; a broken one does not take the rest with it."""

    def __init__(self, text: str, name: str, progress: WorkProgress) -> None:
        self._name, self._progress = name, progress
        self._unreadable: list[Unreadable] = []
        separator = _SEPARATOR_LINE.match(text)
        self._lines = text.split("\n")
        self._start = 1 if separator else 0
        while not self._lines[self._start].strip():
            self._start += 1
        line = self._lines[self._start]
        self._delimiter = separator[1] if separator else _delimiter_of(line)

    def incoming(self, encoding: str) -> Incoming:
        """The table as it was read."""
        records = self._records()
        first = next(records, None)
        if first is None:
            raise NotRead(words.BINARY.format(file=self._name))
        rows = [] if _is_head(first.cells) else [first]
        heads = _heads(("",) * len(first.cells) if rows else first.cells)
        rows += records
        rows = self._fitting(rows, len(heads))
        found = sorted(self._unreadable, key=lambda one: one.line)
        return Incoming(self._name, encoding, heads, tuple(rows), tuple(found))

    def _records(self) -> Iterator[SourceRow]:
        """The rows of the table, empty ones left out."""
        place, told, lines = self._start, 0, self._lines
        count = 0
        while place < len(lines):
            refuse_many(count + len(self._unreadable), self._name)
            if place - told >= STEP_ROWS:
                told = place
                self._progress.part(place, len(lines))
            if lines[place].count(self._delimiter) > MOST_COLUMNS:
                self._unreadable.append(Unreadable(place + 1, words.TOO_WIDE))
                place += 1
                continue
            ahead = (f"{line}\n" for line in lines[place : place + LONGEST_RECORD])
            reader = csv.reader(ahead, delimiter=self._delimiter, strict=True)
            try:
                cells = next(reader)
            except csv.Error as error:
                reason = words.TOO_LONG if "limit" in str(error) else words.QUOTES
                self._unreadable.append(Unreadable(place + 1, reason))
                place += 1
                continue
            texts = tuple(cell.strip() for cell in cells)
            if any(texts):
                count += 1
                yield SourceRow(place + 1, texts)
            place += reader.line_num

    def _fitting(self, rows: list[SourceRow], width: int) -> list[SourceRow]:
        """The rows that have as many cells as there are heads, or as Excel leaves them."""
        found: list[SourceRow] = []
        torn = _torn(rows, width)
        for row in rows:
            while len(row.cells) > width and not row.cells[-1]:
                row = SourceRow(row.line, row.cells[:-1])
            reason = ""
            if row.line in torn:
                reason = words.TORN
            elif len(row.cells) > width:
                reason = words.TOO_MANY.format(given=len(row.cells), wanted=width)
            elif _is_damaged(row):
                reason = words.DAMAGED
            if reason:
                self._unreadable.append(Unreadable(row.line, reason))
            else:
                # Excel leaves out what is empty at the end of a line.
                found.append(SourceRow(row.line, row.cells + ("",) * (width - len(row.cells))))
        return found


def _is_damaged(row: SourceRow) -> bool:
    return any(_LOST in cell for cell in row.cells)


def _delimiter_of(line: str) -> str:
    """What separates the columns of a table, by its first line."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(DELIMITERS, key=bare.count)


def _is_head(cells: Sequence[str]) -> bool:
    """Whether a first row names columns; one with an address in it is a person already."""
    return not any("@" in cell for cell in cells)


def _heads(cells: Sequence[str]) -> tuple[str, ...]:
    """What the columns are called: those without a name by number, those of one name apart."""
    heads: list[str] = []
    seen: dict[str, int] = {}
    for number, cell in enumerate(cells, 1):
        head = one_line(cell) or words.COLUMN.format(number=number)
        times = seen[folded(head)] = seen.get(folded(head), 0) + 1
        if times > 1:
            head = words.REPEATED.format(head=head, number=times)
        heads.append(head)
    return tuple(heads)


def _torn(rows: Sequence[SourceRow], width: int) -> set[int]:
    """Lines of rows that are two halves of one, torn by a line end that was not quoted."""
    torn: set[int] = set()
    for row, after in pairwise(rows):
        halves = len(row.cells), len(after.cells)
        whole = sum(halves) - 1 == width and max(halves) < width
        if whole and after.line == row.line + 1 and row.line not in torn:
            torn |= {row.line, after.line}
    return torn
