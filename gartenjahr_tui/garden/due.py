"""What is due: a pure function of the workbook and of the day it is.

Order: first a garden year that has begun, then the check-in, then what was agreed with others and
whose day has come, then partners that thirst, then what only concerns oneself; all that is still to
come stands below. Within a group the earliest day is first.

Whatever lies back further than :data:`PAST` is history and reminds of nothing; what has no mark for
„done“ is let go after :data:`RUN_OUT` days. Confidential kinds of cards are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.advice import all_seen, days_dry, dry_since, longest_wait
from gartenjahr_tui.garden.checkin import checkin_due
from gartenjahr_tui.garden.happened import STEP_KINDS
from gartenjahr_tui.garden.lists import PARTNER, WATERING
from gartenjahr_tui.garden.overwintering import left_behind
from gartenjahr_tui.garden.partnerships import lives
from gartenjahr_tui.garden.rounds import unfinished
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.words.rhythm import DueWords as words
from gartenjahr_tui.words.rhythm import SnoozeWords as snooze_words
from gartenjahr_tui.workbook.dates import day_of, german, parse_date
from gartenjahr_tui.workbook.plain import Target, action
from gartenjahr_tui.workbook.years import first_day, month_after

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import CardForm
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

YEAR, CHECK_IN, AGREED, THIRST, OWN, COMING = range(6)
"""Groups of lines, the most urgent first."""

PAST = 366
"""Days after which what was not done is history."""

RUN_OUT = 90
"""Days after which what has no mark for „done“ reminds no more."""

STEP_AHEAD = MEETING_AHEAD = 7
DATE_AHEAD = 14
FEAST_AHEAD = 28
AGREEMENT_AHEAD = 60
"""Days before their day from which steps, dates, feasts and agreements are shown."""

MORE_THIRSTY = "thirst"
"""Key of the line that speaks of several partners."""

MOST_THIRSTY = 3
"""Partners that are named; one line speaks of those beyond, and leads to the watering plan."""

NEAR = 183
"""Days within which a day needs no year to be understood."""

LONGEST_KEY = 60
"""Characters of what somebody wrote that go into a key."""

SNOOZED = "snoozed"
"""Key of the setting: key of a line → ISO day until which it is put off."""

LONGEST_SNOOZE = 366
"""Days; a day beyond comes from a clock that has gone wrong, and the line is shown."""

_DAY_AND_MONTH = re.compile(r"\d{1,2}[.,/ ]\s*\d{1,2}[.,/ ]?")


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
    def action(self) -> str:
        """The app's action that opens the place."""
        return action(self.target)

    @property
    def full(self) -> str:
        """The text with what it belongs to."""
        return words.FULL.format(text=self.text, about=self.about) if self.about else self.text


def due(book: Workbook) -> list[Due]:
    """What is due and not put off, the most urgent first."""
    put_off = _put_off(book)
    return [line for line in _with_few_thirsty(_every(book), put_off) if line.key not in put_off]


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
            target = ("list", PARTNER, WATERING)
            yield Due(MORE_THIRSTY, line.day, text, target, sign="♦", rank=THIRST)


