"""The garden's figures, garden year by garden year: pure functions of the book.

ISO days are in order as text, so a big garden need not parse all of them: each different day is
looked at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.words.garden import OverviewWords as names
from gartenjahr_tui.words.rhythm import FiguresWords as words
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.values import history, shown_day
from gartenjahr_tui.workbook.years import FIRST_YEAR, first_day, year_of

if TYPE_CHECKING:
    from datetime import date

    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

PHASES = ("1", "2", "3", "")
"""Phases of the library's image, and none yet."""

STAGES = tuple(names.STAGE_NAMES)
GROWTHS = (*names.GROWTH_NAMES, "")
SEED_STATES = ("gefunden", "gesaet", "gewachsen")
OUTCOMES = ("erledigt", "gemeinsam", "offen")
"""Answered alone, together, not yet."""

FIRST_STEPS: tuple[kinds.FirstStep, ...] = ("partner", "wir", "ergab-sich")
"""The partner on their own, the library, nobody in particular."""

DATED = (kinds.Encounter.KIND, kinds.Harvest.KIND, kinds.Request.KIND)
"""Kinds with one day each, ``am``."""

HISTORIES = {
    kinds.Partner.KIND: (kinds.Partner.image.id,),
    kinds.Partnership.KIND: (
        kinds.Partnership.stages.id,
        kinds.Partnership.growths.id,
        kinds.Partnership.decisions.id,
    ),
    kinds.Seed.KIND: (kinds.Seed.state.id,),
}
"""Kind → its histories that are counted here."""

Counts = tuple[int, ...]


