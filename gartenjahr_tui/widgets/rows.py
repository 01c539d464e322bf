"""Lines with a cursor, from whose ends one goes on to the fields beside them."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class CursorRows(Widget, can_focus=True):
    """Base of what is painted line by line; with the focus it may show its keys, too."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    @dataclass
    class Asked(Message):
        """A key asked for something; the field knows what to do."""

        wish: str

    cursor = reactive(0)

    @property
    def count(self) -> int:
        """How many places the cursor can be on."""
        raise NotImplementedError

    def action_move(self, by: int) -> None:
        """Move the cursor; beyond the ends to the field before or after."""
        place = self.cursor + by
        if place < 0:
            self.screen.focus_previous()
        elif place >= self.count:
            self.screen.focus_next()
        else:
            self.cursor = place

    @on(events.Focus)
    @on(events.Blur)
    def show_keys(self) -> None:
        """Show the keys, or hide them."""
        self.refresh(layout=True)
