"""The garden as tables, for Excel, LibreOffice and whatever else reads CSV or XLSX.

:func:`gather` decides what is in; :func:`as_csv` and :func:`as_xlsx` turn the same tables into
bytes. What a person wrote stays text in both: no formula of theirs ever runs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.figures import figures
from gartenjahr_tui.garden.told import told
from gartenjahr_tui.guide.model import (
    GUARDED,
    NOTHING,
    CardForm,
    Field,
    FieldKind,
    Prompt,
    Takes,
)
from gartenjahr_tui.outlet import BOM, UNHEARD, WorkProgress, harmless, quoted
from gartenjahr_tui.text import clean, shortened
from gartenjahr_tui.words.exchange import TablesWords as words
from gartenjahr_tui.workbook.dates import Moment, day_of, german, hours, shown_number
from gartenjahr_tui.workbook.values import (
    as_text,
    beside,
    entry_text,
    field_text,
    history,
    value_text,
)
from gartenjahr_tui.workbook.years import year_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Answer, Card

Cell = str | int | float | date | None

HISTORIES, ANSWERS, FIGURES = "verlaeufe", "antworten", "zahlen"
"""Ids of the tables that are no kind of card."""

LONGEST_CELL = 32_000
"""Characters of a cell; Excel takes 32,767 and loses what is beyond."""

LONGEST_SHEET_NAME = 31


_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_DAY_LOOK = {"valign": "top", "align": "left"}
_SAME_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 - what a ZIP file begins with


@dataclass(frozen=True)
class DataSheet:
    """A table with a head: a stable name of ASCII letters, a German one, columns and rows."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def gather(
    book: Workbook, *, only: str = "", year: int | None = None, confidential: bool = False
) -> Iterator[DataSheet]:
    """The tables of a garden, one after the other: each kind of card, then what goes across them.

    Args:
        book: The workbook.
        only: Id of the one table that is wanted; empty for all.
        year: Only what lies in this garden year; what has no day is always in.
        confidential: Whether confidential things are in, and personal ones of the one who writes.
    """
    gatherer = _Gatherer(book, year, GUARDED if confidential else NOTHING)
    makers: dict[str, Callable[[], DataSheet]] = {
        **{form.id: partial(gatherer.cards, form) for form in gatherer.forms},
        **{HISTORIES: gatherer.histories, ANSWERS: gatherer.answers, FIGURES: gatherer.figures},
    }
    for id, make in makers.items():
        if only in ("", id):
            yield make()


