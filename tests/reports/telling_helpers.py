"""What the tests of the reports of a year have in common: a garden and how a document reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.reports import account, counting, quarterly, yearly
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    Paragraph,
    Table,
    WritingSpace,
)
from gartenjahr_tui.reports.report import Composed, Report, Scope, compose

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

REPORTS = {r.id: r for module in (yearly, account, quarterly, counting) for r in module.REPORTS}


def composed(book: Workbook, report: str, *left_out: str, **chosen: str) -> Composed:
    """A report with all its parts but some."""
    kind: Report = REPORTS[report]
    wanted = frozenset(part.id for part in kind.parts) - set(left_out)
    return compose(kind, Scope(book, chosen), wanted)


def document(book: Workbook, report: str, **chosen: str) -> Document:
    """The document of a report with all its parts."""
    return composed(book, report, **chosen).document


def read(book: Workbook, report: str, *left_out: str, **chosen: str) -> str:
    """How a report reads, line by line."""
    made = composed(book, report, *left_out, **chosen).document
    return "\n".join([made.title, made.subtitle, *(t for b in made.blocks for t in texts(b))])


def texts(block: Block) -> Iterator[str]:
    """The lines of a block; the cells of a table stand beside each other."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Facts():
            yield from (f"{name}: {text}" for name, text in block.rows)
        case Table():
            yield from filter(None, [block.caption])
            yield from (" | ".join(row) for row in block.rows)
        case Chart():
            yield from (block.title, block.alt)
        case WritingSpace():
            yield block.label
        case _:
            raise AssertionError(block)


def table(made: Document, caption: str) -> dict[str, tuple[str, ...]]:
    """The table of a caption: first cell → the others."""
    found = next(b for b in made.blocks if isinstance(b, Table) and b.caption == caption)
    return {first: tuple(rest) for first, *rest in found.rows}


def add(book: Workbook, kind: str, **value: Any) -> Card:
    """A card with nothing in it but this."""
    form = book.guide.forms[kind]
    start: dict[str, Any] = {
        field.id: [] for field in form.fields.values() if field.current and field.start
    }
    return book.cards.add(kind, {**start, **value})
