"""Every voice of the team on one question, one under another."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.words.screens import CommonWords, VoicesWords
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.values import value_text


class AllVoicesScreen(Dialog[str]):
    """For reading only; nobody changes what another person wrote."""

    CSS_PATH = "../styles/stimmen.tcss"

    def __init__(self, book: Workbook, prompt: Prompt) -> None:
        super().__init__(VoicesWords.ALL, CommonWords.BACK)
        self._book, self._prompt = book, prompt

    def compose_body(self) -> ComposeResult:
        """The question, and who said what."""
        yield Static(self._prompt.asked, markup=False, classes="ask")
        with VerticalScroll(classes="text"):
            yield Static(self._text(), markup=False)

    def _text(self) -> Content:
        if self._prompt.own:
            return Content(VoicesWords.PRIVATE)
        own = (self._book.voice, self._book.answer(self._prompt.id))
        heard = [own, *self._book.other_voices(self._prompt)]
        parts = [
            Content.assemble(
                (f"{voice.name} ({answer.state.word})", "bold $primary"),
                "\n",
                value_text(self._prompt, answer.value),
            )
            for voice, answer in heard
            if answer.value
        ]
        return Content("\n\n").join(parts) if parts else Content(VoicesWords.NONE)
