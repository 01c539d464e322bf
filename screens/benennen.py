"""A new card gets its name before a question of it is answered."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from gartenjahr_tui.garden.on_cards import name_prompt
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.words.garden import NamingWords as words


class _Name(PromptView):
    """The one line; Enter has no field to go on to."""

    @on(LineArea.Submitted)
    def go_on(self, event: LineArea.Submitted) -> None:
        """Done."""
        event.stop()
        self.screen.action_close()  # type: ignore[attr-defined]


class NamingScreen(Dialog[str]):
    """What was typed stays in every case; a card without a name is none."""

    def __init__(self, sheet: CardSheet) -> None:
        super().__init__(words.TITLE.format(item=sheet.form.item), words.KEYS)
        self._sheet = sheet

    def compose_body(self) -> ComposeResult:
        """The question."""
        yield _Name(self._sheet, name_prompt(self._sheet.form), 1, 1)

    def on_mount(self) -> None:
        """The cursor stands in the line."""
        self.query_one(PromptView).enter()

    def action_close(self) -> None:
        """Done; everything is kept."""
        self.query_one(PromptView).leave()
        self.dismiss(None)
