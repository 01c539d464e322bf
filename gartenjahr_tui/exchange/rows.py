"""A file of contacts as plain rows under heads, before anybody knows what they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, zip_longest

from gartenjahr_tui.exchange.heads import heads_known, is_aside, is_data
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.text import folded, one_line, shortened
from gartenjahr_tui.words.imports import ReadingWords as words

MOST_ROWS = 20_000
"""Rows a file may have, those that cannot be read included."""

MOST_BYTES = 50_000_000
"""Size up to which a file is read."""

MOST_COLUMNS = 1000
"""Columns a list of contacts has at most."""

VCARD, LDIF = "vcard", "ldif"
"""What stands for the encoding where entries are no rows of a table."""

STEP_ROWS = 500
"""Rows after which it is said how far reading has come."""

HEAD_ROWS = 25
"""Rows among which the heads are looked for; titles stand above them."""

_WRAPPED = re.compile(r'="((?:[^"]|"")*)"')
"""How Excel is told to leave digits alone."""

_MARKED_TEXT = re.compile(r"'(?=\s*[=+\-@＝＋－＠\d])")
"""An apostrophe that only says that what follows is text, as this program writes it, too."""

_LOST = "\ufffd"


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
    """A part of a file that is not taken: the line where it begins, and why, in German."""

    line: int
    reason: str


@dataclass(frozen=True)
class Incoming:
    """A file as it was read.

    Attributes:
        name: Name of the file.
        encoding: Encoding it was read in, or „vcard“, „ldif“, „xlsx“, „ods“.
        heads: What the columns are called; no two alike.
        rows: What stands under them.
        unreadable: What could not be read, in the order of the file.
        left: Kinds of things the file holds that have no column, in German: they stay out.
        aside: Entries that are read and not wanted: groups, private ones.
        head: Line of the row with the heads; 0 where there is none.
        table: What it was read from, with the rows above the heads; None for what is no table.
    """

    name: str
    encoding: str
    heads: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    unreadable: tuple[Unreadable, ...] = ()
    left: tuple[str, ...] = ()
    aside: tuple[Unreadable, ...] = ()
    head: int = 0
    table: RawTable | None = field(default=None, repr=False, compare=False)

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

    @property
    def head_lines(self) -> list[int]:
        """The lines that may be the heads; 0 stands for none."""
        return [0, *(row.line for row in self.table.records[:HEAD_ROWS])] if self.table else []

    def with_head(self, line: int) -> Incoming:
        """The same table with its heads in another line, or with none.

        Raises:
            NotRead: There is no such row.
        """
        if self.table is None or line not in self.head_lines:
            known = ", ".join(map(str, self.head_lines[1:]))
            raise NotRead(words.NO_ROW.format(file=self.name, line=line, known=known))
        return self.table.incoming(line)

    @property
    def sheets(self) -> dict[int, str]:
        """The sheets of the workbook in which anything stands, by number from 1 on."""
        book = self.table.book if self.table else ()
        return {n: one_line(one.sheet) for n, one in enumerate(book, 1) if one.records}

    @property
    def sheet(self) -> int:
        """The number of the sheet this is; 0 for what is no workbook."""
        found = self.table.book if self.table else ()
        return next((n for n, one in enumerate(found, 1) if one is self.table), 0)

    def with_sheet(self, wanted: str) -> Incoming:
        """Another sheet of the same workbook, by its name or number.

        Raises:
            NotRead: There is none such.
        """
        sheets = self.sheets
        named = [number for number, name in sheets.items() if folded(name) == folded(wanted)]
        numbered = [number for number in sheets if str(number) == wanted.strip()]
        if self.table is None or not (named or numbered):
            known = ", ".join(words.SHEET.format(number=n, name=s) for n, s in sheets.items())
            sentence = words.NO_SHEET if sheets else words.NO_SHEETS
            given = shortened(one_line(wanted), 60)
            raise NotRead(sentence.format(file=self.name, given=given, known=known))
        return self.table.book[(named or numbered)[0] - 1].incoming()


@dataclass(frozen=True)
class RawTable:
    """A table before anybody knows which row its heads are.

    Of a workbook it is one sheet, and knows all of them, itself included.
    """

    name: str
    encoding: str
    records: Sequence[SourceRow]
    unreadable: Sequence[Unreadable] = ()
    sheet: str = ""
    book: Sequence[RawTable] = field(default=(), repr=False, compare=False)

    def incoming(self, head: int | None = None) -> Incoming:
        """The table under its heads: in the row of this line, or where they are likely to be."""
        records = [SourceRow(row.line, tuple(map(_bare, row.cells))) for row in self.records]
        if not records:
            raise NotRead(words.EMPTY.format(file=self.name))
        if head is None:
            head = _head(records)
        above = [row for row in records if row.line == head]
        below = [row for row in records if row.line > head]
        if above:
            over = [row.cells for row in records if row.line == head - 1]
            heads = _heads(_with_groups(above[0].cells, *over))
        else:
            heads = _heads(("",) * max(len(row.cells) for row in below))
        rows, unfit = _fitting(below, len(heads))
        aside = [row for row in rows if is_aside(row.cells, heads)]
        lines = {row.line for row in aside}
        rows = [row for row in rows if row.line not in lines]
        found = sorted((*self.unreadable, *unfit), key=lambda one: one.line)
        others = (one.sheet for one in self.book if one is not self and one.records)
        left = tuple(words.OTHER_SHEET.format(name=one_line(name)) for name in others)
        return Incoming(
            *(self.name, self.encoding, heads, tuple(rows), tuple(found), left),
            aside=tuple(
                Unreadable(row.line, words.HEADING.format(text=shortened(one_line(said), 60)))
                for row in aside
                for said in (" ".join(row.cells),)
            ),
            head=head,
            table=self,
        )


def too_big(name: str, size: int) -> NotRead:
    """Say of a file that it is too big."""
    most = MOST_BYTES // 1_000_000
    return NotRead(words.TOO_BIG.format(file=name, size=round(size / 1e6), most=most))


def _fitting(rows: Sequence[SourceRow], width: int) -> tuple[list[SourceRow], list[Unreadable]]:
    """The rows that have as many cells as there are heads, or as Excel leaves them; the others."""
    found: list[SourceRow] = []
    unfit: list[Unreadable] = []
    torn = _torn(rows, width)
    for row in rows:
        while len(row.cells) > width and not row.cells[-1]:
            row = SourceRow(row.line, row.cells[:-1])
        reason = ""
        if row.line in torn:
            reason = words.TORN
        elif len(row.cells) > width:
            reason = words.TOO_MANY.format(given=len(row.cells), wanted=width)
        elif is_damaged(row):
            reason = words.DAMAGED
        if reason:
            unfit.append(Unreadable(row.line, reason))
        else:
            # Excel leaves out what is empty at the end of a line.
            found.append(SourceRow(row.line, row.cells + ("",) * (width - len(row.cells))))
    return found, unfit


def is_damaged(row: SourceRow) -> bool:
    """Whether a sign of it was lost on the way here."""
    return any(_LOST in cell for cell in row.cells)


def _bare(cell: str) -> str:
    """A cell without what only tells a spreadsheet that it is text."""
    if found := _WRAPPED.fullmatch(cell):
        cell = found[1].replace('""', '"').strip()
    return _MARKED_TEXT.sub("", cell, count=1) if cell.startswith("'") else cell


def _with_groups(cells: Sequence[str], over: Sequence[str] = ()) -> Sequence[str]:
    """The heads of a table; one that stands over two rows is in the row above, as Excel joins it.

    A row with a single text is a title.
    """
    if sum(map(bool, over)) < 2:
        return cells
    return [cell or above for cell, above in zip_longest(cells, over, fillvalue="")]


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


def _head(records: Sequence[SourceRow]) -> int:
    """The line of the heads: where most names of columns stand, else the first, if at all."""
    best = max(records[:HEAD_ROWS], key=lambda row: heads_known(row.cells))
    if heads_known(best.cells):
        return best.line
    return 0 if is_data(records[0].cells) else records[0].line
