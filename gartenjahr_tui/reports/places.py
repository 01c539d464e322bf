"""Places in a document that only a person can fill: of a card, of the library, of the paper alone.

What is typed into a place with a home in the garden goes there, and every other document knows it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import library
from gartenjahr_tui.guide.model import Field, FieldKind, Option
from gartenjahr_tui.outlet import Place
from gartenjahr_tui.words.garden import LibraryWords
from gartenjahr_tui.workbook.dates import day_of, german, hours, kept_date

if TYPE_CHECKING:
    from gartenjahr_tui.garden.library import Library
    from gartenjahr_tui.reports.report import Scope
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card


def line(id: str, label: str, text: str = "", *, needed: bool = True) -> Place:
    """A line that belongs to this paper alone, with what is proposed for it."""
    return Place(Field(id, FieldKind.LINE, label), text, needed)


def day(id: str, label: str, iso: str = "", *, needed: bool = True) -> Place:
    """A day that belongs to this paper alone."""
    return Place(Field(id, FieldKind.DATE, label, looks="ahead"), iso, needed)


def choice(id: str, label: str, *options: str) -> Place:
    """One of some words, for this paper alone."""
    every = tuple(Option(option, option) for option in options)
    return Place(Field(id, FieldKind.CHOICE, label, options=every))


def on_card(scope: Scope, card: Card, id: str, label: str = "", *, needed: bool = True) -> Place:
    """A field of a card, on one line."""
    field = scope.cards.form(card).fields[id]

    def put(book: Workbook, text: str) -> bool:
        book.cards.set(card.id, **{id: text})
        return True

    value = str(card.value.get(id, ""))
    # One paper may ask the same of several cards.
    asked = replace(field, id=f"{card.id}.{id}", label=label or field.label)
    return Place(asked, value, needed, put)


def time_of(card: Card, id: str, label: str) -> Place:
    """The time of day of a day on a card that has none; „15 Uhr“ goes to the day."""

    def put(book: Workbook, text: str) -> bool:
        day = day_of(book.cards[card.id].value.get(id))
        for typed in (text, LibraryWords.CLOCK.format(hour=text)):
            kept = kept_date(f"{german(day)}, {typed}", book.today) if day else ""
            if (moment := day_of(kept)) and hours(moment):
                book.cards.set(card.id, **{id: kept})
                return True
        return False

    return Place(Field(f"{card.id}.{id}.zeit", FieldKind.LINE, label), home=put)


def the_library(scope: Scope, *asked: str, needed: tuple[str, ...] = ()) -> Library:
    """The library as a document names it; some facts may be typed for it, and go to the garden."""
    known = library.library_of(scope.book)
    found = {**known.known, library.NAME: known.name}
    for field in library.FIELDS:
        if field.id in (library.NAME, *asked):
            found[field.id] = scope.place(_fact(field, found.get(field.id, ""), field.id in needed))
    return library.Library(found.pop(library.NAME), found)


def _fact(field: Field, value: str, needed: bool) -> Place:
    """A fact about the library; its id says so beside those of the paper."""

    def put(book: Workbook, text: str) -> bool:
        library.put(book, field.id, text)
        return True

    label = (
        LibraryWords.PLACE.format(label=field.label) if field.id != library.NAME else field.label
    )
    return Place(replace(field, id=f"library.{field.id}", label=label), value, needed, put)
