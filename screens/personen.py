"""Who writes: several people share a garden without any login."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from gartenjahr_tui.widgets.background import in_turns
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
        yield option_list([plain_option(self._line(place)) for place in range(self._count)])
        yield Input(placeholder=words.NEW, compact=True)

    @property
    def _count(self) -> int:
        return len(self._book.voices)

    def _line(self, place: int) -> str:
        voice = self._book.voices[place]
        here = voice == self._book.voice
        return words.HERE.format(name=voice.name) if here else voice.name

    def on_mount(self) -> None:
        """The one who writes now is highlighted."""
        options = self.query_one(OptionList)
        options.highlighted = self._book.voices.index(self._book.voice)
        options.focus()

    def action_new(self) -> None:
        """Ask for a name."""
        self.query_one(Input).focus()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Let this person write."""
        self._book.use_voice(self._book.voices[event.option_index])
        self.dismiss(self._sentence())

    @on(Input.Submitted)
    async def add(self, event: Input.Submitted) -> None:
        """Let a new person write."""
        book = self._book
        await self.do(lambda: in_turns(book.add_voice_in_turns(event.value)), self._sentence)

    def _sentence(self) -> str:
        return words.NOW.format(name=self._book.voice.name)
