"""The check-in: four times a year one look at each living partnership, ten minutes in all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import criticism, happened, kinds, ways
from gartenjahr_tui.garden.ahead import step_asked
from gartenjahr_tui.garden.round_advice import STATES, begun_on, noted_since
from gartenjahr_tui.garden.rounds import Round, Station, unfinished
from gartenjahr_tui.garden.sheet import CardSheet, Sheet
from gartenjahr_tui.guide.model import BlockKind, FieldKind, PassageBlock, Section
from gartenjahr_tui.words.garden import CriticismWords as criticism_words
from gartenjahr_tui.words.rhythm import CheckInWords as words
from gartenjahr_tui.words.rhythm import RoundsWords as round_words
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.dates import german
from gartenjahr_tui.workbook.values import PROMISED, shown_day

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

KIND = kinds.CheckInCard.KIND

PROPOSED = 3
"""Questions of the season that are proposed in one check-in."""

WHY = dict.fromkeys((kinds.Checkup.stage.id, kinds.Checkup.growth.id), kinds.Checkup.states_why.id)
WHY_TRANSPARENT = kinds.Checkup.transparency_why.id
"""Fields of a look that say why a state is so."""

FURTHEST = timedelta(days=366)
"""A next check-in that is further ahead is a slip of the finger."""

LIFESPANS: tuple[kinds.Lifespan, ...] = ("einjaehrig", "mehrjaehrig")
"""Lifespans of a partnership that say something; „offen“ alone would be taken for a state."""

IMPULSES = "checkin/impulse"
"""Id of the station with the season's questions."""


