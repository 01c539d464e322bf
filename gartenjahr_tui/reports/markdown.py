"""Markdown in which what a person wrote stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gartenjahr_tui.guide.model import Field, FieldKind, Prompt
from gartenjahr_tui.reports import document as doc
from gartenjahr_tui.reports.signs import on_one_line, paragraphs, printable
from gartenjahr_tui.words.cli import ReportWords as words
from gartenjahr_tui.words.documents import ChartWords as chart_words
from gartenjahr_tui.workbook.values import announced, entry_text, field_text, former_texts

_INLINE = re.compile(r"([\\`*_\[\]<>|~&$])")
"""Signs that mean something anywhere in a line."""

_AT_START = re.compile(r"^(\s*)([#+=:-])", re.MULTILINE)
"""Signs that make a heading, a list or a rule at the start of a line."""

_NUMBERED = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
"""The start of a numbered list."""

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
"""White space that would make a code block."""


def escaped(text: str) -> str:
    """Return the text so that Markdown shows it as it is, line for line.

    Every mark gets a backslash, indents become no-break spaces, a line end becomes a hard break.
    """
    text = _INLINE.sub(r"\\\1", text)
    text = _AT_START.sub(r"\1\\\2", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    text = _INDENT.sub(lambda match: "\xa0" * len(match[0].expandtabs(4)), text)
    return re.sub(r"(?<=\S)[ \t]*\n(?=[^\n])", "  \n", text)


def answer_blocks(prompt: Prompt | None, value: Mapping[str, Any]) -> Iterator[str]:
    """A whole answer as Markdown blocks; the guide of this version may not have the question."""
    if not value:
        yield escaped(words.NO_TEXT)
    for field in prompt.fields if prompt else ():
        if field.id in value:
            yield _field(field, value[field.id])
    yield from map(escaped, former_texts(prompt, value))


def _field(field: Field, part: Any) -> str:
    match field.kind:
        case FieldKind.CHECKS:
            labels = [option.label for option in field.options if option.id in part]
            text = "\n".join(f"- {escaped(label)}" for label in labels)
        case FieldKind.ENTRIES:
            text = "\n".join(f"- {escaped(entry_text(field, entry))}" for entry in part)
        case _:
            text = escaped(field_text(field, part))
    return f"{escaped(announced(field.label))}\n\n{text}" if field.label else text


_RULED = "─" * 60
"""A line to write on."""


def document_as_markdown(document: doc.Document) -> str:
    """Write a document as Markdown; what somebody typed stays text, whatever signs are in it."""
    parts = ("\n\n".join(filter(None, _part(part))) for part in document.parts)
    return "\n\n---\n\n".join(parts) + "\n"


def _part(document: doc.Document) -> Iterator[str]:
    title = [_heading(1, document.title)]
    subtitle = _said(document.subtitle)
    yield from [*subtitle, *title] if document.letter else [*title, *subtitle]
    for block in document.blocks:
        yield from _block(block)
    if document.foot.strip():
        yield from ["---", *_said(document.foot)]


def _block(block: doc.Block) -> Iterator[str]:
    match block:
        case doc.Heading():
            yield _heading(min(max(block.level, 1), 3) + 1, block.text)
        case doc.Paragraph(text, doc.Look.QUOTE):
            quote = "\n\n".join(_said(text)).split("\n")
            yield "\n".join(f"> {line}" for line in quote if any(quote))
        case doc.Paragraph():
            yield from _said(block.text)
        case doc.Bullets():
            marks = (f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1))
            yield _points(zip(marks, map(_typed, block.items), strict=True))
        case doc.Facts():
            yield _points(("*", _fact(name, text)) for name, text in block.rows)
        case doc.Table():
            yield from _table(block)
        case doc.Chart() | doc.RingMap():
            yield from _said(chart_words.SHOWN.format(alt=on_one_line(block.alt)))
            yield from _table(block.table)
        case doc.WritingSpace() | doc.TickBoxes() | doc.ScaleLine():
            yield from _bold(block.label)
            yield from _to_fill_in(block)
        case doc.Signatures():
            yield from (f"{_RULED[:30]}  \n{_typed(name)}" for name in block.names)
        case doc.PageBreak():
            yield "---"


def _to_fill_in(block: doc.WritingSpace | doc.TickBoxes | doc.ScaleLine) -> Iterator[str]:
    match block:
        case doc.WritingSpace():
            yield from _said(block.text)
            yield from [_RULED] * block.lines
        case doc.TickBoxes():
            signs = "○●" if block.only_one else ("[ ]", "[x]")
            yield _points(
                ("+", f"{signs[n in block.ticked]} {_typed(option)}")
                for n, option in enumerate(block.options)
            )
        case doc.ScaleLine():
            steps = (f"{'●' if n == block.value else '○'} {n}" for n in range(1, 6))
            low, high = (escaped(on_one_line(end)) for end in (block.low, block.high))
            yield " – ".join(filter(None, [low, " ".join(steps), high]))


def _heading(level: int, text: str) -> str:
    shown = escaped(on_one_line(text))
    # Number signs at the end of a heading would be taken for its frame.
    shown = re.sub(r"(?<!\\)#$", r"\\#", shown)
    return f"{'#' * level} {shown}" if shown else ""


def _typed(text: str) -> str:
    """What somebody typed, as text of one paragraph or several."""
    return "\n\n".join(_said(text))


def _said(text: str) -> list[str]:
    return [escaped(part) for part in paragraphs(text)]


def _bold(text: str) -> list[str]:
    shown = escaped(on_one_line(text))
    return [f"**{shown}**"] if shown else []


def _fact(name: str, text: str) -> str:
    label = "".join(_bold(f"{on_one_line(name)}:" if name.strip() else ""))
    return f"{label} {_typed(text)}".strip()


def _points(points: Iterable[tuple[str, str]]) -> str:
    """A list; further lines of a point stand under its first."""
    return "\n".join(
        f"{mark} " + text.replace("\n", "\n" + " " * (len(mark) + 1)) for mark, text in points
    )


def _table(table: doc.Table) -> Iterator[str]:
    if not table.columns:
        return
    yield from _bold(table.caption)
    head, rows = table.tidy()
    ends = ("---:" if n in table.numeric else "---" for n in range(len(head)))
    lines = [_row(map(_cell, head)), _row(ends), *(_row(map(_cell, row)) for row in rows)]
    yield "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """A row is a single line, so a line end is written as HTML does."""
    return "<br>".join(escaped(line.strip()) for line in printable(text).split("\n"))
