"""Candidate figures for the German library statistics, with the rule and the records behind each.

The statistics count calendar years. What cannot be decided from the records is listed, not counted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.figures import states_before, years_of
from gartenjahr_tui.garden.kinds import Encounter, Harvest, Partner, Partnership
from gartenjahr_tui.guide.model import Option
from gartenjahr_tui.outlet import Ask
from gartenjahr_tui.reports.document import Block, Look, Paragraph, Table, table
from gartenjahr_tui.reports.phrases import brief, joined, shown, spelled
from gartenjahr_tui.reports.questions import questions
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.reports.telling import telling
from gartenjahr_tui.reports.visitors import people_counted, same_event, visits
from gartenjahr_tui.words.yearly import CountingWords as words
from gartenjahr_tui.words.yearly import QuestionsWords as question_words
from gartenjahr_tui.workbook.dates import day_of, in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

UNKNOWN = "N"
"""What the statistics take for „there is such a thing, but nobody knows how many“."""

REPORTING_MONTHS = 3
"""The first months of a year, in which the year before is reported."""

_TIMES = re.compile(
    r"\b(termine?|veranstaltung(en)?|treffen|nachmittage?|vormittage?|abende?)\b", re.I
)
_LIBRARY = r"(?:bibliothek|bücherei|mediothek|stadtbibliothek|stadtbücherei|gemeindebücherei)"
_INTRODUCTION = re.compile(
    rf"\b(?:bibliotheks?einführung|büchereieinführung|bibliotheksführung|büchereiführung|"
    rf"klassenführung|kitaführung|(?:ein)?führung (?:in|durch) (?:die|der|unsere) {_LIBRARY}|"
    rf"bibliotheksrallye)\w*",
    re.IGNORECASE,
)
_SCHOOL_LIBRARY = re.compile(
    r"\b(?:schulbibliothek|schulbücherei|schulmediothek)\w*", re.IGNORECASE
)


@dataclass(frozen=True)
class Evidence:
    """A record of the garden behind a figure: why, and how often it counts, or is to be checked."""

    day: date | None
    what: str
    why: str
    times: int = 1

    @property
    def when(self) -> str:
        """Its day in words."""
        return in_words(self.day) if self.day else words.NO_DAY


@dataclass
class Counted:
    """What was found for one figure: the records that count, and those a person decides about.

    It is known where the garden has records of that kind for the year at all.
    """

    known: bool = False
    counted: list[Evidence] = field(default_factory=list)
    unsure: list[Evidence] = field(default_factory=list)

    @property
    def value(self) -> str:
        """The figure: a number, 0 for none, N where nothing is recorded."""
        count = sum(record.times for record in self.counted)
        return shown(count) if self.known or count else UNKNOWN


@dataclass(frozen=True)
class Happened:
    """The events of a year, the introductions among them, and by day the cards of both."""

    events: Counted
    introductions: Counted
    by_day: defaultdict[date, list[Card]] = field(default_factory=lambda: defaultdict(list))

    def introduces(self, day: date, title: str) -> bool:
        """Count an introduction, which is an event too, if a title speaks of one."""
        named = _INTRODUCTION.search(title)
        if named:
            record = Evidence(day, title, words.INTRODUCTION.format(word=named[0]))
            self.introductions.counted.append(record)
            self.events.counted.append(record)
        return bool(named)


class YearCount:
    """Counts one calendar year of a garden."""

    def __init__(self, scope: Scope) -> None:
        self._book, self._cards, self._within = scope.book, scope.cards, telling(scope).within
        self.year = _year(scope)
        self._first, self._end = date(self.year, 1, 1), date(self.year + 1, 1, 1)

    def found(self, field_id: str) -> Counted:
        """What was found for a figure."""
        makers: dict[str, Callable[[], Counted]] = {
            "vereinbarungen": self._agreements,
            "veranstaltungen": lambda: self._happened.events,
            "besuche": self._visitors,
            "einfuehrungen": lambda: self._happened.introductions,
            "schulbibliotheken": self._school_libraries,
        }
        found = makers[field_id]()
        for records in (found.counted, found.unsure):
            records.sort(key=lambda record: (record.day or self._first, record.what))
        return found

    # Partnerships

    @cached_property
    def _living(self) -> list[Card]:
        """Partnerships that lived on the last day of the year."""
        return [c for c in self._cards.of("partnership") if self._lived(c, self._end)]

    @cached_property
    def _lived_in_year(self) -> list[Card]:
        """Partnerships that lived at the beginning of the year, or of a month in it, or its end."""
        begins = [self._end, *(date(self.year, month, 1) for month in range(1, 13))]
        every = self._cards.of("partnership")
        return [card for card in every if any(self._lived(card, day) for day in begins)]

    def _lived(self, card: Card, before: date) -> bool:
        return states_before(self._book, card, before) is not None

    def _agreements(self) -> Counted:
        found = Counted(known=bool(self._lived_in_year))
        alive = {card.id for card in self._living}
        counted: dict[str, str] = {}
        for card in self._lived_in_year:
            self._agreement(found, card, counted, alive=card.id in alive)
        return found

    def _agreement(
        self, found: Counted, card: Card, counted: dict[str, str], *, alive: bool
    ) -> None:
        """Count a partnership once if one of its agreements holds; else say what is unclear.

        What counts already is kept by partner, with the partnership that partner counts for; one
        counts only if it was alive on the last day of the year.
        """
        title, partners = self._cards.title(card), Partnership(card).partners
        unsure = []
        for name, begin, until, place in Partnership(card).agreed:
            what, start, end = name or words.UNNAMED_AGREEMENT, day_of(begin), day_of(until)
            if not start and not end:
                unsure.append(Evidence(None, title, words.CHECK_DATES.format(what=what)))
            elif (end and end < self._first) or (start and start >= self._end):
                continue
            elif not alive or (end and end < date(self.year, 12, 31)):
                text = words.CHECK_ENDED.format(what=what, span=_span(begin, until))
                unsure.append(Evidence(start, title, text))
            elif not place:
                unsure.append(Evidence(start, title, words.CHECK_PLACE.format(what=what)))
            else:
                if partners and all(partner in counted for partner in partners):
                    text = words.CHECK_PARTNER.format(other=counted[partners[0]])
                    found.unsure.append(Evidence(start, title, text))
                else:
                    text = words.AGREED.format(what=what, span=_span(begin, until))
                    found.counted.append(Evidence(start, title, text))
                    counted.update(dict.fromkeys(partners, title))
                return
        found.unsure += unsure

    def _school_libraries(self) -> Counted:
        found = Counted(known=bool(self._lived_in_year))
        schools: dict[str, Evidence] = {}
        others: dict[str, Evidence] = {}
        for card in self._lived_in_year:
            named = _SCHOOL_LIBRARY.search(_about(card))
            title, word = self._cards.title(card), named[0] if named else ""
            of_card = [p for p in self._partners(card) if Partner(p).category == "schule"]
            for school in of_card:
                name = self._cards.title(school)
                if word:
                    why = words.SCHOOL_LIBRARY.format(title=title, word=word)
                    schools.setdefault(school.id, Evidence(None, name, why))
                else:
                    others.setdefault(school.id, Evidence(None, name, words.CHECK_SCHOOL))
            if word and not of_card:
                text = words.CHECK_LIBRARY.format(word=word)
                found.unsure.append(Evidence(None, title, text))
        found.counted += schools.values()
        found.unsure += (record for id, record in others.items() if id not in schools)
        return found

    def _partners(self, card: Card) -> list[Card]:
        return self._cards.named(card, Encounter.partners.id)

    # Events and introductions

    @cached_property
    def _happened(self) -> Happened:
        """Events and the introductions among them."""
        met = self._within("encounter", self._first, self._end)
        harvested = self._within("harvest", self._first, self._end)
        feasts = self._within("feast", self._first, self._end)
        known = bool(met or harvested or feasts)
        found = Happened(Counted(known), Counted(known))
        for day, card in met:
            self._encounter(day, card, found)
        for day, card in harvested:
            self._harvest(day, card, found)
        for day, card in feasts:
            if day <= self._book.today and not self._same(card, found.by_day[day]):
                record = Evidence(day, self._cards.title(card), words.CHECK_FEAST)
                found.events.unsure.append(record)
        self._without_day(found.events)
        return found

    def _encounter(self, day: date, card: Card, found: Happened) -> None:
        title, view = self._cards.title(card), Encounter(card)
        if found.introduces(day, title):
            found.by_day[day].append(card)
        elif view.meeting == "veranstaltung":
            if view.where == "wir-hin":
                found.events.unsure.append(Evidence(day, title, words.CHECK_AWAY))
            else:
                found.events.counted.append(Evidence(day, title, words.EVENT))
            found.by_day[day].append(card)
        elif view.meeting == "besuch" and view.where == "zu-uns" and self._school(card):
            found.introductions.unsure.append(Evidence(day, title, words.CHECK_VISIT))

    def _school(self, card: Card) -> bool:
        """Whether it names a school or a day care centre."""
        return any(Partner(p).category in ("schule", "kita") for p in self._partners(card))

    def _harvest(self, day: date, card: Card, found: Happened) -> None:
        title, events = self._cards.title(card), found.events
        if self._same(card, found.by_day[day]) or found.introduces(day, title):
            return
        numbers = Harvest(card).numbers
        times = next((one for one in numbers if _TIMES.search(one[0])), None)
        people = people_counted(card)
        if times:
            self._times(day, title, times, events)
        elif guests := Harvest(card).guests:
            events.counted.append(Evidence(day, title, words.CAME.format(number=shown(guests))))
        elif people:
            why = words.PEOPLE.format(what=people[0], number=shown(people[1]))
            events.counted.append(Evidence(day, title, why))
        else:
            events.unsure.append(Evidence(day, title, words.CHECK_HARVEST))

    def _times(self, day: date, title: str, counted: tuple[str, Any], events: Counted) -> None:
        """A harvest that stands for several events."""
        what, number = counted
        if isinstance(number, int) and 0 < number < 1000:
            why = words.PEOPLE.format(what=what, number=shown(number))
            events.counted.append(Evidence(day, title, why, number))
        else:
            why = words.CHECK_TIMES.format(what=what, number=shown(number) if number else "–")
            events.unsure.append(Evidence(day, title, why))

    def _same(self, card: Card, others: Sequence[Card]) -> bool:
        """Whether it is about an event of the same day that was found already."""
        return any(same_event(self._cards, card, other) for other in others)

    def _visitors(self) -> Counted:
        """Who came to what counts as an event."""
        happened = self._happened
        found = Counted(happened.events.known)
        days = (self._within(kind, self._first, self._end) for kind in ("encounter", "harvest"))
        came = {(visit.day, visit.title): visit for visit in visits(self._cards, *days)}
        for event in happened.events.counted:
            visit = came.get((event.day or self._first, event.what))
            if visit is None or visit.guests is None or visit.guests != int(visit.guests):
                found.unsure.append(Evidence(event.day, event.what, words.CHECK_GUESTS))
            else:
                why = joined(words.CAME.format(number=shown(visit.guests)), visit.kinds)
                found.counted.append(Evidence(event.day, event.what, why, int(visit.guests)))
        return found

    def _without_day(self, events: Counted) -> None:
        """What names the year in words, but no day of the calendar."""
        for kind in ("encounter", "harvest"):
            for card in self._cards.of(kind):
                day = card.value.get(Encounter.on.id, "")
                is_event = kind == "harvest" or Encounter(card).meeting == "veranstaltung"
                if is_event and not day_of(day) and str(self.year) in day:
                    text = words.CHECK_DAY.format(day=brief(day))
                    events.unsure.append(Evidence(None, self._cards.title(card), text))
                    events.known = True


def _span(begin: str, until: str) -> str:
    """From when and until when, as it is kept; what is no day in the words of who wrote it."""
    start, end = spelled(begin), spelled(until)
    if start and end:
        days = day_of(begin) and day_of(until)
        return (words.SPAN if days else words.SPAN_SAID).format(start=start, end=end)
    if start:
        return words.SPAN_FROM.format(start=start)
    return words.SPAN_TO.format(end=end)


def _about(card: Card) -> str:
    """What a partnership says it is about."""
    view = Partnership(card)
    tasks = (task for task, *_ in view.roles)
    agreed = (what for what, *_ in view.agreed)
    return joined(view.title, view.about, view.aims, *tasks, *agreed, by="\n")


# The sheet


def _year(scope: Scope) -> int:
    """The calendar year it is about."""
    given = scope.chosen.get("jahr", "")
    return int(given) if given else _years(scope.book)[0]


def _years(book: Workbook) -> list[int]:
    """The calendar years one may choose, the one that is due first."""
    this = book.today.year
    first = min(years_of(book)[0], this - 1)
    every = list(range(this, first - 1, -1))
    return [*every[1:], this] if book.today.month <= REPORTING_MONTHS else every


YEAR = Ask("jahr", words.YEAR, lambda book: [Option(str(n), str(n)) for n in _years(book)])
"""Which calendar year."""


def _naming(scope: Scope) -> tuple[str, str]:
    year = _year(scope)
    period = words.PERIOD.format(year=year)
    return words.HEAD.format(year=year), joined(scope.book.profile.library, period, by=" · ")


def _counter(scope: Scope) -> YearCount:
    return scope.once("dbs", lambda: YearCount(scope))


def _overview(scope: Scope) -> Iterator[Block]:
    counter, known = _counter(scope), questions(scope.book.paths.folder)
    if known.trouble:
        yield Paragraph(known.trouble)
    yield Paragraph(words.OVERVIEW_LEAD, Look.LEAD)
    if scope.book.today < date(counter.year + 1, 1, 1):
        yield Paragraph(words.SO_FAR.format(day=in_words(scope.book.today)), Look.NOTE)
    rows = []
    for id in words.FIELDS:
        question, found = known.of(id, counter.year), counter.found(id)
        number = question.number or words.NO_NUMBER
        if not question.number and question.last_known:
            number = words.LAST_KNOWN.format(number=question.last_known)
        rows.append((number, question.title, found.value, shown(len(found.unsure))))
    columns = (words.NUMBER, words.QUESTION, words.VALUE, words.TO_CHECK)
    yield Table(columns, tuple(rows), numeric=frozenset({2, 3}))


def _details(id: str) -> Callable[[Scope], Iterator[Block]]:
    """The rule of a figure and the records behind it."""

    def gather(scope: Scope) -> Iterator[Block]:
        found = _counter(scope).found(id)
        yield Paragraph(words.RULE.format(rule=words.FIELD_RULES[id]), Look.NOTE)
        if not found.counted:
            yield Paragraph(words.NONE_COUNTED if found.known else words.NO_RECORDS)
        rows = ((r.when, r.what, r.why, shown(r.times)) for r in found.counted)
        columns = (words.DAY, words.WHAT, words.WHY, words.NUMBER_TIMES)
        yield from table(columns, rows, words.COUNTED, {3})
        unsure = ((r.when, r.what, r.why) for r in found.unsure)
        yield from table((words.DAY, words.WHAT, words.CHECK), unsure, words.NOT_SURE)

    return gather


def _rules(scope: Scope) -> Iterator[Block]:
    yield Paragraph(words.RULE_0_N)
    yield Paragraph(words.RULE_HERE)
    yield Paragraph(words.SOURCES.format(file=question_words.FILE), Look.NOTE)


REPORTS = (
    Report(
        "zaehlblatt",
        words.TITLE,
        words.LEAD,
        (
            Part("zahlen", words.OVERVIEW, _overview, fixed=True),
            Part("regeln", words.RULES, _rules),
            *(Part(id, title, _details(id)) for id, title in words.FIELDS.items()),
        ),
        _naming,
        (YEAR,),
        words.STAYS,
    ),
)
"""The sheet of figures."""
