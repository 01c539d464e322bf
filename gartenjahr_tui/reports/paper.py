"""A form on paper: questions, what stands in them, and room to write.

Paper is the fourth face of a form. It knows the nine kinds of field and nothing else about a
question, so a new question is on paper without a change here. Each question carries the number
under which it is found again on the screen, see :mod:`gartenjahr_tui.guide.numbering`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from gartenjahr_tui.guide.model import Field, FieldKind, Guide, Option, Prompt, still_asked
from gartenjahr_tui.guide.numbering import Position, spots
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.reports.document import (
    Block,
    Heading,
    Look,
    PageBreak,
    Paragraph,
    ScaleLine,
    Table,
    TickBoxes,
    WritingSpace,
    facts,
)
from gartenjahr_tui.reports.phrases import joined
from gartenjahr_tui.text import clean
from gartenjahr_tui.words.worksheets import SheetWords as words
from gartenjahr_tui.workbook.values import Entry, Names, field_text, kept_text

Values = Mapping[str, Mapping[str, Any]]
"""Id of a question → its answer; what is not in it is left blank."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much room there is to write.

    Attributes:
        alone: Lines of a question's only text.
        shared: Lines that several texts of a question share.
        most: The most of them for one text.
        more: Lines below what stands there already, and the least for a text.
        rows: Empty rows of a table.
        columns: Columns that can be written in side by side on A4; more become lines.
        blanks: Empty entries where an entry is made of lines.
        whole: Whether a question is to find room on a single page.
    """

    alone: int
    shared: int
    most: int
    more: int
    rows: int
    columns: int
    blanks: int
    whole: bool

    def lines(self, prompt: Prompt) -> int:
        """Lines for each text of a question."""
        fields = still_asked(prompt.fields)
        if len(fields) == 1:
            return self.alone
        texts = sum(field.kind is FieldKind.TEXT for field in fields)
        shared = self.shared
        if self.whole:
            shared -= sum(map(_height, fields))
        return max(self.more, min(shared // max(texts, 1), self.most))


def _height(field: Field) -> int:
    """How much of a page a field takes beside the lines of a text, roughly, in lines."""
    match field.kind:
        case FieldKind.TEXT:
            return 1
        case FieldKind.CHOICE | FieldKind.CHECKS:
            return 1 + len(field.offered())
        case _:
            return 3


DESK = Size(alone=6, shared=9, most=4, more=2, rows=4, columns=4, blanks=2, whole=False)
LARGE = Size(alone=8, shared=12, most=5, more=2, rows=4, columns=3, blanks=1, whole=True)
"""For one person at a desk; on a large sheet for a whole team."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What all fields of a sheet have in common: names of cards, room, level of single entries."""

    names: Names
    size: Size
    level: int = 3

    def field(self, field: Field, part: Any, lines: int) -> Iterator[Block]:
        """A field to be written in, or with what stands in it; so many lines for a text."""
        chosen = {part} if field.kind is FieldKind.CHOICE else part or ()
        offered = field.offered(chosen) if field.options else ()
        options, text = tuple(option.label for option in offered), self._text(field, part)
        match field.kind:
            case FieldKind.ENTRIES:
                yield from self._entries(field, part or [])
            case FieldKind.TEXT:
                yield WritingSpace(self.size.more if text else lines, label_of(field), text)
            case FieldKind.SCALE:
                yield ScaleLine(field.low, field.high, part or 0, field.label)
            case FieldKind.CHOICE:
                yield TickBoxes(options, _ticked(offered, chosen), field.label, only_one=True)
            case FieldKind.CHECKS:
                yield TickBoxes(options, _ticked(offered, chosen), field.label)
            case _ if text:
                yield WritingSpace(0, field.label, text)
            case _:
                yield WritingSpace(1, label_of(field))

    def _text(self, field: Field, part: Any) -> str:
        return "" if part is None else clean(field_text(field, part, self.names))

    def _entries(self, field: Field, entries: list[Entry]) -> Iterator[Block]:
        """A list: a table, or lines where it has too many columns or is a history.

        A column that is asked no more is there when something stands in it.
        """
        columns = (c for c in field.columns if not c.former or any(c.id in e for e in entries))
        field = replace(field, columns=tuple(columns))
        if field.current or len(field.columns) > self.size.columns:
            yield from self._entries_in_lines(field, entries)
            return
        for column in field.columns:
            if choice := _choice(column):
                yield Paragraph(choice, Look.NOTE)
        rows = [tuple(self._cells(field, entry)) for entry in entries]
        empty = ("",) * len(field.columns)
        rows += [empty] * self.size.rows
        heads = tuple(column.label for column in field.columns)
        yield Table(heads, tuple(rows), field.label, tall=True)

    def cells(self, prompt: Prompt, value: Mapping[str, Any]) -> Iterator[str]:
        """A question as a row of a table: what stands in its fields, and what fits none of them."""
        fields = still_asked(prompt.fields)
        for field in fields:
            last = field is fields[-1]
            kept = kept_text(prompt, value, self.names, odd=True) if last else ""
            yield joined(self._text(field, value.get(field.id)), kept, by="\n")

    def table(self, rows: list[tuple[str, ...]]) -> Iterator[Block]:
        """Rows under their heads; nothing for none."""
        if rows:
            yield Table(rows[0], tuple(rows[1:]), "", tall=True)

    def _cells(self, field: Field, entry: Entry) -> Iterator[str]:
        return (self._text(column, entry.get(column.id)) for column in field.columns)

    def _entries_in_lines(self, field: Field, entries: list[Entry]) -> Iterator[Block]:
        """Entries one below the other: what is noted, then empty ones, field by field.

        A history gets one empty entry: it is added to once at a time.
        """
        heads = tuple(column.label for column in field.columns)
        rows = [tuple(self._cells(field, entry)) for entry in entries]
        if rows and len(heads) <= self.size.columns:
            yield Table(heads, tuple(rows), field.label)
        else:
            for number, row in enumerate(rows, 1):
                yield self._entry_head(field, number)
                yield from facts(*zip(heads, row, strict=True))
        blanks = 1 if field.current or entries else self.size.blanks
        for number in range(len(entries) + 1, len(entries) + blanks + 1):
            yield self._entry_head(field, number)
            for column in field.columns:
                yield from self.field(column, None, self.size.more)

    def _entry_head(self, field: Field, number: int) -> Heading:
        text = words.ENTRY.format(item=field.item, number=number)
        if field.label not in ("", field.item):
            text = words.ENTRY_OF.format(label=field.label, entry=text)
        return Heading(text, self.level)


