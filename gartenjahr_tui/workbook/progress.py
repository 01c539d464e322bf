"""How far a chapter or section is, in numbers and in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from gartenjahr_tui.workbook.states import AnswerState

Asked = TypeVar("Asked")


@dataclass(frozen=True)
class Progress:
    """Settled questions of all questions.

    Attributes:
        settled: Answered, or „passt bei uns nicht“.
        begun: Begun and not settled.
        total: All.
    """

    settled: int
    begun: int
    total: int

    @property
    def words(self) -> str:
        """„3 fertig“, „offen“ while nothing is touched, „lesen“ without questions.

        What is answered is counted, and not what is left: an amount that only grows.
        """
        if not self.total:
            return "lesen"
        if not self.settled and not self.begun:
            return "offen"
        if self.settled == self.total:
            return "fertig"
        return f"{self.settled} fertig" if self.settled else "begonnen"

    def bar(self, width: int) -> tuple[int, int]:
        """Filled and empty cells of a bar; a bar is full only when everything is settled."""
        filled = self.settled * width // self.total if self.total else 0
        return filled, width - filled


def progress(questions: Iterable[Asked], state: Callable[[Asked], AnswerState]) -> Progress:
    """Count the states of some questions."""
    states = [state(question) for question in questions]
    settled = sum(s.settled for s in states)
    begun = sum(s is AnswerState.BEGUN for s in states)
    return Progress(settled, begun, len(states))


def best_state(states: Iterable[AnswerState]) -> AnswerState:
    """State of a team's question: as far as the one who is furthest."""
    order = (
        AnswerState.ANSWERED,
        AnswerState.BEGUN,
        AnswerState.NOT_HERE,
        AnswerState.LATER,
    )
    found = set(states)
    return next((state for state in order if state in found), AnswerState.OPEN)
