"""Garden years: look at one, begin one, correct one."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from gartenjahr_tui.garden.targets import Page
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.words.screens import YearsWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.states import AnswerState


class YearsScreen(Dialog[str]):
    """Returns a sentence that says what was done, or None."""

    CSS_PATH = "../styles/jahre.tcss"
    BINDINGS = bindings("new", "correct-year")

    def __init__(self, book: Workbook) -> None:
        super().__init__(words.TITLE, words.KEYS)
        self._book = book
        self._years = sorted(book.years, reverse=True)

    def compose_body(self) -> ComposeResult:
        """The years, the newest first, and a line for another one."""
        options = [plain_option(self._line(year)) for year in self._years]
        yield option_list(options, cursor=self._years.index(self._book.year))
        due = self._book.year_due
        yield LineArea(str(due) if due else "", placeholder=words.NEW)

    def _line(self, year: int) -> str:
        book = self._book
        if year == book.newest_year:
            kind = words.NEWEST
        else:
            kind = words.CORRECTED if book.writable(year) else words.PAST
        states = (book.state(prompt, year) for prompt in book.guide.prompts.values())
        count = sum(state is AnswerState.ANSWERED for state in states)
        here = "▌" if year == book.year else " "
        answers = words.ANSWERS.format(count=count)
        return f"{here}{book.year_label(year):<10}{kind:<20}{answers}"

    def action_new(self) -> None:
        """Ask for the number of a year."""
        line = self.query_one(LineArea)
        line.select_all()
        line.focus()

    def action_correct(self) -> None:
        """Correct the year under the cursor."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self._book.look_at(self._years[place])
            self.dismiss(words.LOOKING.format(year=self._book.year_label()))
            self.app.post_message(Go(Page.CORRECT))

    @on(OptionList.OptionSelected)
    def look(self, event: OptionList.OptionSelected) -> None:
        """Look at the year."""
        self._book.look_at(self._years[event.option_index])
        self.dismiss(words.LOOKING.format(year=self._book.year_label()))

    @on(LineArea.Submitted)
    async def begin(self, event: LineArea.Submitted) -> None:
        """Begin the year whose number was typed, or say what is wrong with it."""
        try:
            year = int(event.area.value)
        except ValueError:
            self.show_hint(words.NOT_A_NUMBER.format(year=self._book.newest_year + 1))
            return
        await self.do(
            lambda: self._book.begin_year(year),
            lambda: words.BEGUN.format(year=self._book.year_label()),
        )