class CheckIn(Round):
    """One check-in."""

    KIND = KIND
    EACH = kinds.Checkup.KIND
    end_words = words.FINISH_LINK

    def __init__(self, book: Workbook, card: Card) -> None:
        super().__init__(book, card)
        self._season: Station | None = None
        self._criticised: dict[str, Station | None] = {}

    @property
    def short(self) -> bool:
        """Whether it is the one of three questions."""
        return kinds.CheckInCard(self.card).extent == "kurz"

    @property
    def since(self) -> date:
        """The first day of what is told: the one after the check-in before, or of the quarter."""
        if day := last_day(self.book, self.card):
            return day + timedelta(days=1)
        begun = min(kinds.CheckInCard(self.card).on or self.book.today, self.book.today)
        return years.quarter_start(begun, self.book.profile.start_month)

    def stations(self) -> tuple[Station, ...]:
        """What has happened, the partnerships, the season's questions, the end."""
        if self.short:
            return (self._start(), self.own(1), self.own(2))
        return (self._start(), *self._each(), self._impulses(), self.own(2))

    def _each(self) -> Iterator[Station]:
        """The partnerships, each with its criticism, and the criticism of the library."""
        for station in self.partnerships():
            yield station
            yield from self._criticism(station.partnership)
        yield from self._criticism("")

    def _criticism(self, id: str) -> Iterator[Station]:
        """A station for what nobody has answered yet; it stays where it was once it is answered."""
        if id not in self._criticised:
            self._criticised[id] = self._criticised_in(id)
        if station := self._criticised[id]:
            yield station

    def _criticised_in(self, id: str) -> Station | None:
        """The criticism of a partnership, or of the library, that waits; None where none does."""
        book, guide = self.book, self.book.guide
        said = criticism.of_partnership(book.cards[id]) if id else criticism.of_house(book)
        if not said:
            return None
        name, prompt = criticism_words.STATION_HOUSE, guide.prompts[criticism.HOUSE]
        sheet: Sheet = book
        if id:
            name = criticism_words.STATION.format(name=book.cards.name(id))
            prompt = guide.forms[kinds.Partnership.KIND].prompts[criticism.OF_CARD]
            sheet = CardSheet(book, book.cards[id])
        lead = f"{criticism_words.LEAD}\n{criticism.told(said)}"
        place = f"checkin/kritik/{id or 'haus'}"
        return Station(Section(place, name, name, lead, (), (prompt,)), sheet)

    def pass_words(self, station: Station) -> str:
        """Nothing has to be said: as it was, not today, or done."""
        if station.partnership:
            return words.SAME
        if station.section.id == IMPULSES:
            return words.NOT_TODAY
        return self.end_words if station.section.id == self.sheet.form.sections[2].id else ""

    def _start(self) -> Station:
        start = self.own(0)
        title = words.START
        return replace(start, section=replace(start.section, title=title, short=title))

    def lead(self, station: Station) -> str:
        """What has happened: in the whole garden at the start, then in each partnership."""
        if station.partnership:
            return self._about(station)
        if station.section.id == self.sheet.form.sections[0].id:
            return self._what_happened()
        return super().lead(station)

    def _what_happened(self) -> str:
        found = happened.lines(self.book, self.since)
        head = words.NOTHING if last_day(self.book, self.card) else words.BEGUN_FIRST
        if not found:
            return head
        since = words.SINCE.format(day=german(self.since))
        first = [head] if head is words.BEGUN_FIRST else []
        return "\n".join([*first, since, *(round_words.BULLET.format(text=t) for t in found)])

    def _about(self, station: Station) -> str:
        card = self.book.cards[station.partnership]
        shown = [kinds.Partnership.partners.id]
        if kinds.Partnership(card).lifespan in LIFESPANS:
            shown.append(kinds.Partnership.lifespan.id)
        beside = self.book.cards.line(card, shown)
        lines = [" · ".join([super().lead(station), *beside])]
        if found := happened.with_partnership(self.book, card, self.since):
            facts = " · ".join(found)
            lines.append(f"{words.SINCE.format(day=german(self.since))} {facts}")
        return "\n".join(lines)

    def _impulses(self) -> Station:
        """Questions that fit the season and wait for an answer; the same as long as it is open."""
        if self._season is None:
            book = self.book
            step = book.guide.steps[years.quarter_of(book.today, book.profile.start_month)]
            prompts = (p for one in step.sections for p in ways.asked(book, one).prompts)
            waiting = (prompt for prompt in prompts if not book.state(prompt).settled)
            proposed = tuple(islice(waiting, PROPOSED))
            text = "" if proposed else words.SEASON_DONE
            section = Section(
                id=IMPULSES,
                title=words.SEASON_TITLE.format(step=step.title),
                short=words.SEASON_TITLE.format(step=step.title),
                lead=words.SEASON_LEAD.format(step=step.title),
                blocks=(PassageBlock(BlockKind.TEXT, text),) if text else (),
                questions=proposed,
            )
            self._season = Station(section, book)
        return self._season

    def note_of(self, station: Station) -> str:
        """Whether a partnership has been looked at."""
        if station.partnership:
            planted = self._sheets[station.partnership].planted
            return round_words.LOOKED_AT if planted else ""
        if not station.sheet.counted:
            return ""
        return station.sheet.progress(station.section.prompts).words

    def leave(self, station: Station) -> None:
        """What has changed goes into the histories of the partnership."""
        with self.book.together():
            super().leave(station)
            if station.partnership and not self.book.read_only:
                sheet = self._sheets[station.partnership]
                self._take_over(sheet.card, sheet.changed)
                sheet.changed.clear()

    def _take_over(self, look: Card, changed: Collection[str] = ()) -> None:
        """Add what a look says to the partnership.

        Only what was ``changed`` in it just now replaces what is newer: everything else may have
        been noted before.
        """
        cards = self.book.cards
        for partnership in kinds.partnerships_of(cards, look):
            with self.book.undoing.together(cards.title(partnership)):
                for id in STATES:
                    _note(cards, look, partnership, id, changed)
                _settle_step(cards, look, partnership, changed)

    def _finish(self) -> str:
        """Add what has not been added, note the day and when to look again."""
        book = self.book
        card = self.plant()
        for look in self.looked_at():
            self._take_over(look)
        wanted = kinds.CheckInCard(card).next_day
        if wanted is None or wanted <= book.today:
            wanted = years.next_quarter(book.today, book.profile.start_month)
        book.cards.set(card.id, fertig_am=book.today.isoformat(), naechster=wanted.isoformat())
        book.leave_bookmark({card.id, *(look.id for look in self.looked_at())})
        return words.FINISHED.format(title=self.title, day=german(wanted))


