"""What the reports of a year have in common: how things are told, and of which days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.ahead import STEP_KINDS, step_about, step_open
from gartenjahr_tui.garden.figures import Figure, present_year, states_before, years_of
from gartenjahr_tui.garden.kinds import Step
from gartenjahr_tui.reports.phrases import brief, listed
from gartenjahr_tui.text import sort_key
from gartenjahr_tui.words.rhythm import DueWords as due_words
from gartenjahr_tui.words.yearly import TellingWords as words
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.names import is_personal, turned, without_remark
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import history, is_card_id

if TYPE_CHECKING:
    from gartenjahr_tui.reports.report import Scope
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

MOST_YEARS = 10
"""Years in a chart; more bars cannot be told apart on paper."""

_SHORTEST_NAME = 4
"""Letters of a name that is looked for by itself; shorter ones are words as well."""


def figure_rows(figure: Figure) -> dict[int, tuple[int, ...]]:
    """Year → counts."""
    return dict(figure.rows)


def chart_years(book: Workbook, year: int) -> range:
    """The years of a chart that ends with a year."""
    first = min(years_of(book)[0], year)
    return range(max(first, year - MOST_YEARS + 1), year + 1)


@dataclass(frozen=True)
class NextStep:
    """Something to be done.

    Attributes:
        day: Until when; None when no day was agreed on.
        what: What is to be done.
        about: What it belongs to.
    """

    day: date | None
    what: str
    about: str = ""


class Telling:
    """Words of a garden as it may be told to others."""

    def __init__(self, book: Workbook) -> None:
        """Look at a workbook; it is only read."""
        self.book = book

    def of(self, kind: str) -> list[Card]:
        """The cards of a kind."""
        return self.book.cards.of(kind)

    def within(self, kind: str, first: date, end: date) -> list[tuple[date, Card]]:
        """The cards of a kind whose day lies between two days, the earlier first.

        Args:
            kind: The kind.
            first: The first day.
            end: The first day that is too late.
        """
        # ISO days are in order as text, so a big garden need not parse all of them.
        low, high = first.isoformat(), end.isoformat()
        near = (card for card in self.of(kind) if low <= str(card.value.get("am", "")) < high)
        found = [(day, card) for card in near if (day := day_of(card.value["am"]))]
        return sorted(found, key=lambda one: (one[0], sort_key(self.title(one[1]))))

    def title(self, card: Card) -> str:
        """What a card is called."""
        return self.book.cards.title(card)

    def names(self, card: Card, *fields: str) -> list[str]:
        """What some fields name, each once; whoever was put away is not named any more."""
        found = dict.fromkeys(n for field in fields for n in card.value.get(field, ()))
        known = ((name, self.book.cards.get(name)) for name in found)
        return [
            self.title(other) if other else name
            for name, other in known
            if not (other.deleted if other else is_card_id(name))
        ]

    def titles(self, card: Card, field: str) -> list[str]:
        """The cards a field names that are still in the garden."""
        return [self.title(other) for other in self.book.cards.named(card, field)]

    def text(self, card: Card, field: str, most: int = 0) -> str:
        """A text of a card on one line."""
        return brief(card.value.get(field), most)

    def answers(self, prompt_id: str, year: int, *, done: bool = True) -> Iterator[dict[str, Any]]:
        """What the team answered to a question in a year.

        Args:
            prompt_id: The question.
            year: The garden year.
            done: Whether only complete answers are wanted.
        """
        states = (AnswerState.ANSWERED,) if done else (AnswerState.ANSWERED, AnswerState.BEGUN)
        for voice in self.book.voices:
            answer = self.book.answer(prompt_id, year, voice)
            if answer.state in states:
                yield answer.value

    # What is still ahead

    def steps(self) -> list[NextStep]:
        """Next steps that are open, the earliest day first."""
        cards = (card for kind in STEP_KINDS for card in self.of(kind))
        found = [self.step(card) for card in cards if step_open(self.book.cards, card)]
        return sorted(found, key=lambda step: (step.day or date.max, step.what))

    def step(self, card: Card) -> NextStep:
        """The step that was agreed on."""
        view = Step(card)
        about = listed(map(self.title, step_about(self.book.cards, card)))
        return NextStep(view.until, brief(view.step) or due_words.STEP, about)

    # Without the names of people

    def without_people(self, text: str) -> str:
        """A text in which no person of the garden is named any more."""
        return self._people.sub(words.NAME, text) if self._people else text

    @cached_property
    def _people(self) -> re.Pattern[str] | None:
        names = set(filter(None, self._people_names()))
        names |= {word for name in names if len(word := name.split()[-1]) >= _SHORTEST_NAME}
        if not names:
            return None
        longest_first = sorted(names, key=len, reverse=True)
        either = "|".join(map(re.escape, longest_first))
        return re.compile(rf"(?<!\w)(?:{either})s?(?!\w)(?:\s*\(erfunden\))?")

    def _people_names(self) -> Iterator[str]:
        """Names of contacts and of those who write; free names that look like one of a person."""
        cards = self.book.cards
        for card in [*cards.of("contact"), *cards.deleted("contact")]:
            if card.value.get("name"):
                name = without_remark(cards.title(card))
                yield from (name, turned(name))
        free = [voice.name for voice in self.book.voices]
        for kind, field, column in _NAMING:
            for card in self.of(kind):
                part = card.value.get(field, ())
                free += part if not column else _column(part, column)
        yield from filter(is_personal, map(turned, map(without_remark, dict.fromkeys(free))))


def telling(scope: Scope) -> Telling:
    """Words of the garden, looked for once by all parts."""
    found: Telling = scope.shared.setdefault("telling", Telling(scope.book))
    return found


States = dict[str, str]
"""Id of a history → the state in it, empty for none."""


@dataclass(frozen=True)
class Stood:
    """A card that was there at the end of a year.

    Attributes:
        card: The card.
        before: Where it stood at the beginning of the year; None when it was not there yet.
        after: Where it stood at the end, or stands now.
    """

    card: Card
    before: States | None
    after: States


@dataclass(frozen=True)
class YearView:
    """A garden year: what a report of it is made from.

    Attributes:
        scope: What was chosen.
    """

    scope: Scope

    @cached_property
    def told(self) -> Telling:
        """Words of the garden."""
        return telling(self.scope)

    @property
    def present(self) -> bool:
        """Whether it is the year we are in."""
        return self.scope.year == present_year(self.scope.book)

    def within(self, kind: str) -> list[tuple[date, Card]]:
        """The cards of a kind whose day lies in the year, the earlier first."""
        return self.told.within(kind, self.scope.first_day, self.scope.next_year)

    def decisions(self) -> Iterator[tuple[date, Card, dict[str, Any]]]:
        """What was decided in the year about partnerships: day, partnership, entry of the list."""
        field = self.scope.cards.forms["partnership"].fields["entscheidungen"]
        for card in self.told.of("partnership"):
            for entry in history(field, card.value):
                day = day_of(entry.get("am"))
                if day and self.scope.within(day):
                    yield day, card, entry

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
        named = (self.scope.cards.named(one.card, "partner") for one in self.partnerships)
        return {partner.id for partners in named for partner in partners}


def view(scope: Scope) -> YearView:
    """The year a report is about, looked through once by all parts."""
    found: YearView = scope.shared.setdefault("year view", YearView(scope))
    return found


_NAMING = (
    ("encounter", "personen", ""),
    ("harvest", "personen", ""),
    ("thanks", "personen", ""),
    ("feast", "gaeste", "wer"),
    ("partnership", "verantwortlich", "name"),
    ("partnership", "kreis", "name"),
    ("partnership", "rollen", "person"),
    ("partner", "wer_kennt", "person"),
)
"""Where people are named: kind, field, column."""


def _column(part: Any, column: str) -> list[str]:
    return [str(entry[column]) for entry in part if entry.get(column)]
