"""Rounds: a way through the living partnerships that can be left and taken up at any moment.

A round is a card, and what is said of each partnership in it is a card of its own that names both.
So a round is kept for ever, is saved like everything else, and goes on where it was left. Its
stations are pages of questions: the faces show them as they show any other page.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from gartenjahr_tui.garden.asked import possible
from gartenjahr_tui.garden.kinds import Checkup, Partnership, RoundCard, Step
from gartenjahr_tui.garden.sheet import CardSheet, Sheet
from gartenjahr_tui.guide.model import Prompt, Section, still_asked
from gartenjahr_tui.words.rhythm import RoundsWords as words
from gartenjahr_tui.workbook.plain import Answer, Card
from gartenjahr_tui.workbook.values import normalise

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards

PLACES = "rounds"
"""Key of the setting: id of a round → id of the station one was at last."""

LINK = Checkup.partnerships.id
"""Field that names the partnership in the card of one partnership in a round."""

LATER = (RoundCard.finished_on.id, Step.state.id)
"""Fields of its cards that are filled in only later, so a round does not ask for them."""

BY_ITSELF = ("checkin.wann", "overwintering.wann")
"""Questions about name and days of a round, which are answered by the program."""


@dataclass(frozen=True)
class Station:
    """A stop of a round.

    Attributes:
        section: The page that is asked; what is known before is said by :meth:`Round.lead`.
        sheet: What the answers go to.
        partnership: Id of the partnership it is about; empty for none.
        number: Which of the partnerships it is, from 1.
        total: How many there are.
    """

    section: Section
    sheet: Sheet
    partnership: str = ""
    number: int = 0
    total: int = 0

    @property
    def whole(self) -> Section:
        """The page with all it may ask; worked out when it is wanted, there are many stations."""
        sheet = self.sheet
        if not isinstance(sheet, CardSheet):
            return self.section
        return possible(sheet.book, sheet.card, self.section)

    @property
    def asked(self) -> Section:
        """The page with what it asks now."""
        return self.sheet.asked(self.whole) if isinstance(self.sheet, CardSheet) else self.section


class StationSheet(CardSheet):
    """The questions of a round or about one partnership in it.

    Attributes:
        changed: Fields that were changed since the station was left last.
    """

    def __init__(self, round: Round, card: Card) -> None:
        super().__init__(round.book, card)
        self._round = round
        self.changed: set[str] = set()

    def put(self, prompt: Prompt, raw: Mapping[str, Any], *, left: bool = False) -> Answer:
        """Take what stands in the fields; what it belongs to has to be in the garden first."""
        fields = still_asked(prompt.fields)
        before, after = self.card.value, normalise(fields, raw)
        changed = {f.id for f in fields if before.get(f.id) != after.get(f.id)}
        if changed and not self.planted:
            self._round.plant()
        answer = super().put(prompt, raw, left=left)
        self.changed |= changed
        return answer


class Round(ABC):
    """One round.

    Attributes:
        KIND: Kind of its card.
        EACH: Kind of the card of one partnership in it.
        end_words: What the way on at the last station says.
        book: The workbook.
        sheet: Its own questions.
    """

    KIND: ClassVar[str]
    EACH: ClassVar[str]
    end_words: ClassVar[str]

    def pass_words(self, station: Station) -> str:
        """What is said of going on from a station at once; empty where that is not offered."""
        return ""

    def __init__(self, book: Workbook, card: Card) -> None:
        """Take up a round; a card that is not in the garden yet comes with the first text."""
        self.book = book
        self.sheet = StationSheet(self, card)
        self._sheets: dict[str, StationSheet] = {}
        self._place = ""

    @property
    def card(self) -> Card:
        """The card of the round."""
        return self.sheet.card

    @property
    def title(self) -> str:
        """What it is called."""
        return self.sheet.title

    @property
    def finished(self) -> bool:
        """Whether it has been brought to its end."""
        return RoundCard(self.card).finished

    @abstractmethod
    def stations(self) -> tuple[Station, ...]:
        """All stops, in their order."""

    def lead(self, station: Station) -> str:
        """What is said at a station before anything is asked; worked out when one comes to it."""
        if station.partnership:
            return words.STATION.format(number=station.number, total=station.total)
        return station.section.lead

    def start_value(self, partnership: Card) -> dict[str, Any]:
        """What is said of a partnership before the person says anything."""
        return {}

    @abstractmethod
    def note_of(self, station: Station) -> str:
        """How far a station is, in a word."""

    def finish(self) -> str:
        """Bring the round to its end and say what has come of it; all of it is saved as one.

        Raises:
            ReadOnly: Another program is the one that writes.
            YearError: The year to be begun cannot be.
        """
        with self.book.together():
            sentence = self._finish()
        self.book.hasten()
        return sentence

    @abstractmethod
    def _finish(self) -> str:
        """See :meth:`finish`."""

    def leave(self, station: Station) -> None:
        """The person goes on from a station: it has been looked at."""
        if station.partnership and not self.book.read_only:
            self.plant_of(station)

    def plant(self) -> Card:
        """Put the round into the garden unless it is there."""
        if not self.sheet.planted:
            with self.book.together():
                self.book.cards.plant(self.card)
                self._note_place()
        return self.card

    def plant_of(self, station: Station) -> Card:
        """Put what is said of a partnership into the garden unless it is there."""
        sheet = self._sheets[station.partnership]
        if not sheet.planted:
            with self.book.together():
                self.plant()
                self.book.cards.plant(sheet.card)
        return sheet.card

    # Where one is

    def go_to(self, station: Station) -> None:
        """Remember the station one is at, for the next time."""
        self._place = station.section.id
        self._note_place()

    def _note_place(self) -> None:
        if self._place and self.sheet.planted:
            places = {**self._places(), self.card.id: self._place}
            self.book.remember(PLACES, places, common=True)

    def _places(self) -> dict[str, str]:
        places: dict[str, str] = self.book.common(PLACES, {str: str})
        return places

    def where(self) -> int:
        """Number of the station one was at last, from 0."""
        place = self._places().get(self.card.id)
        ids = [station.section.id for station in self.stations()]
        return ids.index(place) if place in ids else 0

    # What the rounds have in common

    def own(self, number: int) -> Station:
        """A station of the round's own questions: a section of its form, by number."""
        return Station(_asked(self.sheet.form.sections[number]), self.sheet)

    def looked_at(self) -> list[Card]:
        """What has been said of the partnerships, by name."""
        return self.book.cards.naming(self.card.id, self.EACH)

    def partnerships(self) -> list[Station]:
        """The living partnerships, and those that were so when this round came to them."""
        cards = self.book.cards
        said = {id: look for look in self.looked_at() for id in Step(look).partnerships}
        every = cards.of("partnership")
        living = [card for card in every if card.id in said or Partnership(card).lives]
        asked = _asked(self.book.guide.forms[self.EACH].sections[0])
        found = []
        for number, card in enumerate(living, 1):
            sheet = self._sheet_of(card, said.get(card.id))
            section = _named(asked, f"{self.EACH}/{card.id}", cards.title(card))
            found.append(Station(section, sheet, card.id, number, len(living)))
        return found

    def _sheet_of(self, partnership: Card, said: Card | None) -> StationSheet:
        sheet = self._sheets.get(partnership.id)
        if sheet is None or sheet.card.deleted:
            cards = self.book.cards
            title = f"{self.title} – {cards.title(partnership)}"
            links = {"titel": title, Checkup.round.id: [self.card.id], LINK: [partnership.id]}
            named = cards.copied(partnership, titel=cards.form(partnership).title)
            value = {**named, **links, **self.start_value(partnership)}
            sheet = StationSheet(self, said or cards.blank(self.EACH, value))
            self._sheets[partnership.id] = sheet
        return sheet


def _named(section: Section, id: str, name: str) -> Section:
    """A page about one partnership."""
    return replace(section, id=id, title=name, short=name, lead="")


def _asked(section: Section) -> Section:
    """A page without what a round does not ask for."""
    prompts = (
        replace(p, fields=tuple(f for f in p.fields if f.id not in LATER))
        for p in section.prompts
        if p.id not in BY_ITSELF
    )
    return replace(section, questions=tuple(prompts))


def unfinished(cards: Cards, kind: str) -> Card | None:
    """The round of a kind that is under way; None when there is none."""
    return next((card for card in cards.of(kind) if not RoundCard(card).finished), None)
