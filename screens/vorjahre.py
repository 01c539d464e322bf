"""The same question in other years, beside today's field (F4)."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from gartenjahr_tui.garden.targets import ToRings
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.words.screens import CommonWords
from gartenjahr_tui.words.screens import EarlierWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.values import value_text


class EarlierScreen(Dialog[str]):
    """Returns a sentence when a text was taken over, or None."""

    CSS_PATH = "../styles/vorjahre.tcss"
    BINDINGS = [Binding("r", "rings", show=False)]

    def __init__(self, book: Workbook, prompt: Prompt) -> None:
        self._book, self._prompt = book, prompt
        self._answers = book.other_years(prompt.id)
        hint = words.KEYS if book.writable() else words.KEYS_READ
        super().__init__(words.TITLE, hint if self._answers else CommonWords.BACK)

    def compose_body(self) -> ComposeResult:
        """The question, the years, both texts."""
        yield Static(self._prompt.asked, markup=False, classes="ask")
        if not self._answers:
            yield Static(words.NONE, markup=False)
            return
        years = [self._book.year_label(answer.key.year) for answer in self._answers]
        yield option_list([plain_option(year) for year in years], cursor=0)
        with Horizontal():
            with VerticalScroll(can_focus=False):
                yield Static("", id="then", markup=False)
            with VerticalScroll(can_focus=False):
                now = value_text(self._prompt, self._book.answer(self._prompt.id).value)
                head = Content.styled(words.TODAY.format(year=self._book.year_label()), "bold")
                yield Static(Content.assemble(head, "\n", now or words.EMPTY), id="now")

    @on(OptionList.OptionHighlighted)
    def show_year(self, event: OptionList.OptionHighlighted) -> None:
        """Show the text of the year under the cursor."""
        answer = self._answers[event.option_index]
        head = Content.styled(self._book.year_label(answer.key.year), "bold")
        text = value_text(self._prompt, answer.value)
        self.query_one("#then", Static).update(Content.assemble(head, "\n", text))

    @on(OptionList.OptionSelected)
    def take_over(self, event: OptionList.OptionSelected) -> None:
        """Take the text over."""
        earlier = self._answers[event.option_index]
        if self._book.writable():
            self._book.take_over(self._prompt, earlier)
            self.dismiss(words.TAKEN.format(year=self._book.year_label(earlier.key.year)))

    def action_rings(self) -> None:
        """Lay all years of the question side by side instead."""
        self.dismiss(None)
        self.app.post_message(Go(ToRings(self._prompt.id)))