@dataclass(frozen=True)
class Figure:
    """Some counts for each garden year.

    Attributes:
        id: Stable name.
        title: What is counted.
        columns: Names of the counts.
        rows: Number of the year and its counts, ascending.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Counts], ...]

    @property
    def grown(self) -> tuple[tuple[int, Counts], ...]:
        """The rows from the first year on in which there is something to count."""
        first = next((n for n, (_, counts) in enumerate(self.rows) if any(counts)), len(self.rows))
        return self.rows[first:]

    def sentences(self, label: Callable[[int], str]) -> Iterator[str]:
        """The same in sentences, the newest year first; ``label`` says what a year is called."""
        for year, counts in reversed(self.grown):
            named = zip(self.columns, counts, strict=True)
            said = (words.COUNT.format(name=name, count=count) for name, count in named)
            yield words.SENTENCE.format(year=label(year), counts=words.JOIN.join(said))


class _Calendar:
    """Tells in which of some garden years a kept day lies."""

    def __init__(self, book: Workbook, years: Sequence[int]) -> None:
        month = book.profile.start_month
        self.years = years
        self._starts = [first_day(year, month).isoformat() for year in years]
        self._end = first_day(years[-1] + 1, month).isoformat()

    def year(self, day: str) -> int | None:
        """The year of a day; None when it is none, or lies in none of them."""
        if not (self._starts[0] <= day < self._end) or day_of(day) is None:
            return None
        return self.years[bisect_right(self._starts, day) - 1]

    def limits(self) -> list[tuple[int, str]]:
        """Every year with the day on which the next one begins."""
        return list(zip(self.years, (*self._starts[1:], self._end), strict=True))


def figures(book: Workbook) -> list[Figure]:
    """All figures of the garden from its first year to the present one."""
    years = years_of(book)
    return [make(book, years) for make in _ALL]


def present_year(book: Workbook) -> int:
    """The garden year it is by the calendar."""
    return year_of(book.today, book.profile.start_month)


def latest_years(book: Workbook, most: int) -> range:
    """The present garden year and some before it."""
    last = present_year(book)
    return range(last - most + 1, last + 1)


def years_of(book: Workbook) -> range:
    """From the first year of the garden, or of its first dated thing, to the present one."""
    month, last = book.profile.start_month, present_year(book)
    first = min(book.years[0], last)
    earlier = first_day(first, month).isoformat()
    # Few days are earlier than the garden itself; only they need be understood.
    oldest = first_day(FIRST_YEAR, month).isoformat()
    days = (day for day in _all_days(book) if oldest <= day < earlier)
    early = min(filter(day_of, days), default="")
    if found := day_of(early):
        first = year_of(found, month)
    return range(first, last + 1)


def _all_days(book: Workbook) -> Iterable[str]:
    for kind in (*DATED, kinds.Thanks.KIND):
        yield from _days(book.cards.of(kind))
    for kind, fields in HISTORIES.items():
        for card in book.cards.of(kind):
            for field in fields:
                for entry in card.value.get(field, ()):
                    if day := entry.get("am"):
                        yield day


def _days(cards: Iterable[Card]) -> Iterable[str]:
    """The days of some cards, as they are kept."""
    return filter(None, (card.value.get("am") for card in cards))


# Counted by the day


def encounters(book: Workbook, years: Sequence[int]) -> Figure:
    """Encounters in each of some years."""
    rows = _rows(book, years, {"": _days(book.cards.of(kinds.Encounter.KIND))})
    return Figure("encounters", words.ENCOUNTERS, words.ENCOUNTER_COLUMNS, rows)


def first_steps(book: Workbook, years: Sequence[int]) -> Figure:
    """Who took the first step to an encounter in each year: the partner on their own, or we."""
    met = book.cards.of(kinds.Encounter.KIND)
    taken = {
        who: [card for card in met if kinds.Encounter(card).first_step == who]
        for who in FIRST_STEPS
    }
    rows = _rows(book, years, {who: _days(cards) for who, cards in taken.items()})
    return Figure("first-steps", words.FIRST_STEPS, words.FIRST_STEP_COLUMNS, rows)


def harvests(book: Workbook, years: Sequence[int]) -> Figure:
    """Harvests in each of some years."""
    rows = _rows(book, years, {"": _days(book.cards.of(kinds.Harvest.KIND))})
    return Figure("harvests", words.HARVESTS, words.HARVEST_COLUMNS, rows)


def requests(book: Workbook, years: Sequence[int]) -> Figure:
    """Requests of each year: answered alone, together, not yet."""
    found: dict[str, list[Card]] = {outcome: [] for outcome in OUTCOMES}
    for card in book.cards.of(kinds.Request.KIND):
        found.get(kinds.Request(card).outcome, []).append(card)
    rows = _rows(book, years, {outcome: _days(cards) for outcome, cards in found.items()})
    return Figure("requests", words.REQUESTS, words.REQUEST_COLUMNS, rows)


def thanks(book: Workbook, years: Sequence[int]) -> Figure:
    """Thanks spoken in each year; and those noted in it that are still open."""
    spoken, noted = [], []
    for card in book.cards.of(kinds.Thanks.KIND):
        if kinds.Thanks(card).state == "erledigt":
            spoken.append(card)
        elif card.made_on:
            noted.append(card.made_on.isoformat())
    rows = _rows(book, years, {"spoken": _days(spoken), "open": noted})
    return Figure("thanks", words.THANKS, words.THANKS_COLUMNS, rows)


def seeds(book: Workbook, years: Sequence[int]) -> Figure:
    """Seeds that were found, sown, grown in each year; each seed once in a year."""
    calendar = _Calendar(book, years)
    found = Counter[tuple[int | None, str]]()
    for card in book.cards.of(kinds.Seed.KIND):
        found.update(
            {
                (calendar.year(day), str(entry.get("stand")))
                for entry in card.value.get(kinds.Seed.state.id, ())
                if isinstance(day := entry.get("am"), str)
            }
        )
    rows = tuple((year, tuple(found[year, state] for state in SEED_STATES)) for year in years)
    return Figure("seeds", words.SEEDS, words.SEED_COLUMNS, rows)


def _rows(
    book: Workbook, years: Sequence[int], days: Mapping[str, Iterable[str]]
) -> tuple[tuple[int, Counts], ...]:
    """How many days lie in each year; given are those of each state, as they are kept."""
    calendar = _Calendar(book, years)
    counted = Counter[tuple[int | None, str]]()
    for state, found in days.items():
        for day, count in Counter(found).items():
            counted[calendar.year(day), state] += count
    return tuple((year, tuple(counted[year, state] for state in days)) for year in years)


# As of the end of each year


def phases(book: Workbook, years: Sequence[int]) -> Figure:
    """How many partners see the library in which phase at the end of each year."""
    rows = _at_ends(book, years, kinds.Partner.KIND, kinds.Partner.image.id, PHASES)
    return Figure("phases", words.PHASES, words.PHASE_COLUMNS, rows)


def stages(book: Workbook, years: Sequence[int]) -> Figure:
    """How many living partnerships are at which stage at the end of each year."""
    rows = _at_ends(book, years, kinds.Partnership.KIND, kinds.Partnership.stages.id, STAGES)
    return Figure("stages", words.STAGES, tuple(names.STAGE_NAMES.values()), rows)


def growth(book: Workbook, years: Sequence[int]) -> Figure:
    """How far living partnerships have grown at the end of each year."""
    rows = _at_ends(book, years, kinds.Partnership.KIND, kinds.Partnership.growths.id, GROWTHS)
    columns = (*names.GROWTH_NAMES.values(), words.NO_GROWTH)
    return Figure("growth", words.GROWTH, columns, rows)


def _at_ends(
    book: Workbook, years: Sequence[int], kind: str, field: str, states: Sequence[str]
) -> tuple[tuple[int, Counts], ...]:
    """How many cards of a kind are in which state as of the end of each year."""
    limits = _Calendar(book, years).limits()
    counted = {year: Counter[str]() for year in years}
    decided = kinds.Partnership.decisions.id
    for card in book.cards.of(kind):
        past = {id: _past(book, card, id) for id in HISTORIES[kind]}
        first = _first_day(card, past.values())
        for year, limit in limits:
            if first < limit and _at(past.get(decided, []), limit) not in kinds.ENDING:
                counted[year][_at(past[field], limit)] += 1
    return tuple((year, tuple(counted[year][state] for state in states)) for year in years)


def states_before(book: Workbook, card: Card, day: date) -> dict[str, str] | None:
    """Where a partner, a partnership or a seed stood on the eve of a day.

    Returns:
        Id of each history that is counted here and its state, empty when there was none; None when
        the card was not there yet, or when the partnership had ended.
    """
    limit = day.isoformat()
    past = {id: _past(book, card, id) for id in HISTORIES[card.kind]}
    states = {id: _at(entries, limit) for id, entries in past.items()}
    if (
        _first_day(card, past.values()) >= limit
        or states.get(kinds.Partnership.decisions.id) in kinds.ENDING
    ):
        return None
    return states


Past = list[tuple[str, str]]
"""Day and state, the latest first; an entry without a day comes last and has an empty one."""


def _past(book: Workbook, card: Card, field_id: str) -> Past:
    field = book.guide.forms[card.kind].fields[field_id]
    return [(shown_day(e), str(e[field.current])) for e in history(field, card.value)]


def _at(past: Past, limit: str) -> str:
    """The state on the day before the limit; empty when there was none."""
    return next((state for day, state in past if day < limit), "")


def _first_day(card: Card, pasts: Iterable[Past]) -> str:
    """Since when a card counts: since its first dated entry or its beginning, or it was made."""
    days = [day for past in pasts for day, _ in past if day]
    if begun := kinds.Partnership(card).begin:
        days.append(begun.isoformat())
    if card.made_on:
        days.append(card.made_on.isoformat())
    return min(days, default="")


_ALL: tuple[Callable[[Workbook, Sequence[int]], Figure], ...] = (
    *(phases, stages, growth, seeds),
    *(encounters, first_steps, harvests, thanks, requests),
)
