"""Going through a round as a librarian does: a station, what is said there, and on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.rounds import Round, Station
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.guide.model import FieldKind
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.values import fitted

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def partnership(book: Workbook, title: str, **value: Any) -> Card:
    """Put a partnership into the garden."""
    return book.cards.add("partnership", {"titel": title, **value})


def station_of(round: Round, part: str) -> Station:
    """The station of this title, or whose id ends so."""
    return next(s for s in round.stations() if part == s.section.title or s.section.id == part)


def card_of(round: Round, part: str) -> Card:
    """The card of a station, see :func:`station_of`."""
    sheet = station_of(round, part).sheet
    assert isinstance(sheet, CardSheet)
    return sheet.card


def say(station: Station, **value: Any) -> None:
    """Type into fields of a station, question by question."""
    said = set()
    for prompt in station.section.prompts:
        ids = {field.id for field in prompt.fields} & value.keys()
        if ids:
            raw = dict(station.sheet.answer(prompt.id).value)
            station.sheet.put(prompt, {**raw, **{id: value[id] for id in ids}})
            said |= ids
    assert said == value.keys(), value.keys() - said


def visit(round: Round, part: str, **value: Any) -> Station:
    """Go to a station, say something, and go on."""
    station = station_of(round, part)
    round.go_to(station)
    say(station, **value)
    round.leave(station)
    return station


def titles(round: Round) -> list[str]:
    """What the stations are called."""
    return [station.section.title for station in round.stations()]


def states(book: Workbook, card: Card, history: str) -> list[tuple[str, str, str]]:
    """Day, state and reason of a history, in the order in which they stand there."""
    field = book.cards.form(card).fields[history]
    text = next(column.id for column in field.columns if column.kind is FieldKind.TEXT)
    entries = book.cards[card.id].value.get(history, [])
    return [(e.get("am", ""), e.get(field.current, ""), e.get(text, "")) for e in entries]


def put_as_it_was_kept(book: Workbook, card: Card) -> Card:
    """Let a card stand there as an earlier program, or a hand in the file, has left it."""
    value = fitted(book.cards.form(card).fields.values(), card.value)
    book.cards._place(replace(card, value=value))
    return book.cards[card.id]
