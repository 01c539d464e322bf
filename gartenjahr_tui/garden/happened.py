"""What has happened in the garden since a day, as German lines: what a check-in begins with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.ahead import thanks_open
from gartenjahr_tui.garden.kinds import Harvest, Partnership, Thanks
from gartenjahr_tui.words.rhythm import HappenedWords as words
from gartenjahr_tui.workbook.dates import day_of, german

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

MOST_NAMED = 3
"""Names in a line; of more only the number is said."""

ON = Harvest.on.id
"""The field of the day, which encounters, harvests and thanks have alike."""

MOST_LINES = 6
"""Changes of one kind that are listed."""

HISTORIES = (Partnership.stages, Partnership.growths, Partnership.decisions)
"""Histories of a partnership whose changes are worth telling."""


def lines(book: Workbook, since: date, until: date | None = None) -> list[str]:
    """What has happened in the whole garden from a day until another, or until today."""
    cards, end = book.cards, until or book.today
    seeds = cards.of("seed")
    found = [
        *_counted(words.ENCOUNTERS, _dated(cards.of("encounter"), since, end)),
        *_named(words.HARVESTS, cards, _dated(cards.of("harvest"), since, end)),
        *_counted(words.THANKS, _thanked(cards.of("thanks"), since, end)),
        *_counted(words.SEEDS, [s for s in seeds if s.made_on and since <= s.made_on <= end]),
        *_few(_milestones(cards, cards.of("partnership"), since, end, with_name=True)),
    ]
    named = [
        words.OF.format(name=cards.title(card), change=change)
        for card in cards.of("partnership")
        for change in _changes(cards, card, since, end)
    ]
    return [*found, *_few(named)]


def with_partnership(book: Workbook, partnership: Card, since: date) -> list[str]:
    """What has happened in one partnership from a day until today."""
    cards, end = book.cards, book.today
    met = {e.id: e for e in cards.naming(partnership.id, "encounter")}
    for partner in cards.named(partnership, Partnership.partners.id):
        met |= {e.id: e for e in cards.naming(partner.id, "encounter")}
    harvests = cards.naming(partnership.id, "harvest")
    thanks = {t.id: t for harvest in harvests for t in cards.naming(harvest.id, "thanks")}
    waiting = [card for card in thanks.values() if thanks_open(cards, card)]
    return [
        *_counted(words.ENCOUNTERS, _dated(met.values(), since, end)),
        *_changes(cards, partnership, since, end),
        *_named(words.HARVESTS, cards, _dated(harvests, since, end)),
        *_counted(words.THANKS, _thanked(thanks.values(), since, end)),
        *_counted(words.THANKS_OPEN, waiting),
        *_few(_milestones(cards, [partnership], since, end)),
    ]


def _dated(found: Iterable[Card], since: date, until: date) -> list[Card]:
    """Those whose day lies between two days, both included."""
    start, end = since.isoformat(), (until + timedelta(days=1)).isoformat()
    # ISO days are in order as text, so a big garden need not parse all of them.
    return [c for c in found if start <= str(c.value.get(ON, "")) < end and day_of(c.value[ON])]


def _thanked(found: Iterable[Card], since: date, until: date) -> list[Card]:
    return [c for c in _dated(found, since, until) if Thanks(c).state == "erledigt"]


def _changes(cards: Cards, partnership: Card, since: date, until: date) -> Iterator[str]:
    """Every change of a history between two days: „erste Gespräche → gemeinsame Ziele“."""
    view = Partnership(partnership)
    for past in HISTORIES:
        field, entries = cards.form(partnership).fields[past.id], past.of(view)
        for entry, before in zip_longest(entries, entries[1:]):
            if entry is None or entry.day is None or not since <= entry.day <= until:
                continue
            after = field.state_label(entry.state)
            if past is Partnership.decisions:
                yield words.DECIDED.get(entry.state, after)
            elif before is None:
                yield words.NOW.format(state=after)
            elif before.state != entry.state:
                yield words.CHANGE.format(before=field.state_label(before.state), after=after)


def _milestones(
    cards: Cards,
    partnerships: Iterable[Card],
    since: date,
    until: date,
    *,
    with_name: bool = False,
) -> Iterator[str]:
    for card in partnerships:
        for stone in Partnership(card).milestones:
            if stone.state == "erreicht" and stone.day and since <= stone.day <= until:
                text = words.MILESTONE.format(what=stone.name or german(stone.day))
                title = cards.title(card)
                yield words.OF.format(name=title, change=text) if with_name else text


def _counted(sentences: tuple[str, str], found: Sequence[Card]) -> list[str]:
    """„3 Begegnungen“; nothing where there are none."""
    count = len(found)
    return [sentences[count > 1].format(count=count)] if count else []


def _named(sentences: tuple[str, str], cards: Cards, found: Sequence[Card]) -> list[str]:
    """The number with the first names."""
    names = ", ".join(cards.title(card) for card in found[:MOST_NAMED])
    more = words.MORE if len(found) > MOST_NAMED else ""
    return [f"{line}: {names}{more}" for line in _counted(sentences, found)]


def _few(found: Iterable[str]) -> list[str]:
    every = list(found)
    rest = len(every) - MOST_LINES
    return [*every[:MOST_LINES], *([words.AND_MORE.format(count=rest)] if rest > 0 else [])]