class _Finder:
    """Looks through the garden on one day."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._cards = book, book.cards
        self._today = book.today
        self._isos: dict[int, str] = {}
        self._places: dict[str, dict[str, tuple[str, str]]] = {}

    def lines(self) -> Iterator[Due]:
        """All lines, in no order."""
        yield from self._year()
        yield from self._check_in()
        yield from self._balance()
        # The rest depends on the cards and the day alone: a big garden is not looked through twice.
        yield from self._cards.once(("due", self._today), lambda: list(self._of_cards()))

    def _of_cards(self) -> Iterator[Due]:
        yield from self._thirst()
        yield from self._steps()
        yield from self._partnerships()
        yield from self._meetings()
        yield from self._thanks()
        yield from self._feasts()

    # Days

    def _iso(self, days: int) -> str:
        """The ISO day so many days from now."""
        if days not in self._isos:
            self._isos[days] = (self._today + timedelta(days=days)).isoformat()
        return self._isos[days]

    def _near(self, part: Any, ahead: int, back: int) -> date | None:
        """The day a value means, if it is near enough; None otherwise.

        Args:
            part: What stands in a date field.
            ahead: How many days before it is time.
            back: How many days after it still is.
        """
        # ISO days are in order as text; only what is near is looked at closely.
        if part and self._iso(-back) <= part <= self._iso(ahead):
            return day_of(part)
        return None

    def _said(self, sentences: tuple[str, str, str], name: str, day: date) -> str:
        """One of the sentences for a day that has passed, for today, for one to come."""
        sentence = sentences[(day >= self._today) + (day > self._today)]
        shown = german(day)
        if abs((day - self._today).days) < NEAR:
            shown = shown[: len("TT.MM.")]
        return sentence.format(name=name, day=shown)

    # Cards

    def _place(self, form: CardForm, field_id: str) -> tuple[str, str]:
        """Ids of the page and of the question a field stands in."""
        places = self._places.get(form.id)
        if places is None:
            places = self._places[form.id] = {
                field.id: (section.id, prompt.id)
                for section in form.sections
                for prompt in section.prompts
                for field in prompt.fields
            }
        return places[field_id]

    def _on_card(
        self,
        kind: str,
        card: Card,
        field_id: str,
        day: date,
        sentences: tuple[str, str, str],
        name: str = "",
        **more: Any,
    ) -> Due:
        """A line about something on a card.

        Args:
            kind: The first part of its key.
            card: The card.
            field_id: The field it is about.
            day: Its day.
            sentences: See :meth:`_said`.
            name: What it is called; as the card without it.
            more: Further attributes of the line.
        """
        title = self._cards.title(card)
        called = one_line(name) or title
        section, prompt = self._place(self._cards.form(card), field_id)
        key = f"{kind}/{card.id}"
        if name:
            key = f"{key}/{day.isoformat()}/{folded(called)[:LONGEST_KEY]}"
        facts: dict[str, Any] = {"about": title if called != title else "", "rank": AGREED, **more}
        if day > self._today:
            facts["rank"] = COMING
        return Due(
            key=key,
            day=day,
            text=self._said(sentences, called, day),
            target=("card", card.id, section, prompt),
            card=card.id,
            section=section,
            name=called,
            **facts,
        )

    def _belongs_to_the_past(self, card: Card) -> bool:
        """Whether all partnerships a card names have ended."""
        if not card.value.get("kooperation"):
            return False
        partnerships = self._cards.named(card, "kooperation")
        return not any(lives(self._cards, partnership) for partnership in partnerships)

    # The rounds

    def _year(self) -> Iterator[Due]:
        book = self._book
        begun = unfinished(self._cards, "overwintering")
        if begun:
            day = self._cards.day(begun, "am") or self._today
            text, short = words.OVERWINTER_ON, ""
            key = f"overwintering/{begun.id}"
        elif book.year_due is not None:
            year = book.year_label(book.year_due)
            day = first_day(book.year_due, book.profile.start_month)
            text, short = words.YEAR.format(year=year), words.YEAR_SHORT.format(year=year)
            key = f"year/{book.year_due}"
        else:
            return
        yield Due(key, day, text, ("overwinter",), sign="☼", short=short, rank=YEAR)

    def _check_in(self) -> Iterator[Due]:
        if found := checkin_due(self._book):
            text, day = found
            key = f"checkin/{day.isoformat()}"
            yield Due(key, day, text, ("checkin",), sign="○", rank=CHECK_IN)

    def _balance(self) -> Iterator[Due]:
        """The year that has ended and is still the newest one: its Bilanz, unless it is drawn."""
        book = self._book
        # Its questions open in the year that is looked at.
        if book.year_due is None or book.year != book.newest_year:
            return
        year = book.newest_year
        prompts = book.guide.sections["ruhen.bilanz"].prompts
        open_ones = [prompt for prompt in prompts if not book.state(prompt, year).settled]
        if open_ones:
            text = words.BALANCE.format(year=book.year_label(year))
            day = first_day(book.year_due, book.profile.start_month)
            target = ("prompt", open_ones[0].id)
            yield Due(f"balance/{year}", day, text, target, sign="○", rank=OWN)

    # Partners

    def _thirst(self) -> Iterator[Due]:
        cards = self._cards
        seen = all_seen(cards)
        for partner in cards.of("partner"):
            days, thirsty = days_dry(cards, partner, seen)
            if not thirsty:
                continue
            since = dry_since(cards, partner, seen)
            name = cards.title(partner)
            sentence = words.NEVER_SEEN if days is None else words.DRY
            yield Due(
                key=f"thirst/{partner.id}",
                day=since + timedelta(days=int(longest_wait(cards, partner))),
                text=sentence.format(name=name, days=days),
                target=("card", partner.id, "partner.giessen", "partner.giessen"),
                card=partner.id,
                section="partner.giessen",
                sign="♦",
                name=name,
                rank=THIRST,
            )

    def _meetings(self) -> Iterator[Due]:
        for partner in self._cards.of("partner"):
            day = self._near(partner.value.get("naechster"), MEETING_AHEAD, 0)
            if day:
                line = self._on_card(
                    "meeting", partner, "naechster", day, words.MEETING_DAYS, sign="►"
                )
                yield line

    # Steps

    def _steps(self) -> Iterator[Due]:
        first, last = self._iso(-PAST), self._iso(STEP_AHEAD)
        for card in self._cards.all():
            # There are thousands: what is not near is passed over as quickly as can be.
            if card.kind in STEP_KINDS and first <= str(card.value.get("schritt_am", "")) <= last:
                day = self._cards.day(card, "schritt_am")
                if day and not card.deleted and self._is_open_step(card):
                    yield self._step(card, day)

    def _is_open_step(self, card: Card) -> bool:
        is_open = card.value.get("schritt_stand", "offen") == "offen"
        return is_open and not (self._belongs_to_the_past(card) or left_behind(self._book, card))

    def _step(self, card: Card, day: date) -> Due:
        cards = self._cards
        with_whom = cards.named(card, "kooperation") or cards.named(card, "partner")
        name = one_line(str(card.value.get("schritt", ""))) or words.STEP
        section, prompt = self._place(cards.form(card), "schritt")
        return Due(
            key=f"step/{card.id}",
            day=day,
            text=self._said(words.STEP_DAYS, name, day),
            target=("card", card.id, section, prompt),
            card=card.id,
            section=section,
            sign="►",
            name=name,
            about=", ".join(map(cards.title, with_whom)),
            rank=COMING if day > self._today else AGREED,
        )

    # Partnerships

    def _partnerships(self) -> Iterator[Due]:
        for card in self._cards.of("partnership"):
            if lives(self._cards, card):
                yield from self._milestones(card)
                yield from self._tasks(card)
                yield from self._agreements(card)
                yield from self._evaluations(card)

    def _dated(
        self, card: Card, field_id: str, column_id: str, ahead: int, back: int
    ) -> Iterator[tuple[Mapping[str, Any], date]]:
        """The entries of a list whose day is near."""
        for entry in card.value.get(field_id, ()):
            if day := self._near(entry.get(column_id), ahead, back):
                yield entry, day

    def _milestones(self, card: Card) -> Iterator[Due]:
        for entry, day in self._dated(card, "meilensteine", "am", DATE_AHEAD, PAST):
            state = entry.get("stand", "offen")
            # A postponed one keeps its place with a new day; the old day is nothing to remind of.
            if state == "offen" or (state == "verschoben" and day >= self._today):
                name = str(entry.get("was") or words.MILESTONE)
                sentences = words.MILESTONE_DAYS
                yield self._on_card(
                    "milestone", card, "meilensteine", day, sentences, name, sign="►"
                )

    def _tasks(self, card: Card) -> Iterator[Due]:
        for entry, day in self._dated(card, "rollen", "bis", DATE_AHEAD, RUN_OUT):
            name = str(entry.get("aufgabe") or words.TASK)
            yield self._on_card("task", card, "rollen", day, words.TASK_DAYS, name, sign="►")

    def _agreements(self, card: Card) -> Iterator[Due]:
        for entry, day in self._dated(card, "absprachen", "bis", AGREEMENT_AHEAD, RUN_OUT):
            name = str(entry.get("was") or words.AGREEMENT)
            sentences = words.AGREEMENT_DAYS
            yield self._on_card("agreement", card, "absprachen", day, sentences, name, sign="□")

    def _evaluations(self, card: Card) -> Iterator[Due]:
        for entry, day in self._dated(card, "plan", "wann", DATE_AHEAD, RUN_OUT):
            name = str(entry.get("ziel") or self._cards.title(card))
            sentences = words.EVALUATION_DAYS
            yield self._on_card(
                "evaluation", card, "plan", day, sentences, name, sign="○", rank=OWN
            )
        for _, day in self._dated(card, "rueckblick", "wann", DATE_AHEAD, RUN_OUT):
            name = self._cards.title(card)
            yield self._on_card(
                "next", card, "rueckblick", day, words.NEXT_DAYS, name, sign="○", rank=OWN
            )

    # Harvest

    def _thanks(self) -> Iterator[Due]:
        cards = self._cards
        found = [
            card
            for card in cards.of("thanks")
            if card.value.get("stand", "offen") == "offen" and not left_behind(self._book, card)
        ]
        if not found:
            return
        if len(found) > 1:
            text = words.THANKS.format(count=len(found))
            target = ("list", "ernten", "thanks")
            yield Due("thanks", self._today, text, target, sign="♥")
            return
        name = cards.title(found[0])
        section, prompt = self._place(cards.form(found[0]), "stand")
        yield Due(
            key="thanks",
            day=self._today,
            text=words.THANKS_ONE.format(name=name),
            target=("card", found[0].id, section, prompt),
            card=found[0].id,
            section=section,
            sign="♥",
            name=name,
        )

    def _feasts(self) -> Iterator[Due]:
        today = self._iso(0)
        for feast in self._cards.of("feast"):
            if day := self._near(feast.value.get("am"), FEAST_AHEAD, 0):
                yield self._on_card("feast", feast, "am", day, words.FEAST_DAYS, sign="♣")
            set_day = self._cards.day(feast, "am")
            # What has no day yet is still ahead.
            if set_day is None or set_day.isoformat() >= today:
                yield from self._feast_tasks(feast)

    def _feast_tasks(self, feast: Card) -> Iterator[Due]:
        for entry, day in self._dated(feast, "aufgaben", "bis", DATE_AHEAD, PAST):
            if entry.get("erledigt", "offen") == "offen":
                name = str(entry.get("aufgabe") or words.TASK)
                yield self._on_card(
                    "feast-task", feast, "aufgaben", day, words.TASK_DAYS, name, sign="♣"
                )


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
    day = parse_date(text, today)
    if day and day <= today and _DAY_AND_MONTH.fullmatch(text.strip()):
        day = parse_date(text, first_day(today.year + 1, 1)) or day
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
