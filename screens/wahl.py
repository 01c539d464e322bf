"""Small dialogs: pick one of several, enter a line."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from gartenjahr_tui.guide.lookup import folded
from gartenjahr_tui.report_words import Pick as words
from gartenjahr_tui.text import one_line
from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option

FILTERED = 12
"""From so many options on, a line to filter them stands above."""


class PickScreen(Dialog[str]):
    """Returns the id of what was picked, or None."""

    CSS_PATH = "../styles/wahl.tcss"

    def __init__(
        self,
        title: str,
        options: Sequence[tuple[str, str]],
        present: str,
        *,
        free: bool = False,
    ) -> None:
        """Show what there is.

        Args:
            title: The question.
            options: Id and label.
            present: Id of what is chosen now.
            free: Whether what is typed may be none of them.
        """
        self._filters = free or len(options) >= FILTERED
        super().__init__(title, words.KEYS_FILTER if self._filters else words.KEYS)
        self._options, self._present, self._free = options, present, free
        self._shown = list(options)

    def compose_body(self) -> ComposeResult:
        """The filter where there are many, the options."""
        if self._filters:
            yield Input(placeholder=words.FILTER, compact=True)
        yield option_list([plain_option(label) for _, label in self._shown])

    def on_mount(self) -> None:
        """What is chosen now is under the cursor."""
        options = self.query_one(OptionList)
        ids = [id for id, _ in self._options]
        options.highlighted = ids.index(self._present) if self._present in ids else 0
        (self.query_one(Input) if self._filters else options).focus()

    @on(Input.Changed)
    def filter(self, event: Input.Changed) -> None:
        """Show what holds all the words typed."""
        wanted = folded(event.value).split()
        self._shown = [
            option for option in self._options if all(w in folded(option[1]) for w in wanted)
        ]
        if self._free and (typed := one_line(event.value)):
            self._shown.append((typed, words.FREE.format(text=typed)))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([plain_option(label) for _, label in self._shown])
        options.highlighted = 0 if self._shown else None

    def key_down(self) -> None:
        """From the filter to the options."""
        if isinstance(self.focused, Input):
            self.query_one(OptionList).focus()

    @on(Input.Submitted)
    def take_first(self) -> None:
        """Pick what is under the cursor."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def pick(self, event: OptionList.OptionSelected) -> None:
        """Close with it."""
        self.dismiss(self._shown[event.option_index][0])


class EnterScreen(Dialog[str]):
    """Returns the line that was entered, or None."""

    CSS_PATH = "../styles/wahl.tcss"

    def __init__(self, title: str, text: str, hint: str) -> None:
        """Ask for a line.

        Args:
            title: The question.
            text: What stands there now.
            hint: What to mind, and the keys.
        """
        super().__init__(title, hint)
        self._text = text

    def compose_body(self) -> ComposeResult:
        """The line."""
        yield Input(self._text, compact=True)

    def on_mount(self) -> None:
        """The cursor stands at the end."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Close with it."""
        self.dismiss(one_line(event.value))
