"""All that can leave the garden: choose what it is to be."""

from __future__ import annotations

import textwrap

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gartenjahr_tui.catalog import GROUPS, OUTLETS
from gartenjahr_tui.garden.targets import ToOutlet
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import heading_option, option_list, plain_option
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.words.reports import ReportsWords as words
from gartenjahr_tui.workbook.book import Workbook

TITLE_WIDTH = 32
"""Columns of a title in the list."""

LAST = "bericht"
"""Setting: what was opened last."""


class ReportsScreen(BookScreen):
    """A list on the left; on the right what is under the cursor is for."""

    KEYS = ("report-open", "back", "menu")
    OFFERS = ("reports", "app")
    TITLE = words.TITLE
    CSS_PATH = "../styles/bericht.tcss"
    # Here already.
    BINDINGS = [*bindings("back"), Binding("b", "nothing", show=False)]

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book

    def compose_body(self) -> ComposeResult:
        """List and description."""
        with Horizontal(id="outlets"):
            yield option_list(list(self._options()))
            with VerticalScroll(can_focus=False):
                yield Static("", markup=False, id="about")

    def _options(self) -> list[Option]:
        options: list[Option] = []
        for title, ids in GROUPS:
            options += [Option("", disabled=True)] if options else []
            options.append(heading_option(title))
            options += [plain_option(_hanging(OUTLETS[id].title), id) for id in ids]
        return options

    def on_mount(self) -> None:
        """What was opened last is under the cursor."""
        listed = self.query_one(OptionList)
        last = self.book.setting(LAST, str)
        listed.highlighted = listed.get_option_index(last) if last in OUTLETS else 1
        listed.focus()

    @on(OptionList.OptionHighlighted)
    def describe(self, event: OptionList.OptionHighlighted) -> None:
        """Say what it is for and what it comes as."""
        outlet = OUTLETS[str(event.option_id)]
        formats = "\n".join(f"- {format.title}" for format in outlet.formats)
        about = Content.assemble(
            (outlet.title, "bold"), "\n\n", outlet.lead, "\n\n", words.FORMATS, "\n", formats
        )
        self.query_one("#about", Static).update(about)

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Open what is under the cursor."""
        self.book.remember(LAST, event.option_id)
        # What was said of another one would pile up on the page.
        self.app.clear_notifications()
        self.app.post_message(Go(ToOutlet(str(event.option_id))))

    def action_open_report(self) -> None:
        """Open what is under the cursor; for the menu."""
        self.query_one(OptionList).action_select()

    def action_nothing(self) -> None:
        """The key leads here, where one is."""


def _hanging(title: str) -> str:
    """A title whose second line is indented more than its first."""
    return textwrap.fill(title, TITLE_WIDTH, initial_indent=" ", subsequent_indent="   ")
