"""The log of changes: what, when, by whom – never what was written."""

from __future__ import annotations

from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gartenjahr_tui.garden import changes
from gartenjahr_tui.widgets.dialog import Dialog, heading_option, option_list, plain_option
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.words.rhythm import LogWords as words
from gartenjahr_tui.workbook.book import Workbook


class LogScreen(Dialog[str]):
    """Opens what was changed, if one wants."""

    CSS_PATH = "../styles/protokoll.tcss"

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._entries = changes.log(book)
        super().__init__(words.TITLE, words.KEYS if self._entries else words.KEYS_EMPTY)

    def compose_body(self) -> ComposeResult:
        """Day by day, the latest first."""
        if self._entries:
            yield option_list(self._options(), cursor=1)
        else:
            yield Static(words.EMPTY, markup=False)

    def _options(self) -> list[Option]:
        options: list[Option] = []
        numbered = enumerate(self._entries)
        for day, found in groupby(numbered, key=lambda one: one[1].when.date()):
            heading = changes.day_words(day, self._book.today)
            options.append(heading_option(heading))
            options += [self._option(number, entry) for number, entry in found]
        return options

    def _option(self, number: int, entry: changes.LoggedChange) -> Option:
        text = words.ENTRY.format(time=f"{entry.when:%H:%M}", what=entry.text)
        return plain_option(text, str(number))

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Open the card or the question, in its year."""
        self.dismiss()
        self.app.post_message(Go(self._entries[int(event.option_id or 0)].target))
