"""Asks for a note before an earlier year may be changed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.words.screens import YearsWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.dates import shown_date

MOST_SHOWN = 5
"""Former corrections that are shown, the latest."""


class CorrectScreen(Dialog[str]):
    """Returns a sentence when the year may be changed now, or None."""

    CSS_PATH = "../styles/berichtigen.tcss"

    def __init__(self, book: Workbook) -> None:
        super().__init__(words.CORRECT.format(year=book.year_label()), words.CORRECT_KEYS)
        self._book = book

    def compose_body(self) -> ComposeResult:
        """The notes of former corrections, and a line for this one."""
        for entry in self._book.corrections(self._book.year)[-MOST_SHOWN:]:
            day = shown_date(entry["am"])
            line = words.NOTED.format(day=day, who=entry["wer"], note=entry["warum"])
            yield Static(line, markup=False)
        yield Static(words.CORRECT_ASK, markup=False, classes="ask")
        yield LineArea()

    @on(LineArea.Submitted)
    async def correct(self, event: LineArea.Submitted) -> None:
        """Note why, and allow changes."""
        book, note = self._book, event.area.value
        if not note:
            self.show_hint(words.CORRECT_NEEDS_NOTE)
            return
        await self.do(
            lambda: book.correct(book.year, note),
            lambda: words.CORRECTING.format(year=book.year_label()),
        )
