"""Small dialogs: pick one of several, enter a line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, TextArea
from textual.widgets.option_list import Option

from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.dialog import Dialog, ListDialog, SeekLine, option_list, plain_option
from gartenjahr_tui.widgets.hanging import hanging
from gartenjahr_tui.words.reports import PickWords as words

FILTERED = 12
"""From so many options on, a line to filter them stands above."""

MOST_SHOWN = 200
"""Options shown at once; typing looks through all there are."""


class PickScreen(ListDialog[str]):
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
        """Ask by id and label, with what is chosen now; what is typed may be none of them."""
        self._filters = free or len(options) >= FILTERED
        super().__init__(title, words.KEYS_FILTER if self._filters else words.KEYS)
        self._options, self._present, self._free = options, present, free
        self._shown: list[tuple[str, str]] = []
        self._rest = 0
        self._find("")

    @cached_property
    def _folded(self) -> list[str]:
        """What typing looks in, option by option."""
        return [folded(label) for _, label in self._options]

    def compose_body(self) -> ComposeResult:
        """The filter where there are many, the options."""
        if self._filters:
            yield SeekLine(placeholder=words.FILTER)
        yield option_list([])

    def on_mount(self) -> None:
        """What is chosen now is under the cursor."""
        ids = [id for id, _ in self._shown]
        self._show(ids.index(self._present) if self._present in ids else 0)
        self.query_one(SeekLine if self._filters else OptionList).focus()

    def on_resize(self) -> None:
        """Lay the options out for the width there is."""
        self.call_after_refresh(lambda: self._show(self.query_one(OptionList).highlighted or 0))

    def _find(self, typed: str) -> None:
        """Find what holds all the words typed."""
        wanted = folded(typed).split()
        found = [*self._options]
        if wanted:
            lines = zip(self._options, self._folded, strict=True)
            found = [option for option, line in lines if all(word in line for word in wanted)]
        self._shown, hidden = found[:MOST_SHOWN], found[MOST_SHOWN:]
        # What is chosen now is not to be looked for among thousands.
        self._shown = [option for option in hidden if option[0] == self._present] + self._shown
        self._rest = len(found) - len(self._shown)
        if self._free and (text := one_line(typed)):
            self._shown.append((text, words.FREE.format(text=text)))

    def _show(self, place: int) -> None:
        """Show what was found, with the cursor there."""
        options = self.query_one(OptionList)
        width = options.scrollable_content_region.width
        options.set_options([plain_option(hanging(label, width)) for _, label in self._shown])
        if self._rest:
            more = Content.styled(
                hanging(words.MORE.format(count=self._rest), width), "$text-muted"
            )
            options.add_option(Option(more, disabled=True))
        options.highlighted = min(place, len(self._shown) - 1) if self._shown else None
        options.call_after_refresh(options.scroll_to_highlight)
        if self._filters:
            self.show_hint(words.KEYS_FILTER if self._shown else words.NOTHING)

    @on(TextArea.Changed)
    def filter(self, event: TextArea.Changed) -> None:
        """Show what holds all the words typed."""
        self._find(event.text_area.text)
        self._show(0)

    @on(OptionList.OptionSelected)
    def pick(self, event: OptionList.OptionSelected) -> None:
        """Close with it."""
        self.dismiss(self._shown[event.option_index][0])


class EnterScreen(Dialog[str]):
    """Returns the line that was entered, or None."""

    CSS_PATH = "../styles/wahl.tcss"

    def __init__(self, title: str, text: str, hint: str) -> None:
        """Ask for a line; the hint says what to mind, and the keys."""
        super().__init__(title, hint)
        self._text = text

    def compose_body(self) -> ComposeResult:
        """The line."""
        yield LineArea(self._text)

    def on_mount(self) -> None:
        """The cursor stands at the end."""
        self.query_one(LineArea).enter()

    @on(LineArea.Submitted)
    def take(self, event: LineArea.Submitted) -> None:
        """Close with it."""
        self.dismiss(event.area.value)
