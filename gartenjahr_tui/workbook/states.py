"""How far a question is."""

from __future__ import annotations

from enum import StrEnum


class AnswerState(StrEnum):
    """How far a question is; the value is what the file holds."""

    OPEN = "open"
    BEGUN = "begun"
    ANSWERED = "answered"
    LATER = "later"
    NOT_HERE = "not_here"

    @classmethod
    def _missing_(cls, value: object) -> AnswerState:
        """A state this program does not know never keeps the garden from opening."""
        return cls.BEGUN

    @property
    def word(self) -> str:
        """The state in German."""
        return _WORDS[self]

    @property
    def settled(self) -> bool:
        """Whether it counts in „3 von 5“: answered, or it does not fit this library."""
        return self in (AnswerState.ANSWERED, AnswerState.NOT_HERE)


_WORDS = {
    AnswerState.OPEN: "offen",
    AnswerState.BEGUN: "angefangen",
    AnswerState.ANSWERED: "beantwortet",
    AnswerState.LATER: "später",
    AnswerState.NOT_HERE: "passt bei uns nicht",
}