class _Gatherer:
    """Reads one garden for its tables."""

    def __init__(self, book: Workbook, year: int | None, takes: Takes) -> None:
        self._book = told(book, takes)
        self._cards, self._year, self._takes = self._book.cards, year, takes

    @property
    def forms(self) -> Iterator[CardForm]:
        """The kinds of card that are shown."""
        for form in self._book.guide.forms.values():
            if self._takes or not form.confidential:
                yield form

    def _fields(self, form: CardForm) -> list[tuple[Prompt, Field]]:
        """The fields of a form that are shown; first the one that names a card."""
        shown = [
            (prompt, field)
            for prompt in form.prompts.values()
            if prompt.told(self._takes)
            for field in prompt.fields
        ]
        return sorted(shown, key=lambda one: one[1].id != form.title)

    def _in_year(self, part: Any) -> bool:
        """Whether a kept day lies in the year that is wanted; no day lies in every one."""
        day = day_of(part)
        return day is None or self._is_wanted(year_of(day, self._book.profile.start_month))

    def _is_wanted(self, year: int) -> bool:
        return self._year in (None, year)

    # Cards

    def cards(self, form: CardForm) -> DataSheet:
        """All cards of a kind."""
        fields = self._fields(form)
        heads = list(chain.from_iterable(_heads(prompt, field) for prompt, field in fields))
        rows = (
            (
                *chain.from_iterable(self._cells(field, card.value) for _, field in fields),
                _day(card.created_at),
                _day(card.changed_at),
            )
            for card in self._cards.of(form.id)
            if not form.date or self._in_year(card.value.get(form.date))
        )
        return _table(form.id, form.items, (*heads, words.CREATED, words.CHANGED), rows)

    def _cells(self, field: Field, value: Mapping[str, Any]) -> Iterator[Cell]:
        """What a field says; a history has its state, since when, and how often it was noted."""
        if not field.current:
            cell, odd = self._cell(field, value.get(field.id)), as_text(value.get(beside(field.id)))
            yield "\n".join(filter(None, (str(cell or ""), odd))) if odd else cell
            return
        past = history(field, value)
        yield field.state_label(past[0][field.current]) if past else None
        yield self._date(past[0].get("am")) if past else None
        yield len(past)

    def _cell(self, field: Field, part: Any) -> Cell:
        """A field as a number or a day where it is one, as text otherwise."""
        if part in (None, "", []):
            return None
        match field.kind:
            case FieldKind.SCALE | FieldKind.NUMBER if isinstance(part, int | float):
                return part
            case FieldKind.DATE:
                return self._date(part)
            case FieldKind.ENTRIES:
                return "\n".join(entry_text(field, entry, self._cards.name) for entry in part)
            case FieldKind.CHECKS:
                return words.JOIN.join(o.label for o in field.options if o.id in part)
        return field_text(field, part, self._cards.name)

    def _date(self, part: Any) -> Cell:
        return day_of(part) or (str(part) if part else None)

    # Histories

    def histories(self) -> DataSheet:
        """Every entry of every history: how things came to be as they are."""
        rows = (
            row
            for form in self.forms
            for _, field in self._fields(form)
            if field.current
            for card in self._cards.of(form.id)
            for row in self._past(form, field, card)
        )
        return _table(HISTORIES, words.TITLES[HISTORIES], words.HISTORY_COLUMNS, rows)

    def _past(self, form: CardForm, field: Field, card: Card) -> Iterator[tuple[Cell, ...]]:
        others = replace(
            field, columns=tuple(c for c in field.columns if c.id not in ("am", field.current))
        )
        for entry in reversed(history(field, card.value)):
            if self._in_year(entry.get("am")):
                yield (
                    form.item,
                    self._cards.title(card),
                    field.label,
                    self._date(entry.get("am")),
                    field.state_label(str(entry[field.current])),
                    entry_text(others, entry, self._cards.name),
                )

    # Answers and figures

    def answers(self) -> DataSheet:
        """The answers to the guide's questions."""
        every = self._book.all_answers()
        rows = (self._answer(each) for each in every if self._is_wanted(each.key.year))
        return _table(ANSWERS, words.TITLES[ANSWERS], words.ANSWER_COLUMNS, rows)

    def _answer(self, answer: Answer) -> tuple[Cell, ...]:
        """What somebody answered, with step and question."""
        guide, people = self._book.guide, {voice.id: voice.name for voice in self._book.voices}
        prompt = guide.prompts.get(answer.key.prompt)
        return (
            self._book.year_label(answer.key.year),
            guide.chapter(prompt.chapter).title if prompt else words.FORMER,
            prompt.ask if prompt else answer.key.prompt,
            people.get(answer.key.voice, ""),
            answer.state.word,
            value_text(prompt, answer.value, self._cards.name),
        )

    def figures(self) -> DataSheet:
        """The garden's figures, one to a row."""
        rows = (
            (self._book.year_label(year), figure.title, name, count)
            for figure in figures(self._book)
            for year, counts in figure.grown
            if self._is_wanted(year)
            for name, count in zip(figure.columns, counts, strict=True)
        )
        return _table(FIGURES, words.TITLES[FIGURES], words.FIGURE_COLUMNS, rows)


def _heads(prompt: Prompt, field: Field) -> tuple[str, ...]:
    """Names of the columns of a field; those of a history are three."""
    label = field.label or prompt.ask
    if field.current:
        return label, words.SINCE.format(label=label), words.COUNT.format(label=label)
    if field.kind is FieldKind.SCALE and (field.low or field.high):
        return (words.SCALE.format(label=label, low=field.low, high=field.high),)
    return (words.UNIT.format(label=label, unit=field.unit) if field.unit else label,)


def _table(
    id: str, title: str, columns: Sequence[str], rows: Iterable[tuple[Cell, ...]]
) -> DataSheet:
    return DataSheet(id, title, tuple(_unique(columns)), tuple(rows))


def _unique(labels: Sequence[str]) -> Iterator[str]:
    """The names with a number where one comes again: spreadsheets filter by them."""
    seen = Counter[str]()
    for label in labels:
        seen[label] += 1
        yield f"{label} ({seen[label]})" if seen[label] > 1 else label


def _day(instant: datetime | None) -> date | None:
    return instant.astimezone().date() if instant else None


# CSV


