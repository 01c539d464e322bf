"""The days of the garden as a calendar file (iCalendar).

An event keeps its UID as long as it is about the same thing, whatever that is called and wherever
it stands, so that reading the file again moves it instead of adding another one. The garden
remembers what the last file held (:data:`PUBLISHED`): what has gone since comes as cancelled until
its day has passed. What stands in the file hangs on the garden and the day alone: written twice, it
is the same byte for byte.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5
from zlib import crc32

from gartenjahr_tui import __version__
from gartenjahr_tui.garden.ahead import (
    PAST,
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
from gartenjahr_tui.garden.kinds import CheckInCard, Feast, Partnership, Recurring, living
from gartenjahr_tui.garden.recurring import at_its_hour, duration, rule_of
from gartenjahr_tui.garden.watering import rest_around
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.exchange import CalendarWords as words
from gartenjahr_tui.workbook.dates import Moment, day_of, german, hours

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

PUBLISHED = "calendar"
"""Key of the setting: UID → sequence, first and last day, category and :attr:`CalendarEvent.mark`
of what the last file held; no words, so that what is deleted is gone from there, too."""

Record = dict[str, list[Any]]
"""What is kept there."""


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
        sequence: Grows with each change of it that has gone out.
        cancelled: Whether it takes place no more.
        card: Id of the card it stands on; empty for none.
        rule: How it recurs (RRULE without its end); empty for once.
        until: The last day on which it may begin again; None for no end.
        left_out: The days on which it does not.
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
    sequence: int = 0
    cancelled: bool = False
    card: str = ""
    rule: str = ""
    until: date | None = None
    left_out: tuple[date, ...] = ()

    @property
    def mark(self) -> str:
        """Another one as soon as anything of it that goes out is another."""
        said = (german(self.day), self.last, self.summary, self.about, self.place)
        # What does not recur is marked as it was before anything could.
        recurs = (self.rule, str(self.until), *map(str, self.left_out)) if self.rule else ()
        return "" if self.cancelled else f"{crc32(repr((*said, *recurs)).encode()):08x}"


def gather(book: Workbook, state: str = "") -> list[CalendarEvent]:
    """All events, the earliest first; off weekends and holidays where a German state is named."""
    events = list(_EventFinder(book).events())
    if state:
        free = _free_days(state, events)
        events = [_moved(event, free) for event in events]
    return sorted(events, key=lambda event: (event.day, event.summary, event.uid))


def published(book: Workbook, events: list[CalendarEvent]) -> tuple[list[CalendarEvent], Record]:
    """All events of a garden as they go out, with those that are cancelled; and what to keep of it.

    A sequence is the instant of the last change as long as nothing else has changed it; it only
    ever grows.
    """
    kept = {uid: known for uid, raw in _record(book).items() if (known := _known(raw))}
    found = [_numbered(event, kept.get(event.uid)) for event in events]
    there = {event.uid for event in found}
    gone = [
        _gone(uid, known)
        for uid, known in kept.items()
        if uid not in there and known.last >= book.today
    ]
    every = [*found, *gone]
    return every, {event.uid: _Known.of(event, book.today).raw for event in every}


def single(book: Workbook, events: list[CalendarEvent]) -> tuple[list[CalendarEvent], Record]:
    """Some events by themselves, numbered as in the file with all; and what to keep of it."""
    kept = _record(book)
    found = [_numbered(event, _known(kept.get(event.uid))) for event in events]
    return found, {**kept, **{event.uid: _Known.of(event, book.today).raw for event in found}}


@dataclass(frozen=True)
class _Known:
    """What is remembered of an event that went out."""

    sequence: int
    day: date
    last: date
    category: str
    mark: str

    @classmethod
    def of(cls, event: CalendarEvent, today: date) -> _Known:
        last = event.last or event.day
        if event.rule:
            # Cancelled for so long that whoever reads the calendar now and then comes to know it.
            last = event.until or today + timedelta(days=PAST)
        return cls(event.sequence, event.day, last, event.category, event.mark)

    @property
    def raw(self) -> list[Any]:
        days = (f"{day:%Y-%m-%d}" for day in (self.day, self.last))
        return [self.sequence, *days, self.category, self.mark]


def _record(book: Workbook) -> Record:
    found: Record = book.common(PUBLISHED, {str: list})
    return found


def _known(raw: Any) -> _Known | None:
    """What was remembered; None for anything else a file may hold."""
    match raw:
        case [int() as sequence, str() as first, str() as last, str() as category, str() as mark]:
            day, end = day_of(first), day_of(last)
            return _Known(sequence, day, end, category, mark) if day and end else None
    return None


def _numbered(event: CalendarEvent, known: _Known | None) -> CalendarEvent:
    changed = max(event.changed.astimezone(UTC), FIRST_SECOND).replace(microsecond=0)
    sequence = int((changed - FIRST_SECOND).total_seconds())
    if known:
        sequence = known.sequence if known.mark == event.mark else max(sequence, known.sequence + 1)
    return replace(event, sequence=sequence)


def _gone(uid: str, known: _Known) -> CalendarEvent:
    """What has been taken from the garden; what it was called is gone as well."""
    sequence = known.sequence + bool(known.mark)
    return CalendarEvent(
        uid,
        known.day,
        words.GONE.format(what=known.category),
        "",
        known.category,
        FIRST_SECOND,
        last=known.last,
        sequence=sequence,
        cancelled=True,
    )


_EVENTS = {
    Matter.STEP: (words.STEP, BEFORE),
    Matter.MILESTONE: (words.MILESTONE, STAYS),
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
    Matter.ENCOUNTER: (words.ENCOUNTER, STAYS),
}
"""What is in the calendar: its category, and which way it gives way to a holiday."""


_HEX = re.compile("[0-9a-f]{32}")


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
        for card in self._cards.of(Recurring.KIND):
            yield from self._recurring(card)
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
        uid = self._uid_of_entry(one) if one.listed else self._uid(f"{card.id}/{one.field}")
        # A milestone that is reached says so where it had been read before.
        reached = one.done and one.matter is Matter.MILESTONE
        if one.day < self._first or one.dropped(self._book.today) or (one.done and not reached):
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
            card=card.id,
        )

    def _recurring(self, card: Card) -> Iterator[CalendarEvent]:
        """A series by its rule, and each day that is none of it by itself."""
        view, rule, span = Recurring(card), rule_of(Recurring(card)), duration(card)
        title, partners = self._cards.title(card), self._cards.named(card, Recurring.partners.id)
        about = self._cards.named(card, Recurring.partnerships.id), partners
        first = CalendarEvent(
            self._uid(card.id),
            view.on or FIRST_SECOND.date(),
            title,
            "\n".join(", ".join(map(self._cards.title, each)) for each in about if each),
            words.RECURRING,
            _changed(card),
            view.place,
            STAYS,
            last=view.on + span if view.on and span else None,
            card=card.id,
            rule=rule,
            until=view.until,
            left_out=tuple(sorted(view.left_out)) if rule else (),
        )
        last = view.until or date.max if rule else view.on
        if view.on and last and last >= self._first and (rule or view.on not in view.left_out):
            yield first
        ids = self._cards.entry_ids(card, self._cards.form(card).fields[Recurring.others.id])
        for entry, id in zip(view.others, ids, strict=True):
            if (day := entry.day) and entry.state != "aus" and day >= self._first:
                summary = words.SUMMARY.format(what=title, name=entry.name) if entry.name else title
                uid, last = self._uid(f"{card.id}/{id}"), day + span if span else None
                day = at_its_hour(day, view.on)
                yield replace(
                    first, uid=uid, day=day, last=last, summary=summary, rule="", left_out=()
                )

    def _about(self, one: Ahead) -> str:
        """What a step is about, or the card an entry stands on and its partners."""
        title, cards = self._cards.title, self._cards
        if one.matter is Matter.STEP:
            return ", ".join(map(title, step_about(cards, one.card)))
        partners = ", ".join(map(title, cards.named(one.card, Partnership.partners.id)))
        if not one.listed:
            return partners if one.matter is Matter.ENCOUNTER else ""
        return "\n".join(filter(None, (title(one.card), partners)))

    def _uid_of_entry(self, one: Ahead) -> str:
        """The UID of an entry of a list: its own id, whatever it is called now."""
        field = self._cards.form(one.card).fields[one.field]
        id = self._cards.entry_ids(one.card, field)[one.place]
        if _HEX.fullmatch(id) and not self._uids[id]:
            self._uids[id] += 1
            return f"{UUID(id)}@gartenjahr"
        return self._uid(f"{one.card.id}/{one.field}/{id}")

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
    if event.gives_way == STAYS or hours(day):
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


TIME_ZONE = f"""\
BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""The rule itself goes on for ever, and needs no list of time zones, which Windows lacks."""

AN_HOUR = timedelta(hours=1)
"""How long something takes whose end nobody has said."""

MORNING = 9
"""Hour at which one is reminded of what takes the whole day."""


def as_ics(events: list[CalendarEvent], library: str = "", remind: str = "") -> bytes:
    """The events as a calendar file, named after the library if that has a name.

    ``remind``: how many days before one is reminded of each; empty for not at all.
    """
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
        changed = FIRST_SECOND + timedelta(seconds=event.sequence)
        entry.add("uid", event.uid)
        entry.add("dtstamp", changed)
        entry.add("last-modified", changed)
        entry.add("sequence", event.sequence)
        if event.cancelled:
            entry.add("status", "CANCELLED")
        for name, at in _span(event):
            in_zone = {"TZID": ZONE} if isinstance(at, datetime) else {}
            entry.add(name, at, parameters=in_zone)
        entry.add("summary", event.summary)
        entry.add("categories", [words.TITLE, event.category])
        # A reminder takes no time of the day; what has its hour does.
        entry.add("transp", "OPAQUE" if hours(event.day) else "TRANSPARENT")
        if event.about:
            entry.add("description", event.about)
        if event.place:
            entry.add("location", event.place)
        if event.rule:
            entry.add("rrule", icalendar.vRecur.from_ical(event.rule + _end(event)))
        for day in event.left_out:
            at = _at_its_hour(day, event)
            in_zone = {"TZID": ZONE} if isinstance(at, datetime) else {"VALUE": "DATE"}
            entry.add("exdate", at, parameters=in_zone)
        if remind and not event.cancelled:
            alarm = icalendar.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", event.summary)
            alarm.add("trigger", timedelta(days=-int(remind)) + _reminding(event, remind))
            entry.add_component(alarm)
        calendar.add_component(entry)
    if any(hours(event.day) for event in events):
        calendar.subcomponents.insert(0, icalendar.Timezone.from_ical(TIME_ZONE))
    written: bytes = calendar.to_ical()
    return written


def _at_its_hour(day: date, event: CalendarEvent) -> date:
    """A day of a series, at the hour of the first one where it has any."""
    first = event.day
    if isinstance(first, Moment) and first.start is not None:
        return datetime.combine(day, first.start)
    return day


def _end(event: CalendarEvent) -> str:
    """The end of a rule; in universal time for what has its hour, as the standard wants it."""
    if event.until is None:
        return ""
    return f";UNTIL={event.until:%Y%m%d}{'T225959Z' if hours(event.day) else ''}"


def _reminding(event: CalendarEvent, remind: str) -> timedelta:
    """When on its day one is reminded: what takes the whole day begins at midnight."""
    if not hours(event.day):
        return timedelta(hours=MORNING)
    return timedelta() if remind != "0" else -AN_HOUR


def _span(event: CalendarEvent) -> Iterator[tuple[str, date]]:
    """Begin and end: instants in :data:`ZONE` where it has its hour, else whole days."""
    day = event.day
    if not isinstance(day, Moment) or day.start is None:
        yield "dtstart", day
        yield "dtend", (event.last or day) + timedelta(days=1)
        return
    begin = datetime.combine(day, day.start)
    end = datetime.combine(day, day.end) if day.end else begin + AN_HOUR
    yield "dtstart", begin
    yield "dtend", end if end > begin else end + timedelta(days=1)
