"""Every voice of the team on one question, one under another."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from gartenjahr_tui.garden import views
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.words.screens import CommonWords, VoicesWords
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.values import value_text


class AllVoicesScreen(Dialog[str]):
    """For reading only; nobody changes what another person wrote."""

    CSS_PATH = "../styles/stimmen.tcss"

    def __init__(self, book: Workbook, prompt: Prompt, card: str = "", year: int = 0) -> None:
        """Take a question of the guide, or one about a card (id) and what was said in a year."""
        super().__init__(VoicesWords.ALL, CommonWords.BACK)
        self._book, self._prompt = book, prompt
        self._card, self._year = card, year

    def compose_body(self) -> ComposeResult:
        """The question, and who said what."""
        yield Static(self._prompt.asked, markup=False, classes="ask")
        with VerticalScroll(classes="text"):
            yield Static(self._text(), markup=False)

    def _text(self) -> Content:
        book, prompt = self._book, self._prompt
        if self._card:
            heard = views.heard(book, prompt, self._year, self._card)
        elif prompt.own:
            return Content(VoicesWords.PRIVATE)
        else:
            others = [(voice.name, answer) for voice, answer in book.other_voices(prompt)]
            heard = [(book.voice.name, book.answer(prompt.id)), *others]
        parts = [
            Content.assemble(
                (f"{name} ({answer.state.word})", "bold $primary"),
                "\n",
                value_text(prompt, answer.value, book.cards.name),
            )
            for name, answer in heard
            if answer.value
        ]
        return Content("\n\n").join(parts) if parts else Content(VoicesWords.NONE)
