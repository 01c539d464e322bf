"""What every question on the screen has: its state, its words, and a place for the cursor."""

from __future__ import annotations

from textual.containers import Vertical

from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.states import AnswerState

SIGNS = {
    AnswerState.OPEN: "○",
    AnswerState.BEGUN: "…",
    AnswerState.ANSWERED: "●",
    AnswerState.LATER: "→",
    AnswerState.NOT_HERE: "×",
}
"""A sign beside the word of each state; never the sign alone."""


class QuestionView(Vertical):
    """A question of a page, answered in its fields or on cards.

    Attributes:
        id_of_question: Id of the question.
    """

    DEFAULT_CSS = """
    QuestionView {
        height: auto; margin: 0 0 1 0; padding: 0 0 0 1; border-left: blank;
        &:focus-within { border-left: outer $accent; }
        .head { color: $text-muted; }
        .ask { text-style: bold; }
        .help { color: $text-muted; }
        .privacy { color: $secondary; }
    }
    """

    id_of_question: str

    @property
    def state(self) -> AnswerState:
        """How far it is."""
        raise NotImplementedError

    def reload(self) -> None:
        """Show what stands in the workbook, whatever was shown before."""
        raise NotImplementedError

    def enter(self, bookmark: Bookmark | None = None) -> None:
        """Put the cursor into the question: where it was, or where one begins."""
        raise NotImplementedError
