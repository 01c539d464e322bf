"""Asked before a reminder is put off: until when."""

from __future__ import annotations

from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static, TextArea

from gartenjahr_tui.garden import due
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option
from gartenjahr_tui.words.rhythm import SnoozeWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.dates import german


class SnoozeScreen(Dialog[str]):
    """Returns a sentence that says until when, or None."""

    CSS_PATH = "../styles/spaeter.tcss"

    def __init__(self, book: Workbook, key: str) -> None:
        super().__init__(words.TITLE, words.KEYS)
        self._book, self._key = book, key
        found = due.find(book, key)
        self._text = found.text if found else words.GONE
        today = book.today
        self._choices = [
            (words.WEEK, today + timedelta(days=7)),
            (words.TWO_WEEKS, today + timedelta(days=14)),
            (words.MONTH, due.in_a_month(today)),
        ]

    def compose_body(self) -> ComposeResult:
        """The line, the days to choose from, a field for any other."""
        yield Static(self._text, markup=False, classes="line")
        texts = [words.format(day=german(day)) for words, day in self._choices]
        yield option_list([plain_option(text) for text in (*texts, words.OWN_DAY)], cursor=0)
        yield LineArea(placeholder=words.DAY)
        yield Static("", markup=False, classes="complaint")

    @on(OptionList.OptionSelected)
    async def choose(self, event: OptionList.OptionSelected) -> None:
        """Put the line off, or go to the field for another day."""
        if event.option_index < len(self._choices):
            await self._until(self._choices[event.option_index][1])
        else:
            self.query_one(LineArea).focus()

    @on(LineArea.Submitted)
    async def take(self, event: LineArea.Submitted) -> None:
        """Put the line off until the day typed, or say what is wrong with it."""
        try:
            day = due.day_ahead(event.area.value, self._book.today)
        except ValueError as error:
            self._complain(str(error))
        else:
            await self._until(day)

    @on(TextArea.Changed)
    def correct(self) -> None:
        """What was wrong is being mended."""
        self._complain("")

    def _complain(self, sentence: str) -> None:
        self.query_one(".complaint", Static).update(Content(sentence))

    async def _until(self, day: date) -> None:
        await self.do(
            lambda: due.snooze(self._book, self._key, day),
            lambda: words.DONE.format(day=german(day), text=self._text),
        )
