"""What is due: a pure function of the workbook and of the day it is.

Order: first a garden year that has begun, then the check-in, then what was agreed with others and
whose day has come, then partners that thirst, then what only concerns oneself; all that is still to
come stands below. Within a group the earliest day is first.

What of all that has a day is still open, :mod:`gartenjahr_tui.garden.ahead` says. Confidential
kinds of cards are not looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import kinds, ways
from gartenjahr_tui.garden.ahead import (
    PAST,
    RUN_OUT,
    Ahead,
    Matter,
    in_answers,
    on_cards,
    step_about,
    step_open,
    steps_near,
    thanks_open,
)
from gartenjahr_tui.garden.checkin import checkin_due
from gartenjahr_tui.garden.library import library_of
from gartenjahr_tui.garden.lists import PARTNER, WATERING
from gartenjahr_tui.garden.rounds import unfinished
from gartenjahr_tui.garden.targets import Page, Target, ToCard, ToList, ToPrompt
from gartenjahr_tui.garden.watering import (
    all_seen,
    days_dry,
    dry_since,
    is_winter,
    longest_wait,
    thirsty,
)
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.words.rhythm import DueWords as words
from gartenjahr_tui.words.rhythm import SnoozeWords as snooze_words
from gartenjahr_tui.workbook.dates import AHEAD, day_of, from_today, no_day, parse_date
from gartenjahr_tui.workbook.years import first_day, month_after

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import CardForm
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

YEAR, CHECK_IN, AGREED, THIRST, OWN, COMING = range(6)
"""Groups of lines, the most urgent first."""

STEP_AHEAD = 92
MEETING_AHEAD = 7
DATE_AHEAD = 14
FEAST_AHEAD = 28
AGREEMENT_AHEAD = 60
"""Days before their day from which steps, dates, feasts and agreements are shown.

