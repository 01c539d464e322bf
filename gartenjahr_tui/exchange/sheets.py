"""Reads the tables of Excel and LibreOffice: .xlsx and .ods.

Every cell becomes the text that is seen there. The libraries are loaded only for such a file.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from gartenjahr_tui.exchange import rows
from gartenjahr_tui.exchange.heads import heads_known
from gartenjahr_tui.exchange.rows import NotRead, RawTable, SourceRow, Unreadable
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.store.patience import Stopped
from gartenjahr_tui.text import clean
from gartenjahr_tui.words.imports import ReadingWords as words
from gartenjahr_tui.workbook.dates import german

MOST_UNPACKED = 300_000_000
"""Bytes a workbook may have once it is unpacked."""

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_EXACT = 10**15
"""From here on Excel no longer knows all the digits of a number."""

_ZEROS = re.compile(r"0{2,}")
"""A format that shows zeros before a number: the one for post codes, for example."""


def table(data: bytes, name: str, progress: WorkProgress) -> RawTable:
    """A table of a workbook: of several sheets the one whose columns are known best.

    Raises:
        NotRead: It is no workbook, damaged, or too big.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
            names = set(packed.namelist())
            if size > MOST_UNPACKED:
                raise rows.too_big(name, size)
            if "xl/workbook.xml" in names:
                encoding, found = "xlsx", list(_xlsx(data, name, progress))
            elif "mimetype" in names and packed.read("mimetype").strip() == _ODS:
                encoding, found = "ods", list(_ods(packed, name, progress))
            else:
                raise NotRead(words.ZIP.format(file=name))
    except (NotRead, Stopped):
        raise
    except Exception as error:  # the libraries fail in many ways over a damaged file
        raise NotRead(words.SHEET_BROKEN.format(file=name)) from error
    return _best(name, encoding, found)


@dataclass
class _Sheet:
    """One sheet: its name, its rows with their numbers, and what is too wide."""

    name: str
    shown: bool = True
    rows: list[SourceRow] = field(default_factory=list)
    wide: list[Unreadable] = field(default_factory=list)

    def take(self, line: int, texts: list[str]) -> None:
        """Take up a row, unless nothing stands in it."""
        while texts and not texts[-1]:
            texts.pop()
        if len(texts) > rows.MOST_COLUMNS:
            self.wide.append(Unreadable(line, words.TOO_WIDE))
        elif texts:
            self.rows.append(SourceRow(line, tuple(clean(text).strip() for text in texts)))


def _best(file: str, encoding: str, sheets: list[_Sheet]) -> RawTable:
    """The sheet whose columns are known best; it knows the others."""
    tables: list[RawTable] = []
    tables += (
        RawTable(file, encoding, sheet.rows, sheet.wide, sheet.name, tables) for sheet in sheets
    )
    filled = [place for place, sheet in enumerate(sheets) if sheet.rows]
    if not filled:
        raise NotRead(words.EMPTY.format(file=file))

    def known(place: int) -> tuple[bool, int]:
        begin = sheets[place].rows[: rows.HEAD_ROWS]
        return sheets[place].shown, max(heads_known(row.cells) for row in begin)

    return tables[max(filled, key=known)]


# Excel


def _xlsx(data: bytes, file: str, progress: WorkProgress) -> Iterator[_Sheet]:
    import openpyxl

    with warnings.catch_warnings():
        # It warns of what it leaves out, such as rules for what may be typed.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for page in book.worksheets:
            page.reset_dimensions()  # some programs write wrong ones
            sheet = _Sheet(page.title, page.sheet_state == "visible")
            for line, cells in enumerate(page.iter_rows(), 1):
                sheet.take(line, [_shown(cell.value, cell.number_format) for cell in cells])
                rows.refuse_many(len(sheet.rows) + len(sheet.wide), file)
                if line % rows.STEP_ROWS == 0:
                    progress.part(line, rows.MOST_ROWS)
            yield sheet


def _shown(value: Any, number_format: str) -> str:
    """What is seen in a cell."""
    match value:
        case None:
            return ""
        case bool():
            return words.YES_NO[value]
        case int() | float() if abs(value) >= _EXACT:
            return f"{value:.5E}"
        case int() | float() if value == int(value):
            zeros = len(number_format) if _ZEROS.fullmatch(number_format or "") else 0
            return f"{int(value):0{zeros}d}"
        case float():
            return f"{value:.10g}".replace(".", ",")
        case datetime() | date():
            return german(value)
        case time():
            return f"{value:%H:%M}"
    return str(value)


# LibreOffice


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def _ods(packed: zipfile.ZipFile, file: str, progress: WorkProgress) -> Iterator[_Sheet]:
    from lxml import etree

    sheet: _Sheet | None = None
    hidden = set[str]()
    line = 0
    with packed.open("content.xml") as opened:
        tags = [f"{_TABLE}table", f"{_TABLE}table-row", f"{_STYLE}style"]
        events = etree.iterparse(
            opened,
            events=("start", "end"),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
        )
        for event, element in events:
            if element.tag == tags[2]:
                if any(part.get(f"{_TABLE}display") == "false" for part in element):
                    hidden.add(element.get(f"{_STYLE}name", ""))
            elif element.tag == tags[0]:
                if event == "start":
                    is_shown = element.get(f"{_TABLE}style-name", "") not in hidden
                    sheet, line = _Sheet(element.get(f"{_TABLE}name", ""), is_shown), 0
                elif sheet:
                    yield sheet
                    sheet = None
            elif event == "end" and sheet:
                texts = _row(element)
                for number in range(_times(element, "rows") if any(texts) else 1):
                    sheet.take(line + number + 1, list(texts))
                    rows.refuse_many(len(sheet.rows) + len(sheet.wide), file)
                line += _times(element, "rows")
                element.clear()
                progress.part(min(line, rows.MOST_ROWS), rows.MOST_ROWS)


def _times(element: Any, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))


def _row(row: Any) -> list[str]:
    """The cells of a row; what is empty up to its end is not counted out."""
    texts: list[str] = []
    gap = 0
    for cell in row.iter(*_CELLS):
        text = _cell(cell)
        if not text:
            gap += _times(cell, "columns")
            continue
        many = min(_times(cell, "columns"), rows.MOST_COLUMNS + 1)
        texts += [""] * min(gap, rows.MOST_COLUMNS + 1) + [text] * many
        gap = 0
    return texts


def _cell(cell: Any) -> str:
    """What is seen in a cell; a comment on it is none of it."""
    return "\n".join(_paragraph(part) for part in cell.iterchildren(f"{_TEXT}p"))


def _paragraph(part: Any) -> str:
    text = part.text or ""
    for child in part.iterchildren():
        if child.tag == f"{_TEXT}s":
            text += " " * min(int(child.get(f"{_TEXT}c", "1")), 100)
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            text += "\n" if child.tag.endswith("break") else " "
        elif isinstance(child.tag, str) and child.tag != f"{{{_OFFICE}}}annotation":
            text += _paragraph(child)
        text += child.tail or ""
    return text
