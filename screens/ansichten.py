"""Where views differ: question by question, everybody's words side by side."""

from __future__ import annotations

from textwrap import indent

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gartenjahr_tui.garden import views
from gartenjahr_tui.text import shortened
from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.hanging import hanging
from gartenjahr_tui.words.packets import ViewsWords as words
from gartenjahr_tui.workbook.book import Workbook

MOST = 300
"""Characters shown of what one person said; the question itself has all of it."""

INDENT = "  "
"""Before what somebody said, under its question."""

WIDTH = 70
"""Columns, until it is known how many there are."""


class ViewsScreen(Dialog[str]):
    """Opens a question, if one wants."""

    CSS_PATH = "../styles/ansichten.tcss"

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._found = views.differences(book)
        title = words.YEAR.format(year=book.year_label())
        super().__init__(title, words.KEYS if self._found else words.KEYS_EMPTY)

    def compose_body(self) -> ComposeResult:
        """A question, and under it who said what."""
        if not self._found:
            yield Static(words.NONE.format(year=self._book.year_label()), markup=False)
        else:
            options = [self._option(number, WIDTH) for number in range(len(self._found))]
            yield option_list(options, cursor=0)
        yield Static(words.PRIVATE, markup=False, classes="note")

    def _option(self, number: int, width: int) -> Option:
        head, *lines = self._found[number].lines
        said = (hanging(indent(shortened(line, MOST), INDENT), width) for line in lines)
        return plain_option(
            Content.assemble((head, "bold"), "\n", "\n".join(said), "\n"), str(number)
        )

    def on_resize(self) -> None:
        """Lay everything out for the width there is."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        for options in self.query(OptionList):
            width = options.scrollable_content_region.width
            for number in range(len(self._found)):
                prompt = self._option(number, width).prompt
                options.replace_option_prompt_at_index(number, prompt)

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Open the question, in its year or on its card."""
        self.dismiss()
        self.app.post_message(Go(self._found[int(event.option_id or 0)].target))