What was agreed is in sight from one check-in to the next.
"""

AT_REST = ("thirst", "evaluation", "next")
"""What reminds nobody in the time of rest: it was promised to nobody."""

TICKED = {
    "milestone": (kinds.Partnership.milestones, "erreicht"),
    "feast-task": (kinds.Feast.tasks, "erledigt"),
}
"""What stands in a list and can be ticked off: the list, and the state of what is done."""

TICKABLE = ("step", *TICKED)
"""What was agreed on and has a mark for „done“."""

MORE_THIRSTY = "thirst"
"""Key of the line that speaks of several partners."""

MOST_THIRSTY = 3
"""Partners that are named; one line speaks of those beyond, and leads to the watering plan."""

LONGEST_KEY = 60
"""Characters of what somebody wrote that go into a key."""

SNOOZED = "snoozed"
"""Key of the setting: key of a line → ISO day until which it is put off."""

LONGEST_SNOOZE = 366
"""Days; a day beyond comes from a clock that has gone wrong, and the line is shown."""


@dataclass(frozen=True)
class Due:
    """A line under „Jetzt dran“.

    Attributes:
        key: Tells it from all others; the same in every run.
        day: The day it is about.
        text: What it says.
        target: The place it leads to.
        card: Id of the card it is about; empty for none.
        section: The page of that card.
        sign: The sign before it.
        name: The part of the text that may be cut where there is little room.
        short: Other words for little room; empty for the same ones.
        about: What it belongs to, for where there is more room.
        rank: Its group.
    """

    key: str
    day: date
    text: str
    target: Target
    card: str = ""
    section: str = ""
    sign: str = ""
    name: str = ""
    short: str = ""
    about: str = ""
    rank: int = OWN

    @property
    def ticks(self) -> bool:
        """Whether what it is about can be marked as done."""
        return self.key.partition("/")[0] in ("thanks", *TICKABLE) and bool(self.card)

    @property
    def full(self) -> str:
        """The text with what it belongs to."""
        return words.FULL.format(text=self.text, about=self.about) if self.about else self.text


def due(book: Workbook) -> list[Due]:
    """What is due and not put off, the most urgent first; in the time of rest only promises."""
    put_off = _put_off(book)
    lines = [line for line in _with_few_thirsty(_every(book), put_off) if line.key not in put_off]
    if not is_winter(book.cards):
        return lines
    return [line for line in lines if not line.key.startswith(AT_REST)]


def _every(book: Workbook) -> list[Due]:
    """All lines in their order, those put off too."""
    found = _Finder(book).lines()
    return sorted(found, key=lambda line: (line.rank, line.day, line.text, line.key))


def _with_few_thirsty(lines: Iterable[Due], put_off: Collection[str]) -> Iterator[Due]:
    """The lines that are not put off, with the partners beyond the first few in one."""
    lines = [line for line in lines if line.key not in put_off]
    thirsty = [line.key for line in lines if line.rank == THIRST]
    # A line that speaks of one partner only could as well name it.
    beyond = thirsty[MOST_THIRSTY:] if len(thirsty) > MOST_THIRSTY + 1 else []
    hidden = set(beyond)
    for line in lines:
        if line.key not in hidden:
            yield line
        elif line.key == beyond[0]:
            text = words.MORE_THIRSTY.format(count=len(beyond))
            target = ToList(PARTNER, WATERING)
            yield Due(MORE_THIRSTY, line.day, text, target, sign="♦", rank=THIRST)


@dataclass(frozen=True)
class _Saying:
    """How something that has its day is said.

    Attributes:
        key: The first part of its key.
        ahead: Days before its day from which it is shown.
        sentences: For a day that has passed, for today, for one to come.
        sign: The sign before it.
        called: What it is called without a name; as its card where there is nothing.
        rank: Its group once its day has come.
    """

    key: str
    ahead: int
    sentences: tuple[str, str, str]
    sign: str
    called: str = ""
    rank: int = AGREED


_LINES = {
    Matter.STEP: _Saying("step", STEP_AHEAD, words.STEP_DAYS, "►", words.STEP),
    Matter.MILESTONE: _Saying("milestone", DATE_AHEAD, words.MILESTONE_DAYS, "►", words.MILESTONE),
    Matter.TASK: _Saying("task", DATE_AHEAD, words.TASK_DAYS, "►", words.TASK),
    Matter.AGREEMENT: _Saying(
        "agreement", AGREEMENT_AHEAD, words.AGREEMENT_DAYS, "□", words.AGREEMENT
    ),
    Matter.EVALUATION: _Saying("evaluation", DATE_AHEAD, words.EVALUATION_DAYS, "○", rank=OWN),
    Matter.NEXT_LEVEL: _Saying("next", DATE_AHEAD, words.NEXT_DAYS, "○", rank=OWN),
    Matter.MEETING: _Saying("meeting", MEETING_AHEAD, words.MEETING_DAYS, "►", words.ALLIANCE),
    Matter.HARVEST_HOUR: _Saying(
        "harvest-hour", MEETING_AHEAD, words.HOUR_DAYS, "♣", words.HARVEST_HOUR, OWN
    ),
    Matter.FEAST: _Saying("feast", FEAST_AHEAD, words.FEAST_DAYS, "♣"),
    Matter.FEAST_TASK: _Saying("feast-task", DATE_AHEAD, words.TASK_DAYS, "♣", words.TASK),
    Matter.ENCOUNTER: _Saying("encounter", DATE_AHEAD, words.ENCOUNTER_DAYS, "►", words.ENCOUNTER),
    Matter.RECURRING: _Saying("recurring", DATE_AHEAD, words.RECURRING_DAYS, "►", rank=AGREED),
    Matter.TALK: _Saying("talk", STEP_AHEAD, words.TALK_DAYS, "►"),
    Matter.FAREWELL: _Saying("farewell", 0, words.FAREWELL_DAYS, "♥"),
    Matter.CRITICISM: _Saying("criticism", 0, words.CRITICISM_DAYS, "►", words.SOMEBODY, rank=OWN),
    Matter.KNOCK: _Saying("knock", DATE_AHEAD, words.KNOCK_DAYS, "○", rank=OWN),
}


class _Finder:
    """Looks through the garden on one day."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._cards = book, book.cards
        self._today = book.today
        self._places: dict[str, dict[str, tuple[str, str]]] = {}

    def lines(self) -> Iterator[Due]:
        """All lines, in no order."""
        yield from self._year()
        yield from self._check_in()
        yield from self._balance()
        yield from self._named_in_answers()
        years = library_of(self._book).keeps_years
        yield from self._cards.once(
            ("keeping", self._today, years), lambda: list(self._kept_too_long(years))
        )
        # The rest depends on the cards and the day alone: a big garden is not looked through twice.
        yield from self._cards.once(("due", self._today), lambda: list(self._of_cards()))

    def _of_cards(self) -> Iterator[Due]:
        yield from self._thirst()
        yield from self._dated()
        yield from self._thanks()

    # Days

    def _said(self, sentences: tuple[str, str, str], name: str, day: date) -> str:
        """One of the sentences for a day that has passed, for today, for one to come."""
        sentence = sentences[(day >= self._today) + (day > self._today)]
        return sentence.format(name=name, day=from_today(day, self._today))

    # Cards

    def _place(self, form: CardForm, field_id: str) -> tuple[str, str]:
        """Ids of the page and of the question a field stands in."""
        places = self._places.get(form.id)
        if places is None:
            places = self._places[form.id] = {
                field.id: (section.id, prompt.id)
                for section in form.sections
                for prompt in section.every
                for field in prompt.fields
            }
        return places[field_id]

    def _line(self, one: Ahead) -> Iterator[Due]:
        """The line about something that is open and near; none about anything else."""
        form, day = _LINES.get(one.matter), one.day
        if not form or not one.is_open(self._today):
            return
        if day is None and one.said and form.key in TICKABLE:
            # Promised all the same; it stays in sight until it is marked as done.
            day = self._today + timedelta(days=form.ahead)
        elif day is None or (day - self._today).days > form.ahead:
            return
        card, title = one.card, self._cards.title(one.card)
        name = one.name or form.called or title
        key = f"{form.key}/{card.id}"
        if one.listed:
            key = _key_of_entry(form.key, card, one.day or one.said, name)
        about = [title] if one.listed and name != title else []
        if one.matter is Matter.STEP:
            about = [*map(self._cards.title, step_about(self._cards, card))]
        section, prompt = self._place(self._cards.form(card), one.field)
        yield Due(
            key=key,
            day=day,
            text=(
                self._said(form.sentences, name, day)
                if one.day
                else words.SAID_WHEN.format(name=name, said=one.said)
            ),
            target=ToCard(card.id, section, prompt),
            card=card.id,
            section=section,
            sign=form.sign,
            name=name,
            about=", ".join(about),
            rank=COMING if day > self._today else form.rank,
        )

    # The rounds

    def _year(self) -> Iterator[Due]:
        book = self._book
        begun = unfinished(self._cards, kinds.WinterCard.KIND)
        if begun:
            day = kinds.WinterCard(begun).on or self._today
            text, short = words.OVERWINTER_ON, ""
            key = f"overwintering/{begun.id}"
        elif book.year_due is not None:
            year = book.year_label(book.year_due)
            day = first_day(book.year_due, book.profile.start_month)
            text, short = words.YEAR.format(year=year), words.YEAR_SHORT.format(year=year)
            key = f"year/{book.year_due}"
        else:
            return
        yield Due(key, day, text, Page.OVERWINTER, sign="☼", short=short, rank=YEAR)

    def _check_in(self) -> Iterator[Due]:
        if found := checkin_due(self._book):
            text, day = found
            key = f"checkin/{day.isoformat()}"
            yield Due(key, day, text, Page.CHECKIN, sign="○", rank=CHECK_IN)

    def _balance(self) -> Iterator[Due]:
        """The year that has ended and is still the newest one: its Bilanz, unless it is drawn."""
        book = self._book
        # Its questions open in the year that is looked at.
        if book.year_due is None or book.year != book.newest_year:
            return
        year = book.newest_year
        prompts = ways.asked(book, book.guide.sections["ruhen.bilanz"], year=year).prompts
        open_ones = [prompt for prompt in prompts if not book.state(prompt, year).settled]
        if open_ones:
            text = words.BALANCE.format(year=book.year_label(year))
            day = first_day(book.year_due, book.profile.start_month)
            target = ToPrompt(open_ones[0].id)
            yield Due(f"balance/{year}", day, text, target, sign="○", rank=OWN)

    def _named_in_answers(self) -> Iterator[Due]:
        for one in in_answers(self._book):
            form, until = _LINES[one.matter], (one.day - self._today).days
            if -RUN_OUT <= until <= form.ahead:
                name = one.name or form.called
                yield Due(
                    key=f"{form.key}/{one.day.isoformat()}/{folded(name)[:LONGEST_KEY]}",
                    day=one.day,
                    text=self._said(form.sentences, name, one.day),
                    target=ToPrompt(one.answer.key.prompt, one.answer.key.year),
                    sign=form.sign,
                    name=name,
                    rank=COMING if until > 0 else form.rank,
                )

    # Partners

    def _thirst(self) -> Iterator[Due]:
        cards = self._cards
        seen = all_seen(cards)
        for partner in thirsty(cards):
            days, since = days_dry(cards, partner, seen)[0], dry_since(cards, partner, seen)
            name = cards.title(partner)
            sentence = words.NEVER_SEEN if days is None else words.DRY
            yield Due(
                key=f"thirst/{partner.id}",
                day=since + timedelta(days=int(longest_wait(cards, partner))),
                text=sentence.format(name=name, days=days),
                target=ToCard(partner.id, "partner.giessen", "partner.giessen"),
                card=partner.id,
                section="partner.giessen",
                sign="♦",
                name=name,
                rank=THIRST,
            )

    # What has its day

    def _dated(self) -> Iterator[Due]:
        # There are thousands: only what is near, or is to be when somebody said, is looked at.
        days = (-PAST, max(form.ahead for form in _LINES.values()))
        first, last = (self._today + timedelta(days=each) for each in days)
        for one in steps_near(self._cards, first, last):
            if step_open(self._cards, one.card):
                yield from self._line(one)
        for one in on_cards(self._cards):
            if one.said or (one.day and first <= one.day <= last):
                yield from self._line(one)

    # Contacts

    def _kept_too_long(self, years: int) -> Iterator[Due]:
        """Contacts that are to be erased: on the day that was said, or when long unused."""
        for card in self._cards.of(kinds.Contact.KIND):
            view = kinds.Contact(card)
            day = view.erase_by
            if day is None and years and (last := self._last_used(card, view)):
                day = last + timedelta(days=round(365.25 * years))
            if day and day <= self._today:
                name = self._cards.title(card)
                text = self._said(words.ERASE_DAYS, name, day)
                target = ToCard(card.id)
                yield Due(f"erase/{card.id}", day, text, target, card.id, sign="□", name=name)

    def _last_used(self, card: Card, view: kinds.Contact) -> date | None:
        met = (kinds.Encounter(c).on for c in self._cards.naming(card.id, kinds.Encounter.KIND))
        return max(filter(None, (view.used, card.made_on, *met)), default=None)

    # Harvest

    def _thanks(self) -> Iterator[Due]:
        cards = self._cards
        found = [card for card in cards.of(kinds.Thanks.KIND) if thanks_open(cards, card)]
        if not found:
            return
        if len(found) > 1:
            text = words.THANKS.format(count=len(found))
            target = ToList("ernten", "thanks")
            yield Due("thanks", self._today, text, target, sign="♥")
            return
        view = kinds.Thanks(found[0])
        named = map(cards.name, (*view.people, *view.organisation))
        name = ", ".join(named) or cards.title(found[0])
        section, prompt = self._place(cards.form(found[0]), kinds.Thanks.state.id)
        yield Due(
            key="thanks",
            day=self._today,
            text=words.THANKS_ONE.format(name=name),
            target=ToCard(found[0].id, section, prompt),
            card=found[0].id,
            section=section,
            sign="♥",
            name=name,
        )


