"""A link that stands by itself in a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static


class NextLink(Static, can_focus=True):
    """A way on, or something to do; Enter or a click takes it."""

    BINDINGS = [
        Binding("enter,space", "go", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    NextLink { height: auto; padding: 0 1; color: $accent; margin: 0 0 1 1; }
    NextLink:focus { text-style: reverse; }
    """

    class Chosen(Message):
        """The way on was taken."""

    def __init__(self, text: str, **options: Any) -> None:
        super().__init__(text, markup=False, **options)

    def action_go(self) -> None:
        """Take the way on."""
        self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Take the way on."""
        self.action_go()


class GrowLink(NextLink):
    """Makes a card of a kind of what was answered."""

    @dataclass
    class Chosen(Message):
        """Such a card is wanted."""

        kind: str

    def __init__(self, text: str, kind: str) -> None:
        super().__init__(text, classes="grow")
        self._kind = kind

    def action_go(self) -> None:
        """Want the card."""
        self.post_message(self.Chosen(self._kind))


class MoreLink(NextLink):
    """Shows what is folded, or folds it again."""

    class Chosen(Message):
        """More is wanted, or less."""
