"""The days of the garden as a calendar file (iCalendar).

An event keeps its UID as long as it is about the same thing on the same card, so that reading the
file again moves it instead of adding another one. What stands in the file hangs on the garden and
the day alone: written twice, it is the same byte for byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from gartenjahr_tui import __version__
from gartenjahr_tui.garden.ahead import (
    RUN_OUT,
    STEP_KINDS,
    Ahead,
    DayInAnswer,
    Matter,
    in_answers,
    on_cards,
    step,
    step_about,
    step_open,
)
from gartenjahr_tui.garden.checkin import last_finished, next_day
from gartenjahr_tui.garden.kinds import CheckInCard, Feast, Partnership, living
from gartenjahr_tui.garden.watering import rest_around
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.exchange import CalendarWords as words
from gartenjahr_tui.workbook.dates import german

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

ZONE = "Europe/Berlin"
"""Where the days are meant; a whole day itself has no time zone."""

STATES = tuple(words.STATES)
"""Codes of the German states."""

FIRST_SECOND = datetime(2020, 1, 1, tzinfo=UTC)
"""Instant from which SEQUENCE counts; none is earlier."""

STAYS, BEFORE, AFTER = 0, -1, 1
"""Which way an event gives way to a holiday: an occasion stays, a deadline comes earlier."""


@dataclass(frozen=True)
class CalendarEvent:
    """Something on one day, or from one day to another.

    Attributes:
        uid: Tells it from all others, in every run.
        day: Its day.
        summary: What it is called.
        about: What it belongs to; may be of several lines.
        category: What kind of event it is.
        changed: Instant of the last change (UTC) of what it was read from.
        place: Where it is.
        gives_way: Which way it moves off a holiday, one of STAYS, BEFORE, AFTER.
        moved: Whether it has moved off one.
        last: The last of several days; None for one day.
    """

    uid: str
    day: date
    summary: str
    about: str
    category: str
    changed: datetime
    place: str = ""
    gives_way: int = BEFORE
    moved: bool = False
    last: date | None = None


def gather(book: Workbook, state: str = "") -> list[CalendarEvent]:
    """All events, the earliest first; off weekends and holidays where a German state is named."""
    events = list(_EventFinder(book).events())
    if state:
        free = _free_days(state, events)
        events = [_moved(event, free) for event in events]
    return sorted(events, key=lambda event: (event.day, event.summary, event.uid))


_EVENTS = {
    Matter.STEP: (words.STEP, BEFORE),
    Matter.MILESTONE: (words.MILESTONE, BEFORE),
    Matter.TASK: (words.TASK, BEFORE),
    Matter.AGREEMENT: (words.AGREEMENT, STAYS),
    Matter.EVALUATION: (words.EVALUATION, BEFORE),
    Matter.NEXT_LEVEL: (words.NEXT_LEVEL, BEFORE),
    Matter.END: (words.END, STAYS),
    Matter.MEETING: (words.MEETING, STAYS),
    Matter.FEAST: (words.FEAST, STAYS),
    Matter.FEAST_TASK: (words.FEAST_TASK, BEFORE),
    Matter.HARVEST_HOUR: (words.HARVEST_HOUR, BEFORE),
    Matter.KNOCK: (words.KNOCK, AFTER),
}
"""What is in the calendar: its category, and which way it gives way to a holiday."""


class _EventFinder:
    """Looks for the days in one garden."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._cards = book, book.cards
        self._first = book.today - timedelta(days=RUN_OUT)
        self._garden = UUID(book.garden_id)
        self._uids = Counter[str]()

    def events(self) -> Iterator[CalendarEvent]:
        """All events, in no order."""
        if living(self._cards):
            yield self._check_in()
            yield self._rest()
        found = (card for kind in STEP_KINDS for card in self._cards.of(kind))
        steps = (step(card) for card in found if step_open(self._cards, card))
        for one in chain(on_cards(self._cards), steps):
            yield from self._event(one)
        for named in in_answers(self._book):
            if named.day >= self._first:
                yield self._named(named)

    def _named(self, one: DayInAnswer) -> CalendarEvent:
        """The event of a day that was named in an answer."""
        category, gives_way = _EVENTS[one.matter]
        key = f"{one.answer.key.prompt}/{folded(one.name) or one.day.isoformat()}"
        summary = words.SUMMARY.format(what=category, name=one.name) if one.name else category
        changed = one.answer.changed_at or FIRST_SECOND
        uid = self._uid(key)
        return CalendarEvent(uid, one.day, summary, "", category, changed, gives_way=gives_way)

    def _check_in(self) -> CalendarEvent:
        today = self._book.today
        begin, last = next_day(self._book), last_finished(self._book)
        key = f"{last.id}/{CheckInCard.next_day.id}" if last else f"checkin/{begin.isoformat()}"
        changed = last.changed_at if last else None
        if begin < today:
            # A reminder of a missed one is of use today only.
            begin, changed = today, None
        changed = changed or datetime.combine(min(begin, today), time(), UTC)
        said = (words.CHECK_IN, words.CHECK_IN_ABOUT, words.CHECK_IN)
        return CalendarEvent(self._uid(key), begin, *said, changed, gives_way=AFTER)

    def _rest(self) -> CalendarEvent:
        """The time of rest it is, or the next one."""
        begin, last = rest_around(self._book.cards, self._book.today)
        changed = datetime.combine(date(begin.year, 1, 1), time(), UTC)
        key = f"rest/{begin.isoformat()}"
        said = (words.REST, words.REST_ABOUT, words.REST)
        return CalendarEvent(self._uid(key), begin, *said, changed, gives_way=STAYS, last=last)

    def _event(self, one: Ahead) -> Iterator[CalendarEvent]:
        """The event of something that has a day; a calendar looks back a little as well."""
        if one.day is None or one.matter not in _EVENTS:
            return
        card, (category, gives_way) = one.card, _EVENTS[one.matter]
        key = f"{card.id}/{one.field}"
        if one.listed:
            # By its name: a day that is put off is the usual change. Without one only the day is
            # left to know it by.
            key = f"{key}/{folded(one.name) or one.day.isoformat()}"
        uid = self._uid(key)
        # A milestone that is reached says so where it had been read before.
        reached = one.done and one.matter is Matter.MILESTONE
        if one.day < self._first or one.dropped or (one.done and not reached):
            return
        summary = words.SUMMARY.format(what=category, name=one.name or self._cards.title(card))
        yield CalendarEvent(
            uid,
            one.day,
            words.REACHED.format(summary=summary) if reached else summary,
            self._about(one),
            category,
            _changed(card),
            Feast(card).place if one.matter is Matter.FEAST else "",
            gives_way,
        )

    def _about(self, one: Ahead) -> str:
        """What a step is about, or the card an entry stands on and its partners."""
        title, cards = self._cards.title, self._cards
        if one.matter is Matter.STEP:
            return ", ".join(map(title, step_about(cards, one.card)))
        if not one.listed:
            return ""
        partners = ", ".join(map(title, cards.named(one.card, Partnership.partners.id)))
        return "\n".join(filter(None, (title(one.card), partners)))

    def _uid(self, key: str) -> str:
        """The UID of what a key stands for; of several of the same name, each gets its own."""
        self._uids[key] += 1
        number = self._uids[key]
        return f"{uuid5(self._garden, key if number == 1 else f'{key}/{number}')}@gartenjahr"