# Ticking off


def tick(book: Workbook, key: str) -> str:
    """Mark what a line is about as done; it can be taken back.

    Returns:
        What was done, in a German sentence.

    Raises:
        PermissionError: Another program is the one that writes.
        ValueError: It is not something that is done at once.
    """
    line = find(book, key)
    if line is None or not line.ticks:
        raise ValueError(words.NO_TICK)
    if book.read_only:
        raise PermissionError(snooze_words.READ_ONLY)
    kind, card = key.partition("/")[0], book.cards[line.card]
    if kind == "step":
        book.cards.set(card.id, schritt_stand="erledigt")
    elif kind == "thanks":
        book.cards.set(card.id, stand="erledigt")
    else:
        _tick_entry(book, card, key)
    return words.TICKED.format(name=line.name or line.text)


def _tick_entry(book: Workbook, card: Card, key: str) -> None:
    kind = key.partition("/")[0]
    field, done = TICKED[kind]
    day, name, state = field.items[0], field.items[1], field.items[2]
    entries = [dict(entry) for entry in card.value.get(field.id, ())]
    called = _LINES[Matter.MILESTONE if kind == "milestone" else Matter.FEAST_TASK].called
    for entry in entries:
        text = one_line(str(entry.get(name) or "")) or called
        kept = entry.get(day)
        if key == _key_of_entry(kind, card, day_of(kept) or no_day(kept), text):
            entry[state] = done
    book.cards.set(card.id, **{field.id: entries})


