"""Lines with a cursor, from whose ends one goes on to the fields beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.binding import Binding
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from gartenjahr_tui.text import folded


def types(event: events.Key) -> str:
    """What a key types; nothing for the one that shows the keys wherever nothing is written."""
    return (event.character or "") if event.is_printable and event.key != "question_mark" else ""


def jump(names: Sequence[str], beginning: str, place: int) -> int | None:
    """The first place from one on, round at the end, whose name begins so; None for none."""
    places = [*range(place, len(names)), *range(min(place, len(names)))]
    sought = folded(beginning)
    return next((at for at in places if folded(names[at]).startswith(sought)), None)


class CursorRows(Widget, can_focus=True):
    """Base of what is painted line by line; with the focus it may show its keys, too."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move_to(0)", show=False),
        Binding("end", "move_to(-1)", show=False),
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

    @property
    def pointer(self) -> Offset:
        """Where the cursor stands, for the cursor of the terminal."""
        return Offset(0, self.cursor)

    def action_move(self, by: int) -> None:
        """Move the cursor; beyond the ends to the field before or after."""
        place = self.cursor + by
        if place < 0:
            self.screen.focus_previous()
        elif place >= self.count:
            self.screen.focus_next()
        else:
            self.cursor = place

    def action_move_to(self, place: int) -> None:
        """Move the cursor to a place, counted from the end where it is below 0."""
        self.cursor = max(0, place % self.count if self.count else 0)

    @on(events.Focus)
    @on(events.Blur)
    def show_keys(self) -> None:
        """Show the keys, or hide them."""
        self.refresh(layout=True)