def _changed(card: Card) -> datetime:
    return card.changed_at or card.created_at or FIRST_SECOND


# Holidays

FreeDays = dict[date, str]
"""Day → name of the holiday."""


def _free_days(state: str, events: list[CalendarEvent]) -> FreeDays:
    """The public holidays of a German state in the years of some events."""
    from holidays import country_holidays

    years = {event.day.year + near for event in events for near in (-1, 0, 1)}
    return dict(country_holidays("DE", subdiv=state, years=years, language="de", expand=False))


def _moved(event: CalendarEvent, free: FreeDays) -> CalendarEvent:
    """An event on a working day; what it was moved for stands in it."""
    day = event.day
    if event.gives_way == STAYS:
        return event
    while day in free or day.weekday() >= 5:
        day += timedelta(days=event.gives_way)
    if day == event.day:
        return event
    why = free.get(event.day) or words.WEEKEND[event.day.weekday() - 5]
    note = words.MOVED.format(day=german(event.day), why=why)
    about = "\n".join(filter(None, (event.about, note)))
    return replace(event, day=day, about=about, moved=True)


# Writing


def as_ics(events: list[CalendarEvent], library: str = "") -> bytes:
    """The events as a calendar file, named after the library if that has a name."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Gartenjahr//Gartenjahr {__version__}//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.NAME.format(library=library) if library else words.TITLE)
    calendar.add("x-wr-timezone", ZONE)
    for event in events:
        entry = icalendar.Event()
        changed = max(event.changed.astimezone(UTC), FIRST_SECOND).replace(microsecond=0)
        entry.add("uid", event.uid)
        entry.add("dtstamp", changed)
        entry.add("last-modified", changed)
        entry.add("sequence", int((changed - FIRST_SECOND).total_seconds()))
        entry.add("dtstart", event.day)
        entry.add("dtend", (event.last or event.day) + timedelta(days=1))
        entry.add("summary", event.summary)
        entry.add("categories", [words.TITLE, event.category])
        # A reminder takes no time of the day.
        entry.add("transp", "TRANSPARENT")
        if event.about:
            entry.add("description", event.about)
        if event.place:
            entry.add("location", event.place)
        calendar.add_component(entry)
    written: bytes = calendar.to_ical()
    return written