def _key_of_entry(kind: str, card: Card, when: date | str, name: str) -> str:
    told = when.isoformat() if isinstance(when, date) else folded(when)[:LONGEST_KEY]
    return f"{kind}/{card.id}/{told}/{folded(name)[:LONGEST_KEY]}"


# Putting off


def _put_off(book: Workbook) -> dict[str, date]:
    """Key → day, of the lines that are put off beyond today."""
    kept = book.common(SNOOZED, {str: str})
    last = book.today + timedelta(days=LONGEST_SNOOZE)
    days = {key: day_of(day) for key, day in kept.items()}
    return {key: day for key, day in days.items() if day and book.today < day <= last}


def snoozed(book: Workbook) -> list[tuple[Due, date]]:
    """The lines that are put off, each with the day it comes back; the nearest day first."""
    put_off, lines = _put_off(book), _every(book)
    more = [line for line in _with_few_thirsty(lines, put_off) if line.key == MORE_THIRSTY]
    found = [(line, put_off[line.key]) for line in (*lines, *more) if line.key in put_off]
    return sorted(found, key=lambda one: one[1])


def find(book: Workbook, key: str) -> Due | None:
    """The line of this key, also one that is put off; None when it is gone."""
    lines = _every(book)
    shown = _with_few_thirsty(lines, _put_off(book))
    return next((line for line in chain(shown, lines) if line.key == key), None)


