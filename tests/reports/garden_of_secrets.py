"""Cards in which every field says where it is from, so that one sees what goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.reports.report import Composed, Report, Scope, compose

if TYPE_CHECKING:
    from gartenjahr_tui.reports.document import Document
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card


def marked(kind: str, field: Field, place: str = "") -> Any:
    """Something that fits a field and says where it stands."""
    place = f"{place}{field.id}"
    match field.kind:
        case FieldKind.TEXT | FieldKind.LINE:
            return f"[{kind}.{place}]"
        case FieldKind.SCALE:
            return 3
        case FieldKind.CHOICE:
            return field.options[0].id
        case FieldKind.CHECKS:
            return [option.id for option in field.options]
        case FieldKind.DATE:
            return "2026-03-12"
        case FieldKind.NUMBER:
            return 7
        case FieldKind.ENTRIES:
            return [{c.id: marked(kind, c, f"{place}.") for c in field.columns}]
        case _:
            return []


def plant(book: Workbook, kind: str, **links: Any) -> Card:
    """A card with something in each field."""
    form = book.guide.forms[kind]
    return book.cards.add(kind, {f.id: marked(kind, f) for f in form.fields.values()} | links)


def plant_all(book: Workbook) -> dict[str, Card]:
    """One card of each kind, every one linked with the others."""
    made = {kind: plant(book, kind) for kind in book.guide.forms}
    for kind, card in made.items():
        for field in book.guide.forms[kind].fields.values():
            if field.kind is FieldKind.CARDS and not field.not_self:
                book.cards.set(card.id, **{field.id: [made[field.of].id]})
    return {kind: book.cards[card.id] for kind, card in made.items()}


def document_of(
    report: Report, book: Workbook, about: str = "", *parts: str, without: str = ""
) -> Document:
    """The document, with its usual parts and some more."""
    return composed_of(report, book, about, *parts, without=without).document


def composed_of(
    report: Report, book: Workbook, about: str = "", *parts: str, without: str = ""
) -> Composed:
    """The same, with what is said about it."""
    usual = {part.id for part in report.parts if part.wanted}
    chosen = {"ueber": about} if about else {}
    wanted = frozenset({*usual, *parts} - {without})
    return compose(report, Scope(book, chosen), wanted)


def said(part: Any) -> str:
    """Every text of a document or block, one below the other."""
    return "\n".join(_texts(part))


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