def _ticked(offered: Iterable[Option], chosen: Iterable[Any]) -> frozenset[int]:
    ids = set(chosen)
    return frozenset(n for n, option in enumerate(offered) if option.id in ids)


def label_of(field: Field) -> str:
    """What stands above a line: its label, and how it is filled in."""
    what = {
        FieldKind.DATE: words.DATE,
        FieldKind.NUMBER: field.unit or words.NUMBER,
        FieldKind.CARDS: words.NAME if field.one else words.NAMES,
    }.get(field.kind, "")
    known = what.casefold() in field.label.casefold()
    return field.label if known else joined(field.label, what, by=words.JOIN)


def _choice(column: Field) -> str:
    """What may be written in a column, where that is laid down."""
    if column.options:
        options = words.OR.join(option.label for option in column.offered())
    elif column.kind is FieldKind.SCALE:
        ends = column.low or column.high
        sentence = words.SCALE if ends else words.SCALE_PLAIN
        options = sentence.format(low=column.low, high=column.high)
    else:
        return ""
    return words.ONE_OF.format(label=column.label, options=options)


def sheet(
    prompts: Iterable[Prompt],
    title: str = "",
    values: Values | None = None,
    *,
    guide: Guide | None = None,
    names: Names = str,
    large: bool = False,
    remarks: Mapping[str, str] | None = None,
    prefix: str = "",
) -> tuple[Block, ...]:
    """Questions as a sheet of paper, each with its place and its number on the screen.

    Args:
        prompts: The questions, in the order they are to stand in.
        title: What stands above them; empty for nothing.
        values: What stands in them already, confidential or not; nothing for a blank sheet.
        guide: Where they come from.
        names: What cards are called.
        large: Whether it is to be read by a whole team; each question has a page of its own.
        remarks: Id of a question → what else is to be said with it.
        prefix: Stands before each number, where several forms are on one sheet.
    """
    known = spots(guide or read_guide())
    top = 2 if title else 1
    paper = Paper(names, LARGE if large else DESK, min(top + 2, 3))
    blocks: list[Block] = []
    for spot, group in groupby(prompts, lambda prompt: _section_spot(known.get(prompt.id))):
        blocks += _section_head(spot, top, prefix) if spot else ()
        rows: list[tuple[str, ...]] = []
        for prompt in group:
            number = f"{prefix}{known[prompt.id].number}" if spot else ""
            value = (values or {}).get(prompt.id, {})
            remark = (remarks or {}).get(prompt.id, "")
            heads = spot.section.columns if spot and prompt.row and not large else ()
            if rows and not heads:
                blocks += paper.table(rows)
                rows = []
            if heads:
                blocks += _head(prompt, number, top + 1, remark)
                rows = rows or [("", *heads)]
                rows.append((prompt.row, *paper.cells(prompt, value)))
                continue
            blocks += question_blocks(paper, prompt, value, number, top + 1, remark)
            blocks += [PageBreak()] if large else []
        blocks += paper.table(rows)
    if large and blocks:
        blocks.pop()
    return (Heading(title), *blocks) if title else tuple(blocks)


def _section_spot(spot: Position | None) -> Position | None:
    """The same for all questions of a section."""
    return replace(spot, number="", nth=0) if spot else None


def _section_head(spot: Position, level: int, prefix: str) -> Iterator[Block]:
    """The place of the questions that follow, and what their section is about."""
    number, title = f"{prefix}{spot.section_number}", spot.section.title
    yield Heading(words.PLACE.format(holder=spot.holder, number=number, section=title), level)
    if spot.section.lead:
        yield Paragraph(spot.section.lead, Look.LEAD)


def question_blocks(
    paper: Paper,
    prompt: Prompt,
    value: Mapping[str, Any],
    number: str,
    level: int,
    remark: str = "",
) -> Iterator[Block]:
    """One question: what it asks, what is to be minded, and its fields with what stands there.

    Its number on the screen may be empty; a remark is what else is to be said with it.
    """
    yield from _head(prompt, number, level, remark)
    lines = paper.size.lines(prompt)
    for field in still_asked(prompt.fields):
        yield from paper.field(field, value.get(field.id), lines)
    if text := kept_text(prompt, value, paper.names, odd=True):
        yield WritingSpace(0, words.FORMER, text)


def _head(prompt: Prompt, number: str, level: int, remark: str) -> Iterator[Block]:
    """What a question asks, and what is to be minded."""
    ask = words.ASK.format(number=number, ask=prompt.asked) if number else prompt.asked
    yield Heading(ask, level)
    marks = (
        words.PERSONAL if prompt.personal else "",
        words.CONFIDENTIAL if prompt.own else "",
        words.VOLUNTARY if prompt.consent else "",
    )
    hint = "" if prompt.former else prompt.help
    if notes := joined(joined(*marks, by=words.JOIN), remark, hint, by="\n"):
        yield Paragraph(notes, Look.NOTE)
