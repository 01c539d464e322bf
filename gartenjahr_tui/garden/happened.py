"""What has happened in the garden since a day, as German lines: what a check-in begins with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING

from gartenjahr_tui.words.rhythm import HappenedWords as words
from gartenjahr_tui.workbook.dates import day_of, german
from gartenjahr_tui.workbook.values import history, shown_day

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

MOST_NAMED = 3
"""Names in a line; of more only the number is said."""

MOST_LINES = 6
"""Changes of one kind that are listed."""

STEP_KINDS = ("checkup", "encounter")
"""Kinds of card that hold a next step."""

HISTORIES = ("stufen", "wachstum", "entscheidungen")
"""Histories of a partnership whose changes are worth telling."""


def lines(book: Workbook, since: date, until: date | None = None) -> list[str]:
    """What has happened in the whole garden from a day until another, or until today."""
    cards, end = book.cards, until or book.today
    found = [
        *_counted(words.ENCOUNTERS, _dated(cards.of("encounter"), since, end)),
        *_named(words.HARVESTS, cards, _dated(cards.of("harvest"), since, end)),
        *_counted(words.THANKS, _thanked(cards.of("thanks"), since, end)),
        *_counted(words.SEEDS, _found(cards, since, end)),
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
    for partner in cards.named(partnership, "partner"):
        met |= {e.id: e for e in cards.naming(partner.id, "encounter")}
    harvests = cards.naming(partnership.id, "harvest")
    thanks = {t.id: t for harvest in harvests for t in cards.naming(harvest.id, "thanks")}
    waiting = [card for card in thanks.values() if card.value.get("stand") != "erledigt"]
    return [
        *_counted(words.ENCOUNTERS, _dated(met.values(), since, end)),
        *_changes(cards, partnership, since, end),
        *_named(words.HARVESTS, cards, _dated(harvests, since, end)),
        *_counted(words.THANKS, _thanked(thanks.values(), since, end)),
        *_counted(words.THANKS_OPEN, waiting),
        *_few(_milestones(cards, [partnership], since, end)),
    ]


def step_before(cards: Cards, look: Card, partnership: Card) -> Card | None:
    """The card with the step a look asks about: the one agreed on last that was open then.

    It stays the same one after it was closed, so that the look never closes a second one.
    """
    begun = _instant(look.created_at)
    steps = (c for kind in STEP_KINDS for c in cards.naming(partnership.id, kind))
    found = (
        card
        for card in steps
        if card.id != look.id
        and card.value.get("schritt")
        and _instant(card.created_at) <= begun
        and (step_open(card) or _instant(card.changed_at) >= begun)
    )
    return max(found, key=lambda card: str(card.value.get("am", "")), default=None)


def _instant(at: datetime | None) -> datetime:
    return at or datetime.min.replace(tzinfo=UTC)


def step_open(card: Card) -> bool:
    """Whether a card holds a next step that is not done."""
    return bool(card.value.get("schritt")) and card.value.get("schritt_stand") != "erledigt"


def _dated(found: Iterable[Card], since: date, until: date) -> list[Card]:
    """Those whose day lies between two days, both included."""
    start, end = since.isoformat(), until.isoformat()
    # ISO days are in order as text, so a big garden need not parse all of them.
    return [
        c for c in found if start <= str(c.value.get("am", "")) <= end and day_of(c.value["am"])
    ]


def _thanked(found: Iterable[Card], since: date, until: date) -> list[Card]:
    return [c for c in _dated(found, since, until) if c.value.get("stand") == "erledigt"]


def _found(cards: Cards, since: date, until: date) -> list[Card]:
    made = ((seed, seed.made_on) for seed in cards.of("seed"))
    return [seed for seed, day in made if day and since <= day <= until]


def _changes(cards: Cards, partnership: Card, since: date, until: date) -> Iterator[str]:
    """Every change of a history between two days: „erste Gespräche → gemeinsame Ziele“."""
    for id in HISTORIES:
        field = cards.forms["partnership"].fields[id]
        entries = history(field, partnership.value)
        for entry, before in zip_longest(entries, entries[1:]):
            day, state = shown_day(entry), entry[field.current]
            if not since.isoformat() <= day <= until.isoformat():
                continue
            if before is None or id == "entscheidungen":
                yield words.NOW.format(what=field.label, state=field.state_label(state))
            elif before[field.current] != state:
                earlier = field.state_label(before[field.current])
                yield words.CHANGE.format(before=earlier, after=field.state_label(state))


def _milestones(
    cards: Cards,
    partnerships: Iterable[Card],
    since: date,
    until: date,
    *,
    with_name: bool = False,
) -> Iterator[str]:
    start, end = since.isoformat(), until.isoformat()
    for card in partnerships:
        for entry in card.value.get("meilensteine", ()):
            day = day_of(entry.get("am"))
            if entry.get("stand") == "erreicht" and day and start <= day.isoformat() <= end:
                text = words.MILESTONE.format(what=entry.get("was") or german(day))
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
