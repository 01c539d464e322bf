"""Reads files of other programs into plain rows: tables, address cards (vCard), entries (LDIF).

Nothing is understood here yet, only read: which text is the name is said by
:mod:`gartenjahr_tui.exchange.matching`. What cannot be read is listed with its line and a reason.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gartenjahr_tui.exchange.heads import heads_known
from gartenjahr_tui.exchange.rows import (
    HEAD_ROWS,
    MOST_BYTES,
    MOST_COLUMNS,
    STEP_ROWS,
    Incoming,
    NotRead,
    RawTable,
    SourceRow,
    Unreadable,
    is_damaged,
    refuse_many,
    too_big,
)
from gartenjahr_tui.outlet import UNHEARD, WorkProgress
from gartenjahr_tui.text import clean, rows_kept
from gartenjahr_tui.words.imports import ReadingWords as words

DELIMITERS = ";,\t|"
"""What separates columns; of several that are as frequent, the first counts."""

LONGEST_RECORD = 200
"""Lines one row may have; beyond that a quotation mark was left open."""

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8"),
)
"""Byte order marks → encoding."""

_OLD_ENCODINGS = ("cp1252", "mac_roman", "cp850")
_HIGH = bytes(range(0x80, 0x100))
_OTHER_SCRIPTS = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
"""Encodings of East Asia, in which a text can be written out by pairs of bytes."""

_STRANGERS = re.compile(r"[^\x00-\x7f]{2,}")
_HIGH_RUNS = re.compile(rb"([\x80-\xff])(?!\1{2})[\x80-\xff]{2,}")
"""Three and more bytes beyond ASCII; a line drawn of one sign is none."""

_WIDE_SIGN = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
"""What looks like a character of UTF-8 beyond ASCII."""

_SEPARATOR_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)
_VCARD = re.compile(r"\s*BEGIN:VCARD\s*\n", re.IGNORECASE)
_VCARD_BYTES = re.compile(rb"BEGIN:VCARD", re.IGNORECASE)
_LDIF = re.compile(r"(?:\s|#[^\n]*\n)*(?:version:\s*\d+\s*\n|dn::?\s)", re.IGNORECASE)
_WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml|table|meta)\b", re.IGNORECASE)
_DOUBLE_END = re.compile(r"\r{2,}\n")
_LOST = "\ufffd"


def read(file: Path, progress: WorkProgress = UNHEARD) -> Incoming:
    """Read a file; nothing is changed.

    Raises:
        NotRead: It is missing, too big, or no text.
        what ``progress`` raises: The person does not want to wait any longer.
    """
    return parsed(_bytes_of(file), file.name, progress)


def parsed(data: bytes, name: str, progress: WorkProgress) -> Incoming:
    """What stands in the bytes of a file; see :func:`read`."""
    from gartenjahr_tui.exchange import ldif, vcards

    if data.startswith(_OLD_OFFICE):
        raise NotRead(words.OLD_EXCEL.format(file=name))
    if data.startswith(_ZIP):
        from gartenjahr_tui.exchange import sheets

        return sheets.table(data, name, progress).incoming()
    if _VCARD_BYTES.search(data[:1000]):
        data = vcards.mended(data)
    text, encoding = _text_of(data, name)
    if _WEB_PAGE.match(text[:1000]):
        raise NotRead(words.WEB_PAGE.format(file=name))
    if _VCARD.match(text[:1000]):
        return _whole(vcards.cards_in(text, name, progress))
    if _LDIF.match(text[:5000]):
        return _whole(ldif.entries_in(text, name))
    separator = _SEPARATOR_LINE.match(text)
    if not text[separator.end() if separator else 0 :].strip():
        raise NotRead(words.EMPTY.format(file=name))
    return _Table(text, name, progress).raw(encoding).incoming()


def _whole(found: Incoming) -> Incoming:
    """What was read, without the entries in which a sign is damaged."""
    damaged = [Unreadable(row.line, words.DAMAGED) for row in found.rows if is_damaged(row)]
    rows = tuple(row for row in found.rows if not is_damaged(row))
    unreadable = sorted((*found.unreadable, *damaged), key=lambda one: one.line)
    return replace(found, rows=rows, unreadable=tuple(unreadable))


def _bytes_of(file: Path) -> bytes:
    try:
        if not file.exists():
            raise NotRead(words.MISSING.format(file=file))
        if not file.is_file():
            # A device or a pipe might never end.
            raise NotRead(words.NO_FILE.format(file=file))
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise too_big(file.name, size)
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise NotRead(words.REFUSED.format(file=file)) from error
    if len(data) > MOST_BYTES:
        raise too_big(file.name, len(data))
    return data


# Characters


def _text_of(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file, clean, and the encoding it is in.

    Raises:
        NotRead: It is no text.
    """
    encoding = _encoding_of(data)
    if not encoding:
        raise NotRead(words.BINARY.format(file=name))
    text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding, "replace")
    if "\0" in text:
        raise NotRead(words.BINARY.format(file=name))
    if encoding in _OLD_ENCODINGS and _is_strange(data):
        raise NotRead(words.STRANGE.format(file=name))
    return clean(rows_kept(_DOUBLE_END.sub("\n", text))), encoding


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
    return max(_OLD_ENCODINGS, key=lambda encoding: _german(data, encoding))


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 whose mark is missing: every other byte is zero, and only these."""
    start = data[:2000]
    even, odd = start[::2], start[1::2]
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if b"\0" not in others and zeros.count(0) > len(zeros) * 0.8:
            return encoding
    return ""


def _is_strange(data: bytes) -> bool:
    """Whether a text without Unicode is in another script than ours.

    In German a letter beyond ASCII stands among ASCII letters. What is Japanese or Chinese has such
    signs side by side, what is Cyrillic or Greek whole words of them.
    """
    beyond = len(data) - len(data.translate(None, _HIGH))
    if 2 * max(_count(data, "äöüÄÖÜß", encoding) for encoding in _OLD_ENCODINGS) >= beyond:
        return False
    if 2 * sum(len(run[0]) for run in _HIGH_RUNS.finditer(data)) > beyond:
        return True
    for encoding in _OTHER_SCRIPTS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        signs = len(text) - len(text.encode("ascii", "ignore"))
        if 2 * sum(len(run[0]) for run in _STRANGERS.finditer(text)) > signs:
            return True
    return False


def _german(data: bytes, encoding: str) -> int:
    """How German a text is when it is read in an encoding: by its letters, then by its quotes.

    The opening quotes of Windows are „ä“ in DOS.
    """
    return 2 * _count(data, "äöüÄÖÜß", encoding) + _count(data, "„“–", encoding)


def _count(data: bytes, signs: str, encoding: str) -> int:
    found = (sign.encode(encoding, "ignore") for sign in signs)
    return sum(data.count(sign) for sign in found if sign)


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
        begin = self._lines[self._start : self._start + HEAD_ROWS]
        self._delimiter = separator[1] if separator else _delimiter_of(begin)

    def raw(self, encoding: str) -> RawTable:
        """The table as it was read."""
        records = list(self._records())
        if not records:
            raise NotRead(words.BINARY.format(file=self._name))
        return RawTable(self._name, encoding, records, self._unreadable)

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


def _delimiter_of(lines: Sequence[str]) -> str:
    """What separates the columns of a table: what makes the most names of columns of its rows.

    Else what stands most often in the first row, or in any.
    """
    bare = [re.sub(r'"[^"]*"', "", line) for line in lines]

    def known(delimiter: str) -> int:
        rows = ([cell.strip(' "') for cell in line.split(delimiter)] for line in lines)
        return max(heads_known(row) for row in rows)

    def standing(sign: str) -> tuple[int, int, int]:
        first, names = bare[0].count(sign), known(sign)
        # A list of one column has commas in its names.
        return names, first, 0 if names else sum(line.count(sign) for line in bare)

    return max(DELIMITERS, key=standing)