def _note(cards: Cards, look: Card, partnership: Card, id: str, changed: Collection[str]) -> None:
    """Add a state that a look names to the history; said again on the same day, it stands once."""
    history = cards.form(partnership).fields[STATES[id]]
    state, why = look.value.get(id), WHY.get(id, WHY_TRANSPARENT)
    if not state:
        return
    text = next(column.id for column in history.columns if column.kind is FieldKind.TEXT)
    today, reason = cards.today().isoformat(), look.value.get(why, "")
    entries = partnership.value.get(history.id, ())
    same = [e for e in entries if e.get("am") == today and e.get(history.current) == state]
    if cards.state(partnership, history.id) == state:
        # A reason may come after its state; one that stands there is replaced only on purpose.
        if not (same and reason and (why in changed or not same[-1].get(text))):
            return
    elif id not in changed and (
        noted_since(cards, look, partnership, id)
        # Something was noted on a later day than the one the look was begun on.
        or any(shown_day(entry) > begun_on(look) for entry in entries)
    ):
        return
    reason = reason or next((e[text] for e in reversed(same) if e.get(text)), "")
    promise = cards.form(look).promise(id, why)
    entry = {"am": today, history.current: state, text: reason, PROMISED: promise}
    rest = [e for e in entries if e not in same]
    cards.set(partnership.id, **{history.id: [*rest, entry]})


def _settle_step(cards: Cards, look: Card, partnership: Card, changed: Collection[str]) -> None:
    """Close the step agreed on before, or open it again."""
    step, said = step_asked(cards, look, partnership), kinds.Checkup(look).step_before
    if step is None:
        return
    just_said = kinds.Checkup.step_before.id in changed
    done = kinds.Step(step).state == "erledigt"
    if said != "erledigt" and said != "eruebrigt":
        if just_said and done:
            cards.set(step.id, schritt_stand="offen")
    elif not done:
        # Whoever has changed the card of the step after the look means what it says now.
        later = step.changed_at and look.changed_at and step.changed_at > look.changed_at
        if just_said or not later:
            cards.set(step.id, schritt_stand="erledigt")


def checkin(book: Workbook) -> CheckIn:
    """The check-in under way, or a new one."""
    card = unfinished(book.cards, KIND)
    proposed = years.next_quarter(book.today, book.profile.start_month).isoformat()
    new = {"titel": season_title(book), kinds.CheckInCard.next_day.id: proposed}
    return CheckIn(book, card or book.cards.blank(KIND, new))


def done_until(book: Workbook) -> tuple[str, date] | None:
    """Name of the check-in that was done for now, and the day of the next; None when one may begin.

    Whoever chose an earlier day begins on that.
    """
    last = last_finished(book)
    if last is None or unfinished(book.cards, KIND) or next_day(book) <= book.today:
        return None
    return book.cards.title(last), next_day(book)


def season_title(book: Workbook) -> str:
    """„Herbst 2026“: the season in the middle of the quarter."""
    middle = _middle(book)
    return words.TITLE.format(season=years.season_of(middle), year=middle.year)


def _middle(book: Workbook) -> date:
    """A day in the middle of the quarter, which gives it its season."""
    return years.month_after(years.quarter_start(book.today, book.profile.start_month))


def last_day(book: Workbook, but: Card | None = None) -> date | None:
    """The day of the last check-in brought to its end, without ``but``; None when there is none."""
    last = last_finished(book, but)
    return kinds.CheckInCard(last).finished_on if last else None


def last_finished(book: Workbook, but: Card | None = None) -> Card | None:
    """The last check-in brought to its end, without ``but``; None when there is none."""
    others = [card for card in book.cards.of(KIND) if but is None or card.id != but.id]
    # One from a later quarter was dated while the clock was wrong.
    end = years.next_quarter(book.today, book.profile.start_month)
    ended = ((kinds.CheckInCard(card).finished_on, card) for card in others)
    days = [(day, card) for day, card in ended if day and day < end]
    return max(days, key=lambda one: one[0])[1] if days else None


def checkin_due(book: Workbook) -> tuple[str, date] | None:
    """What is to be said of a check-in now, and since when it waits; None when none does.

    One check-in a quarter unless another day was chosen; a missed one is never asked for again.
    """
    cards = book.cards
    if under_way := unfinished(cards, KIND):
        title = cards.title(under_way)
        return words.RESUME.format(title=title), kinds.CheckInCard(under_way).on or book.today
    if not kinds.living(cards):
        return None
    begin = next_day(book)
    season = years.season_of(_middle(book))
    return (words.DUE.format(season=season), begin) if begin <= book.today else None


def next_day(book: Workbook) -> date:
    """The day from which the next check-in is due; it lies in the past while it is missed.

    One a quarter unless another day was chosen.
    """
    month = book.profile.start_month
    start = years.quarter_start(book.today, month)
    if last := last_finished(book):
        done, wanted = kinds.CheckInCard(last).finished_on, kinds.CheckInCard(last).next_day
        if done and wanted and done < wanted <= done + FURTHEST:
            return max(start, wanted)
        if done and done >= start:
            return years.next_quarter(book.today, month)
    return start