def snooze(book: Workbook, key: str, until: date) -> None:
    """Put a line off; what is known of lines that are gone is dropped.

    Raises:
        ValueError: The day is not one of the next year.
        PermissionError: Another program is the one that writes.
    """
    if book.read_only:
        raise PermissionError(snooze_words.READ_ONLY)
    _check(until, book.today)
    _keep(book, {**_put_off(book), key: until})


def wake(book: Workbook, key: str) -> None:
    """Let a line that was put off be due again.

    Raises:
        PermissionError: Another program is the one that writes.
    """
    if book.read_only:
        raise PermissionError(snooze_words.READ_ONLY)
    _keep(book, {other: day for other, day in _put_off(book).items() if other != key})


def _keep(book: Workbook, put_off: Mapping[str, date]) -> None:
    known = {MORE_THIRSTY, *(line.key for line in _every(book))}
    kept = {key: day.isoformat() for key, day in put_off.items() if key in known}
    book.remember(SNOOZED, kept, common=True)


def day_ahead(text: str, today: date) -> date:
    """The day until which a line is put off, as it was typed; without a year it is the next one.

    Raises:
        ValueError: In a German sentence what is wrong with it.
    """
    day = parse_date(text, today, AHEAD)
    if day == today:
        # Whoever names today by its date means that of next year.
        later = parse_date(text, today + timedelta(days=1), AHEAD)
        day = later if later and (later.month, later.day) == (day.month, day.day) else day
    if day is None:
        raise ValueError(snooze_words.NO_DAY)
    _check(day, today)
    return day


def _check(until: date, today: date) -> None:
    """Refuse a day that has come already or is too far away."""
    if until <= today:
        raise ValueError(snooze_words.NOT_AHEAD)
    if (until - today).days > LONGEST_SNOOZE:
        raise ValueError(snooze_words.TOO_FAR)


def in_a_month(today: date) -> date:
    """The same day of the next month, or its last one."""
    following = month_after(today.replace(day=1))
    last = month_after(following) - timedelta(days=1)
    return min(following + timedelta(days=today.day - 1), last)
