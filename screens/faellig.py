"""All that is due, what is begun, and what is put off until a day."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from gartenjahr_tui.garden import due, home
from gartenjahr_tui.garden.targets import Target
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Dialog, heading_option, option_list, plain_option
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.words.rhythm import DueWords as words
from gartenjahr_tui.words.rhythm import SnoozeWords as snooze_words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.dates import german
from screens.spaeter import SnoozeScreen


@dataclass(frozen=True)
class DueLine:
    """A line of the list; one that is put off has no place, a question that waits has no key."""

    text: str
    target: Target | None = None
    key: str = ""


class DueScreen(Dialog[str]):
    """Opens the place chosen; returns a sentence about what was put off or woken last, or None."""

    CSS_PATH = "../styles/faellig.tcss"
    BINDINGS = bindings("snooze", "tick")

    def __init__(self, book: Workbook) -> None:
        super().__init__(words.TITLE, words.KEYS)
        self._book = book
        self._lines: list[DueLine] = []
        self._told = ""

    def compose_body(self) -> ComposeResult:
        """All lines."""
        yield option_list([])

    def on_mount(self) -> None:
        """Show the lines."""
        self._show()
        self.query_one(OptionList).focus()

    def _show(self) -> None:
        """Show what has become of the lines; the cursor stays near its place."""
        options = self.query_one(OptionList)
        before = options.highlighted or 0
        self._lines = []
        options.clear_options()
        groups = (("", self._due()), (words.WAITING, self._waiting()), (words.ASIDE, self._aside()))
        for title, lines in groups:
            if lines and title:
                self._lines.append(DueLine(title))
                options.add_option(heading_option(f"\n{title}"))
            self._lines += lines
            options.add_options([plain_option(line.text) for line in lines])
        if not self._lines:
            self._say(words.NOTHING)
        options.highlighted = min(before, len(self._lines) - 1) if self._lines else None

    def _due(self) -> list[DueLine]:
        lines = due.due(self._book)
        return [DueLine(f"{line.sign} {line.full}", line.target, line.key) for line in lines]

    def _waiting(self) -> list[DueLine]:
        places = home.waiting(self._book.guide, self._book.state)
        return [DueLine(f"{place.sign} {place.text}", place.target) for place in places]

    def _aside(self) -> list[DueLine]:
        return [
            DueLine(words.BACK_ON.format(text=line.full, day=german(day)), key=line.key)
            for line, day in due.snoozed(self._book)
        ]

    @property
    def _line(self) -> DueLine | None:
        """The line under the cursor."""
        place = self.query_one(OptionList).highlighted
        return self._lines[place] if place is not None else None

    @on(OptionList.OptionSelected)
    def choose(self) -> None:
        """Go where the line leads, or wake it."""
        line = self._line
        if line and line.target:
            self.dismiss(None)
            self.app.post_message(Go(line.target))
        elif line:
            self._wake(line.key)

    def _wake(self, key: str) -> None:
        """Let a line that was put off be due again."""
        found = due.find(self._book, key)
        try:
            due.wake(self._book, key)
        except PermissionError as error:
            self._say(str(error))
        else:
            self._said(words.WOKEN.format(text=found.text if found else ""))

    def action_close(self) -> None:
        """Close; what was put off or woken is said once more, and the garden shows it."""
        self.dismiss(self._told or None)

    def action_snooze(self) -> None:
        """Put the line under the cursor off."""
        line = self._line
        if line and line.key and line.target:
            self.app.push_screen(SnoozeScreen(self._book, line.key), self._said)
        else:
            self._say(snooze_words.CANNOT if self._lines else words.NOTHING)

    def _said(self, sentence: str | None) -> None:
        """A line was put off, or was not: go on with those that are left."""
        if sentence:
            self._told = sentence
            self._show()
            self._say(sentence)

    def _say(self, sentence: str) -> None:
        """Say something above the keys that can be pressed now."""
        self.show_hint(f"{sentence}\n{words.KEYS if self._lines else words.KEYS_EMPTY}")

    def action_tick(self) -> None:
        """Mark what the line under the cursor is about as done."""
        line = self._line
        try:
            self._said(due.tick(self._book, line.key if line and line.target else ""))
        except (PermissionError, ValueError) as error:
            self._say(str(error))
