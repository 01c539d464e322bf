"""Who came: the visitors of events and harvests, each event once, and their sums."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import Attended, Encounter, Harvest
from gartenjahr_tui.garden.reading import CardView
from gartenjahr_tui.reports.document import Block, table
from gartenjahr_tui.reports.phrases import joined, shown
from gartenjahr_tui.reports.telling import Days
from gartenjahr_tui.words.yearly import VisitorsWords as words
from gartenjahr_tui.workbook.dates import in_words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

PEOPLE = re.compile(
    r"\b(gäste|gast|besuche\w*|teilnehm\w*|teilgenommen\w*|kinder|erwachsene|jugendliche|familien|"
    r"eltern|personen|menschen|zuhör\w*|zuschau\w*|publikum|leute|schüler\w*|anwesende|senior\w*)\b",
    re.IGNORECASE,
)
"""Words by which a number of a harvest counts people."""


@dataclass(frozen=True)
class Visit:
    """An event people came to.

    Attributes:
        card: The encounter or the harvest it is known from.
        guests: How many came, children and those online among them; None where nobody counted.
        children: How many of them were children or young people; None where nothing is said.
        online: How many of them took part online; None where nothing is said.
    """

    day: date
    title: str
    card: Card
    guests: float | None
    children: float | None
    online: float | None

    @property
    def kinds(self) -> str:
        """„davon 12 Kinder und Jugendliche, 3 online“; empty where nothing is said."""
        known = ((self.children, words.CHILDREN), (self.online, words.ONLINE))
        parts = (form.format(count=shown(count)) for count, form in known if count)
        return joined(*parts)


def people_counted(harvest: Card) -> tuple[str, float] | None:
    """The number of people among the free numbers of a harvest: what it is called, and how many."""
    for what, number in Harvest(harvest).numbers:
        if PEOPLE.search(what) and isinstance(number, int | float) and number:
            return what, number
    return None


def same_event(cards: Cards, card: Card, other: Card) -> bool:
    """Whether two cards of one day are about one event: by a partner both name, or by name."""
    mine, others = (set(Encounter.partners.of(CardView(one))) for one in (card, other))
    return bool(mine & others) or cards.title(card) == cards.title(other)


def visits(cards: Cards, encounters: Days, harvests: Days) -> list[Visit]:
    """The events among some encounters and harvests, by day; what both tell of counts once."""
    found: list[Visit] = []
    for day, card in encounters:
        if Encounter(card).meeting == "veranstaltung" or Encounter(card).guests is not None:
            found.append(_visit(cards, day, card))
    for day, card in harvests:
        visit = _visit(cards, day, card)
        twin = next((n for n, one in enumerate(found) if _twins(cards, one, visit)), None)
        if twin is not None:
            if found[twin].guests is None:
                first = found[twin]
                found[twin] = replace(visit, title=first.title, card=first.card)
        elif visit.guests is not None:
            found.append(visit)
    return sorted(found, key=lambda one: one.day)


def _twins(cards: Cards, one: Visit, other: Visit) -> bool:
    return one.day == other.day and same_event(cards, one.card, other.card)


def _visit(cards: Cards, day: date, card: Card) -> Visit:
    view = Attended(card)
    guests = view.guests
    if guests is None and card.kind == Harvest.KIND:
        counted = people_counted(card)
        guests = counted[1] if counted else None
    return Visit(day, cards.title(card), card, guests, view.children, view.online)


def visitors(found: Iterable[Visit]) -> Iterator[Block]:
    """The events at which somebody counted, as a table with the sums, where there are any."""
    counted = [one for one in found if one.guests is not None]
    rows = [
        (in_words(one.day), one.title, *map(_figure, (one.guests, one.children, one.online)))
        for one in counted
    ]
    if len(rows) > 1:
        sums = (
            sum(filter(None, numbers))
            for numbers in zip(*((v.guests, v.children, v.online) for v in counted), strict=True)
        )
        rows.append((words.SUM, words.EVENTS.format(count=len(counted)), *map(_sum, sums)))
    yield from table(words.COLUMNS, rows, words.TABLE, {2, 3, 4})


def _figure(number: float | None) -> str:
    return "" if number is None else shown(number)


def _sum(number: float) -> str:
    return shown(number) if number else ""
