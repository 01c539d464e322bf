"""The menu: everything that is possible here; typing searches."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, TextArea
from textual.widgets.option_list import Option

from gartenjahr_tui.text import folded
from gartenjahr_tui.widgets.commands import Command, command
from gartenjahr_tui.widgets.dialog import ListDialog, SeekLine, option_list, plain_option
from gartenjahr_tui.words.screens import MenuWords as words


class MenuScreen(ListDialog[Command]):
    """Returns the command chosen, or None."""

    CSS_PATH = "../styles/menue.tcss"
    BINDINGS = [Binding("f10", "close", show=False)]

    def __init__(self, commands: list[Command], title: str = words.TITLE) -> None:
        super().__init__(title, words.HINT)
        self._commands = commands

    def compose_body(self) -> ComposeResult:
        """Search field and list."""
        yield SeekLine(placeholder=words.PLACEHOLDER)
        yield option_list([self._option(c) for c in self._commands])

    def on_mount(self) -> None:
        """The first entry is chosen."""
        self.query_one(OptionList).highlighted = 0
        self.query_one(SeekLine).focus()

    def _option(self, command: Command) -> Option:
        key = command.key_name if command.key else ""
        return plain_option(Content.assemble(f"{command.title:<30}", (key, "bold")), command.id)

    @on(OptionList.OptionHighlighted)
    def explain(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the entry under the cursor does."""
        # By its id: the list may have changed since, while somebody types on.
        if event.option_id:
            self.show_hint(f"{command(event.option_id).help}\n{words.HINT}")

    @on(TextArea.Changed)
    def search(self, event: TextArea.Changed) -> None:
        """Show what holds every word typed."""
        sought = folded(event.text_area.text).split()
        shown = [c for c in self._commands if c.is_meant(sought)]
        # What is called so comes before what is only said to be so.
        shown.sort(key=lambda c: not all(word in folded(c.title) for word in sought))
        options = self.query_one(OptionList)
        options.set_options([self._option(c) for c in shown])
        options.highlighted = 0 if shown else None
        if not shown:
            self.show_hint(f"{words.NOTHING}\n{words.HINT}")

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Run it."""
        if event.option_id:
            self.dismiss(command(event.option_id))
