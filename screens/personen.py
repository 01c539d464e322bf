"""Who writes: several people share a garden without any login."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option
from gartenjahr_tui.words.screens import VoicesWords as words
from gartenjahr_tui.workbook.book import Workbook


class VoicesScreen(Dialog[str]):
    """Returns a sentence that says who writes from now on, or None."""

    CSS_PATH = "../styles/personen.tcss"
    BINDINGS = bindings("new")

    def __init__(self, book: Workbook) -> None:
        super().__init__(words.TITLE, words.KEYS)
        self._book = book

    def compose_body(self) -> ComposeResult:
        """The people, and a line for a new one."""
        voices, here = self._book.voices, self._book.voice
        lines = (words.HERE.format(name=v.name) if v == here else v.name for v in voices)
        yield option_list(list(map(plain_option, lines)), cursor=voices.index(here))
        yield LineArea(placeholder=words.NEW)

    def action_new(self) -> None:
        """Ask for a name."""
        self.query_one(LineArea).focus()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Let this person write."""
        self._book.use_voice(self._book.voices[event.option_index])
        self.dismiss(self._sentence())

    @on(LineArea.Submitted)
    async def add(self, event: LineArea.Submitted) -> None:
        """Let a new person write."""
        book = self._book
        await self.do(lambda: book.add_voice(event.area.value), self._sentence)

    def _sentence(self) -> str:
        return words.NOW.format(name=self._book.voice.name)
