"""Overwintering: the change of the garden year, partnership by partnership.

Nothing in the garden changes before the end of the round. What the end has changed can be told from
the round's own cards, so it can be taken back after any restart: until something has been written
in the new year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden import round_advice as known
from gartenjahr_tui.garden.checkin import CheckIn
from gartenjahr_tui.garden.rounds import Round, Station, unfinished
from gartenjahr_tui.guide.model import Section
from gartenjahr_tui.words.rhythm import OverwinterWords as words
from gartenjahr_tui.words.rhythm import RoundsWords as round_words
from gartenjahr_tui.workbook.undo import CardState
from gartenjahr_tui.workbook.values import shown_day, summary

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

KIND = kinds.WinterCard.KIND

BESIDE = ("boden.wuensche", "ruhen.horizonte")
"""Questions that are laid beside what was said to them a year before."""

WISHES = "overwintering/wishes"
"""Id of the station with these questions."""

LONGEST = 240
"""Characters that are said again of an answer of last year."""


class NotUndoable(PermissionError):
    """The new year has entries already; ``str()`` is a German sentence."""


class Overwintering(Round):
    """One change of the year."""

    KIND = KIND
    EACH = kinds.WinterDecision.KIND
    end_words = words.FINISH_LINK

    @property
    def old(self) -> int:
        """Number of the year that ends."""
        return known.old_year(self.book, self.card)

    @property
    def new(self) -> int:
        """Number of the year that begins."""
        return known.new_year(self.book, self.card)

    def stations(self) -> tuple[Station, ...]:
        """The beginning, the partnerships, what comes along, wishes and horizons, the end."""
        return (self.own(0), *self.partnerships(), self.own(1), self._wishes(), self.own(2))

    def start_value(self, partnership: Card) -> dict[str, Any]:
        """The way that is proposed; never an end."""
        way = known.proposal(partnership, known.first_day_ahead(self.book, self.new))
        return {"weg": way} if way else {}

    def _wishes(self) -> Station:
        book = self.book
        prompts = tuple(book.guide.prompts[id] for id in BESIDE)
        before = max((year for year in book.years if year < self.old), default=None)
        lines = [words.WISHES_LEAD]
        if before is not None:
            for prompt in prompts:
                text = summary(prompt, book.answer(prompt.id, before).value, LONGEST)
                sentence = words.LAST_YEAR if text else words.LAST_YEAR_NONE
                what = book.guide.section_of(prompt.id).short
                year = book.year_label(before)
                lines.append(sentence.format(year=year, what=what, text=text))
        title = words.WISHES_TITLE
        return Station(Section(WISHES, title, title, "\n".join(lines), (), prompts), book)

    def note_of(self, station: Station) -> str:
        """The way that was chosen for a partnership."""
        if not station.partnership:
            return ""
        sheet = self._sheets[station.partnership]
        if not sheet.planted:
            return ""
        way = kinds.WinterDecision(sheet.card).way
        option = sheet.form.fields[kinds.WinterDecision.way.id].option(way)
        return option.label if option else round_words.LOOKED_AT

    # The end

    def _finish(self) -> str:
        """Note the decisions, take along what was wanted, begin the new year.

        Everything may be done twice: where only a part of it stands in the file, the rest is added.
        """
        book = self.book
        today, old, new = book.today.isoformat(), self.old, self.new
        palm = book.answer(known.PALM, old)
        # What may be refused comes first.
        book.begin_year(new)
        self.plant()
        book.cards.set(self.card.id, jahr=old, neues=new)
        if kinds.WinterCard(self.card).palm == "ja" and palm.value and book.writable(new):
            book.take_over(book.guide.prompts[known.PALM], palm)
        with book.undoing.together(words.UNDO_STEP.format(title=self.title)):
            for decision in self._decided():
                self._decide(decision, today)
            for seed in known.seeds_along(book.cards, self.card):
                self._take_along(seed, today)
        book.cards.set(self.card.id, fertig_am=today)
        return words.FINISHED.format(old=book.year_label(old), new=book.year_label(new))

    def _decided(self) -> list[Card]:
        """What says something: a way, or that it is to be talked over first."""
        found = ((card, kinds.WinterDecision(card)) for card in self.looked_at())
        return [card for card, view in found if view.way or view.talked]

    def _decide(self, decision: Card, day: str) -> None:
        cards = self.book.cards
        for partnership in kinds.partnerships_of(cards, decision):
            self._add(partnership, kinds.Partnership.decisions.id, _entry(day, decision))

    def _take_along(self, seed: Card, day: str) -> None:
        self._add(seed, kinds.Seed.state.id, self._seed_entry(day))

    def _add(self, card: Card, field_id: str, entry: dict[str, str]) -> None:
        """Add an entry to a history; what an end that broke off has added of it goes along."""
        entries, made = card.value.get(field_id, ()), self.card.made_on
        same = [e for e in entries if {**e, "am": ""} == {**entry, "am": ""}]
        again = [e for e in same if made and shown_day(e) >= made.isoformat()]
        rest = [e for e in entries if e not in again]
        self.book.cards.set(card.id, **{field_id: [*rest, entry]})

    def _seed_entry(self, day: str) -> dict[str, str]:
        reason = words.SEED_ALONG.format(year=self.book.year_label(self.new))
        return {"am": day, "stand": "aufgehoben", "grund": reason}

    # Taking it back

    def why_not_undoable(self) -> str:
        """Why the end cannot be taken back, in a German sentence; empty when it can."""
        book = self.book
        entries = [a for a in book.all_answers() if a.key.year == self.new]
        carried = [a for a in entries if self._is_carried(a.key.prompt, a.value)]
        if book.newest_year != self.new or len(carried) < len(entries):
            return words.NOT_UNDOABLE.format(new=book.year_label(self.new))
        return ""

    def _is_carried(self, prompt_id: str, value: dict[str, Any]) -> bool:
        """Whether an answer of the new year is only what came along."""
        if prompt_id != known.PALM:
            return False
        book = self.book
        return any(book.answer(prompt_id, self.old, who).value == value for who in book.voices)

    def take_back(self) -> None:
        """Undo the end: decisions, seeds, the new year; what was written in the round stays.

        Raises:
            NotUndoable: Something has been written in the new year.
            ReadOnly: Another program is the one that writes.
        """
        if reason := self.why_not_undoable():
            raise NotUndoable(reason)
        book, new = self.book, self.new
        day = self.card.value.get(kinds.WinterCard.finished_on.id, "")
        decisions = kinds.Partnership.decisions.id
        with book.together():
            for decision in self._decided():
                for partnership in kinds.partnerships_of(book.cards, decision):
                    _remove(book, partnership, decisions, _entry(day, decision))
            for seed in known.seeds_kept(book.cards):
                _remove(book, seed, kinds.Seed.state.id, self._seed_entry(day))
            book.cards.set(self.card.id, fertig_am="")
            book.remove_year(new)


def _entry(day: str, decision: Card) -> dict[str, str]:
    """The entry a decision adds to the history of its partnership."""
    view = kinds.WinterDecision(decision)
    said = {"weg": view.way, "warum": view.why, "besprochen": view.talked}
    return {"am": day, **{id: part for id, part in said.items() if part}}


def _remove(book: Workbook, card: Card, field_id: str, entry: dict[str, str]) -> None:
    entries = card.value.get(field_id, ())
    if entry in entries:
        book.cards.set(card.id, **{field_id: [each for each in entries if each != entry]})
        # „u“ shall not bring back a part of what has been taken back as a whole.
        book.undoing.forget(CardState(book.cards, card.id, field_id))


def overwintering(book: Workbook) -> Overwintering:
    """The overwintering under way, or a new one."""
    card = unfinished(book.cards, KIND)
    if card is None:
        old = book.newest_year
        new = book.year_due or old + 1
        title = words.TITLE.format(old=book.year_label(old), new=book.year_label(new))
        card = book.cards.blank(KIND, {"titel": title, "jahr": old, "neues": new})
    return Overwintering(book, card)


def can_be_taken_back(book: Workbook, card: Card) -> bool:
    """Whether an overwintering has been brought to an end that can still be undone."""
    return kinds.RoundCard(card).finished and not Overwintering(book, card).why_not_undoable()


def take_back(book: Workbook, card: Card) -> int:
    """Undo the end of an overwintering; see :meth:`Overwintering.take_back`."""
    Overwintering(book, card).take_back()
    return 1


# Either round

ROUNDS: tuple[type[Round], ...] = (CheckIn, Overwintering)


def is_under_way(card: Card) -> bool:
    """Whether a card is a round that has not been brought to its end."""
    return any(card.kind == kind.KIND for kind in ROUNDS) and not kinds.RoundCard(card).finished


def round_of(book: Workbook, card: Card) -> Round | None:
    """The round under way that a card is, or is part of; None when there is none."""
    for kind in ROUNDS:
        rounds = (
            book.cards.named(card, kinds.Checkup.round.id) if card.kind == kind.EACH else [card]
        )
        for round in rounds:
            if round.kind == kind.KIND and not round.deleted and is_under_way(round):
                return kind(book, round)
    return None
