"""Asked only when something could not be saved and the person wants to leave."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.words.screens import SavingWords as words


class FarewellScreen(Dialog[bool]):
    """Returns True to leave nevertheless."""

    CSS_PATH = "../styles/abschied.tcss"
    BINDINGS = bindings("leave-anyway")

    def __init__(self, problem: str) -> None:
        super().__init__(words.TITLE, f"{words.QUIT_ANYWAY}\n{words.STAY}")
        self._problem = problem

    def compose_body(self) -> ComposeResult:
        """What happened and what happens next."""
        yield Static(words.FAILED_QUIT.format(problem=self._problem), markup=False)

    def action_leave(self) -> None:
        """Put the text aside and leave."""
        self.dismiss(True)