def as_csv(table: DataSheet) -> bytes:
    """A table as German Excel opens it with a double click."""
    lines = (_csv_line(row) for row in (table.columns, *table.rows))
    return (BOM + "".join(lines)).encode("utf-8", "replace")


def _csv_line(row: Iterable[Cell]) -> str:
    return ";".join(map(_csv_cell, row)) + "\r\n"


def _csv_cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return german(cell)
        case int() | float():
            return shown_number(cell)
    return quoted(harmless(_text(cell)), ";")


def _text(cell: str) -> str:
    """A text without controls, as long as a cell can hold."""
    text = clean(cell)
    if len(text) <= LONGEST_CELL:
        return text
    return f"{text[:LONGEST_CELL]}{words.CUT}"


def is_cut(table: DataSheet) -> bool:
    """Whether a text of the table is longer than a cell can hold."""
    return any(
        isinstance(cell, str) and len(cell) > LONGEST_CELL for row in table.rows for cell in row
    )


# XLSX

WIDEST, NARROWEST = 60, 12
"""Widths of columns, in characters."""

FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900, which never was: earlier days would be off by one."""

SAMPLE_ROWS = 200
"""Rows that are looked at for the width of a column."""


def as_xlsx(tables: Sequence[DataSheet], progress: WorkProgress = UNHEARD) -> bytes:
    """Tables as a workbook of Excel, a sheet each: real days and numbers, filters, a fixed head."""
    from io import BytesIO

    from xlsxwriter import Workbook as Excel

    target = BytesIO()
    options = {
        # Text of people stays text, and nothing of it lies about in a temporary folder.
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    excel = Excel(target, options)
    # The same garden gives the same bytes.
    excel.set_properties({"created": _SAME_DAY})
    formats = {
        "head": excel.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": excel.add_format({"text_wrap": True, "valign": "top"}),
        "day": excel.add_format({"num_format": "dd.mm.yyyy", **_DAY_LOOK}),
        "number": excel.add_format({"valign": "top"}),
    }
    used: set[str] = set()
    for done, table in enumerate(tables):
        progress.part(done, len(tables) + 1)
        sheet = excel.add_worksheet(_sheet_name(table.title, used))
        _fill(excel, sheet, table, formats)
    excel.close()
    return target.getvalue()


def _fill(excel: Any, sheet: Any, table: DataSheet, formats: Mapping[str, Any]) -> None:
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, _text(name), formats["head"])
        sheet.set_column(column, column, _width(table, column))
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            match cell:
                case None | "":
                    continue
                case Moment() if cell.start and cell >= FIRST_DAY:
                    # Sorted and counted with, and shown with its end as well.
                    told = {"num_format": f'dd.mm.yyyy", {hours(cell)}"', **_DAY_LOOK}
                    moment = datetime.combine(cell, cell.start)
                    sheet.write_datetime(number, column, moment, excel.add_format(told))
                case date() if cell >= FIRST_DAY:
                    sheet.write_datetime(number, column, cell, formats["day"])
                case date():
                    sheet.write_string(number, column, german(cell), formats["text"])
                case int() | float():
                    sheet.write_number(number, column, cell, formats["number"])
                case _:
                    sheet.write_string(number, column, _sheet_text(cell), formats["text"])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.set_footer(words.PRINTED)


def _sheet_text(cell: str) -> str:
    """A text the writer takes as it is; what begins with its own markup would break the file."""
    text = _text(cell).replace("\ufffe", "").replace("\uffff", "")
    return f" {text}" if text.startswith("<r>") else text


def _width(table: DataSheet, column: int) -> int:
    """About as wide as the longest line in a column."""
    longest = NARROWEST
    for row in table.rows[:SAMPLE_ROWS]:
        cell = row[column]
        if isinstance(cell, str):
            longest = max(longest, *(len(line) for line in cell[:1000].split("\n")))
    return min(longest + 2, WIDEST)


def _sheet_name(title: str, used: set[str]) -> str:
    """A name Excel takes: short, without some signs, told apart without regard to case."""
    plain = _NO_SHEET_NAME.sub("-", title).strip("'") or words.SHEET
    name, number = shortened(plain, LONGEST_SHEET_NAME), 1
    while name.casefold() in used:
        number += 1
        ending = f" {number}"
        name = shortened(plain, LONGEST_SHEET_NAME - len(ending)) + ending
    used.add(name.casefold())
    return name
