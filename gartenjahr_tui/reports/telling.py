"""What the reports of a year have in common: how things are told, and of which days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.ahead import STEP_KINDS, step_about, step_open
from gartenjahr_tui.garden.figures import Figure, present_year, states_before, years_of
from gartenjahr_tui.garden.kinds import (
    Encounter,
    Feast,
    Harvest,
    Partner,
    Partnership,
    Step,
    Thanks,
    Way,
)
from gartenjahr_tui.garden.reading import CardView
from gartenjahr_tui.reports.hiding import Hidden
from gartenjahr_tui.reports.phrases import brief, listed, spelled
from gartenjahr_tui.text import sort_key
from gartenjahr_tui.words.rhythm import DueWords as due_words
from gartenjahr_tui.words.yearly import YearlyWords
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.names import is_personal, turned, without_remark
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.reports.report import Scope
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

MOST_YEARS = 10
"""Years in a chart; more bars cannot be told apart on paper."""


FigureMaker = Callable[[Any, Sequence[int]], Figure]
"""Counts something in some years."""


def both_years(scope: Scope, count: FigureMaker, column: int | None = None) -> tuple[int, int]:
    """A count of the year before and of this year: of one column, or of all together."""
    figure = count(scope.book, (scope.year - 1, scope.year))
    before, now = (sum(row) if column is None else row[column] for _, row in figure.rows)
    return before, now


def chart_years(book: Workbook, year: int) -> range:
    """The years of a chart that ends with a year."""
    first = min(years_of(book)[0], year)
    return range(max(first, year - MOST_YEARS + 1), year + 1)


Days = list[tuple[date, "Card"]]
"""Cards and their days, the earlier first."""


def dated(cards: Cards, some: Iterable[Card]) -> Days:
    """Those cards that have a day of the calendar, by day."""
    found = [(day, card) for card in some if (day := day_of(card.value.get("am")))]
    return sorted(found, key=lambda one: (one[0], sort_key(cards.title(one[1]))))


@dataclass(frozen=True)
class NextStep:
    """Something to be done, until when as far as that was agreed on, and what it belongs to.

    Where that is no day, ``until`` says it in the words of who wrote it.
    """

    day: date | None
    what: str
    about: str = ""
    until: str = ""


class Telling:
    """Words of a garden as it may be told to others."""

    def __init__(self, book: Workbook) -> None:
        """Look at a workbook; it is only read."""
        self.book, self.cards = book, book.cards

    def within(self, kind: str, first: date, end: date) -> Days:
        """The cards of a kind from a first day to before an end, the earlier first."""
        # ISO days are in order as text, so a big garden need not parse all of them.
        low, high = first.isoformat(), end.isoformat()
        near = (card for card in self.cards.of(kind) if low <= card.value.get("am", "") < high)
        return dated(self.cards, near)

    def answers(self, prompt_id: str, year: int, *, done: bool = True) -> Iterator[dict[str, Any]]:
        """What the team answered to a question in a year; ``done``: only complete answers."""
        states = (AnswerState.ANSWERED,) if done else (AnswerState.ANSWERED, AnswerState.BEGUN)
        for voice in self.book.voices:
            answer = self.book.answer(prompt_id, year, voice)
            if answer.state in states:
                yield answer.value

    # What is still ahead

    def steps(self) -> list[NextStep]:
        """Next steps that are open, the earliest day first."""
        cards = (card for kind in STEP_KINDS for card in self.cards.of(kind))
        found = [self.step(card) for card in cards if step_open(self.cards, card)]
        return sorted(found, key=lambda step: (step.day or date.max, step.what))

    def step(self, card: Card) -> NextStep:
        """The step that was agreed on."""
        view = Step(card)
        about = listed(map(self.cards.title, step_about(self.cards, card)))
        until = "" if view.until else spelled(card.value.get(Step.until.id))
        return NextStep(view.until, brief(view.step) or due_words.STEP, about, until)

    # Without the names of people

    @cached_property
    def hidden(self) -> Hidden:
        """What is taken out of texts that are told to strangers."""
        return Hidden(self._people_names())

    def without_people(self, text: str) -> str:
        """A text in which no person of the garden is named any more; see :class:`Hidden`."""
        return self.hidden.without(text)

    def _people_names(self) -> Iterator[str]:
        """Names of contacts and of those who write; free names that look like one of a person."""
        for card in [*self.cards.of("contact"), *self.cards.deleted("contact")]:
            if card.value.get("name"):
                name = without_remark(self.cards.title(card))
                yield from (name, turned(name))
        free = [voice.name for voice in self.book.voices]
        for kind, field in _NAMING:
            for card in self.cards.of(kind):
                free += field.of(CardView(card))
        yield from filter(is_personal, map(turned, map(without_remark, dict.fromkeys(free))))


def telling(scope: Scope) -> Telling:
    """Words of the garden, looked for once by all parts."""
    return scope.once("telling", lambda: Telling(scope.book))


States = dict[str, str]
"""Id of a history → the state in it, empty for none."""


@dataclass(frozen=True)
class Stood:
    """A card that was there at the end of a year: where it stood then, and at the beginning.

    That is None when it was not there yet; „then“ is now in the year we are in.
    """

    card: Card
    before: States | None
    after: States


@dataclass(frozen=True)
class YearView:
    """A garden year: what a report of it is made from."""

    scope: Scope

    @cached_property
    def told(self) -> Telling:
        """Words of the garden."""
        return telling(self.scope)

    def title(self, card: Card) -> str:
        """What a card is called."""
        return self.scope.cards.title(card)

    def partners_of(self, card: Card, most: int = 0) -> str:
        """The partners with a card that a card names; of more than so many the rest is counted."""
        return listed(map(self.title, self.scope.cards.named(card, Encounter.partners.id)), most)

    def way(self, way: Way) -> str:
        """What a decision about a partnership is called."""
        return self.scope.cards.forms["partnership"].fields["entscheidungen"].state_label(way)

    @property
    def present(self) -> bool:
        """Whether it is the year we are in."""
        return self.scope.year == present_year(self.scope.book)

    def within(self, kind: str) -> list[tuple[date, Card]]:
        """The cards of a kind whose day lies in the year, the earlier first."""
        return self.told.within(kind, self.scope.first_day, self.scope.next_year)

    def decisions(self) -> Iterator[tuple[date, Card, Way, str]]:
        """What was decided in the year: day, partnership, which way, and why."""
        for card in self.scope.cards.of("partnership"):
            for kept, way, why in Partnership(card).decided:
                if way and (day := day_of(kept)) and self.scope.within(day):
                    yield day, card, way, why

    def gained(self, *, team: bool = False) -> Iterator[tuple[str, str, str]]:
        """What the library has gained, kind by kind: kind, what, through what.

        The team's own answers are told only if that is wanted.
        """
        answers = [*self.told.answers("ernten.ressourcen", self.scope.year, done=False)]
        for field, own_field, kind in YearlyWords.RESOURCE_NAMES:
            for _, card in self.within("harvest"):
                yield kind, brief(card.value.get(field, "")), self.title(card)
            for answer in answers if team else ():
                yield kind, brief(answer.get(own_field, "")), YearlyWords.BY_TEAM
        for answer in answers if team else ():
            yield YearlyWords.NOTICED, brief(answer.get("auffaellt", "")), YearlyWords.BY_TEAM

    def _stood(self, kind: str) -> tuple[Stood, ...]:
        book, first, end = self.scope.book, self.scope.first_day, self.scope.next_year
        found = ((card, states_before(book, card, end)) for card in book.cards.of(kind))
        return tuple(
            Stood(card, states_before(book, card, first), after)
            for card, after in found
            if after is not None
        )

    @cached_property
    def partners(self) -> tuple[Stood, ...]:
        """The partners at the end of the year, by name."""
        return self._stood("partner")

    @cached_property
    def partnerships(self) -> tuple[Stood, ...]:
        """The living partnerships at the end of the year, by name."""
        return self._stood("partnership")

    @cached_property
    def partners_at_work(self) -> set[str]:
        """Ids of the partners with whom something was alive at the end of the year."""
        named = (
            self.scope.cards.named(one.card, Partnership.partners.id) for one in self.partnerships
        )
        return {partner.id for partners in named for partner in partners}


def view(scope: Scope) -> YearView:
    """The year a report is about, looked through once by all parts."""
    return scope.once("year view", lambda: YearView(scope))


_NAMING = (
    ("encounter", Encounter.people),
    ("harvest", Harvest.people),
    ("thanks", Thanks.people),
    ("feast", Feast.who_comes),
    ("partnership", Partnership.carers),
    ("partnership", Partnership.helpers),
    ("partnership", Partnership.doers),
    ("partnership", Partnership.thanked),
    ("partner", Partner.known_by),
)
"""Where people are named: kind, field."""
