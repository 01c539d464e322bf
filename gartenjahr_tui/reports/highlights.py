"""The highlights of a garden year, its firsts among them, and the partnerships that ended well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import ENDING, Encounter, Feast, Harvest, Partner, Partnership
from gartenjahr_tui.garden.reading import Read, Was
from gartenjahr_tui.reports.document import Block, Heading, Paragraph, facts, table
from gartenjahr_tui.reports.phrases import joined, listed, spelled
from gartenjahr_tui.reports.telling import YearView, view
from gartenjahr_tui.words.yearly import HighlightsWords as words
from gartenjahr_tui.workbook.dates import in_words

if TYPE_CHECKING:
    from gartenjahr_tui.reports.report import Scope
    from gartenjahr_tui.workbook.plain import Card

Events = Iterator[tuple[date, str]]


def highlights(scope: Scope) -> Iterator[Block]:
    """What was harvested, celebrated, reached, and what came for the first time, by day."""
    year = view(scope)
    events = sorted({*_events(year), *_firsts(year)})
    yield from table((words.DAY, words.WHAT), ((in_words(day), text) for day, text in events))


def _events(year: YearView) -> Events:
    scope = year.scope
    for day, harvest in year.within(Harvest.KIND):
        first = _is_first(scope, harvest)
        sentence = words.FIRST_HARVEST if first else words.HARVEST
        yield day, sentence.format(title=year.title(harvest), partnership=first)
    for day, feast in year.within(Feast.KIND):
        if day <= scope.book.today:
            place = Feast(feast).place
            sentence = words.FEAST_AT if place else words.FEAST
            yield day, sentence.format(title=year.title(feast), place=place)
    for partnership in scope.cards.of(Partnership.KIND):
        for one in Partnership(partnership).milestones:
            if one.day and scope.within(one.day) and one.state == "erreicht" and one.name:
                title = year.title(partnership)
                yield one.day, words.MILESTONE.format(what=one.name, title=title)


def _is_first(scope: Scope, harvest: Card) -> str:
    """Name of the partnership of which it is the first harvest; empty for a later one, or none."""
    cards, day = scope.cards, Harvest(harvest).on
    for partnership in cards.named(harvest, Harvest.partnership.id):
        others = cards.naming(partnership.id, Harvest.KIND)
        if all(day and day < (Harvest(o).on or date.min) for o in others if o.id != harvest.id):
            return cards.title(partnership)
    return ""


def _firsts(year: YearView) -> Events:
    """What came for the first time: a partnership, its fruit, a closer tie, a partner's call."""
    scope = year.scope
    for card in scope.cards.of(Partnership.KIND):
        title = year.title(card)
        seen = [one.day for one in Partnership(card).growths if one.day]
        begin = Partnership(card).begin or min(seen, default=None)
        if scope.within(begin):
            yield begin or date.min, words.BEGUN.format(title=title)
        for history, state, sentence in _REACHED:
            if (day := _first_day(history.of(Partnership(card)), state)) and scope.within(day):
                yield day, sentence.format(title=title)
    for card in scope.cards.of(Partner.KIND):
        came = (
            Encounter(one).on
            for one in scope.cards.naming(card.id, Encounter.KIND)
            if Encounter(one).first_step == "partner"
        )
        if (day := min(filter(None, came), default=None)) and scope.within(day):
            yield day, words.CAME.format(title=year.title(card))


_REACHED: tuple[tuple[Read[tuple[Was[str], ...]], str, str], ...] = (
    (Partnership.growths, "frucht", words.FRUIT),
    (Partnership.stages, "strategisch", words.STRATEGIC),
)
"""History of a partnership, a state of it, and what is said when that came for the first time."""


def _first_day(states: Iterable[Was[str]], state: str) -> date | None:
    return min((one.day for one in states if one.state == state and one.day), default=None)


# What ended


def ended(year: YearView) -> list[Card]:
    """The partnerships that ended in the year."""
    alive = {stood.card.id for stood in year.partnerships}
    found = {card.id for _, card, way, _ in year.decisions() if way in ENDING} - alive
    return [card for card in year.scope.cards.of(Partnership.KIND) if card.id in found]


def farewells(scope: Scope) -> Iterator[Block]:
    """Each partnership that ended: with whom, from when to when, what grew in it and what stays."""
    year = view(scope)
    for card in ended(year):
        one = Partnership(card)
        harvests = map(year.title, scope.cards.naming(card.id, Harvest.KIND))
        yield Heading(year.title(card), 2)
        yield Paragraph(_farewell(year, one, year.partners_of(card)))
        yield from facts(
            (words.GREW, listed(harvests)),
            (words.REMAINS, one.remains.strip()),
            (words.THANKS_TO, listed(one.thanked)),
            (words.DOOR, words.DOORS.get(one.door, "")),
        )


def _farewell(year: YearView, one: Partnership, partners: str) -> str:
    begin, end = spelled(one.begin), spelled(one.ended_on)
    span = words.SPAN.format(begin=begin, end=end) if begin and end else end
    about = joined(partners and words.WITH.format(partners=partners), span)
    return (words.ENDED_ABOUT if about else words.ENDED).format(about=about)
